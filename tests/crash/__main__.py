"""`python -m tests.crash --rounds 1000 --seed 1`: kills a working program so many times and prints the figures."""

import argparse
import sys
import time

from tests.crash.rounds import crash


def say(words):
    """Print at once: a child that is forked must not inherit what waits to be printed."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(prog="crash-test", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    given = parser.parse_args()
    begun = time.monotonic()
    figures = crash(given.rounds, given.seed, report=say)
    files = figures.files
    say(
        f"crash-test: {figures.kills} kills, {figures.answers} answers acknowledged, {figures.lost} lost,"
        f" {len(figures.faults)} faults; {files['pdf']} PDFs, {files['bundle']} bundles, {files['backup']} backups,"
        f" {files['copy']} copies acknowledged; {figures.erased} erasures;"
        f" {figures.restorations} restorations and {figures.upgrades} upgrades killed;"
        f" seed {given.seed}, {time.monotonic() - begun:.0f} s"
    )
    return 1 if figures.lost or figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
