"""Says calmly, above every page, when the computer's clock cannot be right, and takes a person's word about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.base.clock_guard import Doubt
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.pages.clock_dialog import ClockDialog
from fieldapp.ui.pages.welcome_page import WelcomePage
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.parts import as_written

if TYPE_CHECKING:
    from datetime import date, datetime

    from fieldapp.usecases.judge_clock import ClockReport

_EVERY_MS = 30_000
"""A clock is looked at so often, beside at every answer; nothing is written for it."""


class ClockWatch(QObject):
    """Looks at the clock on entering a workspace and from time to time.

    Attributes:
        notice: Stands below the band until the clock is right, or a person said that it is.
        dialog: The dialog that was opened last.
    """

    def __init__(self, desk: Desk, errands: Errands, space: WorkspacePage) -> None:
        super().__init__(space)  # which goes when the workspace is left
        self._desk = desk
        self._errands = errands
        self._told: ClockReport | None = None
        self.notice = Notice()
        self.dialog: ClockDialog | None = None
        self._stand_in(errands.window)
        self._row = space.add_row(
            "clock",
            "calendar",
            title=lambda: self.tr("Date et heure"),
            words=lambda: self.tr("L’ordre des réponses ne dépend pas de l’horloge ; leurs dates, si."),
            act=lambda: self.tr("Début de la mission…"),
            run=self.ask_beginning,
        )
        space.refreshed.connect(self._say_row)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.before_closing(self._timer.stop)
        keep(self.notice, self._say_again)
        self.look()

    def _stand_in(self, window: QWidget) -> None:
        """Stand between the band and whatever page is shown, but on the one where a workspace is chosen."""
        if not isinstance(window, QMainWindow):
            return
        inside, welcome = window.centralWidget(), window.findChild(WelcomePage)
        middle = inside.layout() if inside is not None else None
        assert isinstance(middle, QVBoxLayout)
        assert welcome is not None
        middle.insertWidget(1, self.notice)
        stack = welcome.parentWidget()
        assert isinstance(stack, QStackedWidget)
        stack.currentChanged.connect(self._on_page)
        self.destroyed.connect(self.notice.deleteLater)

    def _on_page(self) -> None:
        stack = self.sender()
        if isinstance(stack, QStackedWidget) and isinstance(stack.currentWidget(), WelcomePage):
            self._timer.stop()
            self.notice.hide()

    def look(self) -> None:
        """Look at the clock; say something when what is to be said changed."""
        report = self._report()
        if self._told is not None and report.doubt is self._told.doubt:
            return
        self._told = report
        if report.doubt is Doubt.NONE:
            self.notice.hide()
        else:
            self._say(report)

    def settle(self) -> None:
        """Take the person's word that the date is right."""
        from fieldapp.usecases.judge_clock import settle_clock

        settle_clock(self._desk.workspace)
        self.look()

    def ask_beginning(self) -> None:
        """Ask on which day the mission begins."""
        begins = self._report().mission_begins
        self.dialog = ClockDialog(begins.astimezone().date() if begins else None, self._errands.window)
        self.dialog.chosen.connect(self.begin_mission)
        self.dialog.open()

    def begin_mission(self, day: "date") -> None:
        """Keep the day on which the mission begins."""
        from fieldapp.usecases.judge_clock import begin_mission

        begin_mission(self._desk.workspace, day)
        self._say_row()
        self.look()

    def _report(self) -> "ClockReport":
        from fieldapp.usecases.judge_clock import judge_clock

        return judge_clock(self._desk.workspace)

    def _say_again(self) -> None:
        """Say it in the language of the moment, unless it was closed."""
        if self._told is not None and not self.notice.isHidden():
            self._say(self._told)

    def _say(self, report: "ClockReport") -> None:
        words = self._words(report.doubt).format(
            now=_written(report.now), last=_written(report.last), begins=_written(report.mission_begins)
        )
        kept = self.tr("Rien n’est bloqué : les réponses sont gardées en ordre, leurs dates sont marquées.")
        act = self.tr("La date est juste") if report.can_be_settled else ""
        self.notice.say("attention", f"{words} {kept}", action=act, act=self.settle)

    def _words(self, doubt: Doubt) -> str:
        return {
            Doubt.BEFORE_PROGRAM: self.tr(
                "L’horloge de cet ordinateur indique le {now}, et ce programme n’existait pas encore."
                " Réglez la date et l’heure."
            ),
            Doubt.BEFORE_MISSION: self.tr(
                "L’horloge de cet ordinateur indique le {now}, avant le début de la mission ({begins})."
                " Réglez la date, ou corrigez ce début dans « Espace de travail »."
            ),
            Doubt.BACKWARD: self.tr(
                "L’horloge de cet ordinateur indique le {now}, mais la dernière réponse est du {last}."
                " Réglez la date ; si elle est juste maintenant, dites-le."
            ),
            Doubt.AHEAD: self.tr(
                "L’horloge de cet ordinateur indique le {now}, et la dernière réponse est du {last}."
                " Si l’ordinateur n’a pas servi entre-temps, la date est juste : dites-le. Sinon, réglez-la."
            ),
        }[doubt]

    def _say_row(self) -> None:
        report = self._report()
        begins = self.tr("Début de la mission : {begins}.").format(begins=_day(report.mission_begins))
        count = report.doubtful_events
        doubted = self.tr("%n réponse(s) portent une date douteuse.", "", count) if count else ""
        self._row.say(f"{begins} {doubted}".strip())


def _written(moment: "datetime | None") -> str:
    return as_written(f"{moment.astimezone():%d/%m/%Y %H:%M}") if moment else "—"


def _day(moment: "datetime | None") -> str:
    return as_written(f"{moment.astimezone():%d/%m/%Y}") if moment else "—"
