"""Writes and reads the instance XML of ODK: what other programs of the ecosystem exchange."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from fieldapp.forms.instances import copy_tree
from fieldapp.forms.rules import NodeSpec
from fieldapp.forms.xml import XFORMS, parse_xml
from fieldapp.xpath import Node, parse_tree


def write_instance(root: Node, instead: Mapping[Node, str]) -> bytes:
    """Write the instance; what is not relevant is left out.

    Args:
        root: The root element.
        instead: Texts to write in place of those that some nodes hold.
    """
    named = (each for node in root.walk() for each in (node, *node.attributes.values()))
    prefixes = {
        each.namespace: each.prefix
        for each in named
        if each.namespace and each.prefix and each.namespace != XFORMS
    }
    lines: list[str] = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    declared = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for uri, prefix in sorted(prefixes.items()))
    lines += _written(root, instead, declared=declared)
    return "".join(lines).encode()


def _written(node: Node, instead: Mapping[Node, str], *, declared: str = "") -> Iterable[str]:
    name = f"{node.prefix}:{node.name}" if node.prefix and node.namespace != XFORMS else node.name
    attributes = "".join(f" {key}={quoteattr(value.text)}" for key, value in node.attributes.items())
    children = [child for child in node.children if child.relevant]
    text = instead.get(node, node.text)
    if not children and not text:
        yield f"<{name}{declared}{attributes}/>"
        return
    yield f"<{name}{declared}{attributes}>"
    if not node.children:
        yield escape(text)
    for child in children:
        yield from _written(child, instead)
    yield f"</{name}>"


def read_instance(data: bytes, spec: NodeSpec, empty: Node) -> Node:
    """Read a saved instance and give it the nodes that the form has and the file lacks.

    Raises:
        FormProblems: The file is not XML.
    """
    root = parse_tree(parse_xml(data, "instance.xml"))
    _complete(root, spec, empty)
    return root


def _complete(node: Node, spec: NodeSpec, empty: Node) -> None:
    present = {child.tag for child in node.children}
    for child in empty.children:
        child_spec = spec.children.get(child.tag)
        if child_spec is None or child_spec.is_repeat or child.tag in present:
            continue
        node.append(copy_tree(child))
    for child in node.children:
        child_spec = spec.children.get(child.tag)
        model = (
            child_spec.template if child_spec is not None and child_spec.is_repeat else empty.child(child.tag)
        )
        if child_spec is not None and model is not None:
            _complete(child, child_spec, model)
