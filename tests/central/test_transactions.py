"""What happens when an import is cut short: by a kill, by a full disk, by another importer."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.central import ImportStatus, init_centre, open_centre, schema
from tests.central.laptops import Laptop, new_centre
from tests.central.looks import content, rows

ROOT = Path(__file__).parents[2]
_KILLED_AT_A_STATEMENT = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from fieldapp.central import open_centre
from fieldapp.base.clock import FixedClock
from tests.central.laptops import NOW
url, keys, file, word = sys.argv[1:]
centre = open_centre(url, Path(keys), clock=FixedClock(NOW))
def kill(connection, cursor, statement, *rest):
    if statement.startswith(word):
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(centre.engine, "after_cursor_execute", kill)
print(centre.import_files([Path(file)]))
"""


def killed_import(centre, file, word):
    command = [
        sys.executable,
        "-c",
        _KILLED_AT_A_STATEMENT,
        centre.url,
        str(centre.keys_dir),
        str(file),
        word,
    ]
    return subprocess.run(command, cwd=ROOT, check=False, timeout=60, stdout=subprocess.DEVNULL).returncode


@pytest.mark.parametrize("word", ["INSERT INTO change_field", "INSERT INTO receipt"])
def test_an_importer_killed_in_the_middle_leaves_every_row_as_it_was(any_centre, tmp_path, word):
    laptop = Laptop().enrol(any_centre)
    laptop.create({"nom": "AMPF"})
    file = tmp_path / "lot.zip.age"
    file.write_bytes(laptop.bundle().data)
    before = content(any_centre)
    assert killed_import(any_centre, file, word) == -signal.SIGKILL
    assert content(any_centre) == before
    assert any_centre.import_files([file])[0].status is ImportStatus.APPLIED


def fill(folder, left):
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    (folder / "filler").write_bytes(bytes(max(free - left, 0)))


def test_a_full_disk_refuses_the_bundle_and_it_is_applied_once_there_is_room(small_disk, tmp_path):
    disk = small_disk(2 * 1024**2)
    centre = new_centre(f"sqlite:///{disk}/central.sqlite", tmp_path)
    laptop = Laptop().enrol(centre)
    laptop.create({"nom": "A" * 60_000})
    sealed, before = laptop.bundle(), content(centre)
    fill(disk, left=16_000)
    refused = centre.import_data(sealed.data)
    (disk / "filler").unlink()
    assert (refused.code, content(centre)) == ("central.disk_full", before)
    assert centre.import_data(sealed.data).status is ImportStatus.APPLIED


def test_two_importers_at_once_do_one_after_the_other(any_centre):
    laptops = [Laptop().enrol(any_centre) for _ in range(4)]
    for laptop in laptops:
        laptop.create({"nom": "AMPF"})
    sealed = [laptop.bundle() for laptop in laptops]
    results = []
    threads = [
        threading.Thread(target=lambda data=one.data: results.append(any_centre.import_data(data)))
        for one in sealed * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    statuses = sorted(result.status for result in results)
    assert statuses == ["applied"] * 4 + ["same"] * 4
    assert len(rows(any_centre, schema.stream)) == len(rows(any_centre, schema.receipt)) == 4


def test_a_database_that_is_not_there_is_said_to_be(tmp_path, centre):
    with pytest.raises(KnownError, match=r"central\.not_initialised"):
        open_centre(f"sqlite:///{tmp_path}/nothing.sqlite", centre.keys_dir)
    assert not (tmp_path / "nothing.sqlite").exists()


def test_a_server_that_does_not_answer_is_said_to(tmp_path):
    with pytest.raises(KnownError, match=r"central\.not_reachable"):
        init_centre(f"postgresql:///x?host={tmp_path}", tmp_path / "keys", training=True, forms=())


@pytest.mark.parametrize("url", ["nonsense", "sqlite://", "sqlite:///:memory:", "cobol://host/base"])
def test_a_url_that_means_nothing_is_refused(tmp_path, url):
    with pytest.raises(KnownError, match=r"central\.bad_url"):
        init_centre(url, tmp_path / "keys", training=True, forms=())


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana:hush@host/name",
        "postgresql://host/name?user=ana&password=hush&sslmode=require",
        "sqlite://ana:hush@host/:memory:",
        "ana:hush@host",
        "postgresql:/x?password=hush",
        "cobol://ana:hush@host/base",
    ],
)
def test_no_error_tells_the_password_of_a_database(tmp_path, url):
    with pytest.raises(KnownError) as caught:
        init_centre(url, tmp_path / "keys", training=True, forms=())
    assert "hush" not in str(caught.value.facts)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    file = tmp_path / "central.sqlite"
    file.write_bytes(b"not a database at all, but long enough to look like one" * 20)
    with pytest.raises(KnownError, match=r"central\.not_a_database"):
        init_centre(f"sqlite:///{file}", tmp_path / "keys", training=True, forms=())
