"""Reads the binds of an XForm: types, rules, messages, preloads, and who may see an answer."""

from collections.abc import Mapping

from lxml import etree

from fieldapp.forms.body import absolute
from fieldapp.forms.expressions import Expressions
from fieldapp.forms.itext import read_message
from fieldapp.forms.parts import Bind, Privacy, Text
from fieldapp.forms.xml import FIELDAPP, children_named, jr

_TEXT_TYPES = ("string", "barcode", "intent")
_PLACE_TYPES = ("geopoint", "geotrace", "geoshape")
TYPES = frozenset(
    [*_TEXT_TYPES, *_PLACE_TYPES, "int", "decimal", "boolean", "date", "time", "dateTime", "binary"]
)
_TYPE_ALIASES = {
    "integer": "int",
    "double": "decimal",
    "float": "decimal",
    "select1": "string",
    "select": "string",
    "odk:rank": "string",
    "rank": "string",
    "anyURI": "binary",
}
_PRIVACY, _CONSENT = f"{{{FIELDAPP}}}privacy", f"{{{FIELDAPP}}}consent"
_UNDERSTOOD = frozenset(
    ["id", "nodeset", "type", "relevant", "required", "readonly", "constraint", "calculate"]
    + [jr(name) for name in ("constraintMsg", "requiredMsg", "preload", "preloadParams")]
    + [_PRIVACY, _CONSENT]
)


def read_binds(
    model: etree._Element, root: str, texts: Mapping[str, Text], *, expressions: Expressions
) -> dict[str, Bind]:
    """Return the binds by nodeset, in the order of the form; two for one node are read as one."""
    elements: dict[str, etree._Element] = {}
    for element in children_named(model, "bind"):
        nodeset = absolute((element.get("nodeset") or "").strip(), root)
        first = elements.setdefault(nodeset, element)
        if first is not element:
            first.attrib.update(element.attrib)
    return {
        nodeset: _bind(element, nodeset, texts, expressions=expressions)
        for nodeset, element in elements.items()
        if nodeset
    }


def bind_ids(model: etree._Element, root: str) -> dict[str, str]:
    """Return the nodesets of binds that a control names by `bind="id"`."""
    found = ((bind.get("id"), bind.get("nodeset")) for bind in children_named(model, "bind"))
    return {bind_id: absolute(nodeset.strip(), root) for bind_id, nodeset in found if bind_id and nodeset}


def _bind(
    element: etree._Element, nodeset: str, texts: Mapping[str, Text], *, expressions: Expressions
) -> Bind:
    compiled = {
        name: expressions.compile(element.get(name), nodeset, column=column) for name, column in _RULES
    }
    return Bind(
        nodeset,
        type=_type(element.get("type", "string")),
        relevant=compiled["relevant"],
        required=compiled["required"],
        readonly=compiled["readonly"],
        constraint=compiled["constraint"],
        calculate=compiled["calculate"],
        constraint_message=read_message(element.get(jr("constraintMsg")), texts),
        required_message=read_message(element.get(jr("requiredMsg")), texts),
        preload=_preload(element),
        privacy=_privacy(element, nodeset, expressions),
        consent=_consent(element, nodeset),
        custom=_custom(element),
    )


_RULES = (
    ("relevant", "relevant"),
    ("required", "required"),
    ("readonly", "readonly"),
    ("constraint", "constraint"),
    ("calculate", "calculation"),
)
"""Attribute of the bind, and the column of the workbook it comes from."""


def _type(written: str) -> str:
    name = written.strip()
    name = _TYPE_ALIASES.get(name, name)
    name = name.rpartition(":")[2]
    name = _TYPE_ALIASES.get(name, name)
    return name if name in TYPES else "string"


def _preload(element: etree._Element) -> str:
    kind = element.get(jr("preload"))
    return f"{kind}:{element.get(jr('preloadParams'), '')}" if kind else ""


def _privacy(element: etree._Element, nodeset: str, expressions: Expressions) -> Privacy:
    written = (element.get(_PRIVACY) or "").strip()
    if not written:
        return Privacy.INTERNAL
    try:
        return Privacy(written)
    except ValueError:
        expressions.add(
            "form.unknown_privacy",
            nodeset,
            column="bind::fieldapp:privacy",
            text=written,
            known=[str(level) for level in Privacy],
        )
        return Privacy.SENSITIVE


def _consent(element: etree._Element, nodeset: str) -> str:
    written = (element.get(_CONSENT) or "").strip()
    return absolute(written, nodeset) if written else ""


def _custom(element: etree._Element) -> dict[str, str]:
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    found: dict[str, str] = {}
    for name, value in element.attrib.items():
        if name not in _UNDERSTOOD:
            uri, _, local = str(name).removeprefix("{").rpartition("}")
            found[f"{prefixes[uri]}:{local}" if uri in prefixes else local] = str(value)
    return found


def check_consents(binds: Mapping[str, Bind], known: Mapping[str, object], expressions: Expressions) -> None:
    """Note every consent column that names no question, and every level `consent` without one."""
    for bind in binds.values():
        if bind.privacy is Privacy.CONSENT and not bind.consent:
            expressions.add("form.consent_missing", bind.nodeset, column="bind::fieldapp:consent")
        elif bind.consent and bind.consent not in known:
            expressions.add(
                "form.consent_unknown", bind.nodeset, column="bind::fieldapp:consent", text=bind.consent
            )
