"""The history of a record as Qt's table model: one line a question moved, by date or by question."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from fieldapp.exports.history_words import HistoryWords
from fieldapp.records.history import Comparison, HistoryEvent, HistoryLine, RecordHistory, compare
from fieldapp.ui.icons import icon
from fieldapp.ui.look import font
from fieldapp.ui.table_model import Index, RowsModel
from fieldapp.ui.theme import Type
from fieldapp.ui.widgets.folding import folded

WHEN, QUESTION, BEFORE, AFTER, WHO = range(5)


class View(Enum):
    """In which order the lines stand."""

    BY_DATE = "date"
    BY_QUESTION = "question"
    FORMER = "former"
    """Only the answers that stand at places which the form has no more."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line with its event; an event without lines has a row of its own."""

    event: HistoryEvent
    line: HistoryLine | None
    is_first: bool
    """Whether the rows above are of another event, or of another question."""


class HistoryModel(RowsModel):
    """The lines that hold the words sought."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: RecordHistory | None = None
        self.words = HistoryWords("fr")
        self._view = View.BY_DATE
        self._query = ""
        self._only_changes = False
        self.compared: Comparison | None = None
        """Two moments side by side, instead of the whole history."""
        self._rows: list[Row] = []

    def show(self, history: RecordHistory) -> None:
        """Show the history of a record."""
        self._history = history
        self.words = HistoryWords(history.language)
        self.compared = None
        self._fill()

    def view(self, view: View) -> None:
        """Order the lines by date, or by question."""
        self._view = view
        self._fill()

    def search(self, query: str) -> None:
        """Show the lines that hold every word of a text."""
        self._query = query
        self._fill()

    def only_changes(self, *, is_on: bool) -> None:
        """Leave out the first answers, and show what became another."""
        self._only_changes = is_on
        self._fill()

    def compare(self, first: int, last: int, *, is_all: bool = False) -> None:
        """Put the record after one event beside what it was after another; both 0 for the whole history."""
        self.compared = None
        if self._history is not None and (first or last):
            self.compared = compare(self._history, first, last, is_all=is_all)
        self._fill()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WHO)

    def sides(self, line: HistoryLine) -> tuple[str, str]:
        """Say what stood at a line, and what stands there."""
        if self.compared is not None:
            return self.words.sides(line)
        return self.words.before(line), self.words.after(line)

    def row(self, number: int) -> Row:
        """Return one row."""
        return self._rows[number]

    def _fill(self) -> None:
        self.beginResetModel()
        pairs = [pair for pair in self._pairs() if self._is_shown(*pair)]
        self._rows = []
        for event, line in pairs:
            before = self._rows[-1] if self._rows else None
            self._rows.append(
                Row(event, line, before is None or self._key(event, line) != self._key_of(before))
            )
        self.endResetModel()

    def _pairs(self) -> list[tuple[HistoryEvent, HistoryLine | None]]:
        if self._history is None:
            return []
        if self.compared is not None:
            return [(self.compared.last, line) for line in self.compared.lines]
        if self._view is View.BY_QUESTION:
            return [
                (event, line) for field in self._history.fields() for event, line in reversed(field.moves)
            ]
        if self._view is View.FORMER:
            lasts = {line.path: event for event in self._history.events for line in event.lines}
            return [(lasts[line.path], line) for line in self._history.former if line.path in lasts]
        pairs: list[tuple[HistoryEvent, HistoryLine | None]] = []
        for event in reversed(self._history.events):
            pairs += [(event, line) for line in event.lines] or [(event, None)]
        return pairs

    def _is_shown(self, event: HistoryEvent, line: HistoryLine | None) -> bool:
        if (
            self._only_changes
            and self.compared is None
            and (line is None or not (line.is_change or line.is_erased))
        ):
            return False
        words = folded(self._query).split()
        if not words:
            return True
        told = [self.words.what(event), self.words.who(event), event.reason]
        if line is not None:
            told += [line.section, line.name, self.words.before(line), self.words.after(line)]
        text = folded(" ".join(told))
        return all(word in text for word in words)

    def _key(self, event: HistoryEvent, line: HistoryLine | None) -> object:
        is_by_date = self._view is View.BY_DATE and self.compared is None
        return event.number if is_by_date or line is None else line.path

    def _key_of(self, row: Row) -> object:
        return self._key(row.event, row.line)

    @override
    def titles(self) -> tuple[str, ...]:
        before, after = self.tr("Avant"), self.tr("Après")
        if self.compared is not None:
            before, after = self.words.moment(self.compared.first), self.words.moment(self.compared.last)
        return (self.tr("Quand"), self.tr("Question"), before, after, self.tr("Par"))

    @override
    def count(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(row, index.column()).replace("\n", " ")
        if (
            role == Qt.ItemDataRole.DecorationRole
            and index.column() == WHEN
            and row.event.clock
            and row.is_first
        ):
            return icon("triangle-alert", "attention")
        if role == Qt.ItemDataRole.FontRole and index.column() == WHEN:
            return font(Type.BODY, is_strong=row.is_first)
        return None

    def _text(self, row: Row, column: int) -> str:
        event, line = row.event, row.line
        if column == WHEN:
            return f"{self.words.when(event)} · {self.words.what(event)}"
        if column == WHO:
            return self.words.who(event)
        if line is None:
            return event.reason if column == QUESTION else ""
        if column == QUESTION:
            return line.name
        before, after = self.sides(line)
        return before if column == BEFORE else after
