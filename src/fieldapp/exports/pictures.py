"""Photos and drawn signatures, made ready for paper: upright, of a sensible size, without what a camera adds.

A photo from a telephone says where it was taken; none of that reaches a document that is handed on.
"""

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os

_LONGEST_SIDE = 1600
"""Pixels of the longer side: 300 dots an inch at 13 cm."""
_JPEG_QUALITY = 85
_DRAWN_AT = "Creation Time"
"""Keyword of PNG under which the window writes the moment of a signature."""
_MOST_PIXELS = 80_000_000
"""Largest picture that is opened, in pixels: more is no photo of a laptop or telephone, but a trap."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that reportlab can draw."""

    reader: Any
    ratio: float
    """Height by width."""


def picture_named(name: str, images: Mapping[str, bytes]) -> Picture | None:
    """Return a picture; nothing when it is not there or cannot be read."""
    from PIL import Image, ImageOps, UnidentifiedImageError
    from reportlab.lib.utils import ImageReader

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we look at the size ourselves
        try:
            with Image.open(io.BytesIO(images[name])) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return None
                small = _on_white(ImageOps.exif_transpose(opened))
                small.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
                encoded = _encoded(small, is_drawing=opened.format == "PNG")
        except (
            KeyError,
            UnidentifiedImageError,
            OSError,
            ValueError,
            SyntaxError,
            Image.DecompressionBombError,
        ):
            return None
    return Picture(ImageReader(io.BytesIO(encoded)), small.height / small.width)


def drawn_at(data: bytes) -> datetime | None:
    """Return when a signature was drawn, as its picture says; nothing when it does not."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as opened:
            found = datetime.fromisoformat(str(opened.info.get(_DRAWN_AT, "")))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return found if found.tzinfo else None


def without_place(data: bytes) -> bytes:
    """Return a photo without the place its camera noted; the picture itself is not encoded anew where JPEG is.

    A file that is no photo, or says no place, comes back as it was, to the byte.
    """
    from PIL import ExifTags, Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a strange photo is kept as it is, not talked about
        try:
            with Image.open(io.BytesIO(data)) as opened:
                noted = opened.getexif()
                if ExifTags.IFD.GPSInfo not in noted:
                    return data
                del noted[ExifTags.IFD.GPSInfo]
                out = io.BytesIO()
                how = {"quality": "keep"} if opened.format == "JPEG" else {"lossless": True}
                opened.save(out, opened.format, exif=noted, **how)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return data
    return out.getvalue()


def as_photo(source: Path, *, longest_side: int, keeps_place: bool = False) -> bytes:
    """Return a picture file as an upright JPEG of a sensible size, without what the camera added.

    The file may be far larger than what comes of it: it is read at a fraction of its size where its kind allows that.

    Args:
        source: JPEG, PNG, WebP, TIFF, BMP or GIF.
        longest_side: Pixels.
        keeps_place: Whether the place and the moment that the camera noted stay.

    Raises:
        KnownError: `attachment.no_picture`, `file.not_found`…
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(source) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    raise KnownError("attachment.no_picture", name=source.name)
                opened.draft("RGB", (longest_side, longest_side))
                kept = _place_of(opened.getexif()) if keeps_place else None
                small = _on_white(ImageOps.exif_transpose(opened))
                small.thumbnail((longest_side, longest_side))
                out = io.BytesIO()
                small.save(out, "JPEG", quality=_JPEG_QUALITY, **({} if kept is None else {"exif": kept}))
    except (
        UnidentifiedImageError,
        ValueError,
        SyntaxError,
        EOFError,
        MemoryError,
        Image.DecompressionBombError,
    ) as error:
        raise KnownError("attachment.no_picture", name=source.name) from error
    except OSError as error:
        if error.errno is None:  # what Pillow says of a file that breaks off
            raise KnownError("attachment.no_picture", name=source.name) from error
        raise known_from_os(error, source) from error
    return out.getvalue()


def _place_of(noted: Any) -> Any:
    """Return only the place and the moment of what a camera noted."""
    from PIL import ExifTags, Image

    kept = Image.Exif()
    place = dict(noted.get_ifd(ExifTags.IFD.GPSInfo))
    if place:
        kept.get_ifd(ExifTags.IFD.GPSInfo).update(place)
    if moment := noted.get(ExifTags.Base.DateTime):
        kept[ExifTags.Base.DateTime] = moment
    return kept


def _on_white(image: Any) -> Any:
    from PIL import Image

    if not image.has_transparency_data:
        return image.convert("RGB")
    white = Image.new("RGB", image.size, "white")
    drawing = image.convert("RGBA")
    white.paste(drawing, mask=drawing.getchannel("A"))
    return white


def _encoded(image: Any, *, is_drawing: bool) -> bytes:
    out = io.BytesIO()
    if is_drawing:
        image.save(out, "PNG")
    else:
        image.save(out, "JPEG", quality=_JPEG_QUALITY)
    return out.getvalue()
