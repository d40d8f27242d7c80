"""Reads a submission as XML into a live session of its form, and says what of it has no place there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.base.ids import DerivedIds, canonical_uuid, id_of_content
from fieldapp.engine import FormSession
from fieldapp.forms import FormProblems
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.xml import FIELDAPP, local_name, parse_xml

_SUBMISSION = "submission"
"""Root of the wrapper that servers put around an instance: `submission/data/<instance>`."""

_TRAINING = f"{{{FIELDAPP}}}training"

FindForm = Callable[[str, str], FormDefinition]
"""Returns the form of an id and a version."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One submission, read."""

    record_id: str
    session: FormSession
    form_version: str
    """The version it was filled with, which may be another than the session's."""
    unplaced: tuple[str, ...]
    """Paths of the answers for which the form has no place."""
    files: tuple[tuple[str, str], ...]
    """Reference of each answer that names a file, and the name."""
    is_training: bool = False
    """Whether a training workspace wrote it."""


def read_submission(data: bytes, find_form: FindForm, *, clock: Clock) -> Submission:
    """Read an instance.

    Raises:
        KnownError: `submission.not_xml`, `submission.encrypted`; what `find_form` raises when its form is not there.
    """
    root = _instance(_parsed(data))
    if root.get("encrypted") == "yes":
        raise KnownError("submission.encrypted")
    form_id, version = root.get("id") or local_name(root), root.get("version") or ""
    definition = find_form(form_id, version)
    record_id = id_in(_instance_id(root)) or id_of_content(sha256_hex(data))
    session = FormSession(
        definition, instance=etree.tostring(root, encoding="utf-8"), clock=clock, ids=DerivedIds(record_id)
    )
    return Submission(
        record_id,
        session,
        form_version=version,
        unplaced=tuple(_unplaced(root, definition)),
        files=named_files(session),
        is_training=root.get(_TRAINING) is not None,
    )


def mark_training(instance: bytes) -> bytes:
    """Write on an instance that nothing in it is real; other programs of the ecosystem pass over it."""
    root = etree.fromstring(instance)
    root.set(_TRAINING, "yes")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def named_files(session: FormSession) -> tuple[tuple[str, str], ...]:
    """Return the answers that name a file: their references and the names."""
    named = [
        (reference, session.value(reference))
        for reference in session.leaves()
        if session.definition.bind(_nodeset(reference)).type == "binary"
    ]
    return tuple((reference, name) for reference, name in named if name)


def id_in(text: str) -> str:
    """Return the UUID that an instanceID or a key holds, in lower case; blank when it holds none."""
    return canonical_uuid(text.strip().removeprefix("uuid:"))


def _parsed(data: bytes) -> etree._Element:
    try:
        return parse_xml(data, "")
    except FormProblems as error:
        raise KnownError("submission.not_xml", system=error.problems[0].code) from error


def _nodeset(reference: str) -> str:
    return re.sub(r"\[\d+\]", "", reference)


def _instance(root: etree._Element) -> etree._Element:
    """Return the instance itself, out of the wrapper that a server may have put around it."""
    if local_name(root) != _SUBMISSION:
        return root
    data = next((each for each in root if local_name(each) == "data"), None)
    inside = next(iter(data), None) if data is not None else None
    return root if inside is None else inside


def _instance_id(root: etree._Element) -> str:
    for element in root.iter("{*}instanceID"):
        return (element.text or "").strip()
    return root.get("instanceID") or ""


def _unplaced(root: etree._Element, definition: FormDefinition) -> Iterator[str]:
    """Yield the paths of the answers whose element the form does not have; prefixes make no difference."""
    known = {_without_prefixes(nodeset) for nodeset in definition.model.specs}
    top = _without_prefixes(definition.root)
    todo = [(root, "")]
    while todo:
        element, path = todo.pop()
        is_answer = not len(element) and (element.text or "").strip()
        if is_answer and top + path not in known and not path.startswith("/meta/"):
            yield path[1:]
        todo += [(child, f"{path}/{local_name(child)}") for child in reversed(element)]


def _without_prefixes(nodeset: str) -> str:
    return "/".join(step.rpartition(":")[2] for step in nodeset.split("/"))
