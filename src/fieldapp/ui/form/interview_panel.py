"""Beside the questions of an interview: how far one is, what is being said with its time, difficulties to tick."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.bridge import SessionBridge
from fieldapp.ui.form.notebook import Notebook
from fieldapp.ui.form.words import choices_in_words, label_words
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, label
from fieldapp.ui.shortcuts import hint_of
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.select_many import SelectManyWidget
from fieldapp.ui.widgets.text import ManyLines

_NOTE_LINES = 3
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteField(ManyLines):
    """Enter keeps the note; Shift+Enter goes to a new line; Escape goes back to the question.

    Signals:
        given: The note is to be kept.
        escaped: The person goes back to the question.
    """

    given = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(_NOTE_LINES * self.fontMetrics().lineSpacing() + Space.L)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and is_plain:
            self.given.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class InterviewPanel(QFrame):
    """Takes notes and ticks difficulties in the form's own questions.

    Signals:
        turned: The person goes on (1) or back (-1).
        back_asked: The keyboard goes back to the question.
        left: The person leaves the interview mode.
    """

    turned = Signal(int)
    back_asked = Signal()
    left = Signal()

    def __init__(self, bridge: SessionBridge, now: Callable[[], str]) -> None:
        """Take notes for a record; `now` gives the time of day as it is written."""
        super().__init__()
        self._bridge = bridge
        self._reader = bridge.reader
        self._now = now
        self._notebook = Notebook(bridge.reader)
        self._here = ""
        self._began = ""
        """When the first letter of the note was written."""
        self._chosen = ""
        """Record path of the question that the person chose for notes; blank while it follows what is asked."""
        self._tagged = ""
        self.setProperty("kind", "side")
        self.note = NoteField(self)
        self.target = QComboBox()
        self.tags = SelectManyWidget(Asked("select", "string", ("autocomplete",)), self)
        self._build()
        self._connect()
        keep(self, self._say)

    def _build(self) -> None:
        self._step = label(size="lead")
        self._note_title = label(is_wrapped=False)
        self._note_title.setProperty("weight", "strong")
        self._note_help = label(size="small", tone="quiet")
        self._tag_title = label()
        self._tag_title.setProperty("weight", "strong")
        self._next, self._before = button("", "chevron-right"), button("quiet", "arrow-left")
        self.leave_button = button("link")
        steps = QHBoxLayout()
        steps.addWidget(self._before)
        steps.addWidget(self._next, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._step)
        column.addLayout(steps)
        column.addSpacing(Space.XS)
        for part in (self._note_title, self.note, self._note_help, self.target):
            column.addWidget(part)
        column.addSpacing(Space.XS)
        column.addWidget(self._tag_title)
        column.addWidget(self.tags)
        column.addStretch(1)
        column.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeading)
        scroll = QScrollArea()
        scroll.setProperty("ground", "surface")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        inside.setProperty("ground", "surface")
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self.note.textChanged.connect(self._on_written)
        self.note.given.connect(self.keep_note)
        self.note.left.connect(self.keep_note)
        self.note.escaped.connect(self.back_asked)
        self.target.activated.connect(self._on_target)
        self.tags.answered.connect(self._on_tags)
        self._next.clicked.connect(lambda: self.turned.emit(1))
        self._before.clicked.connect(lambda: self.turned.emit(-1))
        self.leave_button.clicked.connect(self.left)
        self._bridge.moved.connect(lambda _: self._refresh())

    def follow(self, reference: str, step: str) -> None:
        """Follow the person to another question, or to another step."""
        self._step.setText(step)
        if reference and reference != self._here:
            self._here = reference
            self._show_targets()
            self._show_tags()

    def keep_note(self) -> None:
        """Add what is written to the form's answer, with the time it was begun; what finds no place stays here."""
        text, target = self.note.toPlainText().strip(), self.target.currentData()
        if not text or not target or self._bridge.is_locked:
            return
        began = self._began or self._now()
        answer = self._notebook.with_note(target, text, at=began, about=self._here)
        self.note.clear()
        self._bridge.answer(target, answer)
        if self._reader.value(target) != answer:
            self.note.setPlainText(text)
            self._began = began

    def focus_note(self) -> None:
        """Put the keyboard where notes are written."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_tags(self) -> None:
        """Put the keyboard where difficulties are looked for."""
        if not self.tags.isHidden():
            self.tags.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_written(self) -> None:
        if not self.note.toPlainText():
            self._began = ""
        elif not self._began:
            self._began = self._now()

    def _on_target(self, _row: int) -> None:
        chosen = self.target.currentData()
        self._chosen = self._reader.path_of(chosen) if chosen else ""

    def _on_tags(self, value: str) -> None:
        if self._tagged:
            self._bridge.answer(self._tagged, value)

    def _refresh(self) -> None:
        """Look again where notes and ticks may go: an answer may have taken a question away."""
        if self._here and not self._reader.exists(self._here):
            self._here = ""
        self._show_targets()
        self._show_tags()

    def _show_targets(self) -> None:
        """Offer the questions a note may go to; the one that was chosen stays, or else it is the nearest."""
        targets = self._notebook.note_targets(self._here)
        chosen = self._reader.reference_of(self._chosen) if self._chosen else ""
        wanted = chosen if chosen in targets else self._notebook.note_target(self._here)
        self.target.clear()
        for target in targets:
            self.target.addItem(label_words(self._reader, target), target)
        if wanted:
            self.target.setCurrentIndex(targets.index(wanted))
        self.note.setEnabled(bool(targets))
        self.target.setVisible(bool(targets))
        self._say_note()

    def _show_tags(self) -> None:
        self._tagged = self._notebook.tag_target(self._here)
        for part in (self._tag_title, self.tags):
            part.setVisible(bool(self._tagged))
        if self._tagged:
            self._tag_title.setText(label_words(self._reader, self._tagged))
            self.tags.set_choices(choices_in_words(self._reader, self._tagged))
            self.tags.set_value(self._reader.value(self._tagged))
            self.tags.describe(self._tag_title.text(), "")

    def _say(self) -> None:
        self.setFixedWidth(Size.PANEL)
        self._note_title.setText(self.tr("Ce qui se dit ({keys})").format(keys=hint_of("interview_note")))
        self._next.setText(self.tr("Suite"))
        self._next.setToolTip(hint_of("next_section"))
        self._before.setText(self.tr("Retour"))
        self._before.setToolTip(hint_of("section_before"))
        self.leave_button.setText(self.tr("Quitter le mode entretien"))
        self.leave_button.setToolTip(hint_of("interview"))
        self.note.setAccessibleName(self.tr("Ce qui se dit, noté avec l’heure"))
        self.target.setAccessibleName(self.tr("Réponse à laquelle la note s’ajoute"))
        self._say_note()

    def _say_note(self) -> None:
        if self.target.count():
            self._note_help.setText(self.tr("Entrée ajoute la note, avec l’heure, à la réponse :"))
        else:
            self._note_help.setText(
                self.tr("Cette fiche n’a pas de question à texte long : rien ne peut y être noté.")
            )
