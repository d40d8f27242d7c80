"""The door to a centre: made once, opened by each command, and asked to enrol, import, answer and report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update

from fieldapp.base.clock import Clock, SystemClock, utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import known_from_os, read_bytes, sha256_hex
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.bundle import limits
from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.enrolment import (
    CENTRE,
    TRAINING_CENTRE,
    VerifiedRequest,
    authority_words,
    open_request,
)
from fieldapp.central import migrations, schema
from fieldapp.central.database import hold_import_lock, open_engine, shown, sqlite_file, transaction
from fieldapp.central.enrolling import answer_again, enrol_device
from fieldapp.central.form_shelf import install_forms
from fieldapp.central.importer import Importer
from fieldapp.central.keyring import CentralKeys, load_authority, load_keys, make_keys
from fieldapp.central.looking import read_status, row_counts
from fieldapp.central.receipt_shelf import read_latest, read_receipts
from fieldapp.central.results import CentreStatus, EnrolmentAnswer, ImportResult, ImportStatus, ReceiptFile
from fieldapp.forms.definition import FormDefinition
from fieldapp.signing.certificates import Role, certificate_to_pem

CENTRE_NAME = "ANAPEC"
TRAINING_CENTRE_NAME = "ANAPEC (FORMATION)"
_FILE_MODE = 0o600


def default_keys_dir(url: str) -> Path | None:
    """Return the key folder beside a SQLite file; `None` for a database server, which has no beside."""
    file = sqlite_file(url)
    return file.with_name(f"{file.stem}-keys") if file else None


def default_receipts_dir(url: str, imported: Path) -> Path:
    """Return where receipts go when nothing is said: beside a SQLite file, else beside the imported one."""
    file = sqlite_file(url)
    return file.with_name(f"{file.stem}-receipts") if file else imported.parent


def init_centre(
    url: str,
    keys_dir: Path,
    *,
    training: bool,
    forms: Iterable[FormDefinition] | None = None,
    escrow_recipient: str = "",
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> "Centre":
    """Make a centre, or bring one that exists up to date: tables, keys, forms.

    Args:
        url: The database: `sqlite:///path` or `postgresql://…`.
        keys_dir: Where its keys lie; made when there are none.
        training: Whether its authority is one for training, which no real centre accepts.
        forms: The forms it checks changes by; those that ship with the program when nothing is said.
        escrow_recipient: age recipient of the offline escrow, to which laptops encrypt as well.
        clock: Tells the time.
        ids: Makes identifiers.

    Raises:
        KnownError: `central.other_kind` when a real centre is there and a training one is asked for, or the
            other way round; `central.keys_mismatch`, `central.keys_incomplete`, `central.not_reachable`…
    """
    clock, ids = clock or SystemClock(), ids or SystemIds()
    _prepare_file(sqlite_file(url))
    engine = open_engine(url)
    definitions = list(forms) if forms is not None else shipped_definitions()
    with transaction(engine, writes=True) as connection:
        migrations.upgrade(connection)
        if connection.execute(select(schema.centre)).one_or_none() is None:
            make_keys(keys_dir, is_training=training, at=clock.now(), ids=ids)
            _write_centre(
                connection, load_keys(keys_dir), is_training=training, escrow=escrow_recipient, clock=clock
            )
        keys = load_keys(keys_dir)
        _check_same(connection, keys, is_training=training)
        hold_import_lock(connection)
        install_forms(connection, definitions, at=utc_text(clock.now()))
    return Centre(url, engine, keys_dir, keys=keys, clock=clock, ids=ids)


def open_centre(url: str, keys_dir: Path, *, clock: Clock | None = None, ids: Ids | None = None) -> "Centre":
    """Open a centre that `init_centre` made.

    Raises:
        KnownError: `central.not_initialised`, `central.older_tables`, `central.newer_tables`,
            `central.keys_not_found`, `central.keys_mismatch`, `central.not_reachable`…
    """
    file = sqlite_file(url)
    if file is not None and not file.exists():
        raise KnownError("central.not_initialised", database=shown(url))
    engine, keys = open_engine(url), load_keys(keys_dir)
    with transaction(engine, writes=False) as connection:
        migrations.check_version(connection)
        _check_keys(connection, keys)
    return Centre(url, engine, keys_dir, keys=keys, clock=clock or SystemClock(), ids=ids or SystemIds())


def read_request(path: Path) -> bytes:
    """Read the file of an enrolment request."""
    return read_bytes(path, limit=limits.OUTER_BYTES)


def shipped_definitions() -> list[FormDefinition]:
    """Return the forms that ship with the program."""
    from fieldapp.forms.catalog import shipped
    from fieldapp.usecases.install_forms import read_shipped

    read = [read_shipped(form) for form in shipped()]
    return [form.definition for form in read if form.definition is not None]


@dataclass(frozen=True, slots=True)
class Centre:
    """A centre that is open."""

    url: str = field(repr=False)  # it may hold a password
    engine: Engine
    keys_dir: Path
    keys: CentralKeys
    clock: Clock
    ids: Ids

    def request_words(self, request: bytes) -> tuple[str, ...]:
        """Return the eight words of an enrolment request, to compare by phone before it is answered.

        Raises:
            KnownError: `enrolment.training_differs` when a real laptop asks a training centre, or the other way
                round; `bundle.*` when the request does not hold together.
        """
        return self._opened(request).words

    def authority_words(self) -> tuple[str, ...]:
        """Return the eight words of this centre's authorities: what a laptop shows when the answer arrives."""
        with transaction(self.engine, writes=False) as connection:
            pems = connection.scalars(select(schema.authority.c.certificate)).all()
        return authority_words(tuple(pem.decode() for pem in pems))

    def enrol(self, request: bytes, *, role: Role = Role.POSTE) -> EnrolmentAnswer:
        """Answer an enrolment request with a certificate and a code; the same request gets the same answer.

        Raises:
            KnownError: As `request_words`; `central.device_known`, `central.authority_offline`.
        """
        at = self.clock.now()
        verified = self._opened(request)
        with transaction(self.engine, writes=True) as connection:
            hold_import_lock(connection)
            return answer_again(connection, verified) or enrol_device(
                connection,
                verified,
                authority=load_authority(self.keys_dir),
                identity=self.keys.identity,
                role=role,
                bundle_id=self.ids.uuid7(),
                at=at,
            )

    def _opened(self, request: bytes) -> VerifiedRequest:
        """Open a request to this kind of centre."""
        with transaction(self.engine, writes=False) as connection:
            is_training = bool(connection.scalars(select(schema.centre.c.is_training)).one())
        recipient = TRAINING_CENTRE if is_training else CENTRE
        try:
            return open_request(SealedBundle(request), at=self.clock.now(), recipient=recipient)
        except KnownError as error:
            if error.code == "bundle.other_recipient" and error.facts["recipient"] in (
                CENTRE,
                TRAINING_CENTRE,
            ):
                raise KnownError("enrolment.training_differs") from error
            raise

    def revoke(self, device_code: str) -> None:
        """Take back a laptop's certificate: nothing it signs is accepted from now on.

        Raises:
            KnownError: `central.unknown_device`.
        """
        table = schema.device
        revoked = update(table).where(table.c.device_code == device_code, table.c.revoked_at.is_(None))
        with transaction(self.engine, writes=True) as connection:
            known = connection.scalar(select(table.c.device_id).where(table.c.device_code == device_code))
            if known is None:
                raise KnownError("central.unknown_device", device=device_code)
            connection.execute(revoked.values(revoked_at=utc_text(self.clock.now())))

    def import_data(self, data: bytes, *, name: str = "") -> ImportResult:
        """Import one sealed file; a refusal is a result, not an exception."""
        return Importer(self.engine, self.keys, self.ids, self.clock.now()).import_data(data, name=name)

    def import_files(self, paths: Sequence[Path]) -> list[ImportResult]:
        """Import files one after the other, each in a transaction of its own."""
        return [self._import_file(path) for path in paths]

    def receipt_for(self, bundle_id: str) -> ReceiptFile:
        """Return the newest receipt of a bundle, taken or refused.

        Raises:
            KnownError: `central.unknown_bundle`.
        """
        return self.receipts_for(bundle_id)[-1]

    def receipts_for(self, bundle_id: str) -> list[ReceiptFile]:
        """Return every receipt made under a bundle's identifier, the newest last; a copy of it may be a fork.

        Raises:
            KnownError: `central.unknown_bundle`.
        """
        with transaction(self.engine, writes=False) as connection:
            return read_receipts(connection, bundle_id)

    def latest_receipts(self) -> list[ReceiptFile]:
        """Return the newest receipt of every laptop, and the refusals that it still has to hear of."""
        with transaction(self.engine, writes=False) as connection:
            return read_latest(connection)

    def status(self) -> CentreStatus:
        """Return how the centre stands."""
        with transaction(self.engine, writes=False) as connection:
            return read_status(connection)

    def row_counts(self) -> dict[str, int]:
        """Return how many rows each table holds."""
        with transaction(self.engine, writes=False) as connection:
            return row_counts(connection)

    def _import_file(self, path: Path) -> ImportResult:
        try:
            data = read_bytes(path, limit=limits.OUTER_BYTES)
        except KnownError as error:
            return ImportResult(path.name, ImportStatus.REFUSED, error.code, error.facts)
        return self.import_data(data, name=path.name)


def _prepare_file(file: Path | None) -> None:
    """Make a SQLite file that only its owner may read: answers stand in it as they were given."""
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=_FILE_MODE)
    except OSError as error:
        raise known_from_os(error, file) from error


def _write_centre(
    connection: Connection, keys: CentralKeys, *, is_training: bool, escrow: str, clock: Clock
) -> None:
    at, year = utc_text(clock.now()), clock.now().year
    centre = {
        "centre_id": schema.CENTRE_ID,
        "name": TRAINING_CENTRE_NAME if is_training else CENTRE_NAME,
        "recipient": f"{'formation' if is_training else 'central'}-{year}",
        "age_recipient": keys.age_recipient,
        "escrow_recipient": escrow,
        "is_training": is_training,
        "import_no": 0,
        "created_at": at,
    }
    connection.execute(insert(schema.centre), [centre])
    pem = certificate_to_pem(keys.authority)
    authority = {
        "authority_id": sha256_hex(pem),
        "certificate": pem,
        "is_training": is_training,
        "added_at": at,
    }
    connection.execute(insert(schema.authority), [authority])


def _check_same(connection: Connection, keys: CentralKeys, *, is_training: bool) -> None:
    """Refuse to turn a real centre into one for training, or the other way round."""
    found = bool(connection.scalars(select(schema.centre.c.is_training)).one())
    if found != is_training:
        raise KnownError("central.other_kind", is_training=found)
    _check_keys(connection, keys)


def _check_keys(connection: Connection, keys: CentralKeys) -> None:
    """Refuse keys that are not this centre's: what they open and sign would be worth nothing."""
    known = set(connection.scalars(select(schema.authority.c.authority_id)))
    if sha256_hex(certificate_to_pem(keys.authority)) not in known:
        raise KnownError("central.keys_mismatch")
