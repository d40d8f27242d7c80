"""Any file that a workspace can open says what is inside; nothing of it is taken in, and a bad one is refused."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import Kind, ReceiptStatus
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.inspect_bundle import inspect_bundle
from fieldapp.usecases.make_bundle import make_bundle
from tests.usecases.conftest import PERSON, finalised


def rows(workspace):
    db = workspace._opened.db
    return {name: db.table(name).count for name in db.table_names() if not name.startswith("search")}


@pytest.fixture
def sent(enrolled):
    enrolled.opened = finalised(enrolled.workspace)
    enrolled.folder.mkdir(exist_ok=True)
    enrolled.data = make_bundle(enrolled.workspace, enrolled.folder).path.read_bytes()
    return enrolled


def test_what_one_sent_says_its_records_its_tables_and_its_files(sent):
    inside = inspect_bundle(sent.workspace, sent.data)
    record = sent.opened.record
    assert (inside.header.kind, inside.header.bundle_no, inside.signer_role) == (Kind.FULL, 1, "poste")
    assert inside.is_encrypted
    (seen,) = inside.records
    assert (seen.record_id, seen.form_id, seen.changes) == (record.record_id, "fiche_organisation", 1)
    assert seen.title == sent.workspace.records.get(record.record_id).title != ""
    assert inside.operations == {"create": 1}
    assert inside.tables["change"] == 1 < inside.tables["change_field"]
    assert "application/pdf" in {file.media_type for file in inside.files}


def test_a_receipt_says_what_it_answers_and_is_not_taken(sent):
    answer = sent.centre.import_data(sent.data)
    before = rows(sent.workspace)
    inside = inspect_bundle(sent.workspace, answer.receipt.data)
    assert (inside.header.kind, inside.signer_role) == (Kind.RECEIPT, "central")
    assert (inside.receipt.status, inside.receipt.bundle_no) == (ReceiptStatus.APPLIED, 1)
    assert rows(sent.workspace) == before


def test_a_request_and_its_answer_are_read_by_anybody(workspace, tmp_path):
    from fieldapp.central import init_centre

    request = request_enrolment(workspace).data
    answer = (
        init_centre(f"sqlite:///{tmp_path / 'c.db'}", tmp_path / "cles", training=True).enrol(request).data
    )
    assert inspect_bundle(workspace, request).header.kind is Kind.ENROLMENT_REQUEST
    inside = inspect_bundle(workspace, answer)
    assert (inside.header.kind, inside.is_encrypted) == (Kind.ENROLMENT, False)


@pytest.mark.parametrize("place", [10, 300, -40])
def test_an_altered_byte_is_refused(sent, place):
    altered = bytearray(sent.data)
    altered[place] ^= 1
    with pytest.raises(KnownError):
        inspect_bundle(sent.workspace, bytes(altered))


def test_what_another_laptop_of_the_centre_sent_stays_closed(sent, tmp_path):
    other = create_workspace(tmp_path / "autre", passphrase="", actor=PERSON, is_training=True).workspace
    try:
        with pytest.raises(KnownError, match=r"bundle\.not_enrolled"):
            inspect_bundle(other, sent.data)
        receive_enrolment(other, sent.centre.enrol(request_enrolment(other).data).data)
        with pytest.raises(KnownError, match=r"age\.not_for_us"):
            inspect_bundle(other, sent.data)
    finally:
        other.close()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"bonjour", b"age-encryption.org/v1\nrien"])
def test_what_is_no_bundle_is_said_to_be_none(enrolled, data):
    with pytest.raises(KnownError, match=r"bundle\.|age\."):
        inspect_bundle(enrolled.workspace, data)
