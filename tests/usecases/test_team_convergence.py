"""Whatever three people do, in whatever order files arrive or get lost: one merged state, and no edit disappears."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.records.change import Op
from fieldapp.records.review import Role, moves_from
from fieldapp.store import Pen
from fieldapp.usecases.comment_record import answer, comment, settle
from tests.usecases.teams import make_people, open_team

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["lead", "amina", "brahim"]),
        st.sampled_from(
            ["edit", "edit", "edit", "begin", "exchange", "exchange", "lose", "bin", "say", "say", "move"]
        ),
        st.sampled_from(["nom", "ville", "services"]),
        st.sampled_from(["emploi", "sante", "emploi sante"]),
    ),
    min_size=3,
    max_size=12,
)
RELAXED = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
TRAVELS_ONLY = {Op.PUBLISH, Op.WITHDRAW}


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """One team for all histories: each begins a record of its own."""
    folder = tmp_path_factory.mktemp("convergence")
    opened = open_team(make_people(folder / "faits"), folder / "ouverts")
    yield opened
    for person in opened.people:
        person.workspace.close()


def speak(workspace, record_id, name, value):
    """Begin a thread on a question, answer the one that is there, or settle it."""
    threads = [one for one in workspace.reviews.of(record_id).threads if one.path == name]
    if not threads:
        comment(workspace, record_id, value, path=name)
    elif value == "sante" and not threads[0].is_settled:
        settle(workspace, record_id, threads[0].thread_id)
    else:
        answer(workspace, record_id, threads[0].thread_id, value)


def move(workspace, record_id, _name, _value):
    """Move the record on, by whoever may."""
    state = workspace.reviews.of(record_id).review.state
    ways = [after for role in Role for after in moves_from(state, role)]
    record = workspace.records.get(record_id)
    if ways and not record.is_draft:
        definition = workspace.forms.get(record.form_id, record.form_version)
        pen = Pen(workspace.actor.actor_id, "")
        workspace.reviews.move(record_id, definition, after=ways[len(record_id) % len(ways)], pen=pen)


ASIDE = {"say": speak, "move": move}


def step(team, person, what, record_id, *, name, value):
    if what == "lose":
        for path in sorted(team.folder.iterdir())[:1]:
            path.unlink()
    elif what == "exchange":
        person.exchange()
    elif record_id in person.records():
        if what in ASIDE:
            ASIDE[what](person.workspace, record_id, name, value)
        elif what == "bin":
            person.workspace.trash(record_id, reason="essai")
            person.workspace.restore(record_id)
        elif what == "begin" or person.workspace.records.get(record_id).is_draft:
            person.begin(record_id, **{name: value})
        else:
            person.edit(record_id, **{name: value})


def noted(person, record_id):
    """Return what the list knows of a review, beside what its changes say."""
    said = person.workspace.reviews.of(record_id)
    count = sum(not thread.is_settled for thread in said.threads)
    made = [(str(said.review.state), str(said.review.last), len(said.threads), count)]
    query = """SELECT state, last, threads, open_threads FROM record_review JOIN record USING (number)
        WHERE record_id = ?"""
    rows = person.workspace._opened.db.execute(query, [record_id]).fetchall()
    return rows or [("none", "none", 0, 0)], made


def written(person, record_id):
    return {
        change.change_id
        for change in person.workspace.changes.of_record(record_id)
        if change.op not in TRAVELS_ONLY
    }


def play(team, steps):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    for who, what, name, value in steps:
        step(team, getattr(team, who), what, record_id, name=name, value=value)
    for person in team.people:
        if record_id in person.records() and person.workspace.records.get(record_id).is_draft:
            person.finish(record_id)
    everything = set().union(*(written(person, record_id) for person in team.people))
    team.round(3)
    states = [person.state(record_id) for person in team.people]
    assert states[0] == states[1] == states[2]
    assert [written(person, record_id) for person in team.people] == [everything] * 3
    said = [person.workspace.reviews.of(record_id) for person in team.people]
    assert said[0] == said[1] == said[2]
    for person in team.people:
        listed, made = noted(person, record_id)
        assert listed == made
    titles = {person.workspace.records.get(record_id).title for person in team.people}
    assert len(titles) == 1
    conflicts = {path for path, field in states[0].items() if field.is_conflict}
    for person in team.people:
        listed = {
            one.path for one in person.workspace.exchange.conflicts.list() if one.record_id == record_id
        }
        assert listed == conflicts
        assert person.workspace.exchange.inbox.waiting() == []


@settings(max_examples=12, **RELAXED)
@given(steps=STEPS)
def test_everybody_ends_with_the_same_and_with_everything(team, steps):
    play(team, steps)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@settings(max_examples=80, **RELAXED)
@given(steps=STEPS)
def test_everybody_ends_with_the_same_and_with_everything_at_length(team, steps):
    play(team, steps)
