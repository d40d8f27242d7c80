"""Reads a workspace as it was in one moment, in a thread, while answers go on being committed."""

from collections.abc import Iterator
from contextlib import contextmanager

from fieldapp.store.workspace import Workspace


@contextmanager
def reader_of_one_moment(workspace: Workspace) -> Iterator[Workspace]:
    """Open a connection that only reads, and to which nothing changes until it is closed.

    A plain reader sees each question answered from the newest commit: what is read in several goes may not fit.
    """
    with workspace.reader() as reading:
        db = reading._opened.db
        db.execute("BEGIN DEFERRED")
        db.execute("SELECT count(*) FROM setting").fetchall()  # the moment is held from the first reading on
        yield reading
