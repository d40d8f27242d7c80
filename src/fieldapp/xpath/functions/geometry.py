"""Places on the Earth: distance along points, area inside them, whether a point lies within.

Metres and square metres, rounded to two decimals as ODK Web Forms does. What is no place is an error in `distance()`,
as in every ODK client; it has no area and holds no point, as in Web Forms. A question not yet answered is left out.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Value
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.problems import XPathError
from fieldapp.xpath.values import to_text

EARTH_RADIUS = 6_378_100.0
"""Metres; the equatorial radius that the ODK clients use."""

_MAX_PARTS = 4
"""Latitude, longitude, altitude, accuracy."""

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""


def _points(values: Iterable[Value]) -> list[Point] | None:
    """Read one geotrace or geoshape, or several geopoints; None where that is not what they are."""
    texts: list[str] = []
    for value in values:
        texts.extend([node.value() for node in value] if isinstance(value, list) else [to_text(value)])
    filled = [text.strip() for text in texts if text.strip()]
    if len(filled) == 1:
        filled = filled[0].rstrip("; \t\n").split(";")
    points = [_point(text) for text in filled]
    return None if None in points else [point for point in points if point is not None]


def _point(text: str) -> Point | None:
    parts = text.split()
    if not 2 <= len(parts) <= _MAX_PARTS:
        return None
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _rounded(metres: float) -> float:
    return abs(math.floor(metres * 100 + 0.5) / 100)


def _distance(*values: Value) -> float:
    """Return the length of the way along all points; fewer than two have none."""
    points = _points(values)
    if points is None:
        raise XPathError("xpath.not_a_place", name="distance")
    return _rounded(sum(_great_circle(start, end) for start, end in pairwise(points)))


def _check_distance(literals: Sequence[Value | None]) -> None:
    """Refuse a text written in the form that is no place, whatever the other arguments will be."""
    written = [literal for literal in literals if isinstance(literal, str)]
    for literal in written if len(literals) > 1 else ():
        if ";" in literal:
            raise XPathError("xpath.not_a_place", name="distance")
    for literal in written:
        _distance(literal)


def _great_circle(start: Point, end: Point) -> float:
    here, there = math.radians(start[0]), math.radians(end[0])
    turn = math.radians(start[1] - end[1])
    cosine = math.sin(here) * math.sin(there) + math.cos(here) * math.cos(there) * math.cos(turn)
    return EARTH_RADIUS * math.acos(max(-1.0, min(1.0, cosine)))


def _area(*values: Value) -> float:
    """Return the area inside a line of points, closed if it is not."""
    points = _points(values)
    if points is None or len(points) < 3:
        return 0.0
    total = sum(_strip(start, end) for start, end in pairwise([*points, points[0]]))
    return _rounded(total * EARTH_RADIUS * EARTH_RADIUS / 2)


def _strip(start: Point, end: Point) -> float:
    heights = 2 + math.sin(math.radians(start[0])) + math.sin(math.radians(end[0]))
    return math.radians(end[1] - start[1]) * heights


def _geofence(place: Value, shape: Value) -> bool:
    """Whether a point lies inside a closed shape; a ray is drawn eastwards and the sides it crosses are counted."""
    point, corners = _points([place]), _points([shape])
    if not point or len(point) != 1 or not corners or corners[0] != corners[-1]:
        return False
    return sum(_crosses(point[0], side) for side in pairwise(corners)) % 2 == 1


def _crosses(point: Point, side: Sequence[Point]) -> bool:
    (north, east), (far_north, far_east) = side
    latitude, longitude = point
    if (north > latitude) == (far_north > latitude):
        return False
    return longitude < (east - far_east) * (latitude - far_north) / (north - far_north) + far_east


FUNCTIONS = (
    Function("distance", "value value*", Kind.NUMBER, _distance, check=_check_distance),
    Function("area", "value", Kind.NUMBER, _area),
    Function("enclosed-area", "value", Kind.NUMBER, _area),
    Function("geofence", "value value", Kind.BOOLEAN, _geofence),
)
