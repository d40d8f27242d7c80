"""The list of records as Qt's table model: read a page at a time, as the eye comes to it."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from fieldapp.base.clock import SystemClock, moment_from_text
from fieldapp.ui.desk import PAGE, Desk, Row
from fieldapp.ui.icons import icon
from fieldapp.ui.look import font
from fieldapp.ui.parts import as_written
from fieldapp.ui.theme import Type

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TITLE, FORM, STATUS, TRANSMISSION, CHANGED = range(5)

_STATUS_SIGNS = {"draft": ("pencil", "progress"), "finalised": ("circle-check", "done")}
_TRANSMISSION_SIGNS = {
    "local": ("hard-drive", "quiet"),
    "exported": ("send", "progress"),
    "received": ("inbox", "progress"),
    "applied": ("mail-check", "done"),
    "discussion": ("triangle-alert", "attention"),
    "to_correct": ("circle-alert", "problem"),
}


class RecordsModel(QAbstractTableModel):
    """Records that hold the words searched."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._query = ""
        self._rows: list[Row] = []
        self._is_all = False

    def search(self, query: str) -> None:
        """Show the records that hold these words, from the first page."""
        self.beginResetModel()
        self._query = query
        self._rows = self._desk.rows(query, offset=0)
        self._is_all = len(self._rows) < PAGE
        self.endResetModel()

    def refresh(self) -> None:
        """Read again what is shown."""
        self.search(self._query)

    def repaint_words(self) -> None:
        """Say everything again, after a change of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, CHANGED)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, CHANGED))

    def row_of(self, record_id: str) -> int:
        """Return the number of a record's row among those read, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.record.record_id == record_id), -1)

    def row(self, number: int) -> Row:
        """Return one row."""
        return self._rows[number]

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not self._is_all and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        more = self._desk.rows(self._query, offset=len(self._rows))
        self._is_all = len(more) < PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows.extend(more)
            self.endInsertRows()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else CHANGED + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("Fiche"),
            self.tr("Formulaire"),
            self.tr("État"),
            self.tr("Transmission"),
            self.tr("Modifiée"),
        )[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sign(row, index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == TITLE:
            return font(Type.BODY, is_strong=True)
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == TITLE:
            return row.record.title or self.tr("Fiche sans nom")
        if column == FORM:
            return self._form(row)
        if column == STATUS:
            return self._status(str(row.record.status))
        return (
            self._transmission(row.transmission)
            if column == TRANSMISSION
            else self._when(row.record.updated_at)
        )

    def _sign(self, row: Row, column: int) -> object:
        if column == STATUS:
            return icon(*_STATUS_SIGNS[str(row.record.status)])
        if column == TRANSMISSION:
            return icon(*_TRANSMISSION_SIGNS.get(row.transmission, _TRANSMISSION_SIGNS["local"]))
        return None

    def _form(self, row: Row) -> str:
        if not row.old_version:
            return row.form_title
        words = self.tr("{form} (version {version})")
        return words.format(form=row.form_title, version=as_written(row.old_version))

    def _status(self, status: str) -> str:
        return self.tr("Brouillon") if status == "draft" else self.tr("Complète")

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
