from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.signing.certificates import (
    Role,
    Subject,
    certificate_from_pem,
    certificate_to_pem,
    device_of,
    issue,
    key_id_of,
    make_authority,
    make_request,
    name_of,
    request_from_pem,
    request_to_pem,
    role_of,
    self_signed,
)
from fieldapp.signing.keys import key_from_pem, key_to_pem, new_age_identity, new_signing_key, random_key
from tests.signing.conftest import AT, DEVICE


def test_the_authority_decides_the_role_whatever_the_request_asks(authority):
    request = make_request(new_signing_key(), Subject(DEVICE, "Poste", Role.CENTRAL))
    certificate = issue(authority, request, role=Role.POSTE, at=AT, days=30)
    assert (role_of(certificate), device_of(certificate), name_of(certificate)) == (
        Role.POSTE,
        DEVICE,
        "Poste",
    )


def test_a_certificate_never_outlives_its_authority():
    authority = make_authority("AC", at=AT, years=1)
    request = make_request(new_signing_key(), Subject(DEVICE, "Poste", Role.POSTE))
    certificate = issue(authority, request, role=Role.POSTE, at=AT, days=4000)
    assert certificate.not_valid_after_utc == authority.certificate.not_valid_after_utc


def test_certificates_requests_and_keys_come_back_from_pem(laptop):
    request = make_request(laptop.key, Subject(DEVICE, "Poste", Role.POSTE))
    assert certificate_from_pem(certificate_to_pem(laptop.certificate)) == laptop.certificate
    assert request_from_pem(request_to_pem(request)) == request
    assert key_from_pem(key_to_pem(laptop.key)).public_key() == laptop.key.public_key()


def test_a_laptop_makes_its_own_seal_before_it_is_enrolled():
    key = new_signing_key()
    seal = self_signed(key, Subject(DEVICE, "Poste", Role.POSTE), at=AT)
    seal.verify_directly_issued_by(seal)
    assert seal.not_valid_after_utc > AT + timedelta(days=3650)


def test_a_request_with_another_kind_of_key_is_refused(authority):
    key = rsa.generate_private_key(65537, 2048)
    name = make_request(new_signing_key(), Subject(DEVICE, "Poste", Role.POSTE)).subject
    request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, hashes.SHA256())
    with pytest.raises(KnownError, match=r"signing\.bad_request"):
        issue(authority, request, role=Role.POSTE, at=AT, days=1)


@pytest.mark.parametrize("read", [certificate_from_pem, request_from_pem, key_from_pem])
@given(garbage=st.binary(max_size=200))
def test_garbage_is_refused_with_a_code(read, garbage):
    armoured = b"-----BEGIN CERTIFICATE-----\n" + garbage + b"\n-----END CERTIFICATE-----\n"
    for text in (garbage, armoured):
        with pytest.raises(KnownError, match=r"signing\.bad_"):
            read(text)


def test_the_authority_itself_names_no_device(authority):
    for read in (role_of, device_of):
        with pytest.raises(KnownError, match=r"signing\.bad_certificate"):
            read(authority.certificate)


def test_a_key_id_is_the_digest_of_the_certificate(laptop):
    assert key_id_of(laptop.certificate) == laptop.certificate.fingerprint(hashes.SHA256()).hex()


def test_secrets_are_fresh_and_never_shown():
    assert len(random_key()) == 32
    assert random_key() != random_key()
    identity = new_age_identity()
    assert identity.secret not in repr(identity)
