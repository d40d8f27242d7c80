"""Finds where the answers of one version of a form go in another: the same path, the same name elsewhere, or nowhere.

Pure. A question that only moved is known by its name, where that name is the only one of its kind in both versions.
The instances of a repeat keep their identity, so that their history and their merges go on. A question that came out
of a repeat, or into one, takes its answer along where there is one alone to take.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fieldapp.base.ids import derived_uuid
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.rules import NodeSpec
from fieldapp.records.former import spec_of
from fieldapp.records.rank import ranks

_PRESENT, _RANK = "/@present", "/@rank"


@dataclass(frozen=True, slots=True)
class Routes:
    """Where each answer goes."""

    targets: Mapping[str, str]
    """Old path -> new path, the same one for what stays; what has no place any more is not among them."""
    made: Mapping[str, str] = field(default_factory=dict)
    """`@present` and `@rank` of repeat instances that are made for answers which came into a repeat."""


def find_routes(
    old: FormDefinition, new: FormDefinition, answers: Mapping[str, str], *, record_id: str
) -> Routes:
    """Find where each stored answer of a record goes.

    Args:
        old: The version the record is filled with.
        new: The version it goes over to.
        answers: Stored values by path.
        record_id: The record; instances that must be made are named after it, on every device alike.
    """
    finding = _Finding(old, new, record_id)
    targets: dict[str, str] = {}
    for path in answers:
        target = finding.target_of(path)
        if target:
            targets[path] = target
    return Routes(_one_each(targets, answers), finding.made)


def chain_of(spec: NodeSpec) -> tuple[str, ...]:
    """Return the repeats around a node, the outer ones first, and itself if it is one."""
    found: list[str] = []
    above: NodeSpec | None = spec
    while above is not None:
        if above.is_repeat:
            found.append(above.nodeset)
        above = above.parent
    return tuple(reversed(found))


class _Finding:
    """One comparison of two versions."""

    def __init__(self, old: FormDefinition, new: FormDefinition, record_id: str) -> None:
        self._old, self._new = old, new
        self._record_id = record_id
        self._repeats = self._map_repeats()
        self._leaves = _matched(_leaves(old), _leaves(new))
        self.made: dict[str, str] = {}

    def target_of(self, path: str) -> str:
        """Return where an answer goes; blank for nowhere."""
        spec = spec_of(self._old, path)
        if spec is None or spec.is_attribute:
            return path if spec_of(self._new, path) is not None else ""
        uuids = [step.partition("[")[2].rstrip("]") for step in path.split("/") if "[" in step]
        if spec.is_repeat:
            target = self._repeats.get(spec.nodeset)
            suffix = _PRESENT if path.endswith(_PRESENT) else _RANK
            return self._path(target, uuids) + suffix if target else ""
        goal = self._new.model.specs.get(self._leaves.get(_key(self._old, spec), ""))
        return "" if goal is None or not goal.is_stored else self._leaf(spec, goal, uuids)

    def _leaf(self, spec: NodeSpec, goal: NodeSpec, uuids: list[str]) -> str:
        chain = tuple(self._repeats.get(repeat, "") for repeat in chain_of(spec))
        wanted = chain_of(goal)
        if wanted[: len(chain)] == chain and len(wanted) <= len(chain) + 1:
            return self._path(goal.nodeset, [*uuids, *self._new_instance(wanted[len(chain) :], uuids)])
        if chain[: len(wanted)] == wanted:
            return self._path(goal.nodeset, uuids[: len(wanted)])
        return ""

    def _new_instance(self, repeats: tuple[str, ...], uuids: list[str]) -> list[str]:
        """Make the one instance of a repeat into which answers came, and return its identity."""
        if not repeats:
            return []
        made = derived_uuid(self._record_id, repeats[0], *uuids)
        path = self._path(repeats[0], [*uuids, made])
        self.made[path + _PRESENT] = "1"
        self.made[path + _RANK] = ranks(1)[0]
        return [made]

    def _path(self, nodeset: str, uuids: Iterable[str]) -> str:
        """Write the record path of a node of the new version in these repeat instances."""
        waiting = iter(uuids)
        steps: list[str] = []
        spec: NodeSpec | None = self._new.model.specs[nodeset]
        chain: list[NodeSpec] = []
        while spec is not None and spec.nodeset != self._new.root:
            chain.append(spec)
            spec = spec.parent
        for one in reversed(chain):
            steps.append(f"{one.name}[{next(waiting)}]" if one.is_repeat else one.name)
        return "/".join(steps)

    def _map_repeats(self) -> dict[str, str]:
        """Return where each repeat went, the outer ones first: an inner one goes with that around it."""
        matched = _matched(_repeats(self._old), _repeats(self._new))
        found: dict[str, str] = {}
        for spec in self._old.model.specs.values():
            target = matched.get(_key(self._old, spec), "") if spec.is_repeat else ""
            if target:
                outer = tuple(found.get(repeat, "") for repeat in chain_of(spec)[:-1])
                if chain_of(self._new.model.specs[target])[:-1] == outer:
                    found[spec.nodeset] = target
        return found


def _matched(old: Mapping[str, NodeSpec], new: Mapping[str, NodeSpec]) -> dict[str, str]:
    """Match nodes by their path; what is left by its name, and by the name around it where that is not enough."""
    found = {path: new[path].nodeset for path in old.keys() & new.keys()}
    left = {path: spec for path, spec in old.items() if path not in found}
    free = {path: spec for path, spec in new.items() if path not in old}
    for near in (1, 2):
        wanted, offered = _by_name(left, near), _by_name(free, near)
        for name, paths in wanted.items():
            there = offered.get(name, [])
            if len(paths) == len(there) == 1 and paths[0] in left and there[0] in free:
                found[paths[0]] = new[there[0]].nodeset
                del left[paths[0]], free[there[0]]
    return found


def _by_name(specs: Mapping[str, NodeSpec], near: int) -> dict[tuple[str, ...], list[str]]:
    """Gather paths by their last steps: one step is the name alone."""
    found: dict[tuple[str, ...], list[str]] = {}
    for path in specs:
        found.setdefault(tuple(path.split("/")[-near:]), []).append(path)
    return found


def _leaves(definition: FormDefinition) -> dict[str, NodeSpec]:
    specs = definition.model.specs.values()
    return {_key(definition, spec): spec for spec in specs if spec.is_leaf and not spec.is_attribute}


def _repeats(definition: FormDefinition) -> dict[str, NodeSpec]:
    return {_key(definition, spec): spec for spec in definition.model.specs.values() if spec.is_repeat}


def _key(definition: FormDefinition, spec: NodeSpec) -> str:
    """Return a node's path below the root, whose own name may be another in another version."""
    return spec.nodeset.removeprefix(definition.root + "/")


def _one_each(targets: Mapping[str, str], answers: Mapping[str, str]) -> dict[str, str]:
    """Leave out the targets that several answers would share: none of them is to win over the others."""
    shared: dict[str, int] = {}
    for path, target in targets.items():
        if answers.get(path):
            shared[target] = shared.get(target, 0) + 1
    return {path: target for path, target in targets.items() if shared.get(target, 0) <= 1 or path == target}
