"""The list of records: search, start one, open one, send them."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fieldapp.ui.desk import Desk
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.loss_line import LossLine
from fieldapp.ui.parts import EmptyState, button, header, label
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.records_model import CHANGED, FORM, STATUS, TITLE, TRANSMISSION, RecordsModel
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import Page

_SEARCH_MS = 120
"""Typing that pauses this long is searched for."""
_WIDTHS = {
    FORM: Size.COLUMN_FORM,
    STATUS: Size.COLUMN_STATUS,
    TRANSMISSION: Size.COLUMN_TRANSMISSION,
    CHANGED: Size.COLUMN_CHANGED,
}


class RecordsPage(Page):
    """Shows the records of the workspace.

    Signals:
        start_asked: The person begins a record; carries the form id.
        open_asked: The person opens a record; carries its id.
        send_asked: The person goes to the page that sends.
        forms_asked: The person goes to the page of the forms.
    """

    start_asked = Signal(str)
    open_asked = Signal(str)
    send_asked = Signal()
    forms_asked = Signal()

    def __init__(self, desk: Desk, actions: RecordActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self.setProperty("ground", "page")
        self.model = RecordsModel(desk, self)
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._timer.timeout.connect(self._on_search)
        self.notice = Notice()
        self.losses = LossLine()
        bar = self._build_header()
        self.table = self._build_table()
        self.empty = EmptyState("file-text")
        self.empty.action.clicked.connect(self._on_new)
        self.nothing_found = EmptyState("search", "", "x")
        self.nothing_found.action.clicked.connect(self.search.clear)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.nothing_found):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self.notice, self.losses, self.stack):
            column.addWidget(part)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self._on_new)
        keep(self, self._say)

    def _build_header(self) -> QWidget:
        bar, row = header()
        self._title = label(size="title", is_wrapped=False)
        self.search = QLineEdit()
        self.search.setMinimumHeight(Size.FIELD)
        self.search.setMaximumWidth(Size.CARD)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self._find = QAction(self)
        self.search.addAction(self._find, QLineEdit.ActionPosition.LeadingPosition)
        self.send = button("", "send")
        self.send.clicked.connect(self.send_asked)
        self.new = button("primary", "plus")
        self.new.clicked.connect(self._on_new)
        row.addWidget(self._title)
        row.addSpacing(Space.M)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        row.addWidget(self.send)
        row.addWidget(self.new)
        return bar

    def _build_table(self) -> QTableView:
        table = RecordsTable()
        table.setModel(self.model)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.chosen.connect(lambda row: self.open_asked.emit(self.model.row(row).record.record_id))
        table.customContextMenuRequested.connect(self._on_menu)
        return table

    @override
    def refresh(self) -> None:
        """Read the list again, staying on the same record, and show what suits: the list, or what to do first."""
        current = self.table.currentIndex().row()
        kept = self.model.row(current).record.record_id if 0 <= current < self.model.rowCount() else ""
        self.model.refresh()
        self._choose_page(kept)
        self.losses.count_asked.emit()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the next step is: on the list, or on what begins one."""
        shown = self.stack.currentWidget()
        (shown.action if isinstance(shown, EmptyState) else self.table).setFocus()

    def _choose_page(self, record_id: str = "") -> None:
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.table)
            self.table.selectRow(max(self.model.row_of(record_id), 0))
        else:
            self.stack.setCurrentWidget(self.nothing_found if self.search.text().strip() else self.empty)
        self._say()

    def _on_search(self) -> None:
        self.model.search(self.search.text())
        self._choose_page()

    def _on_new(self) -> None:
        forms = self._desk.forms()
        if len(forms) == 1:
            self.start_asked.emit(next(iter(forms)))
            return
        menu = QMenu(self)
        for form_id, title in forms.items():
            start = menu.addAction(icon("file-text"), title)
            start.triggered.connect(lambda _=False, chosen=form_id: self.start_asked.emit(chosen))
        menu.addSeparator()
        menu.addAction(icon("settings"), self.tr("Formulaires…")).triggered.connect(self.forms_asked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _on_menu(self, place: QPoint) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        record = self.model.row(index.row()).record
        menu = QMenu(self)
        opens = menu.addAction(icon("pencil"), self.tr("Ouvrir"))
        opens.triggered.connect(lambda: self.open_asked.emit(record.record_id))
        self._actions.fill(menu, record)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _say(self) -> None:
        self._title.setText(self.tr("Fiches"))
        self.search.setPlaceholderText(self.tr("Chercher un nom, une ville, un mot…"))
        self.search.setAccessibleName(self.tr("Chercher dans les fiches"))
        self._find.setIcon(icon("search", "quiet"))
        self.new.setText(self.tr("Nouvelle fiche"))
        self.new.setToolTip(self.tr("Ctrl+N"))
        self.send.setText(self.tr("Envoyer"))
        self.empty.title.setText(self.tr("Aucune fiche pour l’instant"))
        self.empty.words.setText(
            self.tr(
                "Ici se rangeront les fiches des organisations rencontrées. Tout reste sur cet ordinateur."
            )
        )
        self.empty.action.setText(self.tr("Remplir une première fiche"))
        sought = self.search.text().strip()
        self.nothing_found.title.setText(self.tr("Aucune fiche ne contient « {text} »").format(text=sought))
        self.nothing_found.words.setText(self.tr("Essayez un autre mot, ou un morceau du nom."))
        self.nothing_found.action.setText(self.tr("Effacer la recherche"))
        self.table.setAccessibleName(self.tr("Fiches"))
        self.model.repaint_words()


class RecordsTable(QTableView):
    """Rows that are opened by Enter or a double click.

    Signals:
        chosen: Emitted with the number of the row.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "records")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Size.ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.doubleClicked.connect(self._on_chosen)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
