"""Finds circles among names that read each other, each told once, beginning with the name that stands first."""

from collections.abc import Iterable, Iterator, Mapping


def circles(reads: Mapping[str, Iterable[str]], order: list[str]) -> Iterator[list[str]]:
    """Yield one circle for each group of names that can reach themselves.

    Args:
        reads: Name -> the names it reads.
        order: The names as they stand in the form.
    """
    told: set[str] = set()
    for name in order:
        if name in told:
            continue
        circle = _way_back(name, reads)
        if circle:
            told.update(circle)
            yield circle


def _way_back(start: str, reads: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the shortest way from a name back to itself, or nothing."""
    came_from: dict[str, str] = {}
    todo = [start]
    for name in todo:
        for other in sorted(reads.get(name, ())):
            if other == start:
                return _walked(start, name, came_from)
            if other not in came_from:
                came_from[other] = name
                todo.append(other)
    return []


def _walked(start: str, last: str, came_from: Mapping[str, str]) -> list[str]:
    circle = [last]
    while circle[-1] != start:
        circle.append(came_from[circle[-1]])
    return circle[::-1]
