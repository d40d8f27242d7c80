"""Writes what was received into the journal and the list; the caller's transaction makes it whole or undoes it.

What others wrote enters the journal as it came. A record that came from elsewhere stands in the list under its author;
a draft under way here stays as it is, and what its author had seen is kept beside it (`conflicts`). A lead's workspace
passes on to the members what it took; nothing of it enters the stream to ANAPEC under another's name: there, a record
travels from the laptop that began it (`ChangeWriter.enter_merged`).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fieldapp.forms.definition import FormDefinition
from fieldapp.records.aside import ASIDE
from fieldapp.records.change import Change, Op
from fieldapp.records.merge import FieldState
from fieldapp.records.projection import StreamField
from fieldapp.records.record import Record, Status
from fieldapp.store.connection import Database
from fieldapp.store.drafts import Drafts
from fieldapp.store.erasing.erased_places import empty_said
from fieldapp.store.finalising import Finalising, Pen
from fieldapp.store.records import Records
from fieldapp.store.reviewing.notes import note_review
from fieldapp.store.team.conflicts import Conflicts
from fieldapp.store.team.inbox import Inbox, WaitingChange
from fieldapp.store.team.team import Team, stream_to

_ERASE = (
    "UPDATE change_field SET old_value = NULL, new_value = NULL, salt = '' WHERE change_id = ? AND path = ?"
)
_KNOWN = "SELECT 1 FROM record WHERE record_id = ?"


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """What becomes of one record."""

    record_id: str
    definition: FormDefinition | None
    """The form it is read with; nothing when no change of it can stand yet."""
    fresh: tuple[Change, ...]
    """Changes that stand from now on, each after those it builds upon."""
    waiting: tuple[WaitingChange, ...]
    """All its changes that cannot stand yet."""
    erasures: tuple[tuple[str, str], ...]
    """(change_id, path) of values that are taken back."""
    before: Mapping[str, FieldState]
    state: Mapping[str, FieldState]
    title: str
    beside: Mapping[str, str]
    is_deleted: bool
    violations: int = 0
    """Rules of the form that the merged answers break together."""


class Exchange:
    """What a workspace exchanges with its team.

    Attributes:
        team: With whom.
        inbox: What came from them.
        conflicts: Where values stand against each other.
    """

    def __init__(self, db: Database, drafts: Drafts, *, records: Records, finalising: Finalising) -> None:
        self._db = db
        self._records = records
        self._finalising = finalising
        self._journal, self._streams = finalising.journal, finalising.streams
        self.team, self.inbox = Team(db, self._journal), Inbox(db)
        self.conflicts = Conflicts(db, drafts)

    def note_written(self, name: str, digest: str, *, stream: str = "", bundle_id: str = "") -> None:
        """Remember a file that was written into the folder of the exchange; a stream is named for a bundle."""
        row = {"name": name, "sha256": digest, "stream": stream, "bundle_id": bundle_id}
        self._db.table("exchange_file").upsert(row, pk="name")

    def written_digest(self, name: str) -> str:
        """Return the digest of a file as it was written here; blank for one that was not."""
        row = self._db.execute("SELECT sha256 FROM exchange_file WHERE name = ?", [name]).fetchone()
        return str(row[0]) if row else ""

    def written_for(self, name: str) -> tuple[str, str]:
        """Return the stream and the bundle of a file written here; blank for an answer."""
        row = self._db.execute(
            "SELECT stream, bundle_id FROM exchange_file WHERE name = ?", [name]
        ).fetchone()
        return (str(row[0]), str(row[1])) if row else ("", "")

    def written(self) -> list[str]:
        """Return the names of the files written here that may still lie in the folder."""
        return [str(row[0]) for row in self._db.execute("SELECT name FROM exchange_file ORDER BY name")]

    def forget_written(self, name: str) -> None:
        """A file of ours is gone, because its answer came."""
        self._db.execute("DELETE FROM exchange_file WHERE name = ?", [name])

    def resolve(
        self, record_id: str, definition: FormDefinition, *, choices: Mapping[str, str | None], pen: Pen
    ) -> Change | None:
        """Write what a person chose who was shown everything that stands against each other.

        Raises:
            KnownError: `record.not_found`, `record.trashed`.
        """
        return self._finalising.resolve(record_id, definition, choices=choices, pen=pen)

    def merge(self, merged: MergedRecord, *, at: str, obey: Callable[[str], object]) -> None:
        """Write one record. Belongs inside the transaction of the whole exchange.

        Args:
            merged: What becomes of it.
            at: The moment.
            obey: Erases wherever it stands here what an `erase` change takes back (`Erasing.obey`).
        """
        self.inbox.hold(merged.record_id, merged.waiting, at=at)
        if merged.definition is None or not (merged.fresh or merged.erasures):
            return
        if self._db.execute(_KNOWN, [merged.record_id]).fetchone() is None:
            self._add(merged, merged.definition)
        record = self._records.get(merged.record_id)
        if record.is_draft:
            set_by = (change for change in merged.fresh if change.op not in ASIDE)
            paths = {field.path for change in set_by for field in change.fields}
            self.conflicts.overtake(record.record_id, merged.before, sorted(paths))
        for change in merged.fresh:
            self._journal.receive(change)
            self._pass_on(change)
        for change in merged.fresh:
            if change.op is Op.ERASE:
                obey(change.change_id)
        self._db.conn.executemany(_ERASE, merged.erasures)
        empty_said(self._db, record.record_id)
        self.conflicts.note(record.record_id, merged.state)
        self._update(self._records.get(record.record_id), merged, at=at)
        self._finalising.writer.enter_merged(record, merged.definition)
        note_review(self._db, self._journal, record.record_id)

    def _add(self, merged: MergedRecord, definition: FormDefinition) -> None:
        first = next((one for one in merged.fresh if one.op is Op.CREATE), merged.fresh[0])
        record = Record(
            merged.record_id,
            definition.form_id,
            definition.version,
            status=Status.FINALISED,
            title=merged.title,
            created_at=first.at,
            updated_at=first.at,
            author_id=first.actor_id,
            revision=0,
        )
        self._records.add(record, beside=merged.beside)

    def _update(self, record: Record, merged: MergedRecord, *, at: str) -> None:
        """Bring the row up to date; a draft keeps its title and its form until it is finalised."""
        assert merged.definition is not None
        is_said = all(change.op in ASIDE for change in merged.fresh) and not merged.erasures
        columns: dict[str, str | int | None] = {"revision": record.revision + (not is_said)}
        if not record.is_draft:
            beside = json.dumps(dict(merged.beside), ensure_ascii=False, separators=(",", ":"))
            columns |= {"title": merged.title, "beside": beside, "form_version": merged.definition.version}
            columns["trashed_at"] = (record.trashed_at or at) if merged.is_deleted else None
            columns["updated_at"] = max([record.updated_at, *(change.at for change in merged.fresh)])
        self._records.update(record.record_id, **columns)

    def _pass_on(self, change: Change) -> None:
        if self.team.is_lead:
            fields = [StreamField(field.path, field.parents) for field in change.fields]
            for peer in self.team.peers():
                self._streams.enter(stream_to(peer.device_id), change, fields)
