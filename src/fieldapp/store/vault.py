"""Secrets of the workspace by name: the signing key, the age identity, certificates. Only inside the encrypted file."""

from fieldapp.base.clock import Clock, utc_text
from fieldapp.store.connection import Database


class Vault:
    """Named secrets."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def get(self, name: str) -> bytes | None:
        """Return a secret, or nothing."""
        row = self._db.execute("SELECT data FROM vault WHERE name = ?", [name]).fetchone()
        return bytes(row[0]) if row else None

    def put(self, name: str, data: bytes) -> None:
        """Keep a secret, in place of an older one of the same name."""
        row = {"name": name, "data": data, "changed_at": utc_text(self._clock.now())}
        self._db.table("vault").upsert(row, pk="name")

    def remove(self, name: str) -> None:
        """Forget a secret; a name that is not there is no fault."""
        self._db.table("vault").delete_where("name = ?", [name])

    def names(self) -> list[str]:
        """Return the names kept, sorted."""
        return [
            str(row["name"]) for row in self._db.table("vault").rows_where(order_by="name", select="name")
        ]
