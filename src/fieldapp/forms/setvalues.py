"""Reads the actions of a form: `setvalue` on opening, on a new repeat instance, and on a changed answer."""

from lxml import etree

from fieldapp.forms.body import QUESTION_TAGS, absolute
from fieldapp.forms.expressions import Expressions
from fieldapp.forms.rules import SetValue
from fieldapp.forms.xml import local_name

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
VALUE_CHANGED = "xforms-value-changed"


def read_set_values(
    model: etree._Element, body: etree._Element | None, root: str, *, expressions: Expressions
) -> tuple[SetValue, ...]:
    """Return the actions of the model, then those that stand inside questions and repeats."""
    found = [
        _action(element, root, "", expressions) for element in model if local_name(element) == "setvalue"
    ]
    if body is not None:
        found += [
            _action(element, root, _trigger(element, root), expressions)
            for element in body.iter()
            if local_name(element) == "setvalue"
        ]
    return tuple(found)


def _action(element: etree._Element, root: str, trigger: str, expressions: Expressions) -> SetValue:
    target = absolute((element.get("ref") or "").strip(), trigger or root)
    value = element.get("value")
    return SetValue(
        target,
        frozenset((element.get("event") or "").split()),
        expressions.compile(value, target, column="default"),
        literal="" if value else (element.text or "").strip(),
        trigger=trigger,
    )


def _trigger(element: etree._Element, root: str) -> str:
    parent = element.getparent()
    if parent is None or local_name(parent) not in QUESTION_TAGS:
        return ""
    return absolute((parent.get("ref") or "").strip(), root)
