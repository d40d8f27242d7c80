"""The official lists of the workspace: which is in force, its rows as choices, and what was done with each.

A list is never altered. Another one takes its place; when that is withdrawn, the one before is in force again.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from fieldapp.base.clock_guard import Doubt
from fieldapp.base.collector import collection_paused
from fieldapp.base.errors import KnownError
from fieldapp.forms.code_lists import shared_lists
from fieldapp.forms.official_lists import file_of, joined_tree, official_tree
from fieldapp.store.connection import Database
from fieldapp.store.events import Events, Moment
from fieldapp.xpath import Node

TAKEN, WITHDRAWN = "taken", "withdrawn"
_IN_FORCE = """SELECT number, list, source_name, sha256, entries FROM official_list l WHERE list = ?
    AND NOT EXISTS (SELECT 1 FROM official_act a WHERE a.number = l.number AND a.kind = 'withdrawn')
    ORDER BY number DESC LIMIT 1"""
_ACTS = """SELECT a.tick, a.at, a.clock, a.actor_id, a.kind, l.number, l.list, l.source_name, l.sha256, l.entries
    FROM official_act a JOIN official_list l USING (number) WHERE l.list = ? ORDER BY a.tick"""
_ENTRIES = "SELECT code, name_fr, name_ar FROM official_entry WHERE number = ? ORDER BY place"
_ANY = """SELECT code, name_fr, name_ar FROM official_entry JOIN official_list USING (number)
    WHERE list = ? AND code = ? ORDER BY number DESC LIMIT 1"""
_HOLDS = "SELECT 1 FROM official_entry WHERE number = ? AND code = ?"
_TO_INDEX = """UPDATE record SET is_indexed = 0
    WHERE form_id IN (SELECT form_id FROM form WHERE instr(CAST(xform AS BLOB), ?))"""
"""What is found by the name of a code is to be indexed again: the code may have had none before."""
_NO_LIST = 0


@dataclass(frozen=True, slots=True)
class OfficialEntry:
    """One row of a list."""

    code: str
    name_fr: str
    name_ar: str


@dataclass(frozen=True, slots=True)
class OfficialList:
    """A list as it was given."""

    number: int
    """Later lists have larger ones."""
    name: str
    source_name: str
    """The name of the file it came in."""
    sha256: str
    entries: int


@dataclass(frozen=True, slots=True)
class OfficialAct:
    """A list was taken, or withdrawn."""

    moment: Moment
    actor_id: str
    kind: str
    """`taken` or `withdrawn`."""
    listed: OfficialList


class OfficialLists:
    """Keeps official lists, and serves the one in force."""

    def __init__(self, db: Database, events: Events) -> None:
        self._db = db
        self._events = events
        self._trees: dict[int, Node] = {}
        """By number of the list: a list is never altered, so its tree is made once and shared."""

    def in_force(self, name: str) -> OfficialList | None:
        """Return the list in force, or none."""
        row = self._db.execute(_IN_FORCE, [name]).fetchone()
        return OfficialList(*row) if row else None

    def acts(self, name: str) -> list[OfficialAct]:
        """Return what was done with the lists of a name, in order."""
        return [
            OfficialAct(Moment(tick, at, Doubt(clock)), actor_id, kind, OfficialList(*listed))
            for tick, at, clock, actor_id, kind, *listed in self._db.execute(_ACTS, [name]).fetchall()
        ]

    def entries(self, number: int) -> list[OfficialEntry]:
        """Return the rows of a list, in its own order."""
        return [OfficialEntry(*row) for row in self._db.execute(_ENTRIES, [number]).fetchall()]

    def take(
        self, name: str, entries: Sequence[OfficialEntry], *, source_name: str, sha256: str, actor_id: str
    ) -> OfficialList:
        """Put a list in force.

        Raises:
            KnownError: `official.same`: it is in force already; `file.disk_full`… ; nothing has changed.
        """
        present = self.in_force(name)
        if present is not None and present.sha256 == sha256 and present.entries == len(entries):
            raise KnownError("official.same", file=source_name)
        with self._db.atomic():
            row = [name, source_name, sha256, len(entries)]
            query = "INSERT INTO official_list (list, source_name, sha256, entries) VALUES (?, ?, ?, ?)"
            number = int(self._db.execute(query, row).lastrowid or 0)
            self._db.conn.executemany(
                "INSERT INTO official_entry (number, code, place, name_fr, name_ar) VALUES (?, ?, ?, ?, ?)",
                [(number, one.code, place, one.name_fr, one.name_ar) for place, one in enumerate(entries)],
            )
            self._note(TAKEN, number, actor_id)
            self._db.execute(_TO_INDEX, [file_of(name).encode()])
        return OfficialList(number, name, source_name, sha256, len(entries))

    def withdraw(self, name: str, *, actor_id: str) -> OfficialList:
        """Take the list in force back, and return it; the one before is in force again.

        Raises:
            KnownError: `official.none`.
        """
        present = self.in_force(name)
        if present is None:
            raise KnownError("official.none")
        with self._db.atomic():
            self._note(WITHDRAWN, present.number, actor_id)
        return present

    def named(self, name: str, codes: Iterable[str]) -> list[OfficialEntry]:
        """Return the words of codes in the last list that held them; a code that none ever held names itself."""
        found = []
        for code in codes:
            row = self._db.execute(_ANY, [name, code]).fetchone()
            found.append(OfficialEntry(*(row or (code, code, code))))
        return found

    def tree(self, name: str, chosen: Collection[str] = ()) -> Node:
        """Return the list in force as choices; what was chosen stays among them though the list holds it no more."""
        present = self.in_force(name)
        number = present.number if present is not None else _NO_LIST
        shared = self._tree(number)
        gone = [
            code for code in dict.fromkeys(chosen) if not self._db.execute(_HOLDS, [number, code]).fetchone()
        ]
        return joined_tree(shared, map(_row, self.named(name, gone))) if gone else shared

    def _tree(self, number: int) -> Node:
        if number not in self._trees:
            with collection_paused():
                self._trees = {number: official_tree(_told_apart(self.entries(number)))}
        return self._trees[number]

    def _note(self, kind: str, number: int, actor_id: str) -> None:
        moment = self._events.take()
        self._db.execute(
            "INSERT INTO official_act (tick, number, at, clock, actor_id, kind) VALUES (?, ?, ?, ?, ?, ?)",
            [moment.tick, number, moment.at, str(moment.clock), actor_id, kind],
        )


def names_of(db: Database, name: str, code: str) -> tuple[str, ...]:
    """Return the French and the Arabic name of a code in the last list that held it; nothing when none did."""
    row = db.execute(_ANY, [name, code]).fetchone()
    return tuple(dict.fromkeys(row[1:])) if row else ()


def _told_apart(entries: Sequence[OfficialEntry]) -> Iterator[tuple[str, ...]]:
    """Lay rows out, those of one region that bear one name with their province beside it."""
    names = Counter((entry.code[:2], name) for entry in entries for name in {entry.name_fr, entry.name_ar})
    twice = [entry for entry in entries if names[entry.code[:2], entry.name_fr] > 1]
    twice += [entry for entry in entries if names[entry.code[:2], entry.name_ar] > 1]
    provinces = shared_lists().get("province", {}) if twice else {}
    beside = {entry.code: provinces.get(entry.code[:6], {}) for entry in twice}
    for entry in entries:
        code, name_fr, name_ar, *places = _row(entry)
        if code in beside:
            name_fr, name_ar = (
                f"{name} ({beside[code].get(language, code[:6])})"
                for name, language in ((name_fr, "fr"), (name_ar, "ar"))
            )
        yield (code, name_fr, name_ar, *places)


def _row(entry: OfficialEntry) -> tuple[str, ...]:
    """Lay a row out as forms see it: the region and the province are the beginning of the code."""
    region, province = entry.code[:2], entry.code[:6]
    return (entry.code, entry.name_fr or entry.name_ar, entry.name_ar or entry.name_fr, region, province)
