"""Backups: whole and proved before they bear their name, ten kept, and never in the way of the work."""

import shutil
import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.engine.effects import Edit
from fieldapp.store import TRAINING_PASSPHRASE, list_backups, open_workspace
from fieldapp.store.copying.backups import EVERY, KEPT, RECENT, to_keep
from fieldapp.store.copying.copies import NOTE, open_copy, read_copy
from fieldapp.store.keys.keyfile import KEY_FILES, renew_passphrase
from fieldapp.store.marker import DATABASE, MARKER
from tests.store.given import FICHE, TickingClock

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def answer(workspace, record, value):
    workspace.drafts.append(
        record, [Edit("nom", None, value)], actor_id=workspace.actor.actor_id, title=value
    )


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_a_workspace_that_opens_by_itself(workspace, draft):
    answer(workspace, draft, "Amal")
    backup = workspace.backups.make()
    assert names(backup.path) == sorted([NOTE, DATABASE, MARKER, *KEY_FILES])
    alone = open_workspace(
        shutil.copytree(backup.path, backup.path.parent / "seul"), passphrase=TRAINING_PASSPHRASE
    )
    assert alone.draft_answers(draft) == {"nom": "Amal"}
    alone.close()


def test_a_backup_says_whose_it_is_and_what_was_touched_last(workspace, draft, key):
    answer(workspace, draft, "Amal")
    holds = open_copy(workspace.backups.make().path, key, clock=TickingClock())
    assert (holds.records, holds.drafts, holds.changes, holds.steps) == (1, 1, 0, 1)
    assert (holds.touched.title, holds.touched.by) == ("Amal", "Salma Idrissi")


def test_nothing_new_makes_no_backup(workspace, draft):
    assert workspace.backups.make() is not None
    assert workspace.backups.make() is None
    answer(workspace, draft, "A")
    assert workspace.backups.make() is not None
    workspace.drafts.undo(draft)
    assert workspace.backups.make() is not None
    assert len(workspace.backups.list()) == 3


def test_a_new_passphrase_makes_a_backup_that_it_opens(workspace, folder, key):
    workspace.backups.make()
    renew_passphrase(folder, lambda _: key, passphrase="une autre phrase")
    backup = workspace.backups.make()
    open_workspace(shutil.copytree(backup.path, folder / "b"), passphrase="une autre phrase").close()


def test_a_worker_backs_up_while_answers_are_given(workspace, draft, key):
    for number in range(300):
        answer(workspace, draft, f"avant {number} " + "x" * 3_000)
    made = []

    def work():
        with workspace.reader() as reading:
            made.append(reading.backups.make())

    worker = threading.Thread(target=work)
    worker.start()
    for number in range(50):
        answer(workspace, draft, f"pendant {number}")
    worker.join()
    holds = open_copy(made[0].path, key, clock=TickingClock())
    assert 300 <= holds.steps <= 350
    assert workspace.draft_answers(draft) == {"nom": "pendant 49"}


def test_ten_are_kept_and_nothing_else_is_left(workspace, draft):
    for number in range(13):
        answer(workspace, draft, str(number))
        workspace.backups.make()
    found = names(workspace.backups.folder)
    assert len(found) == KEPT
    assert found[-1].startswith("000013_")


def test_what_a_killed_program_left_is_no_backup_and_is_cleared_away(workspace, draft):
    place = workspace.backups.folder
    for left in (".000009_2026-03-01T090000Z.being-made", ".000002_2026-03-01T090000Z.dropped"):
        (place / left).mkdir(parents=True)
        (place / left / DATABASE).write_bytes(b"half")
    (place / ".mine").mkdir()
    assert workspace.backups.list() == []
    workspace.backups.make()
    assert [name[:7] for name in names(place)] == [".mine", "000001_"]


def test_a_full_disk_leaves_the_earlier_backups_and_the_work(template, small_disk, reopen, key):
    disk = small_disk(2 * 1024 * 1024)
    workspace = reopen(shutil.copytree(template, disk / "equipe"))
    draft = workspace.start_draft(FICHE).record_id
    first = workspace.backups.make()
    answer(workspace, draft, "x" * 200_000)
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - 300_000))
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        workspace.backups.make()
    assert names(workspace.backups.folder) == [first.path.name]
    assert open_copy(first.path, key, clock=TickingClock()).drafts == 1
    answer(workspace, draft, "la suite")


def test_a_stopped_backup_leaves_nothing(workspace):
    def stop(_done, _total):
        raise KnownError("copy.cancelled")

    with pytest.raises(KnownError, match=r"copy\.cancelled"):
        workspace.backups.make(progress=stop)
    assert names(workspace.backups.folder) == []
    assert workspace.backups.make() is not None


def test_a_damaged_workspace_does_not_push_out_its_good_backups(folder, reopen):
    workspace = reopen()
    first = workspace.backups.make()
    workspace.start_draft(FICHE)
    workspace.close()
    data = bytearray((folder / DATABASE).read_bytes())
    data[20 * 4096 + 2_000] ^= 1
    (folder / DATABASE).write_bytes(data)
    later = reopen()
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        later.backups.make()
    assert names(later.backups.folder) == [first.path.name]


def test_a_backup_with_one_changed_byte_is_found_out(workspace, key):
    backup = workspace.backups.make()
    data = bytearray((backup.path / DATABASE).read_bytes())
    data[20 * 4096 + 2_000] ^= 1
    (backup.path / DATABASE).write_bytes(data)
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        open_copy(backup.path, key, clock=TickingClock())


def test_looking_at_a_backup_writes_nothing(workspace, key):
    backup = workspace.backups.make()
    before = {path.name: path.read_bytes() for path in backup.path.iterdir()}
    open_copy(backup.path, key, clock=TickingClock())
    assert {path.name: path.read_bytes() for path in backup.path.iterdir()} == before


def test_a_copy_made_by_hand_of_an_open_workspace_is_read_with_its_log(
    workspace, folder, draft, key, tmp_path
):
    answer(workspace, draft, "dans le journal d'écriture")
    by_hand = shutil.copytree(folder, tmp_path / "copie", ignore=shutil.ignore_patterns("*-shm"))
    assert open_copy(by_hand, key, clock=TickingClock()).steps == 1


def test_a_copy_goes_where_a_person_chose(workspace, tmp_path, key):
    copy, holds = workspace.backups.copy_to(tmp_path / "cle")
    assert names(tmp_path / "cle") == [copy.path.name]
    assert copy.path.name.startswith("equipe_2026-03-01T")
    assert open_copy(copy.path, key, clock=TickingClock()) == holds
    assert read_copy(copy.path).mark == holds.mark


@pytest.mark.parametrize("inside", [".", "backups", "autre/dossier"])
def test_a_copy_inside_the_workspace_is_refused(workspace, folder, inside):
    with pytest.raises(KnownError, match=r"copy\.inside"):
        workspace.backups.copy_to(folder / inside)


def test_a_backup_is_due_after_an_hour_and_when_the_clock_was_wrong(workspace, reopen):
    assert workspace.backups.is_due()
    made_at = workspace.backups.make().made_at
    for later, due in ((timedelta(minutes=59), False), (EVERY, True), (-EVERY, True)):
        workspace.backups._clock = Still(made_at + later)
        assert workspace.backups.is_due() is due


class Still:
    def __init__(self, moment):
        self._moment = moment

    def now(self):
        return self._moment


def test_a_secret_is_in_no_file_of_a_backup(workspace, draft):
    answer(workspace, draft, "TEMOIN-ZX81-secret")
    backup = workspace.backups.make()
    for path in backup.path.iterdir():
        assert not [word for word in (b"TEMOIN-ZX81", b"zx81", b"Salma") if word in path.read_bytes()]


def test_backups_are_listed_without_opening_the_workspace(workspace, folder):
    made = workspace.backups.make()
    assert list_backups(folder) == [made]


def test_a_week_of_work_keeps_hours_days_and_weeks():
    hours = [START + timedelta(days=day, hours=hour) for day in range(21) for hour in range(8)]
    kept = sorted(to_keep(dict(enumerate(hours, 1))))
    ages = [(hours[-1] - hours[number - 1]) for number in reversed(kept)]
    assert len(kept) == KEPT
    assert ages[:4] == [timedelta(hours=hour) for hour in range(4)]
    assert ages[4:8] == [timedelta(days=day) for day in range(1, 5)]
    assert ages[8] >= timedelta(days=6)
    assert ages[9] - ages[8] == timedelta(days=7)


@given(st.lists(st.integers(0, 60 * 24 * 90), max_size=60))
def test_the_newest_always_stay_and_never_more_than_ten(minutes):
    made = {number: START + timedelta(minutes=minute) for number, minute in enumerate(minutes, 1)}
    kept = to_keep(made)
    assert len(kept) == min(len(made), KEPT)
    assert set(sorted(made)[-RECENT:]) <= kept
