"""Writes the instance XML of ODK, what other programs of the ecosystem exchange, and reads one to go on with."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from fieldapp.engine.types import writable
from fieldapp.forms.definition import Repeat
from fieldapp.forms.instances import copy_tree
from fieldapp.forms.rules import NodeSpec
from fieldapp.forms.xml import OPENROSA, XFORMS
from fieldapp.xpath import Node

_OWN_NAMESPACES = frozenset({"", XFORMS, OPENROSA})
"""Programs of the ecosystem write an instance in any of these; its names mean the same in all."""
_KEPT = {"\r": "&#13;"}
"""Readers of XML make a line feed of it, unless it is written as a number."""


def write_instance(root: Node, instead: Mapping[Node, str]) -> bytes:
    """Write the instance; what is not relevant is left out.

    Args:
        root: The root element.
        instead: Texts to write in place of those that some nodes hold.
    """
    prefixes = dict(_prefixes(root))
    declared = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in sorted(prefixes.items()))
    written = "".join(_written(root, instead, declared=declared))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}'.encode()


def new_element(node: Node, instead: Mapping[Node, str], *, declared: Mapping[str, str]) -> str:
    """Write an element that goes where some prefixes are declared already."""
    missing = {prefix: uri for prefix, uri in _prefixes(node) if declared.get(prefix) != uri}
    declarations = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in sorted(missing.items()))
    return "".join(_written(node, instead, declared=declarations))


def element_text(text: str) -> str:
    """Write a text as the content of an element: composed, as ODK Web Forms writes it."""
    return escape(unicodedata.normalize("NFC", writable(text)), _KEPT)


def attribute_text(text: str) -> str:
    """Write a text as the value of an attribute, quotes included."""
    return quoteattr(writable(text))


def _prefixes(top: Node) -> Iterator[tuple[str, str]]:
    for node in top.walk():
        for each in (node, *node.attributes.values()):
            if each.namespace and each.prefix and each.prefix != "xml" and each.namespace != XFORMS:
                yield each.prefix, each.namespace


def _written(node: Node, instead: Mapping[Node, str], *, declared: str = "") -> Iterator[str]:
    name = f"{node.prefix}:{node.name}" if node.prefix and node.namespace != XFORMS else node.name
    attributes = "".join(
        f" {key}={attribute_text(each.text)}" for key, each in node.attributes.items() if each.relevant
    )
    children = [child for child in node.children if child.relevant]
    text = instead.get(node, node.text)
    if not children and not text:
        yield f"<{name}{declared}{attributes}/>"
        return
    yield f"<{name}{declared}{attributes}>"
    if not node.children:
        yield element_text(text)
    for child in children:
        yield from _written(child, instead)
    yield f"</{name}>"


def complete(node: Node, spec: NodeSpec, empty: Node) -> None:
    """Give the nodes of a saved instance what the form has and the file lacks, under the form's own names."""
    for place, child in enumerate(list(node.children)):
        _rename(node, child, place, spec=spec, empty=empty)
    for name in spec.attributes:
        _complete_attribute(node, empty, name=name.removeprefix("@"))
    _add_missing(node, spec, empty)
    for child in node.children:
        child_spec = spec.children.get(child.tag)
        if child_spec is not None:
            model = child_spec.template if child_spec.is_repeat else empty.child(child.tag)
            if model is not None:
                complete(child, child_spec, model)


def _add_missing(node: Node, spec: NodeSpec, empty: Node) -> None:
    present = Counter(child.tag for child in node.children)
    for child in empty.children:
        child_spec = spec.children.get(child.tag)
        if present[child.tag]:
            present[child.tag] -= 1
        elif child_spec is not None and not child_spec.is_repeat:
            node.insert(_place(node, spec, child_spec), copy_tree(child))
        elif (
            child_spec is not None and isinstance(child_spec.control, Repeat) and child_spec.control.is_fixed
        ):
            node.insert(_place(node, spec, child_spec), _blank(child))


def _place(node: Node, spec: NodeSpec, new: NodeSpec) -> int:
    """Return where a child stands that the file lacks: before those which the form has behind it."""
    for place, child in enumerate(node.children):
        known = spec.children.get(child.tag)
        if known is not None and known.order > new.order:
            return place
    return len(node.children)


def _blank(model: Node) -> Node:
    copied = copy_tree(model)
    for node in copied.walk():
        node.text = ""
    return copied


def _complete_attribute(node: Node, empty: Node, *, name: str) -> None:
    model = empty.attributes.get(name)
    if model is not None and name not in node.attributes:
        node.set_attribute(name, model.text, namespace=model.namespace)


def _rename(parent: Node, child: Node, place: int, *, spec: NodeSpec, empty: Node) -> None:
    """Call a child as the form does, where the file only has another prefix for it: `meta` for `orx:meta`."""
    if child.tag in spec.children or child.namespace not in _OWN_NAMESPACES:
        return
    known = (each for each in empty.children if each.name == child.name and each.namespace in _OWN_NAMESPACES)
    model = next(known, None)
    if model is not None:
        parent.remove(child)
        child.prefix, child.tag, child.namespace = model.prefix, model.tag, model.namespace
        parent.insert(place, child)
