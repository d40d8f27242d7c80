"""Says what is wrong with an expression that cannot be read, and how it is rather written.

Called only when reading failed, so that it costs nothing otherwise. Signs of other languages (`==`, `&&`, `≥`), quotes
of word processors, brackets left open, an apostrophe inside a text and a decimal comma each have their own problem;
all wrong signs are told at once, for each of them alone would stop the reading.
"""

import re
from collections.abc import Iterator, Mapping

from fieldapp.xpath.problems import XPathProblem, XPathProblems

_SIGNS: Mapping[str, str] = {
    "&amp;&amp;": "and", "&lt;=": "<=", "&gt;=": ">=", "&lt;": "<", "&gt;": ">", "&amp;": "and", "&quot;": "'",
    "!==": "!=", "===": "=", "==": "=", "<>": "!=", "=!": "!=", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=",
    "≠": "!=", "&&": "and", "||": "or", "&": "and", "×": "*", "÷": "div", "−": "-", "–": "-", "—": "-", "%": "mod",
    "^": "pow()", "!": "not()", ";": ",", "؛": ",", "،": ",",
}  # fmt: skip
"""How other languages, keyboards and word processors write what XPath writes otherwise; the longest first."""

_WORDS: Mapping[str, str] = {"and": "and", "or": "or", "div": "div", "mod": "mod", "et": "and", "ou": "or"}
"""Operators in capitals, or in French."""

_QUOTES = "‘’‚‛“”„‟«»`´′″"
_WRONG = re.compile(
    f"(?P<quote>[{_QUOTES}])|(?P<right>!=(?!=))|(?P<sign>{'|'.join(map(re.escape, _SIGNS))})"
    rf"|(?<=[\s)\]])(?P<word>{'|'.join(_WORDS)})(?=[\s(])",
    re.IGNORECASE,
)
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_CLOSES = {")": "(", "]": "["}
_DECIMAL = re.compile(r"\d+,\d+")
_OPERAND = re.compile(r"[\w'\"$./@]")


def diagnosed(error: XPathProblems) -> XPathProblems:
    """Return the problems of an expression that could not be read, as exactly as they can be told."""
    text = error.text
    outside = _without_texts(text)
    problems = list(_wrong_signs(text, outside))
    if not problems:
        (problem,) = error.problems
        problems = [_better(text, outside, problem)]
    return XPathProblems(text, problems)


def _without_texts(text: str) -> str:
    """Return an expression with its texts in quotes blanked out, of the same length."""
    return _LITERAL.sub(lambda match: match[0][0] + " " * (len(match[0]) - 2) + match[0][-1], text)


def _wrong_signs(text: str, outside: str) -> Iterator[XPathProblem]:
    for match in _WRONG.finditer(outside):
        offset, written = match.start(), match[0]
        if match["quote"]:
            yield XPathProblem("xpath.curly_quote", offset, 1, {"character": written})
        elif match["sign"]:
            yield _wrong_sign(offset, written, _SIGNS[written])
        elif match["word"] and _WORDS[written.lower()] != written:
            yield _wrong_sign(offset, text[offset : match.end()], _WORDS[written.lower()])


def _wrong_sign(offset: int, written: str, right: str) -> XPathProblem:
    return XPathProblem("xpath.wrong_sign", offset, len(written), {"written": written, "right": right})


def _better(text: str, outside: str, problem: XPathProblem) -> XPathProblem:
    """Return a problem that says more than that the reading stopped; the same one where nothing more is known."""
    if problem.code not in ("xpath.syntax", "xpath.unfinished", "xpath.unclosed_text"):
        return problem
    inside = _quote_inside(text)
    if inside is not None:
        return inside
    if problem.code == "xpath.unclosed_text":
        return problem
    for tell in (_decimal_comma, _brackets, _missing_operator, _missing_value):
        found = tell(outside, problem)
        if found is not None:
            return found
    return problem


def _quote_inside(text: str) -> XPathProblem | None:
    """Find an apostrophe that ended a text too early: `'l'eau'`, or doubled as in SQL: `'l''eau'`."""
    for match in _LITERAL.finditer(text):
        quote, after = match[0][0], text[match.end() : match.end() + 1]
        if after.isalpha() and quote in text[match.end() :] and not _is_operator(text, match.end()):
            return XPathProblem("xpath.quote_in_text", match.end() - 1, 1, {"character": quote})
        if after == quote:
            return XPathProblem("xpath.quote_in_text", match.end() - 1, 2, {"character": quote})
    return None


def _is_operator(text: str, place: int) -> bool:
    return re.compile(r"(?:and|or|div|mod)\b").match(text, place) is not None


def _decimal_comma(outside: str, problem: XPathProblem) -> XPathProblem | None:
    for match in _DECIMAL.finditer(outside):
        if match.start() < problem.offset < match.end() and outside[problem.offset] == ",":
            written = match[0]
            facts = {"written": written, "right": written.replace(",", ".")}
            return XPathProblem("xpath.decimal_comma", match.start(), len(written), facts)
    return None


def _brackets(outside: str, problem: XPathProblem) -> XPathProblem | None:
    """Find the bracket that is not closed, or closes nothing."""
    opened: list[int] = []
    for place, char in enumerate(outside):
        if char in "([":
            opened.append(place)
        elif char in _CLOSES:
            if not opened or outside[opened[-1]] != _CLOSES[char]:
                return XPathProblem("xpath.extra_bracket", place, 1, {"character": char})
            opened.pop()
    if not opened:
        return None
    del problem
    return XPathProblem("xpath.unclosed_bracket", opened[-1], 1, {"character": outside[opened[-1]]})


def _missing_operator(outside: str, problem: XPathProblem) -> XPathProblem | None:
    """Find two values side by side with nothing between them: `selected(…) selected(…)`."""
    before, found = outside[: problem.offset].rstrip(), str(problem.facts.get("found", ""))
    is_behind = bool(before) and (before[-1] in ")]'\"" or before[-1].isalnum())
    if not is_behind or not _OPERAND.match(found):
        return None
    return XPathProblem("xpath.missing_operator", problem.offset, problem.length, {"found": found})


def _missing_value(outside: str, problem: XPathProblem) -> XPathProblem | None:
    """Find two signs side by side with no value between them: `a = > 5`, `if(, 1, 2)`."""
    del outside
    found = problem.facts.get("found")
    if problem.facts.get("expected") != "operand" or not found:
        return None
    return XPathProblem("xpath.missing_value", problem.offset, problem.length, {"found": found})
