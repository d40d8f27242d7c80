"""The engine's figures still run: small forms, ours alone, and one with JavaRosa beside it. No claim about time."""

import shutil

import pytest

from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from tests.benchmarks.engine.forms import FORMS
from tests.benchmarks.engine.plays import LONG, SHORT, play
from tests.benchmarks.engine.report import data_of, table_of
from tests.benchmarks.engine.run import names_of, run
from tests.benchmarks.engine.sides import JAVAROSA, OURS, peers_here
from tests.benchmarks.engine.stage import Goal, Row, Stage


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    return run(tmp_path_factory.mktemp("engine"), is_quick=True)[0]


def test_the_short_form_gives_positive_figures(rows):
    assert all(row.percentile(OURS.name, percent) > 0 for row in rows for percent in (50, 95))


def test_every_kind_of_row_of_the_long_form_is_in_the_short_one(rows):
    kinds = {form.partition("-")[0] for form in LONG}
    assert {form.partition("-")[0] for form in SHORT} == kinds
    assert {row.name.partition("-")[0] for row in rows} == kinds


def test_one_form_can_be_asked_for_alone():
    assert names_of(["search", "engine:deep-1000"]) == ["deep-1000"]
    assert names_of(["engine"]) == list(LONG)
    assert names_of(["search"]) == []


def test_forms_are_the_same_every_time():
    assert FORMS["deep-200"]().xml() == FORMS["deep-200"]().xml()


@pytest.mark.parametrize(("name", "asked"), [("flat-200", 160), ("deep-200", 160), ("repeat-20x20", 17)])
def test_a_fifth_of_the_questions_are_calculated(name, asked):
    definition = load_form_bytes(FORMS[name]().xml(), name="form.xml")
    calculated = [bind for bind in definition.binds.values() if bind.calculate is not None]
    assert len(list(definition.questions())) == asked
    assert len(calculated) == {"flat-200": 40, "deep-200": 40, "repeat-20x20": 8}[name]


def test_the_first_answer_of_a_deep_form_moves_the_last_calculate():
    form = FORMS["deep-200"]()
    session = FormSession(load_form_bytes(form.xml(), name="form.xml"))
    assert form.last in session.answer(form.first, "7").values


def test_javarosa_works_out_the_same_values(tmp_path):
    if not (shutil.which("java") and shutil.which("javac")):
        pytest.skip("Java is not installed")
    peers = [peer for peer in peers_here(tmp_path) if peer.name == JAVAROSA]
    for name in ("repeat-20x20", "choices-1000"):
        rows = play(name, SHORT[name], [OURS, *peers], folder=tmp_path)
        assert [row.notes for row in rows] == [[]] * len(rows)
        assert all(row.ratio(OURS.name, JAVAROSA) for row in rows if row.goal.share)


class _Saying:
    """A side that always sees the same and takes the same."""

    def __init__(self, name, seen, took=1.0):
        self.name, self._answer = name, ([took], seen)

    def ask(self, *_order):
        return self._answer


def test_values_that_differ_are_told_and_equal_numbers_are_the_same():
    told = []
    for seen in ("2.0", "3"):
        stage = Stage("form", [_Saying("ours", "2"), _Saying("other", seen)])
        row = stage.row("set")
        stage.turn("set", row=row)
        stage.compare()
        told.append(row.notes)
    assert told == [[], ["values differ: ours 2, other 3"]]


def test_a_side_over_its_budget_is_asked_no_more():
    stage = Stage("form", [_Saying("ours", ""), _Saying("slow", "", took=50_000)])
    row = stage.row("load")
    for _ in range(4):
        stage.turn("load", row=row)
    stage.compare()
    assert (len(row.samples["ours"]), len(row.samples["slow"])) == (4, 2)
    assert row.notes == ["slow: stopped after 60 s"]


def test_a_ratio_stands_beside_its_goal():
    row = Row("form set", Goal(0.5))
    row.samples |= {"ours": [1.0, 2.0], JAVAROSA: [4.0, 5.0]}
    line = table_of([row], [JAVAROSA]).splitlines()[1]
    assert line.split() == [
        "form",
        "set",
        "≤",
        "0.5",
        "×",
        "2",
        "1.00",
        "2.00",
        "4.00",
        "5.00",
        "0.250",
        "0.400",
    ]
    assert data_of([row])[0]["ratios"] == {JAVAROSA: 0.25}
