"""`fieldapp workspace check` and `bundle verify`: every altered line is told, with exit code 1."""

import pytest

from fieldapp.records.erasure import Reason
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.open_workspace import open_workspace
from tests.usecases.conftest import finalised


@pytest.fixture
def harm(folder):
    """Alter the raw file as a forger would, after a fiche was finalised in it."""
    opened = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    finalised(opened)
    opened.close()

    def alter(statement):
        workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
        db = workspace._opened.db
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute(statement)
        workspace.close()

    return alter


def test_a_whole_workspace_says_so(run, folder, harm):
    data = run("--workspace", folder, "workspace", "check", "--json").data
    assert (data["findings"], data["changes"], data["erased"]) == ([], 1, 0)
    assert "Tout est entier" in run("--workspace", folder, "workspace", "check").stdout


def test_an_altered_answer_is_named_and_refused(run, folder, harm):
    harm("UPDATE change_field SET new_value = 'Autre' WHERE path = 'identite/nom'")
    checked = run("--workspace", folder, "workspace", "check", "--json")
    assert checked.exit_code == 1
    assert [one["code"] for one in checked.data["findings"]] == ["check.value_altered"]
    said = run("--workspace", folder, "--language", "ar", "workspace", "check").stderr
    assert "identite/nom" in said
    assert "استعيدوا آخر نسخة احتياطية" in said


def test_values_erased_on_request_are_counted_and_no_fault(run, folder):
    opened = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    record_id = finalised(opened).record.record_id
    opened.erasing.erase(record_id, reason=Reason.REQUEST, actor_id=opened.actor.actor_id)
    opened.close()
    data = run("--workspace", folder, "workspace", "check", "--json").data
    assert data["findings"] == []
    assert data["erased"] > 100
