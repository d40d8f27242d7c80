"""A whole day, a kill and an evening: of all bytes ever written to any file, none tells what somebody said or typed.

Every write of the process is recorded by a small library (`recorder.c`), so that a file that lived for a moment is
searched like one that stays. What may be written at all is a list: a file nobody expected fails too.
"""

import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.leaks.planted import (
    ANSWER,
    NEW_PHRASE,
    ORGANISATION,
    PHRASE,
    RARE,
    TYPED,
    spellings,
    spellings_of_bytes,
)

ROOT = Path(__file__).parents[2]
SPACE = r"maison/donnees/fieldapp/workspaces/\.?[\w-]+(\.being-made)?"
KEPT = r"(fiches\.db(-wal|-shm|-journal)?|(workspace\.(keys(\.copy)?|json|lock)|copy\.json)(\.new|\.part)?)"
ENCRYPTED = (
    rf"{SPACE}/{KEPT}",
    rf"{SPACE}/backups/\.?[\w-]+(\.being-made)?/{KEPT}",
    rf"cle/\.?[\w-]+(\.being-made)?/{KEPT}",
    r"envois/AF_\w+\.zip\.age(\.attente)?(\.part)?",
)
"""What holds everything, and must show nothing."""
PLAIN = (
    r"maison/reglages/fieldapp/(settings\.json|technique\.log|marks/[\w.-]+)(\.part)?",
    r"envois/(demande|reponse)\.zip(\.part)?",
    r"centre(\.db(-journal)?|/.*)",
    r"maison/cache/(fontconfig|qtshadercache[\w-]*)/.*",
)
"""What holds nothing of anybody."""
BLANK_FORMS = r"maison/tmp/\w+"
"""Where forms are converted: a form that nobody has answered, and what Python tries a temporary folder with."""
ASKED_FOR = (r"exports/fiche\.pdf(\.part)?", r"exports/#\d+ \(deleted\)")
"""The PDF that a person asked for: under its name when it is whole, and without any name before."""


class Written:
    """What a day wrote."""

    def __init__(self, place, log):
        self.place = place
        self.told = {}
        self.streams = defaultdict(list)
        self.log = log

    def read(self):
        """Put together what was written to each file, in the order of writing."""
        data, at = self.log.read_bytes(), 0
        while at < len(data):
            name_size, size = struct.unpack_from("II", data, at)
            name = data[at + 8 : at + 8 + name_size].decode()
            self.streams[self.named(name)].append(data[at + 8 + name_size : at + 8 + name_size + size])
            at += 8 + name_size + size
        self.streams = {name: b"".join(parts) for name, parts in self.streams.items()}
        return self

    def named(self, name):
        return os.path.relpath(name, self.place) if name.startswith(str(self.place)) else name

    def all(self):
        """Return every file by its name: what was written to it, and what it holds at the end."""
        left = [path for path in self.place.rglob("*") if path.is_file()]
        return [
            *self.streams.items(),
            *((str(path.relative_to(self.place)), path.read_bytes()) for path in left),
        ]


def shared():
    """Return what lies in shared memory, but for what a PostgreSQL of other tests keeps there."""
    names = (path.name for path in Path("/dev/shm").iterdir())
    return {name for name in names if not name.startswith("PostgreSQL.")}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Live through the day; return what it wrote."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("no C compiler for the fault library")
    around = tmp_path_factory.mktemp("fuites")
    place, library, log = around / "lieu", around / "recorder.so", around / "ecrit"
    source = Path(__file__).with_name("recorder.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    home = place / "maison"
    folders = {
        "HOME": "",
        "XDG_DATA_HOME": "donnees",
        "XDG_CONFIG_HOME": "reglages",
        "XDG_CACHE_HOME": "cache",
    }
    folders |= {"XDG_STATE_HOME": "etat", "XDG_RUNTIME_DIR": "marche", "TMPDIR": "tmp"}
    for name in folders.values():
        (home / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    made = Written(place, log)
    environment = os.environ | {name: str(home / folder) for name, folder in folders.items()}
    environment |= {"LD_PRELOAD": str(library), "LEAKS_LOG": str(log), "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    before = shared()
    for part, code in (("work", 0), ("killed", -signal.SIGKILL), ("evening", 0)):
        command = [sys.executable, "-m", "tests.leaks.day", place, part]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, timeout=240, check=False
        )
        assert done.returncode == code, done.stderr.decode()[-3_000:]
        for line in done.stdout.decode().splitlines():
            made.told.update(json.loads(line))
    made.shared = shared() - before
    return made.read()


def is_one_of(name, patterns):
    return any(re.fullmatch(pattern, name) for pattern in patterns)


def is_blank_form(name, data):
    return bool(re.fullmatch(BLANK_FORMS, name)) and (
        data == b"blat" or data.startswith(b'<?xml version="1.0"?><h:html')
    )


def secret_spellings(written):
    found = set()
    for text in (*TYPED, *RARE, written.told["recovery"]):
        found |= spellings(text)
    for name in ("key", "vault"):
        found |= spellings_of_bytes(bytes.fromhex(written.told[name]))
    return found


def test_nothing_planted_is_in_any_byte_ever_written(written):
    secrets = secret_spellings(written)
    leaks = {
        (name, spelling)
        for name, data in written.all()
        if not is_one_of(name, ASKED_FOR)
        for spelling in secrets
        if spelling in data
    }
    assert leaks == set()


def test_the_search_would_find_it(written):
    data = b"x" * 5_000 + ORGANISATION.encode() + b"x" * 5_000
    assert any(spelling in data for spelling in secret_spellings(written))
    assert bytes.fromhex(written.told["key"]).hex().encode() in spellings_of_bytes(
        bytes.fromhex(written.told["key"])
    )


def test_every_file_ever_written_was_expected(written):
    expected = (*ENCRYPTED, *PLAIN, *ASKED_FOR)
    unknown = {name: data for name, data in written.all() if not is_one_of(name, expected)}
    assert {name for name, data in unknown.items() if not is_blank_form(name, data)} == set()


def test_the_recorder_saw_the_work(written):
    for pattern in (*ENCRYPTED[:3], ASKED_FOR[0]):
        assert any(re.fullmatch(pattern, name) and data for name, data in written.all()), pattern
    assert sum(map(len, written.streams.values())) > 1_000_000


def test_no_encrypted_file_holds_anything_in_clear(written):
    signs = (b"SQLite format 3", b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"<?xml", b"<h:html")
    for name, data in written.all():
        if is_one_of(name, ENCRYPTED) and not name.endswith((".keys", ".copy", ".json", ".new", ".part")):
            assert not [sign for sign in signs if sign in data], name


def test_a_pdf_is_nowhere_but_where_it_was_asked_for(written):
    pdfs = {name for name, data in written.all() if b"%PDF-" in data}
    assert {name for name in pdfs if not is_one_of(name, ASKED_FOR)} == set()
    assert (written.place / "exports" / "fiche.pdf").is_file()


def test_neither_a_cancelled_nor_a_killed_export_leaves_anything(written):
    assert [path.name for path in (written.place / "exports").iterdir()] == ["fiche.pdf"]


def test_temporary_folder_and_shared_memory_are_empty_at_the_end(written):
    assert list((written.place / "maison" / "tmp").rglob("*")) == []
    assert written.shared == set()


def test_the_technical_log_tells_the_place_and_nothing_said(written):
    log = (written.place / "maison" / "reglages" / "fieldapp" / "technique.log").read_text()
    assert "ValueError" in log
    assert "day.py" in log
    assert ANSWER not in log


def test_no_name_of_a_file_tells_anything(written):
    names = "\n".join(name for name, _ in written.all())
    assert not [
        word for word in (*RARE, *ORGANISATION.split(), PHRASE, NEW_PHRASE) if word.lower() in names.lower()
    ]


def test_whatever_the_program_keeps_is_its_owners_alone(written):
    home = written.place / "maison"
    kept = [*(home / "donnees").rglob("*"), *(home / "reglages" / "fieldapp").glob("*.*")]
    assert [path for path in kept if path.stat().st_mode & 0o077 and path.name != "fieldapp"] == []
