"""Reads the body of an XForm: questions, groups and repeats in their order."""

import re
from collections.abc import Mapping

from lxml import etree

from fieldapp.forms.parts import NO_TEXT, NONE, Control, Group, Itemset, Question, Repeat, StaticChoice, Text
from fieldapp.forms.xform.expressions import Expressions
from fieldapp.forms.xform.itext import read_text
from fieldapp.forms.xml import children_named, first_named, first_of, jr, local_name

QUESTION_TAGS = frozenset({"input", "select1", "select", "rank", "range", "trigger", "upload", "secret"})
_OWN_ATTRIBUTES = frozenset({"ref", "appearance", "mediatype", "bind", "nodeset"})
_INSTANCE = re.compile(r"instance\(\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)")
_TRUE = frozenset({"true()", "true"})
_BARE_PATH = re.compile(r"[^\W\d][\w.-]*(?:/[^\W\d][\w.-]*)*")
_NAME = re.compile(r"[\w.-]+")


class BodyReader:
    """Turns body elements into controls; paths are made absolute, expressions compiled."""

    def __init__(
        self, expressions: Expressions, texts: Mapping[str, Text], by_bind_id: Mapping[str, str], *, root: str
    ) -> None:
        self._expressions = expressions
        self._texts = texts
        self._by_bind_id = by_bind_id
        self._root = root

    def read(self, body: etree._Element | None) -> tuple[Control, ...]:
        """Return the controls of the form."""
        return () if body is None else self._children(body, self._root)

    def _children(self, parent: etree._Element, context: str) -> tuple[Control, ...]:
        found = (self._control(child, context) for child in parent)
        return tuple(control for control in found if control is not None)

    def _control(self, element: etree._Element, context: str) -> Control | None:
        tag = local_name(element)
        if tag == "group":
            return self._group(element, context)
        if tag == "repeat":
            return self._repeat(element, context, label_of=element)
        if tag in QUESTION_TAGS:
            return self._question(element, tag, context)
        return None

    def _group(self, element: etree._Element, context: str) -> Control:
        nodeset = self._nodeset(element, context)
        repeat = first_named(element, "repeat")
        if repeat is not None and self._is_only_a_repeat(element):
            inner = self._nodeset(repeat, context)
            if nodeset in ("", inner):
                return self._repeat(repeat, context, label_of=element)
        return Group(
            nodeset,
            self._label(element),
            self._children(element, nodeset or context),
            _appearance(element),
        )

    def _is_only_a_repeat(self, element: etree._Element) -> bool:
        tags = {local_name(child) for child in element}
        return tags <= {"label", "repeat", "hint"} and len(children_named(element, "repeat")) == 1

    def _repeat(self, element: etree._Element, context: str, *, label_of: etree._Element) -> Repeat:
        nodeset = self._nodeset(element, context)
        label = self._label(label_of)
        return Repeat(
            nodeset,
            self._label(element) if label.is_blank else label,
            self._children(element, nodeset),
            self._expressions.compile(_count(element), nodeset, column="repeat_count"),
            _appearance(element) or _appearance(label_of),
            (element.get(jr("noAddRemove")) or "").strip() in _TRUE,
        )

    def _question(self, element: etree._Element, tag: str, context: str) -> Question:
        nodeset = self._nodeset(element, context)
        written = dict(element.items())
        label, hint = first_of(element, "label", "hint")
        return Question(
            nodeset,
            tag,
            self._text(label),
            self._text(hint),
            tuple(written.get("appearance", "").split()),
            written.get("mediatype", ""),
            self._itemset(element, nodeset) if tag in ("select1", "select", "rank") else None,
            _parameters(written) if not written.keys() <= _OWN_ATTRIBUTES else NONE,
        )

    def _itemset(self, element: etree._Element, nodeset: str) -> Itemset:
        itemset = first_named(element, "itemset")
        if itemset is None:
            items = children_named(element, "item")
            return Itemset(static=tuple(self._choice(item) for item in items))
        source = itemset.get("nodeset", "")
        value, label = first_named(itemset, "value"), first_named(itemset, "label")
        label_ref = "" if label is None else (label.get("ref") or "").strip()
        is_itext = label_ref.startswith("jr:itext(")
        label_ref = label_ref.removeprefix("jr:itext(").removesuffix(")").strip() if is_itext else label_ref
        is_name = _NAME.fullmatch(label_ref) is not None
        return Itemset(
            nodeset=self._expressions.compile(source, nodeset, column="choice_filter"),
            value_ref="name" if value is None else (value.get("ref") or "name").strip(),
            label_ref=label_ref,
            label_is_itext=is_itext,
            label_expression=None
            if is_name
            else self._expressions.compile(label_ref, nodeset, column="type"),
            list_name=_list_name(source),
        )

    def _choice(self, item: etree._Element) -> StaticChoice:
        value = first_named(item, "value")
        text = "" if value is None else (value.text or "").strip()
        return StaticChoice(text, self._label(item))

    def _label(self, element: etree._Element) -> Text:
        return self._text(first_named(element, "label"))

    def _text(self, element: etree._Element | None) -> Text:
        return NO_TEXT if element is None else read_text(element, self._texts, self._expressions)

    def _nodeset(self, element: etree._Element, context: str) -> str:
        bind = element.get("bind")
        if bind is not None and bind in self._by_bind_id:
            return self._by_bind_id[bind]
        reference = (element.get("nodeset") or element.get("ref") or "").strip()
        return absolute(reference, context) if reference else ""


def absolute(reference: str, context: str) -> str:
    """Return a simple path as an absolute nodeset, `..` and `.` worked out against the context."""
    if reference.startswith("/"):
        return reference.replace(" ", "")
    steps = context.split("/")
    for step in reference.replace("current()/", "").split("/"):
        if step.strip() == "..":
            steps.pop()
        elif step.strip() != ".":
            steps.append(step.strip())
    return "/".join(steps)


def _count(element: etree._Element) -> str | None:
    """Return the expression that decides how many instances there are; a bare name stands beside the repeat."""
    count = element.get(jr("count"))
    return f"../{count.strip()}" if count is not None and _BARE_PATH.fullmatch(count.strip()) else count


def _appearance(element: etree._Element) -> tuple[str, ...]:
    return tuple(element.get("appearance", "").split())


def _list_name(source: str) -> str:
    match = _INSTANCE.search(source)
    return (match[1] or match[2] or "") if match else ""


def _parameters(written: Mapping[str, str]) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in written.items() if name not in _OWN_ATTRIBUTES}
