"""Puts a backup back in the workspace's place: looked at first, proved whole, and the present file kept.

What is restored begins a new epoch of its device: the numbers of its streams may have been used since, and the centre
takes everything anew under numbers of the new epoch (it knows by its id each change that it has). What was taken back
since, and what was erased, is taken back again (`reapplying`).
"""

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, write_atomically
from fieldapp.base.ids import Ids
from fieldapp.store.connection import Database, connect, connect_reader, copy_database
from fieldapp.store.copying.contents import Contents, contents_of
from fieldapp.store.copying.copies import Copy, open_copy, opened_copy, read_copy, unreported
from fieldapp.store.copying.proving import prove_whole
from fieldapp.store.copying.reapplying import reapply_erasures, reapply_withdrawals
from fieldapp.store.copying.replacing import (
    clear_part,
    finish_replacing,
    keep_keys,
    require_one_file,
    waiting_path,
)
from fieldapp.store.copying.set_aside import free_name
from fieldapp.store.erasing.finishing import clean, known_in
from fieldapp.store.events import Events, go_on_from
from fieldapp.store.installed_forms import InstalledForms
from fieldapp.store.journal import Journal
from fieldapp.store.keys.held_key import HeldKey
from fieldapp.store.keys.keyfile import KEY_FILES, are_of_another, read_key_with, whole_keys
from fieldapp.store.lock import FolderLock
from fieldapp.store.marker import DATABASE, is_workspace, read_marker, write_marker
from fieldapp.store.migrations import migrate, refuse_newer
from fieldapp.store.people import People
from fieldapp.store.workspace import Opened, Workspace

Unwrap = Callable[[bytes], bytes]
"""Returns the key of a key file: by passphrase, by recovery key, or because it is known."""
_PART = "fiches.db.being-restored"
_SET_ASIDE_AS = "replaced"
_MODE = 0o700
_FILE_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Preview:
    """What a person sees before deciding."""

    copy: Copy
    holds: Contents
    here: Contents | None
    """What stands in the workspace now; nothing when it does not open, or is not there."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    holds: Contents
    set_aside: Path | None
    """Where the file that stood there is kept; nothing when there was none."""


def preview_copy(folder: Path, path: Path, unwrap: Unwrap, *, clock: Clock) -> Preview:
    """Prove a copy whole and say what it holds, beside what is here. Nothing is written.

    Raises:
        KnownError: `copy.not_found`, `copy.other_workspace`, `workspace.wrong_passphrase`, `workspace.newer`,
            `workspace.damaged`…
    """
    copy = read_copy(path)
    key = _key_of(folder, path, unwrap)
    return Preview(copy, open_copy(path, key, clock=clock), _here(folder, key))


def restore_copy(folder: Path, path: Path, unwrap: Unwrap, *, clock: Clock, ids: Ids) -> Restored:
    """Put a copy in the workspace's place; no program may have the workspace open.

    Raises:
        KnownError: As `preview_copy`, and `workspace.in_use`, `file.disk_full`… ; then everything is as it was.
    """
    read_copy(path)
    try:
        folder.mkdir(mode=_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise known_from_os(error, folder) from error
    lock = FolderLock(folder)
    try:
        return _restore(folder, path, unwrap, clock=clock, ids=ids)
    finally:
        lock.release()


def _restore(folder: Path, path: Path, unwrap: Unwrap, *, clock: Clock, ids: Ids) -> Restored:
    key = _key_of(folder, path, unwrap)
    open_copy(path, key, clock=clock)
    part, name = folder / _PART, free_name(folder, _SET_ASIDE_AS, clock)
    try:
        clear_part(part)
        _copy(path, part, key)
        _renew(part, key, clock=clock, ids=ids, source=path.name)
        _take_back_again(folder, part, key, clock=clock, ids=ids)
        holds = _proved(part, key, clock=clock)
        require_one_file(part)
        _give_keys(folder, path, key, name=name)
        part.rename(waiting_path(folder, name))
    except OSError as error:
        raise known_from_os(error, folder) from error
    finally:
        clear_part(part)
    return Restored(holds, finish_replacing(folder))


def _key_of(folder: Path, path: Path, unwrap: Unwrap) -> bytes:
    """Return the copy's key. The passphrase may be that of today or that of the day the copy was made.

    A workspace takes no copy of another: one person's work would stand in another's place.
    """
    refusals = []
    for place in (folder, path):
        try:
            key = read_key_with(place, unwrap, repairs=False)
            with opened_copy(path, key):
                break
        except KnownError as refusal:
            refusals.append(refusal)
    else:
        raise refusals[-1]
    if is_workspace(folder) and are_of_another(folder, key):
        raise KnownError("copy.other_workspace", path=str(path))
    return key


def _here(folder: Path, key: bytes) -> Contents | None:
    if not is_workspace(folder):
        return None
    try:
        db = connect_reader(folder / DATABASE, key)
    except KnownError:
        return None
    try:
        return contents_of(db)
    except KnownError:
        return None
    finally:
        db.close()


def _copy(source: Path, part: Path, key: bytes) -> None:
    with opened_copy(source, key) as db:
        db.execute("BEGIN")
        contents_of(db)
        copy_database(db, part, key, progress=unreported)


def _renew(part: Path, key: bytes, *, clock: Clock, ids: Ids, source: str) -> None:
    """Bring the copy to this program's shape and into a new epoch."""
    with closing(connect(part, key)) as db:
        migrate(db, clock)
        with db.atomic():
            People(db).begin_epoch(ids.uuid4())
            _note(db, "restored_from", source)
            _note(db, "restored_at", utc_text(clock.now()))


def _take_back_again(folder: Path, part: Path, key: bytes, *, clock: Clock, ids: Ids) -> None:
    """Take back in the copy what was taken back here since; a file that does not open has nothing to say."""
    known = known_in(folder, key)
    with closing(connect(part, key)) as db, ExitStack() as stack:
        restored = Workspace(Opened(folder, db, HeldKey(key), None), clock=clock, ids=ids)
        if reapply_erasures(restored, known):
            clean(db, folder, clock)
        if not (folder / DATABASE).is_file():
            return
        try:
            here = stack.enter_context(closing(connect_reader(folder / DATABASE, key)))
            refuse_newer(here)
            present = Workspace(Opened(folder, here, HeldKey(key), None), clock=clock, ids=ids)
            present.changes.verify()
        except KnownError:
            return
        go_on_from(db, here)
        reapply_withdrawals(restored, present)


def _proved(part: Path, key: bytes, *, clock: Clock) -> Contents:
    with closing(connect(part, key)) as db:
        prove_whole(db, Journal(db, InstalledForms(db, clock), events=Events(db, clock)), path=part)
        return contents_of(db)


def _note(db: Database, name: str, value: str) -> None:
    db.table("setting").upsert({"name": name, "value": value}, pk="name")


def _give_keys(folder: Path, path: Path, key: bytes, *, name: str) -> None:
    """Leave today's keys where they open the workspace, else take those of the copy."""
    try:
        whole_keys(folder, key)
    except KnownError:
        if is_workspace(folder):
            keep_keys(folder, name)
        wrapped = whole_keys(path, key)
        for file in KEY_FILES:
            write_atomically(folder / file, wrapped, mode=_FILE_MODE)
        write_marker(folder, read_marker(path))
