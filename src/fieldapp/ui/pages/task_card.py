"""What waits for a person: one block a kind of work, with the first records it concerns and the way to all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.base.clock import moment_from_text
from fieldapp.records.record import Status
from fieldapp.records.selection import Selection
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.pages.elided_label import ElidedLabel
from fieldapp.ui.parts import as_written, button, card, in_reading_order, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.what_to_do import Task, TaskRow

_DAY_LENGTH = 10
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one kind of work is shown."""

    sign: str
    colour: str
    words: Callable[[int], str]
    act: Callable[[], str]
    """On the link beside it; blank for none."""
    selection: Selection | None = None
    """What the list then shows; without one, the link leads to the page that sends."""


class TaskRowButton(QPushButton):
    """One record: its title, its form and where one was, and when. Pressing it opens the record."""

    def __init__(self, row: "TaskRow", *, when: str, unnamed: str) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAutoDefault(True)
        self.record_id = row.record_id
        title, told, day = ElidedLabel(), ElidedLabel(tone="quiet", size="dense"), QLabel()
        title.setText(in_reading_order(_apart(row.title or unnamed), self))
        parts = filter(None, (row.form_title, row.place))
        told.setText(in_reading_order(_BETWEEN.join(map(_apart, parts)), self))
        day.setText(when)
        day.setProperty("tone", "quiet")
        day.setProperty("scale", "dense")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(title)
        lines.addWidget(told)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        inside.setSpacing(Space.M)
        inside.addLayout(lines, 1)
        inside.addWidget(day)
        for part in (title, told, day):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        told.setVisible(bool(told.text()))
        named = (row.title or unnamed, row.form_title, row.place, when)
        self.setAccessibleName(". ".join(part for part in named if part))

    @override
    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


def _apart(text: str) -> str:
    """Return a text of either script so that it runs by itself, whatever stands beside it."""
    return f"\u2068{text}\u2069"


class TaskCard(QFrame):
    """Empty until it is told something.

    Signals:
        open_asked: The person opens a record; carries its id.
        list_asked: The person wants all the records of a kind; carries the `Selection`.
        send_asked: The person goes to the page that sends.
    """

    open_asked = Signal(str)
    list_asked = Signal(object)
    send_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tasks: tuple[Task, ...] | None = None
        self.rows: list[TaskRowButton] = []
        self.links: dict[str, QPushButton] = {}
        frame, column = card()
        self._title = label(size="lead")
        column.addWidget(self._title)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(Space.L)
        column.addLayout(self._blocks)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        keep(self, self._say)

    def show_tasks(self, tasks: "tuple[Task, ...]") -> None:
        """Show what waits; the keyboard stays on the record it was on."""
        if tasks == self._tasks:
            return
        at = next((row.record_id for row in self.rows if row.hasFocus()), "")
        self._tasks = tasks
        self._say()
        for row in self.rows:
            if at and row.record_id == at:
                row.setFocus()
                break

    def sentences(self) -> list[str]:
        """Return what the head of each block says."""
        return [self._words_of(task) for task in self._tasks or ()]

    def _say(self) -> None:
        self._title.setText(self.tr("À faire"))
        self.rows, self.links = [], {}
        while (item := self._blocks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._tasks is None:
            return
        for block in [self._block(task) for task in self._tasks] or [self._nothing()]:
            self._blocks.addWidget(block)
            block.show()  # now, not some time later: else the card is blank for a moment

    def _nothing(self) -> QWidget:
        made, row = QWidget(), QHBoxLayout()
        made.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        sign, words = QLabel(), label(tone="quiet")
        sign.setPixmap(pixmap("circle-check", "done", Size.ICON_LARGE, widget=self))
        words.setText(self.tr("Rien n’attend : aucun brouillon, rien à vérifier, rien à envoyer."))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return made

    def _block(self, task: "Task") -> QWidget:
        kind = self._kinds().get(task.kind)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        sign, words = QLabel(), label()
        sign.setPixmap(
            pixmap(
                kind.sign if kind else "info",
                kind.colour if kind else "quiet",
                Size.ICON_LARGE,
                widget=self,
            )
        )
        words.setProperty("weight", "strong")
        words.setText(self._words_of(task))
        head.addWidget(sign)
        head.addWidget(words, 1)
        if kind is not None and kind.act():
            head.addWidget(self._link(task, kind))
        column.addLayout(head)
        for row in task.rows:
            column.addWidget(self._row(row))
        return made

    def _link(self, task: "Task", kind: _Kind) -> QPushButton:
        link = button("link")
        link.setText(kind.act())
        link.setAccessibleDescription(self._words_of(task))
        link.clicked.connect(
            lambda: self.list_asked.emit(kind.selection) if kind.selection else self.send_asked.emit()
        )
        self.links[task.kind] = link
        return link

    def _row(self, row: "TaskRow") -> QWidget:
        made = TaskRowButton(row, when=self._when(row), unnamed=self.tr("Fiche sans nom"))
        made.clicked.connect(lambda: self.open_asked.emit(row.record_id))
        self.rows.append(made)
        return made

    def _when(self, row: "TaskRow") -> str:
        if not row.at:
            return ""
        if len(row.at) == _DAY_LENGTH:
            year, month, day = row.at.split("-")
            return self.tr("vérifiée le {day}").format(day=as_written(f"{day}/{month}/{year}"))
        return as_written(f"{moment_from_text(row.at).astimezone():%d/%m/%Y %H:%M}")

    def _words_of(self, task: "Task") -> str:
        kind = self._kinds().get(task.kind)
        return kind.words(task.count) if kind else self.tr("%n fiche(s) à voir", "", task.count)

    def _kinds(self) -> dict[str, _Kind]:
        """Return how each kind of work is shown: whoever adds a source adds its line here."""
        see, send = (lambda: self.tr("Tout voir")), (lambda: self.tr("Envoyer…"))
        nothing = str
        drafts, stale = Selection(status=Status.DRAFT), Selection(is_stale=True)
        return {
            "returned": _Kind(
                "message-square",
                "attention",
                lambda n: self.tr("%n fiche(s) revenue(s) avec des commentaires", "", n),
                nothing,
            ),
            "to_correct": _Kind(
                "circle-alert",
                "problem",
                lambda n: self.tr("%n fiche(s) à corriger, d’après le centre", "", n),
                nothing,
            ),
            "to_decide": _Kind(
                "users",
                "attention",
                lambda n: self.tr("%n fiche(s) sur lesquelles l’équipe n’est pas d’accord", "", n),
                nothing,
            ),
            "to_resume": _Kind(
                "pen-line", "progress", lambda n: self.tr("%n brouillon(s) à reprendre", "", n), see, drafts
            ),
            "to_check_again": _Kind(
                "calendar-clock",
                "attention",
                lambda n: self.tr("%n fiche(s) à vérifier de nouveau", "", n),
                see,
                stale,
            ),
            "to_send": _Kind("send", "quiet", lambda n: self.tr("%n fiche(s) à envoyer", "", n), send),
            "unanswered": _Kind(
                "inbox",
                "quiet",
                lambda n: self.tr("%n fiche(s) envoyée(s), sans accusé de réception", "", n),
                lambda: self.tr("Recevoir l’accusé…"),
            ),
        }
