"""`fieldapp team`: a lead and an agent, by commands alone."""

import pytest

from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace
from tests.usecases.teams import FORM


@pytest.fixture
def spaces(tmp_path):
    """Two training workspaces and a folder."""
    made = {}
    for name in ("Cheffe Fictive", "Amina Fictive"):
        at = tmp_path / name.split()[0]
        workspace = create_workspace(at, passphrase="", actor=Actor("", name), is_training=True).workspace
        workspace.forms.install(FORM, source=b"visite", name="visite.xlsx")
        if name.startswith("Amina"):
            record = workspace.start_draft(FORM)
            answers = {"nom": "AMPF"}
            workspace.finalise(
                record.record_id, definition=FORM, final_answers=answers, beside={}, title="AMPF"
            )
        workspace.close()
        made[name.split()[0]] = at
    (tmp_path / "echange").mkdir()
    return made["Cheffe"], made["Amina"], tmp_path / "echange"


def test_a_team_is_made_joined_and_exchanges(run, spaces, tmp_path):
    lead, agent, folder = spaces
    words = run("--workspace", lead, "team", "create", "--json").data["words"]
    asked = run("--workspace", agent, "team", "ask", "--output", tmp_path, "--json").data
    answer = run(
        "--workspace", lead, "team", "admit", asked["path"], "--output", tmp_path, "--yes", "--json"
    ).data
    assert (answer["name"], answer["code"], answer["words"]) == ("Amina Fictive", "E02", words)
    joined = run("--workspace", agent, "team", "join", answer["path"], "--yes", "--json").data
    assert (joined["lead"], joined["words"]) == ("Cheffe Fictive", words)
    for space in (lead, agent):
        assert run("--workspace", space, "team", "folder", folder).exit_code == 0
    sent = run("--workspace", agent, "team", "exchange")
    assert sent.stdout == "1 fiche(s) laissée(s) pour Cheffe Fictive\n"
    took = run("--workspace", lead, "team", "exchange", "--json").data
    assert [(one["from"], len(one["records"])) for one in took["received"]] == [("Amina Fictive", 1)]
    shown = run("--workspace", lead, "team", "show", "--json").data
    assert (shown["is_lead"], shown["members"]) == (True, [{"code": "E02", "name": "Amina Fictive"}])
    assert run("--workspace", lead, "team", "conflicts").stdout == "Aucun désaccord.\n"


def test_who_says_that_the_words_differ_admits_nobody(run, spaces, tmp_path):
    lead, agent, _ = spaces
    run("--workspace", lead, "team", "create")
    asked = run("--workspace", agent, "team", "ask", "--output", tmp_path, "--json").data
    refused = run("--workspace", lead, "team", "admit", asked["path"], input="n\n")
    assert refused.exit_code == 1
    assert run("--workspace", lead, "team", "show", "--json").data["members"] == []


def test_without_a_team_there_is_nothing_to_exchange(run, spaces):
    refused = run("--workspace", spaces[0], "team", "exchange", "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "team.none")
