"""`python -m tests.benchmarks [NAME…] [--json] [--quick] [--no-pyc]`: each figure beside its floor; no verdict."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.catalogue import BENCHMARKS
from tests.benchmarks.measuring import Result, measure
from tests.benchmarks.report import data_of, surroundings, table_of, words_of
from tests.benchmarks.site import Site


def main(arguments: list[str]) -> int:
    """Measure what is named, or everything, and print it."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", action="store_true", help="print everything for a machine")
    parser.add_argument("--quick", action="store_true", help="once each, on one fiche: does it run at all?")
    parser.add_argument(
        "--no-pyc", action="store_true", help="starts compile every module, as the first ever does"
    )
    wanted = parser.parse_args(arguments)
    if unknown := [name for name in wanted.names if name not in BENCHMARKS]:
        parser.error(f"unknown: {', '.join(unknown)}; known: {', '.join(BENCHMARKS)}")
    with tempfile.TemporaryDirectory(prefix="fieldapp-bench-") as folder:
        site = Site(Path(folder), is_quick=wanted.quick, keeps_pyc=not wanted.no_pyc)
        around = surroundings(site)
        results = _measured(site, wanted.names or list(BENCHMARKS))
    data = json.dumps(data_of(around, results), ensure_ascii=False, indent=1)
    text = f"{words_of(around)}\n\n{table_of(results)}\n\nMilliseconds; ratio is ours over floor."
    sys.stdout.write((data if wanted.json else text) + "\n")
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
