"""No answer is lost: the receipt of a refusal is kept like any other, and never lies over another."""

from fieldapp.bundle.content import ReceiptStatus
from fieldapp.central import schema
from tests.central.laptops import Laptop
from tests.central.looks import rows


def send(centre, sealed):
    return centre.import_data(sealed.data, name=sealed.name)


def gap(centre, laptop):
    laptop.create({"nom": "AMPF"})
    laptop.create({"nom": "ALCS"})
    return send(centre, laptop.bundle(seq_from=2))


def test_the_receipt_of_a_refusal_is_kept_and_found_again(any_centre):
    laptop = Laptop().enrol(any_centre)
    refused = gap(any_centre, laptop)
    assert any_centre.receipts_for(refused.bundle_id) == [refused.receipt]
    assert any_centre.latest_receipts() == [refused.receipt]
    assert laptop.open(any_centre.receipt_for(refused.bundle_id)).status is ReceiptStatus.GAP


def test_a_bundle_refused_again_keeps_its_newest_receipt(centre, laptop):
    laptop.create({"nom": "AMPF"})
    laptop.create({"nom": "ALCS"})
    sealed = laptop.bundle(seq_from=2)
    numbers = [laptop.open(send(centre, sealed).receipt).receipt_no for _ in range(2)]
    assert rows(centre, schema.refusal, "receipt_no") == [(numbers[-1],)]


def test_a_gap_that_was_closed_is_not_among_the_newest_any_longer(centre, laptop):
    refused = gap(centre, laptop)
    applied = send(centre, laptop.bundle())
    assert centre.latest_receipts() == [applied.receipt]
    assert centre.receipt_for(refused.bundle_id) == refused.receipt


def test_a_fork_stays_to_be_told_though_the_other_laptop_goes_on(centre, laptop):
    laptop.create({"nom": "AMPF"})
    clone = laptop.clone()
    first = send(centre, laptop.bundle())
    clone.create({"nom": "ALCS"})
    forked = send(centre, clone.bundle(bundle_id=first.bundle_id))
    assert forked.receipt.name != first.receipt.name
    assert centre.receipts_for(first.bundle_id) == [first.receipt, forked.receipt]
    laptop.create({"nom": "Caritas"})
    later = send(centre, laptop.bundle())
    assert centre.latest_receipts() == [later.receipt, forked.receipt]


def test_a_file_nobody_may_answer_leaves_no_receipt(centre, laptop):
    laptop.create({"nom": "AMPF"})
    centre.revoke(laptop.enrolment.device_code)
    assert send(centre, laptop.bundle()).receipt is None
    assert rows(centre, schema.refusal) == []
