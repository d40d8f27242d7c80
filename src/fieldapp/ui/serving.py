"""Hangs on the pages of an open workspace everyone who serves them: whoever adds a service adds a line here."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from fieldapp.ui.clock_watch import ClockWatch
from fieldapp.ui.communes import CommunesErrand
from fieldapp.ui.copying import CopyErrand
from fieldapp.ui.desk import Desk
from fieldapp.ui.erasing import EraseErrand
from fieldapp.ui.errands import Errands
from fieldapp.ui.form_upgrade import UpgradeErrand
from fieldapp.ui.history import HistoryErrand
from fieldapp.ui.homing import HomeErrand
from fieldapp.ui.interruption import InterruptionErrand
from fieldapp.ui.keys import KeysErrand
from fieldapp.ui.list_import import ListErrand
from fieldapp.ui.pages.fill_page import FillPage
from fieldapp.ui.pages.forms_page import FormsPage
from fieldapp.ui.pages.home_page import HomePage
from fieldapp.ui.pages.records_page import RecordsPage
from fieldapp.ui.pages.send_page import SendPage
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.refusal import RefusalErrand
from fieldapp.ui.reviewing import ReviewErrand
from fieldapp.ui.sampling import SampleErrand
from fieldapp.ui.seeking import SeekErrand
from fieldapp.ui.sending import SendErrand
from fieldapp.ui.team import TeamErrand
from fieldapp.ui.trashing import TrashErrand
from fieldapp.ui.turning import PageTurner
from fieldapp.ui.verifying import VerifyErrand


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one open workspace."""

    home: HomePage
    records: RecordsPage
    fill: FillPage
    send: SendPage
    forms: FormsPage
    space: WorkspacePage
    actions: RecordActions
    """What can be done with one record, in the list and on the page that fills it."""


def make_pages(desk: Desk) -> Pages:
    """Make the pages of a workspace."""
    actions = RecordActions()
    return Pages(
        home=HomePage(desk),
        records=RecordsPage(desk, actions),
        fill=FillPage(desk, actions),
        send=SendPage(desk),
        forms=FormsPage(desk),
        space=WorkspacePage(),
        actions=actions,
    )


def serve(pages: Pages, desk: Desk, errands: Errands, turner: PageTurner) -> None:
    """Connect every page with who does what it asks, and add the pages that only one of them knows."""
    for page in (pages.home, pages.records, pages.fill, pages.send, pages.forms, pages.space):
        turner.add(page)
    SendErrand(desk, errands, pages.send)
    errands.serve_forms(pages.forms)
    copies = CopyErrand(desk, errands, pages.records.losses, pages.space)
    pages.home.losses.copy_asked.connect(copies.copy_elsewhere)
    HomeErrand(desk, errands, pages.home, records=pages.records, turner=turner)
    ListErrand(desk, errands, pages.space, turner)
    CommunesErrand(desk, errands, pages.space, turner).changed.connect(pages.fill.read_again)
    TeamErrand(desk, errands, pages.space, turner).changed.connect(pages.fill.read_again)
    HistoryErrand(desk, errands, actions=pages.actions, fill=pages.fill, turner=turner)
    ReviewErrand(desk, errands, actions=pages.actions, fill=pages.fill).open_asked.connect(
        pages.records.open_asked
    )
    UpgradeErrand(desk, errands, actions=pages.actions, fill=pages.fill, records=pages.records)
    RecordMenu(errands, pages.actions)
    KeysErrand(desk, errands, pages.space)
    VerifyErrand(desk, errands, pages.space)
    SampleErrand(desk, errands, pages.space, home=pages.home, records=pages.records)
    SeekErrand(desk, errands, pages.records)
    TrashErrand(desk, errands, actions=pages.actions, space=pages.space, turner=turner)
    erasing = EraseErrand(desk, errands, actions=pages.actions, turner=turner, home=pages.records)
    RefusalErrand(desk, errands, erasing=erasing, fill=pages.fill)
    ClockWatch(desk, errands, pages.space)
    InterruptionErrand(desk, errands, pages.home)


class RecordMenu(QObject):
    """The first actions on a record: its PDF, and the trash, always last."""

    def __init__(self, errands: Errands, actions: RecordActions) -> None:
        super().__init__(errands)
        actions.add(
            "pdf",
            "file-text",
            words=lambda: self.tr("Exporter en PDF…"),
            run=errands.export_pdf,
            shows=lambda record: record.revision > 0,
        )
        actions.add(
            "trash",
            "trash-2",
            words=lambda: self.tr("Mettre à la corbeille"),
            run=errands.trash,
            shows=lambda record: record.trashed_at is None,
        )
