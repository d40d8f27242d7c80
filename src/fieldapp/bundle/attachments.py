"""What files a bundle may carry, each known by its extension and recognised by its first bytes."""

import hashlib
from dataclasses import dataclass

from fieldapp.base.errors import KnownError


@dataclass(frozen=True, slots=True)
class Medium:
    """One kind of file."""

    media_type: str
    marks: tuple[bytes, ...]
    """What its bytes begin with, after `offset` bytes."""
    offset: int = 0
    is_told_by_name: bool = False
    """Whether its first bytes are those of other kinds too, so that its name must say which it is."""


_JPEG = Medium("image/jpeg", (b"\xff\xd8\xff",))


def _zipped(media_type: str) -> Medium:
    """A document of an office program without macros: a ZIP, as so much else is."""
    return Medium(media_type, (b"PK\x03\x04",), is_told_by_name=True)


MEDIA: dict[str, Medium] = {
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": Medium("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "webp": Medium("image/webp", (b"WEBP",), 8),
    "pdf": Medium("application/pdf", (b"%PDF-",)),
    "ogg": Medium("audio/ogg", (b"OggS",)),
    "wav": Medium("audio/wav", (b"WAVE",), 8),
    "mp3": Medium("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    "m4a": Medium("audio/mp4", (b"ftyp",), 4),
    "mp4": Medium("video/mp4", (b"ftyp",), 4),
    "aac": Medium("audio/aac", (b"\xff\xf1", b"\xff\xf9"), is_told_by_name=True),
    "amr": Medium("audio/amr", (b"#!AMR",)),
    "3gp": Medium("video/3gpp", (b"ftyp",), 4, is_told_by_name=True),
    "mov": Medium("video/quicktime", (b"ftyp", b"moov", b"wide", b"mdat"), 4, is_told_by_name=True),
    "webm": Medium("video/webm", (b"\x1a\x45\xdf\xa3",)),
    "docx": _zipped("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": _zipped("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "odt": _zipped("application/vnd.oasis.opendocument.text"),
    "ods": _zipped("application/vnd.oasis.opendocument.spreadsheet"),
}
EXECUTABLE = frozenset(
    {
        "exe",
        "dll",
        "com",
        "bat",
        "cmd",
        "ps1",
        "msi",
        "scr",
        "sh",
        "so",
        "jar",
        "js",
        "vbs",
        "py",
        "lnk",
        "elf",
        "app",
    }
)
"""Named apart from other unwelcome names, so that the refusal says what it is."""


def is_medium(extension: str, media_type: str, data: bytes) -> bool:
    """Whether a file is what its extension and media type say, by its first bytes."""
    medium = MEDIA.get(extension)
    if medium is None or medium.media_type != media_type:
        return False
    return any(data.startswith(mark, medium.offset) for mark in medium.marks)


def check_file(extension: str, media_type: str, sha256: str, data: bytes) -> None:
    """Refuse a file that is not what it says.

    Raises:
        KnownError: `bundle.attachment_type`, `bundle.attachment_name`.
    """
    if not is_medium(extension, media_type, data):
        raise KnownError("bundle.attachment_type", sha256=sha256, extension=extension, media_type=media_type)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise KnownError("bundle.attachment_name", sha256=sha256)
