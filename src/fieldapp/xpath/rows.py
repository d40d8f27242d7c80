"""Dictionaries over the rows of trees that never change, made when they are first asked for."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from fieldapp.base.collector import collection_paused
from fieldapp.xpath.nodes import Node

Key = str | tuple[str, ...]
"""The value of one child, or the values of several."""
Index = dict[Key, list[Node]]


def rows_by(parent: Node, tag: str, keys: tuple[str, ...]) -> Mapping[Key, Sequence[Node]]:
    """Return the children of a name by the values of some of their own children."""
    if parent.lookups is None:
        parent.lookups = {}
    found = parent.lookups.get((tag, *keys))
    if found is None:
        with collection_paused():
            found = _by_one(parent.named(tag), *keys) if len(keys) == 1 else _by_many(parent.named(tag), keys)
        parent.lookups[tag, *keys] = found
    return found


def _by_one(rows: Iterable[Node], key: str) -> Index:
    index: Index = {}
    layout, place = None, None
    for row in rows:
        if row.layout is not layout:
            layout = row.layout
            place = None if layout is None else layout.get(key)
        if place is None:
            _add(index, row, dict.fromkeys(_texts(row, key)))
            continue
        child = row.children[place]
        text = child.value() if child.children else child.text
        same = index.get(text)
        if same is None:
            index[text] = [row]
        else:
            same.append(row)
    return index


def _by_many(rows: Iterable[Node], keys: tuple[str, ...]) -> Index:
    index: Index = {}
    layout, places = None, None
    for row in rows:
        if row.layout is not layout:
            layout = row.layout
            places = _places(layout, keys)
        if places is None:
            _add(index, row, dict.fromkeys(product(*(_texts(row, key) for key in keys))))
            continue
        children = row.children
        texts = tuple([children[place].value() for place in places])
        same = index.get(texts)
        if same is None:
            index[texts] = [row]
        else:
            same.append(row)
    return index


def _places(layout: Mapping[str, int] | None, keys: tuple[str, ...]) -> list[int] | None:
    """Return where the children of some names stand in all rows of a layout; none where one has not one place."""
    if layout is None or any(key not in layout for key in keys):
        return None
    return [layout[key] for key in keys]


def _texts(row: Node, key: str) -> list[str]:
    return [child.value() for child in row.children if child.tag == key]


def _add(index: Index, row: Node, keys: Iterable[Key]) -> None:
    for key in keys:
        index.setdefault(key, []).append(row)
