"""Where one writes a comment, and says what it is about: the question one was at, the record, a comment to answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from fieldapp.records.aside import RECORD_PATH
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.review_record import ReviewView

_ANSWER = "answer:"
"""Before the id of a thread, where what is written is an answer."""
_LINES = 2


class CommentLine(QWidget):
    """Takes a text; what was not sent stays on it.

    Signals:
        comment_asked: Carries the path of the question (or `RECORD_PATH`) and the text.
        answer_asked: Carries the thread's id and the text.
        written: What stands on it is another; carries the text.
    """

    comment_asked = Signal(str, str)
    answer_asked = Signal(str, str)
    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: ReviewView | None = None
        self._here: tuple[str, str] = ("", "")
        self.about = QComboBox()
        self.about.setMinimumHeight(Size.FIELD)
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + Space.M)
        self.text.textChanged.connect(self._say_send)
        self.text.textChanged.connect(lambda: self.written.emit(self.text.toPlainText()))
        self.send = button("", "message-square")
        self.send.clicked.connect(self._on_send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        for part in self.stops():
            column.addWidget(part)
        keep(self, self._say)

    def show_view(self, view: "ReviewView", here: tuple[str, str]) -> None:
        """Offer what a comment may be about: path and words of the question one was at, and what was said."""
        self._view, self._here = view, here
        self._say()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard comes by, from top to bottom."""
        return [self.about, self.text, self.send]

    def answer(self, thread_id: str) -> None:
        """Let what is written be an answer."""
        self.about.setCurrentIndex(self.about.findData(_ANSWER + thread_id))
        self.text.setFocus()

    def _on_send(self) -> None:
        about, text = str(self.about.currentData() or ""), self.text.toPlainText()
        if about.startswith(_ANSWER):
            self.answer_asked.emit(about.removeprefix(_ANSWER), text)
        else:
            self.comment_asked.emit(about or RECORD_PATH, text)

    def _say(self) -> None:
        self.text.setPlaceholderText(self.tr("Écrire un commentaire…"))
        self.text.setAccessibleName(self.tr("Commentaire"))
        self.about.setAccessibleName(self.tr("Ce dont parle le commentaire"))
        self.send.setText(self.tr("Garder le commentaire"))
        self.send.setToolTip(self.tr("Les commentaires vont à l’équipe, jamais à l’ANAPEC."))
        if self._view is not None:
            self._fill_about(self._view)
        self._say_send()

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
