"""The panel beside a form: where the record stands, who may move it on, what is said of it, and a line to say more."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fieldapp.records.aside import RECORD_PATH
from fieldapp.records.review import Role
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import as_written, button, label, name_tool, tool
from fieldapp.ui.review.thread_card import ThreadCard
from fieldapp.ui.review.words import SIGNS, ReviewWords
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.review_record import ReviewView

_ANSWER = "answer:"
"""Before the id of a thread, where the line below is for an answer."""
_LINES = 2


class _Threads(QScrollArea):
    """A ground that scrolls, and asks for no more room than the panel has left."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class ReviewPanel(QFrame):
    """Shows a `ReviewView` and says what the person wants; changes nothing itself.

    Signals:
        closed: The person puts the panel away.
        move_asked: Carries the `ReviewState` to move the record to.
        comment_asked: Carries the path of the question (or `RECORD_PATH`) and the text.
        answer_asked: Carries the thread's id and the text.
        settle_asked: Carries the thread's id.
        place_asked: Carries the path of the question to go to.
        role_chosen: Carries the `Role`.
    """

    closed = Signal()
    move_asked = Signal(object)
    comment_asked = Signal(str, str)
    answer_asked = Signal(str, str)
    settle_asked = Signal(str)
    place_asked = Signal(str)
    role_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        self.setFixedWidth(Size.PANEL)
        self._view: ReviewView | None = None
        self._here: tuple[str, str] = ("", "")
        self._words = ReviewWords(self)
        self.cards: list[ThreadCard] = []
        self.moves: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(self._build_head())
        column.addLayout(self._build_state())
        column.addWidget(self._build_threads(), 1)
        column.addLayout(self._build_line())
        keep(self, self._say)

    def _build_head(self) -> QHBoxLayout:
        self._title = label(size="lead")
        self._close = tool("x")
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build_state(self) -> QVBoxLayout:
        self._sign = QLabel()
        self.state = label()
        self.state.setProperty("weight", "strong")
        self._told = label(tone="quiet", size="dense")
        self.role = button("link")
        self._roles = QMenu(self.role)
        self._roles.aboutToShow.connect(self._fill_roles)
        self.role.setMenu(self._roles)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self._sign)
        row.addWidget(self.state, 1)
        self._moves = QVBoxLayout()
        self._moves.setSpacing(Space.XXS)
        column = QVBoxLayout()
        column.setSpacing(Space.XXS)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addLayout(self._moves)
        column.addWidget(self.role, 0, Qt.AlignmentFlag.AlignLeading)
        return column

    def _build_threads(self) -> QScrollArea:
        self._scroll = _Threads()
        inside = QWidget()
        self._threads = QVBoxLayout()
        self._threads.setSpacing(Space.XS)
        self.settled = QCheckBox()
        self.settled.toggled.connect(lambda _: self._show_threads())
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._threads)
        column.addWidget(self.settled)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        return self._scroll

    def _build_line(self) -> QVBoxLayout:
        self.about = QComboBox()
        self.about.setMinimumHeight(Size.FIELD)
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + Space.M)
        self.text.textChanged.connect(self._say_send)
        self.send = button("", "message-square")
        self.send.clicked.connect(self._on_send)
        column = QVBoxLayout()
        column.setSpacing(Space.XXS)
        for part in (self.about, self.text, self.send):
            column.addWidget(part)
        return column

    def show_view(self, view: "ReviewView", *, here: tuple[str, str] = ("", "")) -> None:
        """Show what is said of a record.

        Args:
            view: All of it.
            here: Path and words of the question at which the person is; blank for none.
        """
        self._view, self._here = view, here
        self._say()

    def reveal(self, path: str) -> None:
        """Show what is said of a question, and put the keyboard there; without any, where one writes about it."""
        card = next((each for each in self.cards if each.told.path == path), None)
        if card is None:
            self.text.setFocus()
            return
        self._scroll.ensureWidgetVisible(card)
        act = getattr(card, "answer", None)
        (act if act is not None else self.text).setFocus()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        if self.cards:
            self.reveal(self.cards[0].told.path)
        else:
            (self.text if self.text.isEnabled() else self._close).setFocus()

    def answer(self, thread_id: str) -> None:
        """Let the line below be an answer."""
        self.about.setCurrentIndex(self.about.findData(_ANSWER + thread_id))
        self.text.setFocus()

    def clear_text(self) -> None:
        """What was written is kept: the line is empty again."""
        self.text.clear()

    def _on_send(self) -> None:
        about, text = str(self.about.currentData() or ""), self.text.toPlainText()
        if about.startswith(_ANSWER):
            self.answer_asked.emit(about.removeprefix(_ANSWER), text)
        else:
            self.comment_asked.emit(about or RECORD_PATH, text)

    def _say(self) -> None:
        self._title.setText(self.tr("Commentaires et validation"))
        name_tool(self._close, self.tr("Fermer"))
        self.text.setPlaceholderText(self.tr("Écrire un commentaire…"))
        self.text.setAccessibleName(self.tr("Commentaire"))
        self.about.setAccessibleName(self.tr("Ce dont parle le commentaire"))
        self.send.setText(self.tr("Garder le commentaire"))
        self.send.setToolTip(self.tr("Les commentaires vont à l’équipe, jamais à l’ANAPEC."))
        if self._view is not None:
            self._say_state(self._view)
            self._show_threads()
            self._fill_about(self._view)
        self._say_send()

    def _say_state(self, view: "ReviewView") -> None:
        state = view.review.state
        sign, colour = SIGNS[state]
        self._sign.setPixmap(pixmap(sign, colour, Size.ICON_LARGE, widget=self))
        self.state.setText(self._words.state(state))
        told = []
        if view.review.has_lapsed:
            words = self.tr("Était « {state} » ; une réponse a changé depuis.")
            told.append(words.format(state=self._words.state(view.review.last)))
        elif view.moves:
            told.append(self.tr("par {name}").format(name=as_written(view.moves[-1].name)))
        if view.review.is_disputed:
            told.append(self.tr("Deux personnes l’ont fait avancer en même temps : la prochaine décide."))
        if not view.can_comment:
            told.append(self.tr("Les autres la verront quand elle aura été terminée une fois."))
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))
        self.role.setText(self.tr("Votre rôle : {role}").format(role=self._words.role(view.role)))
        for gone in self.moves:
            self._moves.removeWidget(gone)
            gone.deleteLater()
        self.moves = [self._move(view, number) for number in range(len(view.allowed))]

    def _move(self, view: "ReviewView", number: int) -> QPushButton:
        after = view.allowed[number]
        made = button("", SIGNS[after][0])
        made.setText(self._words.act(after))
        made.clicked.connect(partial(self.move_asked.emit, after))
        self._moves.addWidget(made)
        return made

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
        shown = [*(one for one in view.threads if not one.is_settled)]
        shown += settled if self.settled.isChecked() else []
        for thread in shown:
            made = ThreadCard(thread, can_write=view.can_comment)
            made.place_asked.connect(self.place_asked)
            made.answer_asked.connect(self.answer)
            made.settle_asked.connect(self.settle_asked)
            self._threads.addWidget(made)
            self.cards.append(made)
        if not shown:
            nothing = label(tone="quiet")
            nothing.setText(self.tr("Aucun commentaire ouvert."))
            self._threads.addWidget(nothing)
        self.settled.setText(self.tr("Montrer les %n commentaire(s) réglé(s)", "", len(settled)))
        self.settled.setVisible(bool(settled))

    def _fill_about(self, view: "ReviewView") -> None:
        kept = self.about.currentData()
        path, words = self._here
        self.about.clear()
        if path:
            self.about.addItem(words, path)
        self.about.addItem(self.tr("Toute la fiche"), RECORD_PATH)
        for thread in view.threads:
            about = thread.question or self.tr("Toute la fiche")
            self.about.addItem(
                self.tr("Réponse à : {question}").format(question=about), _ANSWER + thread.thread_id
            )
        self.about.setCurrentIndex(max(self.about.findData(kept), 0) if self.text.toPlainText() else 0)
        for part in (self.about, self.text):
            part.setEnabled(view.can_comment)

    def _say_send(self) -> None:
        can_write = self._view is not None and self._view.can_comment
        self.send.setEnabled(can_write and bool(self.text.toPlainText().strip()))

    def _fill_roles(self) -> None:
        self._roles.clear()
        for role in Role:
            act = self._roles.addAction(self._words.role(role))
            act.setCheckable(True)
            act.setChecked(self._view is not None and role is self._view.role)
            act.triggered.connect(partial(self._choose, role))

    def _choose(self, role: Role) -> None:
        QTimer.singleShot(0, partial(self.role_chosen.emit, role))  # once the menu is gone
