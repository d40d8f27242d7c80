"""Reads the actions of a form: `setvalue` on opening, on a new repeat instance, and on a changed answer."""

import re
from collections.abc import Mapping

from lxml import etree

from fieldapp.forms.rules import SetValue
from fieldapp.forms.xform.body import QUESTION_TAGS, absolute
from fieldapp.forms.xform.expressions import Expressions
from fieldapp.forms.xml import local_name

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
NEW_REPEAT = "odk-new-repeat"
VALUE_CHANGED = "xforms-value-changed"
READY = "xforms-ready"
"""What older forms call the first load."""
REVALIDATE = "xforms-revalidate"
EVENTS = frozenset({FIRST_LOAD, LOAD, NEW_REPEAT, VALUE_CHANGED, READY, REVALIDATE})
_PREDICATE = re.compile(r"\[[^\]]*\]")


def read_set_values(
    model: etree._Element,
    body: etree._Element | None,
    ids: Mapping[str, str],
    *,
    expressions: Expressions,
    root: str,
) -> tuple[SetValue, ...]:
    """Return the actions of the model, then those that stand inside questions and repeats."""
    reader = _Reader(ids, root, expressions)
    found = [reader.read(element, "") for element in model.iterchildren("{*}setvalue")]
    if body is not None:
        nested = body.iter("{*}setvalue")
        found += [reader.read(element, reader.trigger(element), is_nested=True) for element in nested]
    return tuple(found)


class _Reader:
    """What all actions of one form are read with."""

    def __init__(self, ids: Mapping[str, str], root: str, expressions: Expressions) -> None:
        self._ids = ids
        self._root = root
        self._expressions = expressions

    def read(self, element: etree._Element, trigger: str, *, is_nested: bool = False) -> SetValue:
        """Read one action."""
        written = self._ids.get(element.get("bind", "")) or (element.get("ref") or "").strip()
        target = absolute(_PREDICATE.sub("", written), trigger or self._root)
        events = frozenset((element.get("event") or "").split())
        self._check(events, target, is_nested=is_nested)
        value = element.get("value")
        exact = written if _PREDICATE.search(written) else None
        return SetValue(
            target,
            events if READY not in events else events - {READY} | {FIRST_LOAD},
            self._expressions.compile(value, target, column="default"),
            literal="" if value else (element.text or "").strip(),
            exact=self._expressions.compile(exact, target, column="default"),
            trigger=trigger,
        )

    def _check(self, events: frozenset[str], target: str, *, is_nested: bool) -> None:
        unknown = sorted(events - EVENTS)
        if unknown:
            self._expressions.add(
                "form.unknown_event", target, column="default", events=unknown, known=sorted(EVENTS)
            )
        if NEW_REPEAT in events and not is_nested:
            self._expressions.add("form.misplaced_event", target, column="default", event=NEW_REPEAT)

    def trigger(self, element: etree._Element) -> str:
        """Return the nodeset of the question that an action stands in, or blank."""
        parent = element.getparent()
        if parent is None or local_name(parent) not in QUESTION_TAGS:
            return ""
        reference = (parent.get("ref") or "").strip()
        return self._ids.get(parent.get("bind", "")) or absolute(reference, self._root)
