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

Where the clients of the ecosystem differ we do as ODK Web Forms does, unless something would be lost. So:

* Other than JavaRosa: local midnight is not a whole number of days outside UTC; `date()` keeps the time of day; text
  that is no date is `Invalid Date` and not an error (a day that does not exist is one); `round()` takes halves away
  from zero; `sum()` of a blank is NaN; `regex()` looks for the pattern anywhere, though patterns are read as Java
  reads them; distances and areas have two decimals, and what is no place has an area of 0; `Infinity` and `1e6` are
  numbers in answers, `4,6` is none; all axes, unions and filters work.
* Other than Enketo: `number()` of a date is written as whole days; a seed that is no number is digested;
  `coalesce()` and `once()` take NaN for blank; what is no place has no distance: that is an error.
* Other than Web Forms: `min()` and `max()` leave blanks out, a question not answered yet is left out of a distance,
  and days that were computed count as a date, for all that is lost otherwise; a number that is none is written `NaN`
  (XPath 1.0); characters are counted as such, and not in halves; names of days and months are in the form's language.
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
