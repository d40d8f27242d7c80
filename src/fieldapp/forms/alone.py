"""Reads a form whose files are elsewhere: all it says itself, and nothing of what they would say."""

from dataclasses import replace
from pathlib import PurePosixPath

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.external import file_name
from fieldapp.forms.instances import external_sources
from fieldapp.forms.xform.reader import read_xform
from fieldapp.forms.xml import parse_xml

_EMPTY = {".csv": b"name,label\n", ".geojson": b'{"features": []}', ".json": b'{"features": []}'}


def load_form_alone(xform: bytes, *, name: str) -> FormDefinition:
    """Read an XForm without the files beside it; the lists they hold are not among its secondary instances.

    Raises:
        FormProblems: Everything that is wrong with it, at once.
    """
    model = next(parse_xml(xform, name).iter("{*}model"), None)
    outside = {} if model is None else external_sources(model)
    files = {file: _empty(file) for file in map(file_name, outside.values())}
    definition = read_xform(xform, source=name, files=files)
    inside = {key: tree for key, tree in definition.model.secondary.items() if key not in outside}
    return replace(definition, model=replace(definition.model, secondary=inside))


def _empty(file: str) -> bytes:
    return _EMPTY.get(PurePosixPath(file).suffix.lower(), b"<root/>")
