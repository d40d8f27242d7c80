import io
import os
import subprocess
from datetime import UTC, datetime, timedelta

import pikepdf
import pypdfium2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.signing.certificates import Role, Subject, certificate_to_pem, make_authority, self_signed
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import new_signing_key
from fieldapp.signing.pades import SealStamp, sign_pdf, verify_pdf
from tests.signing.conftest import AT, DEVICE, enrolled

BOX = (300, 60, 540, 130)


def page(text="Fiche", size=(595, 842), colour="0 0 0"):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=size)
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    content = f"{colour} rg 0 0 {size[0]} 12 re f 0 0 0 rg BT /F 12 Tf 20 30 Td ({text}) Tj ET"
    pdf.pages[0].Contents = pdf.make_stream(content.encode())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, force_version="1.7")
    return out.getvalue()


PDF = page()
STAMP = SealStamp(page("Cachet", size=(240, 70), colour="1 0 0"), on_page=-1, box=BOX)


def rsa_identity(authority, at):
    """A person's RSA certificate, as a public authority would deliver it in a PKCS#12 file."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Présidente de l'association")])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(authority.certificate.subject)
    builder = builder.serial_number(77).not_valid_before(at - timedelta(days=1)).public_key(key.public_key())
    builder = builder.not_valid_after(at + timedelta(days=90)).add_extension(usage, critical=True)
    return Identity(builder.sign(authority.key, hashes.SHA256()), key, (authority.certificate,))


def test_a_seal_says_who_when_and_that_nothing_changed(laptop, authority):
    [seal] = verify_pdf(sign_pdf(PDF, laptop, at=AT, reason="Fiche vérifiée"), [authority.certificate], at=AT)
    assert (seal.signer_name, seal.at) == ("Poste Béni Mellal", AT)
    assert seal.is_intact
    assert seal.is_trusted
    assert seal.covers_whole_file


def test_it_is_a_pades_signature_and_the_pdf_keeps_its_version(laptop):
    signed = sign_pdf(PDF, laptop, at=AT, reason="Fiche vérifiée", location="Béni Mellal")
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        value = pdf.Root.AcroForm.Fields[0].V
        assert (value.SubFilter, str(value.Location)) == ("/ETSI.CAdES.detached", "Béni Mellal")
        assert pdf.pdf_version == "1.7"
        assert pdf.Root.Extensions.keys() == {"/ESIC"}


def test_two_signers_one_after_the_other_both_hold(laptop, authority):
    once = sign_pdf(PDF, rsa_identity(authority, AT), at=AT, reason="Lu et approuvé", stamp=STAMP)
    twice = sign_pdf(once, laptop, at=AT, reason="Fiche vérifiée")
    seals = verify_pdf(twice, [authority.certificate], at=AT)
    assert [seal.is_intact and seal.is_trusted for seal in seals] == [True, True]
    assert [seal.covers_whole_file for seal in seals] == [False, True]


def test_a_laptop_that_is_not_enrolled_seals_without_being_vouched_for(authority):
    key = new_signing_key()
    seal = self_signed(key, Subject(DEVICE, "Poste", Role.POSTE), at=AT)
    signed = sign_pdf(PDF, Identity(seal, key), at=AT, reason="")
    [checked] = verify_pdf(signed, [authority.certificate], at=AT)
    assert checked.is_intact
    assert not checked.is_trusted


def test_an_expired_signer_is_no_longer_vouched_for(laptop, authority):
    signed = sign_pdf(PDF, laptop, at=AT, reason="")
    [checked] = verify_pdf(signed, [authority.certificate], at=AT + timedelta(days=500))
    assert (checked.is_intact, checked.is_trusted) == (True, False)


def test_a_changed_byte_is_found(laptop, authority):
    signed = sign_pdf(PDF, laptop, at=AT, reason="")
    where = signed.index(b"/MediaBox")
    broken = signed[:where] + b"/mediaBox" + signed[where + 9 :]
    [checked] = verify_pdf(broken, [authority.certificate], at=AT)
    assert not checked.is_intact


def test_a_page_changed_in_an_update_is_found(laptop, authority):
    """The signed bytes stay, a later revision draws over them: a reader shows other text."""
    from pyhanko.pdf_utils.generic import StreamObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(sign_pdf(PDF, laptop, at=AT, reason="")))
    writer.add_stream_to_page(0, writer.add_object(StreamObject(stream_data=b"0 0 500 500 re f")))
    out = io.BytesIO()
    writer.write(out)
    [checked] = verify_pdf(out.getvalue(), [authority.certificate], at=AT)
    assert not checked.is_intact
    assert not checked.covers_whole_file


def test_the_stamp_is_seen_where_it_was_put(laptop):
    signed = sign_pdf(PDF, laptop, at=AT, reason="", stamp=STAMP)
    document = pypdfium2.PdfDocument(signed)
    document.init_forms()
    image = document[0].render(may_draw_forms=True).to_pil().convert("RGB")
    assert image.getpixel((420, 842 - 66)) == (255, 0, 0)
    assert image.getpixel((420, 842 - 100)) == (255, 255, 255)


def test_a_pdf_without_seals_has_none(authority):
    assert verify_pdf(PDF, [authority.certificate], at=AT) == []


@pytest.fixture(scope="module")
def sealed_now(tmp_path_factory):
    """A folder with an NSS database that knows the authority, at the real time, which pdfsig reads."""
    folder, now = tmp_path_factory.mktemp("nss"), datetime.now(UTC)
    authority = make_authority("AC fieldapp", at=now)
    (folder / "ca.pem").write_bytes(certificate_to_pem(authority.certificate))
    for command in ("certutil -N -d . --empty-password", "certutil -A -d . -n ca -t CT,CT,CT -i ca.pem"):
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    once = sign_pdf(PDF, enrolled(authority, at=now), at=now, reason="Fiche vérifiée", stamp=STAMP)
    both = sign_pdf(once, rsa_identity(authority, now), at=now, reason="Lu et approuvé")
    (folder / "once.pdf").write_bytes(once)
    (folder / "both.pdf").write_bytes(both)
    (folder / "bad.pdf").write_bytes(once.replace(b"/MediaBox", b"/mediaBox", 1))
    return folder


def pdfsig(folder, name):
    command = ["pdfsig", "-nssdir", str(folder), name]
    out = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"}
    )
    return out.stdout


@pytest.mark.parametrize(("name", "count"), [("once.pdf", 1), ("both.pdf", 2)])
def test_pdfsig_finds_the_seals_valid_and_trusted(sealed_now, name, count):
    report = pdfsig(sealed_now, name)
    assert report.count("Signature Validation: Signature is Valid.") == count
    assert report.count("Certificate Validation: Certificate is Trusted.") == count
    assert "ETSI.CAdES.detached" in report


def test_pdfsig_finds_the_change(sealed_now):
    assert "Signature is Valid" not in pdfsig(sealed_now, "bad.pdf")


@given(
    garbage=st.one_of(st.binary(max_size=200), st.binary(max_size=200).map(lambda tail: b"%PDF-1.7\n" + tail))
)
def test_garbage_is_a_damaged_pdf(laptop, authority, garbage):
    with pytest.raises(KnownError, match=r"pdf\.damaged"):
        verify_pdf(garbage, [authority.certificate], at=AT)
    with pytest.raises(KnownError, match=r"pdf\.damaged"):
        sign_pdf(garbage, laptop, at=AT, reason="")


def test_an_encrypted_pdf_is_said_to_be_encrypted(laptop):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="x"))
    with pytest.raises(KnownError, match=r"pdf\.encrypted"):
        sign_pdf(out.getvalue(), laptop, at=AT, reason="")


@pytest.fixture(scope="module")
def sealed(laptop):
    return sign_pdf(PDF, laptop, at=AT, reason="Fiche vérifiée", stamp=STAMP)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_changed_byte_goes_unseen(sealed, authority, data):
    place = data.draw(st.integers(0, len(sealed) - 1))
    broken = bytearray(sealed)
    broken[place] ^= data.draw(st.integers(1, 255))
    try:
        seals = verify_pdf(bytes(broken), [authority.certificate], at=AT)
    except KnownError:
        return
    # A digit's case, or the padding after the signature, may change: nothing that is signed.
    in_signature = sealed.index(b"/Contents <") < place < sealed.index(b"/ByteRange")
    assert in_signature or not any(seal.is_intact for seal in seals)


@settings(max_examples=40, deadline=None)
@given(cut=st.floats(0, 1))
def test_a_truncated_file_is_damaged_or_has_no_seal_that_holds(sealed, authority, cut):
    try:
        seals = verify_pdf(sealed[: int(cut * (len(sealed) - 1))], [authority.certificate], at=AT)
    except KnownError:
        return
    assert not any(seal.covers_whole_file for seal in seals)
