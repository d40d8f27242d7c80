import pytest

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.engine import FormSession
from fieldapp.forms import FormProblems, load_form_bytes

FRUITS = b"name_key,name,color\nmango,Mangue,jaune\norange,Orange,orange\nkiwi,Kiwi,vert\n"


def searching(call, kind="select_one"):
    table = f"""
| survey |
| | type | name | label | appearance |
| | text | t | T | |
| | {kind} fruits | q | Q | {call} |
| choices |
| | list_name | name | label |
| | fruits | name_key | name |
"""
    definition = load_form_bytes(table.encode(), name="essai.md", files={"fruits.csv": FRUITS})
    return FormSession(definition, clock=SystemClock(), ids=SystemIds())


def offered(session):
    return [(choice.value, choice.label) for choice in session.choices("/data/q")]


def test_a_search_offers_all_rows_of_the_file():
    assert offered(searching("search('fruits')")) == [
        ("mango", "Mangue"),
        ("orange", "Orange"),
        ("kiwi", "Kiwi"),
    ]


@pytest.mark.parametrize(
    ("call", "names"),
    [
        ("search('fruits', 'contains', 'name', ${t})", ["mango", "orange"]),
        ("search('fruits', 'startswith', 'name', 'K')", ["kiwi"]),
        ("search('fruits', 'endswith', 'name', 'ge')", ["orange"]),
        ("search('fruits', 'matches', 'color', 'vert')", ["kiwi"]),
        ("search('fruits', 'contains', 'name,color', 'ange')", ["orange"]),
        ("minimal search('fruits', 'contains', 'name', 'an', 'color', 'jaune')", ["mango"]),
    ],
)
def test_a_search_narrows_as_it_says(call, names):
    session = searching(call)
    session.answer("/data/t", "ang")
    assert [value for value, _ in offered(session)] == names


def test_the_rest_of_the_appearance_stays():
    (question,) = [
        each for each in searching("minimal search('fruits')").definition.questions() if each.itemset
    ]
    assert question.appearance == ("minimal",)


def test_several_may_be_chosen():
    session = searching("search('fruits')", kind="select_multiple")
    session.answer("/data/q", "kiwi mango")
    assert session.violation("/data/q") is None


@pytest.mark.parametrize("call", ["search('fruits', 'matches')", "search('fruits', 'sounds', 'name', 'x')"])
def test_a_search_that_cannot_be_read_is_refused(call):
    with pytest.raises(FormProblems) as caught:
        searching(call)
    assert "form.search_not_read" in {problem.code for problem in caught.value.problems}
