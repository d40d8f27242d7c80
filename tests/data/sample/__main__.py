"""Makes the sample data anew after a form or a sentence changed: `python -m tests.data.sample [--check]`."""

import argparse
import sys

from tests.data.sample.mission import files


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.data.sample", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when something would change"
    )
    checks = parser.parse_args().check
    changed = []
    for path, data in files().items():
        if not path.exists() or path.read_bytes() != data:
            changed.append(path.name)
            if not checks:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
    sys.stdout.write(f"changed: {', '.join(changed) or 'nothing'}\n")
    return 1 if checks and changed else 0


if __name__ == "__main__":
    sys.exit(main())
