"""What the killed programs acknowledged, and whether all of it is found again."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.base.clock import SystemClock
from fieldapp.base.errors import FieldappError
from fieldapp.base.files import sha256_hex
from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.reader import open_bundle
from fieldapp.signing.pades import verify_pdf
from fieldapp.store import list_backups
from fieldapp.store.copying.copies import open_copy, read_copy
from fieldapp.usecases.erase_record import finish_erasures
from fieldapp.usecases.laptop_identity import age_identity, centre_of
from tests.crash.child import FREE_TEXT


@dataclass
class Figures:
    """What is told at the end."""

    kills: int = 0
    answers: int = 0
    lost: int = 0
    files: dict = field(default_factory=lambda: {"pdf": 0, "bundle": 0, "backup": 0, "copy": 0})
    restorations: int = 0
    upgrades: int = 0
    erased: int = 0
    faults: list = field(default_factory=list)


class Ledger:
    """The state that one workspace must have, told by its programs line by line."""

    def __init__(self, desk, figures):
        self._desk = desk
        self._figures = figures
        self._records = {}
        self._revisions = {}
        self._erased = set()
        self._seen = set()
        workspace = desk.open()
        for record in workspace.records.list():
            self._adopt(workspace, record.record_id)
        workspace.close()

    def take(self, lines):
        """Read what one program said; return what was under way when it died."""
        pending = None
        for word, *rest in map(json.loads, lines):
            if word == "ok":
                record_id, new = pending[1]
                self._records[record_id] = changed(self._records[record_id], new)
                self._figures.answers += 1
                pending = None
            elif word in ("try", "begin", "erasing"):
                pending = (word, rest)
            elif word == "erased":
                self._forget(rest[0])
                pending = None
            elif word == "now":
                record_id, answers, revision = rest
                self._records[record_id], self._revisions[record_id] = answers, revision
                pending = None
            elif word == "file":
                self._file(*rest)
            elif word == "failed":
                self._fault(f"the program failed by itself:\n{rest[0]}")
        return pending

    def _forget(self, record_id):
        self._erased.add(record_id)
        self._figures.erased += 1
        del self._records[record_id], self._revisions[record_id]

    def check(self, workspace, pending):
        """Hold the workspace against what was acknowledged."""
        self._check_erased(workspace, pending)
        if workspace.check() != workspace.changes.count():
            self._fault("the journal has a gap")
        for record_id in list(self._records):
            self._check_record(workspace, record_id, pending)
        known = {record.record_id for record in workspace.records.list()}
        for record_id in known - self._records.keys() - self._erased:
            if pending is None or pending != ("begin", [None]):
                self._fault(f"a record nobody spoke of: {record_id}")
            self._adopt(workspace, record_id)
        self._check_index(workspace)
        self._check_files(workspace)

    def _check_erased(self, workspace, pending):
        """Find nothing any more of what was erased, and finish what was under way; one being erased may be either."""
        if pending is not None and pending[0] == "erasing":
            [record_id] = pending[1]
            if workspace.erasing.done.tombstone(record_id) is not None:
                self._forget(record_id)
        finish_erasures(workspace)
        for record_id in self._erased:
            is_gone = workspace.erasing.done.tombstone(record_id) is not None
            if not is_gone or workspace.draft_answers(record_id) or workspace.answers(record_id):
                self._fault(f"record {record_id} was erased and is there")

    def _check_record(self, workspace, record_id, pending):
        if workspace.records.get(record_id).trashed_at is not None:
            workspace.restore(record_id)  # whatever is in the trash comes back as it was
        kept = workspace.draft_answers(record_id)
        revision = workspace.records.get(record_id).revision
        wanted = [self._records[record_id]]
        under_way = pending is not None and pending[1][0] == record_id
        if under_way and pending[0] == "try":
            wanted.append(changed(wanted[0], pending[1][1]))
        if (
            under_way
            and pending[0] == "begin"
            and differs_in_computed_only(workspace, record_id, wanted[0], kept)
        ):
            wanted.append(kept)
        if kept not in wanted or revision < self._revisions[record_id]:
            differing = {
                path for path in wanted[0].keys() | kept.keys() if wanted[0].get(path) != kept.get(path)
            }
            self._figures.lost += max(len(differing), 1)
            self._fault(
                f"record {record_id} differs at {sorted(differing)}, revision {revision}, under way {pending}"
            )
        self._adopt(workspace, record_id)

    def _check_index(self, workspace):
        for record_id, answers in self._records.items():
            token = answers.get(FREE_TEXT.removeprefix("/fiche_organisation/"))
            if token and record_id not in {one.record_id for one in workspace.records.list(query=token)}:
                self._fault(f"record {record_id} is not found by {token}")

    def _check_files(self, workspace):
        """Look at each file that bears a final name and was not looked at before."""
        out = self._desk.out
        found = dict.fromkeys((out / "pdf").rglob("*.pdf"), check_pdf)
        found |= dict.fromkeys((out / "envois").glob("*.age"), check_bundle)
        copies = [path for path in (out / "cle").glob("*") if not path.name.startswith(".")]
        copies += [copy.path for copy in list_backups(self._desk.folder)]
        found |= dict.fromkeys(copies, check_copy)
        for path, check in found.items():
            if path not in self._seen:
                self._seen.add(path)
                try:
                    fault = check(workspace, path, self._desk.key)
                except FieldappError as error:
                    fault = str(error)
                if fault:
                    self._fault(f"{path.name}: {fault}")

    def _file(self, kind, name, digest):
        path = Path(name)
        self._figures.files[kind] += 1
        if kind in ("pdf", "bundle"):
            if not path.is_file() or sha256_hex(path.read_bytes()) != digest:
                self._fault(f"{path.name} is not what was acknowledged")
        elif kind == "copy" and read_copy(path).sha256 != digest:
            self._fault(f"{path.name} is not what was acknowledged")

    def _adopt(self, workspace, record_id):
        self._records[record_id] = workspace.draft_answers(record_id)
        self._revisions[record_id] = workspace.records.get(record_id).revision

    def _fault(self, words):
        self._figures.faults.append(words)


def changed(answers, new):
    """Return answers after a step; a blank one is none."""
    return {path: value for path, value in (answers | new).items() if value}


def differs_in_computed_only(workspace, record_id, before, after):
    """Whether an act that was under way moved only what the engine computes."""
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    paths = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return all(definition.bind(definition.nodeset_of(path)).is_computed for path in paths)


def check_pdf(_workspace, path, _key):
    """Return what is wrong with a signed PDF."""
    signatures = verify_pdf(path.read_bytes(), (), at=SystemClock().now())
    return (
        ""
        if signatures and all(one.is_intact and one.covers_whole_file for one in signatures)
        else "not intact"
    )


def check_bundle(workspace, path, _key):
    """Return what is wrong with a bundle: it opens, and the workspace knows that it made it."""
    centre = centre_of(workspace)
    opened = open_bundle(
        SealedBundle(path.read_bytes()),
        identities=(age_identity(workspace).secret,),
        trust=centre.trust,
        recipient=centre.name,
        at=SystemClock().now(),
    )
    known = {bundle.manifest_sha256 for bundle in workspace.outbox.bundles()}
    return "" if opened.manifest_sha256 in known else "the workspace does not know it"


def check_copy(_workspace, path, key):
    """Return what is wrong with a backup or a copy."""
    holds = open_copy(path, key, clock=SystemClock())
    return "" if holds.mark == read_copy(path).mark else "holds something else than its note says"
