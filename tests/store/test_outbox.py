"""Bundles made, receipts received, and how far a record came, computed from both."""

from dataclasses import replace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.receipt import ConflictHead, ItemSeverity, ReceiptItem
from fieldapp.store import Receipt, SentBundle
from fieldapp.usecases.what_to_do import Look, to_correct
from tests.store.given import FICHE


@pytest.fixture
def revise(workspace, draft):
    """Return what writes a revision of the draft."""

    def act(name, record=draft):
        if not workspace.records.get(record).is_draft:
            workspace.reopen(record, reason="visite")
        workspace.finalise(record, definition=FICHE, final_answers={"nom": name}, beside={}, title=name)

    return act


@pytest.fixture
def send(workspace):
    """Return what makes the next bundle."""

    def act():
        position = workspace.streams.position("anapec")
        number = position.next_bundle_no
        bundle = SentBundle(
            bundle_id=f"b{number}",
            stream="anapec",
            bundle_no=number,
            kind="delta",
            device_epoch=workspace.device.device_epoch,
            seq_from=position.acknowledged_seq + 1,
            seq_to=position.last_seq,
            manifest_sha256=f"{number:064x}",
            prev_manifest_sha256=position.prev_manifest_sha256,
            file_name=f"AF_P0007_{number:06}.zip.age",
            size=1_000,
            made_at="2026-03-01T09:00:00.000Z",
        )
        workspace.outbox.record_bundle(bundle)
        return bundle

    return act


def receipt(bundle, number=1, status="applied", **more):
    ack = bundle.seq_to if status in ("applied", "partial") else bundle.seq_from - 1
    answer = Receipt(
        number, bundle.bundle_id, bundle.stream, status, ack, bundle.manifest_sha256, "2026-03-02"
    )
    return replace(answer, **more)


def error(record_id):
    return ReceiptItem(
        ItemSeverity.ERROR,
        "phone.bad",
        record_id=record_id,
        path="tel",
        advice_fr="Corrigez",
        advice_ar="صحح",
    )


def conflict(record_id):
    return ConflictHead(record_id, "nom", "c1", "A", None, "P0008", "a2", "2026-03-01")


def test_bundles_are_numbered_and_chained(workspace, revise, send):
    revise("A")
    first, second = send(), send()
    assert (first.prev_manifest_sha256, second.prev_manifest_sha256) == ("0" * 64, first.manifest_sha256)
    assert workspace.outbox.bundles() == [first, second]


def test_without_a_receipt_the_next_bundle_carries_everything_again(revise, send):
    revise("A")
    send()
    revise("B")
    assert (send().seq_from, send().seq_to) == (1, 2)


def test_after_a_receipt_only_what_is_new_travels(workspace, revise, send):
    revise("A")
    workspace.receive(receipt(send()))
    revise("B")
    assert workspace.streams.position("anapec").is_pending
    assert (send().seq_from, send().seq_to) == (2, 2)


def test_the_last_receipt_decides_even_when_it_takes_back(workspace, revise, send):
    revise("A")
    workspace.receive(receipt(send()))
    revise("B")
    workspace.receive(receipt(send(), 2, "gap", ack_seq=0, need_from_seq=1))
    assert workspace.streams.position("anapec").acknowledged_seq == 0


def test_a_receipt_is_kept_with_its_items_and_conflicts(workspace, draft, revise, send):
    revise("A")
    answer = receipt(send(), items=(error(draft),), conflicts=(conflict(draft),))
    assert workspace.receive(answer)
    assert workspace.outbox.receipts() == [answer]
    assert workspace.streams.position("anapec").last_receipt_no == 1


def test_the_same_receipt_again_changes_nothing(workspace, draft, revise, send):
    revise("A")
    answer = receipt(send(), items=(error(draft),))
    assert [workspace.receive(answer), workspace.receive(answer)] == [True, False]
    assert workspace.outbox.receipts() == [answer]


def test_an_older_receipt_is_refused(workspace, revise, send):
    revise("A")
    first, second = send(), send()
    workspace.receive(receipt(second, 2))
    with pytest.raises(KnownError, match=r"receipt\.older"):
        workspace.receive(receipt(first, 1))


def test_a_receipt_for_a_bundle_not_ours_is_refused(workspace, revise, send):
    revise("A")
    bundle = send()
    with pytest.raises(KnownError, match=r"receipt\.unknown_bundle"):
        workspace.receive(replace(receipt(bundle), bundle_id="x"))
    with pytest.raises(KnownError, match=r"receipt\.other_bundle"):
        workspace.receive(replace(receipt(bundle), manifest_sha256="f" * 64))


def test_a_record_is_local_then_exported_then_applied(workspace, draft, revise, send):
    seen = [workspace.transmission(draft)]
    revise("A")
    seen.append(workspace.transmission(draft))
    bundle = send()
    seen.append(workspace.transmission(draft))
    workspace.receive(receipt(bundle))
    seen.append(workspace.transmission(draft))
    assert seen == ["local", "local", "exported", "applied"]


def test_a_new_revision_is_local_again(workspace, draft, revise, send):
    revise("A")
    workspace.receive(receipt(send()))
    revise("B")
    assert workspace.transmission(draft) == "local"


@pytest.mark.parametrize(
    ("status", "items", "conflicts", "expected"),
    [
        ("applied", False, False, "applied"),
        ("partial", False, False, "applied"),
        ("partial", True, False, "to_correct"),
        ("applied", False, True, "discussion"),
        ("partial", True, True, "to_correct"),
        ("gap", False, False, "received"),
        ("fork", False, False, "received"),
        ("refused", True, False, "received"),
    ],
)
def test_each_answer_of_the_centre(workspace, draft, revise, send, *, status, items, conflicts, expected):
    revise("A")
    more = {
        "items": (error(draft),) if items else (),
        "conflicts": (conflict(draft),) if conflicts else (),
    }
    workspace.receive(receipt(send(), status=status, **more))
    assert workspace.transmission(draft) == expected


def test_a_fault_of_one_record_says_nothing_of_another(workspace, draft, revise, send):
    other = workspace.start_draft(FICHE).record_id
    revise("A")
    revise("B", other)
    workspace.receive(receipt(send(), status="partial", items=(error(other),)))
    assert workspace.outbox.transmissions([draft, other]) == {draft: "applied", other: "to_correct"}


def test_a_correction_is_applied_by_its_own_receipt(workspace, draft, revise, send):
    revise("A")
    workspace.receive(receipt(send(), status="partial", items=(error(draft),)))
    revise("B")
    workspace.receive(receipt(send(), 2))
    assert workspace.transmission(draft) == "applied"


def test_a_conflict_told_later_opens_the_discussion(workspace, draft, revise, send):
    other = workspace.start_draft(FICHE).record_id
    revise("A")
    workspace.receive(receipt(send()))
    revise("B", other)
    workspace.receive(receipt(send(), 2, conflicts=(conflict(draft),)))
    assert workspace.outbox.transmissions([draft, other]) == {draft: "discussion", other: "applied"}


def test_a_fork_begins_a_new_epoch_in_which_everything_travels_again(workspace, revise, send):
    revise("A")
    first = send()
    workspace.receive(receipt(first))
    revise("B")
    forked = send()
    workspace.receive(receipt(forked, 2, status="fork", ack_seq=99))
    position = workspace.streams.position("anapec")
    assert workspace.device.device_epoch != first.device_epoch
    assert (position.acknowledged_seq, position.next_bundle_no, position.is_pending) == (0, 1, True)


def test_the_receipt_of_a_fork_that_was_mended_begins_no_other_epoch(workspace, revise, send):
    revise("A")
    first, second = send(), send()
    workspace.receive(receipt(first, 1, status="fork"))
    epoch = workspace.device.device_epoch
    workspace.receive(receipt(second, 2, status="fork"))
    assert workspace.device.device_epoch == epoch


def test_records_that_some_receipt_disputes_are_named_once(workspace, draft, revise, send):
    revise("Amal")
    assert workspace.outbox.disputed() == []
    workspace.receive(receipt(send(), items=(error(draft),), conflicts=(conflict(draft),)))
    assert workspace.outbox.disputed() == [draft]


def test_what_the_centre_asks_to_correct_waits_until_a_receipt_takes_it(workspace, draft, revise, send):
    look = Look(workspace, (), "fr")
    revise("Amal")
    workspace.receive(receipt(send(), items=(error(draft),)))
    assert [row.record_id for row in to_correct(look).rows] == [draft]
    revise("Amal et Nour")
    workspace.receive(receipt(send(), 2))
    assert to_correct(look).count == 0


def test_records_between_two_numbers_are_counted_once(workspace, revise):
    revise("Amal")
    revise("Amal et Nour")
    assert workspace.streams.count_between("anapec", 1, 2) == 1
    assert workspace.streams.count_between("anapec", 3, 2) == 0
