"""Tells what happened to a record: every value with its words, who, when, why, also of older versions of its form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fieldapp.engine import Edit
from fieldapp.records.aside import ASIDE, ASIDE_PATHS
from fieldapp.records.change import Change, Op, is_erased
from fieldapp.records.former import FORM_VERSION, former_answers, read_former
from fieldapp.records.history import (
    EventKind,
    HistoryEvent,
    HistoryLine,
    LineKind,
    RecordHistory,
)
from fieldapp.records.record import Record
from fieldapp.store import DraftStep, Workspace
from fieldapp.store.events import Act, Event, Moment
from fieldapp.usecases.form_reading import FormReading
from fieldapp.usecases.tell_aside import tell_aside

_PRESENT, _RANK = "/@present", "/@rank"
_ACTS = {Act.TRASHED: str(Op.DELETE), Act.RESTORED: str(Op.RESTORE), Act.REOPENED: str(EventKind.REOPENED)}
_NOT_VALUES = frozenset({Op.PUBLISH, Op.WITHDRAW})


def record_history(workspace: Workspace, record_id: str, *, language: str = "fr") -> RecordHistory:
    """Read the history of a record in a language: the journal, then what waits in the draft.

    Raises:
        KnownError: `record.not_found`.
    """
    record = workspace.records.get(record_id)
    telling = _Telling(workspace, record, language)
    order = workspace.events.of_record(record_id)
    moments = {(event.kind, event.name): event.moment for event in order}
    for change in workspace.changes.of_record(record_id):
        telling.tell_change(change, moments["change", change.change_id])
    telling.tell_beside(workspace.records.beside(record_id))
    for step in workspace.drafts.steps(record_id):
        telling.tell_step(step)
    for event in order:
        if event.kind == "act":
            telling.tell_act(event)
    now = telling.reading_of(record.form_version)
    return RecordHistory(
        record_id=record_id,
        title=record.title,
        form_id=record.form_id,
        form_title=now.definition.title_in(language),
        form_version=record.form_version,
        workspace=workspace.name,
        language=language,
        events=tuple(
            replace(telling.named_now(event, now), number=number)
            for number, event in enumerate(telling.in_order(), 1)
        ),
        former=telling.former(now),
    )


@dataclass(frozen=True, slots=True)
class _Move:
    """One path moved, as the journal or a step says it."""

    path: str
    old: str | None
    new: str | None
    is_erased: bool = False


class _Telling:
    """Walks through a record's life: the form's session stands at each moment where it stood then."""

    def __init__(self, workspace: Workspace, record: Record, language: str) -> None:
        self._workspace = workspace
        self._record = record
        self._language = language
        self._names = {actor.actor_id: actor.name for actor in workspace.people.actors()}
        self._answers: dict[str, str] = {}
        self._readings: dict[str, FormReading] = {}
        """By version, the one that is filled last."""
        self._version = ""
        self._events: list[tuple[int, HistoryEvent]] = []
        """Each with its place in the order of the file."""
        self._told_acts: dict[str, int] = {}

    def in_order(self) -> list[HistoryEvent]:
        """Return what was told, in the order in which it happened."""
        return [event for _, event in sorted(self._events, key=lambda one: one[0])]

    def tell_change(self, change: Change, moment: Moment) -> None:
        """Tell one change of the journal."""
        moves = [
            _Move(field.path, field.old_value, field.new_value, is_erased(field)) for field in change.fields
        ]
        before, reading = self._version, self.reading_of(change.form_version)
        if change.op in ASIDE:
            lines = tell_aside(change, reading)
        else:
            moves = [move for move in moves if move.path not in ASIDE_PATHS]  # what an erasure took of them
            lines = self._lines(reading, moves, before=before, stays=change.op in _NOT_VALUES)
        event = HistoryEvent(
            number=0,
            what=str(change.op),
            at=change.at,
            clock=str(moment.clock),
            actor=self._names.get(change.actor_id, ""),
            reason=change.reason,
            form_version=change.form_version,
            version_before=before if before != change.form_version else "",
            change_id=change.change_id,
            lines=lines,
        )
        self._events.append((moment.tick, event))

    def tell_beside(self, beside: Mapping[str, str]) -> None:
        """Take in what stands beside the journal, so that a draft's repeat instances are found; no event."""
        reading = self.reading_of(self._version or self._first_version())
        new = {path: value for path, value in beside.items() if path not in self._answers}
        self._answers |= new
        reading.move(Edit(path, None, value) for path, value in new.items() if reading.knows(path))

    def tell_step(self, step: DraftStep) -> None:
        """Tell one step of the draft."""
        version = next((edit for edit in step.edits if edit.path == FORM_VERSION), None)
        before, reading = (
            self._version,
            self.reading_of(version.new if version and version.new else self._version),
        )
        olds = {edit.path: edit.old for edit in reversed(step.edits)}
        news = {edit.path: edit.new for edit in step.edits}
        moves = [_Move(path, olds[path], new) for path, new in news.items() if path != FORM_VERSION]
        event = HistoryEvent(
            number=0,
            what=EventKind.UPGRADE if version else EventKind.PENDING,
            at=step.at,
            clock=str(step.clock),
            actor=self._names.get(step.actor_id, ""),
            form_version=self._version,
            version_before=before if version else "",
            lines=self._lines(reading, moves, before=before),
        )
        self._events.append((step.tick, event))

    def tell_act(self, act: Event) -> None:
        """Tell what was done with the record as a whole, unless a change of the journal tells it already."""
        what, moment = _ACTS[Act(act.name)], act.moment
        since, self._told_acts[what] = self._told_acts.get(what, 0), moment.tick
        if not any(event.what == what and since < tick < moment.tick for tick, event in self._events):
            event = HistoryEvent(
                number=0,
                what=what,
                at=moment.at,
                clock=str(moment.clock),
                actor=self._names.get(act.actor_id, ""),
                reason=act.reason,
            )
            self._events.append((moment.tick, event))

    def reading_of(self, version: str) -> FormReading:
        """Return the session of a version, with the answers of this moment."""
        if version != self._version or version not in self._readings:
            definition = self._workspace.forms.get(self._record.form_id, version)
            self._readings.pop(version, None)
            self._readings[version] = FormReading(
                self._workspace, definition, self._answers, language=self._language
            )
            self._version = version
        return self._readings[version]

    def former(self, now: FormReading) -> tuple[HistoryLine, ...]:
        """Tell the answers that stand at places which the form has no more."""
        kept = former_answers(now.definition, self._answers)
        lines = (self._line(now, _Move(path, None, value)) for path, value in kept.items())
        told = (line for line in lines if line.kind is LineKind.ANSWER and line.new.value)
        return tuple(sorted(told, key=lambda line: (line.order, line.place, line.label)))

    def named_now(self, event: HistoryEvent, now: FormReading) -> HistoryEvent:
        """Return an event whose lines say where they stand now, for those that still stand somewhere."""
        return replace(event, lines=tuple(_named_now(line, now) for line in event.lines))

    def _first_version(self) -> str:
        """Return the version under which the pending steps begin."""
        steps = self._workspace.drafts.steps(self._record.record_id)
        olds = [edit.old for step in steps for edit in step.edits if edit.path == FORM_VERSION]
        return (olds[0] if olds else None) or self._record.form_version

    def _lines(
        self, reading: FormReading, moves: list[_Move], *, before: str, stays: bool = False
    ) -> tuple[HistoryLine, ...]:
        """Tell moves: what was there in the words of the version before, what is there in those of after."""
        earlier = self._readings.get(before, reading)
        olds = {
            move.path: self._line(earlier if earlier.knows(move.path) else reading, move) for move in moves
        }
        if not stays:
            self._take(reading, moves)
        news = {move.path: self._line(reading, move) for move in moves}
        lines = []
        for move in moves:
            standing = news if reading.stands(move.path) else olds
            line = replace(
                standing[move.path],
                old=olds[move.path].old,
                new=news[move.path].new,
                is_former=not reading.knows(move.path),
            )
            if _is_told(line, {one.path for one in moves}):
                lines.append(line)
        return tuple(sorted(lines, key=lambda line: (line.order, line.place, line.label)))

    def _take(self, reading: FormReading, moves: Iterable[_Move]) -> None:
        moves = [move for move in moves if not move.is_erased]
        reading.move(Edit(move.path, move.old, move.new) for move in moves if reading.knows(move.path))
        for move in moves:
            if move.new is None:
                self._answers.pop(move.path, None)
            else:
                self._answers[move.path] = move.new

    def _line(self, reading: FormReading, move: _Move) -> HistoryLine:
        reader = self._reader(reading, move.path)
        place = reader.place(move.path)
        return HistoryLine(
            path=move.path,
            section=place.section,
            place=place.instances,
            label=place.label,
            kind=_kind_of(move),
            old=reader.said(move.path, move.old),
            new=reader.said(move.path, move.new),
            is_erased=move.is_erased,
            is_former=reader is not reading or not reading.knows(move.path),
            order=place.order,
        )

    def _reader(self, reading: FormReading, path: str) -> FormReading:
        """Return the version that knows a path: the one of the moment, or else the latest before it."""
        version, own = read_former(path)
        if version:
            return self._readings.get(version) or self._opened(version) or reading
        known = (one for one in (reading, *reversed(self._readings.values())) if one.knows(own))
        return next(known, reading)

    def _opened(self, version: str) -> FormReading | None:
        """Open another version beside the one of the moment, only to name its places."""
        installed = {(form.form_id, form.version) for form in self._workspace.forms.list()}
        if (self._record.form_id, version) not in installed:
            return None
        definition = self._workspace.forms.get(self._record.form_id, version)
        made = FormReading(self._workspace, definition, self._answers, language=self._language)
        self._readings = {version: made} | self._readings
        return made


def _named_now(line: HistoryLine, now: FormReading) -> HistoryLine:
    if line.path in ASIDE_PATHS:
        return line
    if not now.knows(line.path):
        return replace(line, is_former=True)
    if not now.stands(line.path):
        return replace(line, is_former=False)
    place = now.place(line.path)
    return replace(line, section=place.section, place=place.instances, order=place.order, is_former=False)


def _kind_of(move: _Move) -> LineKind:
    if move.path.endswith(_PRESENT):
        return LineKind.ADDED if move.new else LineKind.REMOVED
    return LineKind.MOVED if move.path.endswith(_RANK) else LineKind.ANSWER


def _is_told(line: HistoryLine, paths: set[str]) -> bool:
    """Whether a line says something: the rank of an instance that comes or goes does not."""
    if line.kind is LineKind.MOVED:
        return line.path.removesuffix(_RANK) + _PRESENT not in paths
    return line.is_erased or line.is_former or line.old.value != line.new.value
