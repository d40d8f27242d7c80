#!/usr/bin/env python3
"""The one place for chores: `python3 dev.py run` and `python3 dev.py test` set everything up by themselves.

Standard library only, so that a fresh machine with python3 can start it. Set-up is idempotent: what is there
already is recognised by name (system packages) or by digest (the locked environment) and not touched.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PACKAGING = ROOT / "packaging"
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "fieldapp-environment.json"
OLDEST_PYTHON = (3, 11)
WORKERS = "2"
"""Test processes side by side: a small laptop has two cores."""


class SetupError(Exception):
    """Set-up cannot go on; the message says what the person can do."""


def main() -> int:
    """Run one chore and return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("chore", choices=sorted(CHORES), help="what to do")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to the program or to pytest")
    arguments = parser.parse_args()
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write(
            f"Python {'.'.join(map(str, OLDEST_PYTHON))} or newer is needed; this is {sys.version}\n"
        )
        return 2
    try:
        return CHORES[arguments.chore](arguments.rest)
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"failed: {' '.join(map(str, error.cmd))}\n")
        return error.returncode or 1
    except KeyboardInterrupt:
        return 130


# Chores


def run(rest: list[str]) -> int:
    """Open the window; without a display, say so and show the main job as text instead."""
    prepare("apt-run.txt", lock="requirements.lock")
    if not rest and not has_display():
        say(
            "Aucun écran ici : la fenêtre ne peut pas s'ouvrir. Voici le travail principal, de bout en bout :"
        )
        rest = ["demo"]
    return subprocess.call([BIN / "fieldapp", *rest], env=environment())


def check(_rest: list[str]) -> int:
    """Hold the source against the style, the floors and the types."""
    prepare("apt-run.txt", lock="requirements-dev.lock")
    sources = ["src", "tests", "dev.py", "packaging"]
    step("ruff", [BIN / "ruff", "check", *sources])
    step("format", [BIN / "ruff", "format", "--check", *sources])
    step("floors", [BIN / "lint-imports", "--no-logo"])
    step("types", [PYTHON, "-m", "mypy"])
    return 0


def test(rest: list[str]) -> int:
    """Check the source, then run the tests without the long proofs."""
    prepare("apt-run.txt", "apt-test.txt", lock="requirements-dev.lock")
    if not rest:
        check([])
    return pytest("-m", "not slow", "-n", WORKERS, *rest)


def test_all(rest: list[str]) -> int:
    """Run what `test` leaves out: the long proofs, and other people's programs on what we write."""
    prepare("apt-run.txt", "apt-test.txt", "apt-test-all.txt", lock="requirements-dev.lock")
    return pytest("-m", "slow", "-n", WORKERS, *rest)


def bench(rest: list[str]) -> int:
    """Measure each figure beside its floor, in one run, one at a time."""
    prepare("apt-run.txt", "apt-test.txt", lock="requirements-dev.lock")
    return subprocess.call([PYTHON, "-m", "tests.benchmarks", *rest], cwd=ROOT, env=environment())


def crash_test(rest: list[str]) -> int:
    """Kill a working program `--rounds` times and print on the last line what was acknowledged and what was lost."""
    prepare("apt-run.txt", "apt-test.txt", lock="requirements-dev.lock")
    return subprocess.call([PYTHON, "-m", "tests.crash", *rest], cwd=ROOT, env=environment())


def screenshots(rest: list[str]) -> int:
    """Take a picture of every page, in a virtual screen where there is no real one."""
    prepare("apt-run.txt", "apt-test.txt", lock="requirements-dev.lock")
    command: list[str | Path] = [PYTHON, "-m", "fieldapp.ui.screenshots", *rest]
    if not has_display() and shutil.which("xvfb-run"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", *command]
    return subprocess.call(command, cwd=ROOT, env=environment())


CHORES = {
    "bench": bench,
    "check": check,
    "crash-test": crash_test,
    "run": run,
    "screenshots": screenshots,
    "test": test,
    "test-all": test_all,
}


# Set-up


def prepare(*package_lists: str, lock: str) -> None:
    """Install what is missing: system packages, then the locked environment, then this checkout in it."""
    install_system_packages([name for listed in package_lists for name in read_list(PACKAGING / listed)])
    install_environment(lock)


def read_list(path: Path) -> list[str]:
    """Read a list of packages, one a line; `a | b` names two spellings of one, the first is preferred."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def install_system_packages(wanted: list[str]) -> None:
    """Install the missing Debian packages as root, or say the one line to type. Elsewhere there is nothing to do."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    installed = installed_packages()
    missing = [line for line in wanted if not installed & set(alternatives(line))]
    if not missing:
        return
    apt = ["apt-get", "install", "-y", "--no-install-recommends"]
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        names = " ".join(alternatives(line)[0] for line in missing)
        line = f"sudo {' '.join(apt)} {names}"
        raise SetupError(f"System packages are missing. Type this once, then start again:\n  {line}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    say(f"Installing {len(missing)} system packages…")
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    names = [next(filter(is_available, alternatives(line)), alternatives(line)[0]) for line in missing]
    subprocess.run([*apt, "-qq", *names], check=True, env=quiet, stdout=subprocess.DEVNULL)


def alternatives(line: str) -> list[str]:
    """Return the spellings of one package, the preferred first."""
    return [name.strip() for name in line.split("|")]


def installed_packages() -> set[str]:
    """Return the names of all installed Debian packages, and of what they provide."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Abbrev}|${Package}|${Provides}\n"]
    listing = subprocess.run(query, check=True, capture_output=True, text=True).stdout
    names = set()
    for line in listing.splitlines():
        status, package, provides = line.split("|", 2)
        if status.startswith("ii"):
            names |= {package, *(name.split()[0] for name in provides.split(",") if name.strip())}
    return names


def is_available(name: str) -> bool:
    """Tell whether apt knows a package of this name."""
    shown = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
    return shown.returncode == 0


def install_environment(lock: str) -> None:
    """Make `.venv` hold exactly the locked versions and this checkout; a matching one is left alone."""
    wanted = {name: digest(PACKAGING / name) for name in ("requirements.lock", "requirements-dev.lock")}
    wanted["pyproject"] = digest(ROOT / "pyproject.toml")
    stamp = read_stamp()
    python = f"{sys.version_info.major}.{sys.version_info.minor} {sys.base_prefix}"
    same_python = stamp.get("python") == python and PYTHON.exists()
    larger = "requirements-dev.lock"  # holds all of the other
    have_lock = stamp.get(lock) == wanted[lock] or stamp.get(larger) == wanted[larger]
    if same_python and have_lock and stamp.get("pyproject") == wanted["pyproject"]:
        return
    if not same_python:
        say("Making the environment in .venv…")
        shutil.rmtree(VENV, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        stamp = {}
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if not have_lock or not same_python:
        say("Installing the locked packages (once)…")
        subprocess.run([*pip, "--require-hashes", "-r", PACKAGING / lock], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], check=True)
    stamp |= {"python": python, lock: wanted[lock], "pyproject": wanted["pyproject"]}
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")


def read_stamp() -> dict[str, str]:
    """Return what the environment was made from; empty when it is not there or not ours."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Small things


def has_display() -> bool:
    """Tell whether a window can open here."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def environment() -> dict[str, str]:
    """Return the variables a chore runs with: the environment's programs first, and modules compiled only once.

    Tests start hundreds of programs, and each would compile all of the source anew.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "PYTHONUTF8": "1"}


def pytest(*arguments: str) -> int:
    """Run pytest in the locked environment."""
    return subprocess.call([PYTHON, "-m", "pytest", "-q", *arguments], cwd=ROOT, env=environment())


def step(name: str, command: list[str | Path]) -> None:
    """Run one check and stop at the first that fails."""
    say(f"{name}…")
    subprocess.run(command, check=True, cwd=ROOT, env=environment())


def say(sentence: str) -> None:
    """Print a line at once, also into a pipe."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
