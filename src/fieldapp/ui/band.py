"""The thin band above the pages: whose workspace this is, a plain sign when it is for training, language and look."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from fieldapp.ui.appearance import Appearance
from fieldapp.ui.appearance_menu import AppearanceMenu
from fieldapp.ui.i18n import LANGUAGES
from fieldapp.ui.live import keep
from fieldapp.ui.pages.elided_label import ElidedLabel
from fieldapp.ui.parts import button
from fieldapp.ui.shortcuts import give
from fieldapp.ui.theme import Size, Space


class Band(QFrame):
    """Always seen.

    Signals:
        language_chosen: The person wants the window in another language; carries its code.
        help_asked: The person wants the help.
        home_asked: The person wants to see what to do next.
        list_asked: The person wants to see the records.
        forms_asked: The person wants to see the forms, or install one.
        space_asked: The person wants to see what concerns the workspace as a whole.
        workspaces_asked: The person wants to close this workspace and open another.
    """

    language_chosen = Signal(str)
    help_asked = Signal()
    home_asked = Signal()
    list_asked = Signal()
    forms_asked = Signal()
    space_asked = Signal()
    workspaces_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "band")
        self._name = ""
        self._is_training = False
        self.words = ElidedLabel(size="dense", tone="strong")
        self._own_name = ""
        self._button = button("quiet", "languages")
        self.menu = AppearanceMenu(self._button)
        self.menu.language_chosen.connect(self.language_chosen)
        self._button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XXS, Space.M, Space.XXS)
        row.addWidget(self.words, 1)
        self._help = button("quiet", "circle-question-mark")
        self._help.clicked.connect(self.help_asked)
        self.others = button("quiet", "folder-open")
        self.others.clicked.connect(self.workspaces_asked)
        self.home = button("quiet", "house")
        self.home.clicked.connect(self.home_asked)
        self.list = button("quiet", "list")
        self.list.clicked.connect(self.list_asked)
        self.forms = button("quiet", "file-text")
        self.forms.clicked.connect(self.forms_asked)
        self.space = button("quiet", "settings")
        self.space.clicked.connect(self.space_asked)
        self._ways = (self.home, self.list, self.forms, self.space, self.others, self._help, self._button)
        for way in self._ways:
            row.addWidget(way)
        keep(self, self._say)

    def show_workspace(self, name: str, *, is_training: bool) -> None:
        """Say whose workspace is open; a blank name for none."""
        self._name, self._is_training = name, is_training
        self.setProperty("notice", "attention" if is_training else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self._say()

    def show_language(self, code: str) -> None:
        """Show which language is spoken."""
        language = next(known for known in LANGUAGES if known.code == code)
        self._own_name = language.own_name
        self.menu.show_language(code)
        self._say()

    def follow(self, appearance: Appearance) -> None:
        """Let the person choose how everything looks."""
        self.menu.follow(appearance)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(Size.TOUCH * len(self._ways), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _say(self) -> None:
        training = self.tr("Entraînement · rien de ce qui est écrit ici n’est réel")
        self.words.setText(training if self._is_training else self._name)
        for part in (self.home, self.list, self.forms, self.space, self.others):
            part.setVisible(bool(self._name))
        self._fold()

    def _fold(self) -> None:
        """Write on the buttons what they are; where the band is too narrow, their signs alone."""
        for way, words in zip(self._ways, self._words(), strict=True):
            way.setText(words)
            way.setAccessibleName(words)
        shown = [way for way in self._ways if not way.isHidden()]
        room = self.width() - self.words.sizeHint().width() - (len(shown) + 3) * Space.M
        if sum(way.sizeHint().width() for way in shown) > room:
            for way in shown:
                way.setText("")
        self._hint()

    def _hint(self) -> None:
        named = (("home", self.home), ("list", self.list), ("forms", self.forms), ("space", self.space))
        for name, way in named:
            give(name, way)
        for way in (self.others, self._help, self._button):
            way.setToolTip(way.accessibleName())

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("Accueil"),
            self.tr("Fiches"),
            self.tr("Formulaires"),
            self.tr("Espace de travail"),
            self.tr("Changer d’espace"),
            self.tr("Aide"),
            self._own_name or self.tr("Langue"),
        )
