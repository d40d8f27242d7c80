"""Makes a workspace step by step, by keyboard alone; nothing is written anywhere before the last one."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from fieldapp.base.errors import KnownError
from fieldapp.ui.live import keep
from fieldapp.ui.messages import words_of
from fieldapp.ui.pages.wizard_steps import KindStep, LanguageStep, PersonStep, PhraseStep, RecoveryStep, Step
from fieldapp.ui.parts import Field, button, label
from fieldapp.ui.shortcuts import give
from fieldapp.ui.theme import Space

if TYPE_CHECKING:
    from fieldapp.signing.keys import AgeIdentity

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class NewSpace:
    """What a person wants made."""

    name: str
    organisation: str
    role: str
    is_training: bool
    passphrase: str = field(repr=False)
    """Blank for training."""
    recovery_recipient: str
    """Public half of the recovery key that was put away; blank for training."""


class WizardCard(QFrame):
    """One step shown at a time; each can be gone back from, and all of it left.

    Signals:
        asked: All was answered; carries the `NewSpace`.
        left: The person would rather open one that is there.
        language_chosen: Another language; carries its code.
        sheet_asked: The person wants the page with the recovery key; carries the key and the name.
        refused: Why one cannot go on; carries the sentence, a blank one when there is nothing to say any more.
    """

    asked = Signal(object)
    left = Signal()
    language_chosen = Signal(str)
    sheet_asked = Signal(str, str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._language = "fr"
        self._key: AgeIdentity | None = None
        self._can_leave = False
        self.at = 0
        self.language, self.kind, self.person = LanguageStep(), KindStep(), PersonStep()
        self.phrase, self.recovery = PhraseStep(), RecoveryStep()
        self.language.chosen.connect(self.language_chosen)
        self.recovery.card.sheet_asked.connect(lambda key: self.sheet_asked.emit(key, self._name()))
        self._count = label(tone="quiet", size="dense")
        self.back = button("", "arrow-left")
        self.back.clicked.connect(self.go_back)
        self.go_on = button("primary")
        self.go_on.clicked.connect(self.proceed)
        self.go_open = button("link")
        self.go_open.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._count)
        for step in (self.language, self.kind, self.person, self.phrase, self.recovery):
            step.ready_changed.connect(self._say)
            column.addWidget(step)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column.addLayout(row)
        column.addWidget(self.go_open, 0, Qt.AlignmentFlag.AlignHCenter)
        keep(self, self._say)

    def steps(self) -> list[Step]:
        """Return the steps that there are: training has no secrets."""
        first: list[Step] = [self.language, self.kind, self.person]
        return first if self.kind.is_training else [*first, self.phrase, self.recovery]

    def begin(self, *, can_leave: bool) -> None:
        """Begin with the first step."""
        self._can_leave = can_leave
        self.forget()
        self._show(0)

    def set_language(self, code: str) -> None:
        """Follow the language of the window."""
        self._language = code
        self.language.show_language(code)

    def forget(self) -> None:
        """Clear passphrase and recovery key: neither stays on a page."""
        self.phrase.forget()
        self.recovery.card.forget()
        self.recovery.card.kept.setChecked(False)
        self._key = None

    def leave(self) -> None:
        """Give it up: nothing was made."""
        if self._can_leave:
            self.forget()
            self.left.emit()

    def go_back(self) -> None:
        """Show the step before."""
        if self.at:
            self._show(self.at - 1)

    def proceed(self) -> None:
        """Show the next step, or have the workspace made; or say what is missing here."""
        step = self.steps()[self.at]
        if not self.go_on.isEnabled() or not self._is_answered(step):
            return
        if self.at + 1 < len(self.steps()):
            self._show(self.at + 1)
            return
        is_training = self.kind.is_training
        self.asked.emit(
            NewSpace(
                self._name(),
                self.person.organisation.line.text().strip(),
                self.person.role.line.text().strip(),
                is_training,
                passphrase="" if is_training else self.phrase.phrase.line.text(),
                recovery_recipient="" if is_training or self._key is None else self._key.recipient,
            )
        )

    def focus_first(self) -> None:
        """Put the keyboard on the first answer of the step that is shown."""
        self.steps()[self.at].focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.proceed()
        elif event.key() == Qt.Key.Key_Escape:
            (self.go_back if self.at else self.leave)()
        else:
            super().keyPressEvent(event)

    def _show(self, at: int) -> None:
        self.refused.emit("")
        self.at = at
        if self.steps()[at] is self.recovery and self._key is None:
            from fieldapp.usecases.change_passphrase import draw_recovery_key

            self._key = draw_recovery_key()
            self.recovery.card.show_key(self._key.secret)
        self._say()
        QTimer.singleShot(0, self, self.focus_first)  # once the step is laid out

    def _is_answered(self, step: Step) -> bool:
        """Whether a step may be left; what is missing is said, and gets the keyboard."""
        if step is self.person and not self._name():
            return self._miss(
                self.person.name, self.tr("Écrivez votre nom : il figure dans l’historique des fiches.")
            )
        if step is not self.phrase:
            return True
        from fieldapp.usecases.judge_passphrase import check_passphrase

        phrase, again = self.phrase.phrase, self.phrase.again
        try:
            check_passphrase(phrase.line.text())
        except KnownError as error:
            return self._miss(phrase, words_of(error, self._language))
        if not again.line.text():
            again.setFocus()
            return False
        if phrase.line.text() != again.line.text():
            return self._miss(again, self.tr("Les deux phrases secrètes ne sont pas les mêmes."))
        return True

    def _miss(self, field: Field, sentence: str) -> bool:
        self.refused.emit(sentence)
        field.setFocus()
        field.line.selectAll()
        return False

    def _name(self) -> str:
        return self.person.name.line.text().strip()

    def _say(self) -> None:
        steps = self.steps()
        shown = steps[self.at]
        for step in (self.language, self.kind, self.person, self.phrase, self.recovery):
            step.setVisible(step is shown)
        self._count.setText(
            self.tr("Créer un espace de travail · étape {number} sur {count}").format(
                number=self.at + 1, count=len(steps)
            )
        )
        is_last = shown is steps[-1]
        self.go_on.setText(self.tr("Créer l’espace") if is_last else self.tr("Continuer"))
        self.go_on.setEnabled(shown.is_ready())
        self.back.setText(self.tr("Retour"))
        give("back", self.back)
        self.back.setVisible(self.at > 0)
        self.go_open.setText(self.tr("Ouvrir un espace existant"))
        self.go_open.setVisible(self._can_leave)
