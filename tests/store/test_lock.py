"""One program at a time: a second one is refused, and a dead one holds nothing."""

import subprocess
import sys

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.store.lock import FolderLock

HOLD = """
import pathlib, sys
from fieldapp.store.lock import FolderLock
lock = FolderLock(pathlib.Path(sys.argv[1]))
print("held", flush=True)
input()
"""


def test_a_second_holder_is_refused(tmp_path):
    lock = FolderLock(tmp_path)
    with pytest.raises(KnownError, match=r"workspace\.in_use"):
        FolderLock(tmp_path)
    lock.release()


def test_a_released_folder_may_be_held_again(tmp_path):
    lock = FolderLock(tmp_path)
    lock.release()
    lock.release()
    again = FolderLock(tmp_path)
    with pytest.raises(KnownError, match=r"workspace\.in_use"):
        FolderLock(tmp_path)
    again.release()


def test_another_program_is_refused_until_it_is_killed(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(KnownError, match=r"workspace\.in_use"):
            FolderLock(tmp_path)
        other.kill()
    FolderLock(tmp_path).release()
