"""Files in and out of a workspace from threads beside the window's: closing waits until the one under way is done."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.store import FileFacts, Workspace
    from fieldapp.usecases.attachments import Wish


class DeskFiles:
    """Large files of answers; one at a time."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._one = Lock()

    def take(self, path: Path, wish: "Wish") -> str:
        """Keep a file that a person chose and return the answer that names it, in the thread that calls this."""
        from fieldapp.usecases.attachments import take_file

        with self._one:
            return take_file(self._workspace, path, wish)

    def copy(self, value: str, target: Path) -> None:
        """Write the file that an answer names where a person wants it, in the thread that calls this."""
        from fieldapp.usecases.attachments import copy_file

        with self._one, self._workspace.reader() as reading:
            copy_file(reading, value, target)

    def facts(self, value: str) -> "FileFacts | None":
        """Say what is known of the file that an answer names; on the window's thread."""
        from fieldapp.usecases.attachments import file_facts

        return file_facts(self._workspace, value)

    def close(self) -> None:
        """Wait for the file under way and close the workspace; who comes later hears that it is closed."""
        with self._one:
            self._workspace.close()
