"""What a person chose for their workspace, such as when it locks itself; inside the encrypted file."""

from fieldapp.store.connection import Database

_PREFIX = "preference."


class Preferences:
    """Choices by name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str) -> str:
        """Return a choice; blank when none was made."""
        row = self._db.execute("SELECT value FROM setting WHERE name = ?", [_PREFIX + name]).fetchone()
        return str(row[0]) if row else ""

    def put(self, name: str, value: str) -> None:
        """Keep a choice, in place of an earlier one."""
        self._db.table("setting").upsert({"name": _PREFIX + name, "value": value}, pk="name")
