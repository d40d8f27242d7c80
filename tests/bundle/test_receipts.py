"""A receipt says what became of a bundle; only the centre can give one, and only the laptop it is for takes it."""

from dataclasses import replace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import ReceiptContent, ReceiptStatus, SealedBundle
from fieldapp.bundle.receipts import open_receipt, write_receipt
from fieldapp.records.receipt import ConflictHead, ItemSeverity, ReceiptItem
from tests.bundle.samples import AT, LAPTOP, OTHER_LAPTOP, RECORD, bundle_id, change_id
from tests.bundle.tamper import Opened

CONTENT = ReceiptContent(
    receipt_no=39,
    bundle_id=bundle_id(42),
    bundle_no=42,
    device_id=LAPTOP,
    device_code="P0007",
    stream="anapec",
    status=ReceiptStatus.PARTIAL,
    manifest_sha256="cd" * 32,
    ack_seq=12,
    need_from_seq=13,
    received_at="2026-11-23T08:00:00.000Z",
    items=(
        ReceiptItem(
            severity=ItemSeverity.ERROR,
            code="value.bad_phone",
            change_id=change_id(1),
            record_id=RECORD,
            path="contacts/contact/tel",
            value="06 12",
            advice_fr="Corrigez le numéro, puis envoyez de nouveau.",
            advice_ar="صحّحوا الرقم ثم أعيدوا الإرسال.",
        ),
        ReceiptItem(ItemSeverity.INFO, "bundle.late"),
    ),
    conflicts=(
        ConflictHead(
            RECORD, "identite/nom", change_id(1), "A", None, "P0007", "actor-1", "2026-11-22T09:00:00.000Z"
        ),
        ConflictHead(
            RECORD, "identite/nom", change_id(9), None, None, "P0008", "actor-2", "2026-11-22T09:05:00.000Z"
        ),
    ),
)


def given(people, content=CONTENT, **facts):
    defaults = {
        "identity": people.central,
        "recipients": [people.laptop_age.recipient],
        "bundle_id": bundle_id(900),
    }
    return write_receipt(content, at=AT, **(defaults | facts))


def taken(people, sealed, device_id=LAPTOP):
    return open_receipt(
        SealedBundle(sealed.data),
        identities=[people.laptop_age.secret],
        trust=people.trust,
        device_id=device_id,
        at=AT,
    )


def test_a_receipt_is_read_as_it_was_given(people):
    receipt = taken(people, given(people))
    assert receipt.content == CONTENT
    assert receipt.signer.role == "central"


def test_its_name_tells_which_bundle_it_answers(people):
    assert given(people).name == "AF_RECU_P0007_000042.zip.age"


def test_the_same_receipt_given_again_is_recognised(people):
    assert given(people).manifest_sha256 == given(people).manifest_sha256


@pytest.mark.parametrize("who", ["laptop", "lead", "other_laptop"])
def test_a_receipt_signed_by_a_laptop_is_refused(people, who):
    with pytest.raises(KnownError, match=r"bundle\.wrong_role"):
        taken(people, given(people, identity=getattr(people, who)))


def test_a_receipt_for_another_laptop_is_refused(people):
    with pytest.raises(KnownError, match=r"bundle\.other_recipient"):
        taken(people, given(people), device_id=OTHER_LAPTOP)


def test_a_bundle_of_changes_is_no_receipt(people, sealed):
    with pytest.raises(KnownError, match=r"bundle\.wrong_kind"):
        taken(people, sealed)


def test_a_receipt_by_a_stranger_is_refused(people):
    with pytest.raises(KnownError, match=r"bundle\.unknown_signer"):
        taken(people, given(people, identity=people.stranger))


@pytest.mark.parametrize("facts", [{"need_from_seq": 40}, {"receipt_no": 40}, {"device_id": OTHER_LAPTOP}])
def test_a_receipt_that_does_not_hold_together_is_refused(people, facts):
    sealed = given(people, replace(CONTENT, **{"device_id": LAPTOP} | facts))
    opened = Opened.of(sealed.data, people.laptop_age.secret)
    opened.sync(recipient=LAPTOP, bundle_no=39)
    opened.resign(people.central, at=AT)
    with pytest.raises(KnownError, match=r"bundle\.receipt_damaged"):
        taken(people, opened.seal([people.laptop_age.recipient]))


def test_a_receipt_without_its_row_is_refused(people):
    opened = Opened.of(given(people).data, people.laptop_age.secret)
    opened.put_csv("receipt", opened.csv("receipt")[:1])
    opened.resign(people.central, at=AT)
    with pytest.raises(KnownError, match=r"bundle\.receipt_damaged"):
        taken(people, opened.seal([people.laptop_age.recipient]))


def test_an_unknown_status_is_refused(people):
    opened = Opened.of(given(people).data, people.laptop_age.secret)
    opened.edit_csv("receipt", ",partial,", ",lost,")
    opened.resign(people.central, at=AT)
    with pytest.raises(KnownError, match=r"bundle\.unknown_status"):
        taken(people, opened.seal([people.laptop_age.recipient]))
