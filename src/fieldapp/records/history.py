"""What happened to a record, question by question, in words: made by `record_history`, shown and printed as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class LineKind(StrEnum):
    """What a line of the history is about."""

    ANSWER = "answer"
    ADDED = "added"
    """An instance of a repeat came."""
    REMOVED = "removed"
    MOVED = "moved"
    """An instance of a repeat stands elsewhere among the others."""


class EventKind(StrEnum):
    """What an event is, beside the operations of the journal (`Op`), which keep their own names."""

    PENDING = "pending"
    """Answers of the draft, not finalised yet."""
    UPGRADE = "upgrade"
    """The draft went over to another version of its form."""
    REOPENED = "reopened"
    """A finalised record became a draft again."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as it stood."""

    value: str | None
    """As the journal holds it; nothing for a blank one."""
    words: str = ""
    """As a person reads it; blank for a file."""
    is_file: bool = False


NOTHING = Said(None)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One path that an event moved."""

    path: str
    section: str
    """Heading of the part of the form; blank where it stands in none."""
    place: str
    """The repeat instances around it, named as the page names them: `Sites 2 › Contacts 1`."""
    label: str
    kind: LineKind
    old: Said = NOTHING
    new: Said = NOTHING
    is_erased: bool = False
    """Whether the values were erased on request: the line stays, what it said is gone."""
    is_former: bool = False
    """Whether the form that the record now has asks this no more."""
    order: tuple[int, ...] = ()
    """What sorts lines as the form does."""

    @property
    def is_change(self) -> bool:
        """Whether something stood there before."""
        return self.kind is not LineKind.ADDED and self.old.value is not None

    @property
    def name(self) -> str:
        """Where it is and what it asks, on one line."""
        return f"{self.place} › {self.label}" if self.place else self.label


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One thing done to a record at one moment by one person."""

    number: int
    """From 1, in the order in which things happened."""
    what: str
    """An operation of the journal, or an `EventKind`."""
    at: str
    actor: str
    """Name of the person; blank when it is not known here."""
    reason: str = ""
    form_version: str = ""
    version_before: str = ""
    """The version of the form until then; blank when this event changed nothing of it."""
    clock: str = ""
    """What speaks against the moment told; blank when nothing does."""
    change_id: str = ""
    """Of the journal; blank for what only the draft knows."""
    lines: tuple[HistoryLine, ...] = ()

    @property
    def is_pending(self) -> bool:
        """Whether it waits to be finalised."""
        return not self.change_id and self.what in (EventKind.PENDING, EventKind.UPGRADE)


@dataclass(frozen=True, slots=True)
class FieldHistory:
    """All that was ever said at one path."""

    line: HistoryLine
    """The last line, which names it."""
    moves: tuple[tuple[HistoryEvent, HistoryLine], ...]
    """In the order in which they happened."""


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """The history of one record, in one language."""

    record_id: str
    title: str
    form_id: str
    form_title: str
    form_version: str
    workspace: str
    language: str
    events: tuple[HistoryEvent, ...]
    """The oldest first."""
    former: tuple[HistoryLine, ...] = ()
    """Answers that stand now at places which the form has no more."""

    def fields(self) -> tuple[FieldHistory, ...]:
        """Return the history of each path, in the order of the form."""
        found: dict[str, list[tuple[HistoryEvent, HistoryLine]]] = {}
        for event in self.events:
            if event.what not in SAYS_NO_ANSWER:
                for line in event.lines:
                    found.setdefault(line.path, []).append((event, line))
        fields = [FieldHistory(moves[-1][1], tuple(moves)) for moves in found.values()]
        return tuple(sorted(fields, key=lambda one: (one.line.order, one.line.place, one.line.path)))

    @property
    def erased(self) -> int:
        """How many values of this record were erased on request."""
        return sum(line.is_erased for event in self.events for line in event.lines)


SAYS_NO_ANSWER = frozenset({"publish", "withdraw", "review", "comment"})
"""What says only who may see, or what somebody thinks: no answer is another for it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A record at two moments, side by side."""

    first: HistoryEvent | None
    """The event after which one side is shown; nothing for the beginning, when nothing was answered."""
    last: HistoryEvent
    lines: tuple[HistoryLine, ...]
    """`old` stands on the first side, `new` on the last."""
    is_all: bool
    """Whether what is the same on both sides is shown too."""


def compare(history: RecordHistory, first: int, last: int, *, is_all: bool = False) -> Comparison | None:
    """Put a record as it was after one event beside what it was after a later one; nothing without such events.

    Args:
        history: What happened to it.
        first: Number of the event; 0 for the beginning.
        last: Number of the later event; 0 for the latest.
        is_all: Also what is the same.
    """
    numbered = {event.number: event for event in history.events}
    last = last or max(numbered, default=0)
    if last not in numbered or first >= last:
        return None
    differing = net(event for event in history.events if first < event.number <= last)
    lines = differing
    if is_all:
        before = net(event for event in history.events if event.number <= first)
        paths = {line.path for line in differing}
        same = (replace(line, old=line.new) for line in before if _stands(line) and line.path not in paths)
        lines = tuple(sorted([*differing, *same], key=lambda line: (line.order, line.place, line.path)))
    return Comparison(numbered.get(first), numbered[last], lines, is_all)


def _stands(line: HistoryLine) -> bool:
    return line.kind is LineKind.ANSWER and line.new.value is not None and not line.is_erased


def net(events: Iterable[HistoryEvent]) -> tuple[HistoryLine, ...]:
    """Return what differs before and after some events in a row: each path once, what came back left out."""
    folded: dict[str, HistoryLine] = {}
    for event in events:
        if event.what in SAYS_NO_ANSWER:
            continue
        for line in event.lines:
            first = folded.get(line.path)
            folded[line.path] = line if first is None else replace(line, old=first.old)
    differing = (line for line in folded.values() if line.is_erased or _differs(line))
    return tuple(sorted(differing, key=lambda line: (line.order, line.place, line.path)))


def _differs(line: HistoryLine) -> bool:
    return line.old.value != line.new.value


def counted(events: Iterable[HistoryEvent]) -> Mapping[str, int]:
    """Return how many events there are of each kind."""
    found: dict[str, int] = {}
    for event in events:
        found[event.what] = found.get(event.what, 0) + 1
    return found
