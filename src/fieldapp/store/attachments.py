"""Photos, signatures and signed documents by their SHA-256, as bytes inside the encrypted file."""

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


class Attachments:
    """Files by the digest of their bytes: the same file twice is kept once."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def add(self, data: bytes, media_type: str, *, extension: str) -> str:
        """Keep a file and return its digest."""
        digest = sha256_hex(data)
        self._db.table("attachment").insert(
            {
                "sha256": digest,
                "media_type": media_type,
                "extension": extension.lstrip(".").lower(),
                "size": len(data),
                "added_at": utc_text(self._clock.now()),
                "data": data,
            },
            ignore=True,
        )
        return digest

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
