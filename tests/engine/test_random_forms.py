"""What holds of any form, after anything a person may do with it.

1. Nothing raises. A form that was made is loaded, or refused for a circle and for nothing else.
2. What was worked out step by step is what a fresh session works out from the same stored answers.
3. What is out of play is not in the instance, and what is in play is.
4. Opening the instance again gives the same instance, and the same value to every node in it.
5. Applying the inverse of an action's edits brings the answers back, and all that follows from them.
6. A question out of play breaks nothing; a blank one breaks `required` if it is required, and else nothing; a filled
   one never breaks `required`.
7. Effects name what differs and nothing else: edits the stored answers; values, relevance and the rest the nodes.
   Where instances come or go, positions move, and what differs is looked for by path: named, at least.
8. Final answers are stored answers in play, as they are stored.
9. A compiled definition behaves as the source it was made from: the same actions have the same effects.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from fieldapp.forms.compiled import dump_definition, read_definition
from tests.engine.random_forms import act, random_forms
from tests.engine.sessions import inverse, session, state

_MOST_ACTIONS = 8
_MAIN = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def played(data):
    """Make a form, do some things with it, and return form and session."""
    form = data.draw(random_forms())
    opened = session(form.definition)
    for _ in range(data.draw(st.integers(0, _MOST_ACTIONS))):
        act(data.draw, form, opened)
    return form, opened


def in_play(opened):
    return {reference for reference in opened.leaves() if opened.is_relevant(reference)}


def stepwise_is_from_scratch(data):
    form, opened = played(data)
    fresh = session(form.definition, answers=opened.answers())
    fresh.set_language(opened.language)
    assert state(fresh) == state(opened)
    assert fresh.instance_xml() == opened.instance_xml()
    assert fresh.answers() == opened.answers()


def the_instance_holds_what_is_in_play(data):
    _, opened = played(data)
    instance = etree.fromstring(opened.instance_xml())
    written = [node.text or "" for node in instance.iter() if not len(node)]
    shown = [opened._live.tree.get(each).node.text for each in opened.leaves() if opened.is_relevant(each)]
    assert [text for text in written if text] == [text for text in shown if text]


def an_instance_opens_again(data):
    form, opened = played(data)
    again = session(form.definition, instance=opened.instance_xml())
    assert again.instance_xml() == opened.instance_xml()


def actions_can_be_undone(data):
    form, opened = played(data)
    before, shown = opened.answers(), state(opened)
    language = opened.language
    effects = act(data.draw, form, opened)
    after = opened.answers()
    opened.apply(inverse(effects))
    opened.set_language(language)
    assert opened.answers() == before
    assert state(opened) == shown
    opened.apply(effects.edits)
    assert opened.answers() == after


def violations_follow_their_table(data):
    _, opened = played(data)
    broken = {each.reference: each.kind for each in opened.violations()}
    for reference in opened.leaves():
        kind = broken.get(reference, "")
        if not opened.is_relevant(reference):
            assert kind == ""
        elif opened.value(reference):
            assert kind != "required"
        elif _is_asked(opened, reference):
            assert kind == ("required" if opened.is_required(reference) else "")


def _is_asked(opened, reference):
    return opened._live.tree.get(reference).spec.control is not None


def effects_name_what_differs(data):
    form, opened = played(data)
    answers, before, language = opened.answers(), state(opened), opened.language
    effects = act(data.draw, form, opened)
    later, after = opened.answers(), state(opened)
    changed = {path for path in answers.keys() | later.keys() if answers.get(path) != later.get(path)}
    told = {edit.path: (edit.old, edit.new) for edit in effects.edits}
    assert told == {path: (answers.get(path), later.get(path)) for path in changed}
    is_still = not effects.structure and opened.language == language
    for named, places in _named(effects):
        differs = {
            opened.reference_of(path)
            for path in before.keys() & after.keys()
            if any(before[path][place] != after[path][place] for place in places)
        }
        assert differs <= named
        assert not is_still or named <= differs


def _named(effects):
    """Return what effects name, with the places in a state that it is about."""
    yield effects.values, (0, 1)
    yield effects.relevance, (2,)
    yield effects.required, (3,)
    yield effects.readonly, (4,)
    yield effects.violations, (5,)


def final_answers_are_stored_ones_in_play(data):
    _, opened = played(data)
    stored, final = opened.answers(), opened.final_answers()
    values = {path: value for path, value in final.items() if not path.endswith(("/@present", "/@rank"))}
    assert final.items() <= stored.items()
    assert {opened.reference_of(path) for path in values} <= in_play(opened)


class _Drawn:
    """What chance gave, to be given once more."""

    def __init__(self, data):
        self._data = data
        self._given = []

    def draw(self, strategy):
        self._given.append(self._data.draw(strategy))
        return self._given[-1]

    def draw_again(self, _strategy):
        return self._given.pop(0)


def a_compiled_definition_behaves_as_its_source(data):
    form = data.draw(random_forms())
    first = session(form.definition)
    second = session(read_definition(dump_definition(form.definition)))
    assert first.opening == second.opening
    for _ in range(data.draw(st.integers(0, _MOST_ACTIONS))):
        drawn = _Drawn(data)
        effects = act(drawn.draw, form, first)
        assert act(drawn.draw_again, form, second) == effects
    assert state(first) == state(second)
    assert first.instance_xml() == second.instance_xml()


CLAIMS = [
    stepwise_is_from_scratch,
    the_instance_holds_what_is_in_play,
    an_instance_opens_again,
    actions_can_be_undone,
    violations_follow_their_table,
    effects_name_what_differs,
    final_answers_are_stored_ones_in_play,
    a_compiled_definition_behaves_as_its_source,
]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.__name__)
@settings(max_examples=15, **_MAIN)
@given(data=st.data())
def test_what_holds_of_any_form(claim, data):
    claim(data)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.__name__)
@settings(max_examples=250, **_MAIN)
@given(data=st.data())
def test_what_holds_of_very_many_forms(claim, data):
    claim(data)
