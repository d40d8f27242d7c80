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


_JPEG = Medium("image/jpeg", (b"\xff\xd8\xff",))
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
