"""Bad bundles, group "file and crypto": each refused with its own code before anything inside is believed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.bundle import limits
from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.manifest import MANIFEST, SIGNATURE
from fieldapp.bundle.reader import open_bundle
from fieldapp.signing.certificates import Role
from fieldapp.signing.keys import new_age_identity
from fieldapp.signing.trust import TrustStore
from tests.bundle.opening import open_as_centre, refusal
from tests.bundle.samples import AT, LAPTOP, RECIPIENT, member, with_header, write
from tests.bundle.signatures import embed_content, sign_twice

SEALED_CASES = {
    "empty": ("bundle.empty", lambda data: b""),
    "something_else": ("bundle.not_a_bundle", lambda data: b"%PDF-1.7 not for you at all"),
    "cut_short": ("age.damaged", lambda data: data[:-100]),
    "byte_changed": ("age.damaged", lambda data: data[:-200] + bytes([data[-200] ^ 1]) + data[-199:]),
    "bytes_appended": ("age.damaged", lambda data: data + b"more"),
    "plain_zip": ("bundle.not_encrypted", lambda data: b"PK\x03\x04" + data),
}


@pytest.mark.parametrize(("code", "spoil"), SEALED_CASES.values(), ids=SEALED_CASES)
def test_a_spoilt_file_is_refused(people, sealed, code, spoil):
    assert refusal(people, SealedBundle(spoil(sealed.data))) == code


def test_a_file_too_large_is_refused_before_it_is_decrypted(people, monkeypatch, sealed):
    monkeypatch.setattr(limits, "OUTER_BYTES", 1000)
    assert refusal(people, SealedBundle(sealed.data)) == "bundle.too_large"


def test_another_key_does_not_open_it(people, sealed):
    with pytest.raises(KnownError, match=r"age\.not_for_us"):
        open_bundle(
            SealedBundle(sealed.data),
            identities=[new_age_identity().secret],
            trust=people.trust,
            recipient=RECIPIENT,
            at=AT,
        )


def unsigned(opened, people):
    del opened.entries[SIGNATURE]


def manifest_changed(opened, people):
    opened.entries[MANIFEST] = opened.entries[MANIFEST].replace(b"P0007", b"P0008")


def signature_is_no_signature(opened, people):
    opened.entries[SIGNATURE] = b"0\x03\x02\x01\x01"


def huge_signature(opened, people):
    opened.entries[SIGNATURE] = b"\x30" * (limits.SIGNATURE_BYTES + 1)


def csv_changed(opened, people):
    opened.edit_csv("change", "actor-1", "actor-2")


def csv_grew(opened, people):
    opened.put_csv("change", [*opened.csv("change"), "one,more"])


def embedded(opened, people):
    opened.entries[SIGNATURE] = embed_content(opened.entries[SIGNATURE], opened.entries[MANIFEST])


def two_signers(opened, people):
    opened.entries[SIGNATURE] = sign_twice(opened.entries[SIGNATURE])


def another_laptop(opened, people):
    opened.resign(people.other_laptop, at=AT)


def another_laptop_with_its_own_digest_left_out(opened, people):
    opened.sign(people.other_laptop, at=AT)


def unknown_authority(opened, people):
    opened.resign(people.stranger, at=AT)


def expired(opened, people):
    identity = member(people.authority, LAPTOP, Role.POSTE, at=AT - timedelta(days=30), days=20)
    opened.resign(identity, at=AT)


def centre_as_laptop(opened, people):
    opened.sync(device_id="0197a000-0000-7000-8000-00000000c0de")
    opened.resign(people.central, at=AT)


SIGNED_CASES = [
    ("bundle.no_signature", unsigned),
    ("bundle.signature_broken", manifest_changed),
    ("bundle.signature_damaged", signature_is_no_signature),
    ("bundle.signature_damaged", huge_signature),
    ("bundle.hash_differs", csv_changed),
    ("bundle.size_differs", csv_grew),
    ("bundle.embedded_content", embedded),
    ("bundle.two_signers", two_signers),
    ("bundle.device_differs", another_laptop),
    ("bundle.signer_differs", another_laptop_with_its_own_digest_left_out),
    ("bundle.unknown_signer", unknown_authority),
    ("bundle.signer_expired", expired),
    ("bundle.wrong_role", centre_as_laptop),
]


@pytest.mark.parametrize(("code", "tamper"), SIGNED_CASES, ids=lambda case: getattr(case, "__name__", case))
def test_a_tampered_bundle_is_refused(people, opened, code, tamper):
    tamper(opened, people)
    assert refusal(people, opened.seal(people.recipients)) == code


def test_a_revoked_laptop_is_refused(people, sealed):
    revoked = frozenset({people.laptop.certificate.serial_number})
    trust = TrustStore((people.authority.certificate,), revoked)
    assert refusal(people, SealedBundle(sealed.data), trust=trust) == "bundle.signer_revoked"


def test_a_bundle_for_another_recipient_cannot_be_sealed_anew_and_passed_on(people):
    other = write(people, with_header(recipient="central-2031"))
    assert refusal(people, SealedBundle(other.data)) == "bundle.other_recipient"


def test_the_untouched_bundle_opens(people, opened):
    bundle = open_as_centre(people, opened.seal(people.recipients))
    assert bundle.signer.device_id == LAPTOP


def test_an_erased_member_of_the_house_cannot_lend_its_name(people, sealed):
    trust = replace(people.trust, authorities=())
    assert refusal(people, SealedBundle(sealed.data), trust=trust) == "bundle.unknown_signer"
