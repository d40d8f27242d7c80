"""The program whose system calls fail (`faults.c` is preloaded): it goes through every case and says how it went."""

import ctypes
import errno
import json
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from fieldapp.base.clock import SystemClock
from fieldapp.base.errors import FieldappError
from fieldapp.base.files import write_atomically
from fieldapp.base.ids import SystemIds
from fieldapp.engine.effects import Edit
from fieldapp.store import TRAINING_PASSPHRASE, Actor, create_workspace, opening, restore_copy
from fieldapp.store.copying.copies import open_copy
from fieldapp.store.keys.keyfile import KEY_FILES, read_key, renew_passphrase, whole_keys
from tests.store.given import FICHE

SHIM = ctypes.CDLL(None)
FAILED_WRITE, SHORT_WRITE, FAILED_SYNC = 1, 2, 3
FAULTS = {
    "write-eio": (FAILED_WRITE, errno.EIO),
    "write-enospc": (FAILED_WRITE, errno.ENOSPC),
    "write-erofs": (FAILED_WRITE, errno.EROFS),
    "short-write": (SHORT_WRITE, 0),
    "sync-eio": (FAILED_SYNC, errno.EIO),
}
ANSWERS = 12
FOR_EVER = 1_000_000
SHIPPED = Path(__file__).parents[1] / "data" / "workspaces" / "version-2"


def arm(fault, ending, *, after=0, times=FOR_EVER):
    kind, code = FAULTS[fault]
    SHIM.fault_arm(kind, ending.encode(), after, times, code)


def disarm():
    return SHIM.fault_disarm()


def code_of(act):
    """Return the code an act was refused with; blank when it was done."""
    try:
        act()
    except FieldappError as error:
        return error.code
    return ""


class Case:
    """A workspace of its own, and what is told of it."""

    def __init__(self, template, key, place):
        self.folder = shutil.copytree(template, place / "poste")
        self.key = key
        self.workspace = self.open()
        self.record = self.workspace.start_draft(FICHE).record_id

    def open(self):
        return opening._open(self.folder, lambda: self.key, clock=SystemClock(), ids=SystemIds())

    def answer(self, value):
        edit = Edit("nom", None, value)
        self.workspace.drafts.append(self.record, [edit], actor_id=self.workspace.actor.actor_id)

    def is_kept(self, wanted):
        """Close, open again, and see whether every answer acknowledged is there and nothing else."""
        self.workspace.close()
        self.workspace = self.open()
        self.workspace.check()
        return [step.edits[0].new for step in self.workspace.drafts.steps(self.record)] == wanted


def make_template(folder):
    """Make a workspace to copy, and return its key: wrapping and unwrapping it is slow on purpose."""
    made = create_workspace(
        folder,
        passphrase=TRAINING_PASSPHRASE,
        recovery_recipients=(),
        actor=Actor("", "S"),
        is_training=True,
    )
    made.forms.install(FICHE, source=b"workbook", name="fiche.xlsx")
    made.close()
    return read_key(folder, TRAINING_PASSPHRASE)


def answering(case, fault, after):
    """The log cannot be written in the middle of the work, then it can again."""
    kept, refused = [], set()
    arm(fault, "fiches.db-wal", after=after, times=3)
    for number in range(ANSWERS):
        code = code_of(lambda value=f"{number} {'x' * 6_000}": case.answer(value))
        (refused.add(code) if code else kept.append(f"{number} {'x' * 6_000}"))
    fired = disarm()
    case.answer("la suite")
    return {"fired": fired, "refused": sorted(refused), "is_kept": case.is_kept([*kept, "la suite"])}


def closing(case, fault, after):
    """The file itself cannot be written when the log is put back into it."""
    values = [f"{number} {'x' * 6_000}" for number in range(ANSWERS)]
    for value in values:
        case.answer(value)
    arm(fault, "fiches.db", after=after)
    refused = code_of(case.workspace.close)
    fired = disarm()
    return {"fired": fired, "refused": [refused] if refused else [], "is_kept": case.is_kept(values)}


def backing_up(case, fault, after):
    """A backup cannot be written; the one before it stands, and the work goes on."""
    first = case.workspace.backups.make()
    case.answer("un")
    arm(fault, "fiches.db", after=after)
    refused = code_of(case.workspace.backups.make)
    fired = disarm()
    names = [copy.path.name for copy in case.workspace.backups.list()]
    open_copy(first.path, case.key, clock=SystemClock())
    case.answer("deux")
    stands = names == [first.path.name] if refused else names[1:] == [first.path.name]
    return {"fired": fired, "refused": [refused], "is_kept": stands and case.is_kept(["un", "deux"])}


def restoring(case, fault, after):
    """A backup cannot be put back: what stands there stands. Or it can, and then it stands there whole."""
    backup = case.workspace.backups.make()
    case.answer("un")
    case.workspace.close()
    arm(fault, "being-restored", after=after)
    refused = code_of(
        lambda: restore_copy(
            case.folder, backup.path, lambda _: case.key, clock=SystemClock(), ids=SystemIds()
        )
    )
    fired = disarm()
    case.workspace = case.open()
    return {"fired": fired, "refused": [refused], "is_kept": case.is_kept(["un"] if refused else [])}


def upgrading(case, fault, after):
    """The copy of an older file cannot be written: the older file stands as it stood, and the next try succeeds."""
    folder, key = shutil.copytree(SHIPPED, case.folder.parent / "ancien"), key_of_shipped()
    before = (folder / "fiches.db").read_bytes()

    def upgrade():
        opening._open(folder, lambda: key, clock=SystemClock(), ids=SystemIds()).close()

    arm(fault, "being-upgraded", after=after)
    refused = code_of(upgrade)
    fired = disarm()
    stands = not refused or (folder / "fiches.db").read_bytes() == before
    again = opening._open(folder, lambda: key, clock=SystemClock(), ids=SystemIds())
    is_whole = again.check() == 2
    again.close()
    return {"fired": fired, "refused": [refused], "is_kept": stands and is_whole}


@cache
def key_of_shipped():
    return read_key(SHIPPED, TRAINING_PASSPHRASE)


def writing_a_file(case, fault, after):
    """A PDF or a bundle cannot be written: the one before it stands, and nothing lies about."""
    path = case.folder.parent / "sortie" / "fiche.pdf"
    write_atomically(path, b"avant" * 10_000)
    arm(fault, "fiche.pdf.part", after=after)
    refused = code_of(lambda: write_atomically(path, b"apres" * 10_000))
    fired = disarm()
    stands = path.read_bytes() == (b"avant" if refused else b"apres") * 10_000
    return {"fired": fired, "refused": [refused], "is_kept": stands and len(list(path.parent.iterdir())) == 1}


def changing_the_passphrase(case, fault, after):
    """The key files cannot be written: one of the two passphrases opens, and the key is never lost."""
    before = (case.folder / KEY_FILES[0]).read_bytes()
    arm(fault, ".new", after=after)
    refused = code_of(
        lambda: renew_passphrase(case.folder, lambda _: case.key, passphrase="une autre phrase")
    )
    fired = disarm()
    stands = (whole_keys(case.folder, case.key) == before) == bool(refused)
    return {"fired": fired, "refused": [refused], "is_kept": stands and case.is_kept([])}


CASES = {  # after how many calls that went well the fault begins
    answering: (0, 1, 5, 17),
    closing: (0, 3),
    backing_up: (0, 1, 4),
    restoring: (0, 2, 20, 61, 63),
    upgrading: (0, 1, 20, 60),
    writing_a_file: (0,),
    changing_the_passphrase: (0,),
}


def main():
    told = {}
    with tempfile.TemporaryDirectory() as place:
        key = make_template(Path(place) / "modele")
        for act, moments in CASES.items():
            for fault in FAULTS:
                for after in moments:
                    name = f"{act.__name__}/{fault}/{after}"
                    case = Case(Path(place) / "modele", key, Path(place) / name)
                    told[name] = act(case, fault, after)
                    case.workspace.close()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
