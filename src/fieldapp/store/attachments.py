"""Photos, sounds, signatures and documents by their SHA-256, as bytes inside the encrypted file."""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass

from fieldapp.base.clock import Clock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.store.connection import Database


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a record; the record's answer holds its name."""

    sha256: str
    media_type: str
    extension: str
    """Without the dot."""
    data: bytes

    @property
    def name(self) -> str:
        """What stands in the answer: `<sha256>.<extension>`."""
        return f"{self.sha256}.{self.extension}"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file without reading it."""

    name: str
    """What it was called where it was chosen; blank for what was drawn, imported or received."""
    media_type: str
    extension: str
    size: int


class Attachments:
    """Files by the digest of their bytes: the same file twice is kept once."""

    def __init__(self, db: Database, clock: Clock, connect: Callable[[], Database] | None = None) -> None:
        self._db = db
        self._clock = clock
        self._connect = connect

    def add(self, data: bytes, media_type: str, *, extension: str, name: str = "") -> str:
        """Keep a file and return its digest."""
        digest = sha256_hex(data)
        row = {
            "sha256": digest,
            "media_type": media_type,
            "extension": extension.lstrip(".").lower(),
            "size": len(data),
            "added_at": utc_text(self._clock.now()),
            "data": data,
        }
        with self._db.atomic():
            self._db.table("attachment").insert(row, ignore=True)
            if name:
                query = "INSERT INTO attachment_name VALUES (?, ?) ON CONFLICT DO NOTHING"
                self._db.execute(query, [digest, name])
        return digest

    def add_apart(self, data: bytes, media_type: str, *, extension: str, name: str = "") -> str:
        """Keep a file from any thread, over a connection of its own: a large one takes half a second to encrypt.

        Raises:
            KnownError: `file.disk_full`… ; `workspace.in_use` when others write for longer than one waits.
        """
        assert self._connect is not None, "a reader keeps nothing"
        with closing(self._connect()) as db:
            apart = Attachments(db, self._clock)
            return apart.add(data, media_type, extension=extension, name=name)

    def facts(self, sha256: str) -> FileFacts | None:
        """Say what is known of a file by its digest, or by the name in an answer; nothing when it is not here."""
        query = """SELECT coalesce(n.name, ''), a.media_type, a.extension, a.size
            FROM attachment a LEFT JOIN attachment_name n USING (sha256) WHERE a.sha256 = ?"""
        row = self._db.execute(query, [sha256.partition(".")[0]]).fetchone()
        return FileFacts(*row) if row else None

    def sizes(self, names: Iterable[str]) -> dict[str, int]:
        """Return the bytes of each file that is here, without reading it."""
        found = {name: self.facts(name) for name in names}
        return {name: facts.size for name, facts in found.items() if facts is not None}

    def get(self, sha256: str) -> Attachment:
        """Return a file by its digest, or by the name that an answer holds.

        Raises:
            KnownError: `attachment.not_found`.
        """
        digest = sha256.partition(".")[0]
        query = "SELECT media_type, extension, data FROM attachment WHERE sha256 = ?"
        row = self._db.execute(query, [digest]).fetchone()
        if row is None:
            raise KnownError("attachment.not_found", sha256=digest)
        return Attachment(digest, row[0], row[1], bytes(row[2]))

    def __contains__(self, sha256: object) -> bool:
        query = "SELECT 1 FROM attachment WHERE sha256 = ?"
        return self._db.execute(query, [str(sha256).partition(".")[0]]).fetchone() is not None
