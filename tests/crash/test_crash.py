"""A program killed at any moment loses nothing that it had acknowledged, and leaves nothing half-written."""

import json

import pytest

from fieldapp.usecases.records import save_effects, start_record
from tests.crash.child import FREE_TEXT
from tests.crash.given import FORM, fresh_desk, make_template
from tests.crash.ledger import Figures, Ledger
from tests.crash.rounds import crash


@pytest.mark.timeout(600)
def test_thirty_kills_lose_nothing():
    figures = crash(30, seed=1)
    assert figures.faults == []
    assert (figures.kills, figures.lost) == (30, 0)
    assert figures.answers > 100


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_two_hundred_kills_lose_nothing():
    figures = crash(200, seed=2)
    assert (figures.faults, figures.lost) == ([], 0)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return make_template(tmp_path_factory.mktemp("modele"))


@pytest.fixture
def desk(template, tmp_path):
    return fresh_desk(template, tmp_path)


def checked(desk, lines, *, harm=lambda workspace: None):
    """Return what a ledger finds when a program is said to have acknowledged these lines."""
    figures = Figures()
    ledger = Ledger(desk, figures)
    pending = ledger.take([json.dumps(line) for line in lines])
    workspace = desk.open()
    harm(workspace)
    ledger.check(workspace, pending)
    workspace.close()
    return figures


def only_record(desk):
    workspace = desk.open()
    record_id = workspace.records.list()[0].record_id
    workspace.close()
    return record_id


def test_the_check_finds_an_answer_that_was_acknowledged_and_is_not_there(desk):
    record_id = only_record(desk)
    assert checked(desk, []).faults == []
    figures = checked(desk, [["try", record_id, {"identite/nom": "jamais écrit"}], ["ok"]])
    assert figures.lost == 1


def test_the_check_allows_an_answer_that_was_under_way(desk):
    assert checked(desk, [["try", only_record(desk), {"identite/nom": "en route"}]]).faults == []


@pytest.mark.parametrize(
    "name", ["pdf/a.pdf", "envois/AF_P0001_000009.zip.age", "cle/poste_2026-03-01T090000Z/fiches.db"]
)
def test_the_check_finds_a_file_half_written_under_a_final_name(desk, name):
    path = desk.out / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF-1.7 half")
    assert len(checked(desk, []).faults) == 1


def test_the_check_finds_a_record_that_the_index_lost(desk):
    workspace = desk.open()
    opened = start_record(workspace, FORM)
    save_effects(workspace, opened, opened.session.answer(FREE_TEXT, "mot12345"), question=FREE_TEXT)
    workspace.close()

    def harm(workspace):
        workspace.records.list(query="mot12345")
        workspace._opened.db.execute("DELETE FROM search")

    figures = checked(desk, [], harm=harm)
    assert [fault[-21:] for fault in figures.faults] == ["not found by mot12345"]
