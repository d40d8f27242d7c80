"""The panel beside a form: where the record stands, who may move it on, what is said of it, and a line to say more."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.parts import label, name_tool, tool
from fieldapp.ui.review.comment_line import CommentLine
from fieldapp.ui.review.state_box import StateBox
from fieldapp.ui.review.thread_card import ThreadCard
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.review_record import ReviewView


class _Threads(QScrollArea):
    """A ground that scrolls, and asks for no more room than the panel has left."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setProperty("ground", "page")
        self.setWidget(inside)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class ReviewPanel(QFrame):
    """Shows a `ReviewView` and says what the person wants; changes nothing itself.

    Signals:
        closed: The person puts the panel away.
        settle_asked: Carries the thread's id.
        place_asked: Carries the path of the question to go to.

    Attributes:
        box: Where the record stands, with the moves.
        line: Where one writes.
        cards: The threads shown.
    """

    closed = Signal()
    settle_asked = Signal(str)
    place_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self.setFixedWidth(Size.PANEL)
        self._view: ReviewView | None = None
        self.box, self.line = StateBox(), CommentLine()
        self.cards: list[ThreadCard] = []
        self._title = label(size="lead")
        self._close = tool("x")
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.settled = QCheckBox()
        self.settled.toggled.connect(lambda _: self._show_threads())
        inside = QWidget()
        self._threads = QVBoxLayout()
        self._threads.setSpacing(Space.XS)
        said = QVBoxLayout(inside)
        said.setContentsMargins(0, 0, 0, 0)
        said.addLayout(self._threads)
        said.addWidget(self.settled)
        said.addStretch(1)
        self._scroll = _Threads(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.line)
        keep(self, self._say)

    def show_view(self, view: "ReviewView", *, here: tuple[str, str] = ("", "")) -> None:
        """Show what is said of a record.

        Args:
            view: All of it.
            here: Path and words of the question at which the person is; blank for none.
        """
        self._view = view
        self.box.show_view(view)
        self.line.show_view(view, here)
        self._show_threads()

    def reveal(self, path: str) -> None:
        """Show what is said of a question, and put the keyboard there; without any, where one writes about it."""
        card = next((each for each in self.cards if each.told.path == path), None)
        if card is None:
            self.line.text.setFocus()
            return
        self._scroll.ensureWidgetVisible(card)
        (card.answer if card.answer is not None else self.line.text).setFocus()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        if self.cards:
            self.reveal(self.cards[0].told.path)
        else:
            (self.line.text if self.line.text.isEnabled() else self._close).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The way out of the panel, from anywhere in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        self._title.setText(self.tr("Commentaires et validation"))
        name_tool(self._close, self.tr("Fermer"))
        self._show_threads()

    def _show_threads(self) -> None:
        while (item := self._threads.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        view = self._view
        if view is None:
            return
        settled = [one for one in view.threads if one.is_settled]
        shown = [one for one in view.threads if not one.is_settled]
        shown += settled if self.settled.isChecked() else []
        for thread in shown:
            made = ThreadCard(thread, can_write=view.can_comment)
            made.place_asked.connect(self.place_asked)
            made.answer_asked.connect(self.line.answer)
            made.settle_asked.connect(self.settle_asked)
            self._threads.addWidget(made)
            self.cards.append(made)
        if not shown:
            nothing = label(tone="quiet")
            nothing.setText(self.tr("Aucun commentaire ouvert."))
            self._threads.addWidget(nothing)
        self.settled.setText(self.tr("Montrer les %n commentaire(s) réglé(s)", "", len(settled)))
        self.settled.setVisible(bool(settled))
        self._order()

    def _order(self) -> None:
        """Let Tab follow the eye: cards and moves are made anew, and would come last."""
        acts = [act for card in self.cards for act in card.acts]
        stops = [self._close, *self.box.stops(), *acts, self.settled, *self.line.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
