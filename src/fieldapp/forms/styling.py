r"""The styling that a form writes into its texts: ODK's part of Markdown, and coloured spans.

`# Heading`, `**bold**` or `__bold__`, `*italic*` or `_italic_`, `[words](https://…)`,
`<span style="color:red">…</span>`, the tags `b`, `strong`, `i`, `em`, `u` (and `div`, `p`, which change nothing here),
and `\*` for a mark that is meant as it stands. The definition keeps the text as written; here it becomes runs of styled
text, HTML in which nothing else of the text is a tag, or plain words. Marks inside words (`nom_du_site`, `2*3`) are
letters like others, and marks that do not close stand as they are.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

MAX_STYLED = 10_000
"""Characters; a longer text is shown as it is written, so that no text can keep the program busy."""
_MARK = re.compile(r"[*_#\[<\\]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_INLINE = re.compile(
    r"""\\(?P<escaped>[\\*_#\[\]()<>])
    |<(?P<tag>span|div|p|b|strong|i|em|u)(?:\s+style=(?P<quote>["'])(?P<style>[^"'<>]{0,200})(?P=quote))?\s*>
    |</(?P<close>span|div|p|b|strong|i|em|u)\s*>
    |(?<![\w*])(?P<nothing>\*{4})(?![\w*])
    |(?<![\w*])\*\*(?=[^\s*])(?P<strong>[^\n]{1,2000}?)(?<=\S)\*\*(?!\w)
    |(?<![\w_])__(?=[^\s_])(?P<strong_>[^\n]{1,2000}?)(?<=\S)__(?!\w)
    |(?<![\w*])\*(?=[^\s*])(?P<soft>[^\n]{1,2000}?)(?<=[^\s\\])\*(?![\w*])
    |(?<![\w_])_(?=[^\s_])(?P<soft_>[^\n]{1,2000}?)(?<=[^\s\\])_(?![\w_])
    |\[(?P<words>[^\[\]\n]{1,500})\]\((?P<url>(?:https?://|mailto:|tel:)[^\s()<>"']{1,500})\)""",
    re.VERBOSE,
)
_CLOSERS = re.compile(r"</(span|div|p|b|strong|i|em|u)\s*>")
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*(#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30})\s*(?:;|$)")
_SIZES = ("xx-large", "x-large", "large", "medium", "medium", "medium")
"""Of the headings, from the first to the sixth."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style; a line ends with its own run, of a newline."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    colour: str = ""
    heading: int = 0
    """1 to 6; 0 for text that is none."""
    link: str = ""


def has_marks(text: str) -> bool:
    """Whether anything in a text may be a mark; most texts have none, and are what they are."""
    return _MARK.search(text) is not None


def styled_runs(text: str) -> tuple[Run, ...]:
    """Return a text in its styles."""
    if len(text) > MAX_STYLED or not has_marks(text):
        return (Run(text),) if text else ()
    return tuple(_Styler(text).runs())


def plain_words(text: str) -> str:
    """Return a text without its marks: for paper, lists and titles."""
    return "".join(run.text for run in styled_runs(text)) if has_marks(text) else text


def styled_html(text: str) -> str:
    """Return a text as HTML for a label; everything that is not styling is escaped."""
    return "".join(map(_html, styled_runs(text)))


class _Styler:
    """Reads one text; tags may go over several lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[tuple[str, str]] = []
        """Tag and colour, the inmost last."""
        self._closers = Counter(_CLOSERS.findall(text))
        """Those that are still to come."""

    def runs(self) -> Iterator[Run]:
        """Yield the runs of the text, line by line."""
        for number, line in enumerate(self._text.split("\n")):
            if number:
                yield Run("\n")
            heading = _HEADING.fullmatch(line.rstrip())
            if heading is not None:
                yield from self._inline(heading[2], Run("", heading=len(heading[1])))
            else:
                yield from self._inline(line, Run(""))

    def _inline(self, text: str, style: Run) -> Iterator[Run]:
        done = 0
        for match in _INLINE.finditer(text):
            if not self._is_mark(match):
                continue
            yield from self._words(text[done : match.start()], style)
            done = match.end()
            yield from self._marked(match, style)
        yield from self._words(text[done:], style)

    def _is_mark(self, match: re.Match[str]) -> bool:
        """Whether a tag opens what is closed later, or closes what is open last; all else is a mark as it is."""
        if match["close"]:
            self._closers[match["close"]] -= 1
            return bool(self._open) and self._open[-1][0] == match["close"]
        tag = match["tag"]
        return not tag or self._closers[tag] > sum(each == tag for each, _ in self._open)

    def _marked(self, match: re.Match[str], style: Run) -> Iterator[Run]:
        if match["nothing"]:
            return  # around an answer that is blank
        if match["close"]:
            self._open.pop()
        elif match["tag"]:
            colour = _COLOUR.search(match["style"] or "")
            self._open.append((match["tag"], colour[1] if colour else ""))
        elif match["escaped"]:
            yield from self._words(match["escaped"], style)
        elif match["url"]:
            yield from self._inline(match["words"], replace(style, link=match["url"]))
        elif match["strong"] or match["strong_"]:
            yield from self._inline(match["strong"] or match["strong_"], replace(style, is_bold=True))
        else:
            yield from self._inline(match["soft"] or match["soft_"], replace(style, is_italic=True))

    def _words(self, text: str, style: Run) -> Iterator[Run]:
        if not text:
            return
        tags = {tag for tag, _ in self._open}
        yield replace(
            style,
            text=text,
            is_bold=style.is_bold or not tags.isdisjoint(("b", "strong")),
            is_italic=style.is_italic or not tags.isdisjoint(("i", "em")),
            is_underlined="u" in tags,
            colour=next((colour for _, colour in reversed(self._open) if colour), ""),
        )


def _html(run: Run) -> str:
    html = escape(run.text).replace("\n", "<br>")
    css = [f"color:{run.colour}"] if run.colour else []
    css += [f"font-size:{_SIZES[run.heading - 1]}"] if run.heading else []
    if css:
        html = f'<span style="{";".join(css)}">{html}</span>'
    if run.is_underlined:
        html = f"<u>{html}</u>"
    if run.is_italic:
        html = f"<i>{html}</i>"
    if run.is_bold or run.heading:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(run.link)}">{html}</a>' if run.link else html
