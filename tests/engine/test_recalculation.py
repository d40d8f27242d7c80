"""What an answer costs does not grow with what stays the same: bytecodes are counted, never time."""

import pytest

from tests.engine.counting import steps
from tests.engine.sessions import session, survey
from tests.engine.xforms import xform

SLACK = 1.15
"""Keys of a longer order among siblings have a few characters more."""
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
    assert steps(lambda: act(many)) <= steps(lambda: act(few)) * SLACK


def test_removing_the_last_instance_costs_the_same_wherever_that_is():
    few, many = invoice(8), invoice(120)
    few_steps = steps(lambda: few.remove_repeat("/essai/line[8]"))
    assert steps(lambda: many.remove_repeat("/essai/line[120]")) <= few_steps * SLACK


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
