"""`fieldapp record history`: what happened to a fiche, from a shell."""

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.records import save_effects
from tests.usecases.conftest import finalised


def renamed(folder):
    """Correct the name of a finalised fiche, with a reason, and return its id."""
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    record_id = finalised(workspace).record.record_id
    opened = reopen_record(workspace, record_id, reason="faute de frappe", language="fr")
    name = "/fiche_organisation/identite/nom"
    save_effects(workspace, opened, opened.session.answer(name, "AMAPPE Maroc"), question=name)
    assert finalise_record(workspace, opened).is_done
    workspace.close()
    return record_id


def test_a_correction_is_told_with_both_values_and_its_reason(run, folder):
    record_id = renamed(folder)
    data = run("--workspace", folder, "record", "history", record_id, "--json").data
    (edit,) = [event for event in data["events"] if event["what"] == "edit"]
    assert (edit["reason"], edit["actor"]) == ("faute de frappe", "Agente Fictive")
    assert [(line["label"], line["new"]["words"]) for line in edit["lines"]] == [
        ("Nom de l'organisation", "AMAPPE Maroc")
    ]
    said = run("--workspace", folder, "record", "history", record_id).stdout
    assert "Modification, Agente Fictive (Motif : faute de frappe)" in said
    assert "petite entreprise → AMAPPE Maroc" in said


def test_it_speaks_the_language_asked_for(run, folder):
    record_id = renamed(folder)
    said = run("--workspace", folder, "--language", "ar", "record", "history", record_id).stdout
    assert "اسم المنظمة" in said
    assert "السبب: faute de frappe" in said


def test_it_is_written_on_paper(run, folder, tmp_path):
    record_id = renamed(folder)
    target = tmp_path / "historique.pdf"
    data = run("--workspace", folder, "record", "history", record_id, "--pdf", target, "--json").data
    assert data["path"] == str(target)
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_an_unknown_fiche_is_refused(run, folder):
    assert run("--workspace", folder, "record", "history", "x").exit_code == 1


def test_a_finished_fiche_is_reopened_with_a_reason_alone(run, folder):
    record_id = renamed(folder)
    assert run("--workspace", folder, "record", "reopen", record_id).exit_code == 2
    assert run("--workspace", folder, "record", "reopen", record_id, "--reason", " ").exit_code == 1
    data = run("--workspace", folder, "record", "reopen", record_id, "--reason", "adresse", "--json").data
    assert data["status"] == "draft"
    events = run("--workspace", folder, "record", "history", record_id, "--json").data["events"]
    assert (events[-1]["what"], events[-1]["reason"]) == ("reopened", "adresse")


def test_two_moments_are_put_side_by_side(run, folder, tmp_path):
    record_id = renamed(folder)
    call = ("--workspace", folder, "record", "history", record_id, "--compare")
    data = run(*call, 1, 0, "--json").data
    assert [(line["label"], line["new"]["words"]) for line in data["lines"]] == [
        ("Nom de l'organisation", "AMAPPE Maroc")
    ]
    assert len(run(*call, 1, 0, "--all", "--json").data["lines"]) > 20
    assert "petite entreprise  |  AMAPPE Maroc" in run(*call, 1, 0).stdout
    target = tmp_path / "comparaison.pdf"
    assert run(*call, 1, 0, "--pdf", target).exit_code == 0
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert run(*call, 2, 1, "--json").data["error"] == "history.no_such_moments"
