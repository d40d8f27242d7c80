import pytest

from fieldapp.xpath import FUNCTIONS
from fieldapp.xpath.functions.table import ANY_NUMBER

SPECIFICATION = """
if position last count count-non-empty selected selected-at count-selected jr:choice-name jr:itext indexed-repeat
instance current pulldata randomize regex format-date format-date-time date decimal-date-time decimal-time now today
uuid digest base64-decode checklist weighted-checklist join concat sum min max round int number string pow exp exp10
log log10 sqrt sin cos tan asin acos atan atan2 pi abs random distance area geofence boolean-from-string boolean not
true false substr substring substring-before substring-after string-length translate normalize-space starts-with
ends-with contains once coalesce property id name local-name namespace-uri lang floor ceiling date-time
"""


@pytest.mark.parametrize("name", SPECIFICATION.split())
def test_every_function_of_the_specification_is_there(name):
    assert name in FUNCTIONS


def test_written_parameters_say_how_many_arguments_there_may_be():
    counts = {
        name: (FUNCTIONS[name].least, FUNCTIONS[name].most) for name in ("substr", "concat", "join", "today")
    }
    assert counts == {"substr": (2, 3), "concat": (0, ANY_NUMBER), "join": (1, ANY_NUMBER), "today": (0, 0)}
