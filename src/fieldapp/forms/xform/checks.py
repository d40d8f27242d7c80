"""What an XForm can say wrongly beside its expressions: controls without a node, unknown methods and media types.

ODK Web Forms decides: a control without a node is left out, and said; the rest keeps the form out.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from fieldapp.forms.parts import Control, Group, Itemset, Question
from fieldapp.forms.problems import Severity
from fieldapp.forms.rules import NodeSpec
from fieldapp.forms.xform.body import absolute
from fieldapp.forms.xform.choice_names import CHOICE_NAME, choice_name_paths
from fieldapp.forms.xform.expressions import Expressions
from fieldapp.forms.xml import children_named
from fieldapp.xpath import Node

_METHODS = frozenset({"", "post", "form-data-post"})
_MEDIA_TYPE = re.compile(r"(?:[\w.+-]+|\*)/(?:[\w.+-]+|\*)")
Specs = Mapping[str, NodeSpec]


def bound_controls(
    controls: tuple[Control, ...], specs: Specs, expressions: Expressions
) -> tuple[Control, ...]:
    """Return the controls that have a node to fill; those without are left out and noted as warnings.

    A group without a node still holds its questions together.
    """
    kept: list[Control] = []
    for control in controls:
        spec = specs.get(control.nodeset)
        is_bound = not control.nodeset or (
            spec is not None and (spec.is_leaf or not isinstance(control, Question))
        )
        if not is_bound:
            expressions.add(
                "form.unbound_control", control.nodeset, text=control.nodeset, severity=Severity.WARNING
            )
        if isinstance(control, Question):
            kept += [control] if is_bound else []
            continue
        if is_bound or isinstance(control, Group):
            inside = bound_controls(control.children, specs, expressions)
            is_same = is_bound and inside == control.children
            nodeset = control.nodeset if is_bound else ""
            kept.append(control if is_same else replace(control, nodeset=nodeset, children=inside))
    return tuple(kept)


def check_submission(model: etree._Element, expressions: Expressions) -> None:
    """Note a way of submitting that ODK does not know."""
    for element in children_named(model, "submission"):
        method = (element.get("method") or "").strip()
        if method not in _METHODS:
            expressions.add("form.unknown_submission_method", "", text=method, known=sorted(_METHODS - {""}))


def check_uploads(controls: Mapping[str, Control], expressions: Expressions) -> None:
    """Note a question for a file whose media type is none: an ending, say."""
    for nodeset, control in controls.items():
        if isinstance(control, Question) and control.kind == "upload":
            written = control.mediatype.strip()
            if written and not all(map(_MEDIA_TYPE.fullmatch, re.split(r"[\s,]+", written))):
                expressions.add("form.unknown_media_type", nodeset, text=written)


def check_choice_names(specs: Specs, expressions: Expressions) -> None:
    """Note every `jr:choice-name()` that asks for the choices of what is no select."""
    for spec in specs.values():
        for rule in spec.rules.values():
            if rule.expression is not None and CHOICE_NAME in rule.expression.text:
                for path in choice_name_paths(rule.expression.syntax):
                    named = specs.get(absolute(path, spec.nodeset))
                    control = named.control if named is not None else None
                    if not isinstance(control, Question) or control.itemset is None:
                        expressions.add("form.choice_name_of_no_select", spec.nodeset, text=path)


def check_choice_columns(
    model: etree._Element, specs: Specs, secondary: Mapping[str, Node], expressions: Expressions
) -> None:
    """Note every select that takes its values from a column which the file beside the form does not have."""
    external = {each.get("id"): each.get("src") or "" for each in children_named(model, "instance")[1:]}
    for spec in specs.values():
        itemset = spec.control.itemset if isinstance(spec.control, Question) else None
        source = external.get(itemset.list_name) if itemset is not None and itemset.list_name else None
        rows = secondary.get(itemset.list_name) if itemset is not None and source else None
        if itemset is not None and source and rows is not None and _lacks_values(rows, itemset):
            expressions.add(
                "form.missing_choice_column",
                spec.nodeset,
                column="type",
                text=itemset.value_ref,
                file=source.rpartition("/")[2],
            )


def _lacks_values(root: Node, itemset: Itemset) -> bool:
    """Whether no row of a table holds the column that values come from; paths into rows are not looked at."""
    rows = root.children
    is_column = re.fullmatch(r"[\w.-]+", itemset.value_ref) is not None
    return bool(rows) and is_column and not any(row.child(itemset.value_ref) for row in rows)
