"""Which signed PDFs were made of which revision of a record, for whom and in which language; bytes are attachments."""

from fieldapp.base.clock import Clock, utc_text
from fieldapp.store.connection import Database


class Documents:
    """Signed PDFs; an older one of a record stays when a newer revision gets its own."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def add(self, record_id: str, revision: int, *, audience: str, language: str, sha256: str) -> None:
        """Remember that a PDF, kept as an attachment, was made of a revision."""
        self._db.table("document").insert(
            {
                "record_id": record_id,
                "revision": revision,
                "audience": audience,
                "language": language,
                "sha256": sha256,
                "made_at": utc_text(self._clock.now()),
            }
        )

    def find(self, record_id: str, revision: int, *, audience: str, language: str) -> str | None:
        """Return the digest of the last PDF of a revision for an audience, or nothing."""
        query = (
            "SELECT sha256 FROM document WHERE record_id = ? AND revision = ? AND audience = ? AND language = ?"
            " ORDER BY number DESC LIMIT 1"
        )
        row = self._db.execute(query, [record_id, revision, audience, language]).fetchone()
        return str(row[0]) if row else None
