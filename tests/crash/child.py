"""The program that is killed: it works through the real use cases and says, line by line, what it was told is kept.

`try` says what is about to be committed, `ok` that it was; `begin` and `now` stand around an act whose outcome is only
known afterwards, `erasing` and `erased`, `phrase` and `phrased` around those two acts; `file` names a file that was
written, and its digest.
"""

import json
import os
import random
import threading
import traceback

from fieldapp.base.clock import SystemClock
from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, sha256_hex
from fieldapp.base.ids import SystemIds
from fieldapp.records.erasure import Reason
from fieldapp.store import change_keys, restore_copy
from fieldapp.usecases.attachments import attach_file
from fieldapp.usecases.back_up import back_up, copy_workspace
from fieldapp.usecases.erase_record import confirmation_word, erase_record, finish_at_opening, finish_erasures
from fieldapp.usecases.export_fiche import Audience, export_fiche
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.records import open_record, redo_step, save_effects, start_record, undo_step
from fieldapp.usecases.replay_steps import read_steps
from fieldapp.usecases.script_session import act
from tests.crash.given import FORM, SAMPLES

FREE_TEXT = "/fiche_organisation/identite/autres_noms"
ANSWERS_AT_A_TIME = 25
MOST_RECORDS = 14
"""So many in one workspace; beyond, the child goes on with those that are there."""


class Child:
    """One run of the program."""

    def __init__(self, desk, descriptor, seed):
        self._desk = desk
        self._descriptor = descriptor
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._open = {}

    def work(self, *, by_passphrase):
        """Work until killed."""
        self._workspace = self._desk.open(by_passphrase=by_passphrase)
        self._say("opened")
        finish_at_opening(self._workspace)
        self._find_records()
        acts = {
            self._fill: 3,
            self._answer: 12,
            self._answer_during_a_backup: 3,
            self._undo_and_redo: 3,
            self._finalise: 4,
            self._reopen: 3,
            self._search: 2,
            self._export: 6,
            self._bundle: 3,
            self._back_up: 2,
            self._copy: 1,
            self._close_and_open: 1,
            self._put_aside_and_take_back: 2,
            self._erase: 1,
            self._change_passphrase: 1,
        }
        while True:
            self._chance.choices(list(acts), list(acts.values()))[0]()

    def _say(self, *words):
        with self._lock:
            line = (json.dumps(words, ensure_ascii=False) + "\n").encode()
            while line:
                line = line[os.write(self._descriptor, line) :]

    def _find_records(self):
        self._open = {}
        self._drafts = {one.record_id for one in self._workspace.records.list() if one.is_draft}
        self._done = {one.record_id for one in self._workspace.records.list() if not one.is_draft}

    def _opened(self, record_id):
        if record_id not in self._open:
            self._open[record_id] = open_record(self._workspace, record_id, language="fr")
        return self._open[record_id]

    def _now(self, record_id):
        record = self._workspace.records.get(record_id)
        self._say("now", record_id, self._workspace.draft_answers(record_id), record.revision)

    def _save(self, opened, effects, question):
        if effects.edits:
            new = {edit.path: edit.new or "" for edit in effects.edits}
            self._say("try", opened.record.record_id, new)
            save_effects(self._workspace, opened, effects, question=question)
            self._say("ok")

    def _some(self, records):
        return self._chance.choice(sorted(records)) if records else None

    def _fill(self):
        if len(self._drafts | self._done) >= MOST_RECORDS:
            return
        self._say("begin", None)
        opened = start_record(self._workspace, FORM, language="fr")
        record_id = opened.record.record_id
        self._now(record_id)
        self._open[record_id] = opened
        self._drafts.add(record_id)
        sample = self._chance.choice(sorted((SAMPLES / "fiches").glob("*.json")))
        for step in read_steps(sample):
            if "file" in step:
                data = read_bytes(SAMPLES / step["file"])
                step = {**step, "value": attach_file(self._workspace, data, name=step["file"])}
            self._save(opened, act(opened.session, step), str(next(iter(step.values()))))

    def _answer(self):
        record_id = self._some(self._drafts)
        if record_id is None:
            return
        opened = self._opened(record_id)
        for _ in range(self._chance.randint(1, ANSWERS_AT_A_TIME)):
            value = f"mot{self._chance.randrange(10**9)}"
            self._save(opened, opened.session.answer(FREE_TEXT, value), FREE_TEXT)

    def _answer_during_a_backup(self):
        worker = threading.Thread(target=self._back_up)
        worker.start()
        self._answer()
        worker.join()

    def _undo_and_redo(self):
        record_id = self._some(self._drafts)
        step = self._workspace.drafts.last_step(record_id) if record_id else None
        if step is None:
            return
        opened = self._opened(record_id)
        self._say("try", record_id, {edit.path: edit.old or "" for edit in reversed(step.edits)})
        undo_step(self._workspace, opened)
        self._say("ok")
        self._say("try", record_id, {edit.path: edit.new or "" for edit in step.edits})
        redo_step(self._workspace, opened)
        self._say("ok")

    def _finalise(self):
        record_id = self._some(self._drafts)
        if record_id is None:
            return
        self._say("begin", record_id)
        done = finalise_record(self._workspace, self._opened(record_id)).is_done
        self._now(record_id)
        if done:
            self._drafts.discard(record_id)
            self._done.add(record_id)
            del self._open[record_id]

    def _reopen(self):
        record_id = self._some(self._done)
        if record_id is None:
            return
        self._say("begin", record_id)
        self._open[record_id] = reopen_record(self._workspace, record_id, reason="suite")
        self._now(record_id)
        self._done.discard(record_id)
        self._drafts.add(record_id)

    def _search(self):
        self._workspace.records.list(query=self._chance.choice(["mot", "Caritas", "جمعية"]))

    def _export(self):
        record_id = self._some({one for one in self._done if self._workspace.records.get(one).revision})
        if record_id is not None:
            audience = self._chance.choice(list(Audience))
            folder = self._desk.out / "pdf" / f"{self._chance.randrange(10**6)}"
            path = export_fiche(self._workspace, record_id, folder=folder, language="fr", audience=audience)
            self._say("file", "pdf", str(path), sha256_hex(path.read_bytes()))

    def _bundle(self):
        written = make_bundle(self._workspace, self._desk.out / "envois")
        self._say("file", "bundle", str(written.path), sha256_hex(written.path.read_bytes()))

    def _back_up(self):
        with self._workspace.reader() as reading:
            made = back_up(reading)
        if made is not None:
            self._say("file", "backup", str(made.path), made.sha256)

    def _copy(self):
        try:
            made = copy_workspace(self._workspace, self._desk.out / "cle").copy
        except KnownError as refusal:
            if refusal.code != "workspace.exists":  # a second copy within one second
                raise
        else:
            self._say("file", "copy", str(made.path), made.sha256)

    def _put_aside_and_take_back(self):
        record_id = self._some(self._drafts | self._done)
        if record_id is not None:
            self._say("begin", record_id)
            self._workspace.trash(record_id, reason="essai")
            self._workspace.restore(record_id)
            self._now(record_id)
            self._open.pop(record_id, None)

    def _erase(self):
        """Erase a record for ever, in the file and in its backups."""
        record_id = self._some(self._done)
        if record_id is not None:
            self._say("erasing", record_id)
            confirmation = confirmation_word(record_id)
            erase_record(self._workspace, record_id, reason=Reason.REQUEST, confirmation=confirmation)
            self._say("erased", record_id)
            self._done.discard(record_id)
            finish_erasures(self._workspace)

    def _change_passphrase(self):
        phrase = f"phrase {self._chance.randrange(10**6)}"
        self._say("phrase", phrase)
        change_keys(self._desk.folder, lambda _: self._desk.key, passphrase=phrase)
        self._say("phrased", phrase)

    def _close_and_open(self):
        self._workspace.close()
        self._workspace = self._desk.open()
        self._find_records()


def run_child(desk, descriptor, seed, *, by_passphrase):
    """Work until killed; what goes wrong by itself is said too."""
    child = Child(desk, descriptor, seed)
    try:
        child.work(by_passphrase=by_passphrase)
    except BaseException:
        child._say("failed", traceback.format_exc())


def open_child(desk, descriptor):
    """Open until killed or done: a file of an older program is upgraded."""
    child = Child(desk, descriptor, 0)
    try:
        desk.open().close()
        child._say("done")
    except BaseException:
        child._say("failed", traceback.format_exc())


def restore_child(desk, descriptor, backup):
    """Restore until killed or done."""
    child = Child(desk, descriptor, 0)
    try:
        restore_copy(desk.folder, backup, lambda _: desk.key, clock=SystemClock(), ids=SystemIds())
        child._say("done")
    except BaseException:
        child._say("failed", traceback.format_exc())
