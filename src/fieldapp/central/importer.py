"""Imports one sealed file in one transaction: all of it, or nothing, and always a result that says which."""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from sqlalchemy import Connection, Engine, select

from fieldapp.base.clock import utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids
from fieldapp.bundle.content import ReceiptContent, SealedBundle
from fieldapp.bundle.reader import open_bundle
from fieldapp.bundle.receipts import write_receipt
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.central import schema
from fieldapp.central.apply import apply_plan
from fieldapp.central.database import hold_import_lock, transaction
from fieldapp.central.form_shelf import read_rules
from fieldapp.central.keyring import CentralKeys
from fieldapp.central.plan import ImportPlan, plan_import
from fieldapp.central.receipt_shelf import keep_receipt, keep_refusal, named_apart, read_applied_receipt
from fieldapp.central.receipts import is_answered, receipt_of_import, receipt_of_refusal, take_receipt_no
from fieldapp.central.results import ImportResult, ImportStatus, ReceiptFile, receipt_file
from fieldapp.central.snapshot import find_device, find_stream, read_state
from fieldapp.signing.certificates import certificate_from_pem
from fieldapp.signing.trust import TrustStore


@dataclass(frozen=True, slots=True)
class Importer:
    """What every import needs: the database, the centre's keys, its moment and its identifiers."""

    engine: Engine
    keys: CentralKeys
    ids: Ids
    at: datetime

    def import_data(self, data: bytes, *, name: str) -> ImportResult:
        """Import the bytes of one file; a refusal is a result, not an exception."""
        bundle: VerifiedBundle | None = None
        try:
            bundle = self._open(data)
            with transaction(self.engine, writes=True) as connection:
                hold_import_lock(connection)
                return self._import(connection, bundle, name)
        except KnownError as error:
            return self._refused(error, bundle, name)

    def _open(self, data: bytes) -> VerifiedBundle:
        with transaction(self.engine, writes=False) as connection:
            recipient = connection.scalars(select(schema.centre.c.recipient)).one()
            trust = read_trust(connection)
        identities = self.keys.age_secrets
        return open_bundle(
            SealedBundle(data), identities=identities, trust=trust, recipient=recipient, at=self.at
        )

    def _import(self, connection: Connection, bundle: VerifiedBundle, name: str) -> ImportResult:
        state = read_state(connection, bundle)
        plan = plan_import(bundle, state, rules=read_rules(connection))
        if plan.is_same:
            kept = read_applied_receipt(connection, bundle.header.bundle_id)
            return _result(name, ImportStatus.SAME, bundle, plan, kept)
        at = utc_text(self.at)
        stream = apply_plan(connection, plan, bundle, stream=state.stream, at=at)
        assert state.device is not None
        code = state.device.device_code
        number = take_receipt_no(connection, bundle.header.device_id)
        content = receipt_of_import(
            connection, plan, stream=stream, device_code=code, receipt_no=number, at=at
        )
        receipt = self._seal(content, state.device.age_recipient)
        keep_receipt(connection, content, receipt, stream_id=stream.stream_id)
        return _result(name, ImportStatus.APPLIED, bundle, plan, receipt)

    def _refused(self, error: KnownError, bundle: VerifiedBundle | None, name: str) -> ImportResult:
        if bundle is None:
            return ImportResult(name, ImportStatus.REFUSED, error.code, error.facts)
        header = bundle.header
        receipt = self._answer(error, bundle)
        return ImportResult(
            name,
            ImportStatus.REFUSED,
            error.code,
            error.facts,
            bundle_id=header.bundle_id,
            device_code=header.device_code,
            bundle_no=header.bundle_no,
            seq_from=header.seq_from,
            seq_to=header.seq_to,
            receipt=receipt,
        )

    def _answer(self, error: KnownError, bundle: VerifiedBundle) -> ReceiptFile | None:
        """Tell an enrolled laptop why nothing was taken; nothing is kept but that receipt and its number."""
        if not is_answered(error):
            return None
        try:
            with transaction(self.engine, writes=True) as connection:
                device = find_device(connection, bundle.header.device_id)
                if device is None:
                    return None
                stream = find_stream(connection, bundle.header)
                number = take_receipt_no(connection, device.device_id)
                at = utc_text(self.at)
                content = receipt_of_refusal(bundle, error, stream=stream, receipt_no=number, at=at)
                receipt = named_apart(self._seal(content, device.age_recipient), receipt_no=number)
                keep_refusal(connection, content, receipt, code=error.code)
                return receipt
        except KnownError:
            return None  # the refusal stands; it is told on screen alone

    def _seal(self, content: ReceiptContent, recipient: str) -> ReceiptFile:
        identity, bundle_id = self.keys.identity, self.ids.uuid7()
        sealed = write_receipt(
            content, identity=identity, recipients=(recipient,), bundle_id=bundle_id, at=self.at
        )
        return receipt_file(sealed)


def read_trust(connection: Connection) -> TrustStore:
    """Return the authorities of this centre and the certificates it took back."""
    authorities = connection.scalars(select(schema.authority.c.certificate)).all()
    table = schema.device
    revoked = connection.scalars(select(table.c.serial).where(table.c.revoked_at.is_not(None)))
    certificates: tuple[x509.Certificate, ...] = tuple(map(certificate_from_pem, authorities))
    return TrustStore(certificates, frozenset(int(serial, 16) for serial in revoked))


def _result(
    name: str, status: ImportStatus, bundle: VerifiedBundle, plan: ImportPlan, receipt: ReceiptFile
) -> ImportResult:
    header = bundle.header
    return ImportResult(
        name,
        status,
        bundle_id=header.bundle_id,
        device_code=header.device_code,
        bundle_no=header.bundle_no,
        seq_from=header.seq_from,
        seq_to=header.seq_to,
        new_count=plan.new_count,
        known_count=len(bundle.changes) if plan.is_same else plan.known_count,
        record_count=len(plan.records),
        quarantine_count=len(plan.quarantined),
        conflict_count=sum(len(record.conflicts) for record in plan.records),
        receipt=receipt,
    )
