"""Serves the rows of the workspace page that say what opens it and when it locks itself."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.live import keep
from fieldapp.ui.locking import Locker
from fieldapp.ui.pages.new_key_dialog import NewKeyDialog
from fieldapp.ui.pages.passphrase_dialog import PassphraseDialog
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.sheets import SheetFacts, SheetWriter
from fieldapp.ui.shortcuts import sequences

if TYPE_CHECKING:
    from fieldapp.store import KeyChange


class KeysErrand(QObject):
    """Hangs up the rows: passphrase, recovery key, lock, name on the first page."""

    def __init__(self, desk: Desk, errands: Errands, page: WorkspacePage) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self.dialog: PassphraseDialog | NewKeyDialog | None = None
        self._menu = QMenu(page)
        self._minutes, self._is_shown = 0, False
        self._lock = page.add_row(
            "lock",
            "lock",
            title=lambda: self.tr("Verrouillage"),
            words=lambda: self.tr(
                "Quand personne n’est là, l’espace se ferme de lui-même ; Ctrl+L tout de suite."
            ),
            act=lambda: self.tr("Choisir…"),
            run=self._choose_lock,
        )
        if not desk.is_training:
            self._add_secrets(page)
        self._shown = page.add_row(
            "shown",
            "eye",
            title=lambda: self.tr("Nom sur la page d’ouverture"),
            words=lambda: self.tr("Sur un ordinateur à plusieurs, chacun retrouve son espace à son nom."),
            act=self._shown_act,
            run=self._turn_shown,
        )
        page.refreshed.connect(self._read)
        keep(self._lock, self._say)
        self._read()

    def _add_secrets(self, page: WorkspacePage) -> None:
        page.add_row(
            "passphrase",
            "key-round",
            title=lambda: self.tr("Phrase secrète"),
            words=lambda: self.tr(
                "Elle ouvre cet espace et ses sauvegardes. La changer ne touche à aucune fiche."
            ),
            act=lambda: self.tr("Changer…"),
            run=self.change_passphrase,
        )
        page.add_row(
            "recovery",
            "file-text",
            title=lambda: self.tr("Clé de secours"),
            words=lambda: self.tr(
                "Elle rouvre l’espace si la phrase secrète est perdue. À refaire si elle a été vue."
            ),
            act=lambda: self.tr("En faire une nouvelle…"),
            run=self.renew_key,
        )

    def change_passphrase(self) -> None:
        """Ask for the old passphrase and a new one, and put that in its place."""
        self.dialog = PassphraseDialog(self._desk.language, self._errands.window)
        self.dialog.asked.connect(self._on_passphrase)
        self.dialog.open()

    def renew_key(self) -> None:
        """Show a new recovery key; it takes the old one's place when it was put away."""
        self.dialog = NewKeyDialog(self._desk.language, self._errands.window)
        self.dialog.proved.connect(self._on_proved)
        self.dialog.kept.connect(self._on_kept)
        self.dialog.card.sheet_asked.connect(SheetErrand(self._desk, self._errands).save)
        self.dialog.open()

    def _on_passphrase(self, old: str, new: str) -> None:
        from fieldapp.usecases.change_passphrase import change_passphrase_of

        try:
            change = change_passphrase_of(self._desk.workspace, old=old, new=new)
        except KnownError as error:
            self._refuse(error)
            return
        self._done(self.tr("Phrase secrète changée. Les copies sur clé USB gardent l’ancienne."), change)

    def _on_proved(self, passphrase: str) -> None:
        from fieldapp.store import prove_passphrase
        from fieldapp.usecases.change_passphrase import draw_recovery_key

        assert isinstance(self.dialog, NewKeyDialog)
        try:
            prove_passphrase(self._desk.workspace.folder, passphrase)
        except KnownError as error:
            self._refuse(error)
        else:
            self.dialog.show_key(draw_recovery_key())

    def _on_kept(self, passphrase: str, recipient: str) -> None:
        from fieldapp.usecases.change_passphrase import replace_recovery_key_of

        try:
            change = replace_recovery_key_of(self._desk.workspace, passphrase=passphrase, recipient=recipient)
        except KnownError as error:
            self._refuse(error)
            return
        self._done(self.tr("Nouvelle clé de secours en place. L’ancienne n’ouvre plus cet espace."), change)

    def _done(self, words: str, change: "KeyChange") -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        if change.left:
            names = ", ".join(path.name for path in change.left)
            words += " " + self.tr("Ces sauvegardes gardent ce qui les ouvrait : {names}.").format(
                names=names
            )
        self._errands.done.emit(words, None)

    def _refuse(self, error: KnownError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)

    def _choose_lock(self) -> None:
        from fieldapp.usecases.choose_lock import allowed_minutes

        self._menu.clear()
        now = self._menu.addAction(self.tr("Verrouiller maintenant"), self._lock_now)
        now.setShortcuts(sequences("lock"))
        self._menu.addSeparator()
        for minutes in allowed_minutes(self._desk.workspace):
            action = self._menu.addAction(self._words_of(minutes))
            action.setCheckable(True)
            action.setChecked(minutes == self._minutes)
            action.triggered.connect(partial(self._on_minutes, minutes))
        button = self._lock.button
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_minutes(self, minutes: int) -> None:
        from fieldapp.usecases.choose_lock import choose_lock_minutes

        self._try(lambda: choose_lock_minutes(self._desk.workspace, minutes))

    def _turn_shown(self) -> None:
        from fieldapp.store import show_person

        self._try(lambda: show_person(self._desk.workspace, is_shown=not self._is_shown))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KnownError as error:
            self._errands.failed.emit(error)
        self._read()

    def _lock_now(self) -> None:
        locker = self._errands.window.findChild(Locker)
        if locker is not None:
            locker.lock()

    def _words_of(self, minutes: int) -> str:
        if not minutes:
            return self.tr("Jamais (entraînement seulement)")
        return self.tr("Après %n minute(s)", "", minutes)

    def _shown_act(self) -> str:
        return self.tr("Ne plus le montrer") if self._is_shown else self.tr("Le montrer")

    def _read(self) -> None:
        """Read what was chosen; a page whose workspace is closed only speaks another language."""
        from fieldapp.store import shows_person
        from fieldapp.usecases.choose_lock import lock_minutes

        self._minutes = lock_minutes(self._desk.workspace)
        self._is_shown = shows_person(self._desk.workspace)
        self._say()

    def _say(self) -> None:
        self._lock.say(self._words_of(self._minutes))
        self._shown.button.setText(self._shown_act())


class SheetErrand(QObject):
    """Writes the page to be printed with the recovery key of the workspace that is open."""

    def __init__(self, desk: Desk, errands: Errands) -> None:
        super().__init__(errands)
        self._desk = desk
        self.writer = SheetWriter(errands.choose_target, self)
        self.writer.done.connect(errands.done)
        self.writer.failed.connect(errands.failed)

    def save(self, secret: str) -> None:
        """Ask where, and write it."""
        desk = self._desk
        self.writer.save(secret, SheetFacts(desk.name, desk.workspace.clock.now(), desk.language))
