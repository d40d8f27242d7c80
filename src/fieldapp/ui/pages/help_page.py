"""The short help, in the window's language, read from `resources/help`; and the map of the keys, this page first."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.base.paths import resources
from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.parts import BackHeader, button, centred
from fieldapp.ui.shortcuts import KeyMap, Place
from fieldapp.ui.theme import LINE_HEIGHT, Size, Space
from fieldapp.ui.turning import AsidePage

_KEYS_HERE = "{keys}"
"""Where the help shows the map of the keys."""
_KEY_PART = 36
"""Hundredths of the width for what is typed or pressed; the rest says what comes of it."""


class HelpPage(AsidePage):
    """What one needs to begin, and the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = "fr"
        self._place = Place.EVERYWHERE
        self.shows_keys = False
        self.setProperty("ground", "page")
        bar = BackHeader()
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        self.other = button("", "keyboard")
        self.other.clicked.connect(self._turn)
        bar.row.addWidget(self.other)
        self.text = QTextBrowser()
        self.text.setProperty("kind", "help")
        self.text.setOpenExternalLinks(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addSpacing(Space.M)
        column.addLayout(centred(self.text, Size.READING))
        keep(self, self._say)

    @override
    def focus_first(self) -> None:
        self.text.setFocus()

    def show_language(self, code: str) -> None:
        """Show the help in another language."""
        self._language = code
        self._say()

    def show_keys(self, place: Place) -> None:
        """Show the map of the keys, those of a place first."""
        self._place, self.shows_keys = place, True
        self._say()

    def show_help(self) -> None:
        """Show the help."""
        self.shows_keys = False
        self._say()

    def _turn(self) -> None:
        self.shows_keys = not self.shows_keys
        self._say()
        self.text.setFocus()

    def _say(self) -> None:
        titles = self.tr("Aide"), self.tr("Touches du clavier")
        self._title.setText(titles[self.shows_keys])
        self.other.setText(titles[not self.shows_keys])
        self.text.setAccessibleName(self._title.text())
        if self.isVisible():
            self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        file = resources() / "help" / self._language / "fiches.md"
        words = self._keys() if self.shows_keys else file.read_text(encoding="utf-8")
        words = words.replace(_KEYS_HERE, self._keys())
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.text.setMarkdown(_mirrored(words) if is_mirrored else words)
        self._give_air()
        self._widen_tables()

    def _keys(self) -> str:
        head = f"| {self.tr('Touche')} | {self.tr('Effet')} |\n|---|---|\n"
        return "\n\n".join(
            f"### {title}\n\n{head}" + "\n".join(f"| {keys} | {words} |" for keys, words in rows)
            for title, rows in KeyMap().groups(self._place)
        )

    def _give_air(self) -> None:
        """Set the lines as far apart as the look asks for; Markdown brings its own, narrower."""
        self.text.document().setDocumentMargin(Space.M)
        block = self.text.document().begin()
        while block.isValid():
            style = block.blockFormat()
            style.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if style.headingLevel():
                style.setTopMargin(Space.M)
                style.setBottomMargin(Space.XS)
            QTextCursor(block).setBlockFormat(style)
            block = block.next()

    def _widen_tables(self) -> None:
        """Let tables take the whole width, so that they begin where the language begins, with hairlines and air."""
        colours = current_colours()
        parts = _KEY_PART, 100 - _KEY_PART
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            parts = parts[::-1]
        for frame in self.text.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                style = frame.format().toTableFormat()
                style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                style.setColumnWidthConstraints(
                    [QTextLength(QTextLength.Type.PercentageLength, part) for part in parts]
                )
                style.setBorderCollapse(True)
                style.setBorder(Space.HAIR)
                style.setBorderBrush(QColor(colours.hairline))
                style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                style.setCellPadding(Space.XXS)
                frame.setFormat(style)


def _mirrored(markdown: str) -> str:
    """Return Markdown with the columns of its tables turned round: Qt sets them from the left in every language."""
    return "\n".join(
        f"|{'|'.join(reversed(line.split('|')[1:-1]))}|" if line.startswith("|") else line
        for line in markdown.split("\n")
    )
