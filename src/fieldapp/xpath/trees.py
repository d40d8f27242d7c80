"""Reads XML into our own tree: quickly for instances, whole for documents that mix text and elements."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fieldapp.base.errors import KnownError
from fieldapp.xpath.nodes import Node, NodeKind, document_of

if TYPE_CHECKING:
    from lxml import etree

_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


def parse_tree(xml: "bytes | etree._Element", *, keep_mixed: bool = False) -> Node:
    """Read XML into a tree and return its root element; a document node stands above it.

    Text beside child elements (indentation) is dropped unless `keep_mixed`, and so are comments.

    Raises:
        KnownError: `xpath.bad_xml`, for text that is not well-formed XML. Entities and network stay off.
    """
    from lxml import etree

    if isinstance(xml, bytes):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            xml = etree.fromstring(xml, parser)
        except etree.XMLSyntaxError as error:
            raise KnownError("xpath.bad_xml", line=error.lineno or 0, detail=error.msg) from error
    root = _whole(xml) if keep_mixed else _plain(xml)
    document = document_of(root)
    if keep_mixed:
        before = list(xml.itersiblings(preceding=True))[::-1]
        around = [*map(_beside, before), root, *map(_beside, xml.itersiblings())]
        _keep(document, [node for node in around if node is not None])
    return root


def _plain(element: "etree._Element") -> Node:
    """Read elements, attributes and the text of leaves; an instance has no more."""
    root = _element(element)
    layouts: dict[tuple[str, ...], Mapping[str, int]] = {}
    todo = [(element, root)]
    while todo:
        source, node = todo.pop()
        children: list[Node] = []
        for child in source:
            if isinstance(child.tag, str):
                made = _element(child)
                made.parent = node
                children.append(made)
                if len(child):
                    todo.append((child, made))
                else:
                    made.text = child.text or ""
        node.settle(children, layouts)
        if not children:
            node.text = "".join([source.text or "", *(child.tail or "" for child in source)])
    return root


def _whole(element: "etree._Element") -> Node:
    """Read everything: text, comments and processing instructions too."""
    root = _element(element)
    todo = [(element, root)]
    while todo:
        source, node = todo.pop()
        inside = _text(source.text)
        for child in source:
            made = _element(child) if isinstance(child.tag, str) else _beside(child)
            if made is not None:
                inside.append(made)
            if made is not None and made.kind is NodeKind.ELEMENT:
                node.append(made)
                todo.append((child, made))
            inside.extend(_text(child.tail))
        if not node.children:
            node.text = "".join(each.text for each in inside if each.kind is NodeKind.TEXT)
        _keep(node, inside)
    return root


def _keep(node: Node, inside: list[Node]) -> None:
    node.content = inside
    for each in inside:
        each.parent = node


def _text(text: str | None) -> list[Node]:
    return [Node("", text, kind=NodeKind.TEXT)] if text else []


def _beside(source: "etree._Element") -> Node | None:
    """Return a comment or a processing instruction."""
    from lxml import etree

    if isinstance(source, etree._Comment):
        return Node("", source.text or "", kind=NodeKind.COMMENT)
    if isinstance(source, etree._ProcessingInstruction):
        return Node(source.target or "", source.text or "", kind=NodeKind.INSTRUCTION)
    return None


def _element(source: "etree._Element") -> Node:
    tag = str(source.tag)
    if tag[0] == "{":
        namespace, _, local = tag[1:].rpartition("}")
        node = Node(local, namespace=namespace, prefix=source.prefix or "")
    else:
        node = Node(tag)
    for name, value in source.items():
        _set_attribute(node, source, name=str(name), value=str(value))
    return node


def _set_attribute(node: Node, source: "etree._Element", *, name: str, value: str) -> None:
    if name[0] != "{":
        node.set_attribute(name, value)
        return
    namespace, _, local = name[1:].rpartition("}")
    prefixes = {uri: prefix for prefix, uri in source.nsmap.items() if prefix}
    prefix = "xml" if namespace == _XML_NAMESPACE else prefixes[namespace]
    node.set_attribute(f"{prefix}:{local}", value, namespace=namespace)
