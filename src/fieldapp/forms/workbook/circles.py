"""Finds circles among names that read each other, each told once, beginning with the name that stands first."""

from collections.abc import Iterable, Iterator, Mapping


def circles(reads: Mapping[str, Iterable[str]], order: list[str]) -> Iterator[list[str]]:
    """Yield one circle for each group of names that can reach themselves.

    Args:
        reads: Name -> the names it reads.
        order: The names as they stand in the form.
    """
    bound = _bound(_bound({name: set(others) for name, others in reads.items()}))
    told: set[str] = set()
    for name in order:
        if name in told or name not in bound:
            continue
        circle = _way_back(name, bound)
        if circle:
            told.update(circle)
            yield circle


def _bound(reads: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Turn the reads round, leaving out every name that nothing leads on from: it is in no circle.

    Done twice, what is left reads and is read; forms are long chains, of which nothing stays.
    """
    read_by: dict[str, set[str]] = {name: set() for name in reads}
    for name, others in reads.items():
        for other in others & reads.keys():
            read_by[other].add(name)
    left = {name: len(others & reads.keys()) for name, others in reads.items()}
    ends = [name for name, count in left.items() if not count]
    for name in ends:
        for reader in read_by.pop(name):
            left[reader] -= 1
            if not left[reader]:
                ends.append(reader)
    return {name: readers & read_by.keys() for name, readers in read_by.items()}


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
