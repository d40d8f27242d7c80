"""Cold starts: a fresh process each time, until the window can be used."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from tests.benchmarks.measuring import Benchmark, Pair
from tests.benchmarks.site import Site

_CHILD = Path(__file__).with_name("start_child.py")
_PATIENCE_S = 120


def _seconds_to_ready(*arguments: str) -> float:
    """Start a process, wait for its word that it is ready, and then for its end."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    began = perf_counter()
    command = [sys.executable, str(_CHILD), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        word = process.stdout.readline().strip()
        took = perf_counter() - began
        code = process.wait(_PATIENCE_S)
    assert (word, code) == ("ready", 0), f"{arguments[0]}: {word!r}, exit code {code}"
    return took


@contextmanager
def _on_list(site: Site) -> Iterator[Pair]:
    folder, own = site.copy_of_workspace(), site.new_path("settings")
    yield Pair(lambda: _seconds_to_ready("list", str(own), str(folder)), lambda: _seconds_to_ready("bare"))


@contextmanager
def _on_welcome(site: Site) -> Iterator[Pair]:
    own = site.new_path("settings")
    yield Pair(lambda: _seconds_to_ready("welcome", str(own)), lambda: _seconds_to_ready("bare"))


_FLOOR = "a bare QMainWindow shown by a fresh process"
BENCHMARKS = (
    Benchmark("start-welcome", "process begun → window asks for a workspace", _FLOOR, 15, _on_welcome),
    Benchmark("start-list", "process begun → list of an open training workspace", _FLOOR, 15, _on_list),
)
