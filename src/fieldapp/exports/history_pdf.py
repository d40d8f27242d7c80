"""Sets the history of a record as an A4 PDF: event by event, each question with what was there and what came.

The same history and moment give the same bytes; the moment comes from outside.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from fieldapp.base.errors import KnownError
from fieldapp.exports.bidi import LTR, RTL
from fieldapp.exports.fiche_page import Marginalia, document_of, dress_canvas
from fieldapp.exports.fiche_rows import EntryRow, GridRow, Heading, Row, height_of
from fieldapp.exports.history_words import HistoryWords
from fieldapp.exports.look import (
    BODY,
    CARD_TITLE,
    HAIR,
    LABEL,
    LARGE,
    OVERLINE,
    SMALL,
    SPACE,
    TEXT_WIDTH,
    TITLE,
)
from fieldapp.exports.text_flow import TextFlow
from fieldapp.exports.values import day_in_words
from fieldapp.exports.words import training_marks
from fieldapp.records.history import Comparison, HistoryEvent, HistoryLine, RecordHistory

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_SHARES = (0.36, 0.32, 0.32)
"""Widths of question, before and after."""
_ANSWER_SHARES = (0.42, 0.58)
_LONG = 240
"""Characters of a value from which on it is set across the page, where it may flow over the foot."""


def render_history(
    history: RecordHistory,
    *,
    at: datetime,
    is_training: bool = False,
    compared: Comparison | None = None,
    progress: Report = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> bytes:
    """Set a history in its own language; or two moments of it side by side.

    Raises:
        KnownError: `export.cancelled`.
    """
    setting = _Setting(history, at, is_training=is_training, compared=compared)
    out = io.BytesIO()
    subject = f"{history.form_title} {history.record_id}"
    document = document_of(out, title=history.title, subject=subject, language=history.language)
    story = list(setting.story())
    total = len(story)
    document.setProgressCallBack(_watched(total, progress, is_cancelled))
    document.build(story, canvasmaker=partial(dress_canvas, setting.marginalia(), at))
    progress(total, total)
    return out.getvalue()


def _watched(total: int, progress: Report, is_cancelled: IsCancelled) -> Callable[[str, Any], None]:
    def watch(kind: str, value: Any) -> None:
        if is_cancelled():
            raise KnownError("export.cancelled")
        if kind == "PROGRESS":
            progress(min(int(value), total), total)

    return watch


class _Setting:
    """Turns a history into rows."""

    def __init__(
        self,
        history: RecordHistory,
        at: datetime,
        *,
        is_training: bool = False,
        compared: Comparison | None = None,
    ) -> None:
        self.history = history
        self.compared = compared
        self.is_training = is_training
        self.at = at
        self.words = HistoryWords(history.language)
        self.direction = RTL if history.language == "ar" else LTR

    def marginalia(self) -> Marginalia:
        common, history = self.words.words, self.history
        made = common.say("made_on", date=day_in_words(self.at.date(), history.language))
        foot = (
            (common.say("record"), self.direction),
            (history.record_id, LTR),
            ("·", LTR),
            (made, self.direction),
        )
        head_end = history.workspace
        marked = training_marks(common) if self.is_training else {}
        return Marginalia(self.direction, history.title, head_end, foot, common.say("page"), **marked)

    def story(self) -> Iterator[Flowable]:
        yield from self.head()
        if self.compared is not None:
            yield from self.sides(self.compared)
            return
        if not self.history.events:
            yield self.text(self.words.say("none"))
        for event in self.history.events:
            yield from self.event(event)
        if self.history.former:
            yield from self.part(self.words.say("former"), [], self.lines(self.history.former))

    def head(self) -> Iterator[Flowable]:
        history = self.history
        kind = self.words.words.say("history") if self.compared is None else self.words.say("compared")
        yield TextFlow(kind, OVERLINE, direction=self.direction, base=self.direction)
        yield Spacer(0, LARGE)
        form = self.words.words.forms.get(history.form_id, history.form_title)
        yield TextFlow(history.title or form, TITLE, direction=self.direction)
        yield Spacer(0, SPACE)
        yield self.text(self.words.say("form", form=form, version=history.form_version))
        yield self.row(self.words.say("workspace"), history.workspace)
        yield Spacer(0, SMALL)

    def event(self, event: HistoryEvent) -> Iterator[Flowable]:
        title = f"{event.number}. {self.words.what(event)}"
        about: list[Row] = [self.row(self.words.when(event), self.words.who(event))]
        if event.reason:
            about.append(self.row(self.words.say("reason"), event.reason))
        if event.clock:
            about.append(self.row(self.words.say("clock"), self.words.say("clock_doubted")))
        yield from self.part(title, about, self.lines(event.lines))

    def sides(self, compared: Comparison) -> Iterator[Flowable]:
        """Set two moments as two columns under their names."""
        names = [self.words.moment(compared.first), self.words.moment(compared.last)]
        rows: list[Row] = [self.grid((self.words.say("question"), *names), _SHARES, LABEL)]
        section = ""
        for line in compared.lines:
            if line.section and line.section != section:
                section = line.section
                rows.append(self.grid((section,), (1.0,), CARD_TITLE))
            old, new = self.words.sides(line)
            if max(len(old), len(new), len(line.name)) <= _LONG:
                rows.append(self.grid((line.name, old, new), _SHARES, BODY))
                continue
            rows.append(self.grid((line.name,), (1.0,), BODY))
            told = zip(names, (old, new), strict=True)
            rows += [self.row(name, text) for name, text in told if text]
        if not compared.lines:
            yield self.text(self.words.say("same"))
        yield from self.part(self.words.say("all" if compared.is_all else "differences"), [], rows)

    def part(self, title: str, about: Sequence[Row], rows: list[Row]) -> Iterator[Flowable]:
        """Set a heading with what stays with it, then rows that may go on overleaf."""
        first = [Heading(title, self.direction), *about, *rows[:2]]
        yield CondPageBreak(min(height_of(first, TEXT_WIDTH), 200.0))
        yield from (first[0], *about, *rows)
        yield Spacer(0, HAIR)

    def lines(self, lines: Sequence[HistoryLine]) -> list[Row]:
        """Set lines under the headings of the form's parts; the columns are named once."""
        has_old = any(self.words.before(line) for line in lines)
        rows: list[Row] = []
        section = ""
        for line in lines:
            if line.section and line.section != section:
                section = line.section
                rows.append(self.grid((section,), (1.0,), CARD_TITLE))
            rows += self.line(line, has_old=has_old)
        if not rows:
            return []
        names = ("question", "before", "after") if has_old else ("question", "answer")
        return [self.grid(tuple(map(self.words.say, names)), self.shares(has_old=has_old), LABEL), *rows]

    def line(self, line: HistoryLine, *, has_old: bool) -> list[Row]:
        old, new = self.words.before(line), self.words.after(line)
        if max(len(old), len(new), len(line.name)) <= _LONG:
            cells = (line.name, old, new) if has_old else (line.name, new)
            return [self.grid(cells, self.shares(has_old=has_old), BODY)]
        told = [("before", old), ("after", new)] if old else [("answer", new)]
        rows: list[Row] = [self.grid((line.name,), (1.0,), BODY)]
        return rows + [self.row(self.words.say(name), text) for name, text in told if text]

    def shares(self, *, has_old: bool) -> tuple[float, ...]:
        return _SHARES if has_old else _ANSWER_SHARES

    def grid(self, cells: tuple[str, ...], shares: tuple[float, ...], style: Any) -> GridRow:
        return GridRow(cells, shares, direction=self.direction, style=style)

    def row(self, label: str, text: str) -> EntryRow:
        return EntryRow(label, text, direction=self.direction)

    def text(self, words: str) -> TextFlow:
        return TextFlow(words, BODY, direction=self.direction, base=self.direction)
