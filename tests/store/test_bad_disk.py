"""A full disk or a read-only one in the middle of work: a clear code, and the state before it whole."""

import itertools
import shutil
import subprocess

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine.effects import Edit
from fieldapp.store import Actor, create_workspace
from fieldapp.store.keys.keyfile import KEY_FILES, write_keys
from tests.store.given import FICHE

SIZE = 4 * 1024 * 1024


@pytest.fixture
def disk(small_disk):
    """Return a small disk of its own."""
    return small_disk(SIZE)


@pytest.fixture
def small(template, disk, reopen):
    """Return a workspace on the small disk, with a draft in it."""
    return reopen(shutil.copytree(template, disk / "equipe"))


def fill(disk, leave):
    """Fill the disk but for some bytes."""
    with (disk / "filler").open("wb") as filler:
        filler.write(bytes(shutil.disk_usage(disk).free - leave))


def append_until_full(workspace, record):
    """Append until the disk refuses; return the last answer acknowledged."""
    actor = workspace.actor.actor_id
    kept = []

    def append_for_ever():
        for number in itertools.count(1):
            answer = f"{number} " + "x" * 5_000
            workspace.drafts.append(record, [Edit("nom", None, answer)], actor_id=actor)
            kept.append(answer)

    with pytest.raises(KnownError, match=r"file\.disk_full"):
        append_for_ever()
    return kept[-1]


def test_every_answer_before_the_disk_was_full_is_kept(small, disk, reopen):
    record = small.start_draft(FICHE).record_id
    last = append_until_full(small, record)
    assert small.draft_answers(record) == {"nom": last}
    small.close()
    later = reopen(disk / "equipe")
    assert later.draft_answers(record) == {"nom": last}
    assert later.check() == 0


def test_work_goes_on_once_there_is_room(small, disk):
    record = small.start_draft(FICHE).record_id
    fill(disk, leave=200_000)
    append_until_full(small, record)
    (disk / "filler").unlink()
    small.drafts.append(record, [Edit("nom", None, "la suite")], actor_id=small.actor.actor_id)
    assert small.draft_answers(record) == {"nom": "la suite"}


def test_finalising_on_a_full_disk_leaves_the_draft(small, disk):
    record = small.start_draft(FICHE).record_id
    fill(disk, leave=100_000)
    answers = {f"q{number}": "x" * 500 for number in range(2_000)}
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        small.finalise(record, definition=FICHE, final_answers=answers, beside={}, title="A")
    assert small.records.get(record).is_draft
    assert small.check() == 0


def test_a_workspace_that_does_not_fit_is_not_made(disk):
    fill(disk, leave=50_000)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        create_workspace(
            disk / "nord",
            passphrase="phrase de passe",
            recovery_recipients=(),
            actor=Actor("", "S"),
            is_training=True,
        )
    assert [path.name for path in disk.iterdir()] == ["filler"]


def test_keys_that_cannot_be_written_leave_the_old_ones(small, disk):
    folder = disk / "equipe"
    before = [(folder / name).read_bytes() for name in KEY_FILES]
    fill(disk, leave=0)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        write_keys(folder, b"k" * 32, passphrase="nouvelle phrase", recovery_recipients=())
    assert [(folder / name).read_bytes() for name in KEY_FILES] == before


def test_a_read_only_disk_is_said_and_nothing_is_touched(small, disk, reopen):
    small.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = {path.name: path.read_bytes() for path in (disk / "equipe").iterdir()}
    with pytest.raises(KnownError, match=r"file\.read_only"):
        reopen(disk / "equipe")
    assert {path.name: path.read_bytes() for path in (disk / "equipe").iterdir()} == before
