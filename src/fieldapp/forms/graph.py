"""The dependency graph of a form: who reads whom, the order of one pass, and the circles that have no such order."""

from collections.abc import Iterator, Mapping

from fieldapp.forms.components import components
from fieldapp.forms.expressions import Expressions
from fieldapp.forms.itext import output_expressions
from fieldapp.forms.parts import Question, Repeat, Text
from fieldapp.forms.rules import FEEDS_VALUES, NodeSpec, Read, Reader, Rule, RuleKind
from fieldapp.xpath import Expression
from fieldapp.xpath.problems import nearest

_MARK = "\N{MIDDLE DOT}"
"""Ends each step of the context while reads are asked for, which shows where a path goes through its ancestors."""

_COLUMNS = {
    RuleKind.CALCULATE: "calculation",
    RuleKind.CHOICES: "choice_filter",
    RuleKind.COUNT: "repeat_count",
}
"""Columns of a workbook whose name is not that of the rule."""
Specs = Mapping[str, NodeSpec]


def connect(specs: Specs, expressions: Expressions, *, known_instances: frozenset[str]) -> None:
    """Give every node its rules and readers, in an order that one pass can follow.

    Notes every circle, and every expression that looks into an instance which the form does not have.
    """
    for spec in specs.values():
        for rule in _rules_of(spec, specs):
            spec.rules[rule.kind] = rule
            _check_instances(rule, expressions, known_instances)
            if rule.uses_position:
                _mark_positions(spec)
    rules = [rule for spec in specs.values() for rule in spec.rules.values()]
    _order(rules, specs, expressions)
    _connect_readers(rules, specs)


def _rules_of(spec: NodeSpec, specs: Specs) -> Iterator[Rule]:
    bind, control = spec.bind, spec.control
    count = control.count if isinstance(control, Repeat) else None
    choices = control.itemset.nodeset if isinstance(control, Question) and control.itemset else None
    written: dict[RuleKind, Expression | None] = {
        RuleKind.RELEVANT: bind.relevant,
        RuleKind.CALCULATE: bind.calculate,
        RuleKind.COUNT: count,
        RuleKind.CHOICES: choices,
        RuleKind.REQUIRED: bind.required,
        RuleKind.READONLY: bind.readonly,
        RuleKind.CONSTRAINT: bind.constraint,
    }
    for kind, expression in written.items():
        if expression is not None:
            reads = expression.reads(_marked(spec.nodeset))
            yield Rule(
                kind,
                spec,
                expression,
                _reads(expression, spec, specs),
                uses_position=reads.uses_position,
                reads_language=reads.uses_language,
            )
    outputs = list(_outputs(spec))
    if outputs:
        shown = tuple(read for output in outputs for read in _reads(output, spec, specs))
        positions = any(output.reads(spec.nodeset).uses_position for output in outputs)
        yield Rule(RuleKind.LABEL, spec, None, shown, uses_position=positions)


def _check_instances(rule: Rule, expressions: Expressions, known: frozenset[str]) -> None:
    if rule.expression is None:
        return
    for name in sorted(rule.expression.reads(rule.target.nodeset).instances - known):
        expressions.add(
            "form.unknown_instance",
            rule.target.nodeset,
            column=_COLUMNS.get(rule.kind, str(rule.kind)),
            text=rule.expression.text.strip(),
            name=name,
            nearest=nearest(name, known),
        )


def _mark_positions(spec: NodeSpec) -> None:
    above: NodeSpec | None = spec
    while above is not None:
        above.has_positions = True
        above = above.parent


def _outputs(spec: NodeSpec) -> Iterator[Expression]:
    texts: list[Text] = [spec.bind.constraint_message, spec.bind.required_message]
    if spec.control is not None:
        texts.append(spec.control.label)
    if isinstance(spec.control, Question):
        texts.append(spec.control.hint)
    for text in texts:
        for part in output_expressions(text):
            if part.output is not None:
                yield part.output


def _marked(nodeset: str) -> str:
    return nodeset.replace("/", _MARK + "/")[len(_MARK) :] + _MARK


def _reads(expression: Expression, spec: NodeSpec, specs: Specs) -> tuple[Read, ...]:
    found: dict[Read, None] = {}
    reads = expression.reads(_marked(spec.nodeset))
    for path in sorted(reads.nodesets):
        nodeset = path.replace(_MARK, "")
        if nodeset in specs:
            found[Read(nodeset, _base(path))] = None
    for path in sorted(reads.subtrees):
        top = path.replace(_MARK, "") + "/"
        loose = spec.nodeset.startswith(top)
        found.update(
            {Read(each, _base(path), is_loose=loose): None for each in specs if each.startswith(top)}
        )
    return tuple(found)


def _base(path: str) -> str:
    return path.rpartition(_MARK)[0].replace(_MARK, "")


def _order(rules: list[Rule], specs: Specs, expressions: Expressions) -> None:
    """Number the rules so that each stands after all it reads (Tarjan: components come out in that order)."""
    feeding = [rule for rule in rules if rule.kind in FEEDS_VALUES]
    needs = {id(rule): _needs(rule, specs) for rule in feeding}
    order = 0
    for component in components(feeding, needs):
        if len(component) > 1 or component[0] in needs[id(component[0])]:
            _note_circle(component, needs, expressions)
        for rule in component:
            rule.order = order
            order += 1
    for rule in rules:
        if rule.kind not in FEEDS_VALUES:
            rule.order = order
            order += 1


def _needs(rule: Rule, specs: Specs) -> list[Rule]:
    """Return the rules whose outcome this one reads: values, and the relevance that blanks them.

    Not the count of a repeat: a form may ask for one instance more while the last one says so.
    """
    found: dict[int, Rule] = {}
    for read in rule.reads:
        if read.is_loose:
            continue
        spec: NodeSpec | None = specs[read.nodeset]
        assert spec is not None
        own = [spec.rules.get(kind) for kind in (RuleKind.CALCULATE, RuleKind.CHOICES)]
        while spec is not None and not rule.target.nodeset.startswith(spec.nodeset + "/"):
            own.append(spec.rules.get(RuleKind.RELEVANT))
            spec = spec.parent
        for other in own:
            if other is not None and not _is_harmless(rule, other):
                found[id(other)] = other
    return list(found.values())


def _is_harmless(rule: Rule, other: Rule) -> bool:
    """Whether reading one's own node is no circle: `once()`, or a choice filter that looks at the answer."""
    if rule.target is not other.target:
        return False
    is_once = rule.target.bind.calculate is not None and rule.target.is_stored
    return is_once or RuleKind.CALCULATE not in (rule.kind, other.kind)


def _note_circle(component: list[Rule], needs: Mapping[int, list[Rule]], expressions: Expressions) -> None:
    circle = _circle(component, needs)
    names = [rule.target.name for rule in circle]
    first = circle[0]
    expressions.add(
        "form.cycle",
        first.target.nodeset,
        column=_COLUMNS.get(first.kind, str(first.kind)),
        text=first.expression.text.strip() if first.expression else "",
        circle=[*names, names[0]],
    )


def _circle(component: list[Rule], needs: Mapping[int, list[Rule]]) -> list[Rule]:
    """Return one circle inside a component, beginning with the rule that stands first in the form."""
    inside = {id(rule) for rule in component}
    start = min(component, key=lambda rule: rule.target.order)
    came_from: dict[int, Rule] = {}
    todo = [start]
    for rule in todo:
        for other in needs[id(rule)]:
            if other is start:
                circle = [rule]
                while circle[-1] is not start:
                    circle.append(came_from[id(circle[-1])])
                return circle[::-1]
            if id(other) in inside and id(other) not in came_from:
                came_from[id(other)] = rule
                todo.append(other)
    return [start]


def _connect_readers(rules: list[Rule], specs: Specs) -> None:
    gathered: dict[str, dict[tuple[int, str], Reader]] = {}
    for rule in rules:
        for read in rule.reads:
            reader = _reader(rule, read)
            gathered.setdefault(read.nodeset, {})[id(rule), read.base] = reader
    for nodeset, readers in gathered.items():
        in_order = tuple(sorted(readers.values(), key=lambda reader: reader.rule.order))
        specs[nodeset].readers = in_order
        specs[nodeset].spread_readers = tuple(reader for reader in in_order if not reader.is_single)


def _reader(rule: Rule, read: Read) -> Reader:
    """Work out the walk from a node that is read to the nodes of the rule that reads it.

    A count is worked out at the parent of its repeat, where it stands even while there is no instance.
    """
    bottom = rule.target.parent if rule.kind is RuleKind.COUNT and rule.target.parent else rule.target
    base = _common(_common(read.base, bottom.nodeset), read.nodeset) or "/" + read.nodeset.split("/")[1]
    climb = read.nodeset.count("/") - base.count("/")
    descend: list[NodeSpec] = []
    spec: NodeSpec | None = bottom
    while spec is not None and spec.nodeset != base:
        descend.append(spec)
        spec = spec.parent
    descend.reverse()
    return Reader(rule, climb, tuple(descend), is_single=not any(step.is_repeat for step in descend))


def _common(base: str, nodeset: str) -> str:
    while base and not (nodeset == base or nodeset.startswith(base + "/")):
        base = base.rpartition("/")[0]
    return base
