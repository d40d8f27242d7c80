"""Comments on a record and its questions: threads, as a pure function of the record's changes.

Properties, proved in `tests/records/test_comments.py`:

1. The threads depend on the set of changes alone, not on the order or number of times they arrive.
2. A thread is open until somebody settles it who had seen all of it: a word written at the same time keeps it open.
3. What was erased is told no more; a thread of which nothing is left is none.

The text stands in the change's value, never in its reason, so that it can be erased. A first comment builds upon the
answer it speaks of, a later one upon what was said before it: so an erasure of the answer takes them all (`erasure`).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from fieldapp.records.change import Change, ChangeField, Op, is_erased
from fieldapp.records.merge import FieldState


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said, or the settling of what was said."""

    change_id: str
    actor_id: str
    at: str
    """By the author's clock; decides nothing."""
    text: str
    """Blank where the thread is settled."""

    @property
    def settles(self) -> bool:
        """Whether it ends its thread."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with what was answered."""

    thread_id: str
    """The change that began it."""
    path: str
    """The question it is pinned to, or `RECORD_PATH`."""
    remarks: tuple[Remark, ...]
    """Each after what its author had read."""
    heads: tuple[str, ...]
    """What nobody has answered: the parents of the next remark."""
    is_settled: bool
    about: tuple[str, ...] = ()
    """The changes that brought the answer it was written about; none where the question was blank."""


_Said = Mapping[str, tuple[Change, ChangeField]]


def threads_of(changes: Iterable[Change]) -> tuple[Thread, ...]:
    """Return the threads of a record, sorted by path, the oldest first."""
    by_path: dict[str, dict[str, tuple[Change, ChangeField]]] = {}
    for change in changes:
        if change.op is Op.COMMENT:
            for field in change.fields:
                by_path.setdefault(field.path, {})[change.change_id] = (change, field)
    threads = [thread for path, said in sorted(by_path.items()) for thread in _threads_at(path, said)]
    return tuple(thread for thread in threads if any(remark.text for remark in thread.remarks))


def thread_parents(thread: Thread | None, answer: FieldState | None) -> tuple[str, ...]:
    """Return what a remark builds upon: what stands in its thread; the answer, where it begins one."""
    if thread is not None:
        return thread.heads
    return tuple(sorted(answer.seen)) if answer is not None else ()


def _threads_at(path: str, said: _Said) -> list[Thread]:
    depths = _depths(said)
    roots = {change_id: _root(change_id, said) for change_id in said}
    found = []
    for root in sorted(set(roots.values())):
        members = sorted((one for one, of in roots.items() if of == root), key=lambda one: (depths[one], one))
        found.append(_thread(path, root, said, members=members))
    return found


def _thread(path: str, root: str, said: _Said, *, members: Collection[str]) -> Thread:
    replaced = {parent for one in members for parent in said[one][1].parents}
    heads = tuple(sorted(set(members) - replaced))
    kept = [one for one in members if not is_erased(said[one][1])]
    return Thread(
        thread_id=root,
        path=path,
        remarks=tuple(_remark(*said[one]) for one in kept),
        heads=heads,
        is_settled=all(not said[one][1].new_value for one in heads),
        about=said[root][1].parents,
    )


def _remark(change: Change, field: ChangeField) -> Remark:
    return Remark(change.change_id, change.actor_id, change.at, field.new_value or "")


def _root(change_id: str, said: _Said) -> str:
    """Return the first remark that one goes back to; of several, the one with the smallest id."""
    seen, todo, roots = set[str](), [change_id], set[str]()
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        before = [parent for parent in said[one][1].parents if parent in said]
        todo += before
        if not before:
            roots.add(one)
    return min(roots or {change_id})


def _depths(said: _Said) -> dict[str, int]:
    """Return how many remarks each goes back over, at most."""
    depths = dict.fromkeys(said, 0)
    for _ in said:  # a chain is no longer than there are remarks
        before = dict(depths)
        for one, (_, field) in said.items():
            depths[one] = max((depths[parent] + 1 for parent in field.parents if parent in said), default=0)
        if before == depths:
            break
    return depths
