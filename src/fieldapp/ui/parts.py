"""Small pieces that several pages are made of, so that each page reads as what it shows."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui.icons import icon, icon_beside_words, pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.shortcuts import bind, give
from fieldapp.ui.theme import Size, Space

_SEARCH_MS = 120
"""A pause in typing after which what is sought is looked for."""


def label(*, size: str = "", tone: str = "", is_wrapped: bool = True) -> QLabel:
    """Return a label of the type scale."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(is_wrapped)
    if size:
        made.setProperty("scale", size)
    if tone:
        made.setProperty("tone", tone)
    keep(made, lambda: lead(made))
    return made


def lead(made: QLabel) -> None:
    """Align a text with the side where reading begins in the window's language, whatever its own script."""
    is_rtl = made.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    vertical = made.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | vertical)


def as_written(text: str) -> str:
    """Return a name, a version or a file name so that a sentence in Arabic does not turn its parts round."""
    return f"\u2066{text}\u2069"


def in_reading_order(text: str, widget: QWidget) -> str:
    """Return a text that runs as the window reads, whatever script it begins in."""
    is_rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return ("\u200f" if is_rtl else "\u200e") + text


def button(kind: str = "", sign: str = "") -> QPushButton:
    """Return a button: `primary` (one a page), `quiet`, `link`, or plain."""
    made = QPushButton()
    made.setAutoDefault(True)  # Enter presses it, as the space bar does
    if kind:
        made.setProperty("kind", kind)
    if sign:
        colour = "on_accent" if kind == "primary" else "strong"
        made.setIconSize(QSize(Size.ICON + Space.XS, Size.ICON))
        keep(made, lambda: made.setIcon(icon_beside_words(sign, colour)))
    return made


def tool(sign: str) -> QToolButton:
    """Return a small button with an icon only; its text is its tooltip and what screen readers say."""
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setFixedSize(Size.FIELD, Size.FIELD)
    made.setIconSize(QSize(Size.ICON_LARGE, Size.ICON_LARGE))
    keep(made, lambda: made.setIcon(icon(sign)))
    return made


def name_tool(made: QToolButton, text: str, keys: str = "") -> None:
    """Give an icon button its words."""
    made.setText(text)
    made.setAccessibleName(text)
    made.setToolTip(f"{text} ({keys})" if keys else text)


def header() -> tuple[QFrame, QHBoxLayout]:
    """Return the bar at the top of a page, and where its parts go."""
    bar = QFrame()
    return bar, as_header(bar)


def as_header(bar: QFrame) -> QHBoxLayout:
    """Make a bar at the top of a page of a frame, and return where its parts go."""
    bar.setProperty("kind", "header")
    bar.setFixedHeight(Size.HEADER)
    row = QHBoxLayout(bar)
    row.setContentsMargins(Space.M, 0, Space.M, 0)
    row.setSpacing(Space.XS)
    return row


class BackHeader(QFrame):
    """The bar of a page that one looks into: the way back and the title, then what the page adds to `row`.

    Signals:
        back_asked: The person goes back.
    """

    back_asked = Signal()

    def __init__(self, *, title_stretch: int = 1) -> None:
        super().__init__()
        self.row = as_header(self)
        self.back = button("quiet", "arrow-left")
        self.back.clicked.connect(self.back_asked)
        self.title = label(size="title", is_wrapped=False)
        self.row.addWidget(self.back)
        self.row.addWidget(self.title, title_stretch)
        keep(self, self._say)

    def _say(self) -> None:
        self.back.setText(self.tr("Retour"))
        give("back", self.back)  # a new text takes the shortcut away


def name_signs(line: QLineEdit, seek: str, clear: str = "") -> None:
    """Let a screen reader say the signs inside a line: the one before the words, and the one that takes them away."""
    for sign in (*line.findChildren(QAction), *line.actions()):
        sign.setText(clear if sign.objectName() == _CLEAR else seek)


_CLEAR = "_q_qlineeditclearaction"
"""What Qt calls the sign that it makes itself."""


class SearchLine(QLineEdit):
    """The line of a header in which one searches what the page shows.

    Signals:
        asked: The person has stopped typing; carries the words.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(Size.FIELD)
        self.setMaximumWidth(Size.CARD)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text()))
        self.textChanged.connect(lambda _: self._pause.start())
        sign = QAction(self)
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        keep(self, lambda: sign.setIcon(icon("search", "quiet")))
        keep(self, lambda: name_signs(self, self.tr("Chercher"), self.tr("Effacer la recherche")))

    def find_in(self, page: QWidget) -> None:
        """Let the platform's key for finding lead here from anywhere on a page."""
        bind("find_aside", page, self.setFocus)


def ground(inside: QWidget, width: int) -> QScrollArea:
    """Return the ground of a page that scrolls: what stands on it in the middle, and no stop of its own for Tab."""
    scroll = QScrollArea()
    scroll.setProperty("ground", "page")
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = QWidget()
    page.setProperty("ground", "page")
    page.setLayout(centred(inside, width))
    scroll.setWidget(page)
    return scroll


def card() -> tuple[QFrame, QVBoxLayout]:
    """Return a card, and where its parts go."""
    made = QFrame()
    made.setProperty("kind", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    column.setSpacing(Space.S)
    return made, column


def centred(inside: QWidget, width: int) -> QHBoxLayout:
    """Return a row that holds something in the middle, never wider than this."""
    inside.setMaximumWidth(width)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(inside, 1000)
    row.addStretch(1)
    return row


class EmptyState(QWidget):
    """Says what will stand here and offers the first step."""

    def __init__(self, sign: str, kind: str = "primary", action_sign: str = "plus") -> None:
        super().__init__()
        self._picture = QLabel()
        self.title = label(size="title")
        self.words = label(tone="quiet")
        self.action = button(kind, action_sign)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(Space.S)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(centred(inside, Size.CARD))
        outer.addStretch(3)
        for part in (self.title, self.words):
            keep(part, partial(part.setAlignment, Qt.AlignmentFlag.AlignHCenter))
        keep(self, lambda: self._picture.setPixmap(pixmap(sign, "line", Size.ICON_EMPTY, widget=self)))


class Field(QWidget):
    """A labelled line outside any form: a name, a passphrase."""

    def __init__(self, *, is_secret: bool = False) -> None:
        super().__init__()
        self._label = label(is_wrapped=False)
        self._label.setProperty("weight", "strong")
        self.line = QLineEdit()
        self.line.setMinimumHeight(Size.FIELD)
        if is_secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._hint = label(tone="quiet", size="dense")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        for part in (self._label, self.line, self._hint):
            column.addWidget(part)
        self._label.setBuddy(self.line)
        self.setFocusProxy(self.line)

    def say(self, text: str, hint: str = "") -> None:
        """Write its label and the help below."""
        self._label.setText(text)
        self.line.setAccessibleName(text)
        self.line.setAccessibleDescription(hint)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
