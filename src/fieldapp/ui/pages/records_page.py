"""The list of records: search, start one, open one, send them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.desk import Desk
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.filter_bar import FilterBar
from fieldapp.ui.pages.form_menu import FormMenu
from fieldapp.ui.pages.loss_line import LossLine
from fieldapp.ui.pages.records_table import RecordsTable
from fieldapp.ui.parts import EmptyState, button, header, label, name_signs
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.records_model import RecordsModel
from fieldapp.ui.shortcuts import bind, hint_of
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import Page

if TYPE_CHECKING:
    from fieldapp.records.selection import Selection
    from fieldapp.ui.listed import Row
    from fieldapp.ui.seeking import Behind
    from fieldapp.usecases.list_records import Offered

_SEARCH_MS = 120
"""Typing that pauses this long is searched for."""


class RecordsPage(Page):
    """Shows the records of the workspace.

    Signals:
        start_asked: The person begins a record; carries the form id.
        open_asked: The person opens a record; carries its id.
        send_asked: The person goes to the page that sends.
        forms_asked: The person goes to the page of the forms.
        read_again: The list was read again: what it can be filtered by, and what is behind, may be other.
    """

    start_asked = Signal(str)
    open_asked = Signal(str)
    send_asked = Signal()
    forms_asked = Signal()
    read_again = Signal()
    is_base = True

    def __init__(self, desk: Desk, actions: RecordActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.record_actions = actions
        self._behind: Behind | None = None
        self.setProperty("ground", "page")
        self.model = RecordsModel(desk, self)
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._timer.timeout.connect(self._on_search)
        self.notice = Notice()
        self.losses = LossLine()
        self.filters = FilterBar()
        self.filters.changed.connect(self._on_search)
        self.filters.hide()
        bar = self._build_header()
        self.table = self._build_table()
        self.empty = EmptyState("file-text")
        self.empty.action.clicked.connect(self._on_new)
        self.nothing_found = EmptyState("search", "", "x")
        self.nothing_found.action.clicked.connect(self.clear)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.nothing_found):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self.notice, self.losses, self.filters, self.stack):
            column.addWidget(part)
        bind("find", self, self._on_find)
        bind("new", self, self._on_new)
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

    def _build_table(self) -> RecordsTable:
        table = RecordsTable()
        table.setModel(self.model)
        table.arrange()
        table.order_asked.connect(self.filters.order_by)
        table.chosen.connect(self._on_chosen)
        table.customContextMenuRequested.connect(self._on_menu)
        self.model.counted.connect(lambda count, is_whole: self.filters.say_count(count, is_whole=is_whole))
        for key, act in ((Qt.Key.Key_Escape, self.search.clear), (Qt.Key.Key_Down, table.setFocus)):
            QShortcut(key, self.search, act).setContext(Qt.ShortcutContext.WidgetShortcut)
        return table

    @override
    def refresh(self) -> None:
        """Read the list again, staying on the same record, and show what suits: the list, or what to do first."""
        kept = self._current_id()
        self.model.show(self._selection())
        self._choose_page(kept)
        self.losses.count_asked.emit()
        self.read_again.emit()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the next step is: on the list, or on what begins one."""
        shown = self.stack.currentWidget()
        (shown.action if isinstance(shown, EmptyState) else self.table).setFocus()

    def offer(self, offered: "Offered") -> None:
        """Show what the list can be filtered by."""
        self.filters.offer(offered)

    def say_behind(self, behind: "Behind") -> None:
        """Say what the list does not know yet, and read it again when it has learnt all."""
        was = self._behind
        self._behind = behind
        self.filters.say_behind(behind)
        selection = self._selection()
        if was is None:
            return
        is_read = was.unread and not behind.unread
        is_counted = was.uncounted and not behind.uncounted and selection.is_incomplete
        if (is_read and (selection.query or selection.is_filtered or selection.order)) or is_counted:
            self.refresh()

    def restrict_to(self, selection: "Selection") -> None:
        """Show what somebody elsewhere asked for, and nothing of what was searched for before."""
        self.search.clear()
        self.filters.restrict_to(selection)

    def clear(self) -> None:
        """Search for nothing and filter nothing."""
        self.search.clear()
        self.filters.clear_filters()

    def _selection(self) -> "Selection":
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.filters.selection(self.search.text().strip(), is_arabic_first=is_rtl)

    def current_row(self) -> "Row | None":
        """Return the row that is marked."""
        place = self.table.currentIndex().row()
        return self.model.row(place) if 0 <= place < self.model.rowCount() else None

    def _current_id(self) -> str:
        row = self.current_row()
        return row.record.record_id if row is not None else ""

    def _choose_page(self, record_id: str = "") -> None:
        selection = self.model.selection
        is_asked = bool(selection.query) or selection.is_filtered
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.table)
            row = max(self.model.row_of(record_id), 0)
            self.table.setCurrentIndex(self.model.index(row, 0))  # selectRow fails from right to left
        else:
            self.stack.setCurrentWidget(self.nothing_found if is_asked else self.empty)
        self.filters.setVisible(is_asked or bool(self.model.rowCount()))
        self.table.show_order(selection)
        self._say()

    def _on_search(self) -> None:
        self._timer.stop()
        self.model.show(self._selection())
        self._choose_page()

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_chosen(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.open_asked.emit(row.record.record_id)

    def _on_new(self) -> None:
        forms = self._desk.forms()
        if len(forms) == 1:
            self.start_asked.emit(next(iter(forms)))
            return
        menu = FormMenu(forms, self)
        menu.chosen.connect(self.start_asked)
        menu.forms_asked.connect(self.forms_asked)
        menu.open_below(self.new)

    def _on_menu(self, place: QPoint) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        row = self.model.row(index.row())
        if row is None:
            return
        record = row.record
        menu = QMenu(self)
        opens = menu.addAction(icon("pencil"), self.tr("Ouvrir"))
        opens.triggered.connect(lambda: self.open_asked.emit(record.record_id))
        self.record_actions.fill(menu, record)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _say(self) -> None:
        self._title.setText(self.tr("Fiches"))
        self.search.setPlaceholderText(self.tr("Chercher un nom, un sigle, un téléphone, un lieu…"))
        self.search.setAccessibleName(self.tr("Chercher dans les fiches"))
        self._find.setIcon(icon("search", "quiet"))
        name_signs(self.search, self.tr("Chercher"), self.tr("Effacer la recherche"))
        self.new.setText(self.tr("Nouvelle fiche"))
        self.new.setToolTip(hint_of("new"))
        self.send.setText(self.tr("Envoyer"))
        self.empty.title.setText(self.tr("Aucune fiche pour l’instant"))
        self.empty.words.setText(
            self.tr(
                "Ici se rangeront les fiches des organisations rencontrées. Tout reste sur cet ordinateur."
            )
        )
        self.empty.action.setText(self.tr("Remplir une première fiche"))
        self._say_nothing_found()
        self.table.setAccessibleName(self.tr("Fiches"))
        self.model.repaint_words()

    def _say_nothing_found(self) -> None:
        sought, is_filtered = self.search.text().strip(), self.filters.wanted.is_filtered
        title = self.tr("Aucune fiche ne répond à ces filtres")
        if sought:
            title = self.tr("Aucune fiche ne contient « {text} »").format(text=sought)
        words = self.tr("Essayez un autre mot, ou un morceau du nom.")
        if is_filtered:
            words = self.tr("Des filtres sont actifs : sans eux, la recherche porte sur toutes les fiches.")
        action = self.tr("Tout effacer") if is_filtered else self.tr("Effacer la recherche")
        self.nothing_found.title.setText(title)
        self.nothing_found.words.setText(words)
        self.nothing_found.action.setText(action)
