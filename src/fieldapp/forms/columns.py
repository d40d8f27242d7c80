"""Writes the objects of a form definition as columns of JSON, one table a class, and makes them again from it.

What a class holds is read from its type hints, so that a field which is added to one is written too. Only the classes
that the hints of `FormDefinition` lead to are ever made: this is no pickle. Column by column an object takes a third
of the time that its constructor would.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from fieldapp.forms.parts import NONE
from fieldapp.forms.tree_columns import Json, read_tree, write_tree
from fieldapp.xpath import Expression, Node

_SPARSE = 2
"""A column in which one value stands in half of the rows or more is written as that value and the others."""


class Writing:
    """What is being written: the strings and the objects met so far, by their numbers."""

    def __init__(self) -> None:
        self.strings: dict[str, int] = {}
        self.numbers: dict[object, int] = {}

    def string(self, text: str) -> int:
        """Return the number of a string."""
        return self.strings.setdefault(text, len(self.strings))

    def object(self, each: object) -> int:
        """Return the number of an object; 0 stands for none."""
        return 0 if each is None else self.numbers[_key(each)]


@dataclass(slots=True)
class Reading:
    """What is being read: strings and objects by number."""

    strings: list[str]
    objects: list[Any]


@dataclass(frozen=True, slots=True)
class Codec:
    """How the values of one type are written and read."""

    write: Callable[[Writing, Any], Json]
    reader: Callable[[Reading], Callable[[Any], Any]]
    objects: Callable[[Any], Iterable[object]] = lambda _value: ()
    """The objects in a value, which stand in tables of their own."""
    is_fresh: bool = False
    """Whether each row needs a value of its own, because it can be changed."""


_SAME = Codec(lambda _writing, value: value, lambda _reading: lambda value: value)
_STRING = Codec(lambda writing, value: writing.string(value), lambda reading: reading.strings.__getitem__)
_OBJECT = Codec(
    lambda writing, value: writing.object(value),
    lambda reading: reading.objects.__getitem__,
    lambda value: () if value is None else (value,),
)
_BYTES = Codec(
    lambda writing, value: writing.string(value.decode("utf-8", "surrogateescape")),
    lambda reading: lambda value: reading.strings[value].encode("utf-8", "surrogateescape"),
)
_FACTS = Codec(lambda _writing, value: _marked(value), lambda _reading: lambda value: _unmarked(value))
_PLAIN: Mapping[object, Codec] = {
    str: _STRING,
    int: _SAME,
    bool: _SAME,
    float: _SAME,
    bytes: _BYTES,
    object: _FACTS,
}


def _marked(fact: Any) -> Json:
    """Write a fact of a problem: text, number, or a row of them; JSON knows lists alone, so a tuple is marked."""
    return {"tuple": list(fact)} if isinstance(fact, tuple) else fact


def _unmarked(fact: Json) -> Any:
    return tuple(fact["tuple"]) if isinstance(fact, dict) else fact


@cache
def codec_of(hint: Any) -> Codec:
    """Return how the values of a type are written and read.

    Raises:
        TypeError: A field has a type that cannot be written yet.
    """
    known = _PLAIN.get(hint)
    if known is not None:
        return known
    inside = [each for each in get_args(hint) if each is not NoneType]
    if _is_table(hint) or (get_origin(hint) in (Union, UnionType) and all(map(_is_table, inside))):
        return _OBJECT
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        members = {str(member): member for member in hint}
        return Codec(lambda _writing, value: str(value), lambda _reading: members.__getitem__)
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        return _record(hint)
    make = _CONTAINERS.get(get_origin(hint))
    if make is None:
        raise TypeError(f"no way to write {hint!r}")
    return make(*(codec_of(each) for each in inside if each is not Ellipsis))


def _record(kind: Any) -> Codec:
    """Write a named tuple."""
    hints = get_type_hints(kind)
    codecs = [codec_of(hints[name]) for name in kind._fields]

    def reader(reading: Reading) -> Callable[[Any], Any]:
        readers = [codec.reader(reading) for codec in codecs]
        return lambda row: kind(*[read(value) for read, value in zip(readers, row, strict=True)])

    return Codec(
        lambda writing, row: [codec.write(writing, value) for codec, value in zip(codecs, row, strict=True)],
        reader,
        lambda row: (each for codec, value in zip(codecs, row, strict=True) for each in codec.objects(value)),
    )


def _sequence(make: Callable[[Iterable[Any]], Any], *, is_fresh: bool = False) -> Callable[..., Codec]:
    def codec(item: Codec) -> Codec:
        def reader(reading: Reading) -> Callable[[Any], Any]:
            read = item.reader(reading)
            return lambda values: make(map(read, values))

        return Codec(
            lambda writing, values: [item.write(writing, each) for each in _steady(values)],
            reader,
            lambda values: (each for value in values for each in item.objects(value)),
            is_fresh=is_fresh,
        )

    return codec


def _steady(values: Iterable[Any]) -> Iterable[Any]:
    return sorted(values) if isinstance(values, frozenset) else values


def _mapping(empty: Callable[[], Mapping[Any, Any]], *, is_fresh: bool = False) -> Callable[..., Codec]:
    def codec(key: Codec, value: Codec) -> Codec:
        def reader(reading: Reading) -> Callable[[Any], Any]:
            read_key, read_value = key.reader(reading), value.reader(reading)

            def read(pair: Any) -> Mapping[Any, Any]:
                if not pair:
                    return empty()
                return dict(zip(map(read_key, pair[0]), map(read_value, pair[1]), strict=True))

            return read

        return Codec(
            lambda writing, each: (
                (
                    each
                    and [
                        [key.write(writing, one) for one in each],
                        [value.write(writing, v) for v in each.values()],
                    ]
                )
                or 0
            ),
            reader,
            lambda each: (found for one in each.values() for found in value.objects(one)),
            is_fresh=is_fresh,
        )

    return codec


_CONTAINERS: Mapping[Any, Callable[..., Codec]] = {
    tuple: _sequence(tuple),
    frozenset: _sequence(frozenset),
    list: _sequence(list, is_fresh=True),
    Mapping: _mapping(lambda: NONE),
    dict: _mapping(dict, is_fresh=True),
}


def _is_table(hint: Any) -> bool:
    """Whether the objects of a class are numbered and written once, however many hold them."""
    return isinstance(hint, type) and (is_dataclass(hint) or hint in (Expression, Node))


def _key(each: object) -> object:
    """Return what tells two objects apart: identity, but of two expressions the text."""
    return each.text if isinstance(each, Expression) else id(each)


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a class."""

    name: str
    codec: Codec
    fill: Callable[[Any, Any], None]
    """Gives an object its value, also one of a class that is frozen once it is made."""


@cache
def columns_of(kind: Any) -> tuple[Column, ...]:
    """Return the columns of a class."""
    hints = _fields(kind)
    return tuple(Column(name, codec_of(hint), getattr(kind, name).__set__) for name, hint in hints.items())


def _fields(kind: Any) -> Mapping[str, Any]:
    """Return what is written of an object, with its types; of an expression what cannot be made from the rest."""
    hints = get_type_hints(kind)
    if kind is Expression:
        return {name: hints[name] for name in ("text", "syntax")}
    return {each.name: hints[each.name] for each in fields(kind)} if is_dataclass(kind) else {}


@cache
def classes_under(root: Any) -> Mapping[str, type]:
    """Return every class whose objects a class can hold, itself included, by name."""
    found: dict[str, type] = {}
    todo: list[Any] = [root]
    while todo:
        hint = todo.pop()
        if not _is_table(hint):
            todo.extend(get_args(hint))
        elif hint.__name__ not in found:
            found[hint.__name__] = hint
            todo.extend(_fields(hint).values())
    return found


def layout_of(root: type) -> str:
    """Write out the fields of all classes and their types: data of another layout cannot be read."""
    classes = sorted(classes_under(root).items())
    return repr([(name, _fields(kind)) for name, kind in classes])


def write_objects(root: object) -> Json:
    """Write an object and all that it holds."""
    tables = _gather(root)
    writing = Writing()
    every = (each for rows in tables.values() for each in rows)
    writing.numbers = {_key(each): number for number, each in enumerate(every, 1)}
    written = [_table(writing, kind, rows) for kind, rows in tables.items()]
    return {"tables": written, "strings": list(writing.strings)}


def _gather(root: object) -> dict[type, list[object]]:
    tables: dict[type, list[object]] = {}
    seen: set[object] = set()
    todo = deque([root])
    while todo:
        each = todo.popleft()
        if _key(each) in seen:
            continue
        seen.add(_key(each))
        kind: Any = type(each)
        tables.setdefault(kind, []).append(each)
        for column in columns_of(kind):
            todo.extend(column.codec.objects(getattr(each, column.name)))
    return tables


def _table(writing: Writing, kind: type, rows: list[Any]) -> Json:
    name = kind.__name__
    if kind is Node:
        return {"class": name, "trees": [write_tree(each, writing.string) for each in rows]}
    columns = {
        column.name: _column([column.codec.write(writing, getattr(row, column.name)) for row in rows])
        for column in columns_of(kind)
    }
    return {"class": name, "rows": len(rows), "columns": columns}


def _column(values: list[Json]) -> Json:
    """Write a column; where most rows hold the same, only the others."""
    common = max((value for value in values[:8]), key=values.count)
    others = [
        place for place, value in enumerate(values) if value != common or type(value) is not type(common)
    ]
    if len(others) * _SPARSE > len(values):
        return values
    return {"most": common, "rows": others, "values": [values[place] for place in others]}


def read_objects(written: Json, root: type, namespaces: Mapping[str, str]) -> Any:
    """Make an object and all that it holds again; `namespaces` are those of its expressions."""
    reading = Reading(written["strings"], [None])
    known = classes_under(root)
    tables = [(known[table["class"]], table) for table in written["tables"]]
    made = [_made(kind, table, reading.strings, namespaces=namespaces) for kind, table in tables]
    for rows in made:
        reading.objects += rows
    for (kind, table), rows in zip(tables, made, strict=True):
        for column in columns_of(kind):
            values = _values(table["columns"][column.name], column.codec, reading, count=len(rows))
            deque(map(column.fill, rows, values), maxlen=0)
    return reading.objects[1]


def _made(kind: Any, table: Json, strings: list[str], *, namespaces: Mapping[str, str]) -> list[Any]:
    if kind is Expression:
        return [Expression("", namespaces) for _ in range(table["rows"])]
    if kind is Node:
        return [read_tree(tree, strings) for tree in table["trees"]]
    return [kind.__new__(kind) for _ in range(table["rows"])]


def _values(column: Json, codec: Codec, reading: Reading, *, count: int) -> Iterable[Any]:
    read = codec.reader(reading)
    if isinstance(column, list):
        return map(read, column)
    most = column["most"]
    values = [read(most) for _ in range(count)] if codec.is_fresh else [read(most)] * count
    for place, value in zip(column["rows"], column["values"], strict=True):
        values[place] = read(value)
    return values
