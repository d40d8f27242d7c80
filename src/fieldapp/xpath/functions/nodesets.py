"""Nodesets: positions, other instances, names of nodes."""

import math

from fieldapp.xpath.axes import same_name_place
from fieldapp.xpath.closures import Closure, Kind, as_nodes
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.nodes import Node, document_of
from fieldapp.xpath.problems import XPathError, nearest
from fieldapp.xpath.values import to_text


def _position(arguments: list[Closure]) -> Closure:
    """Build `position()`, or ODK's `position(node)`: the place of a repeat instance among its own."""
    if not arguments:
        return Closure(Kind.NUMBER, lambda context: float(context.position))
    nodes = as_nodes(arguments[0])

    def run(context: Context) -> float:
        found = nodes(context)
        return float(same_name_place(found[0])) if found else math.nan

    return Closure(Kind.NUMBER, run)


def _last(_arguments: list[Closure]) -> Closure:
    return Closure(Kind.NUMBER, lambda context: float(context.size))


def _current(_arguments: list[Closure]) -> Closure:
    return Closure(Kind.NODES, lambda context: [context.current], first=lambda context: context.current)


def _instance(context: Context, name: str) -> list[Node]:
    root = context.env.instances.get(name)
    if root is None:
        raise XPathError("xpath.unknown_instance", name=name, nearest=nearest(name, context.env.instances))
    return [document_of(root)]


def _indexed_repeat(_context: Context, target: list[Node], *pairs: Value) -> list[Node]:
    """Return the target's nodes in the repeat instances that pairs of repeat and place name, in any order."""
    named = sorted(zip(pairs[::2], pairs[1::2], strict=True), key=lambda pair: _depth(pair[0]))
    within: Node | None = None
    for repeats, place in named:
        assert isinstance(repeats, list)
        assert isinstance(place, float)
        inside = [node for node in repeats if within is None or within in node.ancestors()]
        if not 1 <= place <= len(inside) or place != int(place):
            return []
        within = inside[int(place) - 1]
    return [node for node in target if within is None or within in node.ancestors()]


def _depth(nodes: Value) -> int:
    return sum(1 for _ in nodes[0].ancestors()) if isinstance(nodes, list) and nodes else 0


def _version(context: Context) -> str:
    """Return the form's version, which stands on the root of the primary instance."""
    version = context.env.root.attributes.get("version")
    return version.text if version else ""


def _itext(context: Context, text_id: str) -> Value:
    return context.env.itext(text_id)


def _property(context: Context, name: str) -> str:
    return context.env.properties.get(name, "")


def _id(context: Context, value: Value) -> list[Node]:
    """Return the elements whose `id` or `xml:id` is among the words of a value."""
    texts = [node.value() for node in value] if isinstance(value, list) else [to_text(value)]
    wanted = {word for text in texts for word in text.split()}
    top = list(context.node.ancestors())
    root = top[-1] if top else context.node
    return [
        node
        for node in root.walk()
        if any(name in node.attributes and node.attributes[name].text in wanted for name in ("id", "xml:id"))
    ]


def _lang(context: Context, wanted: str) -> bool:
    for node in (context.node, *context.node.ancestors()):
        if "xml:lang" in node.attributes:
            given = node.attributes["xml:lang"].text.lower()
            return given == wanted.lower() or given.startswith(wanted.lower() + "-")
    return False


def _first(context: Context, nodes: list[Node] | None) -> Node | None:
    if nodes is None:
        return context.node
    return nodes[0] if nodes else None


def _local_name(context: Context, nodes: list[Node] | None = None) -> str:
    node = _first(context, nodes)
    return node.name if node else ""


def _name(context: Context, nodes: list[Node] | None = None) -> str:
    node = _first(context, nodes)
    return node.tag if node else ""


def _namespace_uri(context: Context, nodes: list[Node] | None = None) -> str:
    node = _first(context, nodes)
    return node.namespace if node else ""


FUNCTIONS = (
    Function("position", "nodes?", Kind.NUMBER, build=_position),
    Function("last", "", Kind.NUMBER, build=_last),
    Function("current", "", Kind.NODES, build=_current),
    Function("instance", "text", Kind.NODES, _instance, with_context=True),
    Function(
        "indexed-repeat",
        "nodes nodes number nodes? number? nodes? number?",
        Kind.NODES,
        _indexed_repeat,
        with_context=True,
        step=2,
    ),
    Function("jr:itext", "text", Kind.ANY, _itext, with_context=True),
    Function("version", "", Kind.TEXT, _version, with_context=True),
    Function("property", "text", Kind.TEXT, _property, with_context=True),
    Function("id", "value", Kind.NODES, _id, with_context=True),
    Function("lang", "text", Kind.BOOLEAN, _lang, with_context=True),
    Function("local-name", "nodes?", Kind.TEXT, _local_name, with_context=True),
    Function("name", "nodes?", Kind.TEXT, _name, with_context=True),
    Function("namespace-uri", "nodes?", Kind.TEXT, _namespace_uri, with_context=True),
)
