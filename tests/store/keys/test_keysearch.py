"""Both key files torn or gone: those of a backup open the same answers, and are put in their place."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine.effects import Edit
from fieldapp.signing.keys import new_age_identity
from fieldapp.signing.wrapping import unwrap_with_passphrase
from fieldapp.store import TRAINING_PASSPHRASE, Actor, create_workspace, open_workspace, recover_workspace
from fieldapp.store.keys.keychange import change_keys
from fieldapp.store.keys.keyfile import KEY_FILES, key_copies
from fieldapp.store.keys.keysearch import find_key

OLD, NEW = TRAINING_PASSPHRASE, "une phrase nouvelle"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def backed_up(workspace, folder, draft):
    """A workspace with an answer, a backup, and a later answer; closed."""
    actor = workspace.actor.actor_id
    workspace.drafts.append(draft, [Edit("nom", None, "avant")], actor_id=actor)
    workspace.backups.make()
    workspace.drafts.append(draft, [Edit("nom", "avant", "après")], actor_id=actor)
    workspace.close()
    return folder


def tear(folder, harm="torn"):
    for name in KEY_FILES:
        path = folder / name
        path.unlink() if harm == "missing" else path.write_bytes(path.read_bytes()[:80])


def answers(folder, draft, *, passphrase=OLD, told=lambda _: None):
    workspace = open_workspace(folder, passphrase=passphrase, told=told)
    try:
        return workspace.draft_answers(draft)
    finally:
        workspace.close()


@pytest.mark.parametrize("harm", ["torn", "missing"])
def test_the_newest_answers_open_with_the_key_file_of_a_backup(backed_up, draft, harm):
    tear(backed_up, harm)
    told = []
    assert answers(backed_up, draft, told=told.append) == {"nom": "après"}
    assert (told[0].made_at.year, told[0].refusal) == (2026, None)
    assert answers(backed_up, draft, told=told.append) == {"nom": "après"}
    assert len(told) == 1


def test_what_was_set_aside_serves_too(backed_up, draft):
    (backup,) = (backed_up / "backups").iterdir()
    (backed_up / "set-aside").mkdir()
    backup.rename(backed_up / "set-aside" / "replaced_2026-03-01T090002Z")
    tear(backed_up)
    assert answers(backed_up, draft) == {"nom": "après"}


def test_one_whole_copy_is_enough_and_nothing_is_told(backed_up, draft):
    (backed_up / KEY_FILES[0]).unlink()
    told = []
    assert answers(backed_up, draft, told=told.append) == {"nom": "après"}
    assert told == []


@pytest.fixture
def of_another_day(backed_up, key):
    """The passphrase was changed since the backup, whose key file could not be reached."""
    (backup,) = (backed_up / "backups").iterdir()
    away = backup.rename(backed_up / backup.name)
    change_keys(backed_up, lambda _: key, passphrase=NEW)
    away.rename(backup)
    return backed_up


def test_the_passphrase_of_the_backups_day_opens(of_another_day, draft):
    tear(of_another_day)
    assert answers(of_another_day, draft, passphrase=OLD) == {"nom": "après"}
    assert answers(of_another_day, draft, passphrase=OLD) == {"nom": "après"}


def test_another_passphrase_is_told_that_the_day_matters_and_changes_nothing(of_another_day):
    tear(of_another_day)
    before = key_copies(of_another_day)
    with pytest.raises(KnownError, match=r"workspace\.keys_older"):
        open_workspace(of_another_day, passphrase=NEW)
    assert key_copies(of_another_day) == before


def test_todays_passphrase_does_not_go_back_while_one_copy_is_whole(of_another_day):
    (of_another_day / KEY_FILES[0]).unlink()
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        open_workspace(of_another_day, passphrase=OLD)


def test_the_next_opening_carries_todays_passphrase_into_the_backups(of_another_day):
    (backup,) = (of_another_day / "backups").iterdir()
    open_workspace(of_another_day, passphrase=NEW).close()
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        find_key(backup, lambda text: unwrap_with_passphrase(text, OLD))


def test_the_key_file_of_another_workspace_opens_nothing_here(backed_up, tmp_path):
    other = create_workspace(
        tmp_path / "autre", passphrase=OLD, recovery_recipients=(), actor=Actor("", "S"), is_training=True
    )
    foreign = other.backups.make().path
    other.close()
    shutil.rmtree(backed_up / "backups")
    shutil.copytree(foreign, backed_up / "backups" / foreign.name)
    tear(backed_up)
    with pytest.raises(KnownError, match=r"workspace\.keys_damaged"):
        open_workspace(backed_up, passphrase=OLD)


def test_a_foreign_folder_among_the_backups_keeps_its_own_keys(backed_up, tmp_path):
    other = create_workspace(
        tmp_path / "autre", passphrase=OLD, recovery_recipients=(), actor=Actor("", "S"), is_training=True
    )
    other.close()
    foreign = shutil.copytree(tmp_path / "autre", backed_up / "backups" / "000009_2026-03-01T090002Z")
    before = key_copies(foreign)
    open_workspace(backed_up, passphrase=OLD).close()
    assert key_copies(foreign) == before


def test_without_any_backup_it_is_said_as_before(backed_up):
    shutil.rmtree(backed_up / "backups")
    tear(backed_up, "missing")
    with pytest.raises(KnownError, match=r"workspace\.keys_missing"):
        open_workspace(backed_up, passphrase=OLD)


def test_the_recovery_key_finds_its_way_through_a_backup(tmp_path):
    recovery = new_age_identity()
    made = create_workspace(
        tmp_path / "nord",
        passphrase=NEW,
        recovery_recipients=[recovery.recipient],
        actor=Actor("", "S"),
        is_training=False,
    )
    made.backups.make()
    made.close()
    tear(tmp_path / "nord")
    recover_workspace(tmp_path / "nord", recovery_secret=recovery.secret, passphrase="encore une autre")
    open_workspace(tmp_path / "nord", passphrase="encore une autre").close()


def test_a_disk_that_refuses_the_repair_keeps_nobody_out(backed_up, draft, monkeypatch):
    def refuse(*_):
        raise KnownError("file.read_only", path="cles")

    tear(backed_up)
    monkeypatch.setattr("fieldapp.store.keys.keysearch.put_keys", refuse)
    told = []
    assert answers(backed_up, draft, told=told.append) == {"nom": "après"}
    assert told[0].refusal.code == "file.read_only"


KILLED = """
import os, signal, sys
from pathlib import Path
from fieldapp.store import TRAINING_PASSPHRASE, open_workspace
calls, left = {call: getattr(os, call) for call in ("fsync", "replace")}, int(sys.argv[2])
def until(call):
    def run(*given, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return calls[call](*given, **named)
    return run
for call in calls:
    setattr(os, call, until(call))
open_workspace(Path(sys.argv[1]), passphrase=TRAINING_PASSPHRASE)
print(left)
"""


def opened_until(folder, calls):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])}
    command = [sys.executable, "-c", KILLED, folder, str(calls)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_kill_at_any_moment_of_the_repair_leaves_a_way_in(backed_up, draft, tmp_path):
    tear(backed_up)
    left_alone = opened_until(shutil.copytree(backed_up, tmp_path / "left alone"), 1_000)
    assert left_alone.returncode == 0, left_alone.stderr
    calls = 1_000 - int(left_alone.stdout)
    assert calls >= len(KEY_FILES) * 2, "each key file is made durable, then put in place"
    for moment in range(calls):
        folder = shutil.copytree(backed_up, tmp_path / f"killed at {moment}")
        assert opened_until(folder, moment).returncode == -signal.SIGKILL
        assert answers(folder, draft) == {"nom": "après"}
        assert len({*key_copies(folder)}) == 1


def test_a_read_only_folder_says_so_and_is_left_as_it_is(backed_up, small_disk):
    disk = small_disk(8 * 1024 * 1024)
    place = shutil.copytree(backed_up, disk / "equipe")
    tear(place)
    before = key_copies(place)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(KnownError, match=r"file\.read_only"):
        open_workspace(place, passphrase=OLD)
    assert key_copies(place) == before
