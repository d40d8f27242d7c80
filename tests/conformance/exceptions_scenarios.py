"""The public scenarios that do not pass, each with its reason; Web Forms decides, unless data were lost."""

_ABSOLUTE = "contradicts Web Forms: an absolute path inside a repeat means all its instances, as in XPath"
_CIRCLE = (
    "contradicts Web Forms: a rule that only tells something about its own question may look at its answer"
)
_DIGITS = "contradicts Web Forms: area() and distance() are rounded to centimetres and measure as it does"
_GEOPOINT = (
    "a device that cannot locate itself leaves the answer blank, not the words of JavaRosa's test double"
)
_MALFORMED = "the recorded form is not well-formed XML (a bare < in an attribute), which no XML reader takes"
_RELEVANCE = "contradicts Web Forms: an irrelevant node reads as blank, wherever it is read from"
_SEED = "contradicts Web Forms: the seed that a text gives to randomize()"

EXCEPTIONS = {
    "sc-jr-0010": "contradicts Web Forms: a time keeps the zone it was given with",
    "sc-jr-0033": _MALFORMED,
    "sc-jr-0037": _MALFORMED,
    "sc-jr-0059": "contradicts Web Forms: rows of one list may have different columns",
    "sc-jr-0062": "contradicts Web Forms: several choices stand in the order of their list",
    "sc-jr-0075": _RELEVANCE,
    "sc-jr-0094": _RELEVANCE,
    "sc-jr-0101": _RELEVANCE,
    "sc-jr-0102": _CIRCLE,
    "sc-jr-0108": "contradicts Web Forms: the text 0 is true as a boolean, as in XPath",
    "sc-jr-0111": _CIRCLE,
    "sc-jr-0115": _CIRCLE,
    "sc-jr-0138": _GEOPOINT,
    "sc-jr-0140": _GEOPOINT,
    "sc-jr-0145": "contradicts Web Forms: an answer of the wrong type is no change of value, and fires nothing",
    "sc-jr-0170": _DIGITS,
    "sc-jr-0171": _DIGITS,
    "sc-jr-0175": _DIGITS,
    "sc-jr-0180": _DIGITS,
    "sc-jr-0187": _MALFORMED,
    "sc-jr-0199": "contradicts Web Forms: an answer that breaks its constraint is stored and flagged",
    "sc-jr-0202": _ABSOLUTE,
    "sc-jr-0206": "contradicts Web Forms: a word given to a number is a blank, which no constraint looks at",
    "sc-jr-0251": _SEED,
    "sc-jr-0253": _SEED,
    "sc-wf-0300": "a rank of which nothing is offered any more is cleared and told, so that a draft opens as it was",
    "sc-wf-0301": "an answer is never refused: a rank that leaves choices out is kept as it was given",
}
