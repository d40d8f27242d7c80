import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import (
    Context,
    Environment,
    Node,
    XPathError,
    XPathProblems,
    compile_expression,
    parse_tree,
)
from fieldapp.xpath.functions.geometry import EARTH_RADIUS

SQUARE = "0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0"
ALONE = Context(Node("data"), Environment(root=Node("data")))
PLACES = parse_tree(
    b"<data><here>33.57 -7.59</here><there>34.02 -6.84 5 10</there><later/><name>Anfa</name>"
    b"<way>33.57 -7.59;34.02 -6.84</way><trace>0 1;0 2</trace></data>"
)
degrees = st.tuples(st.floats(-89, 89), st.floats(-179, 179))


@pytest.fixture
def measure():
    context = Context(PLACES, Environment(root=PLACES))
    return lambda text: compile_expression(text).evaluate(context)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("distance('0 0;0 1')", 111318.85),
        ("distance('33.57 -7.59 0 0', '34.02 -6.84 0 0')", 85550),
        ("distance('0 0 0 0;')", 0),
        ("distance('')", 0),
        ("area('0 0;0 1')", 0),
        ("area('0 0;0 1;1 1')", 6.19e9),
        ("area('a')", 0),
        ("area('')", 0),
    ],
)
def test_distances_and_areas_are_in_metres(value, expression, expected):
    assert value(expression) == pytest.approx(expected, rel=1e-2)


@pytest.mark.parametrize(
    "expression",
    [
        "distance('foo')",
        "distance('100 0;0 0')",
        "distance('1 2 3 4 5')",
        "distance('0 0', 'foo')",
        "distance('0 0;0 1', '0 2')",
        "distance('foo', /data/here)",
    ],
)
def test_a_text_that_is_no_place_is_found_when_the_form_is_loaded(expression):
    with pytest.raises(XPathProblems) as caught:
        compile_expression(expression)
    assert caught.value.problems[0].code == "xpath.not_a_place"


@pytest.mark.parametrize(
    "expression", ["distance(/data/name)", "distance(/data/trace, /data/here)", "distance(/data/here, 12)"]
)
def test_an_answer_that_is_no_place_has_no_distance(measure, expression):
    with pytest.raises(XPathError, match=r"xpath\.not_a_place"):
        measure(expression)


def test_points_in_several_questions_measure_as_one_line_of_them(measure):
    assert measure("distance(/data/here, /data/there)") == measure("distance(/data/way)") > 80_000


def test_a_question_not_yet_answered_is_left_out_of_a_distance(measure):
    assert measure("distance(/data/here, /data/later, /data/there)") == measure("distance(/data/way)")
    assert measure("distance(/data/later)") == 0


@given(degrees, degrees)
@settings(max_examples=60, deadline=None)
def test_a_distance_is_the_same_both_ways_and_never_beyond_half_the_earth(one, other):
    there, back = (
        compile_expression(f"distance('{a[0]:f} {a[1]:f};{b[0]:f} {b[1]:f}')").number(ALONE)
        for a, b in ((one, other), (other, one))
    )
    assert there == pytest.approx(back, abs=0.02)
    assert 0 <= there <= math.pi * EARTH_RADIUS + 1


@pytest.mark.parametrize(
    ("point", "inside"), [("0.5 0.5", True), ("2 0.5", False), ("0.5 -1", False), ("x", False), ("", False)]
)
def test_a_point_lies_inside_a_shape_or_not(value, point, inside):
    assert value(f"geofence('{point}', '{SQUARE}')") is inside


def test_a_line_that_is_not_closed_holds_no_point(value):
    assert value(f"geofence('0.5 0.5', '{SQUARE.removesuffix(';0 0 0 0')}')") is False
