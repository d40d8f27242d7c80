"""The program's front door: without a command it opens the window, with one it runs that command."""

import sys
from pathlib import Path


def main() -> None:
    """Open the window (`fieldapp [--workspace DIR]`) or hand over to the commands; ends with an exit code."""
    match sys.argv[1:]:
        case []:
            open_window(None)
        case ["--workspace", folder]:
            open_window(Path(folder))
        case _:
            from fieldapp.cli.main import main as run_command

            run_command()


def open_window(folder: Path | None) -> None:
    """Open the window on a workspace, or on the page that asks for one."""
    from fieldapp.ui.app import run

    sys.exit(run(folder))


if __name__ == "__main__":
    main()
