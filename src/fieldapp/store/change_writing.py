"""Writes changes of this device and enters them in the streams: what finalising, deleting and deciding share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.ids import Ids
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import Change, ChangeField, Op, value_digest
from fieldapp.records.merge import FieldState, answers_of
from fieldapp.records.projection import ANAPEC, StreamField, StreamPlan, plan_aside, plan_merged
from fieldapp.records.rebasing import NetField
from fieldapp.records.record import Answers, Record
from fieldapp.store.connection import Database
from fieldapp.store.journal import Journal
from fieldapp.store.reviewing.notes import note_review
from fieldapp.store.streams import Streams, plan
from fieldapp.store.team.conflicts import Conflicts


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, and why."""

    actor_id: str
    reason: str


class ChangeWriter:
    """Writes into the journal and the streams; every act belongs inside its caller's transaction."""

    def __init__(
        self,
        db: Database,
        *,
        clock: Clock,
        ids: Ids,
        journal: Journal,
        streams: Streams,
        conflicts: Conflicts,
    ) -> None:
        self._db = db
        self._clock = clock
        self._ids = ids
        self._journal = journal
        self._streams = streams
        self._conflicts = conflicts

    def enter_merged(self, record: Record, definition: FormDefinition) -> None:
        """Say in the stream to ANAPEC what others' changes made of a record begun here; elsewhere it says nothing."""
        if self._journal.is_begun_here(record.record_id):
            answers = answers_of(self._journal.state(record.record_id))
            history = self._streams.history(ANAPEC, record.record_id)
            planned = plan_merged(definition, answers, history)
            own = next(actor for actor in self._db.table("actor").rows_where("is_own = 1"))
            pen = Pen(str(own["actor_id"]), "")
            self._enter_beside(ANAPEC, record, definition, planned=planned, answers=answers, pen=pen)

    def write(
        self,
        record: Record,
        definition: FormDefinition,
        state: Mapping[str, FieldState],
        *,
        fields: Collection[NetField],
        op: Op | None,
        pen: Pen,
    ) -> Change | None:
        """Write a change of these values, and what it brings to each stream."""
        made = tuple(map(self.field, fields))
        first = Op.EDIT if state else Op.CREATE
        change = self.change(record, definition, op=op or first, pen=pen, fields=made)
        if made:
            change = self._journal.append(change)
        answers = self._answers_after(record.record_id, state, fields)
        for stream in self._streams.names():
            self.enter(stream, record, definition, change=change, answers=answers)
        if made:
            note_review(self._db, self._journal, record.record_id)
        return change if made else None

    def write_aside(
        self, record: Record, definition: FormDefinition, *, op: Op, fields: Iterable[NetField], pen: Pen
    ) -> Change:
        """Write a move of the review or a comment, which sets no answer, and enter it where it may be known."""
        made = tuple(map(self.field, fields))
        change = self._journal.append(self.change(record, definition, op=op, pen=pen, fields=made))
        parents = {parent for field in made for parent in field.parents}
        for stream in self._streams.names():
            planned = tuple(StreamField(field.path, field.parents) for field in made)
            if stream == ANAPEC:
                is_there = self._journal.is_begun_here(record.record_id) and self._streams.history(
                    stream, record.record_id
                )
                known = self._streams.known(stream, parents)
                planned = plan_aside(definition, change, known) if is_there else ()
            if planned:
                self._streams.enter(stream, change, planned)
        note_review(self._db, self._journal, record.record_id)
        return change

    def _answers_after(
        self, record_id: str, state: Mapping[str, FieldState], fields: Iterable[NetField]
    ) -> dict[str, str]:
        """Return what is agreed once these values are written; where others wrote too, the merge says it."""
        agreed: dict[str, str | None] = dict(answers_of(state))
        for one in fields:
            agreed[one.path] = one.new_value
        is_alone = all(one.parents == (state[one.path].heads if one.path in state else ()) for one in fields)
        if is_alone and not any(field.is_conflict for field in state.values()):
            return {path: value for path, value in agreed.items() if value is not None}
        merged = self._journal.state(record_id)
        self._conflicts.note(record_id, merged)
        return answers_of(merged)

    def enter(
        self, stream: str, record: Record, definition: FormDefinition, *, change: Change, answers: Answers
    ) -> None:
        """Enter a change in a stream, with what it lets an audience see or takes from it."""
        if stream == ANAPEC and not self._journal.is_begun_here(record.record_id):
            return  # it goes there from the laptop that began it, with what was changed here
        history = self._streams.history(stream, record.record_id)
        planned = plan(stream, definition, change=change, answers=answers, history=history)
        if planned.own:
            self._streams.enter(stream, change, planned.own)
        pen = Pen(change.actor_id, "")
        self._enter_beside(stream, record, definition, planned=planned, answers=answers, pen=pen)

    def _enter_beside(
        self,
        stream: str,
        record: Record,
        definition: FormDefinition,
        *,
        planned: StreamPlan,
        answers: Answers,
        pen: Pen,
    ) -> None:
        """Write and enter what only says what an audience may see from now on."""
        for op, paths in ((Op.PUBLISH, planned.publish), (Op.WITHDRAW, planned.withdraw)):
            if paths:
                values = answers if op is Op.PUBLISH else {}
                fields = [NetField(one.path, None, values.get(one.path), one.parents) for one in paths]
                made = tuple(map(self.field, fields))
                extra = self.change(record, definition, op=op, pen=pen, fields=made)
                self._streams.enter(stream, self._journal.append(extra), paths)

    def difference(self, state: Mapping[str, FieldState], after: Answers) -> list[NetField]:
        """Return the way from the agreed values to these, of one who has seen everything that stands."""
        before = answers_of(state)
        paths = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
        heads = {path: state[path].heads if path in state else () for path in paths}
        return [NetField(path, before.get(path), after.get(path), heads[path]) for path in paths]

    def field(self, net: NetField) -> ChangeField:
        """Return a value as the journal holds it, salted."""
        salt = self._ids.salt()
        digest = value_digest(salt, net.old_value, net.new_value)
        return ChangeField(net.path, net.old_value, net.new_value, net.parents, salt, digest)

    def change(
        self, record: Record, definition: FormDefinition, *, op: Op, pen: Pen, fields: Iterable[ChangeField]
    ) -> Change:
        """Return a change that is not numbered yet."""
        return Change(
            device_id="",
            seq=0,
            change_id=self._ids.uuid7(),
            at=utc_text(self._clock.now()),
            actor_id=pen.actor_id,
            record_id=record.record_id,
            form_id=record.form_id,
            form_version=definition.version,
            op=op,
            reason=pen.reason,
            merge_into="",
            fields=tuple(fields),
        )
