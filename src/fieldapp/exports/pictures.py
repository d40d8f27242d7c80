"""Photos and drawn signatures, made ready for paper: upright, of a sensible size, without what a camera adds.

A photo from a telephone says where it was taken; none of that reaches a document that is handed on.
"""

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_LONGEST_SIDE = 1600
"""Pixels of the longer side: 300 dots an inch at 13 cm."""
_JPEG_QUALITY = 85
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
