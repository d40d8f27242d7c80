"""What an answer costs does not grow with what stays the same: bytecodes are counted, never time."""

import pytest

from fieldapp.records.rank import rank_between
from tests.engine.counting import steps
from tests.engine.sessions import session, survey
from tests.engine.xforms import xform

STEPS_A_SIBLING = 8
"""Bytecodes that the place of a new instance costs for each one before it: its key is a fraction of a letter longer."""
INVOICE = session(
    survey(
        "begin repeat | line | L | | | |",
        "integer | qty | Q | | | . < 1000 |",
        "decimal | price | P | ${qty} > 0 | | | yes",
        "calculate | net | | | ${qty} * coalesce(${price}, 1) | |",
        "calculate | nr | | | position(..) | |",
        "end repeat | line | | | | |",
        "calculate | lines | | | count(${line}) | |",
        "calculate | total | | | sum(${net}) | |",
        "calculate | most | | | max(${net}) | |",
        "calculate | least | | | min(${net}) | |",
        "note | shown | T ${total} | ${total} > 10 | | |",
    )
).definition


def invoice(lines):
    opened = session(INVOICE)
    while len(opened.repeat_references("/essai/line")) < lines:
        opened.add_repeat("/essai/line")
    for place in range(1, lines + 1):
        opened.answer(f"/essai/line[{place}]/qty", str(place))
    return opened


def chains(count):
    """Open a form of many questions, each with a small chain of rules."""
    rows = []
    for number in range(count):
        rows += [
            f"integer | q{number} | Q | | | . < 100 |",
            f"calculate | c{number} | | | ${{q{number}}} + 1 | |",
            f"text | t{number} | T | ${{c{number}}} > 5 | | |",
        ]
    return session(survey(*rows))


def test_an_answer_costs_the_same_in_a_small_form_and_in_a_large_one():
    small, large = chains(5), chains(200)
    for opened in (small, large):
        opened.answer("/essai/q3", "1")
    assert steps(lambda: large.answer("/essai/q3", "7")) == steps(lambda: small.answer("/essai/q3", "7"))


@pytest.mark.parametrize(
    "act",
    [
        lambda opened: opened.answer("/essai/line[3]/qty", "77"),
        lambda opened: opened.answer("/essai/line[5]/price", "2.5"),
        lambda opened: opened.add_repeat("/essai/line"),
    ],
    ids=["answer", "price", "add"],
)
def test_a_repeat_of_many_instances_costs_what_one_of_few_does(act):
    few, many = invoice(8), invoice(120)
    for opened in (few, many):
        act(opened)
        opened.answer("/essai/line[3]/qty", "3")
        opened.answer("/essai/line[5]/price", "9")
    counted = [steps(lambda opened=opened: act(opened), besides=[rank_between]) for opened in (few, many)]
    assert counted[1] <= counted[0]


def test_the_place_of_a_new_instance_costs_little_more_behind_many_others():
    few, many = (steps(lambda last=last: rank_between(last, "")) for last in (last_rank(8), last_rank(120)))
    assert many - few <= STEPS_A_SIBLING * (120 - 8)


def last_rank(count):
    rank = ""
    for _ in range(count):
        rank = rank_between(rank, "")
    return rank


def test_removing_the_last_instance_costs_the_same_wherever_that_is():
    few, many = invoice(8), invoice(120)
    few_steps = steps(lambda: few.remove_repeat("/essai/line[8]"))
    assert steps(lambda: many.remove_repeat("/essai/line[120]")) == few_steps


def test_a_date_is_written_as_one_though_the_number_before_it_was_the_same():
    form = xform(
        "<a/><b/>",
        '<bind nodeset="/data/b" calculate="if(/data/a = 1, today() + 0, today())"/>',
        body='<input ref="/data/a"/>',
    )
    opened = session(form)
    opened.answer("/data/a", "1")
    opened.answer("/data/a", "2")
    assert opened.value("/data/b") == "2026-03-15"
