"""The page one comes home to: what to do next, what exists only here, how far the mission is, and a new record."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.desk import Desk
from fieldapp.ui.live import keep
from fieldapp.ui.pages.form_menu import FormMenu
from fieldapp.ui.pages.loss_card import LossCard
from fieldapp.ui.pages.progress_card import ProgressCard
from fieldapp.ui.pages.task_card import TaskCard
from fieldapp.ui.parts import EmptyState, button, ground, header, label
from fieldapp.ui.shortcuts import bind, hint_of
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import Page

if TYPE_CHECKING:
    from fieldapp.usecases.overview import Overview

_AGAIN_MS = 1_500
"""Pause before it is looked again while records are being read for the index."""


class HomePage(Page):
    """Shows what it is told; whoever serves it looks into the workspace.

    Signals:
        look_asked: The page is shown, or what it shows may be other.
        again_asked: Records were still being read for the index when it was looked last.
        start_asked: The person begins a record; carries the form id.
        open_asked: The person opens a record; carries its id.
        list_asked: The person wants to see records; carries the `Selection`.
        search_asked: The person looks for a record.
        send_asked: The person goes to the page that sends.
        forms_asked: The person goes to the page of the forms.
    """

    look_asked = Signal()
    again_asked = Signal()
    start_asked = Signal(str)
    open_asked = Signal(str)
    list_asked = Signal(object)
    search_asked = Signal()
    send_asked = Signal()
    forms_asked = Signal()
    is_base = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("ground", "page")
        self.menu: FormMenu | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        bar = self._build_header()
        self.tasks, self.losses, self.progress = TaskCard(), LossCard(), ProgressCard()
        self.tasks.open_asked.connect(self.open_asked)
        self.tasks.send_asked.connect(self.send_asked)
        for part in (self.tasks, self.progress):
            part.list_asked.connect(self.list_asked)
        self.empty = EmptyState("file-text", "", "plus")
        self.empty.action.clicked.connect(self._on_new)
        self.empty.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(ground(self._build_body(), Size.HOME), 1)
        bind("new", self, self._on_new)
        bind("find", self, self.search_asked.emit)
        keep(self, self._say)

    def _build_header(self) -> QWidget:
        bar, row = header()
        self._title = label(size="title", is_wrapped=False)
        self.send = button("", "send")
        self.send.clicked.connect(self.send_asked)
        self.new = button("primary", "plus")
        self.new.clicked.connect(self._on_new)
        row.addWidget(self._title, 1)
        for part in (self.send, self.new):
            row.addWidget(part)
        return bar

    def _build_body(self) -> QWidget:
        inside = QWidget()
        self._sides = sides = QHBoxLayout(inside)
        sides.setContentsMargins(Space.M, Space.L, Space.M, Space.XL)
        sides.setSpacing(Space.M)
        first, second = QVBoxLayout(), QVBoxLayout()
        for column, parts in ((first, (self.empty, self.tasks)), (second, (self.losses, self.progress))):
            column.setSpacing(Space.M)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        sides.addLayout(first, 5)
        sides.addLayout(second, 4)
        return inside

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards one below the other where two beside each other would be too narrow."""
        super().resizeEvent(event)
        is_narrow = self.width() < 2 * Size.CARD
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)

    def hang(self, card: QWidget) -> None:
        """Hang up what is to be read before anything else, below the header."""
        self._column.insertWidget(1, card)

    def show_overview(self, seen: "Overview") -> None:
        """Show how the workspace stands."""
        is_new = not seen.forms
        self.empty.setVisible(is_new)
        self.tasks.setVisible(not is_new or bool(seen.tasks))
        self.tasks.show_tasks(seen.tasks)
        self.progress.show_progress(seen)
        if seen.unread:
            self._again.start()

    @override
    def focus_first(self) -> None:
        """Put the keyboard on what begins a record: Tab leads on to what waits."""
        self.new.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_asked.emit()

    def _look_again(self) -> None:
        if self.isVisible():
            self.again_asked.emit()

    def _on_new(self) -> None:
        forms = self._desk.forms()
        if len(forms) == 1:
            self.start_asked.emit(next(iter(forms)))
            return
        self.menu = FormMenu(forms, self)
        self.menu.chosen.connect(self.start_asked)
        self.menu.forms_asked.connect(self.forms_asked)
        self.menu.open_below(self.new if self.empty.isHidden() else self.empty.action)

    def _say(self) -> None:
        self._title.setText(self.tr("Accueil"))
        self.send.setText(self.tr("Envoyer"))
        self.new.setText(self.tr("Nouvelle fiche"))
        self.new.setToolTip(hint_of("new"))
        self.empty.title.setText(self.tr("Aucune fiche pour l’instant"))
        self.empty.words.setText(
            self.tr(
                "Ici se verra ce qui reste à faire : brouillons à reprendre, fiches à vérifier, envois. "
                "Tout reste sur cet ordinateur."
            )
        )
        self.empty.action.setText(self.tr("Remplir une première fiche"))
