"""Moves and copies instances of a repeat in an open record."""

from fieldapp.engine import Effects
from fieldapp.engine.arranging import copied_instance, moved_instance
from fieldapp.store import Workspace
from fieldapp.usecases.records import OpenRecord


def move_instance(opened: OpenRecord, reference: str, way: int) -> Effects:
    """Let a repeat instance change places with its neighbour; nothing moves beyond the ends."""
    return opened.session.apply(moved_instance(opened.session, reference, way))


def copy_instance(workspace: Workspace, opened: OpenRecord, reference: str) -> Effects:
    """Begin an instance right after another, with its answers but without its files.

    Raises:
        KnownError: `engine.too_many_instances`.
    """
    edits, _ = copied_instance(opened.session, reference, workspace.ids.uuid7)
    return opened.session.apply(edits)
