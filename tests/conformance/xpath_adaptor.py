"""Evaluates one public XPath case with our compiler, in the shape the conformance suite asks."""

from datetime import datetime
from functools import lru_cache
from xml.dom import minidom
from zoneinfo import ZoneInfo

from fieldapp.base.clock import FixedClock
from fieldapp.xpath import Context, Environment, Node, NodeKind, compile_expression, parse_tree
from fieldapp.xpath.expression import NAMESPACES

_ANY_DOCUMENT = "<root/>"
_ANY_MOMENT = datetime.fromisoformat("2026-03-15T10:20:30.000-07:00")


def eval_xpath(case):
    """Return the value of a case in the type it asks for."""
    root = _tree(case.get("context_xml", _ANY_DOCUMENT).strip())
    document = root.parent
    context = Context(_found(document, case.get("context_node", "/")), _environment(case, document))
    namespaces = {**NAMESPACES, "xhtml": NAMESPACES["h"], **case.get("ns", {})}
    expression = compile_expression(case["expr"], namespaces=namespaces, keeps_going=True)
    kind = case["expected_type"]
    if kind.startswith("nodeset"):
        paths = [_path(node) for node in expression.nodes(context)]
        return _split_as_browsers_do(case, paths) if case.get("dom_split_text") else paths
    if kind.startswith("string"):
        return expression.string(context)
    if kind.startswith("number"):
        return float(expression.number(context))
    return expression.boolean(context) if kind == "boolean" else expression.evaluate(context)


@lru_cache(maxsize=64)
def _tree(xml: str) -> Node:
    return parse_tree(xml.encode(), keep_mixed=True)


def _environment(case, document):
    start = _found(document, case.get("root_node", "/"))
    zone = ZoneInfo(case["tz"])
    moment = datetime.fromisoformat(case["now"]) if "now" in case else _ANY_MOMENT
    instances = {
        node.attributes["id"].text: node.children[0]
        for node in document.walk()
        if node.name == "instance" and "id" in node.attributes and node.children
    }
    texts = _texts(document, case.get("lang", ""))
    return Environment(
        root=start.children[0] if start.children else start,
        instances=instances,
        clock=FixedClock(moment.astimezone(zone)),
        zone=zone,
        language=case.get("lang", ""),
        itext=lambda text_id: texts.get(text_id, []),
    )


def _texts(document, language):
    """Return the values of all texts in a language, or in the form's first where none is asked."""
    found = {}
    for translation in [node for node in document.walk() if node.name == "translation"]:
        if language in ("", translation.attributes["lang"].text):
            for text in translation.children:
                found.setdefault(text.attributes["id"].text, [text.children[0]])
    return found


def _found(document: Node, path: str) -> Node:
    """Return the node at a canonical path: `/*[1]/*[2]/@id`, `/*[1]/text()[1]`."""
    node = document
    for step in path.strip("/").split("/") if path != "/" else ():
        test, _, place = step.partition("[")
        if test.startswith("@"):
            node = node.attributes[test[1:]]
        else:
            nodes = [each for each in node.all_children() if each.kind is _KINDS[test]]
            node = nodes[int(place.rstrip("]")) - 1]
    return node


def _split_as_browsers_do(case, paths):
    """Repeat the path of a text that a browser keeps in pieces, because a CDATA section stands in it."""
    pieces = {}
    document = minidom.parseString(case["context_xml"].strip().encode())
    _count_pieces(document.documentElement, "/*[1]", pieces)
    return [path for path in paths for _ in range(pieces.get(path, 1))]


def _count_pieces(element, above, pieces):
    texts = elements = 0
    was_text = False
    for child in element.childNodes:
        is_text = child.nodeType in (child.TEXT_NODE, child.CDATA_SECTION_NODE)
        if is_text:
            texts += not was_text
            path = f"{above}/text()[{texts}]"
            pieces[path] = pieces.get(path, 0) + 1
        elif child.nodeType == child.ELEMENT_NODE:
            elements += 1
            _count_pieces(child, f"{above}/*[{elements}]", pieces)
        was_text = is_text


_KINDS = {
    "*": NodeKind.ELEMENT,
    "text()": NodeKind.TEXT,
    "comment()": NodeKind.COMMENT,
    "processing-instruction()": NodeKind.INSTRUCTION,
}


def _path(node: Node) -> str:
    if node.parent is None:
        return "/"
    above = _path(node.parent).rstrip("/")
    if node.kind is NodeKind.ATTRIBUTE:
        return f"{above}/@{node.tag}"
    test = next(test for test, kind in _KINDS.items() if kind is node.kind)
    alike = [each for each in node.parent.all_children() if each.kind is node.kind]
    return f"{above}/{test}[{alike.index(node) + 1}]"
