"""Starts a program, kills it at a random moment, opens what it left, and so on; a fresh workspace now and then.

The children are forked from this process, which has loaded everything already: a child begins its work within
milliseconds, and a thousand of them fit into minutes.
"""

import json
import os
import random
import select
import shutil
import signal
import tempfile
import time
from pathlib import Path

from fieldapp.base.clock import SystemClock
from fieldapp.base.errors import KnownError
from fieldapp.store import TRAINING_PASSPHRASE, change_keys, list_backups, list_set_aside
from fieldapp.store.copying.contents import contents_of
from fieldapp.store.copying.copies import open_copy
from fieldapp.store.keys.keyfile import read_key
from tests.crash.child import open_child, restore_child, run_child
from tests.crash.given import Desk, fresh_desk, make_template
from tests.crash.ledger import Figures, Ledger

SHIPPED = Path(__file__).parents[1] / "data" / "workspaces"
ROUNDS_A_WORKSPACE = 20
RESTORE_EVERY = 10
UPGRADE_EVERY = 14
PASSPHRASE_EVERY = 8
LONGEST = 30.0
"""Seconds after which a child that says nothing at all is given up."""


def crash(rounds, seed, *, report=print):
    """Kill so many times and return the figures; what does not hold stands in `faults`."""
    chance, figures = random.Random(seed), Figures()
    with tempfile.TemporaryDirectory(prefix="fieldapp-crash-") as place:
        template, shipped = make_template(Path(place)), shipped_files(Path(place))
        for number in range(rounds):
            if number % ROUNDS_A_WORKSPACE == 0:
                series = Path(place) / "serie"
                shutil.rmtree(series, ignore_errors=True)
                desk = fresh_desk(template, series)
                ledger = Ledger(desk, figures)
            before = len(figures.faults)
            if number % RESTORE_EVERY == RESTORE_EVERY - 1:
                kill_a_restoration(desk, series / "essai", figures, chance)
            elif number % UPGRADE_EVERY == UPGRADE_EVERY // 2:
                kill_an_upgrade(shipped, series / "ancien", figures, chance)
            else:
                kill_at_work(desk, ledger, figures, chance, by_passphrase=number % PASSPHRASE_EVERY == 0)
            for fault in figures.faults[before:]:
                report(f"round {number}, seed {seed}: {fault}")
    return figures


def kill_at_work(desk, ledger, figures, chance, *, by_passphrase):
    """Let a program work for a moment, kill it, and hold what it left against what it had acknowledged."""
    seed = chance.randrange(2**32)
    lines = killed_after(
        lambda descriptor: run_child(desk, descriptor, seed, by_passphrase=by_passphrase), moment(chance)
    )
    figures.kills += 1
    check_phrase(desk, lines, figures)
    pending = ledger.take(lines)
    workspace = desk.open(by_passphrase=by_passphrase)
    try:
        ledger.check(workspace, pending)
    finally:
        workspace.close()


def kill_a_restoration(desk, place, figures, chance):
    """Restore the newest backup on a copy of the folder, kill it, and find either the one file or the other."""
    shutil.rmtree(place, ignore_errors=True)
    copy = Desk(shutil.copytree(desk.folder, place), desk.out, desk.key)
    clock = SystemClock()
    backup = chance.choice(list_backups(copy.folder)).path
    before, after = contents(copy), open_copy(backup, copy.key, clock=clock)
    lines = killed_after(
        lambda descriptor: restore_child(copy, descriptor, backup), lambda _: chance.random() * 0.2
    )
    figures.kills += 1
    figures.restorations += 1
    found = contents(copy)
    allowed = [told(after)] if lines else [told(before), told(after)]
    if told(found) not in allowed:
        figures.faults.append(
            f"a restoration left something else: {told(found)}, not {allowed}; said {lines}"
        )
    kept = [told(open_copy(one.path, copy.key, clock=clock)) for one in list_set_aside(copy.folder)]
    if told(found) != told(before) and kept != [told(before)]:
        figures.faults.append("what a restoration replaced is not kept")


def check_phrase(desk, lines, figures):
    """Find the key by the passphrase that was acknowledged, or by the one that was being put in its place."""
    told = [json.loads(line) for line in lines]
    phrases = [word for word in told if word[0] in ("phrase", "phrased")]
    if not phrases:
        return
    known = [phrase for word, phrase in phrases if word == "phrased"][-1:] or [TRAINING_PASSPHRASE]
    if phrases[-1][0] == "phrase":
        known.append(phrases[-1][1])
    opening = [phrase for phrase in known if opens(desk, phrase)]
    if not opening:
        figures.faults.append(f"no passphrase opens any more, of {known}")
    change_keys(desk.folder, lambda _: desk.key, passphrase=TRAINING_PASSPHRASE)


def opens(desk, phrase):
    """Whether a passphrase gives the key."""
    try:
        return read_key(desk.folder, phrase) == desk.key
    except KnownError:
        return False


def kill_an_upgrade(shipped, place, figures, chance):
    """Open a file of an older program, kill the upgrade, and find all that it held."""
    version = chance.choice(sorted(shipped))
    key, before = shipped[version]
    shutil.rmtree(place, ignore_errors=True)
    desk = Desk(shutil.copytree(SHIPPED / version, place), place.parent, key)
    lines = killed_after(lambda descriptor: open_child(desk, descriptor), lambda _: chance.random() * 0.15)
    figures.kills += 1
    figures.upgrades += 1
    if any("failed" in line for line in lines):
        figures.faults.append(f"an upgrade failed by itself: {lines}")
    found = told(contents(desk))
    if found != before:
        figures.faults.append(f"an upgrade of {version} left something else: {found}, not {before}")


def shipped_files(place):
    """Return, for every older file that was shipped, its key and what it holds once it is upgraded at leisure."""
    found = {}
    for folder in sorted(SHIPPED.glob("version-*")):
        copy = shutil.copytree(folder, place / folder.name)
        key = read_key(copy, TRAINING_PASSPHRASE)
        found[folder.name] = (key, told(contents(Desk(copy, place, key))))
    return found


def contents(desk):
    """Return what a workspace holds, proved whole."""
    workspace = desk.open()
    try:
        workspace.check()
        return contents_of(workspace._opened.db)
    finally:
        workspace.close()


def told(holds):
    """Return what tells one state from another."""
    return holds.records, holds.changes, holds.steps, holds.attachments, holds.bundles, holds.last_hash


def moment(chance):
    """Choose when to kill: while it opens, at once after some line, or some time later."""
    kind = chance.random()
    if kind < 0.1:
        after_lines, seconds = 0, chance.random() * 0.06
    elif kind < 0.5:
        after_lines, seconds = chance.randint(1, 250), chance.random() * 0.02
    else:
        after_lines, seconds = 1, chance.random() * (1.2 if kind > 0.9 else 0.5)
    return lambda lines: seconds if lines >= after_lines else None


def killed_after(work, seconds_after):
    """Fork, kill the child when its time has come, and return the whole lines that it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(writing)
        finally:
            os._exit(0)
    os.close(writing)
    said = b""
    deadline = time.monotonic() + LONGEST
    is_timed = False
    while (left := deadline - time.monotonic()) > 0:
        seconds = seconds_after(said.count(b"\n"))
        if seconds is not None and not is_timed:
            is_timed, deadline = True, time.monotonic() + seconds
            continue
        if select.select([reading], [], [], left)[0]:
            chunk = os.read(reading, 65_536)
            if not chunk:
                break
            said += chunk
    os.kill(child, signal.SIGKILL)
    while chunk := os.read(reading, 65_536):
        said += chunk
    os.close(reading)
    os.waitpid(child, 0)
    return said.decode(errors="replace").split("\n")[:-1]  # a line without its end was never acknowledged
