"""Totals kept over repeats are those of a walk, bit for bit, after whatever came, went and changed."""

import struct

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.engine.columns import Column
from fieldapp.xpath import Context, Environment, Node, compile_expression, document_of
from tests.engine.sessions import session, state
from tests.engine.xforms import xform
from tests.forms.tables import form

NAMES = ("count", "count-non-empty", "sum", "min", "max")
ANSWERS = [
    "",
    " ",
    "0",
    "-0",
    "0.1",
    "0.2",
    "7",
    "-3.5",
    "1e308",
    "-1e308",
    "1e-320",
    "Infinity",
    "x",
    "2026-03-15",
]

FORM = form("""
| survey |
| | type         | name  | label | relevant      | calculation                                        |
| | begin repeat | room  | R     |               |                                                    |
| | decimal      | area  | A     | ${kept} != 'no' |                                                  |
| | text         | kept  | K     |               |                                                    |
| | begin repeat | desk  | D     | ${kept} != 'x' |                                                   |
| | decimal      | price | P     |               |                                                    |
| | calculate    | tenth |       |               | ${price} * 0.1                                     |
| | end repeat   |       |       |               |                                                    |
| | calculate    | desks |       |               | count(${desk}) + count-non-empty(${price})         |
| | calculate    | cost  |       |               | sum(${tenth})                                      |
| | end repeat   |       |       |               |                                                    |
| | calculate    | all   |       |               | concat(sum(${cost}), '/', count(${room}), '/', count(${desk})) |
| | calculate    | ends  |       |               | concat(min(${price}), '/', max(${price}), '/', max(${area})) |
""")


def bits(number):
    return struct.pack("d", number) if number == number else b"NaN"


def walked(name, root, env):
    return compile_expression(f"{name}(/data/line/net)").number(Context(root, env))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_column_gives_what_walking_its_nodes_gives(data):
    root = Node("data")
    env = Environment(root)
    column = Column(document_of(root), 3, [], env=env, is_leaf=True)
    for _ in range(data.draw(st.integers(1, 25))):
        deed = data.draw(st.sampled_from(["add", "add", "answer", "answer", "relevance", "remove"]))
        if deed == "add" or not root.children:
            leaf = root.append(Node("line")).append(Node("net", data.draw(st.sampled_from(ANSWERS))))
        else:
            line = data.draw(st.sampled_from(root.children))
            leaf = line.children[0]
            if deed == "answer":
                leaf.text = data.draw(st.sampled_from(ANSWERS))
            elif deed == "relevance":
                leaf.relevant = not leaf.relevant
            else:
                root.remove(line)
        column.touch(leaf)
        for name in data.draw(st.lists(st.sampled_from(NAMES), max_size=3)):
            kept = column.total(name)
            assert kept is None or bits(kept) == bits(walked(name, root, env))


def act(data, opened):
    rooms = opened.repeat_references("/essai/room")
    room = data.draw(st.sampled_from(rooms)) if rooms else None
    desks = opened.repeat_references(f"{room}/desk") if room else []
    deed = data.draw(
        st.sampled_from(["room", "desk", "desk", "price", "price", "kept", "area", "less", "bare"])
    )
    number = data.draw(st.sampled_from(["", "0.1", "0.7", "1e16", "3", "-2"]))
    if deed == "room" or room is None:
        return opened.add_repeat("/essai/room")
    if deed == "kept":
        return opened.answer(f"{room}/kept", data.draw(st.sampled_from(["", "no", "x"])))
    if deed == "area":
        return opened.answer(f"{room}/area", number)
    if deed == "bare":
        return opened.remove_repeat(room)
    if deed == "desk" or not desks:
        return opened.add_repeat(f"{room}/desk[{data.draw(st.integers(1, len(desks) + 1))}]")
    desk = data.draw(st.sampled_from(desks))
    return opened.remove_repeat(desk) if deed == "less" else opened.answer(f"{desk}/price", number)


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_totals_over_nested_repeats_are_those_of_a_fresh_session(data):
    opened = session(FORM)
    for _ in range(data.draw(st.integers(1, 20))):
        act(data, opened)
    assert state(session(FORM, answers=opened.answers())) == state(opened)
    opened._live.env.total = lambda _name, _top, _names: None
    shown = state(opened)
    opened._live.rules.push_all(list(opened._live.tree.cells()))
    opened._live.finish()
    assert state(opened) == shown


def test_the_order_of_what_is_added_makes_no_difference():
    opened = session(FORM)
    for _ in range(9):
        opened.add_repeat("/essai/room[1]/desk")
    for place in range(1, 11):
        opened.answer(f"/essai/room[1]/desk[{place}]/price", "1")
    assert opened.value("/essai/room[1]/cost") == "1"


def test_what_a_group_out_of_play_would_hold_is_in_no_total_but_that_of_its_own_rule():
    opened = session(
        xform(
            "<limit>0</limit><g><r><x/></r></g><count/>",
            '<bind nodeset="/data/g" relevant="sum(/data/g/r/x) &gt; /data/limit"/>',
            '<bind nodeset="/data/count" calculate="count(/data/g/r/x)"/>',
            body='<input ref="/data/limit"/><repeat nodeset="/data/g/r"><input ref="/data/g/r/x"/></repeat>',
        )
    )
    opened.answer("/data/g/r[1]/x", "3")
    counted = []
    for limit in ("5", "4", "2"):
        opened.answer("/data/limit", limit)
        counted.append((opened.is_relevant("/data/g"), opened.value("/data/count")))
    assert counted == [(False, "0"), (False, "0"), (True, "1")]
