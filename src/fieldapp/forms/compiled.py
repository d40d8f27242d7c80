"""A form definition as data, so that a form which was read once opens again without being read anew."""

import json
from dataclasses import replace
from functools import cache
from hashlib import sha256

from fieldapp import __version__
from fieldapp.base.collector import collection_paused
from fieldapp.base.errors import KnownError
from fieldapp.forms.columns import layout_of, read_objects, write_objects
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.external import Files
from fieldapp.forms.instances import external_sources, read_sources
from fieldapp.forms.problems import FormProblems, Problem
from fieldapp.forms.xml import parse_xml

FORMAT = 4
"""Raised by one whenever the same fields come to mean something else; new fields change the digest by themselves."""


def dump_definition(definition: FormDefinition) -> bytes:
    """Write a definition as JSON behind a line that says the format and the digest.

    Files beside the form are not written: they may be given anew without the form changing.
    """
    model = definition.model
    sources = external_sources(next(parse_xml(definition.xform, definition.form_id).iter("{*}model")))
    inside = {name: tree for name, tree in model.secondary.items() if name not in sources}
    data = {
        "sources": sources,
        "order": list(model.secondary),
        "namespaces": dict(model.namespaces),
        **write_objects(replace(definition, model=replace(model, secondary=inside))),
    }
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _head(body) + b"\n" + body


@collection_paused()
def read_definition(data: bytes, *, files: Files | None = None) -> FormDefinition:
    """Read what `dump_definition` wrote.

    Args:
        data: The bytes.
        files: The files beside the form, by name.

    Raises:
        KnownError: `form.compiled_outdated`, when another version of the program wrote them, or they are damaged;
            the form is then read from its source again.
        FormProblems: A file beside the form is missing or wrong.
    """
    head, _, body = data.partition(b"\n")
    if head != _head(body):
        raise KnownError("form.compiled_outdated")
    written = json.loads(body.decode("utf-8", "surrogatepass"))
    definition: FormDefinition = read_objects(written, FormDefinition, written["namespaces"])
    if not written["sources"]:
        return definition
    outside, missing = read_sources(written["sources"], files or {})
    if missing:
        problems = [
            Problem("form.missing_file", facts={"nodeset": "", "file": name}) for name in missing.values()
        ]
        raise FormProblems(definition.form_id, problems)
    inside = definition.model.secondary
    secondary = {name: outside.get(name) or inside[name] for name in written["order"]}
    return replace(definition, model=replace(definition.model, secondary=secondary))


@cache
def _layout() -> str:
    return sha256(f"{FORMAT} {__version__} {layout_of(FormDefinition)}".encode()).hexdigest()


def _head(body: bytes) -> bytes:
    return f"fieldapp form {_layout()} {sha256(body).hexdigest()}".encode()
