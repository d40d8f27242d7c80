"""ODK XPath: text -> tokens -> syntax tree -> closures over our own node tree.

Typed and compiled once, evaluated often: a form evaluates thousands of expressions at each change. Everything that
can be wrong with an expression (syntax, unknown functions, numbers of arguments) is found when it is compiled.
Where the clients of the ecosystem differ, we do as ODK Web Forms does; `functions/` says where.

Decided here:

* A path leaves out nodes that are not relevant; so do counts and sums.
* Names without a prefix are held against names as written, whatever the default namespace.
* A date is a number of days since 1970-01-01 UTC that knows how it is written (`dates.DateValue`).
* The clock, the zone, identifiers, texts and look-ups come through `Environment`; nothing is global.
"""

from fieldapp.xpath.context import Context, Environment, Value
from fieldapp.xpath.dates import DateValue
from fieldapp.xpath.expression import Expression, compile_expression
from fieldapp.xpath.functions import FUNCTIONS
from fieldapp.xpath.nodes import Node, NodeKind, document_of, parse_tree
from fieldapp.xpath.problems import XPathError, XPathProblem, XPathProblems
from fieldapp.xpath.reads import Reads

__all__ = [
    "FUNCTIONS",
    "Context",
    "DateValue",
    "Environment",
    "Expression",
    "Node",
    "NodeKind",
    "Reads",
    "Value",
    "XPathError",
    "XPathProblem",
    "XPathProblems",
    "compile_expression",
    "document_of",
    "parse_tree",
]
