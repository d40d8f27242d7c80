"""Places as people have them: typed, or copied from a map on the web or on a telephone. Pure functions, no widget."""

import re
from urllib.parse import unquote

_SIGNED = r"([-+]?\d{1,3}(?:\.\d+)?)"
_IN_LINK = (
    re.compile(rf"!3d{_SIGNED}!4d{_SIGNED}"),  # the place itself in an address of Google Maps
    re.compile(rf"[?&#]mlat={_SIGNED}&mlon={_SIGNED}"),  # the marker of OpenStreetMap
    re.compile(
        rf"[?&](?:q|query|ll|daddr|destination|center|sll|cp|markers)=(?:loc:)?{_SIGNED}\s*[,~]\s*{_SIGNED}"
    ),
    re.compile(rf"^geo:{_SIGNED},{_SIGNED}"),  # RFC 5870: what telephones share
    re.compile(rf"/(?:place|search|dir)/{_SIGNED},\+?{_SIGNED}"),
    re.compile(rf"@{_SIGNED},{_SIGNED}"),  # the middle of what Google Maps shows
    re.compile(
        rf"#(?:map=)?\d{{1,2}}(?:\.\d+)?/{_SIGNED}/{_SIGNED}"
    ),  # the middle of what OpenStreetMap shows
)
"""From the surest to the vaguest."""
_LINK = re.compile(r"(?:https?|geo):\S+", re.IGNORECASE)
_SHORT = re.compile(
    r"https?://(?:maps\.app\.goo\.gl|goo\.gl/maps|g\.co|osm\.org/go|waze\.com/ul/)\S*", re.IGNORECASE
)
_ANGLE = re.compile(
    r"([NSEWO])?\s*(\d{1,3})\s*°\s*(?:(\d{1,2}(?:\.\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:\"|″|''|”)\s*)?([NSEWO])?",
    re.IGNORECASE,
)
_TWO = 2
_LONGEST = 2_000
"""Characters of an address that are looked at."""
_LATITUDE, _LONGITUDE = 90.0, 180.0


def is_link(text: str) -> bool:
    """Whether a text is the address of a map, or of anything else."""
    return _LINK.match(text.strip()) is not None


def is_short_link(text: str) -> bool:
    """Whether an address only leads to another one that holds the place: that needs a network."""
    return _SHORT.match(text.strip()) is not None


def place_in(text: str) -> tuple[float, float] | None:
    """Return the latitude and longitude in a link, or written in degrees, minutes and seconds; or nothing."""
    if len(text) > _LONGEST:
        return None
    written = unquote(text.strip()) if is_link(text) else text.strip()
    found = _linked(written) if is_link(written) else _angled(written)
    if found is None or abs(found[0]) > _LATITUDE or abs(found[1]) > _LONGITUDE:
        return None
    return found


def stored(latitude: float, longitude: float, accuracy: float = 0.0) -> str:
    """Write a place as XForms stores it: latitude, longitude, altitude, accuracy in metres."""
    return f"{_short(latitude)} {_short(longitude)} 0 {accuracy:.0f}"


def coordinates(value: str) -> tuple[float, float] | None:
    """Return the latitude and longitude of a stored place; nothing for what is none."""
    parts = value.split()
    try:
        found = float(parts[0]), float(parts[1])
    except (IndexError, ValueError):
        return None
    return found if abs(found[0]) <= _LATITUDE and abs(found[1]) <= _LONGITUDE else None


def accuracy(value: str) -> float:
    """Return how far a stored place may be off, in metres; 0 when nobody said."""
    parts = value.split()
    try:
        return float(parts[3])
    except (IndexError, ValueError):
        return 0.0


def _short(degrees: float) -> str:
    return f"{degrees:.6f}".rstrip("0").rstrip(".")


def _linked(text: str) -> tuple[float, float] | None:
    for pattern in _IN_LINK:
        if found := pattern.search(text):
            return float(found[1]), float(found[2])
    return None


def _angled(text: str) -> tuple[float, float] | None:
    """Read `34°01'15.2"N 6°50'29.8"W`."""
    angles = [match for match in _ANGLE.finditer(text.replace(",", ".")) if match[2]]
    if len(angles) != _TWO:
        return None
    latitude, longitude = (_degrees(match) for match in angles)
    return latitude, longitude


def _degrees(match: "re.Match[str]") -> float:
    value = int(match[2]) + float(match[3] or 0) / 60 + float(match[4] or 0) / 3600
    side = (match[1] or match[5] or "").upper()
    return -value if side in ("S", "W", "O") else value
