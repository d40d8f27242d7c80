"""The engines that are measured: each a process that obeys orders and times itself, so that all are asked alike.

An order is a line of fields apart by tabs, and its answer a line of milliseconds:

* `load FILE`: parse an XForm until it can be answered;
* `set LOOK PATH (QUESTION VALUE)…`: answer, and after each answer look at a `value`, at the `choices` of a question,
  or at these with their `labels`; then a tab and what was seen last;
* `add REPEAT`: add a repeat instance at the end;
* `memory`: megabytes in use after the garbage was collected.

Paths are absolute, with positions on repeat instances.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyxform

PEERS = Path(__file__).parents[1] / "peers"
ROOT = Path(__file__).parents[3]
NODE_PEERS = "FIELDAPP_PEERS_NODE"
"""Names folders whose `node_modules` hold what the README says, one after the other as in `PATH`."""
JAVAROSA, WEB_FORMS, WEB_FORMS_BROWSER, ENKETO = "JavaRosa", "Web Forms", "Web Forms (browser)", "Enketo"
_JAR = "validators/odk_validate/bin/ODK_Validate.jar"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_SERVE = ("node", "--expose-gc", "--max-old-space-size=8192", str(PEERS / "serve.mjs"))
_STACK = "-Xss16m"
"""JavaRosa walks a chain of calculates by calling itself."""


class PeerError(Exception):
    """A peer said that it cannot do an order."""


@dataclass(slots=True)
class Side:
    """One engine at work."""

    name: str
    process: subprocess.Popen[str]

    def ask(self, *order: object) -> tuple[list[float], str]:
        """Give an order; return the milliseconds and what was seen."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\t".join(map(str, order)) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().rstrip("\n")
        numbers, _, seen = answer.partition("\t")
        if numbers == "error" or not answer:
            raise PeerError(f"{self.name}: {order[0]}: {seen or 'it ended'}")
        return [float(number) for number in numbers.split()], seen


@dataclass(frozen=True, slots=True)
class Peer:
    """How to start an engine."""

    name: str
    command: Sequence[str]

    @contextmanager
    def started(self) -> Iterator[Side]:
        """Start it, and end it afterwards."""
        with subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT
        ) as process:
            try:
                yield Side(self.name, process)
            finally:
                process.kill()


OURS = Peer("ours", (sys.executable, "-m", "tests.benchmarks.engine.ours"))


def peers_here(folder: Path) -> list[Peer]:
    """Return the peers that this machine can run.

    Args:
        folder: Room for what must be compiled.
    """
    return [*_javarosa(folder), *_node_peers()]


def jar() -> Path:
    """Return ODK Validate as pyxform brings it, with JavaRosa inside."""
    return Path(str(pyxform.__file__)).parent / _JAR


def _javarosa(folder: Path) -> Iterator[Peer]:
    if shutil.which("java") and shutil.which("javac"):
        source, classes = PEERS / "JavaRosaPeer.java", folder / "classes"
        subprocess.run(["javac", "-d", str(classes), "-cp", str(jar()), str(source)], check=True)
        class_path = os.pathsep.join((str(classes), str(jar())))
        yield Peer(JAVAROSA, ("java", _STACK, "-cp", class_path, source.stem))


def _node_peers() -> Iterator[Peer]:
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    folders = os.environ.get(NODE_PEERS, "").split(os.pathsep) if shutil.which("node") else []
    for folder in filter(None, folders):
        modules = Path(folder) / "node_modules"
        in_browser = (folder, browser or "") if (modules / "puppeteer-core").is_dir() else ("", "")
        if (modules / "@getodk" / "xforms-engine").is_dir():
            yield Peer(WEB_FORMS, (*_SERVE, "web_forms", folder))
            if all(in_browser):
                yield Peer(WEB_FORMS_BROWSER, (*_SERVE, "web_forms", *in_browser))
        if all(in_browser) and (modules / "enketo-core").is_dir():
            yield Peer(ENKETO, (*_SERVE, "enketo", *in_browser))
