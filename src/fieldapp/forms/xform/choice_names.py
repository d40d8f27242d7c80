"""Which select a `jr:choice-name()` names, and what the labels of its choices cite: an answer of the form, perhaps."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fieldapp.forms.parts import Itemset, Question, Text
from fieldapp.forms.rules import NodeSpec
from fieldapp.forms.xform.body import absolute
from fieldapp.forms.xform.itext import outputs_of
from fieldapp.xpath import Expression, Node
from fieldapp.xpath.syntax import Call, Literal, Syntax, parts

CHOICE_NAME = "jr:choice-name"
_SIMPLE_PATH = re.compile(r"[\w./:()-]+")


def choice_name_paths(syntax: Syntax) -> Iterator[str]:
    """Walk the paths of the selects whose choices an expression names."""
    if isinstance(syntax, Call) and syntax.name == CHOICE_NAME and len(syntax.arguments) > 1:
        named = syntax.arguments[1]
        path = named.value.strip() if isinstance(named, Literal) and isinstance(named.value, str) else ""
        if _SIMPLE_PATH.fullmatch(path):
            yield path
    for part in parts(syntax):
        yield from choice_name_paths(part)


@dataclass(frozen=True, slots=True)
class ChoiceTexts:
    """The texts of a form's choices."""

    texts: Mapping[str, Text]
    """The itext table."""
    instances: Mapping[str, Node]
    """Secondary instances by id."""

    def cited_by(
        self, expression: Expression, spec: NodeSpec, specs: Mapping[str, NodeSpec]
    ) -> list[Expression]:
        """Return what the labels cite that an expression may give by `jr:choice-name()`."""
        if CHOICE_NAME not in expression.text:
            return []
        found: list[Expression] = []
        for path in choice_name_paths(expression.syntax):
            named = specs.get(absolute(path, spec.nodeset))
            if (
                named is not None
                and isinstance(named.control, Question)
                and named.control.itemset is not None
            ):
                found += [each for text in self._labels(named.control.itemset) for each in outputs_of(text)]
        return found

    def _labels(self, itemset: Itemset) -> Iterator[Text]:
        yield from (each.label for each in itemset.static)
        rows = self.instances.get(itemset.list_name) if itemset.label_is_itext else None
        for row in rows.children if rows is not None else ():
            label = row.child(itemset.label_ref)
            text = self.texts.get(label.value()) if label is not None else None
            if text is not None:
                yield text
