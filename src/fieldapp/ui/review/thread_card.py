"""One comment with its answers, as a card of the panel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.base.clock import moment_from_text
from fieldapp.ui.parts import as_written, button, card, in_reading_order, label
from fieldapp.ui.theme import Space

if TYPE_CHECKING:
    from fieldapp.usecases.review_record import ToldRemark, ToldThread


class ThreadCard(QWidget):
    """Shows a thread; a settled one is quiet.

    Signals:
        place_asked: The person goes to the question; carries its path.
        answer_asked: The person answers; carries the thread's id.
        settle_asked: The person settles it; carries the thread's id.
    """

    place_asked = Signal(str)
    answer_asked = Signal(str)
    settle_asked = Signal(str)

    def __init__(self, thread: "ToldThread", *, can_write: bool) -> None:
        super().__init__()
        self.told = thread
        self.acts: list[QPushButton] = []
        """What can be pressed, from top to bottom."""
        self.answer: QPushButton | None = None
        self.settle: QPushButton | None = None
        frame, column = card()
        column.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        column.setSpacing(Space.XXS)
        column.addWidget(self._head())
        if thread.was:
            was = label(tone="quiet", size="dense")
            was.setText(self.tr("La réponse était : {text}").format(text=as_written(thread.was)))
            column.addWidget(was)
        for remark in thread.remarks:
            for part in self._said(remark):
                column.addWidget(part)
        if can_write:
            column.addLayout(self._acts())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.setAccessibleName(self.question)

    @property
    def question(self) -> str:
        """What it is pinned to."""
        return self.told.question or self.tr("Toute la fiche")

    def _head(self) -> QWidget:
        if not self.told.question:
            whole = label()
            whole.setProperty("weight", "strong")
            whole.setText(self.question)
            return whole
        self.place = button("link")
        self.acts.append(self.place)
        metrics = self.place.fontMetrics()
        short = metrics.elidedText(
            self.question, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * 34
        )
        self.place.setText(short.replace("&", "&&"))
        self.place.setToolTip(self.question)
        self.place.setAccessibleName(self.tr("Aller à la question : {name}").format(name=self.question))
        self.place.clicked.connect(lambda: self.place_asked.emit(self.told.path))
        row, line = QFrame(), QHBoxLayout()
        row.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.place)
        line.addStretch(1)
        return row

    def _said(self, remark: "ToldRemark") -> list[QWidget]:
        who = label(tone="quiet", size="dense")
        at = f"{moment_from_text(remark.at).astimezone():%d/%m/%Y %H:%M}"
        name = self.tr("vous") if remark.is_own else (remark.name or self.tr("personne inconnue"))
        told = [as_written(name), as_written(at)]
        if not remark.text:
            told.append(self.tr("réglé"))
        if remark.is_unread:
            told.append(self.tr("nouveau"))
        who.setText(in_reading_order(" · ".join(told), self))
        if not remark.text:
            return [who]
        text = label()
        text.setText(remark.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if remark.is_unread:
            text.setProperty("weight", "strong")
        return [who, text]

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        words = self.tr("Rouvrir") if self.told.is_settled else self.tr("Répondre")
        self.answer = self._act(row, words, self.answer_asked)
        if not self.told.is_settled:
            self.settle = self._act(row, self.tr("Régler"), self.settle_asked)
        row.addStretch(1)
        return row

    def _act(self, row: QHBoxLayout, words: str, asked: SignalInstance) -> QPushButton:
        made = button("link")
        made.setText(words)
        made.setAccessibleDescription(self.question)
        made.clicked.connect(lambda: asked.emit(self.told.thread_id))
        row.addWidget(made)
        self.acts.append(made)
        return made
