"""Dictionaries over the rows of trees that never change, made when they are first asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from operator import attrgetter, itemgetter

from fieldapp.base.collector import collection_paused
from fieldapp.xpath.nodes import Node

Key = str | tuple[str, ...]
"""The value of one child, or the values of several."""
Index = dict[Key, list[Node]]
_text_of = attrgetter("text")
_children_of = attrgetter("children")


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
    layout, pick = None, None
    for row in rows:
        if row.layout is not layout:
            layout = row.layout
            pick = _picker(layout, keys)
        cells = pick(row.children) if pick is not None else ()
        if not cells or any(map(_children_of, cells)):
            _add(index, row, dict.fromkeys(product(*(_texts(row, key) for key in keys))))
            continue
        texts = tuple(map(_text_of, cells))
        same = index.get(texts)
        if same is None:
            index[texts] = [row]
        else:
            same.append(row)
    return index


def _picker(
    layout: Mapping[str, int] | None, keys: tuple[str, ...]
) -> Callable[[Sequence[Node]], tuple[Node, ...]] | None:
    """Return what picks the children of some names in all rows of a layout; none where one has not one place."""
    if layout is None or any(key not in layout for key in keys):
        return None
    return itemgetter(*(layout[key] for key in keys))


def _texts(row: Node, key: str) -> list[str]:
    return [child.value() for child in row.children if child.tag == key]


def _add(index: Index, row: Node, keys: Iterable[Key]) -> None:
    for key in keys:
        index.setdefault(key, []).append(row)
