"""Paths of XPath 1.0 lead to the same nodes, in the same order, as in libxml2."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from fieldapp.xpath import Context, Environment, NodeKind, compile_expression, parse_tree

XML = b"""<data><c id="x1"><a>1</a><b>2</b><a id="x2">3</a><c id="x3"><b>4</b><a><b>5</b></a></c></c><a>6</a>
<b id="x4"/><c><a/>mixed<a>7</a></c><b>3</b></data>"""
OURS, THEIRS = parse_tree(XML, keep_mixed=True), etree.fromstring(XML)
ENV = Environment(root=OURS)

TESTS = ["a", "b", "c", "*", "node()", "text()"]
AXES = [
    "", "child::", "descendant::", "descendant-or-self::", "parent::", "ancestor::", "ancestor-or-self::", "self::",
    "following::", "following-sibling::", "preceding::", "preceding-sibling::",
]  # fmt: skip
PREDICATES = [
    "", "", "", "[1]", "[2]", "[last()]", "[position() < 3]", "[@id]", "[@id = 'x2']", "[. > 2]", "[a or b]", "[..]",
    "[a = ../b]", "[not(@id)]", "[count(*) = 1]", "[name() = 'a']", "[position() mod 2 = 1]", "[b][1]", "[1][b]",
]  # fmt: skip
steps = st.one_of(
    st.builds("{}{}{}".format, st.sampled_from(AXES), st.sampled_from(TESTS), st.sampled_from(PREDICATES)),
    st.sampled_from([".", "..", "*//b", "@id/.."]),
)
heads = st.sampled_from(["/data/", "//", "", "", "(//a)[2]/", "//c/", "//*[@id = 'x3']/", "(//a | //c)/"])
paths = st.builds("{}{}".format, heads, st.lists(steps, min_size=1, max_size=3).map("/".join))
whole = st.one_of(
    paths,
    st.builds("({})[{}]".format, paths, st.sampled_from(["1", "2", "last()", "position() > 1"])),
    st.builds("{} | {}".format, paths, paths),
)


def ours(path):
    nodes = compile_expression(path).nodes(Context(OURS.children[0], ENV))
    return [(node.name, node.value()) for node in nodes if node.kind is not NodeKind.DOCUMENT]


def theirs(path):
    found = THEIRS[0].xpath(path)
    return [
        ("", str(each)) if isinstance(each, str) else (each.tag, "".join(each.itertext())) for each in found
    ]


@given(whole)
@settings(max_examples=300, deadline=None)
def test_a_path_leads_where_it_does_in_libxml2(path):
    assert ours(path) == theirs(path)


@pytest.mark.slow
@given(whole)
@settings(max_examples=10_000, deadline=None)
def test_a_path_leads_where_it_does_in_libxml2_at_length(path):
    assert ours(path) == theirs(path)


@pytest.mark.parametrize("path", ["//*/a[1]", "(//a | //c)/b", "//ancestor::*/c", "//c/..//b"])
def test_what_is_reached_from_nodes_inside_one_another_stands_in_the_order_of_the_document(path):
    assert ours(path) == theirs(path)
