"""How much of a stream one file carries: not too heavy to take along, and within what every reader accepts.

What is over goes into the next file; each has its own number, and its changes carry on from those of the one before.
"""

from collections.abc import Callable, Mapping

from fieldapp.records.change import Change

FILES_LIMIT = 1_500
"""Attachments of one file, below what a reader accepts."""
BYTES_LIMIT = 64 * 1024 * 1024
"""Bytes of attachments in one file, so that none is too heavy to carry."""
CHANGES_LIMIT = 50_000

Weigh = Callable[[Change], Mapping[str, int]]
"""The files that come along because of a change, and their bytes; a file that was counted before weighs no more."""


def first_share(changes: list[tuple[int, Change]], weigh: Weigh) -> list[tuple[int, Change]]:
    """Return as many of the changes, from the first, as one file carries with their attachments: one at least."""
    carried: dict[str, int] = {}
    size = 0
    for index, (_, change) in enumerate(changes):
        brought = {name: weight for name, weight in weigh(change).items() if name not in carried}
        carried |= brought
        size += sum(brought.values())
        if index and (size > BYTES_LIMIT or len(carried) > FILES_LIMIT or index >= CHANGES_LIMIT):
            return changes[:index]
    return changes
