"""A record that holds a secret wherever a value can stand in a workspace's folder."""

from fieldapp.engine import Edit
from fieldapp.forms import load_form_bytes
from fieldapp.records.receipt import ConflictHead, ItemSeverity, ReceiptItem
from fieldapp.store.outbox import Receipt, SentBundle
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.records import save_effects, start_record, undo_step

SECRET = "Zqxjkvbrémission"
OTHER = "AMAPPE de Rabat"
FORM = load_form_bytes(
    """
| survey |
| | type | name | label | relevant | calculation | bind::fieldapp:privacy | bind::fieldapp:consent |
| | text | nom | Nom | | | public | |
| | text | ville | Ville | | | public | |
| | select_one oui_non | ouvert | Ouvert | | | public | |
| | text | note | Note | ${ouvert} = 'oui' | | public | |
| | text | photo | Photo | | | public | |
| | calculate | carte | | | concat(${nom}, ' - ', ${ville}) | | |
| | begin repeat | contact | Contact | | | public | |
| | select_one oui_non | accord | Accord | | | public | |
| | text | tel | Téléphone | | | consent | ${accord} |
| | end repeat | | | | | | |
| choices |
| | list_name | name | label |
| | oui_non | oui | Oui |
| | oui_non | non | Non |
| settings |
| | form_id | version | instance_name | namespaces | attribute::fieldapp:export_policy |
| | essai | 1 | ${nom} | fieldapp="https://fieldapp.ma/xforms" | full |
""".encode(),
    name="essai.md",
)


def install(workspace):
    workspace.forms.install(FORM, source=b"workbook", name="essai.md")


def answer(workspace, opened, reference, value):
    save_effects(workspace, opened, opened.session.answer(f"/data/{reference}", value), question=reference)


def filled(workspace, name=OTHER, *, tel="0537000000", photo=""):
    """Fill a record and finalise it; return its id."""
    opened = start_record(workspace, "essai")
    for reference, value in (("nom", name), ("ville", "Rabat"), ("ouvert", "oui"), ("photo", photo)):
        if value:
            answer(workspace, opened, reference, value)
    if not opened.session.exists("/data/contact[1]"):
        added = opened.session.add_repeat("/data/contact")
        save_effects(workspace, opened, added, question="")
    answer(workspace, opened, "contact[1]/accord", "oui")
    answer(workspace, opened, "contact[1]/tel", tel)
    assert finalise_record(workspace, opened).is_done
    return opened.record.record_id


def path_of(workspace, record_id, name):
    return next(path for path in workspace.answers(record_id) if path.endswith(name))


def keep_document(workspace, record_id, words):
    """Keep what stands for a signed PDF of a record."""
    sha256 = workspace.attachments.add(b"%PDF-1.7 " + words.encode(), "application/pdf", extension="pdf")
    revision = workspace.records.get(record_id).revision
    workspace.documents.add(record_id, revision, audience="local", language="fr", sha256=sha256)
    return sha256


def answer_of_centre(workspace, record_id, path, value):
    """Take a receipt whose items quote values, for a bundle that carried everything so far."""
    position = workspace.streams.position("anapec")
    bundle = SentBundle(
        workspace.ids.uuid7(),
        "anapec",
        position.next_bundle_no,
        kind="delta",
        device_epoch=workspace.device.device_epoch,
        seq_from=1,
        seq_to=position.last_seq,
        manifest_sha256=f"{position.next_bundle_no:064x}",
        prev_manifest_sha256=position.prev_manifest_sha256,
        file_name=f"AF_P0001_{position.next_bundle_no:06d}.zip.age",
        size=1,
        made_at="2026-03-01T10:00:00.000Z",
    )
    workspace.outbox.record_bundle(bundle)
    item = ReceiptItem(ItemSeverity.WARNING, "value.x", "", record_id, path, value, f"Voir {value}", value)
    head = ConflictHead(record_id, path, workspace.ids.uuid7(), value, value, "P0002", "b", bundle.made_at)
    receipt = Receipt(
        position.last_receipt_no + 1,
        bundle.bundle_id,
        "anapec",
        status="applied",
        ack_seq=position.last_seq,
        manifest_sha256=bundle.manifest_sha256,
        issued_at=bundle.made_at,
        items=(item,),
        conflicts=(head,),
    )
    workspace.receive(receipt)


def planted(workspace, secret=SECRET):
    """Return a record with a secret everywhere: answers old and new, dormant, computed, title, undo, search, files,
    documents, receipts, reasons of acts, and a backup of each moment."""
    photo = workspace.attachments.add(b"\x89PNG\r\n\x1a\n" + secret.encode(), "image/png", extension="png")
    record = filled(workspace, f"{secret} un", tel=secret, photo=f"{photo}.png")
    workspace.records.list(query=secret)
    workspace.backups.make()
    opened = reopen_record(workspace, record, reason="visite")
    answer(workspace, opened, "note", f"{secret} dormante")
    answer(workspace, opened, "ouvert", "non")
    answer(workspace, opened, "nom", f"{secret} deux")
    answer(workspace, opened, "contact[1]/tel", f"{secret} 2")
    assert finalise_record(workspace, opened).is_done
    keep_document(workspace, record, f"{secret} imprimé")
    answer_of_centre(workspace, record, path_of(workspace, record, "tel"), secret)
    opened = reopen_record(workspace, record, reason="suite")
    answer(workspace, opened, "ville", f"{secret} tapé")
    answer(workspace, opened, "ville", f"{secret} défait")
    undo_step(workspace, opened)
    workspace.records.update(record, reason=f"vu avec {secret}")
    workspace.records.list(query=secret)
    workspace.backups.make()
    return record


def typed(workspace, record_id, path, value):
    workspace.drafts.append(record_id, [Edit(path, None, value)], actor_id=workspace.actor.actor_id)
