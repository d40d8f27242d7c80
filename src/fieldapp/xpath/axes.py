"""The axes of XPath, each in its own direction, node tests, and document order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from fieldapp.xpath.nodes import Node, NodeKind
from fieldapp.xpath.syntax import Step


def _child(node: Node) -> Sequence[Node]:
    return node.all_children()


def _descendant(node: Node) -> Iterator[Node]:
    todo = list(reversed(node.all_children()))
    while todo:
        each = todo.pop()
        yield each
        todo.extend(reversed(each.all_children()))


def _descendant_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _descendant(node)


def _parent(node: Node) -> Sequence[Node]:
    return () if node.parent is None else (node.parent,)


def _ancestor_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from node.ancestors()


def _place(node: Node) -> tuple[Sequence[Node], int]:
    """Return the siblings of a node, itself among them, and its place; an attribute has none."""
    if node.parent is None or node.kind is NodeKind.ATTRIBUTE:
        return (), -1
    siblings = node.parent.all_children()
    return siblings, siblings.index(node)


def _following_sibling(node: Node) -> Sequence[Node]:
    siblings, place = _place(node)
    return siblings[place + 1 :]


def _preceding_sibling(node: Node) -> Sequence[Node]:
    siblings, place = _place(node)
    return siblings[:place][::-1] if place > 0 else ()


def _following(node: Node) -> Iterator[Node]:
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        yield from _descendant(node.parent)
        node = node.parent
    for each in _ancestor_or_self(node):
        for sibling in _following_sibling(each):
            yield from _descendant_or_self(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    if node.kind is NodeKind.ATTRIBUTE and node.parent is not None:
        node = node.parent
    for each in _ancestor_or_self(node):
        for sibling in _preceding_sibling(each):
            yield from reversed(list(_descendant_or_self(sibling)))


def _attribute(node: Node) -> Iterable[Node]:
    return node.attributes.values()


def _namespace(_node: Node) -> Sequence[Node]:
    """Yield nothing: no ODK client has namespace nodes."""
    return ()


def _self(node: Node) -> Sequence[Node]:
    return (node,)


WALKS: Mapping[str, Callable[[Node], Iterable[Node]]] = {
    "ancestor": Node.ancestors,
    "ancestor-or-self": _ancestor_or_self,
    "attribute": _attribute,
    "child": _child,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "following": _following,
    "following-sibling": _following_sibling,
    "namespace": _namespace,
    "parent": _parent,
    "preceding": _preceding,
    "preceding-sibling": _preceding_sibling,
    "self": _self,
}

REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})

_KIND_TESTS = {
    "text()": NodeKind.TEXT,
    "comment()": NodeKind.COMMENT,
    "processing-instruction()": NodeKind.INSTRUCTION,
}


def node_test(step: Step, namespaces: Mapping[str, str]) -> Callable[[Node], bool] | None:
    """Return what decides whether a node on a step's axis passes; None where every node does.

    A name without a prefix is held against names as written, as ODK does; one with a prefix against the namespace.
    """
    if step.test == "node()":
        return None
    if step.test in _KIND_TESTS:
        wanted, target = _KIND_TESTS[step.test], step.target
        return lambda node: node.kind is wanted and target in ("", node.name)
    kind = NodeKind.ATTRIBUTE if step.axis == "attribute" else NodeKind.ELEMENT
    if step.test == "*":
        return lambda node: node.kind is kind
    prefix, _, local = step.test.rpartition(":")
    if not prefix:
        return lambda node: node.tag == local and node.kind is kind
    uri = namespaces.get(prefix)
    if local == "*":
        return lambda node: node.namespace == uri and node.kind is kind
    return lambda node: node.name == local and node.namespace == uri and node.kind is kind


def in_document_order(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes once each, in the order of their document."""
    unique = list(dict.fromkeys(nodes))
    if len(unique) < 2:
        return unique
    return sorted(unique, key=_Order())


class _Order:
    """Places of nodes, remembered while one list is sorted."""

    def __init__(self) -> None:
        self._places: dict[Node, tuple[tuple[int, int], ...]] = {}
        self._siblings: dict[Node, dict[Node, int]] = {}

    def __call__(self, node: Node) -> tuple[tuple[int, int], ...]:
        """Return the way down to a node: for each step its rank among kinds, and its number."""
        chain = [node, *node.ancestors()]
        place: tuple[tuple[int, int], ...] = ()
        known = next((each for each in chain if each in self._places), None)
        if known is not None:
            place = self._places[known]
            chain = chain[: chain.index(known)]
        for each in reversed(chain):
            place = (*place, self._step(each))
            self._places[each] = place
        return place

    def _step(self, node: Node) -> tuple[int, int]:
        parent = node.parent
        if parent is None:
            return 0, id(node)
        if node.kind is NodeKind.ATTRIBUTE:
            return -1, list(parent.attributes.values()).index(node)
        numbers = self._siblings.get(parent)
        if numbers is None:
            numbers = {each: number for number, each in enumerate(parent.all_children())}
            self._siblings[parent] = numbers
        return 0, numbers[node]


def same_name_place(node: Node) -> int:
    """Return the place of an element among its siblings of the same name, from 1."""
    if node.parent is None:
        return 1
    siblings = node.parent.named(node.tag)
    if node.place >= len(siblings) or siblings[node.place] is not node:
        node.place = siblings.index(node)
    return node.place + 1
