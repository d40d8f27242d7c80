"""In a fresh process, checking before signing does not spoil signing: libraries that learn while they load may."""

import subprocess
import sys

import pikepdf
import pytest

from fieldapp.signing.certificates import certificate_to_pem
from fieldapp.signing.cms import sign_detached
from fieldapp.signing.keys import key_to_pem
from fieldapp.signing.pades import sign_pdf

_BOTH = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from fieldapp.signing.certificates import certificate_from_pem
from fieldapp.signing.cms import sign_detached, verify_detached
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import key_from_pem
from fieldapp.signing.pades import sign_pdf, verify_pdf
from fieldapp.signing.trust import TrustStore

folder, at = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
authority, own = (certificate_from_pem((folder / name).read_bytes()) for name in ("ca.pem", "own.pem"))
identity = Identity(own, key_from_pem((folder / "key.pem").read_bytes()), (authority,))
if sys.argv[3] == "cms":
    verify_detached(b"data", (folder / "data.p7s").read_bytes(), TrustStore((authority,)), at=at)
else:
    assert verify_pdf((folder / "signed.pdf").read_bytes(), [authority], at=at)[0].is_intact
sign_detached(b"data", identity, at=at)
sign_pdf((folder / "plain.pdf").read_bytes(), identity, at=at, reason="Essai")
"""


@pytest.fixture
def plain_pdf(tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "blank.pdf")
    return (tmp_path / "blank.pdf").read_bytes()


def run_after_checking(what, folder, at):
    command = [sys.executable, "-c", _BOTH, str(folder), at.isoformat(), what]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def lay_out(folder, authority, laptop, at, plain):
    (folder / "ca.pem").write_bytes(certificate_to_pem(authority.certificate))
    (folder / "own.pem").write_bytes(certificate_to_pem(laptop.certificate))
    (folder / "key.pem").write_bytes(key_to_pem(laptop.key))
    (folder / "data.p7s").write_bytes(sign_detached(b"data", laptop, at=at))
    (folder / "plain.pdf").write_bytes(plain)
    (folder / "signed.pdf").write_bytes(sign_pdf(plain, laptop, at=at, reason="Essai"))


def test_a_bundle_may_be_checked_before_anything_is_signed(tmp_path, authority, laptop, at, plain_pdf):
    lay_out(tmp_path, authority, laptop, at, plain_pdf)
    assert run_after_checking("cms", tmp_path, at).stderr == ""


def test_a_pdf_may_be_checked_before_anything_is_signed(tmp_path, authority, laptop, at, plain_pdf):
    lay_out(tmp_path, authority, laptop, at, plain_pdf)
    assert run_after_checking("pdf", tmp_path, at).stderr == ""
