"""The first page: open a workspace, or make one; a real one shows its recovery key once."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from fieldapp.ui.known import KnownSpace
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.recovery_card import RecoveryCard
from fieldapp.ui.pages.rescue_card import RescueCard
from fieldapp.ui.pages.space_list import SpaceList
from fieldapp.ui.pages.strength_line import StrengthLine
from fieldapp.ui.parts import Field, button, card, ground, label
from fieldapp.ui.theme import Size, Space


class WelcomePage(QWidget):
    """Asks which workspace.

    Signals:
        open_asked: Folder and passphrase; a blank passphrase for a training workspace.
        create_asked: Name of the person, passphrase, whether it is for training.
        recover_asked: Folder, recovery key and new passphrase.
        entered: The recovery key was put away; the workspace may be shown.
    """

    open_asked = Signal(Path, str)
    create_asked = Signal(str, str, bool)
    recover_asked = Signal(Path, str, str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self._title = label(size="display")
        self._intro = label(tone="quiet")
        self.notice = Notice(can_close=False)
        self._seconds = 0
        self._timer = QTimer(self, interval=1_000)
        self._timer.timeout.connect(lambda: self.wait(self._seconds - 1))
        self.recovery = RecoveryCard()
        self.recovery.accepted.connect(self.entered)
        self.rescue = RescueCard()
        self.rescue.asked.connect(self._on_rescue)
        self.rescue.differed.connect(self._say_differ)
        self.rescue.left.connect(lambda: self._show(0))
        opening, making = self._open_card(), self._create_card()
        self.cards: tuple[QWidget, ...] = (opening, making, self.recovery, self.rescue)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.XL, 0, Space.L)
        column.setSpacing(Space.S)
        for part in (self._title, self._intro, self.notice, *self.cards):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground(inside, Size.CARD))
        keep(self, self._say)

    def _open_card(self) -> QWidget:
        frame, column = card()
        self._open_title = label(size="lead")
        self.spaces = SpaceList()
        self.spaces.moved.connect(self._on_which)
        self.spaces.chosen.connect(self._on_chosen)
        self.phrase = Field(is_secret=True)
        self.phrase.line.returnPressed.connect(self._on_open)
        self.open_button = button("primary", "folder-open")
        self.open_button.clicked.connect(self._on_open)
        self.go_rescue = button("link")
        self.go_rescue.clicked.connect(lambda: self._show(3))
        self.go_create = button("link")
        self.go_create.clicked.connect(lambda: self._show(1))
        for part in (self._open_title, self.spaces, self.phrase):
            column.addWidget(part)
        column.addSpacing(Space.XS)
        column.addWidget(self.open_button)
        for link in (self.go_rescue, self.go_create):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        return frame

    def _create_card(self) -> QWidget:
        frame, column = card()
        self._create_title = label(size="lead")
        self.person = Field()
        self.person.line.returnPressed.connect(self._on_person)
        self.is_training = QCheckBox()
        self.is_training.toggled.connect(lambda _: self._say())
        self._training_words = label(tone="quiet", size="dense")
        self.new_phrase = Field(is_secret=True)
        self.again = Field(is_secret=True)
        self.new_phrase.line.returnPressed.connect(self.again.setFocus)
        self.again.line.returnPressed.connect(self._on_create)
        self.create_button = button("primary", "plus")
        self.create_button.clicked.connect(self._on_create)
        self.go_open = button("link")
        self.go_open.clicked.connect(lambda: self._show(0))
        for part in (self._create_title, self.person, self.is_training, self._training_words):
            column.addWidget(part)
        self.strength = StrengthLine(self.new_phrase.line)
        column.addWidget(self.new_phrase)
        column.addWidget(self.strength)
        column.addWidget(self.again)
        column.addSpacing(Space.XS)
        column.addWidget(self.create_button)
        column.addWidget(self.go_open, 0, Qt.AlignmentFlag.AlignHCenter)
        return frame

    def show_known(self, known: list[KnownSpace], *, last: Path | None = None) -> None:
        """Offer the workspaces of this computer; without any, the page begins with making one."""
        self.spaces.show_spaces(known, last=last)
        self._show(0 if known else 1)

    def ask_phrase(self) -> None:
        """Ask for a passphrase, also of a workspace that its marker calls one for training."""
        self.phrase.show()
        self.go_rescue.show()

    def wait(self, seconds: int) -> None:
        """Let nothing be tried for some seconds."""
        self._seconds = max(0, seconds)
        self.open_button.setEnabled(not self._seconds)
        (self._timer.start if self._seconds else self._timer.stop)()
        self._say()

    def show_recovery(self, secret: str) -> None:
        """Show the key that opens the workspace when the passphrase is lost."""
        self.recovery.show_key(secret)
        self._show(2)

    def refuse(self, sentence: str) -> None:
        """Say why a workspace is not opened or made, and let the passphrase be typed again."""
        self.notice.say("problem", sentence)
        fields = (self.phrase, self.new_phrase, self.phrase, self.rescue.key)
        field = next(field for field, card in zip(fields, self.cards, strict=True) if not card.isHidden())
        field.setFocus()
        field.line.selectAll()

    def forget(self) -> None:
        """Clear what was typed: no passphrase stays on a page."""
        for field in (self.phrase, self.new_phrase, self.again):
            field.line.clear()
        self.rescue.forget()

    def _show(self, page: int) -> None:
        self.notice.hide()
        for number, one in enumerate(self.cards):
            one.setVisible(number == page)
        self._say()
        if page == 0 and self.phrase.isHidden():
            self.open_button.setFocus()
        else:
            (self.phrase, self.person, self.recovery.kept, self.rescue.key)[page].setFocus()

    def _on_which(self) -> None:
        space = self.spaces.current()
        is_open_to_all = space is not None and space.is_training
        self.phrase.setVisible(not is_open_to_all)
        self.go_rescue.setVisible(not is_open_to_all)

    def _on_chosen(self) -> None:
        """Open what needs no passphrase; else that is the next thing to type."""
        if self.phrase.isHidden():
            self._on_open()
        else:
            self.phrase.setFocus()
            self.phrase.line.selectAll()

    def _on_open(self) -> None:
        space = self.spaces.current()
        if space is not None and self.open_button.isEnabled():
            self.open_asked.emit(space.folder, "" if self.phrase.isHidden() else self.phrase.line.text())

    def _on_rescue(self, key: str, phrase: str) -> None:
        space = self.spaces.current()
        if space is not None:
            self.recover_asked.emit(space.folder, key, phrase)

    def _say_differ(self) -> None:
        self.notice.say("problem", self.tr("Les deux phrases secrètes ne sont pas les mêmes."))

    def _on_person(self) -> None:
        if self.is_training.isChecked():
            self._on_create()
        else:
            self.new_phrase.setFocus()

    def _on_create(self) -> None:
        is_training = self.is_training.isChecked()
        if not self.person.line.text().strip():
            self.notice.say("problem", self.tr("Écrivez votre nom : il figure dans l’historique des fiches."))
            self.person.setFocus()
            return
        if not is_training and self.new_phrase.line.text() != self.again.line.text():
            self._say_differ()
            self.again.setFocus()
            return
        self.create_asked.emit(self.person.line.text().strip(), self.new_phrase.line.text(), is_training)

    def _say(self) -> None:
        is_training = self.is_training.isChecked()
        self._title.setText(self.tr("Fiches de terrain"))
        self._intro.setText(self.tr("Remplir des fiches sans réseau, les signer, les transmettre."))
        self._open_title.setText(self.tr("Ouvrir un espace de travail"))
        self.spaces.setAccessibleName(self._open_title.text())
        self.phrase.say(self.tr("Phrase secrète"))
        words = self.tr("Ouvrir")
        if self._seconds:
            words = self.tr("Ouvrir dans %n seconde(s)", "", self._seconds)
        self.open_button.setText(words)
        self.go_rescue.setText(self.tr("Phrase secrète perdue ?"))
        self.go_create.setText(self.tr("Créer un autre espace de travail"))
        self._create_title.setText(self.tr("Créer un espace de travail"))
        self.person.say(self.tr("Votre nom"))
        self.is_training.setText(self.tr("Pour s’entraîner"))
        self._training_words.setText(
            self.tr("Un espace d’entraînement contient des fiches inventées et n’envoie rien de réel.")
        )
        self.new_phrase.say(
            self.tr("Phrase secrète"),
            self.tr("Au moins 10 caractères. Elle chiffre tout ce que contient cet espace."),
        )
        self.again.say(self.tr("La même, une seconde fois"))
        self.new_phrase.setVisible(not is_training)
        self.again.setVisible(not is_training)
        self.create_button.setText(self.tr("Créer"))
        self.go_open.setText(self.tr("Ouvrir un espace existant"))
        self.go_open.setVisible(self.spaces.count() > 0)
