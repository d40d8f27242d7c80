"""The disk says no in the middle of a write or a sync: a clear code, what was acknowledged kept, the work goes on."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.faulty_child import CASES, FAULTS

ROOT = Path(__file__).parents[2]
NAMES = [
    f"{act.__name__}/{fault}/{after}"
    for act, moments in CASES.items()
    for fault in FAULTS
    for after in moments
]
ASKED_LATER = {
    "closing",
    "upgrading/sync-eio/20",
    "upgrading/sync-eio/60",
    "answering/sync-eio/17",
    "restoring/sync-eio",
    "backing_up/sync-eio/4",
}
"""Where a refusal cannot be: on closing the log simply stays, and some moments come after the last call of a kind."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Return what the program says of every case."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("no C compiler for the fault library")
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    path = os.pathsep.join([str(ROOT), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.faulty_child"],
        cwd=ROOT,
        env=os.environ | {"LD_PRELOAD": str(library), "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_acknowledged_is_kept_and_what_was_refused_is_not_half_there(told, name):
    assert told[name]["is_kept"]


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_said_in_a_code_that_a_person_can_act_on(told, name):
    refused = [code for code in told[name]["refused"] if code]
    assert set(refused) <= {"file.failed", "file.disk_full", "file.read_only"}
    is_harmless = "short-write" in name or any(name.startswith(one) for one in ASKED_LATER)
    assert refused or is_harmless


@pytest.mark.parametrize("act", [act.__name__ for act in CASES])
@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_really_happened(told, act, fault):
    assert any(one["fired"] for name, one in told.items() if name.startswith(f"{act}/{fault}/"))
