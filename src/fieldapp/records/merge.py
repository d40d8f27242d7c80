"""Three-way merge by heads: any order of the same changes gives the same state, and nobody wins silently.

Per path, the changes form a graph through their parents. Properties, proved in `tests/records/test_merge.py`:

1. The state depends on the set of changes alone, not on the order or number of times they arrive.
2. A value that nobody has seen and replaced is a head: it is applied, or stands in a conflict; it never vanishes.
3. One head, or several with equal values, is agreement. Several different heads are a conflict, in which the
   last value that all heads descend from stays agreed. A change whose parents are all heads resolves it.
4. Select-multiple answers merge as sets against that last agreed value, so two people may add different choices.
5. A value that was erased, and what somebody made of it without knowing, counts as blank (`erasure`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.records.change import Change, Op
from fieldapp.records.erasure import ERASES, taken_back

_NOT_VALUES = frozenset({Op.PUBLISH, Op.WITHDRAW, Op.REVIEW, Op.COMMENT})


@dataclass(frozen=True, slots=True)
class FieldNode:
    """One value of one path, as a node of its graph."""

    change_id: str
    value: str | None
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldState:
    """What a path holds after the merge."""

    heads: tuple[str, ...]
    """Change ids that no known change has replaced, sorted."""
    value: str | None
    """The agreed value: what publication and documents use."""
    is_conflict: bool
    choices: tuple[str | None, ...]
    """The values of the heads, in the order of `heads`: what a person chooses from in a conflict."""
    base: tuple[str, ...] = ()
    """In a conflict, the changes that brought the agreed value: what one has seen who saw that value alone."""

    @property
    def seen(self) -> tuple[str, ...]:
        """The changes that stand behind the agreed value."""
        return self.base if self.is_conflict else self.heads


def merge_field(nodes: Iterable[FieldNode], *, is_set: bool = False) -> FieldState:
    """Fold the changes of one path into its state.

    Raises:
        ValueError: Two nodes of one change, which no journal holds.
    """
    graph = _graph_of(nodes)
    heads = _heads(graph, frozenset(graph))
    values = tuple(graph[head].value for head in heads)
    if len(set(values)) <= 1:
        return FieldState(heads, values[0] if values else None, is_conflict=False, choices=values)
    base = _last_agreed(graph, heads, is_set=is_set)
    if is_set:
        merged = _merge_sets(base.value if base else None, values)
        return FieldState(heads, merged, is_conflict=False, choices=values)
    if base is None:
        return FieldState(heads, None, is_conflict=True, choices=values)
    return FieldState(heads, base.value, is_conflict=True, choices=values, base=base.seen)


def merge_record(
    changes: Iterable[Change], *, set_paths: frozenset[str] = frozenset(), stream: bool = False
) -> dict[str, FieldState]:
    """Fold all changes of one record into the state of each path.

    Args:
        changes: In any order; a repetition by change_id counts once.
        set_paths: Generic paths (without `[uuid]`) of select-multiple questions.
        stream: Read the changes as a centre does: there `publish` brings a value and `withdraw` takes it away;
            in the author's own workspace they say only what travelled.
    """
    counted = [
        change
        for change in changes
        if change.op not in _NOT_VALUES or (stream and change.op in (Op.PUBLISH, Op.WITHDRAW))
    ]
    gone = taken_back(counted, ops=ERASES if stream else {Op.ERASE})
    nodes: dict[str, dict[str, FieldNode]] = {}
    for change in counted:
        for field in change.fields:
            value = None if (change.change_id, field.path) in gone else field.new_value
            node = FieldNode(change.change_id, value, field.parents)
            nodes.setdefault(field.path, {})[change.change_id] = node
    return {
        path: merge_field(by_id.values(), is_set=generic_path(path) in set_paths)
        for path, by_id in sorted(nodes.items())
    }


def answers_of(state: Mapping[str, FieldState]) -> dict[str, str]:
    """Return the agreed, non-blank values of a merged record."""
    return {path: field.value for path, field in state.items() if field.value is not None}


def generic_path(path: str) -> str:
    """Return a path without its repeat UUIDs: `sites/site[0197…]/ville` -> `sites/site/ville`."""
    return "/".join(step.partition("[")[0] for step in path.split("/"))


def _graph_of(nodes: Iterable[FieldNode]) -> dict[str, FieldNode]:
    graph: dict[str, FieldNode] = {}
    for node in nodes:
        if graph.setdefault(node.change_id, node) != node:
            raise ValueError(f"change {node.change_id} sets one path to two values")
    return graph


def _heads(graph: Mapping[str, FieldNode], among: frozenset[str]) -> tuple[str, ...]:
    replaced = {parent for change_id in among for parent in graph[change_id].parents}
    return tuple(sorted(among - replaced))


def _ancestors(graph: Mapping[str, FieldNode], change_id: str) -> frozenset[str]:
    """Return all known changes that the author of this one had, directly or not, before them."""
    seen: set[str] = set()
    todo = list(graph[change_id].parents)
    while todo:
        parent = todo.pop()
        if parent in graph and parent not in seen:
            seen.add(parent)
            todo.extend(graph[parent].parents)
    return frozenset(seen)


def _last_agreed(
    graph: Mapping[str, FieldNode], heads: tuple[str, ...], *, is_set: bool
) -> FieldState | None:
    """Return what all heads descend from: their nearest common ancestors, merged in turn; nothing without any."""
    common = frozenset.intersection(*(_ancestors(graph, head) for head in heads))
    if not common:
        return None
    return merge_field((graph[change_id] for change_id in common), is_set=is_set)


def _merge_sets(base: str | None, values: Iterable[str | None]) -> str | None:
    """Apply every addition and every removal against the base; the order is that of first appearance, sorted."""
    before = set((base or "").split())
    after = [set((value or "").split()) for value in values]
    added = set().union(*(chosen - before for chosen in after))
    removed = set().union(*(before - chosen for chosen in after))
    merged = sorted((before | added) - removed)
    return " ".join(merged) or None
