"""Rules of the whole suite: a skip without an allowed reason is a failure."""

import os
import subprocess
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # or Qt aborts where there is no display

_ALLOWED = {
    line.strip()
    for line in (Path(__file__).parent / "allowed_skips.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
}
_NEVER_IN_CI = {"FIELDAPP_CONFORMANCE is not set", "Java is not installed"}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else ""
        in_ci = os.environ.get("FIELDAPP_CI") == "1"
        if reason not in _ALLOWED or (in_ci and reason in _NEVER_IN_CI):
            report.outcome = "failed"
            report.longrepr = (
                f"skipped for a reason that tests/allowed_skips.txt does not allow here: {reason!r}"
            )
    return report


@pytest.fixture
def small_disk(tmp_path):
    """Return a function that mounts a disk of some bytes, of its own, for what happens when one is full."""
    mounted = []

    def mount(size):
        folder = tmp_path / f"disk{len(mounted)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("cannot mount a tmpfs here")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)
