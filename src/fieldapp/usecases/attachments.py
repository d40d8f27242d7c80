"""Takes a photo or a drawn signature into a workspace and gives it back by the answer that names it."""

from pathlib import PurePath

from fieldapp.base.errors import KnownError
from fieldapp.bundle.attachments import MEDIA, is_medium
from fieldapp.exports.pictures import without_place
from fieldapp.store import Workspace

LARGEST_ATTACHMENT = 20 * 1024 * 1024
"""Bytes; a photo of a telephone has 3-8 MB."""


def attach_file(workspace: Workspace, data: bytes, *, name: str) -> str:
    """Keep a file and return the answer that names it: `<sha256>.<extension>`.

    A file is what its first bytes say, not what it is called; only what a bundle can carry is taken. The place that
    a camera noted in a photo is taken out before anything is kept: a protected house may be on it.

    Raises:
        KnownError: `attachment.wrong_type`, `attachment.too_large`.
    """
    if len(data) > LARGEST_ATTACHMENT:
        raise KnownError("attachment.too_large", name=name, limit_mb=LARGEST_ATTACHMENT // 1024**2)
    data = without_place(data)
    called = PurePath(name).suffix.lstrip(".").lower()
    for extension in (called, *MEDIA):
        if extension in MEDIA and is_medium(extension, MEDIA[extension].media_type, data):
            digest = workspace.attachments.add(data, MEDIA[extension].media_type, extension=extension)
            return f"{digest}.{extension}"
    raise KnownError("attachment.wrong_type", name=name)


def attached_bytes(workspace: Workspace, answer: str) -> bytes | None:
    """Return the file that an answer names; nothing for a blank answer or one that names none of ours."""
    if not answer or answer not in workspace.attachments:
        return None
    return workspace.attachments.get(answer).data
