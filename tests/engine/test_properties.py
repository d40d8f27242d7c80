"""What holds after any answers, whatever they are.

1. The state worked out step by step is that of a fresh session given the same stored answers.
2. Applying the inverse of an action's edits restores the stored answers and all that follows from them.
3. Final answers are stored answers in play; none of them is computed.
4. Every violation is that of a relevant question.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.forms.rules import RuleKind
from tests.engine.sessions import inverse, session, state
from tests.forms.tables import form

FORM = form("""
| survey |
| | type               | name   | label       | relevant            | calculation            | constraint | required    | choice_filter      | repeat_count |
| | text               | a      | A           |                     |                        |            | yes         |                    |  |
| | integer            | n      | N           | ${a} != ''          |                        | . < 4      |             |                    |  |
| | select_one liste   | s      | S           |                     |                        |            | ${n} > 1    |                    |  |
| | select_multiple fin | m     | M ${a}      | ${s} != ''          |                        |            |             | groupe = ${s}      |  |
| | calculate          | c      |             |                     | ${n} * 2 + count-selected(${m}) |   |             |                    |  |
| | begin group        | g      | G           | ${c} > 2            |                        |            |             |                    |  |
| | date               | d      | D           |                     |                        | . > '2020-01-01' |       |                    |  |
| | begin repeat       | r      | R           |                     |                        |            |             |                    |  |
| | integer            | x      | X           |                     |                        | . != ${n}  |             |                    |  |
| | calculate          | y      |             |                     | ${x} + position(..) + coalesce(${t}, 0) * 0 |  |  |                    |  |
| | begin repeat       | q      | Q           | ${x} > 0            |                        |            |             |                    |  |
| | text               | z      | Z           |                     |                        |            | ${x} = 2    |                    |  |
| | end repeat         |        |             |                     |                        |            |             |                    |  |
| | end repeat         |        |             |                     |                        |            |             |                    |  |
| | end group          |        |             |                     |                        |            |             |                    |  |
| | begin repeat       | k      | K           |                     |                        |            |             |                    | ${n} |
| | integer            | w      | W           |                     |                        |            |             |                    |  |
| | end repeat         |        |             |                     |                        |            |             |                    |  |
| | calculate          | t      |             |                     | sum(${w}) + ${n}       |            |             |                    |  |
| choices |
| | list_name | name | label | groupe |
| | liste     | u    | U     |        |
| | liste     | v    | V     |        |
| | fin       | p    | P     | u      |
| | fin       | q    | Q     | u      |
| | fin       | r    | R     | v      |
""")  # noqa: E501 - a table is read across

VALUES = {
    "text": st.sampled_from(["", "x", "é & <"]),
    "int": st.sampled_from(["", "0", "1", "2", "3", "5", "faux"]),
    "date": st.sampled_from(["", "2019-01-01", "2026-03-15", "hier"]),
    "select1": st.sampled_from(["", "u", "v"]),
    "select": st.sampled_from(["", "p", "p q", "r", "q r"]),
}


def kind_of(cell):
    control = cell.spec.control
    return (
        control.kind
        if control.kind in VALUES
        else {"string": "text"}.get(cell.spec.bind.type, cell.spec.bind.type)
    )


def act(data, opened):
    """Do one thing that a person could do, and return its effects."""
    cells = [cell for cell in opened._live.tree.cells() if cell.spec.is_leaf and cell.spec.control]
    ranges = [
        (cell, repeat)
        for cell in opened._live.tree.cells()
        for repeat in cell.spec.repeats
        if RuleKind.COUNT not in repeat.rules
    ]
    verb = data.draw(st.sampled_from(["answer", "answer", "answer", "add", "remove"]))
    if verb == "answer":
        cell = data.draw(st.sampled_from(cells))
        return opened.answer(cell.reference, data.draw(VALUES[kind_of(cell)]))
    holder, repeat = data.draw(st.sampled_from(ranges))
    reference = f"{holder.reference}/{repeat.name}"
    instances = opened.repeat_references(reference)
    if verb == "add" or not instances:
        return opened.add_repeat(f"{reference}[{data.draw(st.integers(1, len(instances) + 1))}]")
    return opened.remove_repeat(data.draw(st.sampled_from(instances)))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_state_is_that_of_a_fresh_session_with_the_same_answers(data):
    opened = session(FORM)
    for _ in range(data.draw(st.integers(1, 12))):
        act(data, opened)
    fresh = session(FORM, answers=opened.answers())
    assert state(fresh) == state(opened)
    assert fresh.instance_xml() == opened.instance_xml()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_action_can_be_undone_and_done_again(data):
    opened = session(FORM)
    for _ in range(data.draw(st.integers(0, 8))):
        act(data, opened)
    before, shown = opened.answers(), state(opened)
    effects = act(data, opened)
    after = opened.answers()
    opened.apply(inverse(effects))
    assert (opened.answers(), state(opened)) == (before, shown)
    opened.apply(effects.edits)
    assert opened.answers() == after


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_is_finalised_is_stored_relevant_and_not_computed(data):
    opened = session(FORM)
    for _ in range(data.draw(st.integers(1, 12))):
        act(data, opened)
    stored = opened.answers()
    for path, value in opened.final_answers().items():
        subject = path.removesuffix("/@present").removesuffix("/@rank")
        assert stored[path] == value
        assert opened.is_relevant(opened.reference_of(subject))
        assert not FORM.bind(FORM.nodeset_of(subject)).is_computed
    assert all(opened.is_relevant(each.reference) for each in opened.violations())


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_edits_replayed_from_the_beginning_give_the_answers(data):
    opened = session(FORM)
    replayed = {edit.path: edit.new for edit in opened.opening.edits}
    for _ in range(data.draw(st.integers(1, 12))):
        replayed.update({edit.path: edit.new for edit in act(data, opened).edits})
    assert {path: value for path, value in replayed.items() if value is not None} == opened.answers()
