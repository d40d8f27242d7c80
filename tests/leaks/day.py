"""A whole day in the real program, as one person's process: what it is told and made to write, a test searches for.

Run as `python -m tests.leaks.day PLACE PART`, `PART` being `work`, then `killed`, then `evening`. What the test must
know and this process alone learns (keys made at random) is printed, one JSON object a line.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from fieldapp.base.paths import default_workspaces, resources, settings_file
from fieldapp.central import init_centre
from fieldapp.forms import load_form_bytes
from fieldapp.ui.app import Starter, make_application
from fieldapp.ui.crash import CrashNet
from fieldapp.ui.main_window import MainWindow
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.replay_steps import read_steps, replay_steps
from tests.leaks.planted import ANSWER, NEW_PHRASE, ORGANISATION, PHRASE, REASON, SAID
from tests.ui.robot import AnsweringChooser, answer, press, question, write

VISIT = (Path(__file__).parents[1] / "ui" / "visite.md").read_bytes()
FICHE = "fiche_organisation"
NAME = f"/{FICHE}/identite/nom"
PATIENCE = 60.0


def tell(**facts):
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class Day:
    """The window, and the person before it."""

    def __init__(self, place):
        self.place = place
        own = settings_file().parent
        self.app = make_application(["fieldapp"], own / "marks", is_dark=False)
        self.window = MainWindow(AnsweringChooser())
        self.net = CrashNet(own / "technique.log", self.window)
        self.net.stretch()
        self.starter = Starter(self.app, self.window, settings_file())
        self.window.show()
        self.window.activateWindow()
        self.starter.begin(None)
        self.settle()

    def settle(self):
        QCoreApplication.processEvents()

    def wait(self):
        """Wait for the work under way."""
        until = time.monotonic() + PATIENCE
        while self.window.errands is not None and self.window.errands.job is not None:
            assert time.monotonic() < until, "work that does not end"
            self.settle()
            time.sleep(0.01)

    def choose(self, *paths):
        self.window._chooser.answers = list(paths)

    def create(self):
        wizard = self.window.welcome.wizard
        wizard.person.name.line.setText("Agente Fictive")
        for field in (wizard.phrase.phrase, wizard.phrase.again):
            field.line.setText(PHRASE)
        while wizard.steps()[wizard.at] is not wizard.recovery:
            wizard.proceed()
        tell(recovery=wizard.recovery.card.key.text().replace("\u200b", ""))
        wizard.recovery.card._copy.click()
        wizard.recovery.card.kept.setChecked(True)
        wizard.proceed()
        until = time.monotonic() + PATIENCE
        while self.window.desk is None:
            assert time.monotonic() < until, "a workspace that is never made"
            self.settle()
            time.sleep(0.01)
        workspace = self.window.desk.workspace
        tell(key=workspace.backups.unwrap(b"").hex())
        for name in workspace.vault.names():
            tell(vault=workspace.vault.get(name).hex())
        workspace.forms.install(load_form_bytes(VISIT, name="visite.md"), source=VISIT, name="visite.md")

    def open(self, phrase=PHRASE):
        self.window.welcome.phrase.line.setText(phrase)
        self.window.welcome.open_button.click()
        assert self.window.desk is not None, self.window.welcome.notice.words.text()

    def visit(self):
        """Type in the real form, copy and undo; the last answer is still under the hands when the day goes on."""
        self.window.start_record("visite")
        answer(self.window.fill, "/identite/nom", ANSWER)
        question(self.window.fill, "/identite/mission")
        write(SAID)
        for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
            press(key, Qt.KeyboardModifier.ControlModifier)
        self.window.fill.leave()
        self.window.fill.undo()
        self.window.fill.redo()
        self.window.fill.close_record()
        self.window.records.search.setText(ANSWER)
        self.settle()

    def fiche(self):
        """Complete a fiche that holds what may be read nowhere; returns its id."""
        desk, samples = self.window.desk, resources() / "samples"
        opened = desk.start(FICHE)
        replay_steps(desk.workspace, opened, read_steps(samples / "fiches" / "amappe.json"), files=samples)
        desk.save(opened, opened.session.answer(NAME, ORGANISATION), NAME)
        assert finalise_record(desk.workspace, opened).is_done
        return opened.record.record_id

    def export(self, record_id, *, cancels=False):
        target = self.place / "exports" / ("arrete.pdf" if cancels else "fiche.pdf")
        self.choose(target)
        self.window.errands.export_pdf(record_id)
        if cancels:
            self.window.errands.cancel()
        self.wait()
        assert target.exists() is not cancels

    def send(self):
        folder = self.place / "envois"
        folder.mkdir()
        centre = init_centre(f"sqlite:///{self.place / 'centre.db'}", self.place / "centre", training=False)
        request, reply = folder / "demande.zip", folder / "reponse.zip"
        self.choose(request, reply)
        self.window.send.request.click()
        reply.write_bytes(centre.enrol(request.read_bytes()).data)
        self.window.send.enrolment.click()
        self.choose(folder)
        self.window.send.bundle.click()
        self.wait()
        assert list(folder.glob("*.zip.age"))

    def copy(self):
        stick = self.place / "cle"
        stick.mkdir(exist_ok=True)
        self.choose(stick)
        self.window.records.losses.copy_asked.emit()
        self.wait()
        self.window.errands.keeper.look()
        while self.window.errands.keeper.job is not None:
            self.settle()

    def go_wrong(self):
        """Meet what nobody foresaw, with an answer in the error's own words."""
        try:
            int(f"{ANSWER} {SAID}")
        except ValueError:
            self.net.catch(*sys.exc_info())

    def close(self):
        self.window.close()
        self.settle()


def work(place):
    day = Day(place)
    day.create()
    day.visit()
    record_id = day.fiche()
    day.export(record_id, cancels=True)
    day.export(record_id)
    day.send()
    day.copy()
    day.go_wrong()
    day.window.desk.trash(day.fiche(), reason=REASON)
    day.starter.locker.lock()
    day.starter.locker.unlock("une phrase fausse")
    day.starter.locker.unlock(PHRASE)
    day.window.language_chosen.emit("ar")
    day.close()


def killed(place):
    """Be killed in the middle of writing a PDF."""
    day = Day(place)
    day.open()
    record = next(one for one in day.window.desk.workspace.records.list() if not one.is_draft)
    day.choose(place / "exports" / "tuee.pdf")
    sync = os.fsync

    def die(descriptor):
        if b"%PDF" in os.pread(os.open(f"/proc/self/fd/{descriptor}", os.O_RDONLY), 8, 0):
            os.kill(os.getpid(), signal.SIGKILL)
        sync(descriptor)

    os.fsync = die
    day.window.errands.export_pdf(record.record_id)
    day.wait()
    raise AssertionError("nobody was killed")


def evening(place):
    """Open after the kill, change the passphrase, go."""
    from fieldapp.usecases.change_passphrase import change_passphrase_of

    day = Day(place)
    day.open()
    change_passphrase_of(day.window.desk.workspace, old=PHRASE, new=NEW_PHRASE)
    day.window.start_record("visite")
    question(day.window.fill, "/identite/nom")
    write(ANSWER)
    day.close()
    assert default_workspaces().is_dir()
    QApplication.clipboard().clear()


if __name__ == "__main__":
    {"work": work, "killed": killed, "evening": evening}[sys.argv[2]](Path(sys.argv[1]))
