"""`fieldapp bundle inspect`: what is in a file, in the reader's language and as JSON; nothing is imported."""

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.enrolment import request_enrolment
from fieldapp.usecases.open_workspace import open_workspace


def test_a_request_is_told_in_three_languages_and_to_programs(run, folder, tmp_path):
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    file = tmp_path / "demande.zip"
    file.write_bytes(request_enrolment(workspace).data)
    workspace.close()
    told = {
        language: run("--workspace", folder, "--language", language, "bundle", "inspect", file).stdout
        for language in ("fr", "ar", "en")
    }
    assert "Demande d’inscription" in told["fr"]
    assert "طلب تسجيل" in told["ar"]
    assert "not encrypted" in told["en"]
    data = run("--workspace", folder, "bundle", "inspect", file, "--json").data
    assert (data["kind"], data["is_encrypted"], data["tables"]) == (
        "enrolment-request",
        False,
        {"request": 1},
    )


def test_what_is_no_bundle_is_refused_in_words(run, folder, tmp_path):
    (tmp_path / "photo.zip").write_bytes(b"PK nothing")
    refused = run("--workspace", folder, "bundle", "inspect", tmp_path / "photo.zip")
    assert refused.exit_code == 1
    assert "Traceback" not in refused.stderr
