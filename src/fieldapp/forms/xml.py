"""Reading XML that anyone may have written: entities, external files and the network are off, sizes are limited."""

from lxml import etree

from fieldapp.forms.problems import FormProblems, Problem

MAX_XFORM_BYTES = 64 * 1024 * 1024
"""A form of 5,000 questions in two languages takes 4 MB."""
MAX_DEPTH = 120
"""Elements inside each other; a real form has twenty, and readers that call themselves need some stack for each."""

XFORMS = "http://www.w3.org/2002/xforms"
JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"
ODK = "http://www.opendatakit.org/xforms"
FIELDAPP = "https://fieldapp.ma/xforms"

_EXCESSIVE = "Excessive depth"
"""How libxml2's own limit of 256 begins: past it, it reads no further and `MAX_DEPTH` is never looked at."""


def parse_xml(data: bytes, source: str) -> etree._Element:
    """Parse a document and return its root.

    Raises:
        FormProblems: `form.too_large`, `form.empty`, `form.not_xml`, `form.doctype`, `form.too_deep`.
    """
    if len(data) > MAX_XFORM_BYTES:
        raise _refused(source, "form.too_large", limit=MAX_XFORM_BYTES, size=len(data))
    if not data.strip():
        raise _refused(source, "form.empty")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if _EXCESSIVE in (error.msg or ""):
            raise _refused(source, "form.too_deep", limit=MAX_DEPTH) from error
        line, column = error.position
        raise _refused(source, "form.not_xml", line=line, column=column, system=error.msg or "") from error
    except ValueError as error:
        raise _refused(source, "form.not_xml", line=0, column=0, system=str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise _refused(source, "form.doctype")
    _check_depth(root, source)
    return root


_TOO_DEEP = etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")


def _check_depth(root: etree._Element, source: str) -> None:
    if _TOO_DEEP(root):
        raise _refused(source, "form.too_deep", limit=MAX_DEPTH)


def local_name(element: etree._Element) -> str:
    """Return the name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def written_name(element: etree._Element) -> str:
    """Return the name as the form writes it, with its prefix: `orx:meta`."""
    name = local_name(element)
    return f"{element.prefix}:{name}" if element.prefix else name


def children_named(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the children of that local name, whatever their namespace: old forms vary."""
    return list(element.iterchildren("{*}" + name))


def first_named(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of that local name."""
    return next(element.iterchildren("{*}" + name), None)


def first_of(element: etree._Element, *names: str) -> list[etree._Element | None]:
    """Return the first child of each of these local names."""
    found: list[etree._Element | None] = [None] * len(names)
    for child in element:
        name = local_name(child)
        if name in names and found[names.index(name)] is None:
            found[names.index(name)] = child
    return found


def jr(name: str) -> str:
    """Return an attribute name of the JavaRosa namespace, as lxml writes it."""
    return f"{{{JAVAROSA}}}{name}"


def _refused(source: str, code: str, **facts: object) -> FormProblems:
    return FormProblems(source, [Problem(code, facts=facts)])
