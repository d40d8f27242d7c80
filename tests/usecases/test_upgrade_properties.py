"""What holds of any record that goes over from any form to any other.

1. No answer is lost: it stands where the plan says, or is kept as former, as it was.
2. What the plan says to stand somewhere is what a session of the new version holds there.
3. The step brings the stored values to those of the plan, and its inverse brings them back, each of them.
4. Going back loses nothing either.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.records.former import FORM_VERSION, former_answers, spec_of
from fieldapp.usecases.upgrade_draft import Fate, plan_between
from tests.engine.random_forms import act, random_forms
from tests.engine.sessions import session
from tests.store.given import CountingIds, TickingClock

_MOST_ACTIONS = 12
_MAIN = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def planned(old, new, answers):
    return plan_between(old, new, answers, record_id="r", clock=TickingClock(), ids=CountingIds())


def drawn(data):
    """Draw two forms and a record of the first, and plan its going over to the second."""
    form, other = data.draw(random_forms()), data.draw(random_forms())
    opened = session(form.definition)
    for _ in range(data.draw(st.integers(0, _MOST_ACTIONS))):
        act(data.draw, form, opened)
    return form.definition, other.definition, planned(form.definition, other.definition, opened.answers())


def told(definition, answers):
    """The answers that a person gave, without the places of repeat instances and what is former already."""
    return {
        path: value
        for path, value in answers.items()
        if not path.endswith(("/@present", "/@rank")) and spec_of(definition, path) is not None
    }


def standing(passage):
    """The path at which the plan keeps an answer as it was."""
    return passage.former_path or passage.new_path or passage.path


def no_answer_is_lost(data):
    old, _, plan = drawn(data)
    assert {one.path: one.value for one in plan.passages} == told(old, plan.before)
    assert {one.path: plan.after.get(standing(one)) for one in plan.passages} == told(old, plan.before)


def the_new_version_holds_what_the_plan_says(data):
    _, new, plan = drawn(data)
    opened = session(new, answers=plan.after)
    stored = opened.answers()
    for one in plan.passages:
        if one.new_path and not one.former_path:
            assert stored[one.new_path] == one.value
    kept = former_answers(new, plan.after)
    lost = {standing(one) for one in plan.passages if one.former_path or one.fate is Fate.LOST}
    assert lost <= kept.keys()
    assert not kept.keys() & stored.keys()


def applied(answers, edits):
    moved = dict(answers)
    for edit in edits:
        if edit.path != FORM_VERSION:
            assert moved.get(edit.path) == edit.old
            moved[edit.path] = edit.new
            if edit.new is None:
                del moved[edit.path]
    return moved


def undoing_is_identity(data):
    _, _, plan = drawn(data)
    inverse = [type(edit)(edit.path, edit.new, edit.old) for edit in reversed(plan.edits)]
    assert applied(plan.before, plan.edits) == plan.after
    assert applied(plan.after, inverse) == plan.before


def going_back_loses_nothing(data):
    old, new, plan = drawn(data)
    back = planned(new, old, plan.after)
    assert sorted(told(old, plan.before).values()) == sorted(
        back.after[path] for path in _followed(plan, back).values()
    )


def _followed(there, back):
    """Where each answer of the beginning stands after both ways."""
    again = {one.path: standing(one) for one in back.passages}
    return {one.path: again.get(standing(one), standing(one)) for one in there.passages}


CLAIMS = [
    no_answer_is_lost,
    the_new_version_holds_what_the_plan_says,
    undoing_is_identity,
    going_back_loses_nothing,
]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.__name__)
@settings(max_examples=15, **_MAIN)
@given(data=st.data())
def test_what_holds_of_any_upgrade(claim, data):
    claim(data)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.__name__)
@settings(max_examples=120, **_MAIN)
@given(data=st.data())
def test_what_holds_of_very_many_upgrades(claim, data):
    claim(data)
