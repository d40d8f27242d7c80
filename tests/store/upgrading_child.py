"""A program that opens an older file, to be killed at any moment of the upgrade."""

import sys
from pathlib import Path

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.store import opening


def main(folder, key):
    """Say that the work begins, do it, say that it is done."""
    sys.stdout.write("begin\n")
    sys.stdout.flush()
    opening._open(Path(folder), lambda: bytes.fromhex(key), clock=SystemClock(), ids=SystemIds()).close()
    sys.stdout.write("done\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
