"""The public XPath cases that do not pass, each with its reason; Web Forms decides, unless data were lost."""

_NAMES = (
    "as Web Forms and JavaRosa: a name without a prefix is held against names as written, whatever xmlns says"
)
_JAVASCRIPT_DATE = "as Web Forms: a date is written in ISO 8601; the sentence that JavaScript prints is none"
_NO_PLACE = "as Web Forms: what is no place has an area of 0, and no distance: that is an error"
_EXPONENT = "as XPath 1.0, Web Forms and JavaRosa: a number in an expression has no exponent"
_SEED = "as Web Forms, and JavaRosa since it reads `//`: a seed that is a text is digested"
_NODES_WITH_CHILDREN = "as Web Forms and Enketo: a node is empty when its text is, children or not"
_ALL_OF_XPATH = "as Web Forms and Enketo: unions, all axes, `//`, text() and filters work"
_CONTEXT_NODE = "as Web Forms and Enketo: without an argument the context node is meant"
_COMMA = "as Web Forms and Enketo: a decimal comma makes no number"
_HALVES = "as Web Forms and Enketo: halves are rounded away from zero"
_SCIENTIFIC = "as Web Forms and Enketo: an answer may be Infinity or have an exponent"
_LOCAL_DAY = (
    "as Web Forms and Enketo: a day begins at local midnight, which is a part of a day away from UTC's"
)
_INVALID_DATE = "as Web Forms and Enketo: what is no date is Invalid Date, and no error"
_TIME_OF_DAY = "as Web Forms: date() keeps the time of day"
_DAYS_AS_TEXT = (
    "days that were computed are kept as a text, and not lost; JavaRosa refuses them, Web Forms gives NaN"
)

EXCEPTIONS = {
    "xp-orxe-0958": _NAMES,
    "xp-orxe-0961": _NAMES,
    "xp-orxe-1038": _NAMES,
    "xp-orxe-1039": _NAMES,
    "xp-orxe-1223": _NAMES,
    "xp-orxe-1709": _JAVASCRIPT_DATE,
    "xp-orxe-1739": _NO_PLACE,
    "xp-orxe-1740": _NO_PLACE,
    "xp-orxe-1742": _NO_PLACE,
    "xp-orxe-1806": _EXPONENT,
    "xp-orxe-1896": _SEED,
    "xp-jr-0066": _NODES_WITH_CHILDREN,
    "xp-jr-0067": _ALL_OF_XPATH,
    "xp-jr-0068": _ALL_OF_XPATH,
    "xp-jr-0069": _ALL_OF_XPATH,
    "xp-jr-0070": _ALL_OF_XPATH,
    "xp-jr-0072": _ALL_OF_XPATH,
    "xp-jr-0073": _ALL_OF_XPATH,
    "xp-jr-0091": _CONTEXT_NODE,
    "xp-jr-0093": _CONTEXT_NODE,
    "xp-jr-0138": _COMMA,
    "xp-jr-0146": _COMMA,
    "xp-jr-0148": _HALVES,
    "xp-jr-0206": _SCIENTIFIC,
    "xp-jr-0207": _SCIENTIFIC,
    "xp-jr-0215": _LOCAL_DAY,
    "xp-jr-0217": _LOCAL_DAY,
    "xp-jr-0242": _SCIENTIFIC,
    "xp-jr-0243": _SCIENTIFIC,
    "xp-jr-0305": _INVALID_DATE,
    "xp-jr-0307": _TIME_OF_DAY,
    "xp-jr-0317": _DAYS_AS_TEXT,
}
