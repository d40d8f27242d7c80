"""The files beside a form on the disk: its own folder, and the `NAME-media` folder that ODK tools put them in."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from typing_extensions import override

from fieldapp.base.files import read_bytes
from fieldapp.forms.external import file_name

MAX_FILE_BYTES = 64 * 1024 * 1024
"""Of a form, and of each file beside it; the largest form of the ecosystem we know takes 9 MB."""
_MEDIA = re.compile(rb"jr://(?:images|audio|video)/([^<\"']+)")


class FilesBeside(Mapping[str, bytes]):
    """The files beside a form by name, read when they are asked for; only names, so that nothing else is reached.

    Attributes:
        used: What was asked for and found.
    """

    def __init__(self, form: Path) -> None:
        self._folders = (form.with_name(f"{form.stem}-media"), form.parent)
        self.used: dict[str, bytes] = {}

    @override
    def __getitem__(self, name: str) -> bytes:
        if name not in self.used:
            self.used[name] = read_bytes(self._find(name), limit=MAX_FILE_BYTES)
        return self.used[name]

    @override
    def __iter__(self) -> Iterator[str]:
        names = {path.name for folder in self._folders for path in _files(folder)}
        return iter(sorted(names))

    @override
    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _find(self, name: str) -> Path:
        for folder in self._folders:
            path = folder / file_name(name)
            if path.is_file():
                return path
        raise KeyError(name)


def media_names(xform: bytes) -> list[str]:
    """Return the pictures, sounds and films that a form's labels show, by file name."""
    named = (unescape(found.decode("utf-8", "replace")) for found in _MEDIA.findall(xform))
    return sorted({file_name(name) for name in named} - {""})


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
