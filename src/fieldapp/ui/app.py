"""Starts the window: fonts, look, language, the last net, and the page to begin with."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from fieldapp.base.clock import SystemClock
from fieldapp.base.errors import FieldappError, KnownError
from fieldapp.base.paths import default_workspaces, resources, settings_file
from fieldapp.base.settings import Settings, load_settings, save_settings
from fieldapp.ui.appearance import Appearance, is_system_dark
from fieldapp.ui.crash import CrashNet
from fieldapp.ui.desk import Desk, open_desk
from fieldapp.ui.files import FileChooser
from fieldapp.ui.i18n import Speech
from fieldapp.ui.idle import IdleWatch
from fieldapp.ui.known import known_workspaces
from fieldapp.ui.locking import Locker
from fieldapp.ui.look import load_fonts
from fieldapp.ui.main_window import MainWindow
from fieldapp.ui.making import SpaceMaker
from fieldapp.ui.messages import mending_words, words_of
from fieldapp.ui.pages.wizard_card import NewSpace
from fieldapp.ui.parting import Parting
from fieldapp.ui.patience import Patience
from fieldapp.ui.sampling import load_mission
from fieldapp.ui.sheets import SheetFacts, SheetWriter
from fieldapp.ui.stylesheet import dress
from fieldapp.ui.upgrading import Upgrader


class Starter(QObject):
    """Answers the welcome page, and remembers language and workspace for the next time."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        settings_path: Path,
        *,
        appearance: Appearance | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._path = settings_path
        self._settings = load_settings(settings_path)
        self.appearance = appearance or appearance_of(app, self._settings, settings_path.parent / "marks")
        self.appearance.setParent(self)
        self.appearance.changed.connect(self._on_appearance)
        window.band.follow(self.appearance)
        self._speech = Speech(app)
        self._patience = Patience()
        self.locker = Locker(window, language=lambda: self._speech.language.code, patience=self._patience)
        self.locker.left.connect(self.leave)
        self.idle = IdleWatch(self.locker.minutes, parent=self)
        self.idle.idle.connect(self.locker.lock)
        self.idle.asked.connect(self.locker.lock)
        self.upgrader = Upgrader(window)
        self.upgrader.done.connect(self.open)
        self.upgrader.failed.connect(self._refuse)
        welcome = window.welcome
        welcome.open_asked.connect(self.open)
        welcome.create_asked.connect(self.create)
        welcome.recover_asked.connect(self.recover)
        welcome.language_chosen.connect(window.band.language_chosen)
        welcome.sheet_asked.connect(self._save_sheet)
        self.sheets = SheetWriter(window.tidings.choose_target, self)
        self.sheets.done.connect(window.tidings.say_done)
        self.sheets.failed.connect(window.say_error)
        self.maker = SpaceMaker(window)
        self.maker.done.connect(self._on_made)
        self.maker.failed.connect(self._refuse)
        window.language_chosen.connect(self.speak)
        window.band.workspaces_asked.connect(self.leave)
        self.fills_training = False
        """Whether a new training workspace gets the invented mission by itself."""
        self.speak(self._settings.language)

    def speak(self, code: str) -> None:
        """Switch the language of everything."""
        self._speech.speak(code)
        self._window.set_language(self._speech.language.code)
        self._window.welcome.wizard.set_language(self._speech.language.code)
        self._remember(replace(self._settings, language=self._speech.language.code))

    def _on_appearance(self) -> None:
        look, zoom = self.appearance.look, self.appearance.zoom
        self._remember(replace(self._settings, look=look, zoom=str(zoom)))

    def begin(self, folder: Path | None) -> None:
        """Show the workspace asked for if it opens by itself, else the page that asks."""
        wanted = folder or (Path(self._settings.workspace) if self._settings.workspace else None)
        known = known_workspaces(default_workspaces(), wanted)
        self._window.welcome.show_known(known, last=wanted)
        if folder is not None and not any(space.folder == folder for space in known):
            missing = KnownError("workspace.not_found", path=str(folder))
            self._window.welcome.notice.say("problem", words_of(missing, self._speech.language.code))
        elif wanted is not None and any(space.folder == wanted and space.is_training for space in known):
            self.open(wanted, "")

    def leave(self) -> None:
        """Close the workspace and show the page that asks for one."""
        if self._window.fill is not None and not self._window.fill.may_leave():
            return
        last = Path(self._settings.workspace)
        self._window.leave()
        self._window.stack.setCurrentWidget(self._window.welcome)
        self._window.welcome.show_known(known_workspaces(default_workspaces(), last), last=last)

    def open(self, folder: Path, passphrase: str) -> None:
        """Open a workspace, or say why it does not open."""
        if self._patience.seconds_left(folder):
            return
        try:
            desk = open_desk(folder, passphrase=passphrase or None, language=self._speech.language.code)
        except KnownError as error:
            if error.code == "workspace.older":
                self.upgrader.run(folder, passphrase)
            else:
                self._refuse_opening(error, folder)
            return
        self._patience.forget(folder)
        self._window.welcome.forget()
        self._window.enter(desk)
        self._remember(replace(self._settings, language=self._speech.language.code, workspace=str(folder)))
        self._tell_mending(desk)

    def _refuse_opening(self, error: KnownError, folder: Path) -> None:
        """Say calmly that it does not open; whoever mistypes again and again waits a little longer each time."""
        if error.code == "workspace.wrong_passphrase":
            self._window.welcome.ask_phrase()
            self._patience.note_mistake(folder)
        self._window.welcome.wait(self._patience.seconds_left(folder))
        self._refuse(error)

    def _tell_mending(self, desk: Desk) -> None:
        if desk.mending is not None:
            words = mending_words(desk.mending, self._speech.language.code)
            self._window.notice.say("attention", words)

    def _save_sheet(self, secret: str, name: str) -> None:
        self.sheets.save(secret, SheetFacts(name, SystemClock().now(), self._speech.language.code))

    def _refuse(self, error: FieldappError) -> None:
        self._window.welcome.refuse(words_of(error, self._speech.language.code))

    def recover(self, folder: Path, recovery_secret: str, passphrase: str) -> None:
        """Give a workspace a new passphrase by its recovery key and open it, or say why not."""
        from fieldapp.usecases.recover_workspace import recover_workspace

        try:
            recover_workspace(folder, recovery_secret=recovery_secret, passphrase=passphrase)
        except KnownError as error:
            self._window.welcome.refuse(words_of(error, self._speech.language.code))
            return
        self.open(folder, passphrase)

    def create(self, wanted: NewSpace) -> None:
        """Have a workspace made; its recovery key was put away before."""
        folder = _free_folder(default_workspaces(), wanted.name, is_training=wanted.is_training)
        self.maker.run(folder, wanted)

    def _on_made(self, folder: Path, wanted: NewSpace) -> None:
        self.open(folder, wanted.passphrase)
        if wanted.is_training and self.fills_training and self._window.errands is not None:
            load_mission(self._window.errands)

    def _remember(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            try:
                save_settings(self._path, settings)
            except KnownError as error:
                self._window.say_error(error)


def make_application(argv: list[str], marks: Path, *, is_dark: bool | None = None) -> QApplication:
    """Return the dressed application, light or dark as the system has it unless told."""
    app = QApplication.instance() or QApplication(argv)
    assert isinstance(app, QApplication)
    app.setApplicationName("fieldapp")
    load_fonts(resources() / "fonts")
    dress(app, marks, is_dark=is_system_dark() if is_dark is None else is_dark)
    return app


def appearance_of(app: QApplication, settings: Settings, marks: Path) -> Appearance:
    """Return the look and size that were chosen, worn by an application that is dressed as the system has it."""
    zoom = int(settings.zoom) if settings.zoom.isascii() and settings.zoom.isdecimal() else 0
    return Appearance(app, marks, look=settings.look, zoom=zoom)


def run(folder: Path | None = None) -> int:
    """Open the window on a workspace, or on the page that asks for one; returns the exit code."""
    own = settings_file().parent
    app = make_application(sys.argv[:1], own / "marks")
    appearance = appearance_of(app, load_settings(settings_file()), own / "marks")
    window = MainWindow(FileChooser())
    net = CrashNet(own / "technique.log", window)
    net.stretch()
    net.caught.connect(window.say_error)
    starter = Starter(app, window, settings_file(), appearance=appearance)
    starter.fills_training = True
    Parting(app, window).catch_signals()
    window.show()
    starter.begin(folder)
    return app.exec()


def _free_folder(parent: Path, name: str, *, is_training: bool) -> Path:
    """Return a folder of this name that does not exist yet."""
    plain = "".join(sign if sign.isalnum() else "-" for sign in name.strip().lower()).strip("-") or "espace"
    wanted = f"{plain}-entrainement" if is_training else plain
    number = 1
    while (parent / (wanted if number == 1 else f"{wanted}-{number}")).exists():
        number += 1
    return parent / (wanted if number == 1 else f"{wanted}-{number}")
