"""Takes an official list of communes into the workspace: looked at first, then put in force, and taken back."""

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, sha256_hex, write_atomically
from fieldapp.directory.communes import MOST_BYTES, CommuneList, read_communes
from fieldapp.forms.code_lists import shared_lists
from fieldapp.forms.official_lists import COLUMNS, COMMUNES, file_of
from fieldapp.store import OfficialAct, OfficialEntry, OfficialList, Workspace

_BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for something else."""


@dataclass(frozen=True, slots=True)
class CommunePlan:
    """What taking a list would do; nothing of it is in the workspace yet."""

    listed: CommuneList
    sha256: str
    present: OfficialList | None
    """The list in force, whose place it takes."""
    new: int
    """Codes that the list in force lacks."""
    gone: int
    """Codes of the list in force that this one lacks: who answered with them keeps the answer and its name."""
    renamed: int

    @property
    def is_same(self) -> bool:
        """Whether nothing would change."""
        return self.present is not None and not (self.new or self.gone or self.renamed)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the workspace stands with a list."""

    present: OfficialList | None
    acts: tuple[OfficialAct, ...]

    @property
    def since(self) -> OfficialAct | None:
        """The act that brought the list in force."""
        number = self.present.number if self.present is not None else 0
        return next((act for act in self.acts if act.listed.number == number), None)


def read_list(path: Path) -> tuple[CommuneList, str]:
    """Read a list of communes from a file; return it with the digest of the file.

    Raises:
        KnownError: `file.…`, or what is wrong with the whole of it (`directory.communes`).
    """
    data = read_bytes(path, limit=MOST_BYTES)
    return read_communes(data, name=path.name, places=shared_lists()), sha256_hex(data)


def plan_list(workspace: Workspace, path: Path) -> CommunePlan:
    """Read a list and hold it against the one in force; nothing is changed.

    Args:
        workspace: Only read; a reader will do.
        path: The file.

    Raises:
        KnownError: As `read_list`.
    """
    listed, digest = read_list(path)
    present = workspace.official_lists.in_force(COMMUNES)
    entries = workspace.official_lists.entries(present.number) if present is not None else []
    before = {one.code: (one.name_fr, one.name_ar) for one in entries}
    after = {one.code: (one.name_fr, one.name_ar) for one in listed.communes}
    return CommunePlan(
        listed,
        digest,
        present,
        new=len(after.keys() - before.keys()),
        gone=len(before.keys() - after.keys()),
        renamed=sum(before[code] != after[code] for code in before.keys() & after.keys()),
    )


def take_list(workspace: Workspace, plan: CommunePlan) -> OfficialList:
    """Put a list in force, without the rows that something is wrong with.

    Raises:
        KnownError: `commune.none_good`, `official.same`, `file.disk_full`… ; nothing has changed.
    """
    if not plan.listed.communes:
        raise KnownError("commune.none_good", file=plan.listed.name)
    if plan.is_same:
        raise KnownError("official.same", file=plan.listed.name)
    entries = [OfficialEntry(one.code, one.name_fr, one.name_ar) for one in plan.listed.communes]
    return workspace.official_lists.take(
        COMMUNES,
        entries,
        source_name=plan.listed.name,
        sha256=plan.sha256,
        actor_id=workspace.actor.actor_id,
    )


def withdraw_list(workspace: Workspace) -> tuple[OfficialList, OfficialList | None]:
    """Take the list in force back; return it, and the one that is in force again.

    Raises:
        KnownError: `official.none`.
    """
    gone = workspace.official_lists.withdraw(COMMUNES, actor_id=workspace.actor.actor_id)
    return gone, workspace.official_lists.in_force(COMMUNES)


def put_back(workspace: Workspace, gone: OfficialList) -> OfficialList:
    """Put a list that was withdrawn in force again, as it was.

    Raises:
        KnownError: `official.same`, `file.disk_full`…
    """
    lists = workspace.official_lists
    return lists.take(
        gone.name,
        lists.entries(gone.number),
        source_name=gone.source_name,
        sha256=gone.sha256,
        actor_id=workspace.actor.actor_id,
    )


def standing(workspace: Workspace) -> Standing:
    """Say which list is in force, and what was done with lists so far."""
    lists = workspace.official_lists
    return Standing(lists.in_force(COMMUNES), tuple(lists.acts(COMMUNES)))


def export_list(workspace: Workspace, folder: Path) -> Path:
    """Write the list in force as other ODK tools want it beside a form; return the file.

    Raises:
        KnownError: `official.none`, `file.disk_full`…
    """
    present = workspace.official_lists.in_force(COMMUNES)
    if present is None:
        raise KnownError("official.none")
    written = StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in workspace.official_lists.tree(COMMUNES).children:
        writer.writerow([cell.text for cell in row.children])
    path = folder / file_of(COMMUNES)
    write_atomically(path, (_BOM + written.getvalue()).encode())
    return path
