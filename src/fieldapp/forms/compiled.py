"""A form definition as data, so that a form which was read once opens again without being read anew."""

import json
from hashlib import sha256

from fieldapp import __version__
from fieldapp.base.errors import KnownError
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.external import Files
from fieldapp.forms.xform import read_xform

FORMAT = 1
"""Raised by one whenever what is written here changes; another program version is held for another format too."""
_HEAD = b"fieldapp form %d %s "


def dump_definition(definition: FormDefinition) -> bytes:
    """Write a definition as JSON behind a line that says the format and the digest.

    Files beside the form are not written: they may be given anew without the form changing.
    """
    body = json.dumps(
        {"xform": definition.xform.decode("utf-8", "surrogateescape")}, ensure_ascii=False
    ).encode("utf-8", "surrogatepass")
    return _head() + sha256(body).hexdigest().encode() + b"\n" + body


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
    if head != _head() + sha256(body).hexdigest().encode():
        raise KnownError("form.compiled_outdated")
    xform = json.loads(body)["xform"].encode("utf-8", "surrogateescape")
    return read_xform(xform, source="xform", files=files)


def _head() -> bytes:
    return _HEAD % (FORMAT, __version__.encode())
