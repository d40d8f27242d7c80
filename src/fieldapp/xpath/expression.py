"""A compiled expression, and how text becomes one."""

from collections.abc import Mapping
from types import MappingProxyType

from fieldapp.xpath.closures import Closure, as_boolean, as_nodes, as_number, as_text
from fieldapp.xpath.compiler import Compiler
from fieldapp.xpath.context import Value
from fieldapp.xpath.parser import parse
from fieldapp.xpath.problems import XPathProblem, XPathProblems
from fieldapp.xpath.reads import Reads, reads_of
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
    """One expression, ready to be evaluated as often as one likes. It holds no state."""

    __slots__ = ("_closure", "boolean", "evaluate", "nodes", "number", "string", "syntax", "text")

    def __init__(self, text: str, syntax: Syntax, closure: Closure) -> None:
        self.text = text
        """As the form writes it."""
        self.syntax = syntax
        self._closure = closure
        self.evaluate = closure.run
        """`(context) -> bool | float | str | list[Node]`."""
        self.boolean = as_boolean(closure)
        """`(context) -> bool`."""
        self.number = as_number(closure)
        """`(context) -> float`."""
        self.string = as_text(closure)
        """`(context) -> str`."""
        self.nodes = as_nodes(closure)
        """`(context) -> list[Node]`; raises XPathError `xpath.not_nodes` for another type."""

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
    def constant(self) -> Value | None:
        """The value of an expression that is a literal; None for all others."""
        return self._closure.constant

    def reads(self, context_nodeset: str) -> Reads:
        """Return what it reads when it stands at an absolute nodeset without positions."""
        return reads_of(self.syntax, context_nodeset)


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
    syntax = parse(text)
    compiler = Compiler(namespaces, keeps_going=keeps_going)
    closure = compiler.closure(syntax)
    if compiler.problems:
        raise XPathProblems(text, sorted(compiler.problems, key=lambda problem: problem.offset))
    return Expression(text, syntax, closure)
