"""Whatever is written and can be read gives a value or an XPathError, over any tree."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.clock import FixedClock
from fieldapp.xpath import (
    FUNCTIONS,
    Context,
    Environment,
    XPathError,
    XPathProblems,
    compile_expression,
    parse_tree,
)
from fieldapp.xpath.syntax import to_text

WORDS = [
    "", "a", "b a", "12", "-3.5", " 7 ", "1e400", "NaN", "Infinity", "true", "2024-02-29", "2024-02-30", "9999-12-31",
    "0001-01-01T00:00:00+14:00", "13:45", "33.5 -7.5", "0 0;0 1;1 1;0 0", "أحمد", "a😀b", "٣", "(a+)+$", "[", "%Y-%q%",
    "SHA-256", "hex", "SGVsbG8", "2024-02-29T13:45:30.250-07:00", "list", "/data/a", "\t",
]  # fmt: skip
STEPS = [
    "a",
    "b",
    "c",
    "*",
    "@id",
    ".",
    "..",
    "node()",
    "text()",
    "c[1]",
    "c[last()]",
    "a[. = 'a']",
    "descendant::b",
]
NUMBERS = ["0", "1", "2.5", "99999999999999999999", ".5", "3"]

written = st.one_of(
    st.sampled_from(WORDS).map(lambda word: f'"{word}"'),
    st.sampled_from(NUMBERS),
    st.lists(st.sampled_from(STEPS), min_size=1, max_size=4).map("/".join),
    st.lists(st.sampled_from(STEPS[:6]), min_size=1, max_size=3).map(
        lambda steps: "/data/" + "/".join(steps)
    ),
    st.sampled_from(
        ["//c", "instance('list')/root/item[name = /data/a]/label", "current()/../b", "(//a)[2]", "/"]
    ),
)


@st.composite
def calls(draw, inside):
    function = FUNCTIONS[draw(st.sampled_from(sorted(FUNCTIONS)))]
    most = min(function.most, function.least + 3)
    count = draw(st.sampled_from([n for n in range(function.least, most + 1) if function.accepts(n)]))
    return f"{function.name}({', '.join(draw(inside) for _ in range(count))})"


def operations(inside):
    signs = st.sampled_from(["and", "or", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "|"])
    return st.one_of(
        calls(inside),
        calls(inside),
        st.builds("({} {} {})".format, inside, signs, inside),
        inside.map("-{}".format),
        st.builds("({})[{}]".format, inside, inside),
    )


expressions = st.recursive(written, operations, max_leaves=8)


@st.composite
def trees(draw):
    leaf = st.sampled_from(WORDS).map(lambda word: word.replace("&", "").replace("<", ""))
    named = st.tuples(st.sampled_from("abc"), leaf).map(
        lambda pair: f"<{pair[0]} id='x'>{pair[1]}</{pair[0]}>"
    )
    inner = st.lists(named, max_size=4).map(lambda each: f"<c>{''.join(each)}</c>")
    inside = "".join(draw(st.lists(named | inner, max_size=6)))
    root = parse_tree(f"<data version='1'>{inside}</data>".encode())
    for node in draw(st.lists(st.sampled_from(list(root.walk())), max_size=2)):
        node.relevant = False
    return root


LIST = parse_tree(b"<root><item><name>a</name><label>A</label></item><item><name>12</name></item></root>")


def check_gives_a_value(expression, root):
    env = Environment(
        root=root,
        instances={"list": LIST},
        clock=FixedClock(datetime.fromisoformat("2026-03-15T10:20:30+01:00")),
        zone=ZoneInfo("Africa/Casablanca"),
        language="Français (fr)",
    )
    try:
        compiled = compile_expression(expression)
    except XPathProblems:
        return
    here = root.children[0] if root.children else root
    for give, kind in ((compiled.string, str), (compiled.number, float), (compiled.boolean, bool)):
        try:
            assert isinstance(give(Context(here, env)), kind)
        except XPathError:
            continue


@given(expressions, trees())
@settings(max_examples=300, deadline=None)
def test_an_expression_gives_a_value_or_says_why_not(expression, root):
    check_gives_a_value(expression, root)


@pytest.mark.slow
@given(expressions, trees())
@settings(max_examples=5_000, deadline=None)
def test_an_expression_gives_a_value_or_says_why_not_at_length(expression, root):
    check_gives_a_value(expression, root)


@given(expressions)
@settings(max_examples=300, deadline=None)
def test_an_expression_written_out_again_reads_the_same(expression):
    try:
        syntax = compile_expression(expression).syntax
    except XPathProblems:
        return
    assert compile_expression(to_text(syntax)).syntax == syntax
