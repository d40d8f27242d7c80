import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine import Choice, Edit, Effects
from tests.engine.sessions import session, survey

RELEVANCE = survey("text | a | A", "text | b | B | ${a} = 'oui'", "calculate | c | | | concat(${b}, '!')")


def test_an_answer_says_what_it_moved():
    effects = session(RELEVANCE).answer("/essai/a", "oui")
    assert effects.edits == (Edit("a", None, "oui"),)
    assert effects.values == {"/essai/a"}
    assert effects.relevance == {"/essai/b"}


def test_the_same_answer_again_moves_nothing():
    opened = session(RELEVANCE)
    opened.answer("/essai/a", "oui")
    assert opened.answer("/essai/a", "oui") == Effects()


def test_an_irrelevant_answer_stays_dormant_and_comes_back():
    opened = session(RELEVANCE)
    opened.answer("/essai/a", "oui")
    opened.answer("/essai/b", "x")
    opened.answer("/essai/a", "non")
    assert opened.value("/essai/b") == "x"
    assert opened.value("/essai/c") == "!"
    assert opened.final_answers() == {"a": "non"}
    assert opened.answers()["b"] == "x"
    opened.answer("/essai/a", "oui")
    assert opened.value("/essai/c") == "x!"


def test_what_is_in_a_group_out_of_play_is_out_of_play():
    opened = session(
        survey("text | a | A", "begin group | g | G | ${a} = '1'", "text | b | B", "end group |")
    )
    assert not opened.is_relevant("/essai/g/b")
    assert opened.answer("/essai/a", "1").relevance == {"/essai/g", "/essai/g/b"}


def test_a_calculation_runs_only_where_it_reads():
    opened = session(survey("integer | a | A", "integer | b | B", "calculate | c | | | ${a} * 2"))
    assert opened.answer("/essai/b", "4").values == {"/essai/b"}
    assert opened.answer("/essai/a", "4").values == {"/essai/a", "/essai/c"}
    assert opened.value("/essai/c") == "8"


def test_calculations_are_no_answers():
    opened = session(survey("integer | a | A", "calculate | c | | | 1 + 1"))
    assert "c" not in opened.answers()
    assert opened.computed()["c"] == "2"


def test_readonly_of_a_group_holds_inside():
    table = survey(
        "begin group | g | G | yes", "text | a | A |", "end group |", columns="type | name | label | readonly"
    )
    opened = session(table)
    assert opened.is_readonly("/essai/g/a")


def test_an_unknown_reference_is_our_callers_mistake():
    with pytest.raises(KnownError, match=r"engine\.unknown_reference"):
        session(RELEVANCE).answer("/essai/zz", "1")


def test_a_group_takes_no_answer():
    opened = session(survey("begin group | g | G", "text | a | A", "end group |"))
    with pytest.raises(KnownError, match=r"engine\.not_a_question"):
        opened.answer("/essai/g", "1")


def test_paths_and_references_lead_to_each_other():
    opened = session(survey("begin group | g | G", "text | a | A", "end group |"))
    assert opened.path_of("/essai/g/a") == "g/a"
    assert opened.reference_of("g/a") == "/essai/g/a"


def test_the_instance_name_follows_the_answers():
    table = survey("text | nom | N", columns="type | name | label")
    table += (
        "| settings |\n| | form_id | name | instance_name |\n| | f | essai | concat('Fiche ', ${nom}) |\n"
    )
    opened = session(table)
    opened.answer("/essai/nom", "AMAPPE")
    assert opened.instance_name() == "Fiche AMAPPE"


def test_the_live_tree_shows_groups_and_what_is_in_them():
    opened = session(survey("begin group | g | G", "text | a | A", "end group |", "text | b | B"))
    assert [each.reference for each in opened.children()] == ["/essai/g", "/essai/b"]
    assert [each.reference for each in opened.children("/essai/g")] == ["/essai/g/a"]
    assert opened.children_of(opened.children()[0]) == opened.children("/essai/g")


def test_choices_show_their_labels():
    opened = session(survey("select_one ville | v | V", choices=["ville: rba, sal"]))
    assert opened.choices("/essai/v") == [Choice("rba", "Rba"), Choice("sal", "Sal")]


def test_a_question_that_is_no_select_has_no_choices():
    assert session(RELEVANCE).choices("/essai/a") == []


def test_an_expression_that_fails_does_not_stop_the_filling():
    opened = session(
        survey("text | a | A", "calculate | c | | | regex('x', ${a})", "calculate | d | | | ${a}")
    )
    opened.answer("/essai/a", "[")
    assert opened.value("/essai/d") == "["
    assert list(opened.faults()) == ["/essai/c calculate"]


def test_nobody_says_otherwise_than_a_calculation():
    opened = session(survey("integer | a | A | | 1 + 1"))
    effects = opened.answer("/essai/a", "5")
    assert opened.value("/essai/a") == "2"
    assert effects.edits == ()


def test_a_relevance_that_looks_at_its_own_answer_sees_it_while_out_of_play():
    table = survey("begin group | g | G | ${a} != 'non'", "text | a | A", "end group |")
    opened = session(table)
    opened.answer("/essai/g/a", "non")
    assert not opened.is_relevant("/essai/g")
    fresh = session(opened.definition, answers=opened.answers())
    assert not fresh.is_relevant("/essai/g")
    opened.answer("/essai/g/a", "oui")
    assert opened.is_relevant("/essai/g/a")
