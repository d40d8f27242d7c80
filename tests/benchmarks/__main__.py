"""`python -m tests.benchmarks [NAME…] [--json] [--quick] [--no-pyc]`: each figure beside its floor; no verdict."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.catalogue import BENCHMARKS
from tests.benchmarks.engine import report as engine_report
from tests.benchmarks.engine import run as engine
from tests.benchmarks.measuring import Result, measure
from tests.benchmarks.report import data_of, surroundings, table_of, words_of
from tests.benchmarks.site import Site

_GROUPS = {
    "search": [name for name in BENCHMARKS if name.startswith("search-")],
    "encryption": [name for name in BENCHMARKS if name.startswith("encryption-")],
    "durability": ["answer", "answer-100k", "finalise", "memory-10k"],
}
"""Figures that are mostly asked for together."""
_NAMES = [*BENCHMARKS, *_GROUPS, engine.NAME, *engine.FORMS_BY_NAME]
_OF_ENGINE = "Milliseconds unless said otherwise; ratio is ours over theirs, the goal is a share of JavaRosa."


def main(arguments: list[str]) -> int:
    """Measure what is named, or everything, and print it."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_NAMES))
    parser.add_argument("--json", action="store_true", help="print everything for a machine")
    parser.add_argument("--quick", action="store_true", help="once each, on one fiche: does it run at all?")
    parser.add_argument(
        "--no-pyc", action="store_true", help="starts compile every module, as the first ever does"
    )
    wanted = parser.parse_args(arguments)
    if unknown := [name for name in wanted.names if name not in _NAMES]:
        parser.error(f"unknown: {', '.join(unknown)}; known: {', '.join(_NAMES)}")
    with tempfile.TemporaryDirectory(prefix="fieldapp-bench-") as folder:
        site = Site(Path(folder), is_quick=wanted.quick, keeps_pyc=not wanted.no_pyc)
        around = surroundings(site)
        names = [each for name in wanted.names for each in _GROUPS.get(name, [name])] or _NAMES
        results = _measured(site, [name for name in names if name in BENCHMARKS])
        forms = engine.names_of(names)
        rows, peers = engine.run(site.folder, forms, is_quick=site.is_quick) if forms else ([], [])
    if wanted.json:
        data = data_of(around, results) | {"engine": engine_report.data_of(rows)}
        text = json.dumps(data, ensure_ascii=False, indent=1)
    else:
        tables = [f"{table_of(results)}\n\nMilliseconds; ratio is ours over floor."] if results else []
        tables += [f"{engine_report.table_of(rows, peers)}\n\n{_OF_ENGINE}"] if rows else []
        text = "\n\n".join([words_of(around), *tables])
    sys.stdout.write(text + "\n")
    return 0


def _measured(site: Site, names: list[str]) -> list[Result]:
    results = []
    for name in names:
        sys.stderr.write(f"{name}…\n")
        sys.stderr.flush()
        results.append(measure(BENCHMARKS[name], site))
    return results


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
