"""The bundle for the centre: only what may travel, read back before it is believed, and answered by a receipt."""

import shutil
import subprocess
from types import SimpleNamespace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import Kind, SealedBundle
from fieldapp.bundle.reader import open_bundle
from fieldapp.store import TRAINING_PASSPHRASE, Transmission
from fieldapp.usecases import make_bundle as module
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.laptop_identity import age_identity, centre_of
from fieldapp.usecases.make_bundle import (
    collect_apart,
    collect_bundle,
    count_waiting,
    keep_bundle,
    make_bundle,
    seal_bundle,
)
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.receive_receipt import receive_receipt
from fieldapp.usecases.records import save_effects
from tests.usecases.conftest import finalised

NAME = "/fiche_organisation/identite/nom"
REFUSING = ("Contact fictif B", "contact.fictif.b@example.org", "0600000002")
SENSITIVE = "notes_equipe"


def sent(enrolled):
    return make_bundle(enrolled.workspace, enrolled.folder)


def received(enrolled, written):
    (result,) = enrolled.centre.import_files([written.path])
    receipt = enrolled.centre.receipt_for(written.header.bundle_id)
    receive_receipt(enrolled.workspace, receipt.data)
    return result


def opened_again(enrolled, written):
    return open_bundle(
        SealedBundle(written.path.read_bytes()),
        identities=[age_identity(enrolled.workspace).secret],
        trust=centre_of(enrolled.workspace).trust,
        recipient=written.header.recipient,
        at=enrolled.workspace.clock.now(),
    )


def corrected(workspace, record_id, reference, value):
    opened = reopen_record(workspace, record_id, reason="Correction")
    save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)
    return finalise_record(workspace, opened)


def test_before_enrolment_there_is_no_bundle(workspace):
    finalised(workspace)
    with pytest.raises(KnownError, match=r"bundle\.not_enrolled"):
        collect_bundle(workspace)


def test_without_a_change_there_is_nothing_to_send(enrolled):
    with pytest.raises(KnownError, match=r"bundle\.nothing_to_send"):
        collect_bundle(enrolled.workspace)


def test_the_written_file_opens_for_its_maker_and_carries_a_signed_pdf(enrolled):
    finalised(enrolled.workspace)
    bundle = opened_again(enrolled, sent(enrolled))
    assert bundle.header.kind is Kind.FULL
    assert "pdf" in {row.extension for row in bundle.attachments}


def test_nothing_that_was_refused_is_in_any_byte_of_the_bundle(enrolled, tmp_path):
    finalised(enrolled.workspace)
    bundle = opened_again(enrolled, sent(enrolled))
    rows = "\n".join(str(row) for name in bundle.tables for row in bundle.table(name))
    pdfs = [bundle.read_attachment(row.sha256) for row in bundle.attachments if row.extension == "pdf"]
    for number, data in enumerate(pdfs):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(data)
        rows += subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    assert "contact.fictif.a@example.org" in rows
    assert not [secret for secret in REFUSING if secret in rows]


def test_a_receipt_makes_the_record_applied_and_the_next_bundle_empty(enrolled):
    record_id = finalised(enrolled.workspace).record.record_id
    assert enrolled.workspace.transmission(record_id) is Transmission.LOCAL
    written = sent(enrolled)
    assert enrolled.workspace.transmission(record_id) is Transmission.EXPORTED
    received(enrolled, written)
    assert enrolled.workspace.transmission(record_id) is Transmission.APPLIED
    with pytest.raises(KnownError, match=r"bundle\.nothing_to_send"):
        collect_bundle(enrolled.workspace)


def test_a_correction_travels_alone_in_the_next_bundle(enrolled):
    record_id = finalised(enrolled.workspace).record.record_id
    received(enrolled, sent(enrolled))
    corrected(enrolled.workspace, record_id, NAME, "Nom corrigé")
    written = sent(enrolled)
    (change,) = opened_again(enrolled, written).changes
    assert [field.path for field in change.change.fields] == ["identite/nom"]
    assert received(enrolled, written).new_count == 1


def test_a_lost_bundle_is_repaired_by_the_next(enrolled):
    record_id = finalised(enrolled.workspace).record.record_id
    sent(enrolled).path.unlink()
    corrected(enrolled.workspace, record_id, NAME, "Nom corrigé")
    assert received(enrolled, sent(enrolled)).new_count == 2
    assert enrolled.workspace.transmission(record_id) is Transmission.APPLIED


def test_a_cancelled_bundle_leaves_nothing(enrolled):
    finalised(enrolled.workspace)
    with pytest.raises(KnownError, match=r"cancelled"):
        seal_bundle(collect_bundle(enrolled.workspace), enrolled.folder, is_cancelled=lambda: True)
    assert not enrolled.folder.exists()


def test_a_full_disk_leaves_no_half_bundle(enrolled, small_disk):
    finalised(enrolled.workspace)
    disk = small_disk(40 * 1024)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        seal_bundle(collect_bundle(enrolled.workspace), disk)
    assert list(disk.iterdir()) == []
    assert sent(enrolled).path.exists()


def test_progress_rises_to_its_end(enrolled):
    finalised(enrolled.workspace)
    told = []
    seal_bundle(collect_bundle(enrolled.workspace), enrolled.folder, progress=lambda *step: told.append(step))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_bundle_that_cannot_be_noted_is_not_left_to_be_carried_away(enrolled, monkeypatch):
    finalised(enrolled.workspace)
    written = seal_bundle(collect_bundle(enrolled.workspace), enrolled.folder)

    def refuse(_bundle):
        raise KnownError("file.disk_full")

    monkeypatch.setattr(enrolled.workspace.outbox, "record_bundle", refuse)
    with pytest.raises(KnownError, match=r"disk_full"):
        keep_bundle(enrolled.workspace, written)
    monkeypatch.undo()
    assert list(enrolled.folder.iterdir()) == []
    assert collect_bundle(enrolled.workspace).fiches


def test_a_file_has_no_bundles_name_before_its_number_is_noted(enrolled):
    finalised(enrolled.workspace)
    written = seal_bundle(collect_bundle(enrolled.workspace), enrolled.folder)
    assert not list(enrolled.folder.glob("*.age"))
    kept = keep_bundle(enrolled.workspace, written)
    assert list(enrolled.folder.iterdir()) == [kept.path]


def test_consent_taken_back_before_anything_was_sent_leaves_with_no_bundle(enrolled):
    record_id = finalised(enrolled.workspace).record.record_id
    path = "/fiche_organisation/contacts/contact[1]/accord_diffusion"
    corrected(enrolled.workspace, record_id, path, "non")
    written = sent(enrolled)
    bundle = opened_again(enrolled, written)
    rows = "\n".join(str(row) for name in bundle.tables for row in bundle.table(name))
    assert "contact.fictif.a@example.org" not in rows
    assert received(enrolled, written).quarantine_count == 0


def test_a_restored_laptop_sends_everything_again_after_the_centre_found_the_fork(enrolled, tmp_path):
    record_id = finalised(enrolled.workspace).record.record_id
    folder = enrolled.workspace.folder
    copy = shutil.copytree(folder, tmp_path / "copie", ignore=shutil.ignore_patterns("*.lock"))
    received(enrolled, sent(enrolled))
    restored = SimpleNamespace(
        workspace=open_workspace(copy, passphrase=TRAINING_PASSPHRASE),
        centre=enrolled.centre,
        folder=tmp_path / "autres",
    )
    corrected(restored.workspace, record_id, NAME, "Nom du poste restauré")
    (refused,) = restored.centre.import_files([sent(restored).path])
    receive_receipt(restored.workspace, refused.receipt.data)
    assert received(restored, sent(restored)).new_count == 1
    assert restored.workspace.transmission(record_id) is Transmission.APPLIED
    restored.workspace.close()


def test_what_is_finalised_while_a_bundle_is_read_waits_for_the_next(enrolled, monkeypatch):
    finalised(enrolled.workspace)
    states = module._states

    def states_while_somebody_types(reading, records):
        finalised(enrolled.workspace, "caritas")
        return states(reading, records)

    monkeypatch.setattr(module, "_states", states_while_somebody_types)
    job = collect_apart(enrolled.workspace)
    monkeypatch.undo()
    assert (job.change_count, job.record_count, job.left) == (1, 1, 0)
    assert count_waiting(enrolled.workspace) == 2
    written = keep_bundle(enrolled.workspace, seal_bundle(job, enrolled.folder))
    assert (written.header.seq_to, str(received(enrolled, written).status)) == (1, "applied")
    assert sent(enrolled).header.seq_from == 2
