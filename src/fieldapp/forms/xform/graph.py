"""The dependency graph of a form: who reads whom, the order of one pass, and the circles that have no such order."""

from collections.abc import Iterable, Iterator, Mapping

from fieldapp.forms.parts import NO_TEXT, Question, Repeat
from fieldapp.forms.rules import FEEDS_VALUES, NodeSpec, Read, Reader, Rule, RuleKind
from fieldapp.forms.xform.choice_names import ChoiceTexts
from fieldapp.forms.xform.components import components
from fieldapp.forms.xform.expressions import Expressions
from fieldapp.forms.xform.itext import outputs_of
from fieldapp.xpath import Expression, Footprint
from fieldapp.xpath.problems import nearest

_COLUMNS = {
    RuleKind.CALCULATE: "calculation",
    RuleKind.CHOICES: "choice_filter",
    RuleKind.COUNT: "repeat_count",
}
"""Columns of a workbook whose name is not that of the rule."""
MAX_READS = 500_000
"""Nodes that all rules of a form read together: 5,000 questions read some 10,000, unless each reads `*` of all."""
Specs = Mapping[str, NodeSpec]
Way = tuple[tuple[NodeSpec, ...], bool]


def connect(
    specs: Specs, expressions: Expressions, *, known_instances: frozenset[str], choices: ChoiceTexts
) -> None:
    """Give every node its rules and readers, in an order that one pass can follow.

    Notes every circle, and every expression that looks into an instance which the form does not have.
    """
    rules: list[Rule] = []
    reads = 0
    for spec in specs.values():
        for rule in _rules_of(spec, specs, choices):
            spec.rules[rule.kind] = rule
            rules.append(rule)
            _check_instances(rule, expressions, known_instances)
            if rule.uses_position:
                _mark_positions(spec)
            reads += len(rule.reads)
            if reads > MAX_READS:
                text = rule.expression.text.strip() if rule.expression else ""
                expressions.add("form.too_many_reads", spec.nodeset, text=text, limit=MAX_READS)
                return
    _order(rules, specs, expressions)
    connect_readers(rules, specs)


def _rules_of(spec: NodeSpec, specs: Specs, choices: ChoiceTexts) -> Iterator[Rule]:
    for kind, expression in _expressions_of(spec):
        if expression is not None:
            footprint = expression.footprint
            yield Rule(
                kind,
                spec,
                expression,
                _reads_of_all([expression, *choices.cited_by(expression, spec, specs)], spec, specs),
                uses_position=footprint.uses_position,
                reads_language=footprint.uses_language,
            )
    outputs = list(_outputs(spec))
    if outputs:
        shown = _reads_of_all(outputs, spec, specs)
        positions = any(output.footprint.uses_position for output in outputs)
        yield Rule(RuleKind.LABEL, spec, None, shown, uses_position=positions)


def _reads_of_all(read: Iterable[Expression], spec: NodeSpec, specs: Specs) -> tuple[Read, ...]:
    return tuple([each for expression in read for each in _reads(expression.footprint, spec, specs)])


def _expressions_of(spec: NodeSpec) -> tuple[tuple[RuleKind, Expression | None], ...]:
    bind, control = spec.bind, spec.control
    count = control.count if isinstance(control, Repeat) else None
    choices = control.itemset.nodeset if isinstance(control, Question) and control.itemset else None
    return (
        (RuleKind.RELEVANT, bind.relevant),
        (RuleKind.CALCULATE, bind.calculate),
        (RuleKind.COUNT, count),
        (RuleKind.CHOICES, choices),
        (RuleKind.REQUIRED, bind.required),
        (RuleKind.READONLY, bind.readonly),
        (RuleKind.CONSTRAINT, bind.constraint),
    )


def _check_instances(rule: Rule, expressions: Expressions, known: frozenset[str]) -> None:
    if rule.expression is None:
        return
    for name in sorted(rule.expression.footprint.instances - known):
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
    texts = [spec.bind.constraint_message, spec.bind.required_message]
    if spec.control is not None:
        texts.append(spec.control.label)
    if isinstance(spec.control, Question):
        texts.append(spec.control.hint)
    for text in texts:
        if text is not NO_TEXT:
            yield from outputs_of(text)


def _reads(footprint: Footprint, spec: NodeSpec, specs: Specs) -> tuple[Read, ...]:
    here = spec.nodeset
    found: dict[Read, None] = {}
    for spot in sorted(footprint.spots):
        nodeset, base = spot.at(here), spot.base(here)
        if nodeset and not spot.is_loose:
            if nodeset in specs:
                found[Read(nodeset, base)] = None
            continue
        is_around = here.startswith(nodeset + "/")
        for each in _below(nodeset, specs):
            found[Read(each, base, is_loose=is_around)] = None
    return tuple(found)


def _below(nodeset: str, specs: Specs) -> Iterable[str]:
    """Return the nodesets under one; under a blank one are all."""
    if not nodeset:
        return specs
    top = specs.get(nodeset)
    return () if top is None else [each.nodeset for each in top.walk() if each is not top]


def _order(rules: list[Rule], specs: Specs, expressions: Expressions) -> None:
    """Number the rules so that each stands after all it reads (Tarjan: components come out in that order)."""
    feeding = [rule for rule in rules if rule.kind in FEEDS_VALUES]
    needs = {id(rule): _needs(rule, specs) for rule in feeding}
    found = list(components(feeding, _after_relevance(feeding, needs)))
    if any(len(component) > 1 for component in found):
        found = list(components(feeding, needs))
    order = 0
    for component in found:
        if len(component) > 1 or component[0] in needs[id(component[0])]:
            _note_circle(component, needs, expressions)
        for rule in component:
            rule.order = order
            order += 1
    for rule in rules:
        if rule.kind not in FEEDS_VALUES:
            rule.order = order
            order += 1


def _after_relevance(rules: Iterable[Rule], needs: Mapping[int, list[Rule]]) -> Mapping[int, list[Rule]]:
    """Let each filter wait for the relevance of its own question: a dormant answer is not held against choices."""
    waits = dict(needs)
    for rule in rules:
        if rule.kind is RuleKind.CHOICES and rule.reads:
            around = [rule.target, *_ancestors(rule.target)]
            own = [spec.rules[RuleKind.RELEVANT] for spec in around if RuleKind.RELEVANT in spec.rules]
            waits[id(rule)] = [*needs[id(rule)], *own]
    return waits


def _ancestors(spec: NodeSpec) -> Iterator[NodeSpec]:
    while spec.parent is not None:
        spec = spec.parent
        yield spec


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


def connect_readers(rules: Iterable[Rule], specs: Specs) -> None:
    """Tell each node who reads it: the rules are in their order by now."""
    gathered: dict[str, dict[tuple[int, str], Reader]] = {}
    ways: dict[tuple[str, str], Way] = {}
    for rule in sorted(rules, key=_rank):
        bottom = _bottom(rule)
        for read in rule.reads:
            base = _common(_common(read.base, bottom.nodeset), read.nodeset) or _root_of(read.nodeset)
            way = ways.get((bottom.nodeset, base))
            if way is None:
                way = ways[bottom.nodeset, base] = _way(bottom, base)
            climb = read.nodeset.count("/") - base.count("/")
            gathered.setdefault(read.nodeset, {})[id(rule), read.base] = Reader(rule, climb, *way)
    for nodeset, readers in gathered.items():
        spec = specs[nodeset]
        spec.readers = tuple(readers.values())
        spec.spread_readers = tuple(reader for reader in spec.readers if not reader.is_single)


def _rank(rule: Rule) -> int:
    return rule.order


def _bottom(rule: Rule) -> NodeSpec:
    """Return where a rule is worked out: a count at the parent of its repeat, there even without an instance."""
    target = rule.target
    return target.parent if rule.kind is RuleKind.COUNT and target.parent else target


def _root_of(nodeset: str) -> str:
    return "/" + nodeset.split("/", 2)[1]


def _way(bottom: NodeSpec, base: str) -> Way:
    """Work out the walk from a base down to where a rule stands, and whether it passes no repeat."""
    descend: list[NodeSpec] = []
    spec: NodeSpec | None = bottom
    while spec is not None and spec.nodeset != base:
        descend.append(spec)
        spec = spec.parent
    descend.reverse()
    return tuple(descend), not any(step.is_repeat for step in descend)


def _common(base: str, nodeset: str) -> str:
    while base and not (nodeset == base or nodeset.startswith(base + "/")):
        base = base.rpartition("/")[0]
    return base
