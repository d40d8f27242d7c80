"""A program killed at any moment loses nothing that it had acknowledged, and leaves a file that is whole."""

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.store.given import FICHE

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "tests.store.filling_child"]


def kill_while_filling(folder, after_lines, seconds):
    """Run the filling program, kill it some time after it said so many answers, return all it said."""
    path = os.pathsep.join([str(ROOT), *sys.path])
    with subprocess.Popen(
        [*COMMAND, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
    ) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(after_lines)]
        killer = threading.Timer(seconds, child.kill)
        killer.start()
        said += child.stdout.readlines()
        killer.join()
    return [line.rstrip("\n").split("|") for line in said if line.endswith("\n")]


def acknowledged(said):
    """Return record -> path -> the last answer said."""
    found = {}
    for record, path, answer in said:
        found.setdefault(record, {})[path] = answer
    return found


def number(answer):
    return int(answer.rpartition(" ")[2])


def check_nothing_lost(workspace, said):
    """Every answer acknowledged is there, or the one that was being committed when the program died."""
    for record, answers in acknowledged(said).items():
        kept = workspace.draft_answers(record)
        last = max(map(number, answers.values()))
        for path, answer in answers.items():
            assert number(kept[path]) in (number(answer), last + 1)
        assert workspace.records.count(query=record) == 1
    assert workspace.check() == workspace.changes.count()


def crash(folder, reopen, rounds, seed):
    chance = random.Random(seed)
    said = []
    for _ in range(rounds):
        said += kill_while_filling(folder, chance.randint(1, 300), chance.random() * 0.15)
        workspace = reopen()
        check_nothing_lost(workspace, said)
        workspace.close()
    assert len(said) > rounds


def test_ten_kills_lose_nothing(folder, reopen):
    crash(folder, reopen, 10, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_a_hundred_kills_lose_nothing(folder, reopen):
    crash(folder, reopen, 100, seed=2)


def test_a_wal_torn_at_its_end_gives_the_last_whole_commit(folder, reopen):
    said = kill_while_filling(folder, 30, 0.0)
    wal = folder / "fiches.db-wal"
    wal.write_bytes(wal.read_bytes()[:-1_000])
    workspace = reopen()
    record = said[0][0]
    assert workspace.check() >= 0
    assert workspace.draft_answers(record)
    assert workspace.forms.get("fiche") is FICHE
