"""Says what was being filled when the program was cut off, above the list, until the person has seen it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.base.clock import moment_from_text
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import as_written, button, in_reading_order, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.interrupted import InterruptedDraft

MOST_ROWS = 4
"""Drafts that are named; a person fills one at a time, so more are rare."""


class InterruptionCard(QFrame):
    """One row a draft: which, when, the last question; take it up, or put it in the trash.

    Signals:
        taken_up: The person goes on with a draft; carries its id.
        put_aside: The person puts a draft in the trash; carries its id.
        seen: The person needs it no more.
    """

    taken_up = Signal(str)
    put_aside = Signal(str)
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "attention")
        self._drafts: Sequence[InterruptedDraft] = ()
        self._others = 0
        self._shown: list[tuple[QWidget, QLabel, QPushButton, QPushButton]] = []
        """Each row, its words, and its buttons: take up, put in the trash."""
        self._sign = QLabel()
        self._title = label()
        self._title.setProperty("weight", "strong")
        self._words = label()
        self.done = button("link")
        self.done.clicked.connect(self.seen)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        self._more = label(tone="quiet")
        beside = QVBoxLayout()
        beside.setSpacing(Space.XXS)
        for part in (self._title, self._words):
            beside.addWidget(part)
        beside.addLayout(self._rows)
        beside.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        keep(self, self._say)

    def show_drafts(self, drafts: "Sequence[InterruptedDraft]", *, others: int = 0) -> None:
        """Show some drafts, and say how many there are besides; nothing at all when there are none."""
        self._drafts, self._others = drafts, others
        self._say()
        self.setVisible(bool(drafts))

    def rows(self) -> list[tuple[str, QPushButton, QPushButton]]:
        """Return what each row says, with its buttons: take up, put in the trash."""
        return [(words.text(), take_up, put_aside) for _, words, take_up, put_aside in self._shown]

    def _say(self) -> None:
        self._sign.setPixmap(pixmap("triangle-alert", "attention", Size.ICON_LARGE, widget=self))
        self._title.setText(self.tr("La dernière séance a été coupée"))
        self._words.setText(
            self.tr(
                "Toutes les réponses données sont là ; seule celle qui s’écrivait à cet instant a pu se perdre."
            )
        )
        self.done.setText(self.tr("C’est vu"))
        self._more.setText(self.tr("Et %n autre(s) fiche(s) en cours.", "", self._others))
        self._more.setVisible(self._others > 0)
        for old, *_ in self._shown:
            self._rows.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._shown = []
        for draft in self._drafts:
            self._rows.addWidget(self._row(draft))

    def _row(self, draft: "InterruptedDraft") -> QWidget:
        title = draft.record.title or self.tr("Fiche sans nom")
        holder = QWidget()
        words = label()
        words.setText(self._told(draft, title))
        take_up, put_aside = button("", "pencil"), button("quiet", "trash-2")
        take_up.setText(self.tr("Reprendre"))
        put_aside.setText(self.tr("Mettre à la corbeille"))
        for made in (take_up, put_aside):
            made.setAccessibleName(f"{made.text()} – {title}")
        record_id = draft.record.record_id
        take_up.clicked.connect(lambda: self.taken_up.emit(record_id))
        put_aside.clicked.connect(lambda: self.put_aside.emit(record_id))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(words, 1)
        row.addWidget(take_up)
        row.addWidget(put_aside)
        self._shown.append((holder, words, take_up, put_aside))
        return holder

    def _told(self, draft: "InterruptedDraft", title: str) -> str:
        when = moment_from_text(draft.at).astimezone()
        words = self.tr(
            "« {title} » : dernière réponse gardée le {day} à {time}, à la question « {question} »."
        )
        told = words.format(
            title=_apart(title),
            day=as_written(f"{when:%d/%m/%Y}"),
            time=as_written(f"{when:%H:%M}"),
            question=_apart(draft.question),
        )
        if draft.is_doubtful:
            told = f"{told} {self.tr('L’horloge de l’ordinateur était douteuse.')}"
        return in_reading_order(told, self)


def _apart(text: str) -> str:
    """Return words of any script so that they turn nothing round in the sentence they stand in."""
    return f"\u2068{text}\u2069"
