"""Filling: one answer committed, a fiche finalised."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, cycle
from typing import Any

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.engine import Edit
from fieldapp.records.change import Change
from fieldapp.store import Workspace, opening
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.records import OpenRecord, save_effects, start_record
from fieldapp.usecases.replay_steps import Step
from tests.benchmarks import many
from tests.benchmarks.bare import open_bare
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import FORM, Site, filled, taken

_MANY, _STEPS, _QUICK = 100_000, 5_000, 20
_PATH = "identite/autres_noms"
_QUESTION = f"/{FORM}/{_PATH}"
_STEP_TABLE = "CREATE TABLE step (record_id TEXT, at TEXT, actor_id TEXT, question TEXT, edits TEXT)"
_CHANGE_TABLES = (
    "CREATE TABLE change (change_id TEXT PRIMARY KEY, device_id, seq, at, actor_id, record_id, form_id, version, op)",
    "CREATE TABLE change_field (change_id, path, old_value, new_value, parents, salt, digest)",
)


@contextmanager
def _answer(site: Site) -> Iterator[Pair]:
    with site.workspace() as workspace:
        bare = open_bare(site.new_path("bare.db"))
        bare.execute(_STEP_TABLE)
        answers = _set_steps(workspace, list(site.samples.values()))
        row = ("", "", "", "", "")

        def ours() -> float:
            nonlocal row
            opened, step = next(answers)
            question, moved = step["set"], []

            def act() -> None:
                effects = opened.session.answer(question, step["value"])
                moved.append((effects, save_effects(workspace, opened, effects, question=question)))

            took = timed(act)
            effects, at = moved[0]
            edits = json.dumps([[edit.path, edit.old, edit.new] for edit in effects.edits])
            row = (opened.record.record_id, at, workspace.actor.actor_id, question, edits)
            return took

        yield Pair(ours, lambda: timed(lambda: bare.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?)", row)))
        bare.close()


@contextmanager
def _answer_among_many(site: Site) -> Iterator[Pair]:
    place = many.crowded(site, _QUICK if site.is_quick else _MANY, is_indexed=False)
    workspace = opening._open(place, lambda: site.key, clock=SystemClock(), ids=SystemIds())
    bare = open_bare(site.new_path("bare.db"))
    bare.execute(_STEP_TABLE)
    opened, numbers = start_record(workspace, FORM, language="fr"), count()
    actor_id = workspace.actor.actor_id
    with workspace.transaction():
        for number in range(_QUICK if site.is_quick else _STEPS):
            edits = [Edit(_PATH, f"{number}", f"{number + 1}")]
            workspace.drafts.append(opened.record.record_id, edits, actor_id=actor_id)

    def ours() -> float:
        value = f"réponse {next(numbers)}"

        def act() -> None:
            save_effects(workspace, opened, opened.session.answer(_QUESTION, value), question=_QUESTION)

        return timed(act)

    def floor() -> float:
        row = (opened.record.record_id, "", actor_id, _QUESTION, f'[["{_PATH}","réponse","réponse"]]')
        return timed(lambda: bare.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?)", row))

    try:
        yield Pair(ours, floor)
    finally:
        bare.close()
        workspace.close()


def _set_steps(workspace: Workspace, fiches: list[list[Step]]) -> Iterator[tuple[OpenRecord, Step]]:
    """Yield the steps that answer a question with a text, fiche after fiche; do the others between them."""
    for steps in cycle(fiches):
        opened = start_record(workspace, FORM, language="fr")
        for step in steps:
            if "value" in step:
                yield opened, step
            else:
                effects = taken(workspace, opened, step)
                save_effects(workspace, opened, effects, question="")


@contextmanager
def _finalise(site: Site) -> Iterator[Pair]:
    fiches = cycle(site.samples.values())
    with site.workspace() as workspace:
        bare = open_bare(site.new_path("bare.db"))
        for statement in _CHANGE_TABLES:
            bare.execute(statement)
        change = workspace.changes.of_record(workspace.records.list()[0].record_id)[0]
        rounds = 0

        def ours() -> float:
            nonlocal change
            opened, done = filled(workspace, next(fiches)), []
            took = timed(lambda: done.append(finalise_record(workspace, opened)))
            change = done[0].change
            return took

        def floor() -> float:
            nonlocal rounds
            rounds += 1
            rows = _journal_rows(change, f"{rounds}")
            return timed(lambda: _commit(bare, *rows))

        yield Pair(ours, floor)
        bare.close()


def _journal_rows(change: Change, number: str) -> tuple[tuple[Any, ...], list[tuple[Any, ...]]]:
    head = (change.change_id + number, change.device_id, change.seq, change.at, change.actor_id)
    tail = (change.record_id, change.form_id, change.form_version, str(change.op))
    fields = [
        (change.change_id, f.path, f.old_value, f.new_value, json.dumps(f.parents), f.salt, f.digest)
        for f in change.fields
    ]
    return (*head, *tail), fields


def _commit(bare: Any, head: tuple[Any, ...], fields: list[tuple[Any, ...]]) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", head)
    bare.executemany("INSERT INTO change_field VALUES (?, ?, ?, ?, ?, ?, ?)", fields)
    bare.execute("COMMIT")


BENCHMARKS = (
    Benchmark(
        "answer",
        "one answer given to the session and committed",
        "the same edits as one row, committed to a bare SQLCipher file",
        400,
        _answer,
    ),
    Benchmark(
        "answer-100k",
        f"the same in a file of {_MANY:,} fiches, in a draft of {_STEPS:,} steps",
        "one such edit as a row, committed to a bare SQLCipher file",
        400,
        _answer_among_many,
    ),
    Benchmark(
        "finalise",
        "a filled fiche checked and finalised",
        "the same change and its field rows committed to a bare SQLCipher file",
        30,
        _finalise,
    ),
)
