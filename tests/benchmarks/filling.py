"""Filling and finding: one answer committed, a fiche finalised, a word searched."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from typing import Any

from fieldapp.records.change import Change
from fieldapp.store import Workspace
from fieldapp.store.search import folded, match_query, searchable
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.records import OpenRecord, save_effects, start_record
from fieldapp.usecases.replay_steps import Step
from tests.benchmarks.bare import open_bare
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import FORM, Site, filled, taken

_FOUND_AMONG, _FOUND_AMONG_QUICK = 1_000, 20
"""Fiches in the list that is searched."""
_TYPED = ("caritas", "appui petite", "formation", "جمعية", "rabat", "orient occ", "zzz")
_STEP_TABLE = "CREATE TABLE step (record_id TEXT, at TEXT, actor_id TEXT, question TEXT, edits TEXT)"
_CHANGE_TABLES = (
    "CREATE TABLE change (change_id TEXT PRIMARY KEY, device_id, seq, at, actor_id, record_id, form_id, version, op)",
    "CREATE TABLE change_field (change_id, path, old_value, new_value, parents, salt, digest)",
)
_SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE search USING fts5 (title, answers, content='', prefix='2 3', tokenize='unicode61')"
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


@contextmanager
def _search(site: Site) -> Iterator[Pair]:
    typed = cycle(_TYPED)
    with site.workspace() as workspace:
        bare = open_bare(site.new_path("bare.db"))
        bare.execute(_SEARCH_TABLE)
        _fill_list(workspace, bare, _FOUND_AMONG_QUICK if site.is_quick else _FOUND_AMONG)
        words = next(typed)

        def ours() -> float:
            nonlocal words
            words = next(typed)
            return timed(lambda: workspace.records.list(query=words))

        def floor() -> float:
            query = match_query(words)
            select = "SELECT rowid FROM search WHERE search MATCH ?"
            return timed(lambda: bare.execute(select, (query,)).fetchall())

        yield Pair(ours, floor)
        bare.close()


def _fill_list(workspace: Workspace, bare: Any, count: int) -> None:
    """Put copies of the fiches into the list, and the same words into the bare index."""
    known = [(record, workspace.answers(record.record_id)) for record in workspace.records.list()]
    bare.execute("BEGIN")
    for number, (record, answers) in zip(range(count), cycle(known), strict=False):
        title = f"{record.title} {number}"
        new = workspace.records.new(
            record.form_id, record.form_version, author_id=record.author_id, title=title
        )
        workspace.records.add(new, beside=answers)
        row = (number, folded(title), folded(searchable(answers)))
        bare.execute("INSERT INTO search (rowid, title, answers) VALUES (?, ?, ?)", row)
    bare.execute("COMMIT")
    workspace.records.list(query="index")  # the index catches up with the first search


BENCHMARKS = (
    Benchmark(
        "answer",
        "one answer given to the session and committed",
        "the same edits as one row, committed to a bare SQLCipher file",
        400,
        _answer,
    ),
    Benchmark(
        "finalise",
        "a filled fiche checked and finalised",
        "the same change and its field rows committed to a bare SQLCipher file",
        30,
        _finalise,
    ),
    Benchmark(
        "search",
        f"words typed → rows of a list of {_FOUND_AMONG:,} fiches",
        "the same words matched in a bare FTS5 index of the same texts",
        200,
        _search,
    ),
)
