"""`fieldapp record upgrade`: shown first, done on demand."""

import pytest

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.records import start_record
from tests.usecases.test_upgrade_draft import FIRST, NEW_LISTS, SECOND, install, say


@pytest.fixture
def outdated(folder):
    """A draft whose form has a newer version."""
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    install(workspace, 1, FIRST)
    opened = say(workspace, start_record(workspace, "visite"), tel="0522", fax="0523", genre="coop")
    install(workspace, 2, SECOND, NEW_LISTS)
    workspace.close()
    return opened.record.record_id


def test_a_preview_names_what_moves_and_what_is_lost_and_does_nothing(run, folder, outdated):
    said = run("--workspace", folder, "record", "upgrade", outdated, "--preview").stdout
    assert "déplacé : Siège › Téléphone = 0522 → Contact › Téléphone = 0522" in said
    assert "n'est plus demandé, gardé dans l'historique : Siège › Télécopie = 0523" in said
    assert "Nouvelles questions : Courriel, Pays" in said
    assert run("--workspace", folder, "record", "show", outdated, "--json").data["form_version"] == "1"


def test_it_is_done_and_told_as_data(run, folder, outdated):
    data = run("--workspace", folder, "record", "upgrade", outdated, "--json").data
    fates = {one["path"]: one["fate"] for one in data["answers"]}
    assert (data["done"], fates["siege/tel"], fates["genre"]) == (True, "moved", "choice_gone")
    shown = run("--workspace", folder, "record", "show", outdated, "--json").data
    assert (shown["form_version"], shown["answers"]["contact/tel"]) == ("2", "0522")
    again = run("--workspace", folder, "record", "upgrade", outdated)
    assert again.exit_code == 1
    assert "déjà remplie avec la version 2" in again.stderr
