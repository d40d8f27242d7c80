"""Makes `resources/map/morocco.json`: outlines of the provinces, simplified, with the codes and names of the HCP.

    python3 packaging/build_map.py FOLDER PROVINCES.csv REGIONS.csv

FOLDER is the unpacked npm package `morocco-map` (TopoJSON drawn from OpenStreetMap, ODbL 1.0). The CSV files hold code,
names in French and Arabic and, of provinces, the region. No border is drawn here: arcs are only thinned out, each as a
whole, so that neighbours still share every line.
"""

import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "map" / "morocco.json"
TOLERANCE = 0.004
"""Degrees that a simplified line may be off: 400 metres, less than a pixel where provinces fill the map."""
_COLUMNS = ("code", "name_fr", "name_ar", "region_code")
GRID = 10_000
"""Steps of a degree: eleven metres."""
OUTSIDE, REGION, PROVINCE = 2, 1, 0
_KIND = re.compile(
    r"^(?:Pr[ée]fecture|Province)\s+(?:de\s+la\s+|de\s+l['’]|de\s+|d['’]|du\s+|des\s+)?", re.IGNORECASE
)
_SAME = {
    "": "rabat",  # named in Arabic alone
    "elkelaatessraghna": "elkelaadessraghna",
    "fquihbensaleh": "fquihbensalah",
    "mohammedia": "mohammadia",
    "rhamna": "rehamna",
    "taroudant": "taroudannt",
}
"""Spellings of the map, and those of the HCP."""

Point = tuple[float, float]


def folded(name: str) -> str:
    """Return a name as names are compared."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())


def latin(name: str) -> str:
    """Return the French part of `Province de Tétouan إقليم تطوان`, folded."""
    head = "".join(
        letter for letter in unicodedata.normalize("NFC", name) if ord(letter) < 0x250 or letter == "’"
    )
    found = folded(_KIND.sub("", head.strip()))
    return _SAME.get(found, found)


def decoded(topology: dict) -> list[list[Point]]:
    """Return the arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def thinned(points: list[Point]) -> list[Point]:
    """Return a line with only the points that it needs (Douglas and Peucker), its ends kept."""
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    if points[0] == points[-1]:
        keep.add(max(range(len(points)), key=lambda at: _distance(points[at], points[0], points[0])))
    stack = list(zip(sorted(keep), sorted(keep)[1:], strict=False))
    while stack:
        first, last = stack.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda at: _distance(points[at], points[first], points[last]), default=None)
        if far is not None and _distance(points[far], points[first], points[last]) > TOLERANCE:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return [points[at] for at in sorted(keep)]


def _distance(point: Point, one: Point, other: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, one, other
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return ((x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2) ** 0.5


def rings_of(geometry: dict) -> list[list[int]]:
    """Return the rings of a polygon or of several, as lists of arcs."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for part in parts for ring in part]


def main(folder: Path, provinces_csv: Path, regions_csv: Path) -> None:
    """Write the file."""
    topology = json.loads((folder / "data" / "provinces.json").read_text(encoding="utf-8"))
    rows = list(csv.DictReader(provinces_csv.open(encoding="utf-8")))
    regions = list(csv.DictReader(regions_csv.open(encoding="utf-8")))
    drawn = {
        latin(each["properties"]["name"]): each for each in topology["objects"]["provinces"]["geometries"]
    }
    named = {folded(row["name_fr"]): row for row in rows}
    if set(drawn) != set(named):
        sys.exit(f"not matched: {sorted(set(drawn) - set(named))} / {sorted(set(named) - set(drawn))}")
    users: dict[int, list[str]] = {}
    provinces = []
    for key, row in named.items():
        rings = rings_of(drawn[key])
        for arc in {~arc if arc < 0 else arc for ring in rings for arc in ring}:
            users.setdefault(arc, []).append(row["region_code"])
        provinces.append(
            {**{name: row[name] for name in ("code", "name_fr", "name_ar", "region_code")}, "rings": rings}
        )
    arcs, kinds = [], []
    for number, points in enumerate(decoded(topology)):
        flat = [round(value * GRID) for point in thinned(points) for value in point]
        arcs.append(flat[:2] + [flat[at] - flat[at - 2] for at in range(2, len(flat))])
        of = users.get(number, [])
        kinds.append(OUTSIDE if len(of) < 2 else PROVINCE if of[0] == of[1] else REGION)
    made = {
        "source": "OpenStreetMap (ODbL 1.0), morocco-map; codes et noms : HCP, RGPH 2024",
        "grid": GRID,
        "regions": regions,
        "provinces": provinces,
        "arcs": arcs,
        "kinds": kinds,
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*(Path(each) for each in sys.argv[1:4]))
