"""A team is joined by two files and eight words; nobody slips in, and nothing real meets training."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.central import init_centre
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.join_team import (
    admit_member,
    ask_to_join,
    create_team,
    join_team,
    read_invitation,
    read_request,
    team_words,
)


@pytest.fixture
def people(tmp_path):
    """Make workspaces by name; all are closed at the end."""
    made = []

    def make(name, *, passphrase=""):
        actor, folder = Actor("", name), tmp_path / name
        is_training = not passphrase
        workspace = create_workspace(
            folder, passphrase=passphrase, actor=actor, is_training=is_training
        ).workspace
        made.append(workspace)
        return workspace

    yield make
    for workspace in made:
        workspace.close()


@pytest.fixture
def lead(people):
    lead = people("Cheffe")
    create_team(lead)
    return lead


def test_both_sides_see_the_same_words(people, lead):
    agent = people("Amina")
    asked = ask_to_join(agent)
    assert read_request(lead, asked.data).words == asked.words
    answer = admit_member(lead, asked.data)
    invitation = read_invitation(agent, answer.data)
    assert (invitation.words, invitation.lead_name) == (team_words(lead), "Cheffe")
    assert agent.exchange.team.membership is None, "looking at an answer believes nothing"
    assert join_team(agent, answer.data).code == "E02"
    assert team_words(agent) == team_words(lead)


def test_the_same_request_gets_the_same_answer(people, lead):
    agent = people("Amina")
    first = admit_member(lead, ask_to_join(agent).data)
    again = admit_member(lead, ask_to_join(agent).data)
    assert (again.data, again.is_again) == (first.data, True)
    assert len(lead.exchange.team.peers()) == 1


def test_only_a_lead_admits_and_nobody_leads_twice(people, lead):
    agent = people("Amina")
    with pytest.raises(KnownError, match=r"team\.not_lead"):
        admit_member(agent, ask_to_join(lead).data)
    with pytest.raises(KnownError, match=r"team\.own_request"):
        admit_member(lead, ask_to_join(lead).data)
    with pytest.raises(KnownError, match=r"team\.exists"):
        create_team(lead)


def test_a_request_to_the_centre_is_none_to_a_team(people, lead):
    with pytest.raises(KnownError, match=r"other_recipient"):
        read_request(lead, request_enrolment(people("Amina")).data)


def test_the_answer_to_another_is_not_taken(people, lead):
    agent, other = people("Amina"), people("Brahim")
    answer = admit_member(lead, ask_to_join(other).data)
    with pytest.raises(KnownError, match=r"bundle\."):
        read_invitation(agent, answer.data)


def test_a_member_changes_team_only_when_that_is_said(people, lead):
    agent, second = people("Amina"), people("Autre cheffe")
    create_team(second)
    asked = ask_to_join(agent).data
    join_team(agent, admit_member(lead, asked).data)
    answer = admit_member(second, asked).data
    with pytest.raises(KnownError, match=r"team\.other_team") as refused:
        join_team(agent, answer)
    assert refused.value.facts["words"] == " ".join(team_words(second))
    join_team(agent, answer, replaces_team=True)
    assert [peer.name for peer in agent.exchange.team.peers()] == ["Autre cheffe"]


def test_a_real_workspace_and_a_training_team_do_not_meet(people, lead):
    real = people("Vraie", passphrase="une phrase assez longue")
    with pytest.raises(KnownError, match=r"team\.training_differs"):
        read_request(lead, ask_to_join(real).data)


def test_a_leads_answer_is_none_of_a_centre_and_the_reverse(people, lead, tmp_path):
    agent = people("Amina")
    answer = admit_member(lead, ask_to_join(agent).data)
    with pytest.raises(KnownError, match=r"bundle\.wrong_role"):
        receive_enrolment(agent, answer.data)
    centre = init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)
    enrolled = centre.enrol(request_enrolment(agent).data)
    with pytest.raises(KnownError, match=r"bundle\.wrong_role"):
        join_team(agent, enrolled.data)
