"""Search that does not mind accents, case, hamza or vowel signs."""

import unicodedata

_ARABIC = str.maketrans("أإآٱىةؤئـ", "اااايهوي ")


def folded(text: str) -> str:
    """Return a text as search compares it."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_ARABIC))
    return "".join(part for part in parts if not unicodedata.combining(part)).strip()
