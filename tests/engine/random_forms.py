"""Strategies that make forms by chance, as XForms, and what a person may do with one.

A form is a tree of questions, calculates, groups and repeats, each with rules that read other nodes of it: those
above and beside it mostly, now and then a later one, so that rules do not stand in the order of the document. A form
in which rules read each other in a circle comes about too; it must be refused, and is then left aside.
"""

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from hypothesis import assume
from hypothesis import strategies as st

from fieldapp.forms import FormProblems, load_form_bytes
from fieldapp.forms.definition import Repeat

HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">'
    "<h:head><h:title>Chance</h:title><model>"
)
ROOT = "/data"
LISTS = (
    '<instance id="big"><root><item><name>u</name><label>U</label></item>'
    "<item><name>v</name><label>V</label></item></root></instance>"
    '<instance id="small"><root><item><name>p</name><label>P</label><of>u</of></item>'
    "<item><name>q</name><label>Q</label><of>u</of></item>"
    "<item><name>r</name><label>R</label><of>v</of></item></root></instance>"
)
TEXTS = (
    '<itext><translation lang="fr" default="true()"><text id="t"><value>Libellé</value></text></translation>'
    '<translation lang="ar"><text id="t"><value>عنوان</value></text></translation></itext>'
)
ANSWERS = {
    "string": ["", "x", "xyz", "é & <", "  ", "2"],
    "int": ["", "0", "1", "2", "3", "7", "-1", "faux", "2.6"],
    "decimal": ["", "0.5", "2", "1e2", "2,5"],
    "date": ["", "2019-01-01", "2026-03-15", "hier"],
    "select1": ["", "u", "v", "w"],
    "select": ["", "p", "p q", "r", "q r", "z"],
}
"""By kind of question; some of them are not of its type, or not among the choices."""
DEFAULTS = {
    "string": "x",
    "int": "2",
    "decimal": "0.5",
    "date": "2026-03-15",
    "select1": "u",
    "select": "p q",
}
MAX_DEPTH = 3


@dataclass
class Made:
    """A node of a form made by chance."""

    path: str
    kind: str
    repeats: tuple[str, ...] = ()
    """The repeats around it, and itself if it is one."""
    children: list["Made"] = field(default_factory=list)
    default: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    choices: str = ""
    count: str = ""
    """How many instances a repeat has; worked out in a node beside it, as the workbook converter writes it."""
    shows: str = ""
    """Path of a node whose value its label shows."""

    @property
    def name(self):
        return self.path.rpartition("/")[2]

    @property
    def is_leaf(self):
        return self.kind not in ("group", "repeat")

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class RandomForm:
    """A form that was made, and its source."""

    nodes: list[Made] = field(repr=False)
    xml: bytes
    definition: object = field(repr=False)


@st.composite
def random_sources(draw, *, is_plain=False):
    """Make the nodes of a form and its source, whether it loads or not.

    A plain one has nothing on which programs are known to part: no group that reads what is in it, no required or
    readonly (JavaRosa finds circles through them, though no value depends on them), no choice filter (we find circles
    through them, since an answer that is no longer offered goes), no join() and selected() of numbers (JavaRosa takes
    texts alone).
    """
    nodes = draw(_children(ROOT, (), depth=0))
    every = [node for top in nodes for node in top.walk()]
    for place, node in enumerate(every):
        _add_rules(draw, node, every, place, is_plain=is_plain)
    return every, _written(nodes, draw(_actions(every)))


@st.composite
def random_forms(draw):
    """Make a form that loads."""
    every, xml = draw(random_sources())
    try:
        definition = load_form_bytes(xml, name="chance.xml")
    except FormProblems as error:
        if any(problem.code != "form.cycle" for problem in error.problems):
            raise
        assume(False)
    return RandomForm(every, xml, definition)


@st.composite
def _children(draw, above, repeats, *, depth):
    kinds = ["string", "int", "int", "decimal", "date", "select1", "select", "calculate", "calculate"]
    kinds += ["group", "repeat", "repeat"] if depth < MAX_DEPTH else []
    made = []
    for number, kind in enumerate(
        draw(st.lists(st.sampled_from(kinds), min_size=1 if depth else 3, max_size=4 if depth else 6))
    ):
        path = f"{above}/{'abcdefgh'[depth]}{number}"
        inside = (*repeats, path) if kind == "repeat" else repeats
        node = Made(path, kind, inside)
        if not node.is_leaf:
            node.children = draw(_children(path, inside, depth=depth + 1))
        elif kind in DEFAULTS and draw(st.integers(0, 3)) == 0:
            node.default = DEFAULTS[kind]
        made.append(node)
    return made


def _add_rules(draw, node, every, place, *, is_plain):
    readable = [other for other in every[:place] if other.is_leaf]
    if draw(st.integers(0, 4)) == 0:
        readable += [other for other in every[place + 1 :] if other.is_leaf]
    repeats = [other.path for other in every if other.kind == "repeat" and other.path not in node.repeats]
    if is_plain:
        readable = [other for other in readable if not other.path.startswith(f"{node.path}/")]
        repeats = [path for path in repeats if not path.startswith(f"{node.path}/")]
    seen = _Seen(node, readable, repeats, is_plain=is_plain)
    if node.kind == "calculate":
        node.rules["calculate"] = draw(seen.values())
    if node.kind == "repeat" and draw(st.integers(0, 2)) == 0:
        node.count = draw(seen.counts())
    if draw(st.integers(0, 2)) == 0:
        node.rules["relevant"] = draw(seen.conditions())
    if node.is_leaf and node.kind != "calculate":
        _add_rules_of_question(draw, node, seen, () if is_plain else ("required", "readonly"))


def _add_rules_of_question(draw, node, seen, told):
    for name in told:
        if draw(st.integers(0, 4)) == 0:
            node.rules[name] = draw(seen.conditions())
    if draw(st.integers(0, 3)) == 0:
        node.rules["constraint"] = draw(seen.constraints())
    if node.kind == "select":
        big = [other for other in seen.readable if other.kind == "select1" and not seen.is_plain]
        condition = (
            f"[of = {seen.path_from_row(draw(st.sampled_from(big)))}]" if big and draw(st.booleans()) else ""
        )
        node.choices = f"instance('small')/root/item{condition}"
    elif node.kind == "select1":
        node.choices = "instance('big')/root/item"
    if seen.readable and draw(st.integers(0, 3)) == 0:
        node.shows = seen.path(draw(st.sampled_from(seen.readable)))


class _Seen:
    """What the rules of one node may read, and expressions over it."""

    def __init__(self, node, readable, repeats, *, is_plain):
        self.node = node
        self.is_plain = is_plain
        self.repeats = repeats
        self.readable = [other for other in readable if set(other.repeats) <= set(node.repeats)]
        self.outside = [other for other in readable if not set(other.repeats) <= set(node.repeats)]

    def path(self, other):
        """Write the path to a node: relative where both stand in a repeat, as the workbook converter does."""
        shared = [repeat for repeat in other.repeats if repeat in self.node.repeats]
        if not shared:
            return other.path
        own, theirs = self.node.path.split("/"), other.path.split("/")
        common = 0
        while common < min(len(own), len(theirs)) - 1 and own[common] == theirs[common]:
            common += 1
        return "/".join([*[".."] * (len(own) - common), *theirs[common:]])

    def path_from_row(self, other):
        """Write the path as the filter of a choice list says it, which looks from the choices."""
        path = self.path(other)
        return f"current()/{path}" if path.startswith("..") else path

    def numbers(self):
        found = [st.sampled_from(["1", "2", "0"])]
        if self.readable:
            read = st.sampled_from(self.readable).map(self.path)
            found.append(read.map("coalesce({}, 0) + 1".format))
            found.append(st.tuples(read, read).map(lambda pair: f"{pair[0]} * {pair[1]}"))
            found.append(read.map("string-length({})".format))
            found.append(read.map("if({0} > 1, {0}, 3)".format))
        if self.outside:
            outside = st.sampled_from(self.outside).map(lambda other: other.path)
            found += [outside.map("sum({})".format), outside.map("count-non-empty({})".format)]
            found += [outside.map("max({})".format)]
        if self.repeats:
            found.append(st.sampled_from(self.repeats).map("count({})".format))
        if self.node.repeats and self.node.kind != "repeat":
            found.append(st.just("position(..)" if self.node.path.count("/") == 3 else "2"))
        return st.one_of(found)

    def counts(self):
        return st.one_of(st.sampled_from(["0", "1", "2"]), self.numbers().map("({}) mod 4".format))

    def values(self):
        found = [self.numbers(), self.conditions().map("if({}, 'oui', 'non')".format)]
        if self.readable:
            read = st.sampled_from(self.readable).map(self.path)
            found += [read, st.tuples(read, read).map(lambda pair: f"concat({pair[0]}, '-', {pair[1]})")]
        if self.outside and not self.is_plain:
            found.append(st.sampled_from(self.outside).map(lambda other: f"join(' ', {other.path})"))
        return st.one_of(found)

    def conditions(self):
        simple = st.tuples(self.numbers(), st.sampled_from(["> 1", "= 2", "!= 0", "<= 3"])).map(" ".join)
        found = [st.sampled_from(["true()", "false()"]), simple, simple.map("not({})".format)]
        found.append(st.tuples(simple, simple).map(" and ".join))
        if self.readable:
            read = st.sampled_from(self.readable).map(self.path)
            found += [read.map("{} != ''".format), read.map("{} = 'u'".format)]
        lists = [other for other in self.readable if other.kind == "select" or not self.is_plain]
        if lists:
            found.append(st.sampled_from(lists).map(self.path).map("selected({}, 'p')".format))
        return st.one_of(found)

    def constraints(self):
        own = st.sampled_from([". < 3", ". != 'x'", "string-length(.) < 3", ". > '2020-01-01'"])
        return st.one_of(own, self.numbers().map(". != {}".format), self.conditions())


@st.composite
def _actions(draw, every):
    """Write actions that set a question when the form is new, when an instance is, or when another question changes."""
    targets = [node for node in every if node.is_leaf and node.kind in DEFAULTS]
    written = {}
    for node in draw(st.lists(st.sampled_from(targets), max_size=2)) if targets else []:
        value = DEFAULTS[node.kind]
        others = [other for other in targets if other is not node and other.repeats == node.repeats]
        if others and draw(st.booleans()):
            trigger = draw(st.sampled_from(others)).path
            written.setdefault(trigger, []).append(_set_value(node, value, "xforms-value-changed"))
        else:
            event = "odk-new-repeat" if node.repeats else "odk-instance-first-load"
            where = node.repeats[-1] if node.repeats else ""
            written.setdefault(where, []).append(_set_value(node, value, event))
    return {path: "".join(actions) for path, actions in written.items()}


def _set_value(node, value, event):
    return f'<setvalue ref="{node.path}" event="{event}" value="\'{value}\'"/>'


def _written(nodes, actions):
    lines = [HEAD, TEXTS, '<instance><data id="chance" version="1">']
    lines += map(_instance, nodes)
    lines += ["<meta><instanceID/></meta></data></instance>", LISTS, actions.get("", "")]
    lines += [_bind(node) for top in nodes for node in top.walk()]
    lines += [f'<bind nodeset="{ROOT}/meta/instanceID" jr:preload="uid"/></model></h:head><h:body>']
    lines += [_control(node, actions) for node in nodes]
    return "".join([*lines, "</h:body></h:html>"]).encode()


def _instance(node):
    inside = node.default + "".join(map(_instance, node.children))
    template = ' jr:template=""' if node.kind == "repeat" else ""
    beside = f"<{node.name}_count/>" if node.count else ""
    return f"{beside}<{node.name}{template}>{inside}</{node.name}>"


def _bind(node):
    kinds = {"calculate": "string", "select1": "string", "select": "string"}
    kind = {"type": kinds.get(node.kind, node.kind)} if node.is_leaf else {}
    written = "".join(f" {name}={quoteattr(text)}" for name, text in (kind | node.rules).items())
    beside = f'<bind nodeset="{node.path}_count" type="string" calculate={quoteattr(node.count)}/>'
    return f'<bind nodeset="{node.path}"{written}/>' + (beside if node.count else "")


def _control(node, actions):
    if node.kind == "calculate":
        return ""
    shown = f'<output value="{node.shows}"/>' if node.shows else ""
    label = f"<label>Q {shown}</label>" if shown else "<label ref=\"jr:itext('t')\"/>"
    inside = "".join(_control(child, actions) for child in node.children) + actions.get(node.path, "")
    if node.kind == "repeat":
        count = f' jr:count="{node.path}_count"' if node.count else ""
        repeat = f'<repeat nodeset="{node.path}"{count}>{inside}</repeat>'
        return f'<group ref="{node.path}">{label}{repeat}</group>'
    if node.kind == "group":
        return inside and f'<group ref="{node.path}">{label}{inside}</group>'
    if node.choices:
        rows = f'<itemset nodeset="{node.choices}"><value ref="name"/><label ref="label"/></itemset>'
        return f'<{node.kind} ref="{node.path}">{label}{rows}{inside}</{node.kind}>'
    return f'<input ref="{node.path}">{label}{inside}</input>'


def act(draw, form, opened):
    """Do one thing that a person could do, and return its effects."""
    kinds = {node.path: node.kind for node in form.nodes}
    verb = draw(st.sampled_from(["answer"] * 5 + ["add", "add", "remove", "speak"]))
    if verb == "speak":
        return opened.set_language(draw(st.sampled_from(opened.definition.languages)))
    if verb == "answer":
        asked = [each for each in opened.leaves() if kinds.get(_nodeset(each)) in ANSWERS]
        if asked:
            reference = draw(st.sampled_from(asked))
            return opened.answer(reference, draw(st.sampled_from(ANSWERS[kinds[_nodeset(reference)]])))
    ranges = _ranges(opened)
    if not ranges:
        return opened.set_language(opened.language)
    reference = draw(st.sampled_from(ranges))
    instances = opened.repeat_references(reference)
    if verb == "remove" and instances:
        return opened.remove_repeat(draw(st.sampled_from(instances)))
    return opened.add_repeat(f"{reference}[{draw(st.integers(1, len(instances) + 1))}]")


def _nodeset(reference):
    return "/".join(step.partition("[")[0] for step in reference.split("/"))


def _ranges(opened, above=""):
    """Return the repeats that a person may add to, wherever they stand now."""
    found = []
    for live in opened.children(above):
        if isinstance(live.control, Repeat):
            found += [live.reference] if live.control.count is None else []
            for instance in opened.repeat_references(live.reference):
                found += _ranges(opened, instance)
        elif hasattr(live.control, "children"):
            found += _ranges(opened, live.reference)
    return found
