"""Making and opening a workspace folder. A folder is made whole under another name and then renamed."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, sync_folder
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.records.projection import ANAPEC
from fieldapp.signing.keys import random_key
from fieldapp.signing.wrapping import GUARDED, PUBLISHED, unwrap_with_passphrase, unwrap_with_recovery
from fieldapp.store.connection import PAGE_BYTES, connect
from fieldapp.store.copying.replacing import finish_replacing
from fieldapp.store.copying.upgrading import Upgrade, open_in_shape
from fieldapp.store.keys.held_key import HeldKey
from fieldapp.store.keys.keychange import KeyChange, change_keys
from fieldapp.store.keys.keyfile import key_copies, write_keys
from fieldapp.store.keys.keysearch import FoundKey, Mending, Unwrap, find_key, spread_keys
from fieldapp.store.keys.marking import mend_marker
from fieldapp.store.lock import FolderLock
from fieldapp.store.marker import DATABASE, Marker, has_marker, read_marker, write_marker
from fieldapp.store.migrations import migrate
from fieldapp.store.people import Actor, Device, People
from fieldapp.store.streams import open_stream
from fieldapp.store.workspace import Opened, Workspace

TRAINING_PASSPHRASE = "entrainement"  # noqa: S105  (published on purpose: nothing in a training workspace is real)
"""Opens every training workspace, so that nobody has to type one."""


def create_workspace(
    folder: Path,
    *,
    passphrase: str,
    recovery_recipients: Sequence[str],
    actor: Actor,
    is_training: bool,
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> Workspace:
    """Make a workspace with its own random key, device and person, and open it.

    Raises:
        KnownError: `workspace.exists` when there is anything in the folder, `workspace.no_recovery` when a real
            workspace would have no recovery key, `age.bad_recipient`, `file.disk_full`… ; nothing is left behind.
    """
    clock, ids = clock or SystemClock(), ids or SystemIds()
    if not is_training and not recovery_recipients:
        raise KnownError("workspace.no_recovery")
    part = folder.with_name(f".{folder.name}.being-made")
    key = random_key()
    try:
        _clear_way(folder, part)
        cost = PUBLISHED if passphrase == TRAINING_PASSPHRASE else GUARDED
        write_keys(part, key, passphrase=passphrase, recovery_recipients=recovery_recipients, cost=cost)
        _write_database(part, key, actor=actor, marker=Marker(folder.name, is_training), clock=clock, ids=ids)
        write_marker(part, Marker(folder.name, is_training))
        if folder.is_dir():
            folder.rmdir()
        part.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise known_from_os(error, folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return _open(folder, lambda: key, clock=clock, ids=ids)


def open_workspace(
    folder: Path,
    *,
    passphrase: str,
    clock: Clock | None = None,
    ids: Ids | None = None,
    told: Callable[[Mending], object] = lambda _: None,
    upgrade: Upgrade | None = None,
) -> Workspace:
    """Open a workspace and bring it to this program's shape; key files and marker are mended where need be.

    Args:
        folder: Its place.
        passphrase: That of today, or of the day of the backup whose key files are the only whole ones.
        clock: The time.
        ids: New identifiers.
        told: Told when the key files had to be made again from a backup.
        upgrade: How an older file is brought to this program's shape.

    Raises:
        KnownError: `workspace.not_found`, `workspace.in_use`, `workspace.wrong_passphrase`, `workspace.damaged`,
            `workspace.newer`, `workspace.keys_missing`, `workspace.keys_damaged`, `workspace.keys_older`,
            `file.read_only`…
    """
    read_marker(folder)
    found: list[FoundKey] = []

    def find() -> bytes:
        found.append(find_key(folder, _by(passphrase)))
        return found[0].key

    workspace = _open(folder, find, clock=clock or SystemClock(), ids=ids or SystemIds(), upgrade=upgrade)
    mend_marker(workspace)
    wrapped, twin = key_copies(folder)
    if found[0].mending is not None:
        told(found[0].mending)
    elif wrapped == twin:
        spread_keys(folder, wrapped, found[0].key)
    return workspace


def describe_workspace(folder: Path) -> Marker:
    """Say what can be known of a workspace before it is opened, also when its marker is lost.

    Raises:
        KnownError: `workspace.not_found`, `workspace.newer`.
    """
    marker = read_marker(folder)
    if has_marker(folder):
        return marker
    try:
        find_key(folder, _by(TRAINING_PASSPHRASE), repairs=False)
    except KnownError:
        return marker
    return replace(marker, is_training=True)


def recover_workspace(folder: Path, *, recovery_secret: str, passphrase: str) -> KeyChange:
    """Give a workspace whose passphrase is lost a new one, by means of its recovery key.

    Raises:
        KnownError: `workspace.not_found`, `workspace.in_use`, `workspace.no_recovery`, `age.bad_identity`,
            `workspace.keys_damaged`, `file.disk_full`… ; nothing was changed.
    """
    return rewrap_workspace(
        folder, lambda wrapped: unwrap_with_recovery(wrapped, recovery_secret), passphrase=passphrase
    )


def rewrap_workspace(
    folder: Path,
    unwrap: Unwrap,
    *,
    passphrase: str | None = None,
    recovery_recipients: Sequence[str] | None = None,
) -> KeyChange:
    """Change what opens a workspace that no program has open; the database stays as it is.

    Raises:
        KnownError: As `recover_workspace`, or why `unwrap` refuses; nothing was changed.
    """
    read_marker(folder)
    lock = FolderLock(folder)
    try:
        finish_replacing(folder)
        return change_keys(folder, unwrap, passphrase=passphrase, recovery_recipients=recovery_recipients)
    finally:
        lock.release()


def prove_passphrase(folder: Path, passphrase: str) -> None:
    """Make sure that a passphrase opens a workspace, which may be open meanwhile; nothing is written.

    Raises:
        KnownError: `workspace.wrong_passphrase`, `workspace.keys_missing`…
    """
    find_key(folder, _by(passphrase), repairs=False)


def _by(passphrase: str) -> Unwrap:
    return lambda wrapped: unwrap_with_passphrase(wrapped, passphrase)


def _open(
    folder: Path,
    find_key: Callable[[], bytes],
    *,
    clock: Clock,
    ids: Ids,
    upgrade: Upgrade | None = None,
) -> Workspace:
    lock = FolderLock(folder)
    try:
        finish_replacing(folder)
        key = find_key()
        _refuse_torn(folder / DATABASE)
        db = open_in_shape(folder, key, clock=clock, upgrade=upgrade)
    except BaseException:
        lock.release()
        raise
    workspace = Workspace(Opened(folder, db, HeldKey(key), lock), clock=clock, ids=ids)
    workspace.interruption.begin()
    return workspace


def _refuse_torn(path: Path) -> None:
    """Refuse a file that ends within a page: SQLite itself would notice only when it reads that page.

    With a log beside it, that is what a crash during a checkpoint leaves, and the log mends it.
    """
    log = path.with_name(path.name + "-wal")
    if path.stat().st_size % PAGE_BYTES and not (log.exists() and log.stat().st_size):
        raise KnownError("workspace.damaged", path=str(path), system="truncated")


def _clear_way(folder: Path, part: Path) -> None:
    """Make the folder in which the workspace is built, unless its place is taken."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KnownError("workspace.exists", path=str(folder))
    if part.exists():  # left by a program that was killed before it had made anything
        shutil.rmtree(part)
    part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part.mkdir(mode=0o700)


def _write_database(part: Path, key: bytes, *, actor: Actor, marker: Marker, clock: Clock, ids: Ids) -> None:
    now = utc_text(clock.now())
    device = Device(ids.uuid4(), device_code="", device_epoch=ids.uuid4(), name=marker.name)
    db = connect(part / DATABASE, key)
    try:
        migrate(db, clock)
        with db.atomic():
            People(db).create(replace(actor, actor_id=actor.actor_id or ids.uuid4()), device, at=now)
            open_stream(db, ANAPEC, at=now)
            settings = {"is_training": str(int(marker.is_training)), "name": marker.name}
            db.table("setting").insert_all({"name": name, "value": value} for name, value in settings.items())
    finally:
        db.close()
