"""The outlines of Morocco's regions and provinces, from `resources/map`: which province a place is in. No Qt."""

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fieldapp.base.paths import resources

Line = tuple[tuple[float, float], ...]
"""Longitude and latitude, in degrees."""


@dataclass(frozen=True, slots=True)
class Province:
    """A prefecture or province, with its codes of the Haut-Commissariat au Plan."""

    code: str
    region_code: str
    names: dict[str, str]
    """`fr`, `ar`; English writes the French name."""
    rings: tuple[Line, ...]
    box: tuple[float, float, float, float]
    """West, south, east, north."""

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place lies inside: a ray eastward crosses the outline an odd number of times."""
        west, south, east, north = self.box
        if not (west <= longitude <= east and south <= latitude <= north):
            return False
        return sum(_crossings(ring, longitude, latitude) for ring in self.rings) % 2 == 1

    @property
    def middle(self) -> tuple[float, float]:
        """Where its name is written: the centre of gravity of its largest ring."""
        return _centre(max(self.rings, key=_span))


@dataclass(frozen=True, slots=True)
class Border:
    """A line of the map: 2 around the whole, 1 between regions, 0 between provinces."""

    line: Line
    rank: int


@dataclass(frozen=True, slots=True)
class Country:
    """The whole map."""

    provinces: tuple[Province, ...]
    borders: tuple[Border, ...]
    regions: dict[str, dict[str, str]]
    """Names by region code and language."""
    box: tuple[float, float, float, float]

    def province_at(self, longitude: float, latitude: float) -> Province | None:
        """Return the province that a place lies in; nothing at sea and abroad."""
        return next((each for each in self.provinces if each.holds(longitude, latitude)), None)


@cache
def morocco() -> Country:
    """Read the map, once."""
    stored = json.loads((resources() / "map" / "morocco.json").read_text(encoding="utf-8"))
    arcs = [_unpacked(arc, stored["grid"]) for arc in stored["arcs"]]
    provinces = tuple(_province(each, arcs) for each in stored["provinces"])
    borders = tuple(Border(arc, rank) for arc, rank in zip(arcs, stored["kinds"], strict=True))
    regions = {each["code"]: _names(each) for each in stored["regions"]}
    return Country(provinces, borders, regions, _box([each.line for each in borders]))


def _province(stored: dict[str, object], arcs: list[Line]) -> Province:
    rings = tuple(_joined(ring, arcs) for ring in stored["rings"])  # type: ignore[attr-defined]
    code, region = str(stored["code"]), str(stored["region_code"])
    return Province(code, region, _names(stored), rings, _box(rings))


def _names(stored: dict[str, object]) -> dict[str, str]:
    french, arabic = str(stored["name_fr"]), str(stored["name_ar"])
    return {"fr": french, "ar": arabic, "en": french}


def _unpacked(arc: list[int], grid: int) -> Line:
    x = y = 0
    points = []
    for at in range(0, len(arc), 2):
        x, y = x + arc[at], y + arc[at + 1]
        points.append((x / grid, y / grid))
    return tuple(points)


def _joined(ring: list[int], arcs: list[Line]) -> Line:
    """Put the arcs of a ring end to end; one that is counted from the other side runs backwards."""
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else tuple(reversed(arcs[~number]))
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def _box(lines: "tuple[Line, ...] | list[Line]") -> tuple[float, float, float, float]:
    xs = [x for line in lines for x, _ in line]
    ys = [y for line in lines for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


def _span(ring: Line) -> float:
    west, south, east, north = _box([ring])
    return (east - west) * (north - south)


def _centre(ring: Line) -> tuple[float, float]:
    double = x = y = 0.0
    for (ax, ay), (bx, by) in pairwise(ring):
        cross = ax * by - bx * ay
        double += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return (x / (3 * double), y / (3 * double)) if double else ring[0]


def _crossings(ring: Line, longitude: float, latitude: float) -> int:
    count = 0
    for (x, y), (next_x, next_y) in pairwise(ring):
        if (y > latitude) != (next_y > latitude):
            count += longitude < (next_x - x) * (latitude - y) / (next_y - y) + x
    return count
