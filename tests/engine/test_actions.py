import pytest

from tests.engine.sessions import session
from tests.engine.xforms import xform


def with_event(event):
    """Open a form whose action counts how often an event happened."""
    action = f"""<setvalue event="{event}" ref="/data/b" value="concat(/data/b, '!')"/>"""
    return session(xform("<a/><b/>", action, body='<input ref="/data/a"/>'))


@pytest.mark.parametrize(
    ("event", "new", "opened_again", "finalised"),
    [
        ("odk-instance-first-load", "!", "!", "!"),
        ("odk-instance-load", "!", "!!", "!!"),
        ("xforms-ready", "!", "!", "!"),
        ("xforms-revalidate", "", "", "!"),
        ("odk-instance-first-load xforms-revalidate", "!", "!", "!!"),
    ],
)
def test_each_event_of_the_form_fires_when_it_happens(event, new, opened_again, finalised):
    opened = with_event(event)
    assert opened.value("/data/b") == new
    again = session(opened.definition, instance=opened.instance_xml())
    assert again.value("/data/b") == opened_again
    again.finalise()
    assert again.value("/data/b") == finalised


NESTED = xform(
    "<r jr:template=''><a/><n/><d/></r><fois>0</fois>",
    body='<repeat nodeset="/data/r">'
    '<setvalue event="odk-new-repeat" ref="/data/r/n" value="position(..)"/>'
    '<input ref="/data/r/a"><setvalue event="xforms-value-changed" ref="/data/r/d">changé</setvalue>'
    '<setvalue event="xforms-value-changed" ref="/data/fois" value="/data/fois + 1"/></input></repeat>',
)


def test_a_new_instance_fires_its_own_actions_only():
    opened = session(NESTED)
    opened.add_repeat("/data/r")
    opened.add_repeat("/data/r")
    assert [opened.value(f"/data/r[{n}]/n") for n in (1, 2)] == ["1", "2"]


def test_an_answer_fires_the_actions_inside_its_question():
    opened = session(NESTED)
    opened.add_repeat("/data/r")
    opened.add_repeat("/data/r")
    effects = opened.answer("/data/r[2]/a", "x")
    assert [opened.value(f"/data/r[{n}]/d") for n in (1, 2)] == ["", "changé"]
    assert effects.values >= {"/data/r[2]/d", "/data/fois"}


def test_the_same_answer_again_fires_nothing():
    opened = session(NESTED)
    opened.add_repeat("/data/r")
    opened.answer("/data/r[1]/a", "x")
    opened.answer("/data/r[1]/a", "x")
    assert opened.value("/data/fois") == "1"


def test_what_an_action_sets_fires_the_next_one():
    form = xform(
        "<a/><b/><c/>",
        body='<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b" value="/data/a"/></input>'
        '<input ref="/data/b"><setvalue event="xforms-value-changed" ref="/data/c" value="/data/b"/></input>',
    )
    opened = session(form)
    opened.answer("/data/a", "x")
    assert opened.value("/data/c") == "x"


def test_what_is_fired_by_an_instance_that_goes_meanwhile_sets_nothing():
    form = xform(
        '<n>1</n><r jr:template=""><a/><b/><c/></r><c/>',
        body='<input ref="/data/n"/><repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/a">'
        '<setvalue event="xforms-value-changed" ref="/data/n" value="0"/>'
        '<setvalue event="xforms-value-changed" ref="/data/r/b" value="\'x\'"/></input><input ref="/data/r/b">'
        '<setvalue event="xforms-value-changed" ref="/data/r/c" value="\'y\'"/></input></repeat>',
    )
    opened = session(form)
    effects = opened.answer("/data/r[1]/a", "oui")
    assert {edit.path for edit in effects.edits if "@" not in edit.path} == {"n"}
    assert effects.values == {"/data/n"}


@pytest.mark.parametrize("event", ["odk-instance-first-load", "odk-new-repeat", "xforms-value-changed"])
def test_an_action_that_cannot_be_worked_out_is_said_and_keeps_nothing_back(event):
    action = f"""<setvalue event="{event}" ref="/data/r/b" value="regex('x', /data/p)"/>"""
    of_form, of_repeat, of_question = (
        action if event == each else ""
        for each in ("odk-instance-first-load", "odk-new-repeat", "xforms-value-changed")
    )
    form = xform(
        "<p>(</p><r><a/><b/></r>",
        of_form,
        body=f'<input ref="/data/p"/><repeat nodeset="/data/r">{of_repeat}'
        f'<input ref="/data/r/a">{of_question}</input></repeat>',
    )
    opened = session(form)
    opened.add_repeat("/data/r")
    opened.answer("/data/r[2]/a", "oui")
    assert opened.value("/data/r[2]/a") == "oui"
    assert list(opened.faults()) == ["/data/r/b setvalue"]
