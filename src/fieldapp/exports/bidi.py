"""The order in which mixed Arabic and French text stands on a line: Unicode's bidirectional algorithm (UAX #9).

The stages are python-bidi's; rule N0 (paired brackets), which it lacks, is added between its weak and its neutral
stage. Explicit embeddings and isolates are taken out of a text before (`plain`): answers have no use for them,
and they can make a text read as another.
"""

import unicodedata
from itertools import groupby
from typing import Any

from bidi import algorithm
from bidi.mirror import MIRRORED

LTR, RTL = 0, 1

_CONTROLS = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A)],  # LRE RLE PDF LRO RLO, LRI RLI FSI PDI
)
_MARKS = frozenset("\u200e\u200f\u061c")
"""LRM, RLM and ALM: they count for the order and are not drawn."""

# BidiBrackets.txt of Unicode 15, without U+2329 and U+232A, which `plain` makes U+3008 and U+3009:
# each opening bracket before its closing one.
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩"
    "⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_UNASSIGNED = "L"
"""Direction of characters that this version of Unicode does not know (UAX #9, 3.2)."""
_STACK_LIMIT = 63
"""Deepest nesting of brackets that is looked at (BD16)."""


def plain(text: str) -> str:
    """Return a text without explicit embeddings, overrides and isolates, its characters composed."""
    return unicodedata.normalize("NFC", text.translate(_CONTROLS))


def has_rtl(text: str) -> bool:
    """Whether a text holds letters that run from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def base_of(text: str) -> int:
    """Return the direction of a text's first letter; left to right when it has none, as for a telephone number."""
    base: int = algorithm.get_base_level(text)
    return base


def levels_of(text: str, base: int) -> list[int]:
    """Return the level of each character of one paragraph: even runs to the right, odd to the left."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
        char["type"] = char["orig"] = char["type"] or _UNASSIGNED
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    for run in storage["runs"]:
        _pair_brackets(storage["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, False)  # noqa: FBT003  the library's own signature
    algorithm.resolve_implicit_levels(storage, False)  # noqa: FBT003
    return _aligned(text, storage["chars"], base)


def visual_runs(text: str, levels: list[int], base: int) -> list[tuple[str, int]]:
    """Return one line's text as runs of one level, in the order in which they stand from left to right.

    The text of a run stays as it was written; a run of an odd level is to be drawn from right to left.
    """
    levels = _with_resets(text, levels, base)
    runs, start = [], 0
    for level, group in groupby(levels):
        end = start + len(list(group))
        runs.append((text[start:end], level))
        start = end
    for level in range(max(levels, default=0), 0, -1):
        runs = _reversed_from(runs, level)
    return runs


def mirrored(text: str) -> str:
    """Return a run of an odd level that holds no letters as it is drawn: turned round, its brackets too.

    What a reader copies from the page is then the sign as it looks; programs that read PDF turn it back.
    """
    return "".join(MIRRORED.get(char, char) for char in reversed(text))


def drawn(text: str) -> str:
    """Return a text without the marks that are not drawn."""
    return "".join(char for char in text if char not in _MARKS)


def _aligned(text: str, chars: list[dict[str, Any]], base: int) -> list[int]:
    """Give characters that the algorithm leaves out (X9) the level of the one before."""
    found = {char["index"]: int(char["level"]) for char in chars}
    levels: list[int] = []
    for index in range(len(text)):
        levels.append(found.get(index, levels[-1] if levels else base))
    return levels


def _with_resets(text: str, levels: list[int], base: int) -> list[int]:
    """Rule L1: tabs, the blanks before them, and the blanks at the end of the line stand at the base level."""
    levels, trailing = list(levels), True
    for index in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[index])
        trailing = kind in ("B", "S") or (trailing and kind in ("WS", "BN"))
        if trailing:
            levels[index] = base
    return levels


def _reversed_from(runs: list[tuple[str, int]], level: int) -> list[tuple[str, int]]:
    """Rule L2 for one level: turn round every sequence of runs at that level or above."""
    ordered: list[tuple[str, int]] = []
    for is_above, group in groupby(runs, key=lambda run: run[1] >= level):
        members = list(group)
        ordered.extend(reversed(members) if is_above else members)
    return ordered


def _pair_brackets(chars: list[dict[str, Any]], start: str) -> None:
    """Rule N0: both brackets of a pair take one direction, from what stands inside or before."""
    own = "LR"[chars[0]["level"] % 2]
    for opening, closing in sorted(_pairs(chars)):
        inside = {_strong(char["type"]) for char in chars[opening + 1 : closing]} - {""}
        if not inside:
            continue
        direction = own if own in inside else _before(chars[:opening], start)
        for place in (opening, closing):
            _turn(chars, place, direction)


def _pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    open_ones: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, char in enumerate(chars):
        if char["type"] != "ON":
            continue
        if char["ch"] in _CLOSING:
            if len(open_ones) == _STACK_LIMIT:
                break
            open_ones.append((_CLOSING[char["ch"]], place))
        elif char["ch"] in _OPENING:
            wanted = char["ch"]
            depth = next((n for n in range(len(open_ones) - 1, -1, -1) if open_ones[n][0] == wanted), None)
            if depth is not None:
                pairs.append((open_ones[depth][1], place))
                del open_ones[depth:]
    return pairs


def _turn(chars: list[dict[str, Any]], place: int, direction: str) -> None:
    """Give a bracket its direction, and the accents that sit on it too."""
    chars[place]["type"] = direction
    for char in chars[place + 1 :]:
        if char["orig"] != "NSM":
            break
        char["type"] = direction


def _before(chars: list[dict[str, Any]], start: str) -> str:
    return next((strong for char in reversed(chars) if (strong := _strong(char["type"]))), start)


def _strong(kind: str) -> str:
    return {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}.get(kind, "")
