"""Enrols laptops: a request in, a certificate and a code out; the same request again gets the same answer."""

from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from sqlalchemy import Connection, insert, select

from fieldapp.base.clock import utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.bundle.content import Enrolment, EnrolmentRequest, SealedFile
from fieldapp.bundle.enrolment import VerifiedRequest, write_enrolment
from fieldapp.central import schema
from fieldapp.central.columns import NAME_LENGTH
from fieldapp.central.results import EnrolmentAnswer
from fieldapp.signing.certificates import Authority, Role, certificate_to_pem, issue, request_from_pem
from fieldapp.signing.identity import Identity

LAPTOP_DAYS = 1096
"""Validity of a laptop's certificate, in days: three years, the length of a mission and its follow-up."""


def answer_again(connection: Connection, verified: VerifiedRequest) -> EnrolmentAnswer | None:
    """Return the answer that this request got before; `None` for a new laptop.

    Raises:
        KnownError: `central.device_known`, when the laptop was enrolled with other keys.
    """
    table, request = schema.device, verified.request
    row = connection.execute(select(table).where(table.c.device_id == request.device_id)).one_or_none()
    if row is None:
        return None
    if row.request_sha256 != _fingerprint(request):
        raise KnownError("central.device_known", device=row.device_code)
    return EnrolmentAnswer(row.answer_name, row.answer, row.device_code, verified.words, is_again=True)


def enrol_device(
    connection: Connection,
    verified: VerifiedRequest,
    *,
    authority: Authority,
    identity: Identity,
    role: Role,
    bundle_id: str,
    at: datetime,
) -> EnrolmentAnswer:
    """Issue a certificate and the next free code, keep them, and write the answer."""
    request = verified.request
    asked = request_from_pem(request.request_pem.encode())
    certificate = issue(authority, asked, role=role, at=at, days=LAPTOP_DAYS)
    code = _next_code(connection.scalars(select(schema.device.c.device_code)).all())
    enrolment = _enrolment(connection, request, certificate, code=code)
    sealed = write_enrolment(enrolment, identity=identity, bundle_id=bundle_id, at=at)
    _write_device(connection, request, certificate, sealed=sealed, code=code, role=role, at=at)
    return EnrolmentAnswer(sealed.name, sealed.data, code, verified.words, is_again=False)


def _enrolment(
    connection: Connection, request: EnrolmentRequest, certificate: x509.Certificate, *, code: str
) -> Enrolment:
    centre = connection.execute(select(schema.centre)).one()
    authorities = connection.scalars(
        select(schema.authority.c.certificate).order_by(schema.authority.c.added_at)
    )
    return Enrolment(
        device_id=request.device_id,
        device_code=code,
        certificate_pem=certificate_to_pem(certificate).decode(),
        central_name=centre.recipient,
        central_recipient=centre.age_recipient,
        escrow_recipient=centre.escrow_recipient,
        authorities_pem=tuple(pem.decode() for pem in authorities),
    )


def _write_device(
    connection: Connection,
    request: EnrolmentRequest,
    certificate: x509.Certificate,
    *,
    sealed: SealedFile,
    code: str,
    role: Role,
    at: datetime,
) -> None:
    row = {
        "device_id": request.device_id,
        "device_code": code,
        "device_epoch": "",
        "name": request.device_name[:NAME_LENGTH],
        "role": str(role),
        "certificate": certificate_to_pem(certificate),
        "serial": f"{certificate.serial_number:x}",
        "age_recipient": request.age_recipient,
        "request_sha256": _fingerprint(request),
        "answer": sealed.data,
        "answer_name": sealed.name,
        "last_receipt_no": 0,
        "enrolled_at": utc_text(at),
        "revoked_at": "",
    }
    connection.execute(insert(schema.device), [row])


def _fingerprint(request: EnrolmentRequest) -> str:
    """Recognise a laptop's keys, in a request written anew as well."""
    key = request_from_pem(request.request_pem.encode()).public_key()
    form = x509.SubjectKeyIdentifier.from_public_key(key).digest.hex()
    return sha256_hex(f"{request.device_id} {form} {request.age_recipient}".encode())


def _next_code(codes: Sequence[str]) -> str:
    numbers = [int(code[1:]) for code in codes if code[1:].isdigit()]
    return f"P{max(numbers, default=0) + 1:04d}"
