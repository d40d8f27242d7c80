"""What the pages may ask of the open workspace: a thin desk before the use cases. No Qt, no rule of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.base.clock import moment_from_text
from fieldapp.base.errors import KnownError
from fieldapp.records.projection import ANAPEC
from fieldapp.ui.desk_files import DeskFiles

if TYPE_CHECKING:
    from fieldapp.bundle.progress import IsCancelled, Report
    from fieldapp.engine import Effects
    from fieldapp.store import Copy, Losses, Mending, Preview, Restored, Workspace
    from fieldapp.usecases.back_up import WrittenCopy
    from fieldapp.usecases.finalise_record import Finalised
    from fieldapp.usecases.install_form import ReadForm
    from fieldapp.usecases.records import OpenRecord
    from fieldapp.usecases.restore_workspace import Choices


@dataclass(frozen=True, slots=True)
class FormRow:
    """One installed version of a form."""

    form_id: str
    version: str
    title: str
    source_name: str
    installed_on: str
    """A day, as this computer's clock had it."""
    is_newest: bool
    """Whether new records are filled with it."""


class Desk:
    """Speaks to one workspace on the window's thread, to which its connection is bound."""

    def __init__(self, workspace: "Workspace", *, language: str = "fr") -> None:
        self.workspace = workspace
        self.language = language
        self._backs_up = True
        self.mending: Mending | None = None
        """Told once: key files that were made again from a backup when it was opened."""
        self._before_closing: list[Callable[[], object]] = []
        self.files = DeskFiles(workspace)
        """Files that are taken and copied out in other threads."""

    @property
    def is_training(self) -> bool:
        """Whether nothing here is real."""
        return self.workspace.is_training

    @property
    def name(self) -> str:
        """Whose workspace it is."""
        return self.workspace.actor.name or self.workspace.name or self.workspace.folder.name

    def forms(self) -> Mapping[str, str]:
        """Return the titles of the forms one can fill, by form id."""
        return self.workspace.forms.newest_titles(self.language)

    def installed_forms(self) -> list[FormRow]:
        """Return every version of every form, those that new records are filled with first."""
        found = self.workspace.forms.list()
        newest = {form.form_id: form.version for form in found}
        titles = self.workspace.forms.titles(self.language)
        rows = [
            FormRow(
                form.form_id,
                form.version,
                title=titles[form.form_id, form.version],
                source_name=form.source_name,
                installed_on=f"{moment_from_text(form.installed_at).astimezone():%d/%m/%Y}",
                is_newest=newest[form.form_id] == form.version,
            )
            for form in reversed(found)
        ]
        return sorted(rows, key=lambda row: not row.is_newest)

    def install(self, form: "ReadForm") -> bool:
        """Install a form that was read; return whether it was not there yet."""
        from fieldapp.usecases.install_form import install_form

        before = len(self.workspace.forms.list())
        install_form(self.workspace, form)
        return len(self.workspace.forms.list()) > before

    def form_file(self, form_id: str, version: str, name: str) -> bytes | None:
        """Return a file that lies beside a form, such as the picture of a label."""
        return self.workspace.forms.file(form_id, version, name)

    def note_left(self, opened: "OpenRecord") -> None:
        """Remember what a draft lacks that the person leaves."""
        from fieldapp.usecases.list_records import note_violations

        note_violations(self.workspace, opened)

    def start(self, form_id: str) -> "OpenRecord":
        """Begin a new record."""
        from fieldapp.usecases.records import start_record

        return start_record(self.workspace, form_id, language=self.language)

    def open(self, record_id: str) -> "OpenRecord":
        """Open a record where it was left."""
        from fieldapp.usecases.records import open_record

        return open_record(self.workspace, record_id, language=self.language)

    def save(self, opened: "OpenRecord", effects: "Effects", question: str) -> str:
        """Commit one answer; returns when, as text, or blank when nothing was to be kept."""
        from fieldapp.usecases.records import save_effects

        return save_effects(self.workspace, opened, effects, question=question)

    def undo(self, opened: "OpenRecord") -> "Effects | None":
        """Take back the last step of a draft."""
        from fieldapp.usecases.records import undo_step

        return undo_step(self.workspace, opened)

    def redo(self, opened: "OpenRecord") -> "Effects | None":
        """Do again what was taken back."""
        from fieldapp.usecases.records import redo_step

        return redo_step(self.workspace, opened)

    def can_undo(self, opened: "OpenRecord") -> bool:
        """Whether there is a step to take back."""
        return self.workspace.drafts.can_undo(opened.record.record_id)

    def can_redo(self, opened: "OpenRecord") -> bool:
        """Whether there is a step to do again."""
        return self.workspace.drafts.can_redo(opened.record.record_id)

    def finalise(self, opened: "OpenRecord") -> "Finalised":
        """Complete a record, or learn all that is wrong with it."""
        from fieldapp.usecases.finalise_record import finalise_record

        return finalise_record(self.workspace, opened)

    def reopen(self, record_id: str, *, reason: str) -> "OpenRecord":
        """Make a draft of a finalised record again."""
        from fieldapp.usecases.finalise_record import reopen_record

        return reopen_record(self.workspace, record_id, reason=reason, language=self.language)

    def trash(self, record_id: str, *, reason: str) -> None:
        """Put a record aside; `restore` brings it back."""
        self.workspace.trash(record_id, reason=reason)

    def restore(self, record_id: str) -> None:
        """Bring a record back from the trash."""
        self.workspace.restore(record_id)

    def keep_file(self, data: bytes, name: str) -> str:
        """Keep a file and return the answer that names it."""
        from fieldapp.usecases.attachments import attach_file

        return attach_file(self.workspace, data, name=name)

    def fetch_file(self, value: str) -> bytes | None:
        """Return the file that an answer names, if it is here."""
        from fieldapp.usecases.attachments import attached_bytes

        return attached_bytes(self.workspace, value)

    def is_enrolled(self) -> bool:
        """Whether this computer is linked with a centre."""
        from fieldapp.usecases.enrolment import is_enrolled

        return is_enrolled(self.workspace)

    def centre_words(self) -> tuple[str, ...]:
        """Return the words of the centre, to be compared with it; none before enrolment."""
        from fieldapp.usecases.enrolment import centre_words

        return centre_words(self.workspace)

    def waiting_changes(self) -> int:
        """Return how many changes the centre has not acknowledged."""
        position = self.workspace.streams.position(ANAPEC)
        return position.last_seq - position.acknowledged_seq

    def sent_and_answered(self) -> tuple[int, int]:
        """Return how many bundles were made and how many receipts came back."""
        return len(self.workspace.outbox.bundles()), len(self.workspace.outbox.receipts())

    def local_time(self, at: str) -> str:
        """Write a stored moment as the hour on this computer's clock."""
        return f"{moment_from_text(at).astimezone():%H:%M}" if at else ""

    def is_backup_due(self) -> bool:
        """Whether the last backup is an hour old."""
        return self.workspace.backups.is_due()

    def back_up(self, progress: "Report", is_cancelled: "IsCancelled") -> "Copy | None":
        """Write a backup, in the thread that calls this."""
        from fieldapp.usecases.back_up import back_up

        with self.workspace.reader() as reading:
            return back_up(reading, progress=progress, is_cancelled=is_cancelled)

    def count_losses(self) -> "Losses":
        """Say what exists only on this computer, in the thread that calls this."""
        with self.workspace.reader() as reading:
            return reading.losses()

    def write_copy(self, folder: Path, progress: "Report", is_cancelled: "IsCancelled") -> "WrittenCopy":
        """Write a verified copy into a folder, in the thread that calls this."""
        from fieldapp.usecases.back_up import write_copy

        with self.workspace.reader() as reading:
            return write_copy(reading, folder, progress=progress, is_cancelled=is_cancelled)

    def keep_copy(self, written: "WrittenCopy") -> None:
        """Note a copy that lies on another disk."""
        from fieldapp.usecases.back_up import keep_copy

        keep_copy(self.workspace, written)

    def backup_choices(self) -> "Choices":
        """Return what can be restored."""
        from fieldapp.usecases.restore_workspace import list_choices

        return list_choices(self.workspace.folder)

    def preview_backup(self, path: Path) -> "Preview":
        """Say what a backup holds, beside what is here."""
        from fieldapp.usecases.restore_workspace import preview_beside

        return preview_beside(self.workspace, path)

    def expect_restore(self) -> None:
        """Close without a backup: what is here will be set aside, and one more could push out the one chosen."""
        self._backs_up = False

    def give_up_restore(self) -> None:
        """Close with a backup after all."""
        self._backs_up = True

    def restoring(self, path: Path) -> Callable[[], "Restored"]:
        """Return what puts a backup in the workspace's place once it is closed, in the thread that calls it."""
        from fieldapp.usecases.restore_workspace import restoring_in_place_of

        return restoring_in_place_of(self.workspace, path)

    def before_closing(self, act: Callable[[], object]) -> None:
        """Have something done before the workspace is closed."""
        self._before_closing.append(act)

    def close(self) -> None:
        """Back the workspace up and close it, once; a backup that cannot be made keeps nobody from closing."""
        from fieldapp.usecases.back_up import back_up_at_close

        while self._before_closing:
            self._before_closing.pop()()
        if self._backs_up:
            back_up_at_close(self.workspace)
        self._backs_up = False
        self.files.close()


def open_desk(folder: Path, *, passphrase: str | None, language: str) -> Desk:
    """Open a workspace; a training one needs no passphrase.

    Raises:
        KnownError: `workspace.not_found`, `workspace.wrong_passphrase`, `workspace.damaged`…; `workspace.older` when
            it is to be upgraded first, which takes so long that a thread does it.
    """
    from fieldapp.store import TRAINING_PASSPHRASE, describe_workspace
    from fieldapp.usecases.open_workspace import open_workspace
    from fieldapp.usecases.upgrade_workspace import AT_ONCE

    if passphrase is None:
        if not describe_workspace(folder).is_training:
            raise KnownError("workspace.wrong_passphrase", path=str(folder))
        passphrase = TRAINING_PASSPHRASE
    mended: list[Mending] = []
    workspace = open_workspace(
        folder, passphrase=passphrase, upgrade=AT_ONCE, told=mended.append, finishes=False
    )
    desk = Desk(workspace, language=language)
    desk.mending = mended[0] if mended else None
    return desk


def create_desk(
    folder: Path, *, passphrase: str, name: str, is_training: bool, language: str
) -> tuple[Desk, str]:
    """Create a workspace; returns it with its recovery key, which is shown once (blank for training)."""
    from fieldapp.store import TRAINING_PASSPHRASE, Actor
    from fieldapp.usecases.create_workspace import create_workspace

    actor = Actor(actor_id="", name=name)
    phrase = TRAINING_PASSPHRASE if is_training else passphrase
    made = create_workspace(folder, passphrase=phrase, actor=actor, is_training=is_training, is_shown=True)
    return Desk(made.workspace, language=language), made.recovery_secret
