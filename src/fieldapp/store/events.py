"""The order of events: each takes the next place, a number of the file itself, whatever the clock says.

Who writes an event (an answer, a change of the journal, an act upon a record) takes its place inside the transaction
that writes it, and writes the number beside it; the file refuses a step or a change without. Lists, "last saved",
recovery, history and copies go by that number. The clock's word is kept too, with what speaks against it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fieldapp.base.clock import Clock, moment_from_text, utc_text
from fieldapp.base.clock_guard import ClockGuard, Doubt, running_seconds
from fieldapp.base.errors import BugError
from fieldapp.store.connection import Database

MISSION_BEGINS = "mission_begins"
"""Name of the setting; the workspace's creation where it is not set."""
_NEXT = "UPDATE event_order SET tick = tick + 1, high_water = max(high_water, ?) RETURNING tick"
# before the first event, the workspace was at least made
_HIGH_WATER = """SELECT coalesce(nullif(high_water, ''), (SELECT made_at FROM device WHERE is_own = 1), '')
    FROM event_order"""
_OF_RECORD = """SELECT tick, at, clock, actor_id, 'step' AS kind, CAST(step AS TEXT) AS name, '' AS reason
        FROM draft_step WHERE record_id = :record_id
    UNION ALL SELECT tick, at, clock, actor_id, 'change', change_id, reason FROM change
        WHERE record_id = :record_id
    UNION ALL SELECT tick, at, clock, actor_id, 'act', kind, reason FROM record_act WHERE record_id = :record_id
    ORDER BY tick"""
_DOUBTFUL = """SELECT clock, count(*), count(DISTINCT record_id), min(at), max(at) FROM (
        SELECT clock, record_id, at FROM draft_step WHERE clock <> ''
        UNION ALL SELECT clock, record_id, at FROM change WHERE clock <> ''
        UNION ALL SELECT clock, record_id, at FROM record_act WHERE clock <> ''
    ) GROUP BY clock ORDER BY clock"""
_TRUSTED_AGAIN = "SELECT at FROM clock_period WHERE tick > ? AND clock = '' ORDER BY tick LIMIT 1"


class Act(StrEnum):
    """What is done with a record as a whole, beside its answers and its changes."""

    TRASHED = "trashed"
    RESTORED = "restored"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Moment:
    """The place an event took."""

    tick: int
    """Its number in the order of this file; larger is later, with gaps."""
    at: str
    """What the clock said."""
    clock: Doubt
    """What speaks against that."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a record."""

    moment: Moment
    actor_id: str
    kind: str
    """`step`, `change` or `act`."""
    name: str
    """Number of the step, id of the change, or which `Act`."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DoubtfulEvents:
    """The events whose time one and the same doubt speaks against."""

    clock: Doubt
    events: int
    records: int
    first: str
    """The earliest of their times."""
    last: str


class Events:
    """Gives events their places."""

    def __init__(
        self, db: Database, clock: Clock, *, stopwatch: Callable[[], float] = running_seconds
    ) -> None:
        self._db = db
        self._clock = clock
        self._stopwatch = stopwatch
        self._guard: ClockGuard | None = None
        self._is_trusted = False
        """Whether the last period is known to be one of trust; what is not known is read."""

    def take(self, at: str = "") -> Moment:
        """Take the next place; belongs inside the transaction of the act.

        Args:
            at: The moment already written in the event; the clock is read when there is none.
        """
        moment = moment_from_text(at) if at else self._clock.now()
        doubt = self.guard.judge(moment)
        text = at or utc_text(moment)
        if doubt is Doubt.NONE:
            self.guard.note_event(moment)
        tick = next_tick(self._db, high_water="" if doubt else text)
        self._note_period(tick, text, doubt)
        return Moment(tick, text, doubt)

    def note(self, act: Act, record_id: str, *, actor_id: str, reason: str) -> Moment:
        """Write an act upon a record; belongs inside its transaction."""
        moment = self.take()
        self._db.execute(
            "INSERT INTO record_act (tick, record_id, at, clock, actor_id, kind, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [moment.tick, record_id, moment.at, str(moment.clock), actor_id, str(act), reason],
        )
        return moment

    def of_record(self, record_id: str) -> list[Event]:
        """Return everything that happened to a record, in order."""
        rows = self._db.execute(_OF_RECORD, {"record_id": record_id})
        return [
            Event(Moment(tick, at, Doubt(clock)), actor_id, kind, name, reason)
            for tick, at, clock, actor_id, kind, name, reason in rows
        ]

    def look(self) -> Doubt:
        """Say what speaks against the clock now, though nothing happens."""
        return self.guard.judge(self._clock.now())

    def settle(self) -> None:
        """Take a person's word that the clock is right now, whatever was written before."""
        now = self._clock.now()
        with self._db.atomic():
            tick = next_tick(self._db)
            self._db.execute("UPDATE event_order SET high_water = ?", [utc_text(now)])
            self.guard.settle(now)
            self._note_period(tick, utc_text(now), Doubt.NONE)

    def doubtful(self) -> list[DoubtfulEvents]:
        """Return how many events bear a time that cannot be right, doubt by doubt."""
        return [DoubtfulEvents(Doubt(row[0]), *row[1:]) for row in self._db.execute(_DOUBTFUL)]

    def trusted_time(self, moment: Moment) -> str:
        """Return when something happened, at the latest: what a doubted clock said is of no use.

        It happened before the clock was right again; blank while it is not.
        """
        if moment.clock is Doubt.NONE:
            return moment.at
        row = self._db.execute(_TRUSTED_AGAIN, [moment.tick]).fetchone()
        return str(row[0]) if row else ""

    @property
    def guard(self) -> ClockGuard:
        """The judge of this run, made when it is first asked: the file may still have an older shape before."""
        if self._guard is None:
            high_water = self._db.execute(_HIGH_WATER).fetchone()[0]
            self._guard = ClockGuard(
                high_water=_moment(high_water),
                mission_begins=_moment(self.mission_begins()),
                stopwatch=self._stopwatch,
            )
        return self._guard

    def mission_begins(self) -> str:
        """Return when the mission begins, as far as the file knows: the workspace's creation unless it was set.

        What comes before it is doubted: a visit cannot have been made then.
        """
        query = """SELECT coalesce((SELECT value FROM setting WHERE name = ?),
            (SELECT made_at FROM device WHERE is_own = 1), '')"""
        return str(self._db.execute(query, [MISSION_BEGINS]).fetchone()[0])

    def set_mission_begins(self, at: str) -> None:
        """Say when the mission begins; clocks are judged by it from now on."""
        row = {"name": MISSION_BEGINS, "value": at}
        self._db.table("setting").upsert(row, pk="name")
        self._guard = None

    def _note_period(self, tick: int, at: str, doubt: Doubt) -> None:
        """Remember from which event on the clock was doubted or trusted; the first trust of a file goes without."""
        if self._is_trusted and not doubt:
            return
        query = "SELECT clock FROM clock_period ORDER BY tick DESC LIMIT 1"
        row = self._db.execute(query).fetchone()
        before = row[0] if row else Doubt.NONE
        if before != doubt:
            self._db.execute("INSERT INTO clock_period VALUES (?, ?, ?)", [tick, at, str(doubt)])
        self._is_trusted = before == doubt == Doubt.NONE


def next_tick(db: Database, *, high_water: str = "") -> int:
    """Take a place without a time: what another device wrote, or a touch of a row that says nothing of when."""
    if not db.conn.in_transaction:
        raise BugError("store.event_outside_a_transaction")
    return int(db.execute(_NEXT, [high_water]).fetchall()[0][0])


def go_on_from(db: Database, present: Database) -> None:
    """Let a file go on where the one whose place it takes had come to: no place in the order is taken twice."""
    if not present.table("event_order").exists():
        return
    row = present.execute("SELECT tick, high_water FROM event_order").fetchone()
    db.execute("UPDATE event_order SET tick = max(tick, ?), high_water = max(high_water, ?)", row)


def _moment(text: str) -> datetime | None:
    return moment_from_text(text) if text else None
