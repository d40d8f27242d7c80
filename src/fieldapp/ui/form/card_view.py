"""One instance of a repeat as a card: folded to a line, or unfolded with its questions; what can be done with it."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.form.group_view import Fill
from fieldapp.ui.form.instances import name_of, shown_answer
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.icons import icon, pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import in_reading_order, lead, name_tool, tool
from fieldapp.ui.shortcuts import hint_of
from fieldapp.ui.theme import Size, Space


class Act(StrEnum):
    """What a person does with the instances of a repeat; those that have keys bear their name."""

    OPEN = "instance_open"
    ADD = "instance_add"
    COPY = "instance_copy"
    UP = "instance_up"
    DOWN = "instance_down"
    REMOVE = "instance_remove"


_SIGNS = {Act.COPY: "copy", Act.UP: "chevron-up", Act.DOWN: "chevron-down", Act.REMOVE: "trash-2"}


class ElidedLabel(QLabel):
    """One line that is cut where its room ends, with the whole of it in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(Space.HAIR)

    def set_words(self, words: str) -> None:
        """Show a text."""
        self._words = words
        self._cut()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._words if shown != self._words else "")
        lead(self)


class CardView(QFrame):
    """One instance of a repeat; its questions are built when it is unfolded.

    Signals:
        asked: The person wants something done with this instance: the act and the reference.
        unfolded: It was folded or unfolded; true when unfolded.
    """

    asked = Signal(str, str)
    unfolded = Signal(bool)

    def __init__(
        self,
        reference: str,
        reader: FormReader,
        fill: Fill,
        *,
        columns: tuple[str, ...],
        can_change: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.reference = reference
        self.name = reader.path_of(reference)
        """Its record path, which stays its own when others come or go."""
        self._reader = reader
        self._fill = fill
        self._columns = columns
        self._is_wrong = False
        self._body: QWidget | None = None
        self.setProperty("kind", "card")
        self._fold = QToolButton()  # its icon is another when it is folded
        self._fold.setProperty("kind", "quiet")
        self._title = QLabel()
        self._title.setProperty("weight", "strong")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._told = ElidedLabel()
        self._told.setProperty("tone", "quiet")
        self._sign = QLabel()
        self._word = QLabel()
        self._word.setProperty("tone", "problem")
        self._more = tool("ellipsis-vertical")
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._layout.setSpacing(Space.S)
        self._layout.addLayout(self._head())
        self._more.setVisible(can_change)  # not before it has its place: it would be a window of its own
        self._fold.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        keep(self, self._say)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self._fold)
        head.addWidget(self._title)
        head.addWidget(self._told, 1)
        head.addWidget(self._sign)
        head.addWidget(self._word)
        head.addWidget(self._more)
        return head

    @property
    def is_open(self) -> bool:
        """Whether its questions are seen."""
        return self._body is not None and not self._body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Fold or unfold, building the questions the first time."""
        if is_open == self.is_open:
            return
        if self._body is None:
            self._body = QWidget(self)
            inside = QVBoxLayout(self._body)
            inside.setContentsMargins(0, 0, 0, Space.XS)
            inside.setSpacing(Space.L)
            self._fill(inside, self._reader.children(self.reference))
            self._layout.addWidget(self._body)
        self._body.setVisible(is_open)
        self._say()
        self.unfolded.emit(is_open)

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Say whether a question inside is to be corrected; it is seen when the card is folded, too."""
        if is_wrong != self._is_wrong:
            self._is_wrong = is_wrong
            self._say()

    def paint_words(self) -> None:
        """Write the heading: the repeat's name, the number, and the first answers when folded."""
        self._say()

    def _say(self) -> None:
        self._fold.setFixedSize(Size.FIELD, Size.FIELD)
        self._fold.setIconSize(QSize(Size.ICON_LARGE, Size.ICON_LARGE))
        name_tool(self._fold, self.tr("Replier") if self.is_open else self.tr("Déplier"))
        self._fold.setIcon(icon("chevron-up" if self.is_open else "chevron-down"))
        name_tool(self._more, self.tr("Déplacer, copier ou retirer"))
        heading = name_of(self._reader, self.reference)
        self._fold.setAccessibleName(f"{self._fold.text()} : {heading}")
        self._more.setAccessibleName(f"{self._more.text()} : {heading}")
        summary = "" if self.is_open else self._summary()
        self._title.setText(in_reading_order(heading, self))
        self._told.set_words(in_reading_order(summary, self) if summary else "")
        self._word.setText(self.tr("à corriger"))
        self._sign.setPixmap(pixmap("circle-alert", "problem", Size.ICON, widget=self))
        for part in (self._sign, self._word):
            part.setVisible(self._is_wrong and not self.is_open)

    def _summary(self) -> str:
        said = (shown_answer(self._reader, self.reference + column) for column in self._columns)
        return " · ".join(text for text in said if text)

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.setToolTipsVisible(True)
        words = {
            Act.COPY: self.tr("Dupliquer"),
            Act.UP: self.tr("Monter"),
            Act.DOWN: self.tr("Descendre"),
            Act.REMOVE: self.tr("Retirer"),
        }
        count = len(self._reader.repeat_references(self.reference.rpartition("[")[0]))
        place = int(self.reference.rpartition("[")[2].rstrip("]"))
        stands_at_end = {Act.UP: place == 1, Act.DOWN: place == count}
        for act, text in words.items():
            made = self._menu.addAction(icon(_SIGNS[act]), f"{text}\t{hint_of(act)}")
            made.setObjectName(act)
            made.setEnabled(not stands_at_end.get(act, False))
            made.triggered.connect(partial(self.asked.emit, str(act), self.reference))
