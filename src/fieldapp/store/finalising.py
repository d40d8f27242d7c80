"""Finalising, reopening, the trash: each one transaction that writes a change, its streams and the row together."""

import json
import unicodedata
from collections.abc import Collection, Mapping

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import BugError, KnownError
from fieldapp.base.ids import Ids
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.aside import ASIDE, aside_heads
from fieldapp.records.change import Change, Op
from fieldapp.records.merge import answers_of
from fieldapp.records.rebasing import NetField, net_difference
from fieldapp.records.record import Answers, Record, Status, check_move
from fieldapp.store.change_writing import ChangeWriter, Pen
from fieldapp.store.connection import Database
from fieldapp.store.drafts import Drafts
from fieldapp.store.events import Act, Events
from fieldapp.store.journal import Journal
from fieldapp.store.records import Records
from fieldapp.store.streams import Streams
from fieldapp.store.team.conflicts import Conflicts

__all__ = ["Finalising", "Pen"]

_SETS_NOTHING = frozenset({Op.PUBLISH, Op.WITHDRAW, Op.ERASE}) | ASIDE
"""Changes that say only what an audience may see or what somebody thinks, or took values out of a deletion."""
_IS_ERASED = "SELECT 1 FROM erasure WHERE record_id = ? AND paths = '[]'"


class Finalising:
    """The acts that end in the journal."""

    def __init__(
        self,
        db: Database,
        *,
        clock: Clock,
        ids: Ids,
        events: Events,
        records: Records,
        drafts: Drafts,
        journal: Journal,
        streams: Streams,
    ) -> None:
        self._db = db
        self._clock = clock
        self._events = events
        self._records = records
        self._drafts = drafts
        self.journal = self._journal = journal
        self.streams = self._streams = streams
        self._conflicts = Conflicts(db, drafts)
        self.writer = ChangeWriter(
            db, clock=clock, ids=ids, journal=journal, streams=streams, conflicts=self._conflicts
        )

    def finalise(
        self,
        record_id: str,
        definition: FormDefinition,
        *,
        answers: Answers,
        beside: Mapping[str, str],
        title: str,
        pen: Pen,
    ) -> Change | None:
        """Write the net difference since the last revision; return the change, or nothing when nothing differs."""
        after = {path: unicodedata.normalize("NFC", value) for path, value in answers.items() if value}
        with self._db.atomic():
            record = self._present(record_id)
            check_move(record.status, Status.FINALISED)
            if definition.form_id != record.form_id:
                raise BugError("store.other_form", form_id=definition.form_id, record_id=record_id)
            pen = Pen(pen.actor_id, pen.reason or self._records.reason(record_id))
            state = self._journal.state(record_id)
            fields = net_difference(state, after, self._conflicts.underway(record_id))
            change = self.writer.write(record, definition, state, fields=fields, op=None, pen=pen)
            self._drafts.fold(record_id, record.revision + 1)
            self._conflicts.forget_underway(record_id)
            self._records.update(
                record_id,
                form_version=definition.version,
                status=str(Status.FINALISED),
                revision=record.revision + 1,
                title=title,
                updated_at=utc_text(self._clock.now()),
                beside=json.dumps(dict(beside), ensure_ascii=False, separators=(",", ":")),
                reason="",
            )
        return change

    def amend(
        self, record_id: str, definition: FormDefinition, *, answers: Answers, pen: Pen
    ) -> Change | None:
        """Write a change to the last revision, beside a draft that may be under way."""
        with self._db.atomic():
            record = self._present(record_id)
            state = self._journal.state(record_id)
            fields = self.writer.difference(state, answers)
            change = self.writer.write(record, definition, state, fields=fields, op=None, pen=pen)
            if change is not None:
                now = utc_text(self._clock.now())
                self._records.update(record_id, revision=record.revision + 1, updated_at=now)
        return change

    def reopen(self, record_id: str, *, pen: Pen) -> None:
        """Make a finalised record a draft again; its last revision still travels and prints."""
        with self._db.atomic():
            check_move(self._present(record_id).status, Status.DRAFT)
            now = self._events.note(Act.REOPENED, record_id, actor_id=pen.actor_id, reason=pen.reason)
            self._records.update(record_id, status=str(Status.DRAFT), reason=pen.reason, updated_at=now.at)

    def trash(self, record_id: str, definition: FormDefinition, *, pen: Pen) -> Change | None:
        """Put a record in the trash; one that was finalised is deleted by a change, which can be undone."""
        with self._db.atomic():
            record = self._present(record_id)
            state = self._journal.state(record_id)
            fields = self.writer.difference(state, {})
            change = self.writer.write(record, definition, state, fields=fields, op=Op.DELETE, pen=pen)
            now = self._events.note(Act.TRASHED, record_id, actor_id=pen.actor_id, reason=pen.reason)
            self._records.update(record_id, trashed_at=now.at, updated_at=now.at)
        return change

    def restore(self, record_id: str, definition: FormDefinition, *, pen: Pen) -> Change | None:
        """Take a record out of the trash, with the values it went in with."""
        with self._db.atomic():
            record = self._records.get(record_id)
            if record.trashed_at is None:
                raise KnownError("record.not_trashed", record_id=record_id)
            before = self._before_the_trash(record_id)
            if not before and self._db.execute(_IS_ERASED, [record_id]).fetchone():
                raise KnownError("record.erased", record_id=record_id)
            state = self._journal.state(record_id)
            fields = self.writer.difference(state, before)
            change = self.writer.write(record, definition, state, fields=fields, op=Op.RESTORE, pen=pen)
            now = self._events.note(Act.RESTORED, record_id, actor_id=pen.actor_id, reason=pen.reason)
            self._records.update(record_id, trashed_at=None, updated_at=now.at)
        return change

    def erase(
        self, record_id: str, definition: FormDefinition, *, paths: Collection[str], pen: Pen
    ) -> Change:
        """Journal that values are erased, by a change without values; belongs inside the erasure's transaction."""
        state = self._journal.state(record_id)
        said = aside_heads(
            self._journal.of_record(record_id)
        )  # goes with what it was said of, on every laptop
        heads = {
            path: (*(state[path].heads if path in state else ()), *said.get(path, ()))
            for path in sorted(paths)
        }
        fields = tuple(
            self.writer.field(NetField(path, None, None, tuple(sorted(of)))) for path, of in heads.items()
        )
        record = self._records.get(record_id)
        change = self._journal.append(
            self.writer.change(record, definition, op=Op.ERASE, pen=pen, fields=fields)
        )
        left = {path: value for path, value in answers_of(state).items() if path not in heads}
        for stream in self._streams.names():
            self.writer.enter(stream, record, definition, change=change, answers=left)
        return change

    def _present(self, record_id: str) -> Record:
        record = self._records.get(record_id)
        if record.trashed_at is not None:
            raise KnownError("record.trashed", record_id=record_id)
        return record

    def _before_the_trash(self, record_id: str) -> dict[str, str]:
        """Return what the deletion took; nothing when the record was empty, however it had been deleted before."""
        changes = [one for one in self._journal.of_record(record_id) if one.op not in _SETS_NOTHING]
        fields = changes[-1].fields if changes and changes[-1].op is Op.DELETE else ()
        return {field.path: field.old_value for field in fields if field.old_value is not None}

    def resolve(
        self, record_id: str, definition: FormDefinition, *, choices: Mapping[str, str | None], pen: Pen
    ) -> Change | None:
        """Write the values a person chose who was shown all that stand against each other; they replace them all."""
        with self._db.atomic():
            record = self._present(record_id)
            state = self._journal.state(record_id)
            fields = [
                NetField(path, state[path].value, value or None, state[path].heads)
                for path, value in sorted(choices.items())
                if path in state and state[path].is_conflict
            ]
            change = self.writer.write(record, definition, state, fields=fields, op=None, pen=pen)
            if change is not None:
                now = utc_text(self._clock.now())
                self._records.update(record_id, revision=record.revision + 1, updated_at=now)
        return change
