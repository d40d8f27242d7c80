"""Reads a saved instance and keeps its bytes, so that writing it again changes what changed and nothing else.

Whatever the form does not know stays as it stands: elements and attributes of others, comments, blanks between
elements, quotes, the declaration, the way a character is written. Opened and saved without an answer, an instance is
the same bytes, except for what the form itself works out anew (calculations, relevance) and ODK stamps (`end`; the
identities of an edit). What the form has and the file lacks is written only once it says something.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import unescape

from fieldapp.engine.cells import cell_of
from fieldapp.engine.instance_xml import attribute_text, element_text, new_element
from fieldapp.forms.xml import parse_xml
from fieldapp.xpath import Node, parse_tree

_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""Byte order marks, and what they say of the encoding."""
_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_NAME = re.compile(rb"<([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_DECLARED = b"xmlns:"


@dataclass(slots=True)
class _Source:
    """Where an element stands in the bytes."""

    start: int
    inside: int
    """Behind the start tag."""
    close: int = 0
    """At the end tag; of `<a/>`, behind it."""
    end: int = 0
    children: list[Node] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)
    """Comments and processing instructions."""


class SavedXml:
    """The bytes of a saved instance, and its nodes in them."""

    def __init__(self, data: bytes) -> None:
        """Read an instance.

        Raises:
            FormProblems: It is not XML, or not one that may be read.
        """
        element = parse_xml(data, "instance.xml")
        self._mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
        self._encoding = _MARKS.get(self._mark) or element.getroottree().docinfo.encoding or "utf-8"
        self._data = data.removeprefix(self._mark).decode(self._encoding).encode()
        self.root = parse_tree(element)
        self._nodes = tuple(self.root.walk())
        """In the order of the file, where each is found again when it is written."""
        self._stored: dict[Node, str] = {}
        self._attributes: dict[Node, dict[str, str]] = {}

    def remember(self) -> None:
        """Take the values as they stand now for those of the file."""
        self._stored = {node: _stored(node) for node in self._nodes}
        self._attributes = {
            node: {name: each.text for name, each in node.attributes.items()}
            for node in self._nodes
            if node.attributes
        }

    def write(self, instead: Mapping[Node, str]) -> bytes:
        """Write the instance again; what is not relevant is left out.

        Args:
            instead: Texts to write in place of those that some nodes hold.
        """
        sources = _Reader(self._data, self._nodes).read()
        top = sources[self.root]
        values = _Values(self._stored, self._attributes, instead)
        inside = _Writer(self._data, sources, values).element(self.root)
        whole = self._data[: top.start] + inside + self._data[top.end :]
        return self._mark + whole.decode().encode(self._encoding, "xmlcharrefreplace")


def _stored(node: Node) -> str:
    cell = cell_of(node)
    return node.text if cell is None else cell.stored


@dataclass(frozen=True, slots=True)
class _Values:
    """What the nodes held in the file, and what is to be written in place of what they hold now."""

    stored: Mapping[Node, str]
    attributes: Mapping[Node, Mapping[str, str]]
    instead: Mapping[Node, str]


class _Reader:
    """Finds where each element of a file stands; the elements come in the order of its nodes."""

    def __init__(self, data: bytes, nodes: Sequence[Node]) -> None:
        self._data = data
        self._nodes = iter(nodes)
        self._sources: dict[Node, _Source] = {}
        self._open: list[_Source] = []
        self._expat = expat.ParserCreate("utf-8")
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CommentHandler = lambda _text: self._aside(b"-->")
        self._expat.ProcessingInstructionHandler = lambda _target, _text: self._aside(b"?>")

    def read(self) -> dict[Node, _Source]:
        """Return the places; the data has been found well-formed before."""
        self._expat.Parse(self._data, True)  # noqa: FBT003 - the library names no parameter
        return self._sources

    def _start(self, _name: str, _attributes: object) -> None:
        node = next(self._nodes)
        start = self._expat.CurrentByteIndex
        tag = _TAG.match(self._data, start)
        assert tag is not None
        source = self._sources[node] = _Source(start, tag.end())
        if self._open:
            self._open[-1].children.append(node)
        self._open.append(source)

    def _end(self, _name: str) -> None:
        source = self._open.pop()
        at = self._expat.CurrentByteIndex
        is_empty = at <= source.inside and self._data.startswith(b"/>", source.inside - 2)
        source.close = source.inside if is_empty else at
        source.end = source.inside if is_empty else self._data.index(b">", at) + 1

    def _aside(self, ending: bytes) -> None:
        if self._open:
            start = self._expat.CurrentByteIndex
            end = self._data.index(ending, start) + len(ending)
            self._open[-1].asides.append((start, end))


class _Writer:
    """Writes the elements of one instance from their bytes, with what changed."""

    def __init__(
        self,
        data: bytes,
        sources: Mapping[Node, _Source],
        values: _Values,
    ) -> None:
        self._data = data
        self._sources = sources
        self._values = values
        self._instead = values.instead

    def element(self, node: Node) -> bytes:
        """Write an element: from its bytes when it was in the file."""
        source = self._sources.get(node)
        if source is None:
            return self._new(node)
        inside = self._inside(node, source)
        tag = self._tag(node, source)
        if source.inside == source.end:
            return tag if not inside else _opened(tag) + inside + b"</" + _name(tag) + b">"
        return tag + inside + self._data[source.close : source.end]

    def _new(self, node: Node) -> bytes:
        if not _says(node, self._instead):
            return b""
        return new_element(node, self._instead, declared=self._declared(node)).encode()

    def _declared(self, node: Node) -> dict[str, str]:
        """Return the prefixes that the elements around one declare, and the one itself if it was in the file."""
        found: dict[str, str] = {}
        for each in (node, *node.ancestors()):
            source = self._sources.get(each)
            tag = b"" if source is None else self._data[source.start : source.inside]
            found = {**_declarations(tag), **found}
        return found

    def _tag(self, node: Node, source: _Source) -> bytes:
        tag = self._data[source.start : source.inside]
        known = self._values.attributes.get(node, {})
        for name, attribute in node.attributes.items():
            if not attribute.relevant:
                tag = _without_attribute(tag, name)
            elif attribute.text != known.get(name, ""):
                tag = _with_attribute(tag, name, attribute.text)
                if attribute.prefix and attribute.prefix not in self._declared(node):
                    tag = _with_attribute(tag, f"xmlns:{attribute.prefix}", attribute.namespace)
        return tag

    def _inside(self, node: Node, source: _Source) -> bytes:
        text = self._instead.get(node, _stored(node))
        if text != self._values.stored.get(node, ""):
            cell = cell_of(node)
            shown = "" if cell is not None and cell.wrong and node not in self._instead else text
            kept = sorted([*source.asides, *self._spans(source.children)])
            return element_text(shown).encode() + b"".join(self._data[a:b] for a, b in kept)
        return self._children(node, source)

    def _spans(self, nodes: Iterable[Node]) -> list[tuple[int, int]]:
        return [(self._sources[each].start, self._sources[each].end) for each in nodes]

    def _children(self, node: Node, source: _Source) -> bytes:
        """Write what stands in an element: each child in the place of one that was there, new ones behind theirs."""
        old = frozenset(source.children)
        standing = iter([child for child in node.children if child in old])
        left = frozenset(node.children)
        filled = {slot: next(standing) for slot in source.children if slot in left}
        followers = _followers(node.children, old)
        pieces = [self._shown(each) for each in followers.get(None, ())]
        cursor = source.inside
        for slot in source.children:
            pieces.append(self._data[cursor : self._sources[slot].start])
            child = filled.get(slot)
            if child is not None:
                pieces.append(self._shown(child))
                pieces += [self._shown(each) for each in followers.get(child, ())]
            cursor = self._sources[slot].end
        pieces.append(self._data[cursor : source.close])
        return b"".join(pieces)

    def _shown(self, node: Node) -> bytes:
        return self.element(node) if node.relevant else b""


def _followers(children: Iterable[Node], old: frozenset[Node]) -> dict[Node | None, list[Node]]:
    """Return the new children by the old one that they stand behind."""
    found: dict[Node | None, list[Node]] = {}
    last: Node | None = None
    for child in children:
        if child in old:
            last = child
        else:
            found.setdefault(last, []).append(child)
    return found


def _says(node: Node, instead: Mapping[Node, str]) -> bool:
    """Whether a node that the file lacks holds something: a value, or a repeat instance."""
    cell = cell_of(node)
    is_instance = cell is not None and cell.spec.is_repeat
    return bool(node.text or node in instead or is_instance) or any(
        child.relevant and _says(child, instead) for child in node.children
    )


def _attribute(tag: bytes, name: str) -> re.Match[bytes] | None:
    """Find an attribute in a start tag, one after the other: a value may hold what looks like one."""
    found = _ATTRIBUTE.finditer(tag, len(_NAME.match(tag)[0]))  # type: ignore[index]
    return next((each for each in found if each[1] == name.encode()), None)


def _without_attribute(tag: bytes, name: str) -> bytes:
    found = _attribute(tag, name)
    return tag if found is None else tag[: found.start()] + tag[found.end() :]


def _with_attribute(tag: bytes, name: str, value: str) -> bytes:
    found, quoted = _attribute(tag, name), attribute_text(value).encode()
    if found is not None:
        return tag[: found.start(2)] + quoted + tag[found.end(2) :]
    place = len(_NAME.match(tag)[0])  # type: ignore[index]
    return tag[:place] + b" " + name.encode() + b"=" + quoted + tag[place:]


def _declarations(tag: bytes) -> dict[str, str]:
    """Return the prefixes that a start tag declares."""
    found = ((each[1], each[2][1:-1]) for each in _ATTRIBUTE.finditer(tag))
    return {
        name.removeprefix(_DECLARED).decode(): unescape(uri.decode())
        for name, uri in found
        if name.startswith(_DECLARED)
    }


def _opened(tag: bytes) -> bytes:
    return tag[:-2].rstrip() + b">"


def _name(tag: bytes) -> bytes:
    found = _NAME.match(tag)
    assert found is not None
    return found[1]
