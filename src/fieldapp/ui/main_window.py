"""The main window arranges the pages and carries what they ask to the desk and the errands; it does nothing itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from fieldapp.base.errors import FieldappError, KnownError
from fieldapp.ui.commanding import Commander
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.files import FileChooser
from fieldapp.ui.frame import Frame
from fieldapp.ui.i18n import LANGUAGES
from fieldapp.ui.jobs import Job
from fieldapp.ui.live import keep
from fieldapp.ui.pages.fill_page import FillPage
from fieldapp.ui.pages.forms_page import FormsPage
from fieldapp.ui.pages.help_page import HelpPage
from fieldapp.ui.pages.home_page import HomePage
from fieldapp.ui.pages.records_page import RecordsPage
from fieldapp.ui.pages.send_page import SendPage
from fieldapp.ui.pages.welcome_page import WelcomePage
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.serving import Pages, make_pages, serve
from fieldapp.ui.theme import Size
from fieldapp.ui.tidings import Tidings
from fieldapp.ui.turning import PageTurner

if TYPE_CHECKING:
    from fieldapp.usecases.records import OpenRecord


class MainWindow(QMainWindow):
    """Holds the pages.

    Signals:
        language_chosen: The person wants the window in another language; carries its code.
    """

    language_chosen = Signal(str)

    def __init__(self, chooser: FileChooser | None = None) -> None:
        super().__init__()
        self._chooser = chooser or FileChooser()
        self._language = LANGUAGES[0].code
        self.desk: Desk | None = None
        self.welcome = WelcomePage()
        self.home: HomePage | None = None
        self.records: RecordsPage | None = None
        self.fill: FillPage | None = None
        self.send: SendPage | None = None
        self.forms: FormsPage | None = None
        self.space: WorkspacePage | None = None
        self.errands: Errands | None = None
        frame = Frame()
        self.band, self.notice = frame.band, frame.notice
        self.stack, self.job_bar = frame.stack, frame.job_bar
        self.help = HelpPage()
        self.turner = PageTurner(self.stack, self.welcome)
        self.turner.keep(self.help)
        self.stack.currentChanged.connect(self._say)
        self.tidings = Tidings(self.notice, self._chooser)
        self.band.language_chosen.connect(
            self._keep_writing
        )  # first: words painted anew are those of the file
        self.band.language_chosen.connect(self.language_chosen)
        self.band.help_asked.connect(self.show_help)
        self.band.home_asked.connect(self.show_home)
        self.band.list_asked.connect(self.show_records)
        self.band.forms_asked.connect(self.show_forms)
        self.band.space_asked.connect(self.show_space)
        self.setCentralWidget(frame)
        self.setMinimumSize(QSize(Size.WINDOW_LEAST_WIDTH, Size.WINDOW_LEAST_HEIGHT))
        self.resize(QSize(Size.WINDOW_WIDTH, Size.WINDOW_HEIGHT))
        self.commander = Commander(self)
        keep(self, self._say)

    def enter(self, desk: Desk) -> None:
        """Show an open workspace."""
        self.leave()
        self.desk = desk
        desk.language = self._language
        pages = make_pages(desk)
        self.home, self.records, self.fill, self.send = pages.home, pages.records, pages.fill, pages.send
        self.forms, self.space = pages.forms, pages.space
        self.errands = Errands(desk, self._chooser, self)
        serve(pages, desk, self.errands, self.turner)
        self._connect(pages, self.errands)
        self.show_home()

    def _connect(self, pages: Pages, errands: Errands) -> None:
        fill = pages.fill
        for page in (pages.home, pages.records):
            page.start_asked.connect(self.start_record)
            page.open_asked.connect(self.open_record)
            page.send_asked.connect(self.show_send)
            page.forms_asked.connect(self.show_forms)
        fill.failed.connect(self.say_error)
        fill.pdf_asked.connect(errands.export_pdf)
        for signal in (fill.closed, pages.send.closed, errands.trashed, errands.restored):
            signal.connect(self.turner.turn_to_base)
        errands.left.connect(self.band.workspaces_asked)
        self.job_bar.follow(errands)
        self.tidings.follow(errands)

    def show_home(self) -> None:
        """Show what to do next."""
        self.turner.turn_to(self.home)

    def show_records(self) -> None:
        """Show the list."""
        self.turner.turn_to(self.records)

    def show_send(self) -> None:
        """Show the page that sends."""
        self.turner.turn_to(self.send)

    def show_help(self) -> None:
        """Show the help, from which one comes back to where one was."""
        self.turner.turn_to(self.help)

    def show_forms(self) -> None:
        """Show the forms, from which one comes back to where one was."""
        self.turner.turn_to(self.forms)

    def show_space(self) -> None:
        """Show what concerns the workspace as a whole."""
        self.turner.turn_to(self.space)

    def start_record(self, form_id: str) -> None:
        """Begin a record."""
        self._show_fill(lambda desk: desk.start(form_id))

    def open_record(self, record_id: str) -> None:
        """Open a record where it was left."""
        self._show_fill(lambda desk: desk.open(record_id))

    def _show_fill(self, get: "Callable[[Desk], OpenRecord]") -> None:
        if self.desk is None or self.fill is None:
            return
        try:
            opened = get(self.desk)
        except KnownError as error:
            self.say_error(error)
            return
        self.notice.hide()
        self.stack.setCurrentWidget(self.fill)
        self.fill.show_record(opened)

    def say_error(self, error: FieldappError) -> None:
        """Say in words what went wrong."""
        self.tidings.say_error(error)

    def set_language(self, code: str) -> None:
        """Follow a change of language: forms speak it too."""
        self._language = self.tidings.language = code
        self.help.show_language(code)
        if self.desk is not None:
            self.desk.language = code
        for page in (self.fill, self.forms):
            if page is not None:
                page.set_language(code)
        self._say()

    def _keep_writing(self) -> None:
        if self.fill is not None:
            self.fill.leave()

    def leave(self) -> None:
        """Keep what is being written and close the workspace."""
        if self.desk is None or self.errands is None or self.fill is None:
            return
        self.fill.leave()
        self.errands.wait()
        self.desk.close()
        self.desk = self.home = self.records = self.fill = self.send = self.forms = self.space = None
        self.errands = None
        self.turner.drop_workspace()

    def _say(self) -> None:
        self.band.show_language(self._language)
        desk = self.desk if self.stack.currentWidget() is not self.welcome else None
        name, is_training = (desk.name, desk.is_training) if desk else ("", False)
        real, training = self.tr("Fiches de terrain"), self.tr("Fiches de terrain · entraînement")
        self.setWindowTitle(training if is_training else real)
        self.band.show_workspace(name, is_training=is_training)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        for job in self.findChildren(Job):  # a backup being put back outlives its workspace's pages
            job.wait()
        event.accept()
