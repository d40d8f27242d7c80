"""A fiche as a PDF: sealed, in the language asked for, with what its audience may see, and whole or not there."""

import subprocess
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from fieldapp.base.clock import SystemClock
from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.signing.identity import pkcs12_identity
from fieldapp.signing.pades import verify_pdf
from fieldapp.usecases.export_fiche import Audience, collect_fiche, export_fiche, write_fiche
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.laptop_identity import own_identity, trusted_certificates
from fieldapp.usecases.records import save_effects, start_record
from tests.usecases.conftest import fill, finalised


@pytest.fixture
def record_id(workspace):
    return finalised(workspace).record.record_id


def text_of(path):
    return subprocess.run(
        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout


def exported(workspace, record_id, folder, *, language="fr", audience=Audience.LOCAL):
    return export_fiche(workspace, record_id, folder=folder, language=language, audience=audience)


def test_the_pdf_is_sealed_by_the_laptop(workspace, record_id, tmp_path):
    path = exported(workspace, record_id, tmp_path)
    later = SystemClock().now() + timedelta(minutes=1)
    (seal,) = verify_pdf(path.read_bytes(), trusted_certificates(workspace), at=later)
    assert (seal.is_intact, seal.is_trusted, seal.covers_whole_file) == (True, True, True)


def test_pdfsig_finds_the_signature_valid(workspace, record_id, tmp_path):
    path = exported(workspace, record_id, tmp_path)
    said = subprocess.run(["pdfsig", path], capture_output=True, text=True).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_a_certificate_file_seals_instead_of_the_laptop(workspace, record_id, tmp_path):
    own = own_identity(workspace)
    sealed_key = BestAvailableEncryption(b"mot de passe")
    file = pkcs12.serialize_key_and_certificates(b"x", own.key, own.certificate, None, sealed_key)
    identity = pkcs12_identity(file, "mot de passe")
    job = collect_fiche(workspace, record_id, language="fr", audience=Audience.LOCAL, identity=identity)
    written = write_fiche(job, tmp_path / "fiche.pdf")
    assert verify_pdf(written.data, (own.certificate,), at=job.at)[0].is_trusted


def test_a_wrong_password_of_a_certificate_file_is_refused(workspace):
    own = own_identity(workspace)
    sealed_key = BestAvailableEncryption(b"mot de passe")
    file = pkcs12.serialize_key_and_certificates(b"x", own.key, own.certificate, None, sealed_key)
    with pytest.raises(KnownError, match=r"signing\.wrong_password"):
        pkcs12_identity(file, "autre")


def test_a_contact_that_refuses_is_on_no_pdf_for_anapec(workspace, record_id, tmp_path):
    ours = text_of(exported(workspace, record_id, tmp_path))
    theirs = text_of(exported(workspace, record_id, tmp_path, audience=Audience.ANAPEC))
    assert "contact.fictif.b@example.org" in ours
    assert "contact.fictif.b@example.org" not in theirs
    assert "Contact fictif B" not in theirs
    assert "contact.fictif.a@example.org" in theirs


def test_a_draft_never_finalised_has_no_pdf(workspace):
    opened = fill(workspace)
    with pytest.raises(KnownError, match=r"record\.never_finalised"):
        collect_fiche(workspace, opened.record.record_id, language="fr", audience=Audience.LOCAL)


def test_a_cancelled_export_leaves_nothing(workspace, record_id, tmp_path):
    job = collect_fiche(workspace, record_id, language="fr", audience=Audience.LOCAL)
    with pytest.raises(KnownError, match=r"export\.cancelled"):
        write_fiche(job, tmp_path / "out" / "fiche.pdf", is_cancelled=lambda: True)
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_no_half_pdf(workspace, record_id, small_disk):
    disk = small_disk(40 * 1024)
    job = collect_fiche(workspace, record_id, language="fr", audience=Audience.LOCAL)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        write_fiche(job, disk / "fiche.pdf")
    assert list(disk.iterdir()) == []


def test_no_title_label_or_calculation_for_the_centre_is_made_of_what_may_not_travel(workspace):
    definition = _telling_form()
    workspace.forms.install(definition, source=b"", name="temoin.md")
    opened = start_record(workspace, definition.form_id)
    for name, value in (("nom", "Association"), ("secret", "Zaynab"), ("avis", "bon")):
        save_effects(
            workspace, opened, opened.session.answer(f"{definition.root}/{name}", value), question=name
        )
    assert finalise_record(workspace, opened).is_done
    told = {
        audience: str(
            collect_fiche(workspace, opened.record.record_id, language="fr", audience=audience).outline
        )
        for audience in Audience
    }
    assert "Zaynab" in told[Audience.LOCAL]
    assert "Zaynab" not in told[Audience.ANAPEC]
    assert "bon" in told[Audience.ANAPEC]


def _telling_form():
    return load_form_bytes(_TELLING.encode(), name="temoin.md")


_TELLING = """
| survey |  |  |  |  |
| | type | name | label | bind::fieldapp:privacy |
| | text | nom | Nom | public |
| | text | secret | Secret | sensitive |
| | text | avis | Que dites-vous de ${secret} ? | public |
| settings |  |  |  |  |
| | form_title | form_id | version | instance_name | namespaces | attribute::fieldapp:export_policy |
| | Témoin | temoin | 1 | concat(${nom}, ' ', ${secret}) | fieldapp="https://fieldapp.ma/xforms" | full |
"""
