"""The compiled rules of a form, laid out for the engine: one spec a node, its rules, and who reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from fieldapp.forms.parts import Bind, Control, Question, Text
from fieldapp.xpath import Expression, Node

MAX_INSTANCES = 2_000
"""Of one repeat under one parent: a session makes no more, whatever a count says, and takes within a second."""


class RuleKind(StrEnum):
    """What an expression decides about its node."""

    RELEVANT = "relevant"
    CALCULATE = "calculate"
    COUNT = "count"
    """How many instances a repeat has."""
    CHOICES = "choices"
    """Which choices a select offers."""
    REQUIRED = "required"
    READONLY = "readonly"
    CONSTRAINT = "constraint"
    LABEL = "label"
    """A value shown in a label, hint or message."""


FEEDS_VALUES = frozenset({RuleKind.RELEVANT, RuleKind.CALCULATE, RuleKind.COUNT, RuleKind.CHOICES})
"""Rules whose outcome other expressions can read; the others only tell the person something."""


class Read(NamedTuple):
    """A node that a rule looks at."""

    nodeset: str
    base: str
    """Nodeset of the highest ancestor through which the path goes: `../x` stays in its repeat instance, while
    an absolute path (base blank) may meet any."""
    is_loose: bool = False
    """Whether a wildcard around the rule's own node read it: too vague to make a circle of."""


@dataclass(slots=True, eq=False, repr=False)
class Rule:
    """One expression of one node. Not changed once the form is loaded."""

    kind: RuleKind
    target: "NodeSpec"
    expression: Expression | None
    """Blank for a label, of which only what it reads matters here."""
    reads: tuple[Read, ...] = ()
    uses_position: bool = False
    reads_language: bool = False
    order: int = 0
    """Rank in which all rules can be worked out in one pass: after everything they read."""

    def __repr__(self) -> str:
        """What it decides, of which node; not all that hangs on it, which would be the whole form."""
        return f"<{self.kind} of {self.target.nodeset}>"


@dataclass(frozen=True, slots=True)
class Reader:
    """A rule to work out again when a node changes, and how to walk from that node to the rule's own nodes."""

    rule: Rule
    climb: int
    """Levels up from the changed node."""
    descend: tuple["NodeSpec", ...]
    """Then down through these, all instances of a repeat among them."""
    is_single: bool
    """Whether no repeat lies on the way down, so that exactly one node is reached."""


@dataclass(slots=True, eq=False, repr=False)
class NodeSpec:
    """All the form says about one node of the primary instance. Not changed once the form is loaded."""

    nodeset: str
    name: str
    parent: "NodeSpec | None"
    bind: Bind
    order: int
    """Position in the document."""
    children: dict[str, "NodeSpec"] = field(default_factory=dict)
    repeats: list["NodeSpec"] = field(default_factory=list)
    """Those of the children that are repeats."""
    attributes: dict[str, "NodeSpec"] = field(default_factory=dict)
    """Those of its attributes that a bind or an action gives values, by name: `@id`."""
    is_repeat: bool = False
    in_repeat: bool = False
    """Whether it is a repeat or stands inside one, so that its references need positions."""
    has_positions: bool = False
    """Whether a rule inside this repeat asks for the position of its instance."""
    template: Node | None = None
    """What a new instance of a repeat is copied from."""
    initial: tuple[Node, ...] = ()
    """The instances that the form itself gives a repeat whose number it decides: each stands at its position."""
    control: Control | None = None
    rules: dict[RuleKind, Rule] = field(default_factory=dict)
    readers: tuple[Reader, ...] = ()
    """Value feeding rules first, in `order`."""
    spread_readers: tuple[Reader, ...] = ()
    """Those of them that stand in each of several repeat instances."""

    def __repr__(self) -> str:
        """Its nodeset."""
        return f"<spec of {self.nodeset}>"

    @property
    def is_stored(self) -> bool:
        """Whether a draft keeps the value: all but what is calculated anew; `once()` looks at its own value."""
        calculate = self.bind.calculate
        return calculate is None or "once(" in calculate.text

    @property
    def value_type(self) -> str:
        """Type that an answer as a whole is held against: several chosen values are a text, whatever each is."""
        is_list = isinstance(self.control, Question) and self.control.kind in ("select", "rank")
        return "string" if is_list else self.bind.type

    @property
    def is_leaf(self) -> bool:
        """Whether the node holds a value, not other nodes."""
        return not self.children and not self.is_repeat

    @property
    def is_attribute(self) -> bool:
        """Whether the node is an attribute of the one above: it stays with the instance and is no answer."""
        return self.name[0] == "@"

    def walk(self) -> Iterator["NodeSpec"]:
        """Walk this node and all below it, in document order."""
        todo = [self]
        while todo:
            spec = todo.pop()
            yield spec
            todo.extend(reversed(spec.children.values()))
            todo.extend(reversed(spec.attributes.values()))


@dataclass(frozen=True, slots=True)
class SetValue:
    """An action that gives a node a value once, when something happens (`setvalue`)."""

    target: str
    """Nodeset; where the form names one instance of a repeat, without its position."""
    events: frozenset[str]
    value: Expression | None
    literal: str = ""
    exact: Expression | None = None
    """The target as an expression, where the form picks an instance: `/data/site[1]/nom`."""
    trigger: str = ""
    """Nodeset of the question whose change fires it; blank for an action of the form or of a repeat."""


@dataclass(frozen=True, slots=True)
class FormModel:
    """What the engine works with, compiled once a form and shared by all its sessions."""

    instance: Node | None = None
    """The primary instance as the form gives it, without repeat templates; copied, never changed."""
    specs: Mapping[str, NodeSpec] = field(default_factory=dict)
    """By nodeset, in document order."""
    secondary: Mapping[str, Node] = field(default_factory=dict)
    """Secondary instances by id."""
    last_saved: frozenset[str] = frozenset()
    """Ids of those that stand for the record saved last (`jr://instance/last-saved`)."""
    record_lists: Mapping[str, str] = field(default_factory=dict)
    """The ids of those whose rows are records of the workspace, and the form of those records."""
    official_lists: Mapping[str, str] = field(default_factory=dict)
    """The ids of those that hold an official list of the workspace, and the name of that list."""
    set_values: tuple[SetValue, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    """The itext table."""
    namespaces: Mapping[str, str] = field(default_factory=dict)
    """Prefix -> URI, as the form declares them."""
    instance_attributes: Mapping[str, str] = field(default_factory=dict)
