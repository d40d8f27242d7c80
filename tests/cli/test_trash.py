"""`fieldapp record trash | restore | trashed` and `fieldapp workspace clock`, as a person runs them."""

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.open_workspace import open_workspace
from tests.usecases.conftest import finalised


def a_record(folder):
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    record = finalised(workspace).record
    workspace.close()
    return record.record_id


def test_put_aside_looked_for_and_brought_back(run, folder):
    record = a_record(folder)
    call = ("--workspace", folder, "record")
    assert run(*call, "trash", record, "--reason", "doublon").exit_code == 0
    (one,) = run(*call, "trashed", "--json").data["records"]
    assert (one["record_id"], one["reason"], one["by"]) == (record, "doublon", "Agente Fictive")
    assert (one["days_left"], one["is_clock_doubted"]) == (90, False)
    assert "doublon" in run(*call, "trashed", "--query", "amappe").stdout
    assert run(*call, "list", "--trash", "--json").data["records"] == [one]
    assert run(*call, "restore", record).exit_code == 0
    assert run(*call, "trashed", "--json").data["records"] == []


def test_what_is_not_in_the_trash_is_not_brought_back(run, folder):
    refused = run("--workspace", folder, "record", "restore", a_record(folder), "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "record.not_trashed")


def test_a_plausible_clock_is_said_so(run, folder):
    told = run("--workspace", folder, "workspace", "clock", "--json")
    assert (told.exit_code, told.data["doubt"], told.data["doubtful_events"]) == (0, "", [])
    assert run("--workspace", folder, "workspace", "check", "--json").data["clock"]["doubt"] == ""


def test_before_the_mission_is_doubtful_and_cannot_be_settled(run, folder):
    call = ("--workspace", folder, "workspace", "clock")
    told = run(*call, "--mission-begins", "2199-01-01", "--json")
    assert told.data["doubt"] == "before_mission"
    a_record(folder)
    told = run("--workspace", folder, "workspace", "check")
    assert "avant le début de la mission (01/01/2199)" in told.stdout
    assert "portent une date douteuse" in told.stdout
    refused = run(*call, "--settle", "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "clock.not_settled")
