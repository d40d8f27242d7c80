"""In how many columns the choices of a select stand, where its form asks for columns."""

import re
from collections.abc import Sequence

from fieldapp.ui.theme import Size, Space

LIKERT = "likert"
_NUMBERED = re.compile(r"(?:columns|compact|quickcompact)-(\d{1,2})")
_AS_MANY_AS_FIT = frozenset(
    {
        "columns",
        "columns-flex",
        "columns-pack",
        "compact",
        "quickcompact",
        "horizontal",
        "horizontal-compact",
    }
)


def columns_asked(appearance: Sequence[str], *, widest: int) -> int:
    """Return the number of columns that a form asks for; 0 when it leaves that to the window.

    Args:
        appearance: The words of the question's appearance.
        widest: Pixels of the widest choice.
    """
    for token in appearance:
        if found := _NUMBERED.fullmatch(token):
            return max(1, int(found[1]))
        if token in _AS_MANY_AS_FIT:
            return max(1, (Size.READING + Space.M) // (widest + Space.M))
    return 0
