"""Whether an answer breaks a rule: required for a blank one, type and constraint for a filled one.

| relevant | value  | type  | constraint | required | violation  |
|----------|--------|-------|------------|----------|------------|
| no       | any    | any   | any        | any      | none       |
| yes      | blank  | -     | any        | no       | none       |
| yes      | blank  | -     | any        | yes      | required   |
| yes      | filled | wrong | any        | any      | type       |
| yes      | filled | right | false      | any      | constraint |
| yes      | filled | right | true       | any      | none       |

A constraint is not even looked at while the answer is blank, so at most one rule can be broken. Nodes that no
question asks for, and values that the form calculates, break nothing: nobody could mend them.
"""

from fieldapp.engine.cells import Cell
from fieldapp.engine.types import is_valid
from fieldapp.forms.definition import Question
from fieldapp.forms.rules import RuleKind

REQUIRED, CONSTRAINT, TYPE = "required", "constraint", "type"


def violation_of(cell: Cell) -> str:
    """Return the kind of the violation that holds, or blank."""
    spec = cell.spec
    if not cell.node.relevant or not isinstance(spec.control, Question):
        return ""
    text = cell.node.text
    if cell.wrong:
        return TYPE
    if not text:
        return REQUIRED if cell.is_required else ""
    if not is_valid(spec.value_type, text):
        return TYPE
    rule = spec.rules.get(RuleKind.CONSTRAINT)
    if rule is not None and rule.expression is not None and not rule.expression.boolean(cell.context):
        return CONSTRAINT
    return ""
