"""What each kind of upload is called, which endings its files have, and its icon."""

from dataclasses import dataclass

from fieldapp.bundle.attachments import MEDIA

_MEGABYTE = 1_000_000
_KILOBYTE = 1_000
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif")


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of upload."""

    name: str
    """`image`, `audio` or `video`; blank for any file."""
    icon: str
    endings: tuple[str, ...]


def _endings(name: str) -> tuple[str, ...]:
    return tuple(f".{one}" for one, medium in MEDIA.items() if medium.media_type.startswith(name))


_KINDS = {
    "image": FileKind("image", "camera", _PICTURES),
    "audio": FileKind("audio", "mic", (*_endings("audio/"), ".mp4")),
    "video": FileKind("video", "video", _endings("video/")),
    "": FileKind("", "paperclip", _endings("")),
}


def kind_of(media_type: str) -> FileKind:
    """Return the kind of a media type: `audio/*` and `audio/mp4` are sounds, what is none of the three is any file."""
    return _KINDS.get(media_type.partition("/")[0], _KINDS[""])


def size_in_words(size: int, *, point: str, megabytes: str, kilobytes: str) -> str:
    """Return a size as people say it: megabytes with one decimal, or whole kilobytes."""
    if size >= _MEGABYTE:
        return megabytes.format(size=f"{size / _MEGABYTE:.1f}".replace(".", point))
    return kilobytes.format(size=max(1, round(size / _KILOBYTE)))
