"""Reads the binds of an XForm: types, rules, messages, preloads, and who may see an answer."""

from collections.abc import Iterable, Mapping

from lxml import etree

from fieldapp.forms.parts import NONE, Bind, Privacy, Text
from fieldapp.forms.xform.body import absolute
from fieldapp.forms.xform.expressions import Expressions
from fieldapp.forms.xform.itext import read_message
from fieldapp.forms.xml import FIELDAPP, jr

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
_CONSTRAINT_MESSAGE, _REQUIRED_MESSAGE = jr("constraintMsg"), jr("requiredMsg")
_PRELOAD, _PRELOAD_PARAMETERS = jr("preload"), jr("preloadParams")
_UNDERSTOOD = frozenset(
    {"id", "nodeset", "type", "relevant", "required", "readonly", "constraint", "calculate"}
    | {_CONSTRAINT_MESSAGE, _REQUIRED_MESSAGE, _PRELOAD, _PRELOAD_PARAMETERS, _PRIVACY, _CONSENT}
)


def read_binds(
    binds: Iterable[etree._Element], root: str, texts: Mapping[str, Text], *, expressions: Expressions
) -> dict[str, Bind]:
    """Return the binds by nodeset, in the order of the form; two for one node are read as one."""
    elements: dict[str, etree._Element] = {}
    for element in binds:
        nodeset = absolute((element.get("nodeset") or "").strip(), root)
        first = elements.setdefault(nodeset, element)
        if first is not element:
            first.attrib.update(element.attrib)
    return {
        nodeset: _bind(element, nodeset, texts, expressions=expressions)
        for nodeset, element in elements.items()
        if nodeset
    }


def bind_ids(binds: Iterable[etree._Element], root: str) -> dict[str, str]:
    """Return the nodesets of binds that a control names by `bind="id"`."""
    found = ((bind.get("id"), bind.get("nodeset")) for bind in binds)
    return {bind_id: absolute(nodeset.strip(), root) for bind_id, nodeset in found if bind_id and nodeset}


def _bind(
    element: etree._Element, nodeset: str, texts: Mapping[str, Text], *, expressions: Expressions
) -> Bind:
    written = dict(element.items())
    rules = {
        name: expressions.compile(written[name], nodeset, column=column)
        for name, column in _RULES.items()
        if name in written
    }
    return Bind(
        nodeset,
        type=_type(written.get("type", "string")),
        **rules,
        constraint_message=read_message(written.get(_CONSTRAINT_MESSAGE), texts),
        required_message=read_message(written.get(_REQUIRED_MESSAGE), texts),
        preload=_preload(written),
        privacy=_privacy(written.get(_PRIVACY, ""), nodeset, expressions),
        consent=_consent(written.get(_CONSENT, ""), nodeset),
        custom=_custom(element) if not written.keys() <= _UNDERSTOOD else NONE,
    )


_RULES = {
    "relevant": "relevant",
    "required": "required",
    "readonly": "readonly",
    "constraint": "constraint",
    "calculate": "calculation",
}
"""Attribute of the bind -> the column of the workbook it comes from."""


def _type(written: str) -> str:
    if written in TYPES:
        return written
    name = written.strip()
    name = _TYPE_ALIASES.get(name, name)
    name = name.rpartition(":")[2]
    name = _TYPE_ALIASES.get(name, name)
    return name if name in TYPES else "string"


def _preload(written: Mapping[str, str]) -> str:
    kind = written.get(_PRELOAD)
    return f"{kind}:{written.get(_PRELOAD_PARAMETERS, '')}" if kind else ""


def _privacy(written: str, nodeset: str, expressions: Expressions) -> Privacy:
    written = written.strip()
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


def _consent(written: str, nodeset: str) -> str:
    written = written.strip()
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
