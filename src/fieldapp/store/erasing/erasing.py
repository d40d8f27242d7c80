"""Erasing on request (law 09-08): a whole record, or chosen answers of it, from everywhere in one file of a workspace.

One transaction takes the values (`erased_places`), journals that it did, by a change without values that enters the
streams in which they travelled, and notes the erasure as a row of its own. The digests stay, so the journal still
verifies. From then on no question about the file finds the values; its pages may still hold them. `finishing` writes
the file anew, and reaches the backups; a program that is killed in between goes on with it at the next opening,
because the row says what is not done yet.

A row bears the same id in every file it was carried out in. A copy that lacks it holds the values still: so an older
backup, when it is restored, is erased again of everything that the present file, or any copy in its folder, knows to
be erased (`reapplying`). A workspace whose folder was lost altogether cannot know; whoever restores it from a stick
has to ask for the erasure again.

A whole record leaves a tombstone in the trash: when, why, by whom, and nothing else. It does not come back from there.
"""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.folding import title_key
from fieldapp.base.ids import Ids
from fieldapp.records.aside import ASIDE_PATHS
from fieldapp.records.change import Change, Op
from fieldapp.records.erasure import Reason, taken_back
from fieldapp.records.former import read_former
from fieldapp.store.copying.copies import Source
from fieldapp.store.drafts import Drafts
from fieldapp.store.erasing.erased_places import (
    Covers,
    Found,
    drop_files,
    empty,
    empty_said,
    find,
    forget_names,
    is_named,
    left_beside,
    lone_files,
)
from fieldapp.store.erasing.erasures import Erasure, Erasures
from fieldapp.store.erasing.rederiving import rederived
from fieldapp.store.events import Events
from fieldapp.store.finalising import Finalising, Pen
from fieldapp.store.installed_forms import InstalledForms
from fieldapp.store.journal import Journal
from fieldapp.store.listing.search import drop_entry
from fieldapp.store.records import Records
from fieldapp.store.reviewing.notes import note_review

_KNOWN_HERE = "SELECT actor_id FROM actor WHERE actor_id = ? OR is_own = 1 ORDER BY is_own LIMIT 1"
_SENT = """SELECT DISTINCT o.number, o.file_name FROM outbox o
    JOIN stream_entry e ON e.stream = o.stream AND e.stream_seq BETWEEN o.seq_from AND o.seq_to
    JOIN change c USING (change_id) WHERE c.record_id = ? ORDER BY o.number"""
_COUNT = """SELECT count(*), count(DISTINCT c.record_id) FROM change_field f JOIN change c USING (change_id)
    WHERE f.salt = ''"""


@dataclass(frozen=True, slots=True)
class Reach:
    """What an erasure would take from this file."""

    answers: int
    """Places in the record where something stands, or stood."""
    revisions: int
    """Value pairs in the journal."""
    steps: int
    files: int
    """Photos and signatures that nothing else names."""
    documents: int
    """Signed documents made of the record; those that show other answers are made again when next asked for."""
    reasons: int
    """Reasons in the journal that hold one of the values: they stay, for they are part of its chain."""
    sent: tuple[str, ...]
    """Files of the bundles that carried the record."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How much of the journal was erased."""

    values: int
    records: int


class Erasing:
    """Erases from one file.

    Attributes:
        source: The file, and the folder it lies in.
        done: What was erased.
    """

    def __init__(
        self,
        source: Source,
        *,
        clock: Clock,
        ids: Ids,
        forms: InstalledForms,
        finalising: Finalising,
    ) -> None:
        self.source = source
        self.done = Erasures(source.db)
        self._db = source.db
        self._clock = clock
        self._ids = ids
        self._forms = forms
        self._finalising = finalising
        events = Events(source.db, clock)
        self._records = Records(source.db, clock, ids, catch_up=lambda: None)
        self._drafts = Drafts(source.db, events)
        self._journal = Journal(source.db, forms, events=events)

    def reach(self, record_id: str, paths: Collection[str] = ()) -> Reach:
        """Say what an erasure would take; nothing is changed.

        Raises:
            KnownError: `record.not_found`.
        """
        self._records.get(record_id)
        found = find(self._db, record_id, covering(paths))
        sent = self._db.execute(_SENT, [record_id]).fetchall()
        return Reach(
            answers=len(found.paths - ASIDE_PATHS),
            revisions=len(found.journal),
            steps=found.steps,
            files=len(set(lone_files(self._db, record_id, found)) - found.documents),
            documents=len(found.documents),
            reasons=found.reasons,
            sent=tuple(name for _, name in sent),
        )

    def erase(self, record_id: str, *, paths: Collection[str] = (), reason: Reason, actor_id: str) -> Erasure:
        """Erase a record, or answers of it, for ever; in one transaction. `finishing` has to follow.

        Raises:
            KnownError: `record.not_found`, `record.erased` when nothing is left of it, `erasure.no_such_answer`.
        """
        asked = Erasure(
            self._ids.uuid7(),
            record_id,
            tuple(sorted(paths)),
            reason=str(reason),
            at=utc_text(self._clock.now()),
            actor_id=actor_id,
        )
        self._records.get(record_id)
        if self.is_gone(record_id):
            raise KnownError("record.erased", record_id=record_id)
        for path in asked.paths:
            if not find(self._db, record_id, covering([path])).paths:
                raise KnownError("erasure.no_such_answer", path=path, record_id=record_id)
        return self.apply(asked)

    def is_gone(self, record_id: str) -> bool:
        """Whether a record was erased whole, and nothing came since from a colleague who went on writing."""
        return self.done.tombstone(record_id) is not None and not self.places(record_id)

    def places(self, record_id: str) -> set[str]:
        """Return the paths of a record where something stands, or stood."""
        return find(self._db, record_id, covering(())).paths

    def apply(self, erasure: Erasure) -> Erasure:
        """Carry out in this file what was erased here or in another file of the workspace.

        A file without the record only learns of it; the file is to be cleaned in any case.
        """
        with self._erasing():
            return self._apply(erasure)

    def obey(self, change_id: str) -> Erasure:
        """Erase what an `erase` change written by another device takes back, which was just put into the journal.

        Answers that somebody typed here since stand: only the values taken back go, wherever they are.
        """
        change = self._journal.get(change_id)
        changes = self._journal.of_record(change.record_id)
        taken = taken_back(changes, ops={Op.ERASE})
        values: dict[str, set[str]] = {field.path: set() for field in change.fields}
        for one in changes:
            for field in one.fields:
                if (one.change_id, field.path) in taken and field.path in values:
                    values[field.path].update(filter(None, (field.old_value, field.new_value)))
        made = Erasure(
            change_id,
            change.record_id,
            tuple(values),
            reason=change.reason,
            at=change.at,
            actor_id=change.actor_id,
        )

        def covers(path: str, value: str) -> bool:
            return value in values.get(read_former(path)[1], ())

        with self._erasing():
            return self._carry_out(made, covers, change=change)

    def drop_unnamed(self, files: Collection[str]) -> None:
        """Delete those of some files that came with answers of which nothing is left. Belongs inside a transaction."""
        drop_files(self._db, [file for file in files if not is_named(self._db, file)])

    def count(self) -> Erased:
        """Return how many values of the journal are erased, and of how many records."""
        return Erased(*self._db.execute(_COUNT).fetchone())

    @contextmanager
    def _erasing(self) -> Iterator[None]:
        """Make it one transaction, in which what is freed is overwritten."""
        self._db.execute("PRAGMA secure_delete=ON")
        try:
            with self._db.atomic():
                yield
        finally:
            self._db.execute("PRAGMA secure_delete=OFF")

    def _apply(self, erasure: Erasure) -> Erasure:
        if not self._has(erasure.record_id):
            return self.done.add(replace(erasure, change_id="", erased=0))
        covers = covering(erasure.paths)
        pen = Pen(self._known_here(erasure.actor_id), erasure.reason)
        record = self._records.get(erasure.record_id)
        definition = self._forms.get(record.form_id, record.form_version)
        if erasure.is_whole and record.trashed_at is None:
            self._finalising.trash(record.record_id, definition, pen=pen)
        found = find(self._db, record.record_id, covers)
        answered = {
            path for path in found.paths if not definition.bind(definition.nodeset_of(path)).is_computed
        }
        change = self._finalising.erase(record.record_id, definition, paths=answered, pen=pen)
        return self._carry_out(erasure, covers, change=change)

    def _carry_out(self, erasure: Erasure, covers: Covers, *, change: Change) -> Erasure:
        record_id = erasure.record_id
        found = find(self._db, record_id, covers)
        number = self._db.execute("SELECT number FROM record WHERE record_id = ?", [record_id]).fetchone()[0]
        files = lone_files(self._db, record_id, found)
        empty(self._db, record_id, covers, found=found)
        empty_said(self._db, record_id)
        self._rewrite_row(erasure, covers, found=found)
        drop_entry(self._db, number)
        forget_names(self._db, found.files)
        drop_files(self._db, files)
        note_review(self._db, self._journal, record_id)
        return self.done.add(replace(erasure, change_id=change.change_id, erased=len(found.journal)))

    def _rewrite_row(self, erasure: Erasure, covers: Covers, *, found: Found) -> None:
        """Take out of a record's row what is erased, and everything that was made of it."""
        record = self._records.get(erasure.record_id)
        reason = self._records.reason(record.record_id)
        title, beside = "", dict[str, str]()
        if not erasure.is_whole:
            beside = left_beside(self._db, record.record_id, covers)
            title, beside = self._derived(record.record_id, beside)
        texts = {"title": title, "title_key": title_key(title), "region": ""}
        texts["beside"] = json.dumps(beside, ensure_ascii=False, separators=(",", ":"))
        texts["reason"] = "" if erasure.is_whole or found.is_told_in(reason) else reason
        revision = record.revision + bool(
            record.revision
        )  # documents are drawn anew of a revision of their own
        self._records.update(
            record.record_id,
            **texts,
            checked_on=None,
            revision=revision,
            updated_at=utc_text(self._clock.now()),
        )
        acts = "SELECT tick, reason FROM record_act WHERE record_id = ?"
        for tick, text in self._db.execute(acts, [record.record_id]).fetchall():
            is_free = text not in set(Reason)
            if is_free and (erasure.is_whole or found.is_told_in(text)):
                self._db.execute("UPDATE record_act SET reason = '' WHERE tick = ?", [tick])

    def _derived(self, record_id: str, beside: dict[str, str]) -> tuple[str, dict[str, str]]:
        """Return the title and what stands beside, worked out anew without what is erased."""
        record = self._records.get(record_id)
        definition = self._forms.get(record.form_id, record.form_version)
        stored = {
            path: value
            for path, value in beside.items()
            if not definition.bind(definition.nodeset_of(path)).is_computed
        }
        finalised = {
            path: state.value
            for path, state in self._journal.state(record_id).items()
            if state.value is not None
        }
        title, computed = rederived(definition, stored | finalised, clock=self._clock)
        if self._drafts.steps(record_id):
            title, _ = rederived(
                definition, self._drafts.applied_to(stored | finalised, record_id), clock=self._clock
            )
        return title, stored | (computed if record.revision else {})

    def _known_here(self, actor_id: str) -> str:
        """Return who erases in this file: whoever asked, or its person where a copy is older than the acquaintance."""
        return str(self._db.execute(_KNOWN_HERE, [actor_id]).fetchone()[0])

    def _has(self, record_id: str) -> bool:
        return (
            self._db.execute("SELECT 1 FROM record WHERE record_id = ?", [record_id]).fetchone() is not None
        )


def covering(paths: Collection[str]) -> Covers:
    """Return what says whether a path is one of these or stands in one of these; every path, when there is none.

    What a newer version of the form left of an answer goes with it.
    """
    beginnings = tuple(f"{path}/" for path in paths)

    def covers(path: str, _value: str) -> bool:
        places = (path, read_former(path)[1])
        return not paths or any(place in paths or place.startswith(beginnings) for place in places)

    return covers
