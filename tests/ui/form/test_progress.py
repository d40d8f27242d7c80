import pytest

from fieldapp.ui.form.checks import Checks
from fieldapp.ui.form.progress import Progress
from fieldapp.ui.form.sections import SectionState, sections_of
from tests.engine.sessions import inverse, session, survey

FORM = survey(
    "begin group | un | Un",
    "text | nom | Nom | | | | yes",
    "integer | age | Âge | | | . > 0 |",
    "end group |",
    "begin group | deux | Deux",
    "begin repeat | site | Site",
    "text | ville | Ville",
    "end repeat |",
    "calculate | combien | | | count(${site})",
    "end group |",
)
SITE = "/essai/deux/site"


@pytest.fixture
def opened():
    return session(FORM)


@pytest.fixture
def told(opened):
    """Answers, and the states of both sections after each."""
    checks = Checks(opened)
    sections = sections_of(opened)
    progress = Progress(opened, sections, checks)

    def after(effects):
        checks.read(effects.violations | effects.relevance)
        progress.touch(effects)
        return list(progress.states(range(2)).values())

    after.checks = checks
    after.fresh = lambda: list(Progress(opened, sections, checks).states(range(2)).values())
    return after


def test_a_section_is_begun_then_complete(opened, told):
    assert told.fresh() == [SectionState.EMPTY, SectionState.EMPTY]
    assert told(opened.answer("/essai/un/age", "3"))[0] == SectionState.STARTED
    assert told(opened.answer("/essai/un/nom", "Amal"))[0] == SectionState.COMPLETE


def test_a_problem_counts_once_the_person_has_left_its_question(opened, told):
    effects = opened.answer("/essai/un/age", "-3")
    assert told(effects)[0] == SectionState.STARTED
    told.checks.leave("/essai/un/age")
    assert told(effects)[0] == SectionState.PROBLEMS


def test_a_section_whose_only_answer_goes_is_empty_again(opened, told):
    told(opened.answer("/essai/un/age", "3"))
    assert told(opened.answer("/essai/un/age", ""))[0] == SectionState.EMPTY


def test_what_goes_with_an_instance_and_comes_back_is_seen(opened, told):
    opened.add_repeat(SITE)
    told(opened.answer(f"{SITE}[2]/ville", "Salé"))
    removed = opened.remove_repeat(f"{SITE}[2]")
    assert told(removed)[1] == SectionState.EMPTY == told.fresh()[1]
    assert told(opened.apply(inverse(removed)))[1] == SectionState.COMPLETE == told.fresh()[1]


def test_what_is_only_worked_out_begins_no_section(opened, told):
    assert told(opened.add_repeat(SITE))[1] == SectionState.EMPTY
