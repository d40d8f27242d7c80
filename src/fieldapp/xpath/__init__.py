"""ODK XPath: text -> tokens -> syntax tree -> closures over our own node tree.

Typed and compiled once, evaluated often: a form evaluates thousands of expressions at each change. Everything that
can be wrong with an expression (syntax, unknown functions, numbers of arguments) is found when it is compiled.
Where the clients of the ecosystem differ, we do as ODK Web Forms does; `functions/` says where.

Decided here:

* A path leaves out nodes that are not relevant; so do counts and sums. Positions count them.
* An absolute path inside a repeat is XPath's own: all instances, not the one that asks (pyxform writes `../`).
* Names without a prefix are held against names as written, whatever the default namespace; a prefix must be known.
* A date is a number of days since 1970-01-01 UTC that knows how it is written (`dates.DateValue`).
* The trees of secondary instances never change once an `Environment` holds them: their rows are indexed.
* The clock, the zone, identifiers, texts and look-ups come through `Environment`; nothing is global.

Where the clients of the ecosystem differ we do as ODK Web Forms does. So, other than JavaRosa: local midnight is not
a whole number of days outside UTC; `date()` keeps the time of day; text that is no date is `Invalid Date` and not an
error (a day that does not exist is one); `round()` takes halves away from zero; `sum()` of a blank is NaN;
`regex()` looks for the pattern anywhere; distances and areas have two decimals, and are 0 for what is no place;
`Infinity` and `1e6` are numbers in answers; all axes, unions and filters work. Other than Enketo:
`number()` of a date-time counts whole days; a seed that is no number is digested; `coalesce()` and `once()` take
NaN for blank.
"""

from fieldapp.xpath.context import Context, Environment, Value
from fieldapp.xpath.dates import DateValue
from fieldapp.xpath.expression import Expression, compile_expression
from fieldapp.xpath.functions import FUNCTIONS
from fieldapp.xpath.nodes import Node, NodeKind, document_of
from fieldapp.xpath.problems import XPathError, XPathProblem, XPathProblems
from fieldapp.xpath.reads import Footprint, Reads
from fieldapp.xpath.trees import parse_tree

__all__ = [
    "FUNCTIONS",
    "Context",
    "DateValue",
    "Environment",
    "Expression",
    "Footprint",
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
