import pytest

SQUARE = "0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("distance('0 0;0 1')", 111318.85),
        ("distance('33.57 -7.59 0 0', '34.02 -6.84 0 0')", 85550),
        ("area('0 0;0 1')", 0),
        ("area('')", 0),
        ("distance('100 0;0 0')", 0),
    ],
)
def test_distances_and_areas_are_in_metres(value, expression, expected):
    assert value(expression) == pytest.approx(expected, rel=1e-2)


@pytest.mark.parametrize(
    ("point", "inside"), [("0.5 0.5", True), ("2 0.5", False), ("0.5 -1", False), ("x", False)]
)
def test_a_point_lies_inside_a_shape_or_not(value, point, inside):
    assert value(f"geofence('{point}', '{SQUARE}')") is inside
