import contextlib
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import cms as asn1_cms
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.signing.certificates import Role, Subject, certificate_to_pem, make_authority, self_signed
from fieldapp.signing.cms import sign_detached, verify_detached, verify_holder
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import new_signing_key
from fieldapp.signing.trust import TrustStore
from tests.signing.conftest import AT, DEVICE, enrolled

DATA = b'{"profile": "data-package"}\n' * 100


def test_a_good_signature_says_who_signed(laptop, trust):
    signer = verify_detached(DATA, sign_detached(DATA, laptop, at=AT), trust, at=AT)
    assert (signer.device_id, signer.role) == (DEVICE, Role.POSTE)


def test_openssl_verifies_it_by_hand(tmp_path):
    now = datetime.now(UTC)
    authority = make_authority("AC", at=now)
    laptop = enrolled(authority, at=now)
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "data.p7s").write_bytes(sign_detached(DATA, laptop, at=now))
    (tmp_path / "ca.pem").write_bytes(certificate_to_pem(authority.certificate))
    command = "openssl cms -verify -binary -inform DER -in data.p7s -content data -CAfile ca.pem -out out"
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True)
    assert "successful" in done.stderr
    (tmp_path / "data").write_bytes(DATA + b" ")
    assert subprocess.run(command.split(), cwd=tmp_path, capture_output=True).returncode != 0


def test_other_bytes_break_the_signature(laptop, trust):
    with pytest.raises(KnownError, match=r"bundle\.signature_broken"):
        verify_detached(DATA + b"\n", sign_detached(DATA, laptop, at=AT), trust, at=AT)


def test_a_stranger_is_unknown(trust):
    stranger = enrolled(make_authority("AC fieldapp 2026", at=AT))
    with pytest.raises(KnownError, match=r"bundle\.unknown_signer"):
        verify_detached(DATA, sign_detached(DATA, stranger, at=AT), trust, at=AT)


def test_an_expired_and_a_revoked_signer_are_told_apart(authority, laptop):
    signature = sign_detached(DATA, laptop, at=AT)
    revoked = TrustStore((authority.certificate,), frozenset({laptop.certificate.serial_number}))
    with pytest.raises(KnownError, match=r"bundle\.signer_revoked"):
        verify_detached(DATA, signature, revoked, at=AT)
    with pytest.raises(KnownError, match=r"bundle\.signer_expired"):
        verify_detached(DATA, signature, TrustStore((authority.certificate,)), at=AT + timedelta(days=400))


def with_library(data, *identities, options=()):
    """A signature as another program would make it."""
    builder = pkcs7.PKCS7SignatureBuilder().set_data(data)
    for one in identities:
        builder = builder.add_signer(one.certificate, one.key, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary, *options])


DETACHED = pkcs7.PKCS7Options.DetachedSignature


def test_a_signature_made_by_another_program_is_accepted(laptop, trust):
    assert (
        verify_detached(DATA, with_library(DATA, laptop, options=[DETACHED]), trust, at=AT).device_id
        == DEVICE
    )


def test_two_signers_are_refused(authority, laptop, trust):
    both = with_library(DATA, laptop, enrolled(authority), options=[DETACHED])
    with pytest.raises(KnownError, match=r"bundle\.two_signers"):
        verify_detached(DATA, both, trust, at=AT)


def test_embedded_content_is_refused(laptop, trust):
    with pytest.raises(KnownError, match=r"bundle\.embedded_content"):
        verify_detached(DATA, with_library(DATA, laptop), trust, at=AT)


def test_a_signature_without_signed_attributes_is_refused(laptop, trust):
    bare = with_library(DATA, laptop, options=[DETACHED, pkcs7.PKCS7Options.NoAttributes])
    with pytest.raises(KnownError, match=r"bundle\.signature_damaged"):
        verify_detached(DATA, bare, trust, at=AT)


def test_another_digest_is_refused(laptop, trust):
    builder = pkcs7.PKCS7SignatureBuilder().set_data(DATA)
    builder = builder.add_signer(laptop.certificate, laptop.key, hashes.SHA384())
    der = builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary, DETACHED])
    with pytest.raises(KnownError, match=r"bundle\.signature_algorithm"):
        verify_detached(DATA, der, trust, at=AT)


def test_a_signature_without_its_certificate_is_damaged(laptop, trust):
    bare = with_library(DATA, laptop, options=[DETACHED, pkcs7.PKCS7Options.NoCerts])
    with pytest.raises(KnownError, match=r"bundle\.signature_damaged"):
        verify_detached(DATA, bare, trust, at=AT)


def test_a_certificate_swapped_for_another_is_refused(authority, laptop, trust):
    signed = asn1_cms.ContentInfo.load(sign_detached(DATA, laptop, at=AT))
    other = enrolled(authority).certificate
    only = [asn1_cms.CertificateChoices.load(other.public_bytes(Encoding.DER))]
    signed["content"]["certificates"] = asn1_cms.CertificateSet(only)
    with pytest.raises(KnownError, match=r"bundle\.signature_damaged"):
        verify_detached(DATA, signed.dump(force=True), trust, at=AT)


def test_an_enrolment_request_is_proved_by_its_own_key(laptop):
    key = new_signing_key()
    seal = self_signed(key, Subject(DEVICE, "Poste", Role.POSTE), at=AT)
    signature = sign_detached(DATA, Identity(seal, key), at=AT)
    assert verify_holder(DATA, signature, at=AT) == seal
    with pytest.raises(KnownError, match=r"bundle\.signature_broken"):
        verify_holder(DATA + b" ", signature, at=AT)
    with pytest.raises(KnownError, match=r"bundle\.unknown_signer"):
        verify_holder(DATA, sign_detached(DATA, laptop, at=AT), at=AT)


def test_a_self_signed_certificate_never_signs_a_bundle(trust):
    key = new_signing_key()
    seal = self_signed(key, Subject(DEVICE, "Poste", Role.CENTRAL), at=AT)
    with pytest.raises(KnownError, match=r"bundle\.unknown_signer"):
        verify_detached(DATA, sign_detached(DATA, Identity(seal, key), at=AT), trust, at=AT)


@settings(max_examples=100)
@given(garbage=st.binary(max_size=200))
def test_garbage_is_damaged(authority, garbage):
    with pytest.raises(KnownError, match=r"bundle\.signature_damaged"):
        verify_detached(DATA, garbage, TrustStore((authority.certificate,)), at=AT)


@pytest.fixture(scope="module")
def signature(laptop):
    return sign_detached(DATA, laptop, at=AT)


def test_bytes_appended_are_refused(signature, trust):
    with pytest.raises(KnownError, match=r"bundle\.signature_damaged"):
        verify_detached(DATA, signature + b"\0", trust, at=AT)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_changed_byte_gives_a_known_error_or_the_same_signer(signature, authority, data):
    """A byte outside what is signed (an unused certificate, say) may change; nobody else may be named."""
    broken = bytearray(signature)
    broken[data.draw(st.integers(0, len(signature) - 1))] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(KnownError):
        signer = verify_detached(DATA, bytes(broken), TrustStore((authority.certificate,)), at=AT)
        assert (signer.device_id, signer.role) == (DEVICE, Role.POSTE)
