"""Cold starts: a fresh process each time, until the window can be used; and the memory it has then."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from tests.benchmarks import many
from tests.benchmarks.measuring import Benchmark, Pair
from tests.benchmarks.site import Site

_CHILD = Path(__file__).with_name("start_child.py")
_PATIENCE_S = 120
_MANY, _MANY_QUICK = 10_000, 20


def _seconds_to_ready(site: Site, *arguments: str) -> float:
    """Start a process, and return how long it took until it said that it is ready."""
    return _run(site, *arguments)[0]


def _gigabytes_when_ready(site: Site, *arguments: str) -> float:
    """Start a process, and return what it has of the memory for itself and shared, once it is ready."""
    return _run(site, *arguments)[1] / 1e9


def _run(site: Site, *arguments: str) -> tuple[float, int]:
    """Start a process, wait for its word that it is ready, and then for its end; return seconds and bytes."""
    began = perf_counter()
    command = [sys.executable, "-P", str(_CHILD), *arguments]  # -P: our module names are not its
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment(site)
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        word = process.stdout.readline().strip()
        took = perf_counter() - began
        resident = int(process.stdout.readline() or 0)
        said = process.stderr.read()
        code = process.wait(_PATIENCE_S)
    if (word, code) != ("ready", 0):
        logs = [Path(each, "technique.log") for each in arguments]  # the window tells its log, not stderr
        told = "".join(log.read_text(encoding="utf-8") for log in logs if log.exists())
        raise AssertionError(f"{arguments[0]}: exit code {code}\n{said}{told}")
    return took, resident


def _environment(site: Site) -> dict[str, str]:
    """Offscreen; in the long form compiled modules are kept for the next start, or not at all, as the run wants."""
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if site.is_quick:
        return told
    told |= {"PYTHONPYCACHEPREFIX": str(site.folder / "pyc"), "PYTHONDONTWRITEBYTECODE": "1"}
    if site.keeps_pyc:
        del told["PYTHONDONTWRITEBYTECODE"]
    return told


@contextmanager
def _on_list(site: Site) -> Iterator[Pair]:
    folder, own = str(site.copy_of_workspace()), str(site.new_path("settings"))
    yield Pair(lambda: _seconds_to_ready(site, "list", own, folder), lambda: _seconds_to_ready(site, "bare"))


@contextmanager
def _on_welcome(site: Site) -> Iterator[Pair]:
    own = str(site.new_path("settings"))
    yield Pair(lambda: _seconds_to_ready(site, "welcome", own), lambda: _seconds_to_ready(site, "bare"))


@contextmanager
def _memory(site: Site) -> Iterator[Pair]:
    folder = str(many.crowded(site, _MANY_QUICK if site.is_quick else _MANY, is_indexed=True))
    own = str(site.new_path("settings"))
    yield Pair(
        lambda: _gigabytes_when_ready(site, "list", own, folder),
        lambda: _gigabytes_when_ready(site, "bare"),
    )


_FLOOR = "a bare QMainWindow shown by a fresh process"
BENCHMARKS = (
    Benchmark("start-welcome", "process begun → window asks for a workspace", _FLOOR, 15, _on_welcome),
    Benchmark("start-list", "process begun → home page of an open training workspace", _FLOOR, 15, _on_list),
    Benchmark(
        "memory-10k",
        f"resident, the home page of {_MANY:,} fiches shown",
        "a bare QMainWindow shown",
        3,
        _memory,
        unit="MB",
    ),
)
