"""Holds what can be seen of a step against what the step says: which expectations are not kept, and how.

Values are the same when ODK takes them for the same: `1` and `true`, `2` and `2.0`, `uuid:*` and any identifier.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from fieldapp.base.errors import KnownError
from fieldapp.forms.xml import parse_xml
from fieldapp.usecases.script_session import OK, TYPE, Seen, text_of

_UUID = re.compile(r"uuid:[0-9a-f-]{36}")
_ANY_UUID = "uuid:*"
_TRUE, _FALSE = {"true", "1"}, {"false", "0"}

Found = Iterator[tuple[str, dict[str, object]]]


def compare(operation: str, facts: Mapping[str, Any], seen: Seen) -> Found:
    """Yield in which respects a step was not as it says: codes and facts."""
    if facts.get("raises"):
        if seen.get("result", OK) == OK:
            yield "script.no_error", {}
        return
    looking = _COMPARING.get(operation)
    if looking is not None:
        yield from looking(facts, seen)


def _result(facts: Mapping[str, Any], seen: Seen) -> Found:
    """Compare the outcome of an answer; to other programs one of the wrong type is blank, and so `ok`."""
    expected = facts.get("result")
    if expected is not None and expected != seen["result"] and (expected, seen["result"]) != (OK, TYPE):
        yield "script.result", {"value": text_of(facts.get("value")), **_both(expected, seen["result"])}


def _value(facts: Mapping[str, Any], seen: Seen) -> Found:
    expected = facts["value"]
    if facts.get("exists") is False:
        if seen["exists"] and seen["value"]:
            yield "script.exists", {"found": seen["value"]}
    elif not seen["exists"] and expected:
        yield "script.missing", {"expected": text_of(expected)}
    elif not same(seen["value"], expected):
        yield "script.value", _both(expected, seen["value"])


_TRUTHS = {
    ("relevant", False): "script.not_relevant",
    ("relevant", True): "script.is_relevant",
    ("readonly", False): "script.not_readonly",
    ("readonly", True): "script.is_readonly",
    ("required", False): "script.not_required",
    ("required", True): "script.is_required",
}
"""What is said when something is so, or is not, against expectation."""


def _relevant(facts: Mapping[str, Any], seen: Seen) -> Found:
    for key in ("relevant", "readonly", "required"):
        if key in facts and facts[key] != seen[key]:
            yield _TRUTHS[key, seen[key]], _both(facts[key], seen[key])
    if "violation" in facts and (facts["violation"] or OK) != (seen["violation"] or OK):
        yield "script.violation", _both(facts["violation"] or OK, seen["violation"] or OK)


def _choices(facts: Mapping[str, Any], seen: Seen) -> Found:
    for key, code in (("values", "script.choices"), ("labels", "script.choice_labels")):
        expected = facts.get(key)
        if expected is not None and [text_of(each) for each in expected] != seen[key]:
            yield code, {"expected": [text_of(each) for each in expected], "found": list(seen[key])}


def _count(facts: Mapping[str, Any], seen: Seen) -> Found:
    if facts["count"] != seen["count"]:
        yield "script.repeat_count", _both(facts["count"], seen["count"])


def _validation(facts: Mapping[str, Any], seen: Seen) -> Found:
    if facts["outcome"] != seen["outcome"]:
        yield "script.validation", {**_both(facts["outcome"], seen["outcome"]), "where": seen["path"]}


def _texts(facts: Mapping[str, Any], seen: Seen) -> Found:
    for key, code in (("label", "script.label"), ("hint", "script.hint")):
        if facts.get(key) is not None and not same(seen[key], facts[key]):
            yield code, _both(facts[key], seen[key])


def _attribute(facts: Mapping[str, Any], seen: Seen) -> Found:
    if not same(seen["value"], facts["value"]):
        yield "script.attribute", {"name": facts["name"], **_both(facts["value"], seen["value"])}


def _xml(facts: Mapping[str, Any], seen: Seen) -> Found:
    try:
        expected = parse_xml(facts["expect_instance_xml"].encode(), "instance.xml")
    except KnownError as error:
        yield error.code, error.facts
        return
    where = _first_difference(parse_xml(seen["xml"].encode(), "instance.xml"), expected)
    if where is not None:
        path, found, wanted = where
        yield "script.instance_xml", {"path": path, "found": found, "expected": wanted}


def _load_error(_facts: Mapping[str, Any], seen: Seen) -> Found:
    if not seen["load_error"]:
        yield "script.load_error", {}


_COMPARING: Mapping[str, Callable[[Mapping[str, Any], Seen], Found]] = {
    "set": _result,
    "expect_value": _value,
    "expect_relevant": _relevant,
    "expect_choices": _choices,
    "expect_repeat_count": _count,
    "expect_validation": _validation,
    "expect_label": _texts,
    "expect_attribute": _attribute,
    "expect_instance_xml": _xml,
    "expect_load_error": _load_error,
}


def _both(expected: object, found: object) -> dict[str, object]:
    return {"expected": text_of(expected), "found": text_of(found)}


def same(found: object, expected: object) -> bool:
    """Tell whether two values are the same to ODK: texts, truths in either spelling, equal numbers, any uuid."""
    one, other = text_of(found), text_of(expected)
    if one == other or _UUID.sub(_ANY_UUID, one) == other:
        return True
    if {one, other} in (_TRUE, _FALSE):
        return True
    try:
        return math.isclose(float(one), float(other), rel_tol=1e-9, abs_tol=1e-9)
    except ValueError:
        return False


def _first_difference(found: etree._Element, expected: etree._Element) -> tuple[str, str, str] | None:
    """Return where two instances first differ, and what stands there; spaces, prefixes and uuids apart."""
    todo = [("", found, expected)]
    while todo:
        above, one, other = todo.pop()
        path = f"{above}/{etree.QName(other).localname}"
        seen, wanted = _shape(one), _shape(other)
        if seen != wanted:
            return path, seen, wanted
        todo += [(path, *pair) for pair in reversed(list(zip(_children(one), _children(other), strict=True)))]
    return None


def _shape(element: etree._Element) -> str:
    """Return an element's own part: name, attributes, text and the names of its children."""
    attributes = "".join(
        f' {etree.QName(str(name)).localname}="{value}"' for name, value in sorted(element.attrib.items())
    )
    text = (element.text or "").strip() + "".join(
        f"<{etree.QName(child).localname}/>" for child in _children(element)
    )
    return _UUID.sub(_ANY_UUID, f"<{etree.QName(element).localname}{attributes}>{text}")


def _children(element: etree._Element) -> list[etree._Element]:
    return [child for child in element if isinstance(child.tag, str)]
