"""Says what is doubtful about the computer's clock, and takes a person's word about it."""

from dataclasses import dataclass
from datetime import date, datetime, time

from fieldapp.base.clock import moment_from_text, utc_text
from fieldapp.base.clock_guard import SETTLED_BY_A_PERSON, Doubt
from fieldapp.store import Workspace
from fieldapp.store.events import DoubtfulEvents


@dataclass(frozen=True, slots=True)
class ClockReport:
    """What the clock says and what speaks against it."""

    doubt: Doubt
    now: datetime
    last: datetime | None
    """The latest event whose time is beyond doubt."""
    mission_begins: datetime | None
    events: tuple[DoubtfulEvents, ...]
    """What was written so far under a doubtful clock."""

    @property
    def can_be_settled(self) -> bool:
        """Whether a person may say that the date is right all the same."""
        return self.doubt in SETTLED_BY_A_PERSON

    @property
    def doubtful_events(self) -> int:
        """How many events bear a doubtful time."""
        return sum(each.events for each in self.events)


def judge_clock(workspace: Workspace) -> ClockReport:
    """Look at the clock; nothing is written."""
    doubt = workspace.events.look()
    begins = workspace.events.mission_begins()
    return ClockReport(
        doubt,
        workspace.clock.now(),
        last=workspace.events.guard.high_water,
        mission_begins=moment_from_text(begins) if begins else None,
        events=tuple(workspace.events.doubtful()),
    )


def settle_clock(workspace: Workspace) -> None:
    """Take a person's word that the date is right now: what comes from now on is not doubted."""
    workspace.events.settle()


def begin_mission(workspace: Workspace, day: date) -> None:
    """Say on which day the mission begins, in the computer's own zone."""
    zone = workspace.clock.now().tzinfo
    workspace.events.set_mission_begins(utc_text(datetime.combine(day, time(), zone)))
