"""The team a workspace belongs to: who leads it, with whom files are exchanged, and in which folder.

A lead exchanges with every member, a member with the lead alone. Each peer is one audience, with a stream of its own:
`equipe:` and the device it goes to.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from fieldapp.base.errors import KnownError
from fieldapp.store.connection import Database
from fieldapp.store.copying.seals import seal
from fieldapp.store.journal import Journal
from fieldapp.store.streams import open_stream

_PREFIX = "equipe:"
_ENTERS = """INSERT INTO stream_entry SELECT :stream, row_number() OVER (ORDER BY number), change_id FROM change
    WHERE op NOT IN ('publish', 'withdraw')"""
_ENTER_FIELDS = """INSERT INTO stream_field SELECT e.stream, e.stream_seq, f.path, f.parents
    FROM stream_entry e JOIN change_field f USING (change_id)
    WHERE e.stream = :stream AND f.path NOT LIKE '@%'"""


def stream_to(device_id: str) -> str:
    """Return the name of the stream of a team that goes to a device."""
    return _PREFIX + device_id


def is_team_stream(stream: str) -> bool:
    """Whether a stream goes to somebody of the team."""
    return stream.startswith(_PREFIX)


@dataclass(frozen=True, slots=True)
class Membership:
    """What this workspace is in its team."""

    lead_id: str
    """Device of the lead."""
    own_code: str
    """`E02`: what files are named by."""
    folder: str
    """Where files are exchanged; blank until one is chosen."""
    joined_at: str


@dataclass(frozen=True, slots=True)
class Peer:
    """Somebody files are exchanged with."""

    device_id: str
    code: str
    actor_id: str
    name: str
    age_recipient: str
    key_sha256: str = ""
    """Recognises a request of the same keys."""
    answer: bytes = b""
    answer_name: str = ""
    joined_at: str = ""


_COLUMNS = ", ".join(field.name for field in fields(Peer))


class Team:
    """The team's rows."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    @property
    def membership(self) -> Membership | None:
        """What this workspace is in its team; nothing while it is in none."""
        row = self._db.execute("SELECT lead_id, own_code, folder, joined_at FROM team").fetchone()
        return Membership(*row) if row else None

    def join(self, membership: Membership) -> None:
        """Belong to a team, in the place of another."""
        self._db.execute("DELETE FROM team")
        self._db.execute("DELETE FROM team_member")
        self._db.table("team").insert({"number": 1, **asdict(membership)})

    def choose_folder(self, folder: str) -> None:
        """Exchange in another folder from now on."""
        self._db.execute("UPDATE team SET folder = ?", [folder])

    def peers(self) -> list[Peer]:
        """Return everybody files are exchanged with, in the order of their codes."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM team_member ORDER BY code")  # noqa: S608  (constants)
        return [_peer(row) for row in rows]

    def peer(self, device_id: str) -> Peer | None:
        """Return one of them."""
        query = f"SELECT {_COLUMNS} FROM team_member WHERE device_id = ?"  # noqa: S608  (constants)
        row = self._db.execute(query, [device_id]).fetchone()
        return _peer(row) if row else None

    def admit(self, peer: Peer) -> None:
        """Exchange with somebody from now on: their stream opens with everything there is here.

        What others wrote is in it for a lead alone, since a member speaks for nobody else.
        """
        stream = stream_to(peer.device_id)
        with self._db.atomic():
            row = {**asdict(peer), "needs_all": 0, "last_receipt_no": 0}
            self._db.table("team_member").insert(row)
            is_new = self._db.execute("SELECT 1 FROM stream WHERE stream = ?", [stream]).fetchone() is None
            if is_new:
                open_stream(self._db, stream, at=peer.joined_at)
                others = "" if self.is_lead else " AND hash IS NOT NULL"
                self._db.execute(_ENTERS + others, {"stream": stream})
                self._db.execute(_ENTER_FIELDS, {"stream": stream})
                seal(self._db, stream)

    @property
    def is_lead(self) -> bool:
        """Whether this workspace leads its team."""
        query = "SELECT 1 FROM team JOIN device ON device_id = lead_id WHERE is_own = 1"
        return self._db.execute(query).fetchone() is not None

    def mark_needs_all(self, device_id: str, needs_all: int) -> None:
        """Note that somebody's file was restored: what they had received may be gone."""
        self._db.execute("UPDATE team_member SET needs_all = ? WHERE device_id = ?", [needs_all, device_id])

    def needs_all(self, device_id: str) -> bool:
        """Whether the next file for somebody begins with the first change."""
        query = "SELECT needs_all FROM team_member WHERE device_id = ?"
        row = self._db.execute(query, [device_id]).fetchone()
        return bool(row and row[0])

    def take_receipt_no(self, device_id: str, at_least: int) -> int:
        """Return the next number of the receipts for somebody, later than any they hold."""
        query = """UPDATE team_member SET last_receipt_no = max(last_receipt_no, ?) + 1 WHERE device_id = ?
            RETURNING last_receipt_no"""
        rows = self._db.execute(query, [at_least, device_id]).fetchall()
        if not rows:
            raise KnownError("team.not_a_member", device=device_id)
        return int(rows[0][0])

    def is_news(self, device_id: str, seq: int) -> bool:
        """Whether somebody's stream holds, after a number, anything that they did not write themselves."""
        query = """SELECT 1 FROM stream_entry JOIN change USING (change_id)
            WHERE stream = ? AND stream_seq > ? AND device_id <> ? LIMIT 1"""
        return self._db.execute(query, [stream_to(device_id), seq, device_id]).fetchone() is not None


def _peer(row: Sequence[Any]) -> Peer:
    return Peer(*row)
