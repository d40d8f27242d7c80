import subprocess

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.signing.identity import pkcs12_identity
from tests.signing.conftest import AT

PASSWORD = "mot de passe d'été"


def packed(key, certificate, others=(), password=PASSWORD):
    encryption = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"x", key, certificate, list(others), encryption)


@pytest.fixture(scope="module")
def file(laptop, authority):
    return packed(laptop.key, laptop.certificate, [authority.certificate])


def test_a_pkcs12_file_gives_certificate_key_and_chain(file, laptop, authority):
    identity = pkcs12_identity(file, PASSWORD)
    assert identity.certificate == laptop.certificate
    assert identity.chain == (authority.certificate,)
    assert identity.key.public_key() == laptop.key.public_key()


def test_a_key_is_never_shown(laptop):
    assert "key=" not in repr(laptop)


@pytest.mark.parametrize("password", ["", "mot de passe", PASSWORD + " "])
def test_another_password_is_said_to_be_wrong(file, password):
    with pytest.raises(KnownError, match=r"signing\.wrong_password"):
        pkcs12_identity(file, password)


def test_a_file_that_openssl_made_in_the_old_way_is_read(tmp_path):
    make = "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 30 -subj /CN=Barid"
    pack = "openssl pkcs12 -export -inkey k.pem -in c.pem -out f.p12 -passout pass:secret "
    pack += "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1"
    for command in (make, pack):
        subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)
    identity = pkcs12_identity((tmp_path / "f.p12").read_bytes(), "secret")
    assert isinstance(identity.key, rsa.RSAPrivateKey)


@pytest.mark.parametrize("key", [rsa.generate_private_key(65537, 1024), ed25519.Ed25519PrivateKey.generate()])
def test_a_key_that_makes_no_seal_is_refused(key):
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1)
    builder = builder.not_valid_before(AT).not_valid_after(AT).public_key(key.public_key())
    digest = None if isinstance(key, ed25519.Ed25519PrivateKey) else x509.base.hashes.SHA256()
    with pytest.raises(KnownError, match=r"bad_pkcs12.*key_type"):
        pkcs12_identity(packed(key, builder.sign(key, digest)), PASSWORD)


def test_a_file_without_a_key_is_refused(laptop):
    with pytest.raises(KnownError, match=r"bad_pkcs12.*no_key"):
        pkcs12_identity(packed(None, None, [laptop.certificate]), PASSWORD)


@given(garbage=st.binary(max_size=300))
def test_garbage_is_no_pkcs12(garbage):
    for data in (garbage, b"\x30" + garbage, b"\x30\x82\x01\x00" + garbage):
        with pytest.raises(KnownError, match=r"signing\.bad_pkcs12"):
            pkcs12_identity(data, PASSWORD)


@pytest.fixture(scope="module")
def quick_file(laptop):
    algorithm = pkcs12.PBES.PBESv2SHA256AndAES256CBC
    builder = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1).key_cert_algorithm(algorithm)
    return pkcs12.serialize_key_and_certificates(
        b"x", laptop.key, laptop.certificate, None, builder.build(PASSWORD.encode())
    )


@settings(max_examples=150)
@given(data=st.data())
def test_a_changed_byte_gives_a_known_error_or_the_same_key(quick_file, laptop, data):
    broken = bytearray(quick_file)
    broken[data.draw(st.integers(0, len(broken) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        identity = pkcs12_identity(bytes(broken), PASSWORD)
    except KnownError:
        return
    assert identity.key.public_key() == laptop.key.public_key()


def test_a_file_that_is_not_quite_der_is_read_as_well(quick_file, laptop):
    broken = bytearray(quick_file)
    broken[6] ^= 0x80
    assert pkcs12_identity(bytes(broken), PASSWORD).key.public_key() == laptop.key.public_key()
