"""What lies in the trash, as Qt's table model."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from fieldapp.base.clock import moment_from_text
from fieldapp.ui.desk import Desk
from fieldapp.ui.icons import icon
from fieldapp.ui.look import font
from fieldapp.ui.table_model import Index, RowsModel
from fieldapp.ui.theme import Type

if TYPE_CHECKING:
    from fieldapp.usecases.list_trash import TrashedRecord

TITLE, WHY, WHO, SINCE, LEFT = range(5)


class TrashModel(RowsModel):
    """Records in the trash whose titles hold the words searched."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._query = ""
        self._rows: list[TrashedRecord] = []
        self._titles: dict[str, Mapping[str, str]] = {}
        """Of forms by id, in each language spoken since the trash was read."""

    def search(self, query: str) -> None:
        """Show what holds these words."""
        from fieldapp.usecases.list_trash import list_trash

        self.beginResetModel()
        self._query = query
        self._rows = list_trash(self._desk.workspace, query=query, language=self._desk.language)
        self._titles.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Read again what is shown."""
        self.search(self._query)

    def row(self, number: int) -> "TrashedRecord":
        """Return one row."""
        return self._rows[number]

    def ripe(self) -> "list[TrashedRecord]":
        """Return those that have lain there long enough for their removal to be proposed."""
        return [row for row in self._rows if row.is_ripe]

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Fiche"),
            self.tr("Pourquoi"),
            self.tr("Par"),
            self.tr("Depuis le"),
            self.tr("Gardée encore"),
        )

    @override
    def count(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == SINCE and row.is_doubted:
            return icon("triangle-alert", "attention")
        if role == Qt.ItemDataRole.FontRole and index.column() == TITLE:
            return font(Type.BODY, is_strong=not row.is_erased)
        return None

    def _text(self, row: "TrashedRecord", column: int) -> str:
        match column:
            case _ if column == TITLE:
                return self._title(row)
            case _ if column == WHY:
                return row.reason
            case _ if column == WHO:
                return row.by
            case _ if column == SINCE:
                when = _day(row.at)
                return self.tr("{when} (horloge douteuse)").format(when=when) if row.is_doubted else when
            case _:
                return self._left(row)

    def _left(self, row: "TrashedRecord") -> str:
        if row.is_erased:
            return ""
        return self.tr("90 jours passés") if row.is_ripe else self.tr("%n jour(s)", "", row.days_left)

    def _title(self, row: "TrashedRecord") -> str:
        if row.is_erased:
            return self.tr("Fiche effacée pour toujours")
        return f"{row.record.title or self.tr('Fiche sans nom')} · {self._form(row)}"

    def _form(self, row: "TrashedRecord") -> str:
        language = self._desk.language
        if language not in self._titles:
            self._titles[language] = self._desk.forms()
        return self._titles[language].get(row.record.form_id, row.form_title)


def _day(at: str) -> str:
    """Write a stored moment as the day on this computer's clock."""
    return f"{moment_from_text(at).astimezone():%d/%m/%Y}" if at else ""
