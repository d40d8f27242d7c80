"""Restoring: looked at first, the present file kept, numbers of a new epoch; killed at any moment it is finished."""

import json
import shutil
from contextlib import closing

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.signing.wrapping import unwrap_with_passphrase
from fieldapp.store import (
    TRAINING_PASSPHRASE,
    Actor,
    create_workspace,
    is_workspace,
    list_set_aside,
    open_workspace,
    preview_copy,
    restore_copy,
)
from fieldapp.store.connection import connect
from fieldapp.store.copying import replacing
from fieldapp.store.keys.keyfile import KEY_FILES, renew_passphrase
from fieldapp.store.marker import DATABASE, MARKER
from tests.store.copying.test_backups import answer, names
from tests.store.given import FICHE, CountingIds, TickingClock
from tests.store.test_migrations import SHIPPED


def by_passphrase(text, passphrase=TRAINING_PASSPHRASE):
    return unwrap_with_passphrase(text, passphrase)


def restore(folder, path, unwrap=by_passphrase):
    return restore_copy(folder, path, unwrap, clock=TickingClock(), ids=CountingIds(start=7_000))


def preview(folder, path, unwrap=by_passphrase):
    return preview_copy(folder, path, unwrap, clock=TickingClock())


@pytest.fixture
def backup(workspace, folder, draft):
    """Return a backup with one answer; the workspace has another one since, and is closed."""
    answer(workspace, draft, "avant")
    made = workspace.backups.make()
    answer(workspace, draft, "après")
    workspace.close()
    return made.path


def test_a_restored_workspace_holds_what_the_backup_held(backup, folder, reopen, draft):
    restore(folder, backup)
    again = reopen()
    assert again.draft_answers(draft) == {"nom": "avant"}
    assert again.check() == 0


def test_what_stood_there_is_set_aside_and_can_be_restored(backup, folder, reopen, draft):
    done = restore(folder, backup)
    assert [copy.path for copy in list_set_aside(folder)] == [done.set_aside]
    restore(folder, done.set_aside)
    assert reopen().draft_answers(draft) == {"nom": "après"}
    assert len(list_set_aside(folder)) == 2


def test_a_preview_says_what_it_holds_and_what_is_here(backup, folder):
    seen = preview(folder, backup)
    assert (seen.holds.steps, seen.holds.touched.title) == (1, "avant")
    assert (seen.here.steps, seen.here.touched.title) == (2, "après")


def test_a_preview_changes_nothing(backup, folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    preview(folder, backup)
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {path: data for path, data in after.items() if path.name[-4:] not in ("-shm", "-wal")} == before


def test_a_restored_workspace_begins_a_new_epoch(workspace, folder, reopen):
    before = workspace.device
    backup = workspace.backups.make().path
    workspace.close()
    restore(folder, backup)
    device = reopen().device
    assert device.device_id == before.device_id
    assert device.device_epoch != before.device_epoch


def test_no_place_in_the_order_of_events_is_taken_twice(backup, folder, reopen, draft, key):
    with closing(connect(folder / DATABASE, key)) as db:
        before = db.execute("SELECT tick, high_water FROM event_order").fetchone()
    restore(folder, backup)
    again = reopen()
    answer(again, draft, "ensuite")
    assert again.events.of_record(draft)[-1].moment.tick > before[0]
    assert again._opened.db.execute("SELECT high_water FROM event_order").fetchone()[0] >= before[1]


def test_an_open_workspace_is_not_replaced(workspace, folder):
    backup = workspace.backups.make().path
    with pytest.raises(KnownError, match=r"workspace\.in_use"):
        restore(folder, backup)


@pytest.mark.parametrize("harm", ["torn", "gone", "noise"])
def test_a_damaged_workspace_is_restored_and_its_remains_are_kept(backup, folder, reopen, draft, harm):
    database = folder / DATABASE
    remains = {"torn": database.read_bytes()[:5_000], "gone": None, "noise": b"\0" * 8_192}[harm]
    database.unlink()
    if remains is not None:
        database.write_bytes(remains)
    assert preview(folder, backup).here is None
    done = restore(folder, backup)
    assert reopen().draft_answers(draft) == {"nom": "avant"}
    assert (done.set_aside / DATABASE).read_bytes() == remains if remains else done.set_aside is None


def test_lost_keys_are_taken_from_the_backup(backup, folder):
    (folder / KEY_FILES[0]).unlink()
    (folder / KEY_FILES[1]).write_bytes(b"torn")
    done = restore(folder, backup)
    assert (done.set_aside / KEY_FILES[1]).read_bytes() == b"torn"
    open_workspace(folder, passphrase=TRAINING_PASSPHRASE).close()


def test_todays_passphrase_stays_whichever_of_the_two_is_given(backup, folder, key, tmp_path):
    stick = shutil.copytree(backup, tmp_path / "cle" / backup.name)
    renew_passphrase(folder, lambda _: key, passphrase="une phrase nouvelle")
    for given in ("une phrase nouvelle", TRAINING_PASSPHRASE):
        restore(folder, stick, lambda text, given=given: by_passphrase(text, given))
        open_workspace(folder, passphrase="une phrase nouvelle").close()


def test_a_wrong_passphrase_changes_nothing(backup, folder):
    before = names(folder)
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        restore(folder, backup, lambda text: by_passphrase(text, "autre"))
    assert names(folder) == before


@pytest.mark.parametrize("passphrase", [TRAINING_PASSPHRASE, "une autre phrase"])
def test_a_backup_of_another_workspace_is_refused(backup, folder, tmp_path, passphrase):
    other = create_workspace(
        tmp_path / "autre",
        passphrase=passphrase,
        recovery_recipients=(),
        actor=Actor("", "S"),
        is_training=True,
    )
    foreign = other.backups.make().path
    other.close()
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(KnownError, match=r"copy\.other_workspace"):
        restore(folder, foreign, lambda text: by_passphrase(text, passphrase))
    assert (folder / DATABASE).read_bytes() == before


def test_a_copy_becomes_a_workspace_where_there_was_none(backup, tmp_path, draft):
    place = tmp_path / "nouveau"
    assert restore(place, backup).set_aside is None
    again = open_workspace(place, passphrase=TRAINING_PASSPHRASE)
    assert again.draft_answers(draft) == {"nom": "avant"}
    again.close()


def test_a_folder_without_a_copy_is_said(folder, tmp_path):
    with pytest.raises(KnownError, match=r"copy\.not_found"):
        restore(folder, tmp_path)


def test_a_damaged_backup_is_refused_and_the_workspace_stands(backup, folder, reopen, draft):
    data = bytearray((backup / DATABASE).read_bytes())
    data[20 * 4096 + 2_000] ^= 1
    (backup / DATABASE).write_bytes(data)
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        restore(folder, backup)
    assert reopen().draft_answers(draft) == {"nom": "après"}


@pytest.mark.parametrize("where", ["marker", "file"])
def test_a_backup_of_a_newer_program_is_refused(backup, folder, key, where):
    if where == "marker":
        marker = json.loads((backup / MARKER).read_text())
        (backup / MARKER).write_text(json.dumps(marker | {"format_version": 99}))
    else:
        db = connect(backup / DATABASE, key)
        db.table("migration").insert({"name": "m0099_from_the_future", "done_at": ""})
        db.close()
    for act in (preview, restore):
        with pytest.raises(KnownError, match=r"workspace\.newer"):
            act(folder, backup)


@pytest.mark.parametrize("version", sorted(path.name for path in SHIPPED.iterdir() if path.is_dir()))
def test_a_backup_of_every_version_ever_shipped_is_previewed_and_restored(version, tmp_path):
    copy = shutil.copytree(SHIPPED / version, tmp_path / "vieille")
    assert preview(tmp_path / "place", copy).holds.records >= 2
    restore(tmp_path / "place", copy)
    workspace = open_workspace(tmp_path / "place", passphrase=TRAINING_PASSPHRASE)
    assert workspace.check() == (5 if version == "version-4" else 2)
    workspace.close()


def test_a_full_disk_leaves_the_workspace_as_it_was(template, small_disk, reopen):
    disk = small_disk(3 * 1024 * 1024)
    folder = shutil.copytree(template, disk / "equipe")
    workspace = reopen(folder)
    backup = workspace.backups.make().path
    record = workspace.start_draft(FICHE).record_id
    workspace.close()
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - 100_000))
    before = names(folder)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        restore(folder, backup)
    assert names(folder) == before
    (disk / "filler").unlink()
    assert reopen(folder).records.get(record).is_draft


class KilledError(Exception):
    """Stands for a kill: nothing after it is done."""


@pytest.mark.parametrize("is_damaged", [False, True])
@pytest.mark.parametrize("moves", range(3))
def test_a_restoration_killed_between_two_moves_is_finished_on_opening(
    backup, folder, reopen, draft, monkeypatch, moves, is_damaged
):
    if is_damaged:
        (folder / DATABASE).write_bytes(b"\0" * 8_192)
        (folder / f"{DATABASE}-wal").write_bytes(b"\0" * 8_192)
    done = iter(range(moves))
    rename = type(folder).rename

    def rename_until_killed(path, target):
        if next(done, None) is None:
            raise KilledError
        return rename(path, target)

    monkeypatch.setattr(replacing.Path, "rename", rename_until_killed)
    with pytest.raises(KilledError):
        restore(folder, backup)
    monkeypatch.undo()
    assert is_workspace(folder)
    if moves or not is_damaged:
        assert reopen().draft_answers(draft) == {"nom": "avant" if moves else "après"}
    assert len(list_set_aside(folder)) == (1 if moves else 0)


def test_two_restorations_within_a_second_overwrite_nothing(backup, folder):
    for _ in range(3):
        restore(folder, backup)
    assert len(list_set_aside(folder)) == 3


def test_an_answer_in_the_log_of_a_killed_program_is_set_aside_with_it(
    workspace, folder, draft, tmp_path, reopen
):
    backup = workspace.backups.make().path
    answer(workspace, draft, "dans le log")
    killed = shutil.copytree(folder, tmp_path / "tue")
    done = restore(killed, killed / "backups" / backup.name)
    restore(killed, done.set_aside)
    assert reopen(killed).draft_answers(draft) == {"nom": "dans le log"}
