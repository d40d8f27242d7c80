"""The steps in which a workspace is made, one question each: language, real or not, who, passphrase, recovery key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from fieldapp.ui.i18n import LANGUAGES
from fieldapp.ui.live import keep
from fieldapp.ui.pages.recovery_card import RecoveryCard
from fieldapp.ui.pages.strength_line import StrengthLine
from fieldapp.ui.parts import Field, label
from fieldapp.ui.theme import Space


class Step(QWidget):
    """One question.

    Signals:
        ready_changed: Whether one may go on may be another answer now.
    """

    ready_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.S)
        self.title = label(size="lead")
        self.words = label(tone="quiet")
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)

    def is_ready(self) -> bool:
        """Whether one may go on from here."""
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the first answer."""

    def say(self, title: str, words: str) -> None:
        """Write the question, and below it what one should know."""
        self.title.setText(title)
        self.words.setText(words)


class LanguageStep(Step):
    """In which language.

    Signals:
        chosen: Another language; carries its code. The window speaks it at once.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        for language in LANGUAGES:
            button = QRadioButton(language.own_name)
            button.clicked.connect(lambda _=False, code=language.code: self.chosen.emit(code))
            group.addButton(button)
            self.buttons[language.code] = button
            self.column.addWidget(button)
        keep(self, self._say)

    def show_language(self, code: str) -> None:
        """Mark the language that is spoken."""
        self.buttons[code].setChecked(True)

    def focus_first(self) -> None:
        """Put the keyboard on the language that is spoken."""
        next(button for button in self.buttons.values() if button.isChecked()).setFocus()

    def _say(self) -> None:
        if not any(button.isChecked() for button in self.buttons.values()):
            self.show_language(LANGUAGES[0].code)
        words = self.tr("Elle se change à tout moment, en haut de la fenêtre.")
        self.say(self.tr("Dans quelle langue travailler ?"), words)


class KindStep(Step):
    """For real, or for training."""

    def __init__(self) -> None:
        super().__init__()
        self.real, self.training = QRadioButton(), QRadioButton()
        self._of_real, self._of_training = (
            label(tone="quiet", size="dense"),
            label(tone="quiet", size="dense"),
        )
        self.real.setChecked(True)
        for button, words in ((self.real, self._of_real), (self.training, self._of_training)):
            button.toggled.connect(lambda _: self.ready_changed.emit())
            words.setContentsMargins(Space.XL, 0, Space.XL, 0)
            self.column.addWidget(button)
            self.column.addWidget(words)
        keep(self, self._say)

    @property
    def is_training(self) -> bool:
        """Whether nothing in it is to be real."""
        return self.training.isChecked()

    def focus_first(self) -> None:
        """Put the keyboard on what is chosen."""
        (self.training if self.is_training else self.real).setFocus()

    def _say(self) -> None:
        self.say(
            self.tr("Pour travailler, ou pour s’entraîner ?"), self.tr("L’un ne devient jamais l’autre.")
        )
        self.real.setText(self.tr("Pour travailler"))
        self._of_real.setText(
            self.tr("De vraies fiches, chiffrées par une phrase secrète, et que l’on envoie au centre.")
        )
        self.training.setText(self.tr("Pour s’entraîner"))
        self._of_training.setText(
            self.tr(
                "Rien n’y est réel : pas de phrase secrète, chaque PDF le dit, aucun centre réel n’en prend."
            )
        )
        for button, words in ((self.real, self._of_real), (self.training, self._of_training)):
            button.setAccessibleDescription(words.text())


class PersonStep(Step):
    """Whose it is."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.organisation, self.role = Field(), Field(), Field()
        for field in (self.name, self.organisation, self.role):
            self.column.addWidget(field)
        keep(self, self._say)

    def focus_first(self) -> None:
        """Put the keyboard on the name."""
        self.name.setFocus()

    def _say(self) -> None:
        self.say(
            self.tr("Qui travaille ici ?"),
            self.tr("Le nom figure dans l’historique de chaque fiche, et sur la page d’ouverture."),
        )
        self.name.say(self.tr("Nom"))
        self.organisation.say(self.tr("Organisation"), self.tr("Facultatif."))
        self.role.say(self.tr("Rôle"), self.tr("Facultatif. Par exemple : conseil en emploi, enquête."))


class PhraseStep(Step):
    """What opens it."""

    def __init__(self) -> None:
        super().__init__()
        self.phrase, self.again = Field(is_secret=True), Field(is_secret=True)
        self.strength = StrengthLine(self.phrase.line)
        for part in (self.phrase, self.strength, self.again):
            self.column.addWidget(part)
        keep(self, self._say)

    def focus_first(self) -> None:
        """Put the keyboard on the passphrase."""
        self.phrase.setFocus()

    def forget(self) -> None:
        """Clear what was typed."""
        for field in (self.phrase, self.again):
            field.line.clear()

    def _say(self) -> None:
        self.say(
            self.tr("Une phrase secrète"),
            self.tr(
                "Elle chiffre tout ce que contient l’espace, et se tape à chaque ouverture. Quatre ou cinq mots "
                "sans rapport entre eux se retiennent mieux qu’un mot compliqué."
            ),
        )
        self.phrase.say(self.tr("Phrase secrète"), self.tr("Au moins 10 caractères."))
        self.again.say(self.tr("La même, une seconde fois"))


class RecoveryStep(Step):
    """What opens it when the passphrase is lost; the key opens nothing yet."""

    def __init__(self) -> None:
        super().__init__()
        self.title.hide()
        self.words.hide()
        self.card = RecoveryCard()
        self.card.setProperty("kind", "")
        self.card.go_on.hide()
        inside = self.card.layout()
        assert inside is not None
        inside.setContentsMargins(0, 0, 0, 0)
        self.card.kept.toggled.connect(lambda _: self.ready_changed.emit())
        self.column.addWidget(self.card)

    def is_ready(self) -> bool:
        """Whether the key was put away."""
        return self.card.kept.isChecked()

    def focus_first(self) -> None:
        """Put the keyboard on the page to be printed."""
        self.card.sheet.setFocus()
