"""`fieldapp pdf`, `record`, `bundle`: the same acts as in the window, from a shell."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from fieldapp.cli.opening import PASSPHRASE_FILE
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.laptop_identity import own_identity
from fieldapp.usecases.open_workspace import open_workspace
from tests.usecases.conftest import finalised


@pytest.fixture
def filled(folder, tmp_path):
    """A workspace with one finalised fiche, the fiche's id, and a certificate file."""
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    record_id = finalised(workspace).record.record_id
    own = own_identity(workspace)
    locked = BestAvailableEncryption(b"mot de passe")
    file = pkcs12.serialize_key_and_certificates(b"x", own.key, own.certificate, None, locked)
    (tmp_path / "seal.p12").write_bytes(file)
    workspace.close()
    return folder, record_id


def test_a_fiche_is_listed_and_shown(run, filled):
    folder, record_id = filled
    (listed,) = run("--workspace", folder, "record", "list", "--json").data["records"]
    assert (listed["record_id"], listed["transmission"]) == (record_id, "local")
    shown = run("--workspace", folder, "record", "show", record_id, "--json")
    assert shown.data["answers"]["identite/sigle"] == "AMAPPE"


def test_a_fiche_becomes_a_pdf_whose_seal_holds(run, filled, tmp_path):
    folder, record_id = filled
    (path,) = run("--workspace", folder, "pdf", "fiche", record_id, "--output", tmp_path, "--json").data[
        "paths"
    ]
    (seal,) = run("--workspace", folder, "pdf", "verify", path, "--json").data["signatures"]
    assert (seal["is_intact"], seal["is_trusted"]) == (True, True)


def test_a_changed_pdf_is_refused(run, filled, tmp_path):
    folder, record_id = filled
    (path,) = run("--workspace", folder, "pdf", "fiche", record_id, "--output", tmp_path, "--json").data[
        "paths"
    ]
    changed = tmp_path / "changed.pdf"
    data = bytearray(Path(path).read_bytes())
    data[len(data) // 3] ^= 1
    changed.write_bytes(data)
    assert run("pdf", "verify", changed).exit_code == 1


def test_a_certificate_file_with_a_wrong_password_writes_nothing(run, filled, tmp_path):
    folder, record_id = filled
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("autre", encoding="utf-8")
    out = tmp_path / "out"
    arguments = ("pdf", "fiche", record_id, "--output", out, "--pkcs12", tmp_path / "seal.p12", "--json")
    refused = run("--workspace", folder, *arguments, env={PASSPHRASE_FILE: str(wrong)})
    assert (refused.exit_code, refused.data["error"]) == (1, "signing.wrong_password")
    assert not out.exists()


def test_a_bundle_before_enrolment_is_refused_in_words(run, filled, tmp_path):
    folder, _ = filled
    refused = run("--workspace", folder, "bundle", "make", "--output", tmp_path / "out", "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "bundle.not_enrolled")


def test_a_file_that_is_no_receipt_changes_nothing(run, filled, tmp_path):
    folder, _ = filled
    (tmp_path / "recu.age").write_bytes(b"not a receipt")
    refused = run("--workspace", folder, "bundle", "receive", tmp_path / "recu.age", "--json")
    assert refused.exit_code == 1
    assert run("--workspace", folder, "workspace", "check").exit_code == 0
