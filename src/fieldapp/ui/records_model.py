"""The list of records as Qt's table model: the order is known as row numbers, rows are read as they are looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from fieldapp.base.clock import SystemClock, moment_from_text
from fieldapp.records.review import ReviewState
from fieldapp.records.selection import Order, Selection
from fieldapp.ui.desk import Desk
from fieldapp.ui.icons import icon
from fieldapp.ui.listed import Listed, Row
from fieldapp.ui.look import font
from fieldapp.ui.parts import as_written
from fieldapp.ui.review.words import SIGNS, ReviewWords
from fieldapp.ui.theme import Type

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TITLE, FORM, STATUS, TRANSMISSION, CHANGED = range(5)
ORDERS = {TITLE: Order.TITLE, FORM: Order.FORM, STATUS: Order.STATUS, CHANGED: Order.TOUCHED}
"""What a click on a column orders by; how far a record travelled is worked out row by row and orders nothing."""
FIRST = 200
"""Rows found before the window goes on; the rest of the order follows from a thread."""
PAGE = 50
"""Rows read at a time."""
_KEPT_ROWS = 2_000
"""Rows kept in memory."""

_STATUS_SIGNS = {"draft": ("pencil", "progress"), "finalised": ("circle-check", "done")}
_TRANSMISSION_SIGNS = {
    "local": ("hard-drive", "quiet"),
    "exported": ("send", "progress"),
    "received": ("inbox", "progress"),
    "applied": ("mail-check", "done"),
    "discussion": ("triangle-alert", "attention"),
    "to_correct": ("circle-alert", "problem"),
}


def _moved(row: Row) -> ReviewState | None:
    """Return where a review stands, for a record of which that says more than its status."""
    is_told = row.review not in {None, ReviewState.NONE}
    is_of_draft = row.record.is_draft and row.review is not ReviewState.COMMENTED
    return row.review if is_told and not is_of_draft else None


class RecordsModel(QAbstractTableModel):
    """Records that are selected.

    Signals:
        order_wanted: There are more than the first rows; carries the `Selection` of which all is to be found.
        counted: How many rows there are, and whether that is all.
    """

    order_wanted = Signal(object)
    counted = Signal(int, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = Listed(desk.workspace)
        self._words = ReviewWords(self)
        self._desk = desk
        self._said_in = desk.language
        self.selection = Selection()
        self.is_whole = True
        self._numbers: list[int] = []
        self._rows: dict[int, Row] = {}

    def show(self, selection: Selection) -> None:
        """Show what is selected, from the first row."""
        numbers = self._listed.find(selection, limit=FIRST + 1)
        self.beginResetModel()
        self.selection = selection
        self.is_whole = len(numbers) <= FIRST
        self._numbers = numbers[:FIRST]
        self._rows.clear()
        self.endResetModel()
        self.counted.emit(len(self._numbers), self.is_whole)
        if not self.is_whole:
            self.order_wanted.emit(selection)

    def take_order(self, selection: Selection, numbers: Sequence[int]) -> None:
        """Learn the whole order of what is shown."""
        if selection != self.selection or self.is_whole:
            return
        known = len(self._numbers)
        self.is_whole = True
        if list(numbers[:known]) == self._numbers:
            if len(numbers) > known:
                self.beginInsertRows(QModelIndex(), known, len(numbers) - 1)
                self._numbers = list(numbers)
                self.endInsertRows()
        else:  # a record was touched in between
            self.beginResetModel()
            self._numbers = list(numbers)
            self._rows.clear()
            self.endResetModel()
        self.counted.emit(len(self._numbers), self.is_whole)

    def refresh(self) -> None:
        """Read again what is shown."""
        self.show(self.selection)

    def repaint_words(self) -> None:
        """Say everything again, after a change of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, CHANGED)
        if self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, CHANGED))

    def row_of(self, record_id: str) -> int:
        """Return the number of a record's row among those known, or -1."""
        number = self._listed.number_of(record_id) if record_id else 0
        return self._numbers.index(number) if number in self._numbers else -1

    def row(self, place: int) -> Row | None:
        """Return one row; nothing when its record is gone since."""
        number = self._numbers[place]
        if self._said_in != self._desk.language:
            self._said_in = self._desk.language
            self._rows.clear()
        if number not in self._rows:
            if len(self._rows) > _KEPT_ROWS:
                self._rows.clear()
            first = place - place % PAGE
            self._rows |= self._listed.rows(self._numbers[first : first + PAGE], self._said_in)
        return self._rows.get(number)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else CHANGED + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        title = (
            self.tr("Fiche"),
            self.tr("Formulaire"),
            self.tr("État"),
            self.tr("Transmission"),
            self.tr("Modifiée"),
        )[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._order_words(section, title)
        return None

    def _order_words(self, section: int, title: str) -> str:
        if section not in ORDERS:
            return title
        if ORDERS[section] is not self.selection.order:
            return self.tr("{column} : cliquer pour trier").format(column=title)
        if self.selection.is_reversed:
            return self.tr("{column} : trié dans l’ordre inverse").format(column=title)
        return self.tr("{column} : trié").format(column=title)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sign(row, index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == TITLE:
            return font(Type.BODY, is_strong=True)
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == TITLE:
            return row.record.title.strip() or self.tr("Fiche sans nom")
        if column == FORM:
            return self._form(row)
        if column == STATUS:
            return self._status(row)
        return (
            self._transmission(row.transmission)
            if column == TRANSMISSION
            else self._when(row.record.updated_at)
        )

    def _sign(self, row: Row, column: int) -> object:
        if column == STATUS:
            return icon(*(SIGNS[moved] if (moved := _moved(row)) else _STATUS_SIGNS[str(row.record.status)]))
        if column == TRANSMISSION:
            return icon(*_TRANSMISSION_SIGNS.get(row.transmission, _TRANSMISSION_SIGNS["local"]))
        return None

    def _form(self, row: Row) -> str:
        if not row.old_version:
            return row.form_title
        words = self.tr("{form} (version {version})")
        return words.format(form=row.form_title, version=as_written(row.old_version))

    def _status(self, row: Row) -> str:
        if moved := _moved(row):
            return self._words.state(moved)
        return self.tr("Brouillon") if row.record.is_draft else self.tr("Complète")

    def _transmission(self, state: str) -> str:
        words = {
            "exported": self.tr("Fichier d’envoi préparé"),
            "received": self.tr("Reçue par le centre"),
            "applied": self.tr("Intégrée au centre"),
            "discussion": self.tr("En discussion"),
            "to_correct": self.tr("À corriger"),
        }
        return words.get(state, self.tr("Sur cet ordinateur seulement"))

    def _when(self, at: str) -> str:
        moment = moment_from_text(at).astimezone()
        if moment.date() == SystemClock().now().date():
            return self.tr("Aujourd’hui, {time}").format(time=f"{moment:%H:%M}")
        return f"{moment:%d/%m/%Y}"
