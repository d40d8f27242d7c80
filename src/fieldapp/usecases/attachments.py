"""Takes photos, sounds, signatures and documents into a workspace and gives them back by the answer that names them."""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.bundle.attachments import MEDIA, is_medium
from fieldapp.exports.pictures import as_photo, without_place
from fieldapp.store import FileFacts, Workspace

LARGEST_ATTACHMENT = 50 * 1024 * 1024
"""Bytes: an hour of conversation (m4a, 96 kbit/s) has 43 MB, and four such files fit into one bundle."""
LONGEST_SIDE = 1920
"""Pixels kept of a photo: an A4 page at 230 dots an inch."""
_COPY_MODE = 0o600
LONGEST_NAME = 120
"""Characters kept of a file's name."""
_NOTED_PLACE = re.compile(rb"[+-]\d{2}\.\d{3,8}[+-]\d{3}\.\d{3,8}(?:[+-]\d{1,5}(?:\.\d{1,6})?)?/")
"""How cameras and recorders write a place into a video or a sound (ISO 6709)."""
_PIECE = 1024 * 1024
_LONGEST_PLACE = 64
_HIDDEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a question wants of a file."""

    kind: str = ""
    """`image`, `audio` or `video`; blank for any."""
    longest_side: int = LONGEST_SIDE
    """Pixels kept of a photo (XLSForm parameter `max-pixels`)."""
    keeps_place: bool = False
    """Whether the place that a camera noted may stay: only where the form asks for it."""


ANY = Wish()
_REFUSED = {
    "image": "attachment.no_picture",
    "audio": "attachment.no_sound",
    "video": "attachment.no_video",
}


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """A file as it will be kept."""

    data: bytes = field(repr=False)
    media_type: str
    extension: str
    name: str = ""


def attach_file(workspace: Workspace, data: bytes, *, name: str) -> str:
    """Keep a file and return the answer that names it: `<sha256>.<extension>`.

    A file is what its first bytes say, not what it is called; only what a bundle can carry is taken. The place that
    a camera noted is taken out before anything is kept: a protected house may be on it.

    Raises:
        KnownError: `attachment.wrong_type`, `attachment.too_large`.
    """
    ready = _recognised(data, name=name, wish=ANY)
    digest = workspace.attachments.add(ready.data, ready.media_type, extension=ready.extension)
    return f"{digest}.{ready.extension}"


def take_file(workspace: Workspace, path: Path, wish: Wish = ANY) -> str:
    """Keep a file that a person chose and return the answer that names it; may be called in any thread.

    A photo is shrunk; of the others, what is too large is refused before it is read.

    Raises:
        KnownError: `attachment.wrong_type`, `attachment.too_large`, `attachment.no_picture`, `file.not_found`…
    """
    ready = read_file(path, wish)
    digest = workspace.attachments.add_apart(
        ready.data, ready.media_type, extension=ready.extension, name=ready.name
    )
    return f"{digest}.{ready.extension}"


def read_file(path: Path, wish: Wish = ANY) -> ReadyFile:
    """Read a file as a workspace would keep it.

    Raises:
        KnownError: As `take_file`.
    """
    called = _HIDDEN.sub("", path.name)[-LONGEST_NAME:]
    if wish.kind == "image":
        data = as_photo(path, longest_side=wish.longest_side, keeps_place=wish.keeps_place)
        return ReadyFile(data, MEDIA["jpg"].media_type, "jpg", called)
    try:
        data = read_bytes(path, limit=LARGEST_ATTACHMENT)
    except KnownError as refusal:
        if refusal.code == "file.too_large":
            raise _too_large(path.name) from refusal
        raise
    return _recognised(data, name=called, wish=wish)


def attached_bytes(workspace: Workspace, answer: str) -> bytes | None:
    """Return the file that an answer names; nothing for a blank answer or one that names none of ours."""
    if not answer or answer not in workspace.attachments:
        return None
    return workspace.attachments.get(answer).data


def copy_file(workspace: Workspace, answer: str, target: Path) -> None:
    """Write the file that an answer names where a person wants it: in clear, and readable by them alone.

    Raises:
        KnownError: `attachment.not_found`, `file.disk_full`…
    """
    write_atomically(target, workspace.attachments.get(answer).data, mode=_COPY_MODE)


def file_facts(workspace: Workspace, answer: str) -> FileFacts | None:
    """Say what is known of the file that an answer names; nothing when it is not here."""
    return workspace.attachments.facts(answer) if answer else None


def _recognised(data: bytes, *, name: str, wish: Wish) -> ReadyFile:
    if len(data) > LARGEST_ATTACHMENT:
        raise _too_large(name)
    wanted = {each: medium for each, medium in MEDIA.items() if medium.media_type.startswith(wish.kind)}
    called = PurePath(name).suffix.lstrip(".").lower()
    for extension in (called, *(each for each, medium in wanted.items() if not medium.is_told_by_name)):
        medium = wanted.get(extension)
        if medium is not None and is_medium(extension, medium.media_type, data):
            bare = _without_place(data, medium.media_type)
            return ReadyFile(bare, medium.media_type, extension, name)
    raise KnownError(_REFUSED.get(wish.kind, "attachment.wrong_type"), name=name)


def _without_place(data: bytes, media_type: str) -> bytes:
    """Take the place out of a photo, or blank it where it stands in a video or a sound: telephones note it in both."""
    if media_type.startswith("image/"):
        return without_place(data)
    if media_type.startswith(("video/", "audio/")):
        return _blanked(data)
    return data


def _blanked(data: bytes) -> bytes:
    """Write spaces over every place; piece by piece, so that other threads go on meanwhile."""
    found = [
        match.span()
        for start in range(0, len(data), _PIECE)
        for match in _NOTED_PLACE.finditer(data, start, start + _PIECE + _LONGEST_PLACE)
    ]
    if not found:
        return data
    blanked = bytearray(data)
    for start, end in found:
        blanked[start:end] = b" " * (end - start)
    return bytes(blanked)


def _too_large(name: str) -> KnownError:
    return KnownError("attachment.too_large", name=name, limit_mb=LARGEST_ATTACHMENT // 1024**2)
