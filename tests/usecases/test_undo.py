"""A hundred and fifty steps are taken back and given again across restarts and kills, each state as it was."""

import os
import random
import shutil
import signal
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.engine import Edit
from fieldapp.forms import load_form_bytes
from fieldapp.store import TRAINING_PASSPHRASE, open_workspace, opening
from fieldapp.store.keys.keyfile import read_key
from fieldapp.usecases.attachments import attach_file
from fieldapp.usecases.records import open_record, redo_step, save_effects, start_record, undo_step

FORM = (Path(__file__).parents[1] / "ui" / "visite.md").read_bytes()
"""One question of every type, and a repeat."""
STEPS = 150
SITES = "/visite/sites/site"


@pytest.fixture(scope="session")
def made(made_workspace, tmp_path_factory):
    """Return a closed workspace with that form, and its key: unwrapping it is slow on purpose."""
    folder = shutil.copytree(made_workspace, tmp_path_factory.mktemp("visite") / "poste")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    workspace.forms.install(load_form_bytes(FORM, name="visite.md"), source=FORM, name="visite.md")
    workspace.close()
    return folder, read_key(folder, TRAINING_PASSPHRASE)


class Desk:
    """A copy of it that is opened again and again, here or in a process that is killed."""

    def __init__(self, made, place):
        self._folder, self._key = shutil.copytree(made[0], place), made[1]
        self._opened = None

    def reopen(self):
        self.close()
        self._opened = opening._open(self._folder, lambda: self._key, clock=SystemClock(), ids=SystemIds())
        return self._opened

    def close(self):
        if self._opened is not None:
            self._opened.close()
        self._opened = None

    def kill_after(self, work):
        """Do some work in a process of its own, which is killed as soon as the work is done."""
        self.close()
        child = os.fork()
        if child == 0:
            try:
                work(self.reopen())
                os.kill(os.getpid(), signal.SIGKILL)
            finally:
                os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.fixture
def desk(made, tmp_path):
    desk = Desk(made, tmp_path / "poste")
    yield desk
    desk.close()


def answer(workspace, opened, reference, value):
    save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)


def write(workspace, opened, chance):
    answer(workspace, opened, "/visite/identite/nom", f"Nom {chance.random()}")


def choose(workspace, opened, chance):
    now = opened.session.value("/visite/details/langues")
    sets = [" ".join(some) for size in range(4) for some in combinations(("fr", "ar", "en"), size)]
    answer(
        workspace, opened, "/visite/details/langues", chance.choice([some for some in sets if some != now])
    )


def declare(workspace, opened, _chance):
    """Bring a dependent question in or out of play."""
    now = opened.session.value("/visite/identite/formel")
    answer(workspace, opened, "/visite/identite/formel", "non" if now == "oui" else "oui")


def sign(workspace, opened, chance):
    data = b"\x89PNG\r\n\x1a\n" + chance.randbytes(50)
    answer(workspace, opened, "/visite/details/signature", attach_file(workspace, data, name="signature.png"))


def add(workspace, opened, chance):
    save_effects(workspace, opened, opened.session.add_repeat(SITES), question="")


def write_in_a_repeat(workspace, opened, chance):
    sites = opened.session.repeat_references(SITES)
    if not sites:
        return add(workspace, opened, chance)
    return answer(workspace, opened, f"{chance.choice(sites)}/adresse", f"Rue {chance.random()}")


def remove(workspace, opened, chance):
    sites = opened.session.repeat_references(SITES)
    if not sites:
        return add(workspace, opened, chance)
    effects = opened.session.remove_repeat(chance.choice(sites))
    return save_effects(workspace, opened, effects, question="")


def reorder(workspace, opened, chance):
    """Put the first instance behind the last."""
    sites = opened.session.repeat_references(SITES)
    if len(sites) < 2:
        return add(workspace, opened, chance)
    first, last = (opened.session.path_of(site) + "/@rank" for site in (sites[0], sites[-1]))
    answers = opened.session.answers()
    effects = opened.session.apply([Edit(first, answers[first], answers[last] + "V")])
    return save_effects(workspace, opened, effects, question="")


ACTS = (write, choose, declare, sign, add, write_in_a_repeat, remove, reorder)


def state(workspace, opened):
    """Return what the file holds and what the session shows: the same answers, in the same order."""
    kept = workspace.draft_answers(opened.record.record_id)
    addresses = [opened.session.value(f"{site}/adresse") for site in opened.session.repeat_references(SITES)]
    return kept, opened.session.answers(), addresses


def take_up(workspace):
    [record] = workspace.records.list()
    return open_record(workspace, record.record_id, language="fr")


def fill(workspace):
    """Do so many steps, of every kind, and return the state before the first and after each."""
    chance = random.Random(4)
    opened = start_record(workspace, "visite", language="fr")
    states = [state(workspace, opened)]
    for number in range(STEPS):
        ACTS[number % len(ACTS)](workspace, opened, chance)
        states.append(state(workspace, opened))
    assert all(a != b for a, b in pairwise(states))
    return states


def walk(workspace, verb, times):
    """Undo or redo so many steps and return the state after each."""
    opened, states = take_up(workspace), []
    for _ in range(times):
        assert verb(workspace, opened) is not None
        states.append(state(workspace, opened))
    return states


def only_record(desk):
    [record] = desk.reopen().records.list()
    return record.record_id


def test_every_step_is_taken_back_and_given_again_after_a_restart(desk):
    states = fill(desk.reopen())
    assert walk(desk.reopen(), undo_step, STEPS) == states[-2::-1]
    record_id = only_record(desk)
    assert not desk.reopen().drafts.can_undo(record_id)
    assert walk(desk.reopen(), redo_step, STEPS) == states[1:]
    assert not desk.reopen().drafts.can_redo(record_id)


def test_a_restart_in_the_middle_of_undoing_loses_no_step_on_either_side(desk):
    states = fill(desk.reopen())
    assert walk(desk.reopen(), undo_step, 70) == states[-2:-72:-1]
    assert walk(desk.reopen(), redo_step, 30) == states[-70:-40]
    assert walk(desk.reopen(), undo_step, 110)[-1] == states[0]
    assert walk(desk.reopen(), redo_step, STEPS)[-1] == states[-1]


def test_kills_between_leave_every_step(desk):
    """What a killed program saw is not known here, but how far it went: the way there and back must agree."""
    desk.kill_after(fill)
    desk.kill_after(lambda workspace: walk(workspace, undo_step, 75))
    down = walk(desk.reopen(), undo_step, 75)
    desk.kill_after(lambda workspace: walk(workspace, redo_step, 90))
    desk.kill_after(lambda workspace: walk(workspace, undo_step, 90))
    up = walk(desk.reopen(), redo_step, STEPS)
    assert down[:-1] == up[73::-1]
    assert walk(desk.reopen(), undo_step, STEPS)[-1] == down[-1]
