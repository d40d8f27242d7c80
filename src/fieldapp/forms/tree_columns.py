"""Writes trees of nodes as columns of JSON, level by level, and makes them again from it."""

from collections.abc import Callable, Sequence
from typing import Any

from fieldapp.base.errors import BugError
from fieldapp.xpath import Node, NodeKind, document_of

Json = Any
"""What `json` writes and reads."""


def write_tree(root: Node, string: Callable[[str], int]) -> Json:
    """Write a tree; `string` gives the number of each text.

    Level by level the children of each node stand together, so that their number is enough to find them again.
    """
    nodes = [root]
    for node in nodes:
        if node.content is not None or node.kind is not NodeKind.ELEMENT:
            raise BugError("forms.mixed_tree", name=node.name)
        nodes.extend(node.children)
    names: dict[tuple[str, str, str], int] = {}
    kinds = [names.setdefault((node.name, node.namespace, node.prefix), len(names)) for node in nodes]
    texts = {str(place): string(node.text) for place, node in enumerate(nodes) if node.text}
    return {
        "names": [list(map(string, name)) for name in names],
        "kinds": kinds,
        "counts": [len(node.children) for node in nodes],
        "texts": texts if len(texts) < len(nodes) // 2 else [string(node.text) for node in nodes],
        "attributes": [
            [place, string(name), string(each.text), string(each.namespace)]
            for place, node in enumerate(nodes)
            for name, each in node.attributes.items()
        ],
        "is_document": root.parent is not None,
    }


def read_tree(written: Json, strings: Sequence[str]) -> Node:
    """Make a tree again."""
    names = [tuple(strings[number] for number in name) for name in written["names"]]
    nodes: list[Node] = []
    for kind in written["kinds"]:
        name, namespace, prefix = names[kind]
        nodes.append(Node(name, namespace=namespace, prefix=prefix))
    _join(nodes, written["counts"])
    texts = written["texts"]
    if isinstance(texts, dict):
        for place, number in texts.items():
            nodes[int(place)].text = strings[number]
    else:
        for node, number in zip(nodes, texts, strict=True):
            node.text = strings[number]
    for place, name, text, namespace in written["attributes"]:
        nodes[place].set_attribute(strings[name], strings[text], namespace=strings[namespace])
    if written["is_document"]:
        document_of(nodes[0])
    return nodes[0]


def _join(nodes: Sequence[Node], counts: Sequence[int]) -> None:
    place = 1
    for node, count in zip(nodes, counts, strict=True):
        if count:
            node.children = children = list(nodes[place : place + count])
            place += count
            for child in children:
                child.parent = node
