"""The first page: open a workspace, or make one step by step."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.ui.known import KnownSpace
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.rescue_card import RescueCard
from fieldapp.ui.pages.space_list import SpaceList
from fieldapp.ui.pages.wizard_card import WizardCard
from fieldapp.ui.parts import Field, button, card, ground, label
from fieldapp.ui.theme import Size, Space


class WelcomePage(QWidget):
    """Asks which workspace.

    Signals:
        open_asked: Folder and passphrase; a blank passphrase for a training workspace.
        create_asked: All was answered; carries the `NewSpace`.
        recover_asked: Folder, recovery key and new passphrase.
        language_chosen: The person wants the window in another language; carries its code.
        sheet_asked: The person wants the page with the recovery key; carries the key and the name.
    """

    open_asked = Signal(Path, str)
    create_asked = Signal(object)
    recover_asked = Signal(Path, str, str)
    language_chosen = Signal(str)
    sheet_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self._title = label(size="display")
        self._intro = label(tone="quiet")
        self.notice = Notice(can_close=False)
        self._seconds = 0
        self._timer = QTimer(self, interval=1_000)
        self._timer.timeout.connect(lambda: self.wait(self._seconds - 1))
        self.wizard = WizardCard()
        self.wizard.asked.connect(self.create_asked)
        self.wizard.left.connect(lambda: self._show(0))
        self.wizard.refused.connect(self._on_refused)
        self.wizard.language_chosen.connect(self.language_chosen)
        self.wizard.sheet_asked.connect(self.sheet_asked)
        self.rescue = RescueCard()
        self.rescue.asked.connect(self._on_rescue)
        self.rescue.differed.connect(self._say_differ)
        self.rescue.left.connect(lambda: self._show(0))
        self.cards: tuple[QWidget, ...] = (self._open_card(), self.wizard, self.rescue)
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
        self.go_rescue.clicked.connect(lambda: self._show(2))
        self.go_create = button("link")
        self.go_create.clicked.connect(lambda: self._show(1))
        for part in (self._open_title, self.spaces, self.phrase):
            column.addWidget(part)
        column.addSpacing(Space.XS)
        column.addWidget(self.open_button)
        for link in (self.go_rescue, self.go_create):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
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

    def refuse(self, sentence: str) -> None:
        """Say why a workspace is not opened or made, and let the passphrase be typed again."""
        self.notice.say("problem", sentence)
        if not self.wizard.isHidden():
            self.wizard.focus_first()
            return
        field = self.phrase if not self.cards[0].isHidden() else self.rescue.key
        field.setFocus()
        field.line.selectAll()

    def forget(self) -> None:
        """Clear what was typed: no passphrase stays on a page."""
        self.phrase.line.clear()
        self.wizard.forget()
        self.rescue.forget()

    def _show(self, page: int) -> None:
        self.notice.hide()
        for number, one in enumerate(self.cards):
            one.setVisible(number == page)
        self._say()
        if page == 1:
            self.wizard.begin(can_leave=self.spaces.count() > 0)
        elif page == 0 and self.phrase.isHidden():
            self.open_button.setFocus()
        else:
            (self.phrase if page == 0 else self.rescue.key).setFocus()

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

    def _on_refused(self, sentence: str) -> None:
        if sentence:
            self.notice.say("problem", sentence)
        else:
            self.notice.hide()

    def _say(self) -> None:
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
