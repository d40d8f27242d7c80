"""The tree that expressions are evaluated over: the primary instance and the secondary ones, ours and mutable.

An element holds its own text and its element children; that is all an instance needs, and fast. A document read
by `trees.parse_tree` with `keep_mixed` also keeps its text, comments and instructions in order, in `content`.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

_INDEX_FROM = 6
"""Below this number of children a scan is as quick as a dictionary."""

_LAYOUT_TO = 64
"""Above this number of children an element that is read is most likely the only one of its kind."""

_NO_ATTRIBUTES: Final[dict[str, "Node"]] = {}


class NodeKind(IntEnum):
    """What a node is, in the words of XPath."""

    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    DOCUMENT = 4
    COMMENT = 5
    INSTRUCTION = 6


class Node:
    """One node. Children are changed through `append`, `insert` and `remove` only, which keep the index right."""

    __slots__ = (
        "_index",
        "_text_node",
        "attributes",
        "children",
        "content",
        "kind",
        "layout",
        "lookups",
        "name",
        "namespace",
        "number",
        "numbered",
        "parent",
        "place",
        "prefix",
        "relevant",
        "state",
        "tag",
        "text",
    )

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        namespace: str = "",
        prefix: str = "",
        kind: NodeKind = NodeKind.ELEMENT,
    ) -> None:
        self.name = name
        """Local name; target of a processing instruction."""
        self.namespace = namespace
        self.prefix = prefix
        self.tag = f"{prefix}:{name}" if prefix else name
        """Name as written, with its prefix: what a step without a declared namespace is held against."""
        self.text = text
        """Own text: the value of a leaf, of an attribute, of a comment."""
        self.kind = kind
        self.parent: Node | None = None
        self.children: Sequence[Node] = ()
        """Element children, in order."""
        self.content: Sequence[Node] | None = None
        """All children, text included, of a document read with `keep_mixed`; otherwise None."""
        self.attributes: Mapping[str, Node] = _NO_ATTRIBUTES
        """By name as written: `id`, `jr:template`."""
        self.relevant = True
        """Whether it is in play, its ancestors counted; a path leaves it out when it is not."""
        self.state: object = None
        """Whatever the engine keeps with a node."""
        self.numbered: str | None = None
        """The text that `number` was read from: as long as it is the very same, nobody need read it again."""
        self.number = 0.0
        self.place = 0
        """Index among the siblings of its name as far as known; whoever uses it looks there first."""
        self._index: dict[str, list[Node]] | None = None
        self.layout: Mapping[str, int] | None = None
        """Places of the children whose name no other has; shared by all elements with the same children."""
        self.lookups: dict[tuple[str, ...], Any] | None = None
        """Dictionaries over the children, kept as long as they stay the same (see `rows`)."""
        self._text_node: Node | None = None

    def __repr__(self) -> str:
        """Kind and name, never the answer."""
        return f"<{self.kind.name.lower()} {self.name}>"

    def append(self, child: "Node") -> "Node":
        """Put an element last, and return it."""
        child.parent = self
        if isinstance(self.children, list):
            self.children.append(child)
        else:
            self.children = [child]
        if self._index is not None:
            self._index.setdefault(child.tag, []).append(child)
        self.layout = self.lookups = self.numbered = None
        return child

    def settle(self, children: "list[Node]", layouts: dict[tuple[str, ...], Mapping[str, int]]) -> None:
        """Give an element that is being read its children; those with the same names share what is in `layouts`."""
        self.children = children
        if children and len(children) <= _LAYOUT_TO:
            tags = tuple([child.tag for child in children])
            layout = layouts.get(tags)
            if layout is None:
                layout = layouts[tags] = _layout_of(children)
            self.layout = layout

    def insert(self, place: int, child: "Node") -> None:
        """Put an element before the child that stands at `place`."""
        if place >= len(self.children):
            self.append(child)
            return
        assert isinstance(self.children, list)
        self.children.insert(place, child)
        child.parent = self
        self.layout = self.lookups = None
        if self._index is not None:
            same = self._index.setdefault(child.tag, [])
            same.insert(_place_among(same, self.children, place), child)

    def remove(self, child: "Node") -> None:
        """Take an element out."""
        assert isinstance(self.children, list)
        self.children.remove(child)
        child.parent = None
        self.layout = self.lookups = None
        if self._index is not None:
            self._index[child.tag].remove(child)

    def copy(self) -> "Node":
        """Return a copy of an element and all below it, its attributes too; mixed content is left out.

        Copies share one look-up of their children by name, as long as they keep the children they were made with.
        """
        made = Node(self.name, self.text, namespace=self.namespace, prefix=self.prefix)
        for name, attribute in self.attributes.items():
            made.set_attribute(name, attribute.text, namespace=attribute.namespace)
        if self.children:
            made.children = [child.copy() for child in self.children]
            for child in made.children:
                child.parent = made
            if self.layout is None:
                self.layout = _layout_of(self.children)
            made.layout = self.layout
        return made

    def set_attribute(self, name: str, value: str, *, namespace: str = "") -> None:
        """Give an attribute its value; `name` as written, with its prefix."""
        prefix, _, local = name.rpartition(":")
        node = Node(local, value, namespace=namespace, prefix=prefix, kind=NodeKind.ATTRIBUTE)
        node.parent = self
        self.attributes = {**self.attributes, name: node}

    def named(self, tag: str) -> Sequence["Node"]:
        """Return the element children with this name, as written with its prefix, in order."""
        children = self.children
        if self.layout is not None:
            place = self.layout.get(tag)
            if place is not None:
                return (children[place],)
        if len(children) < _INDEX_FROM:
            return [child for child in children if child.tag == tag]
        if self._index is None:
            index: dict[str, list[Node]] = {}
            for child in children:
                index.setdefault(child.tag, []).append(child)
            self._index = index  # whole at once: secondary instances are shared by sessions in other threads
        return self._index.get(tag, ())

    def only(self, tag: str) -> "Node | None":
        """Return the one element child with this name, where that can be told at once; otherwise none."""
        layout = self.layout
        if layout is not None:
            place = layout.get(tag)
            return None if place is None else self.children[place]
        if self._index is not None:
            found = self._index.get(tag)
            return found[0] if found and len(found) == 1 else None
        return None

    def child(self, tag: str) -> "Node | None":
        """Return the first element child with this name."""
        found = self.named(tag)
        return found[0] if found else None

    def all_children(self) -> Sequence["Node"]:
        """Return every child as XPath sees it: text nodes, comments and instructions too."""
        if self.content is not None:
            return self.content
        if self.text and self.kind is NodeKind.ELEMENT:
            return (self._own_text_node(), *self.children)
        return self.children

    def _own_text_node(self) -> "Node":
        if self._text_node is None:
            self._text_node = Node("", kind=NodeKind.TEXT)
            self._text_node.parent = self
        self._text_node.text = self.text
        return self._text_node

    def walk(self) -> Iterator["Node"]:
        """Yield this element and the elements under it, in document order."""
        todo = [self]
        while todo:
            node = todo.pop()
            yield node
            todo.extend(reversed(node.children))

    def ancestors(self) -> Iterator["Node"]:
        """Yield the parents, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def value(self) -> str:
        """Return the string-value: own text of a leaf, else all text under it that is in play."""
        if not self.children and self.content is None:
            return self.text
        return "".join(_texts(self))


def _texts(node: Node) -> Iterator[str]:
    """Yield the text under a node in document order; irrelevant parts stay silent."""
    todo: list[Node] = [node]
    while todo:
        each = todo.pop()
        if each.kind is NodeKind.TEXT or (each.content is None and each.text):
            yield each.text
        if each.kind in (NodeKind.ELEMENT, NodeKind.DOCUMENT):
            inside = each.children if each.content is None else each.content
            todo.extend(
                child
                for child in reversed(inside)
                if child.relevant and child.kind in (NodeKind.ELEMENT, NodeKind.TEXT)
            )


def _layout_of(children: Sequence[Node]) -> dict[str, int]:
    """Return the places of the children whose name no other has."""
    places: dict[str, int] = {}
    several = set()
    for place, child in enumerate(children):
        if places.setdefault(child.tag, place) != place:
            several.add(child.tag)
    for tag in several:
        del places[tag]
    return places


def _place_among(same: list[Node], children: Sequence[Node], place: int) -> int:
    """Return the place among those of its name of the child that stands at `place`; it is not among them yet.

    Found from the nearest one before it: new repeat instances stand behind others.
    """
    before = place - 1 if same else -1
    while before >= 0 and children[before].tag != children[place].tag:
        before -= 1
    if before < 0:
        return 0
    return len(same) if children[before] is same[-1] else same.index(children[before]) + 1


def document_of(root: Node) -> Node:
    """Return the node above a root element, where absolute paths begin; it is made if it is not there."""
    if root.parent is None:
        Node("", kind=NodeKind.DOCUMENT).append(root)
        assert root.parent is not None
    return root.parent
