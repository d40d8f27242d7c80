"""Synthetic forms for the engine's figures, as XForms: the same every time, and of the shapes that were agreed.

`flat` has 16 questions and 4 calculates in each block of 20, the calculates of a block chained; in `deep` the
calculates of all blocks form one chain, which the first question drives. `repeat` asks 16 questions and calculates 5
values in every instance, with sums over them outside; `loaded` is the same with instances in the form itself.
`choices` are 20 states, 500 districts and 10,000 villages behind filters; `towns` is one list behind a filter.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from xml.sax.saxutils import escape, quoteattr

BLOCK = 20
_TYPES = ("int",) * 6 + ("string",) * 4 + ("select1",) * 3 + ("decimal",) * 2 + ("date",)
"""Of the questions in a block; a calculate follows every fourth."""
_GRADES = [{"name": f"g{number}", "label": f"Grade {number}"} for number in range(5)]
_STATES, _DISTRICTS, _VILLAGES = 20, 25, 20
_HEAD = (
    '<?xml version="1.0"?>\n<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">'
)


@dataclass(slots=True)
class Node:
    """A question, calculate, group or repeat."""

    name: str
    kind: str
    """`group`, `repeat`, `select1`, or the type of an input; a calculate has no label."""
    label: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    """Attributes of its bind."""
    choices: str = ""
    """Nodeset of its choices."""
    children: list["Node"] = field(default_factory=list)
    value: str = ""


@dataclass(slots=True)
class Synthetic:
    """A form, and what of it is measured."""

    name: str
    nodes: list[Node]
    lists: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    instances: int = 0
    """Of its repeat, in the form itself."""
    targets: list[str] = field(default_factory=list)
    """Questions of whole numbers that are always asked."""
    first: str = ""
    """The question that drives the first calculate."""
    last: str = ""
    """The calculate that is worked out last."""

    @property
    def root(self) -> str:
        """The path of the root element."""
        return f"/{self.name.replace('-', '_')}"

    def xml(self) -> bytes:
        """Write the XForm."""
        return "\n".join(self._lines()).encode()

    def _lines(self) -> Iterator[str]:
        name = self.root[1:]
        yield f"{_HEAD}<h:head><h:title>{name}</h:title><model><instance>"
        yield f'<{name} id="{name}" version="1">'
        for node in self.nodes:
            yield from _instance(node, self.instances)
        yield f"<meta><instanceID/></meta></{name}></instance>"
        for list_name, rows in self.lists.items():
            yield f'<instance id="{list_name}"><root>'
            yield from map(_item, rows)
            yield "</root></instance>"
        for node in self.nodes:
            yield from _binds(node, self.root)
        yield f'<bind nodeset="{self.root}/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>'
        yield "</model></h:head><h:body>"
        for node in self.nodes:
            yield from _controls(node, self.root)
        yield "</h:body></h:html>"


def _instance(node: Node, copies: int) -> Iterator[str]:
    if not node.children:
        yield f"<{node.name}/>"
        return
    yield f'<{node.name} jr:template="">' if node.kind == "repeat" else f"<{node.name}>"
    for child in node.children:
        yield from _instance(child, copies)
    yield f"</{node.name}>"
    for number in range(1, copies + 1 if node.kind == "repeat" else 0):
        values = {"qty": str(number), "price": "2.5"}
        inside = "".join(f"<{each.name}>{values.get(each.name, '')}</{each.name}>" for each in node.children)
        yield f"<{node.name}>{inside}</{node.name}>"


def _item(row: dict[str, str]) -> str:
    return "<item>" + "".join(f"<{name}>{escape(value)}</{name}>" for name, value in row.items()) + "</item>"


def _binds(node: Node, above: str) -> Iterator[str]:
    path = f"{above}/{node.name}"
    rules = dict(node.rules)
    if not node.children:
        rules = {"type": "string" if node.kind == "select1" else node.kind, **rules}
    if rules:
        written = "".join(f" {name}={quoteattr(text)}" for name, text in rules.items())
        yield f'<bind nodeset="{path}"{written}/>'
    for child in node.children:
        yield from _binds(child, path)


def _controls(node: Node, above: str) -> Iterator[str]:
    path, label = f"{above}/{node.name}", f"<label>{escape(node.label)}</label>"
    if node.children:
        opening, closing = f'<group ref="{path}">{label}', "</group>"
        if node.kind == "repeat":
            opening, closing = f'{opening}<repeat nodeset="{path}">', "</repeat></group>"
        yield opening
        for child in node.children:
            yield from _controls(child, path)
        yield closing
    elif node.kind == "select1":
        rows = f'<itemset nodeset={quoteattr(node.choices)}><value ref="name"/><label ref="label"/></itemset>'
        yield f'<select1 ref="{path}">{label}{rows}</select1>'
    elif node.label:
        yield f'<input ref="{path}">{label}</input>'


def _rows(list_name: str, condition: str = "") -> str:
    return f"instance('{list_name}')/root/item" + (f"[{condition}]" if condition else "")


class _Blocks:
    """Writes the blocks of a flat or a deep form, one after the other."""

    def __init__(self, form: Synthetic, *, is_deep: bool, seed: int) -> None:
        self._form = form
        self._is_deep = is_deep
        self._random = random.Random(seed)
        self._ints: list[str] = []
        self._calculate = ""
        self._count = 0

    def write(self, group: Node, path: str) -> None:
        """Add one block to a group."""
        types = list(_TYPES)
        self._random.shuffle(types)
        types.remove("int")
        types.insert(0, "int")  # what the block's first calculate reads
        conditional = set(self._random.sample(range(1, len(types)), 6))
        limited = [place for place, kind in enumerate(types) if kind == "int"][:2]
        own: list[str] = []
        if not self._is_deep:
            self._calculate = ""
        for place, kind in enumerate(types):
            rules = self._rules(kind, is_conditional=place in conditional, is_limited=place in limited)
            asked = self._question(kind, rules)
            group.children.append(asked)
            if kind == "int":
                own.append(f"{path}/{asked.name}")
                self._ints.append(own[-1])
                if place not in conditional:
                    self._form.targets.append(own[-1])
            if place % 4 == 3:
                group.children.append(self._calculated(path, own))

    def _question(self, kind: str, rules: dict[str, str]) -> Node:
        self._count += 1
        label = f"Question {self._count}: synthetic {kind}"
        choices = _rows("grades") if kind == "select1" else ""
        return Node(f"q{self._count}", kind, label, rules, choices)

    def _rules(self, kind: str, *, is_conditional: bool, is_limited: bool) -> dict[str, str]:
        rules = {}
        if is_conditional and kind == "string":
            rules["relevant"] = f"{self._ints[-1]} > 5 and {self._ints[max(0, len(self._ints) - 3)]} < 900"
        elif is_conditional:
            rules["relevant"] = f"{self._ints[-1]} > 10"
        if is_limited:
            rules |= {"constraint": ". >= 0 and . <= 1000", "jr:constraintMsg": "From 0 to 1000"}
        return rules

    def _calculated(self, path: str, own: list[str]) -> Node:
        self._count += 1
        before, name = self._calculate, f"q{self._count}"
        read = f"{before} + coalesce({own[-1]}, 0)" if before else f"coalesce({own[0]}, 0) + 1"
        self._calculate = self._form.last = f"{path}/{name}"
        self._form.first = self._form.first or own[0]
        return Node(name, "string", rules={"calculate": read})


def questions(count: int, *, is_deep: bool) -> Synthetic:
    """Make a form of so many questions: a third are asked on condition, a fifth are calculated."""
    form = Synthetic(f"{'deep' if is_deep else 'flat'}-{count}", [], {"grades": _GRADES})
    blocks = _Blocks(form, is_deep=is_deep, seed=count)
    for number in range(count // BLOCK):
        if number % 2 == 0:
            form.nodes.append(Node(f"part{number // 2}", "group", f"Part {number // 2 + 1}"))
        blocks.write(form.nodes[-1], f"{form.root}/{form.nodes[-1].name}")
    return form


def repeat(instances: int, *, is_loaded: bool = False) -> Synthetic:
    """Make a form whose repeat has 20 nodes an instance, and sums over them outside."""
    form = Synthetic(f"repeat-20x{instances}", [], {"grades": _GRADES})
    form.instances = instances if is_loaded else 0
    form.name += "-loaded" if is_loaded else ""
    line = Node("line", "repeat", "Line", children=[*_line()])
    net, top = f"{form.root}/line/net", form.root
    form.nodes = [
        Node("household", "string", "Household"),
        line,
        Node("grand", "string", rules={"calculate": f"sum({net})"}),
        Node("lines", "string", rules={"calculate": f"count({top}/line)"}),
        Node("biggest", "string", rules={"calculate": f"max({net})"}),
        Node("shown", "string", "Total shown", {"relevant": f"{top}/grand > 0"}),
    ]
    form.last = f"{top}/grand"
    return form


def _line() -> Iterator[Node]:
    yield Node("qty", "int", "Quantity", {"constraint": ". >= 0 and . <= 100000"})
    yield Node("price", "decimal", "Price")
    yield Node("grade", "select1", "Grade", choices=_rows("grades"))
    yield Node("remark", "string", "Remark", {"relevant": "../qty > 100"})
    calculates = {
        "total": "coalesce(../qty, 0) * coalesce(../price, 0)",
        "discount": "if(../total > 1000, ../total * 0.1, 0)",
        "net": "../total - ../discount",
        "number": "position(..)",
        "tag": "concat(../number, '-', ../grade)",
    }
    for name, calculate in calculates.items():
        yield Node(name, "string", rules={"calculate": calculate})
    for number in range(1, 12):
        kind = ("int", "string", "select1", "decimal")[number % 4]
        rules = {"relevant": "../qty > 10"} if number % 3 == 0 else {}
        yield Node(
            f"extra{number}", kind, f"Extra {number}", rules, _rows("grades") if kind == "select1" else ""
        )


def choices(states: int = _STATES) -> Synthetic:
    """Make a form that asks for a state, then a district in it, then a village in that, out of 500 a state."""
    form = Synthetic(f"choices-{states * _DISTRICTS * _VILLAGES}", [])
    top = form.root
    rows: dict[str, list[dict[str, str]]] = {"states": [], "districts": [], "villages": []}
    for state in (f"s{number}" for number in range(states)):
        rows["states"].append({"name": state, "label": f"State {state}"})
        for district in (f"{state}d{number}" for number in range(_DISTRICTS)):
            rows["districts"].append({"name": district, "label": f"District {district}", "state": state})
            for village in (f"{district}v{number}" for number in range(_VILLAGES)):
                above = {"state": state, "district": district}
                rows["villages"].append({"name": village, "label": f"Village {village}", **above})
    form.lists = rows
    in_district = f"state={top}/state and district={top}/district"
    label = _rows("villages", f"name={top}/village") + "/label"
    form.nodes = [
        Node("state", "select1", "State", choices=_rows("states")),
        Node("district", "select1", "District", choices=_rows("districts", f"state={top}/state")),
        Node("village", "select1", "Village", choices=_rows("villages", in_district)),
        Node("anywhere", "select1", "Any village", choices=_rows("villages")),
        Node("named", "string", rules={"calculate": label}),
    ]
    form.last = f"{top}/named"
    return form


def towns(count: int, regions: int = 100) -> Synthetic:
    """Make a form with one long list of choices behind a filter."""
    form = Synthetic(f"towns-{count}", [])
    region = [{"name": f"r{number}", "label": f"Region {number}"} for number in range(regions)]
    town = [
        {"name": f"t{number}", "label": f"Town {number}", "region": f"r{number % regions}"}
        for number in range(count)
    ]
    form.lists = {"regions": region, "towns": town}
    form.nodes = [
        Node("region", "select1", "Region", choices=_rows("regions")),
        Node("town", "select1", "Town", choices=_rows("towns", f"region={form.root}/region")),
    ]
    return form


FORMS = {
    "flat-200": partial(questions, 200, is_deep=False),
    "flat-1000": partial(questions, 1000, is_deep=False),
    "flat-5000": partial(questions, 5000, is_deep=False),
    "deep-200": partial(questions, 200, is_deep=True),
    "deep-1000": partial(questions, 1000, is_deep=True),
    "deep-5000": partial(questions, 5000, is_deep=True),
    "repeat-20x20": partial(repeat, 20),
    "repeat-20x500": partial(repeat, 500),
    "repeat-20x20-loaded": partial(repeat, 20, is_loaded=True),
    "repeat-20x500-loaded": partial(repeat, 500, is_loaded=True),
    "choices-1000": partial(choices, 2),
    "choices-10000": choices,
    "towns-2000": partial(towns, 2_000),
    "towns-50000": partial(towns, 50_000),
}
"""All forms by name; the small ones are for the short form of the figures."""
