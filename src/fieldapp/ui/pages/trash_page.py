"""The trash: what was put aside, since when, why and by whom; everything comes back with one key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.desk import Desk
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.records_table import RecordsTable
from fieldapp.ui.parts import BackHeader, EmptyState, SearchLine, button, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.trash_model import LEFT, SINCE, TITLE, WHO, WHY, TrashModel
from fieldapp.ui.turning import AsidePage

if TYPE_CHECKING:
    from fieldapp.usecases.list_trash import TrashedRecord

_WIDTHS = {
    WHY: "LIST",
    WHO: "COLUMN_CHANGED",
    SINCE: "COLUMN_TRANSMISSION",
    LEFT: "COLUMN_CHANGED",
}
"""Columns and the names of their widths among the sizes."""


class TrashPage(AsidePage):
    """Shows what lies in the trash.

    Signals:
        restore_asked: The person brings a record back; carries its id.
        removal_asked: The person looks at what lay there for long, to remove it for ever; carries a list of it.
    """

    restore_asked = Signal(str)
    removal_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.model = TrashModel(desk, self)
        bar = self._build_header()
        self.notice = Notice(can_close=False)
        self.words = label(tone="quiet")
        self.words.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self.table = self._build_table()
        self.empty = EmptyState("trash-2", "", "arrow-left")
        self.empty.action.clicked.connect(self.closed)
        self.nothing_found = EmptyState("search", "", "x")
        self.nothing_found.action.clicked.connect(self.search.clear)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.nothing_found):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self.notice, self.words, self.stack):
            column.addWidget(part, 1 if part is self.stack else 0)
        keep(self, self._say)

    def _build_header(self) -> QWidget:
        bar = BackHeader(title_stretch=0)
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        self.search = SearchLine()
        self.search.find_in(self)
        self.search.asked.connect(self._show)
        self.restore = button("primary", "undo-2")
        self.restore.clicked.connect(self._on_restore)
        bar.row.addSpacing(Space.M)
        bar.row.addWidget(self.search, 1)
        bar.row.addStretch(1)
        bar.row.addWidget(self.restore)
        return bar

    def _build_table(self) -> RecordsTable:
        table = RecordsTable()
        table.setModel(self.model)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, size in _WIDTHS.items():
            table.setColumnWidth(column, getattr(Size, size))
        table.gives_way = {column: _WIDTHS[column] for column in (SINCE, WHO, WHY)}
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        table.chosen.connect(lambda _: self._on_restore())
        table.selectionModel().currentRowChanged.connect(lambda *_: self._say_restore())
        return table

    @override
    def refresh(self) -> None:
        """Read the trash again."""
        self._show(self.search.text())

    @override
    def focus_first(self) -> None:
        """Put the keyboard on the table, or on the way back from an empty one."""
        shown = self.stack.currentWidget()
        (shown.action if isinstance(shown, EmptyState) else self.table).setFocus()

    def chosen(self) -> "TrashedRecord | None":
        """Return what is selected, if it can come back."""
        index = self.table.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        return None if row is None or row.is_erased else row

    def _show(self, query: str) -> None:
        at = self.table.currentIndex().row()
        self.model.search(query)
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.table)
            row = min(max(at, 0), self.model.rowCount() - 1)
            self.table.setCurrentIndex(self.model.index(row, TITLE))  # selectRow fails from right to left
        else:
            self.stack.setCurrentWidget(self.nothing_found if query.strip() else self.empty)
        self._say()

    def _on_restore(self) -> None:
        row = self.chosen()
        if row is not None:
            self.restore_asked.emit(row.record.record_id)

    def _say(self) -> None:
        self._title.setText(self.tr("Corbeille"))
        self.search.setPlaceholderText(self.tr("Chercher un titre…"))
        self.search.setAccessibleName(self.tr("Chercher dans la corbeille"))
        self.words.setText(
            self.tr("Rien ne disparaît de soi-même. Entrée remet la fiche choisie, avec toutes ses réponses.")
        )
        self.empty.title.setText(self.tr("La corbeille est vide"))
        self.empty.words.setText(self.tr("Les fiches mises de côté se retrouvent ici, avec leurs réponses."))
        self.empty.action.setText(self.tr("Retour"))
        sought = self.search.text().strip()
        self.nothing_found.title.setText(self.tr("Aucun titre ne contient « {text} »").format(text=sought))
        self.nothing_found.words.setText(self.tr("Essayez un autre mot, ou un morceau du nom."))
        self.nothing_found.action.setText(self.tr("Effacer la recherche"))
        self.table.setAccessibleName(self._title.text())
        self.model.repaint_words()
        self._say_restore()
        self._say_ripe()

    def _say_restore(self) -> None:
        self.restore.setText(self.tr("Remettre"))
        self.restore.setToolTip(self.tr("Entrée"))
        self.restore.setEnabled(self.chosen() is not None)
        self.words.setVisible(self.stack.currentWidget() is self.table)

    def _say_ripe(self) -> None:
        ripe = self.model.ripe()
        if not ripe:
            self.notice.hide()
            return
        words = self.tr("%n fiche(s) sont là depuis plus de 90 jours.", "", len(ripe))
        act = self.tr("Les effacer pour toujours…")
        self.notice.say("attention", words, action=act, act=self._on_removal)

    def _on_removal(self) -> None:
        ripe = self.model.ripe()
        self.notice.show()
        self.removal_asked.emit(ripe)
