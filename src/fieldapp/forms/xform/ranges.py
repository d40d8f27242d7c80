"""The bounds and the step of a range, as a rule like any other: held to wherever an answer comes from."""

import re
from collections.abc import Iterable, MutableMapping
from dataclasses import replace

from fieldapp.forms.parts import Bind, Control, Question
from fieldapp.forms.xform.expressions import Expressions

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NEAR = "0.000001"
"""What steps such as 0.1 may be off in binary."""


def bound_ranges(
    controls: Iterable[Control], binds: MutableMapping[str, Bind], expressions: Expressions
) -> None:
    """Add to the constraint of every range that its answer lies between its bounds, and on a step."""
    for question in controls:
        if not (isinstance(question, Question) and question.kind == "range"):
            continue
        rule = _rule(*(question.parameters.get(name, "").strip() for name in ("start", "end", "step")))
        bind = binds.get(question.nodeset) or Bind(question.nodeset)
        if rule:
            text = f"({bind.constraint.text}) and {rule}" if bind.constraint else rule
            constraint = expressions.compile(text, question.nodeset, column="parameters")
            binds[question.nodeset] = replace(bind, constraint=constraint)


def _rule(start: str, end: str, step: str) -> str:
    """Write the rule; the bounds may stand the other way round, for a range that counts down."""
    if not (_NUMBER.fullmatch(start) and _NUMBER.fullmatch(end)):
        return ""
    low, high = sorted((start, end), key=float)
    rule = f". >= {low} and . <= {high}"
    if _NUMBER.fullmatch(step) and float(step):
        steps = f"((. - {start}) div {step})"
        rule += f" and abs({steps} - round({steps})) < {_NEAR}"
    return f"({rule})"
