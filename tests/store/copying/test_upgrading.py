"""An older file is upgraded by a copy that takes its place: killed or refused at any moment, no answer is missing."""

import random
import shutil
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fieldapp.base.clock import FixedClock
from fieldapp.base.errors import BugError, KnownError
from fieldapp.store import TRAINING_PASSPHRASE, list_set_aside, migrations, opening
from fieldapp.store.connection import connect
from fieldapp.store.copying import replacing, upgrading
from fieldapp.store.copying.copies import open_copy
from fieldapp.store.copying.set_aside import thin_set_aside
from fieldapp.store.copying.upgrading import Upgrade, open_in_shape
from fieldapp.store.keys.keyfile import read_key
from fieldapp.store.marker import DATABASE
from fieldapp.store.migrations import MIGRATIONS
from tests.store.given import CountingIds, TickingClock
from tests.store.test_migrations import SHIPPED

VERSIONS = sorted(path.name for path in SHIPPED.iterdir() if path.is_dir())[:-1]
"""All but the one of today's shape, which needs no upgrade."""
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def keys():
    """Return the key of each shipped file, unwrapped once: that is slow on purpose."""
    return {version: read_key(SHIPPED / version, TRAINING_PASSPHRASE) for version in VERSIONS}


@pytest.fixture(params=VERSIONS)
def older(request, tmp_path, keys):
    """Return a file of a program of before, and its key."""
    return shutil.copytree(SHIPPED / request.param, tmp_path / "poste"), keys[request.param]


def open_it(folder, key):
    return opening._open(folder, lambda: key, clock=TickingClock(), ids=CountingIds())


def steps_of(path, key):
    """Return the steps a file has had, without changing it."""
    with closing(connect(path, key)) as db:
        return {row["name"] for row in db.table("migration").rows}


def assert_whole(folder, key):
    """Whatever happened: today's program opens it, and all that was written is there."""
    with closing(open_it(folder, key)) as workspace:
        assert workspace.check() == 2
        assert len(workspace.records.list()) >= 2
        assert [receipt.status for receipt in workspace.outbox.receipts()] == ["partial"]
    assert sorted(path.name for path in folder.glob(f"{DATABASE}*")) == [DATABASE]


def test_the_older_file_is_set_aside_as_it_was(older):
    folder, key = older
    before = (folder / DATABASE).read_bytes()
    assert_whole(folder, key)
    (kept,) = list_set_aside(folder)
    assert (kept.path / DATABASE).read_bytes() == before
    assert open_copy(kept.path, key, clock=TickingClock()).changes == 2


def test_a_file_in_shape_is_left_alone(older):
    folder, key = older
    open_it(folder, key).close()
    open_it(folder, key).close()
    assert len(list_set_aside(folder)) == 1


def test_answers_still_in_the_log_are_upgraded_with_the_file(older):
    folder, key = older
    db = connect(folder / DATABASE, key)
    db.execute("UPDATE record SET title = 'dans le journal' WHERE number = 1")
    (crashed := folder.parent / "tué").mkdir()
    shutil.copytree(folder, crashed, dirs_exist_ok=True)
    db.close()
    assert (crashed / f"{DATABASE}-wal").stat().st_size
    with closing(open_it(crashed, key)) as workspace:
        assert "dans le journal" in {record.title for record in workspace.records.list()}


class KilledError(Exception):
    """Stands for a kill: nothing after it is done."""


@pytest.mark.parametrize("moves", range(3))
def test_killed_between_two_moves_it_is_finished_on_opening(older, monkeypatch, moves):
    folder, key = older
    done = iter(range(moves))
    rename = Path.rename

    def rename_until_killed(path, target):
        if next(done, None) is None:
            raise KilledError
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(replacing.Path, "rename", rename_until_killed)
        with pytest.raises(KilledError):
            open_it(folder, key)
    assert_whole(folder, key)


def kill_and_look(folder, key, *, after):
    """Kill a program that upgrades; return whether it had finished."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.upgrading_child", folder, key.hex()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout.readline() == "begin\n"
        time.sleep(after)
        child.kill()
        is_done = child.stdout.read() == "done\n"
    old, waiting = folder / DATABASE, list(folder.glob("*.next-*"))
    if old.exists() and not waiting and not list_set_aside(folder):
        assert len(steps_of(old, key)) < len(MIGRATIONS), "the old file stands for the older program"
    assert_whole(folder, key)
    return is_done


def rounds(older, count):
    folder, key = older
    begun = time.perf_counter()
    open_it(shutil.copytree(folder, folder.parent / "essai"), key).close()
    longest = 2 * (time.perf_counter() - begun)
    chance = random.Random(4)
    for number in range(count):
        place = shutil.copytree(folder, folder.parent / f"tour-{number}")
        kill_and_look(place, key, after=chance.uniform(0, longest))


def test_killed_at_any_moment_nothing_is_lost(older):
    rounds(older, 6)


@pytest.mark.slow
def test_killed_at_fifteen_moments_nothing_is_lost(older):
    rounds(older, 15)


def test_a_step_that_fails_leaves_the_older_file(older, monkeypatch):
    folder, key = older
    before = (folder / DATABASE).read_bytes()

    def m9999_half(db):
        db.execute("CREATE TABLE half (x TEXT)")
        db.execute("no SQL at all")

    for module in (migrations, upgrading):
        monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, m9999_half))
    with pytest.raises(BugError):
        open_it(folder, key)
    assert (folder / DATABASE).read_bytes() == before
    assert sorted(path.name for path in folder.glob(f"{DATABASE}*")) == [DATABASE]
    monkeypatch.undo()
    assert_whole(folder, key)


def test_a_step_that_loses_something_is_refused(older, monkeypatch):
    folder, key = older

    def m9999_forgetful(db):
        db.execute("DELETE FROM draft_step")

    for module in (migrations, upgrading):
        monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, m9999_forgetful))
    with pytest.raises(BugError, match="upgrade_differs"):
        open_it(folder, key)
    monkeypatch.undo()
    assert_whole(folder, key)


def test_a_newer_file_is_refused_and_untouched(older):
    folder, key = older
    with closing(connect(folder / DATABASE, key)) as db:
        db.table("migration").insert({"name": "m0099_from_the_future", "done_at": ""})
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(KnownError, match=r"workspace\.newer"):
        open_it(folder, key)
    assert (folder / DATABASE).read_bytes() == before
    assert not list_set_aside(folder)


@pytest.mark.parametrize("room", ["none", "little"])
def test_on_a_full_disk_the_older_file_stands(older, small_disk, monkeypatch, room):
    disk = small_disk(4 * 1024 * 1024)
    folder, key = shutil.copytree(older[0], disk / "poste"), older[1]
    before = (folder / DATABASE).read_bytes()
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - 150_000))
    if room == "little":  # as on a disk whose quota nobody can ask for
        monkeypatch.setattr(upgrading, "_ROOM", 0)
    with pytest.raises(KnownError, match=r"disk_full" if room == "little" else r"no_room_to_upgrade"):
        open_it(folder, key)
    assert (folder / DATABASE).read_bytes() == before
    (disk / "filler").unlink()
    assert_whole(folder, key)


def test_a_large_file_is_left_to_whoever_can_wait(older):
    folder, key = older
    with pytest.raises(KnownError, match=r"workspace\.older"):
        open_in_shape(folder, key, clock=TickingClock(), upgrade=Upgrade(at_once=1_000))
    told = []
    telling = Upgrade(progress=lambda *part: told.append(part))
    open_in_shape(folder, key, clock=TickingClock(), upgrade=telling).close()
    copied = [done for done, total in told if total]
    assert copied == sorted(copied)
    assert told[-2:] == [(0, 0), (0, 0)], "migrated, and proved"


def test_an_upgrade_that_is_stopped_changes_nothing(older):
    folder, key = older

    def stop(_done, _total):
        raise KnownError("copy.cancelled")

    with pytest.raises(KnownError, match=r"copy\.cancelled"):
        open_in_shape(folder, key, clock=TickingClock(), upgrade=Upgrade(progress=stop))
    assert not list_set_aside(folder)
    assert_whole(folder, key)


def test_what_was_set_aside_goes_after_ninety_days_but_for_the_last(older):
    folder, key = older
    open_it(folder, key).close()
    (first,) = list_set_aside(folder)
    later = shutil.copytree(first.path, first.path.with_name("replaced_2026-05-20T090000Z"))
    soon, late = (
        FixedClock(datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(days=days)) for days in (85, 100)
    )
    assert thin_set_aside(folder, soon) == []
    assert thin_set_aside(folder, late) == [first.path]
    assert thin_set_aside(folder, FixedClock(datetime(2030, 1, 1, tzinfo=UTC))) == []
    assert [copy.path for copy in list_set_aside(folder)] == [later]
