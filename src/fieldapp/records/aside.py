"""Changes that speak about a record and set none of its answers: moves of its review, and comments.

They stand in the journal like any other change, travel in the streams of a team, and are erased with what they speak
of: their values stand at paths of their own (`ASIDE_PATHS`), or at the path of the question a comment is pinned to. No
merge of answers looks at them, so a program that does not know them reads the same answers.
"""

from collections.abc import Iterable

from fieldapp.records.change import Change, Op

ASIDE = frozenset({Op.REVIEW, Op.COMMENT})
"""Their operations."""
_NIL = "[00000000-0000-0000-0000-000000000000]"
"""What no answer's path ends with: only a repeat instance does, and it bears a UUID of its own."""
REVIEW_PATH = f"fieldapp.review{_NIL}"
"""Where a move says the state it leads to."""
REVIEWED_PATH = f"fieldapp.reviewed{_NIL}"
"""Where a move says which answers its author had before them: `review.mark_of`."""
RECORD_PATH = f"fieldapp.comment{_NIL}"
"""Where a comment on the record as a whole is pinned."""
ASIDE_PATHS = frozenset({REVIEW_PATH, REVIEWED_PATH, RECORD_PATH})


def aside_heads(changes: Iterable[Change]) -> dict[str, tuple[str, ...]]:
    """Return, path by path, the moves and comments that none of the others builds upon, sorted."""
    nodes: dict[str, dict[str, tuple[str, ...]]] = {}
    for change in changes:
        if change.op in ASIDE:
            for field in change.fields:
                nodes.setdefault(field.path, {})[change.change_id] = field.parents
    heads = {}
    for path, graph in nodes.items():
        replaced = {parent for parents in graph.values() for parent in parents}
        heads[path] = tuple(sorted(graph.keys() - replaced))
    return heads
