"""The thin band above the pages: whose workspace this is, a plain sign when it is for training, and the language."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from fieldapp.ui.i18n import LANGUAGES
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, label
from fieldapp.ui.theme import Space


class Band(QFrame):
    """Always seen.

    Signals:
        language_chosen: The person wants the window in another language; carries its code.
        help_asked: The person wants the help.
        forms_asked: The person wants to see the forms, or install one.
        space_asked: The person wants to see what concerns the workspace as a whole.
        workspaces_asked: The person wants to close this workspace and open another.
    """

    language_chosen = Signal(str)
    help_asked = Signal()
    forms_asked = Signal()
    space_asked = Signal()
    workspaces_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "band")
        self._name = ""
        self._is_training = False
        self.words = label(size="dense", tone="strong", is_wrapped=False)
        self._button = button("quiet", "languages")
        menu = QMenu(self._button)
        group = QActionGroup(menu)
        self._actions: dict[str, QAction] = {}
        for language in LANGUAGES:
            action = menu.addAction(language.own_name)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, code=language.code: self.language_chosen.emit(code))
            self._actions[language.code] = action
        self._button.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XXS, Space.M, Space.XXS)
        row.addWidget(self.words, 1)
        self._help = button("quiet", "circle-question-mark")
        self._help.clicked.connect(self.help_asked)
        self.others = button("quiet", "folder-open")
        self.others.clicked.connect(self.workspaces_asked)
        self.forms = button("quiet", "file-text")
        self.forms.clicked.connect(self.forms_asked)
        self.space = button("quiet", "settings")
        self.space.clicked.connect(self.space_asked)
        row.addWidget(self.forms)
        row.addWidget(self.space)
        row.addWidget(self.others)
        row.addWidget(self._help)
        row.addWidget(self._button)
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
        self._button.setText(language.own_name)
        self._actions[code].setChecked(True)

    def _say(self) -> None:
        training = self.tr("Entraînement · rien de ce qui est écrit ici n’est réel")
        self.words.setText(training if self._is_training else self._name)
        self._button.setAccessibleName(self.tr("Langue"))
        self.others.setText(self.tr("Changer d’espace"))
        self.forms.setText(self.tr("Formulaires"))
        self.forms.setShortcut(QKeySequence("Ctrl+Shift+F"))
        self.space.setText(self.tr("Espace de travail"))
        self.space.setShortcut(QKeySequence("Ctrl+Shift+E"))
        for part in (self.forms, self.space, self.others):
            part.setVisible(bool(self._name))
        self._help.setText(self.tr("Aide"))
        self._help.setShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents))
