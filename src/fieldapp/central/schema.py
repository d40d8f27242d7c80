"""The tables of the central database, as they are now; how they became so is in `migrations`.

Portable on purpose: names of at most 30 characters, Unicode types, no blank text as a value, no column type
that only one database knows. Three groups: who may send (centre, authority, device, form), what was received
(stream, stream_entry, bundle, receipt, refusal, quarantine, attachment), and what stands (change, change_field, record,
field_state). Times are RFC 3339 text in UTC, as in the bundles.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Unicode,
)

from fieldapp.central.columns import (
    CODE_LENGTH,
    DIGEST_LENGTH,
    NAME_LENGTH,
    PATH_LENGTH,
    TIME_LENGTH,
    UUID_LENGTH,
    Answer,
    Blankable,
    JsonText,
)

CENTRE_ID = 1
"""The one row of `centre`; whoever imports holds it locked until the end of the transaction."""

WHOLE_RECORD = "@record"
"""Stands for the path of an attachment that belongs to no single answer, since a key cannot be blank."""

metadata = MetaData()

centre = Table(
    "centre",
    metadata,
    Column("centre_id", Integer, primary_key=True, autoincrement=False),
    Column("name", Unicode(NAME_LENGTH), nullable=False),
    Column("recipient", Unicode(CODE_LENGTH), nullable=False, doc="named in every bundle for this centre"),
    Column("age_recipient", Unicode(NAME_LENGTH), nullable=False),
    Column("escrow_recipient", Blankable(NAME_LENGTH)),
    Column("is_training", Boolean, nullable=False),
    Column("import_no", Integer, nullable=False, doc="counts imports; its row is the importers' lock"),
    Column("created_at", Unicode(TIME_LENGTH), nullable=False),
)

authority = Table(
    "authority",
    metadata,
    Column("authority_id", Unicode(DIGEST_LENGTH), primary_key=True, doc="SHA-256 of the certificate"),
    Column("certificate", LargeBinary, nullable=False),
    Column("is_training", Boolean, nullable=False),
    Column("added_at", Unicode(TIME_LENGTH), nullable=False),
)

device = Table(
    "device",
    metadata,
    Column("device_id", Unicode(UUID_LENGTH), primary_key=True),
    Column("device_code", Unicode(CODE_LENGTH), nullable=False),
    Column("device_epoch", Blankable(UUID_LENGTH), doc="of the newest bundle"),
    Column("name", Blankable(NAME_LENGTH)),
    Column("role", Unicode(CODE_LENGTH), nullable=False),
    Column("certificate", LargeBinary, nullable=False),
    Column("serial", Unicode(CODE_LENGTH), nullable=False, doc="of the certificate, in hexadecimal"),
    Column("age_recipient", Unicode(NAME_LENGTH), nullable=False),
    Column("request_sha256", Unicode(DIGEST_LENGTH), nullable=False),
    Column("answer", LargeBinary, nullable=False, doc="the enrolment file, given again for the same request"),
    Column("answer_name", Unicode(NAME_LENGTH), nullable=False),
    Column("last_receipt_no", BigInteger, nullable=False, doc="refusals are answered and counted too"),
    Column("enrolled_at", Unicode(TIME_LENGTH), nullable=False),
    Column("revoked_at", Blankable(TIME_LENGTH)),
    Index("ux_device_code", "device_code", unique=True),
    Index("ux_device_serial", "serial", unique=True),
)

form = Table(
    "form",
    metadata,
    Column("form_id", Unicode(NAME_LENGTH), primary_key=True),
    Column("form_version", Unicode(CODE_LENGTH), primary_key=True),
    Column("title", Blankable(NAME_LENGTH)),
    Column("xform", LargeBinary, nullable=False),
    Column("added_at", Unicode(TIME_LENGTH), nullable=False),
)

stream = Table(
    "stream",
    metadata,
    Column("stream_id", Integer, primary_key=True, autoincrement=False),
    Column("device_id", Unicode(UUID_LENGTH), ForeignKey(device.c.device_id), nullable=False),
    Column("device_epoch", Unicode(UUID_LENGTH), nullable=False),
    Column("name", Unicode(CODE_LENGTH), nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("last_bundle_no", BigInteger, nullable=False),
    Column("last_manifest_sha256", Unicode(DIGEST_LENGTH), nullable=False),
    Index("ux_stream", "device_id", "device_epoch", "name", unique=True),
)

bundle = Table(
    "bundle",
    metadata,
    Column("bundle_id", Unicode(UUID_LENGTH), primary_key=True),
    Column("stream_id", Integer, ForeignKey(stream.c.stream_id), nullable=False),
    Column("bundle_no", BigInteger, nullable=False),
    Column("kind", Unicode(CODE_LENGTH), nullable=False),
    Column("manifest_sha256", Unicode(DIGEST_LENGTH), nullable=False),
    Column("prev_manifest_sha256", Blankable(DIGEST_LENGTH)),
    Column("seq_from", BigInteger, nullable=False),
    Column("seq_to", BigInteger, nullable=False),
    Column("app_version", Blankable(NAME_LENGTH)),
    Column("received_at", Unicode(TIME_LENGTH), nullable=False),
    Index("ux_bundle_no", "stream_id", "bundle_no", unique=True),
)

stream_entry = Table(
    "stream_entry",
    metadata,
    Column("stream_id", Integer, ForeignKey(stream.c.stream_id), primary_key=True, autoincrement=False),
    Column("stream_seq", BigInteger, primary_key=True, autoincrement=False),
    Column("change_id", Unicode(UUID_LENGTH), nullable=False),
    Column("content_hash", Unicode(DIGEST_LENGTH), nullable=False),
    Index("ix_stream_entry_change", "change_id"),
)

record = Table(
    "record",
    metadata,
    Column("record_id", Unicode(UUID_LENGTH), primary_key=True),
    Column("form_id", Unicode(NAME_LENGTH), nullable=False),
    Column("form_version", Unicode(CODE_LENGTH), nullable=False),
    Column("is_deleted", Boolean, nullable=False),
    Column("changed_at", Unicode(TIME_LENGTH), nullable=False, doc="when this centre last applied a change"),
    Index("ix_record_form", "form_id"),
)

change = Table(
    "change",
    metadata,
    Column("change_id", Unicode(UUID_LENGTH), primary_key=True),
    Column("device_id", Unicode(UUID_LENGTH), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", Unicode(CODE_LENGTH), nullable=False),
    Column("actor_id", Unicode(NAME_LENGTH), nullable=False),
    Column("record_id", Unicode(UUID_LENGTH), ForeignKey(record.c.record_id), nullable=False),
    Column("form_id", Unicode(NAME_LENGTH), nullable=False),
    Column("form_version", Unicode(CODE_LENGTH), nullable=False),
    Column("op", Unicode(CODE_LENGTH), nullable=False),
    Column("reason", Answer),
    Column("merge_into", Blankable(UUID_LENGTH)),
    Column("applied_at", Unicode(TIME_LENGTH), nullable=False),
    Index("ix_change_record", "record_id"),
)

change_field = Table(
    "change_field",
    metadata,
    Column("change_id", Unicode(UUID_LENGTH), ForeignKey(change.c.change_id), primary_key=True),
    Column("path", Unicode(PATH_LENGTH), primary_key=True),
    Column("old_value", Answer),
    Column("new_value", Answer),
    Column("parents", JsonText, nullable=False),
    Column("salt", Blankable(CODE_LENGTH), doc="NULL once the value is erased"),
    Column("digest", Unicode(DIGEST_LENGTH), nullable=False),
)

field_state = Table(
    "field_state",
    metadata,
    Column("record_id", Unicode(UUID_LENGTH), ForeignKey(record.c.record_id), primary_key=True),
    Column("path", Unicode(PATH_LENGTH), primary_key=True),
    Column("value", Answer, doc="the last agreed one"),
    Column("heads", JsonText, nullable=False),
    Column("is_conflict", Boolean, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("change_id", Unicode(UUID_LENGTH), primary_key=True),
    Column("record_id", Unicode(UUID_LENGTH), nullable=False),
    Column("device_id", Unicode(UUID_LENGTH), nullable=False),
    Column("code", Unicode(CODE_LENGTH), nullable=False),
    Column("path", Blankable(PATH_LENGTH)),
    Column("facts", JsonText, nullable=False),
    Column("document", JsonText, nullable=False, doc="the whole change, to be tried again"),
    Column("since_at", Unicode(TIME_LENGTH), nullable=False),
    Index("ix_quarantine_record", "record_id"),
)

attachment = Table(
    "attachment",
    metadata,
    Column("sha256", Unicode(DIGEST_LENGTH), primary_key=True),
    Column("extension", Blankable(CODE_LENGTH)),
    Column("media_type", Blankable(NAME_LENGTH)),
    Column("size", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

attachment_use = Table(
    "attachment_use",
    metadata,
    Column("record_id", Unicode(UUID_LENGTH), primary_key=True),
    Column("path", Unicode(PATH_LENGTH), primary_key=True, doc="WHOLE_RECORD for a document of the record"),
    Column("sha256", Unicode(DIGEST_LENGTH), ForeignKey(attachment.c.sha256), primary_key=True),
)

document_source = Table(
    "document_source",
    metadata,
    Column("record_id", Unicode(UUID_LENGTH), primary_key=True),
    Column("sha256", Unicode(DIGEST_LENGTH), ForeignKey(attachment.c.sha256), primary_key=True),
    Column("stream_id", Integer, ForeignKey(stream.c.stream_id), primary_key=True, autoincrement=False),
    Column("seq_to", BigInteger, nullable=False, doc="how far the sender had come when last sending it"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("bundle_id", Unicode(UUID_LENGTH), ForeignKey(bundle.c.bundle_id), primary_key=True),
    Column("stream_id", Integer, ForeignKey(stream.c.stream_id), nullable=False),
    Column("receipt_no", BigInteger, nullable=False),
    Column("status", Unicode(CODE_LENGTH), nullable=False),
    Column("ack_seq", BigInteger, nullable=False),
    Column("made_at", Unicode(TIME_LENGTH), nullable=False),
    Column("file_name", Unicode(NAME_LENGTH), nullable=False),
    Column("content", LargeBinary, nullable=False, doc="signed, then encrypted to the laptop"),
    Index("ux_receipt_no", "stream_id", "receipt_no", unique=True),
)

refusal = Table(
    "refusal",
    metadata,
    Column("manifest_sha256", Unicode(DIGEST_LENGTH), primary_key=True, doc="of the refused bundle"),
    Column("bundle_id", Unicode(UUID_LENGTH), nullable=False, doc="a fork may bear that of a received one"),
    Column("device_id", Unicode(UUID_LENGTH), ForeignKey(device.c.device_id), nullable=False),
    Column("receipt_no", BigInteger, nullable=False),
    Column("code", Unicode(CODE_LENGTH), nullable=False),
    Column("made_at", Unicode(TIME_LENGTH), nullable=False),
    Column("file_name", Unicode(NAME_LENGTH), nullable=False),
    Column("content", LargeBinary, nullable=False, doc="the receipt: signed, then encrypted to the laptop"),
    Index("ix_refusal_bundle", "bundle_id"),
    Index("ux_refusal_no", "device_id", "receipt_no", unique=True),
)
"""The newest receipt of each refused bundle: all that a refusal leaves here."""
