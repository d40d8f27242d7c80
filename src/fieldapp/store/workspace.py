"""An open workspace: the repositories of one encrypted file, and the acts that touch several of them at once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import Change
from fieldapp.records.merge import answers_of
from fieldapp.records.record import Answers, Record
from fieldapp.store.attachments import Attachments
from fieldapp.store.connection import Database, connect, connect_reader
from fieldapp.store.copying.backups import Backups
from fieldapp.store.copying.copies import Source
from fieldapp.store.copying.losses import CopyNote, Losses, losses, note_copy
from fieldapp.store.copying.proving import prove_whole
from fieldapp.store.documents import Documents
from fieldapp.store.drafts import Drafts
from fieldapp.store.erasing.erasing import Erasing
from fieldapp.store.events import Events
from fieldapp.store.finalising import Finalising, Pen
from fieldapp.store.installed_forms import InstalledForms
from fieldapp.store.interruption import Interruption
from fieldapp.store.journal import Journal
from fieldapp.store.keys.held_key import HeldKey
from fieldapp.store.listing.indexing import Indexing
from fieldapp.store.listing.record_lists import RecordLists
from fieldapp.store.lock import FolderLock
from fieldapp.store.marker import DATABASE
from fieldapp.store.official_lists import OfficialLists
from fieldapp.store.outbox import FORK, Outbox, Receipt, Transmission
from fieldapp.store.people import Actor, Device, People
from fieldapp.store.preferences import Preferences
from fieldapp.store.records import Records
from fieldapp.store.reviewing.reviews import Reviews
from fieldapp.store.streams import Streams
from fieldapp.store.team.merging import Exchange
from fieldapp.store.trash import Trash
from fieldapp.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Opened:
    """What an open workspace stands on."""

    folder: Path
    db: Database
    key: HeldKey
    lock: FolderLock | None
    """Nothing for a reader: the workspace it was made from holds it."""

    def connect(self) -> Database:
        """Open one more connection that writes, for the thread that calls this.

        Raises:
            KnownError: `workspace.taken_away`: where the file is gone, opening it would make an empty one.
        """
        path = self.folder / DATABASE
        if not path.is_file():
            raise KnownError("workspace.taken_away", path=str(self.folder))
        return connect(path, self.key.reveal())


class Workspace:
    """Everything one connection to a workspace offers.

    Attributes:
        folder: Where its files lie.
        forms: The forms installed.
        indexing: What is behind in the list and the search.
        records: The rows of the list; reviews: what is said of them.
        events: Their order, and what is doubtful about the clock; trashed: how records came into the trash.
        drafts: Answers as they are typed, undo and redo.
        changes: The journal.
        streams: What goes to each audience.
        outbox: Bundles made and receipts received.
        attachments: Photos, signatures, signed documents.
        documents: Which signed PDFs were made of which revision.
        backups: Copies of the whole file; erasing: what is erased on request, for ever.
        clock: The time; ids: new identifiers, for the use cases that write here.
        vault: Secrets.
        record_lists: Records as choices of a form; official_lists: choices that an administration publishes.
        preferences: What its person chose.
        people: The device and the actors.
        exchange: What is exchanged with a team; interruption: what was being filled when the power went.
    """

    def __init__(self, opened: Opened, *, clock: Clock, ids: Ids) -> None:
        db = opened.db
        self._opened = opened
        self._is_closed = False
        self.clock = clock
        self.ids = ids
        self.folder = opened.folder
        self.people = People(db)
        self.forms = InstalledForms(db, clock)
        self.indexing = Indexing(
            db, self.forms, answers=self.draft_answers, may_write=opened.lock is not None
        )
        self.records = Records(db, clock, ids, catch_up=self.indexing.catch_up)
        self.events = Events(db, clock)
        self.trashed = Trash(db)
        self.drafts = Drafts(db, self.events)
        self.changes = Journal(db, self.forms, events=self.events)
        self.streams = Streams(db, self.changes)
        self.outbox = Outbox(db)
        self.attachments = Attachments(db, clock, opened.connect)
        self.documents = Documents(db, clock)
        source = Source(opened.folder, db, opened.key)
        self.backups = Backups(source, clock)
        self.vault = Vault(db, clock)
        self.record_lists = RecordLists(db)
        self.official_lists = OfficialLists(db, self.events)
        self.preferences = Preferences(db)
        self._finalising = Finalising(
            db,
            clock=clock,
            ids=ids,
            events=self.events,
            records=self.records,
            drafts=self.drafts,
            journal=self.changes,
            streams=self.streams,
        )
        self.erasing = Erasing(source, clock=clock, ids=ids, forms=self.forms, finalising=self._finalising)
        self.interruption = Interruption(db, opened.lock, records=self.records, drafts=self.drafts)
        self.reviews = Reviews(db, records=self.records, finalising=self._finalising)
        self.exchange = Exchange(db, self.drafts, records=self.records, finalising=self._finalising)

    @property
    def is_training(self) -> bool:
        """Whether nothing in it is real; what the encrypted file says, whatever the marker beside it says."""
        return self._setting("is_training") == "1"

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be asked of it any longer."""
        return self._is_closed

    @property
    def name(self) -> str:
        """What the login page calls it."""
        return self._setting("name")

    @property
    def device(self) -> Device:
        """This workspace as the centre knows it."""
        return self.people.device

    @property
    def actor(self) -> Actor:
        """The person it belongs to."""
        return self.people.actor

    def start_draft(
        self, definition: FormDefinition, *, answers: Answers | None = None, title: str = ""
    ) -> Record:
        """Begin a record, with the values its session begins with; those are not steps and are not undone.

        Raises:
            KnownError: `form.not_installed`.
        """
        record = self.records.new(
            definition.form_id, definition.version, author_id=self.actor.actor_id, title=title
        )
        self.records.add(record, beside=answers)
        return record

    def answers(self, record_id: str) -> dict[str, str]:
        """Return the answers of the last finalised revision: what travels and prints."""
        return answers_of(self.changes.state(record_id))

    def draft_answers(self, record_id: str) -> dict[str, str]:
        """Return all stored values of a record as it is now: last revision, values beside it, pending steps."""
        base = self.records.beside(record_id) | self.answers(record_id)
        return self.drafts.applied_to(base, record_id)

    def finalise(
        self,
        record_id: str,
        *,
        definition: FormDefinition,
        final_answers: Answers,
        beside: Mapping[str, str],
        title: str,
        reason: str = "",
        actor_id: str = "",
    ) -> Change | None:
        """Write, in one transaction, one change with the net difference since the last finalised revision.

        Args:
            record_id: A draft.
            definition: The form it was filled with.
            final_answers: Relevant, not computed answers (`FormSession.final_answers`).
            beside: Dormant and computed values, kept beside the journal and never sent.
            title: What lists show.
            reason: Why; the reason given when it was reopened, unless another is given here.
            actor_id: Who; the workspace's own person unless another is named.

        Returns:
            The change as it stands in the journal, or nothing when nothing differs (it is finalised all the same).

        Raises:
            KnownError: `record.not_found`, `record.trashed`, `record.wrong_move`, `file.disk_full`…
        """
        pen = Pen(actor_id or self.actor.actor_id, reason)
        return self._finalising.finalise(
            record_id, definition, answers=final_answers, beside=beside, title=title, pen=pen
        )

    def amend(
        self, record_id: str, *, definition: FormDefinition, answers: Answers, reason: str
    ) -> Change | None:
        """Write a change to the last finalised revision, whatever draft is under way beside it.

        Raises:
            KnownError: `record.not_found`, `record.trashed`.
        """
        pen = Pen(self.actor.actor_id, reason)
        return self._finalising.amend(record_id, definition, answers=answers, pen=pen)

    def reopen(self, record_id: str, *, reason: str) -> None:
        """Make a finalised record a draft again; the reason goes with its next change.

        Raises:
            KnownError: `record.not_found`, `record.trashed`, `record.wrong_move`.
        """
        self._finalising.reopen(record_id, pen=Pen(self.actor.actor_id, reason))

    def trash(self, record_id: str, *, reason: str, actor_id: str = "") -> Change | None:
        """Put a record in the trash, from which `restore` takes it back.

        Raises:
            KnownError: `record.not_found`, `record.trashed`.
        """
        pen = Pen(actor_id or self.actor.actor_id, reason)
        return self._finalising.trash(record_id, self._form_of(record_id), pen=pen)

    def restore(self, record_id: str, *, reason: str = "", actor_id: str = "") -> Change | None:
        """Take a record out of the trash.

        Raises:
            KnownError: `record.not_found`, `record.not_trashed`.
        """
        pen = Pen(actor_id or self.actor.actor_id, reason)
        return self._finalising.restore(record_id, self._form_of(record_id), pen=pen)

    def transmission(self, record_id: str) -> Transmission:
        """Say how far the last revision of a record came on its way to ANAPEC."""
        return self.outbox.transmission(record_id)

    def receive(self, receipt: Receipt) -> bool:
        """Remember a receipt that was verified; return whether it was new.

        A fork (the centre holds other changes under our numbers: this file was copied or restored) begins a new
        epoch in the same transaction, so that the next bundle carries everything, under numbers of its own.
        """
        with self.transaction():
            is_new = self.outbox.record_receipt(receipt, received_at=utc_text(self.clock.now()))
            epoch = self.outbox.bundle(receipt.bundle_id).device_epoch
            if is_new and receipt.status == FORK and epoch == self.device.device_epoch:
                self.people.begin_epoch(self.ids.uuid4())
        return is_new

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make several acts one: all of them are kept, or none."""
        with self._opened.db.atomic():
            yield

    @contextmanager
    def reader(self) -> Iterator["Workspace"]:
        """Open a second connection that only reads, for the thread that calls this (see the package's docstring)."""
        db = connect_reader(self.folder / DATABASE, self._opened.key.reveal())
        try:
            opened = Opened(self.folder, db, self._opened.key, None)
            yield Workspace(opened, clock=self.clock, ids=self.ids)
        finally:
            db.close()

    def check(self) -> int:
        """Prove the file whole: pages, references, journal; return the number of changes walked.

        Raises:
            KnownError: `workspace.damaged`, `journal.altered`, `change.value_altered`.
        """
        return prove_whole(self._opened.db, self.changes, path=self.folder / DATABASE)

    def losses(self) -> Losses:
        """Say what exists only on this computer."""
        return losses(self._opened.db, self.streams)

    def note_copy(self, note: CopyNote) -> None:
        """Remember a verified copy on another disk."""
        note_copy(self._opened.db, note)

    def close(self) -> None:
        """Write the log back into the file and let another program in; a second call does nothing, in any thread."""
        if self._is_closed:
            return
        self._is_closed = True
        self._opened.db.close()
        self._opened.key.forget()
        if self._opened.lock is not None:
            self._opened.lock.release()

    def _form_of(self, record_id: str) -> FormDefinition:
        record = self.records.get(record_id)
        return self.forms.get(record.form_id, record.form_version)

    def _setting(self, name: str) -> str:
        row = self._opened.db.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchone()
        return str(row[0]) if row else ""
