"""A compiled expression, and how text becomes one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from fieldapp.xpath.closures import Closure, Kind, as_boolean, as_nodes, as_number, as_text
from fieldapp.xpath.compiler import Compiler
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.parser import parse
from fieldapp.xpath.problems import XPathProblem, XPathProblems
from fieldapp.xpath.reads import Footprint, Reads, footprint_of
from fieldapp.xpath.syntax import Syntax

MAX_LENGTH = 50_000
"""Characters of one expression; the longest real ones have some thousands."""

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "h": "http://www.w3.org/1999/xhtml",
        "xsd": "http://www.w3.org/2001/XMLSchema",
        "ev": "http://www.w3.org/2001/xml-events",
        "jr": "http://openrosa.org/javarosa",
        "orx": "http://openrosa.org/xforms",
        "odk": "http://www.opendatakit.org/xforms",
        "entities": "http://www.opendatakit.org/xforms/entities",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }
)
"""Prefixes that every form may use; those a form declares are added to them."""


class Expression:
    """One expression, ready to be evaluated as often as one likes. It holds no state.

    What has not been asked for yet is made when it is: most expressions are evaluated in one way only, and those of
    a form that was compiled before perhaps not at all.
    """

    __slots__ = (
        "_closure", "boolean", "evaluate", "footprint", "namespaces", "nodes", "number", "string", "syntax", "text",
    )  # fmt: skip

    text: str
    """As the form writes it."""
    namespaces: Mapping[str, str]
    """Prefix -> URI."""
    syntax: Syntax
    footprint: Footprint
    """What it reads."""
    evaluate: Callable[[Context], Value]
    boolean: Callable[[Context], bool]
    number: Callable[[Context], float]
    string: Callable[[Context], str]
    nodes: Callable[[Context], list[Node]]
    """Raises XPathError `xpath.not_nodes` for another type."""
    _closure: Closure

    def __init__(self, text: str, namespaces: Mapping[str, str] = NAMESPACES) -> None:
        """Take an expression that is known to be right; another is for `compile_expression`."""
        self.text = text
        self.namespaces = namespaces

    def __getattr__(self, name: str) -> object:
        """Make what is asked for the first time; Python asks here only for what is not there."""
        make = _MADE.get(name)
        if make is None:
            raise AttributeError(name)
        made = make(self)
        setattr(self, name, made)
        return made

    def __repr__(self) -> str:
        """The text."""
        return f"Expression({self.text!r})"

    def __eq__(self, other: object) -> bool:
        """Whether both are the same text."""
        return isinstance(other, Expression) and other.text == self.text

    def __hash__(self) -> int:
        """Of the text."""
        return hash(self.text)

    @property
    def kind(self) -> Kind:
        """The type that it gives, as far as it is known before evaluation."""
        return self._closure.kind

    @property
    def constant(self) -> Value | None:
        """The value of an expression that is a literal; None for all others."""
        return self._closure.constant

    def reads(self, context_nodeset: str) -> Reads:
        """Return what it reads when it stands at an absolute nodeset without positions."""
        return self.footprint.at(context_nodeset)


_MADE: Mapping[str, Callable[[Expression], object]] = {
    "syntax": lambda expression: parse(expression.text),
    "footprint": lambda expression: footprint_of(expression.syntax),
    "_closure": lambda expression: _compiled(expression, keeps_going=True),
    "evaluate": lambda expression: expression._closure.run,
    "boolean": lambda expression: as_boolean(expression._closure),
    "number": lambda expression: as_number(expression._closure),
    "string": lambda expression: as_text(expression._closure),
    "nodes": lambda expression: as_nodes(expression._closure),
}


def _compiled(expression: Expression, *, keeps_going: bool) -> Closure:
    compiler = Compiler(expression.namespaces, keeps_going=keeps_going)
    closure = compiler.closure(expression.syntax)
    if compiler.problems:
        problems = sorted(compiler.problems, key=lambda problem: problem.offset)
        raise XPathProblems(expression.text, problems)
    return closure


def compile_expression(
    text: str, *, namespaces: Mapping[str, str] = NAMESPACES, keeps_going: bool = False
) -> Expression:
    """Compile an expression.

    Args:
        text: The expression as a form writes it.
        namespaces: Prefix -> URI, for steps with a prefix.
        keeps_going: Leave unknown functions and wrong numbers of arguments until evaluation reaches them.

    Raises:
        XPathProblems: with every problem found.
    """
    if len(text) > MAX_LENGTH:
        raise XPathProblems(text[:80], [XPathProblem("xpath.too_long", 0, 1, {"limit": MAX_LENGTH})])
    expression = Expression(text, namespaces)
    expression._closure = _compiled(expression, keeps_going=keeps_going)
    return expression
