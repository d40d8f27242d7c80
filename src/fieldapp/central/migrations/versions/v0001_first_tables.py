"""The first tables: who may send, what was received, what stands."""

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first version."""
    _who_may_send()
    _what_stands()
    _what_was_received()
    _what_was_attached()
    _what_came_of_it()


def _who_may_send() -> None:
    op.create_table(
        "centre",
        sa.Column("centre_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.Unicode(200), nullable=False),
        sa.Column("recipient", sa.Unicode(128), nullable=False),
        sa.Column("age_recipient", sa.Unicode(200), nullable=False),
        sa.Column("escrow_recipient", sa.Unicode(200)),
        sa.Column("is_training", sa.Boolean(), nullable=False),
        sa.Column("import_no", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Unicode(24), nullable=False),
    )
    op.create_table(
        "authority",
        sa.Column("authority_id", sa.Unicode(64), primary_key=True),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("is_training", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.Unicode(24), nullable=False),
    )
    op.create_table(
        "device",
        sa.Column("device_id", sa.Unicode(36), primary_key=True),
        sa.Column("device_code", sa.Unicode(128), nullable=False),
        sa.Column("device_epoch", sa.Unicode(36)),
        sa.Column("name", sa.Unicode(200)),
        sa.Column("role", sa.Unicode(128), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("serial", sa.Unicode(128), nullable=False),
        sa.Column("age_recipient", sa.Unicode(200), nullable=False),
        sa.Column("request_sha256", sa.Unicode(64), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("answer_name", sa.Unicode(200), nullable=False),
        sa.Column("last_receipt_no", sa.BigInteger(), nullable=False),
        sa.Column("enrolled_at", sa.Unicode(24), nullable=False),
        sa.Column("revoked_at", sa.Unicode(24)),
    )
    op.create_index("ux_device_code", "device", ["device_code"], unique=True)
    op.create_index("ux_device_serial", "device", ["serial"], unique=True)
    op.create_table(
        "form",
        sa.Column("form_id", sa.Unicode(200), primary_key=True),
        sa.Column("form_version", sa.Unicode(128), primary_key=True),
        sa.Column("title", sa.Unicode(200)),
        sa.Column("xform", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.Unicode(24), nullable=False),
    )


def _what_stands() -> None:
    op.create_table(
        "record",
        sa.Column("record_id", sa.Unicode(36), primary_key=True),
        sa.Column("form_id", sa.Unicode(200), nullable=False),
        sa.Column("form_version", sa.Unicode(128), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.Unicode(24), nullable=False),
    )
    op.create_index("ix_record_form", "record", ["form_id"])
    op.create_table(
        "change",
        sa.Column("change_id", sa.Unicode(36), primary_key=True),
        sa.Column("device_id", sa.Unicode(36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Unicode(128), nullable=False),
        sa.Column("actor_id", sa.Unicode(200), nullable=False),
        sa.Column("record_id", sa.Unicode(36), sa.ForeignKey("record.record_id"), nullable=False),
        sa.Column("form_id", sa.Unicode(200), nullable=False),
        sa.Column("form_version", sa.Unicode(128), nullable=False),
        sa.Column("op", sa.Unicode(128), nullable=False),
        sa.Column("reason", sa.UnicodeText()),
        sa.Column("merge_into", sa.Unicode(36)),
        sa.Column("applied_at", sa.Unicode(24), nullable=False),
    )
    op.create_index("ix_change_record", "change", ["record_id"])
    op.create_table(
        "change_field",
        sa.Column("change_id", sa.Unicode(36), sa.ForeignKey("change.change_id"), primary_key=True),
        sa.Column("path", sa.Unicode(400), primary_key=True),
        sa.Column("old_value", sa.UnicodeText()),
        sa.Column("new_value", sa.UnicodeText()),
        sa.Column("parents", sa.UnicodeText(), nullable=False),
        sa.Column("salt", sa.Unicode(128)),
        sa.Column("digest", sa.Unicode(64), nullable=False),
    )
    op.create_table(
        "field_state",
        sa.Column("record_id", sa.Unicode(36), sa.ForeignKey("record.record_id"), primary_key=True),
        sa.Column("path", sa.Unicode(400), primary_key=True),
        sa.Column("value", sa.UnicodeText()),
        sa.Column("heads", sa.UnicodeText(), nullable=False),
        sa.Column("is_conflict", sa.Boolean(), nullable=False),
    )


def _what_was_received() -> None:
    op.create_table(
        "stream",
        sa.Column("stream_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("device_id", sa.Unicode(36), sa.ForeignKey("device.device_id"), nullable=False),
        sa.Column("device_epoch", sa.Unicode(36), nullable=False),
        sa.Column("name", sa.Unicode(128), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("last_bundle_no", sa.BigInteger(), nullable=False),
        sa.Column("last_manifest_sha256", sa.Unicode(64), nullable=False),
    )
    op.create_index("ux_stream", "stream", ["device_id", "device_epoch", "name"], unique=True)
    op.create_table(
        "stream_entry",
        sa.Column(
            "stream_id",
            sa.Integer(),
            sa.ForeignKey("stream.stream_id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("stream_seq", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("change_id", sa.Unicode(36), nullable=False),
        sa.Column("content_hash", sa.Unicode(64), nullable=False),
    )
    op.create_index("ix_stream_entry_change", "stream_entry", ["change_id"])
    op.create_table(
        "bundle",
        sa.Column("bundle_id", sa.Unicode(36), primary_key=True),
        sa.Column("stream_id", sa.Integer(), sa.ForeignKey("stream.stream_id"), nullable=False),
        sa.Column("bundle_no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Unicode(128), nullable=False),
        sa.Column("manifest_sha256", sa.Unicode(64), nullable=False),
        sa.Column("prev_manifest_sha256", sa.Unicode(64)),
        sa.Column("seq_from", sa.BigInteger(), nullable=False),
        sa.Column("seq_to", sa.BigInteger(), nullable=False),
        sa.Column("app_version", sa.Unicode(200)),
        sa.Column("received_at", sa.Unicode(24), nullable=False),
    )
    op.create_index("ux_bundle_no", "bundle", ["stream_id", "bundle_no"], unique=True)


def _what_was_attached() -> None:
    op.create_table(
        "attachment",
        sa.Column("sha256", sa.Unicode(64), primary_key=True),
        sa.Column("extension", sa.Unicode(128)),
        sa.Column("media_type", sa.Unicode(200)),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "attachment_use",
        sa.Column("record_id", sa.Unicode(36), primary_key=True),
        sa.Column("path", sa.Unicode(400), primary_key=True),
        sa.Column("sha256", sa.Unicode(64), sa.ForeignKey("attachment.sha256"), primary_key=True),
    )


def _what_came_of_it() -> None:
    op.create_table(
        "quarantine",
        sa.Column("change_id", sa.Unicode(36), primary_key=True),
        sa.Column("record_id", sa.Unicode(36), nullable=False),
        sa.Column("device_id", sa.Unicode(36), nullable=False),
        sa.Column("code", sa.Unicode(128), nullable=False),
        sa.Column("path", sa.Unicode(400)),
        sa.Column("facts", sa.UnicodeText(), nullable=False),
        sa.Column("document", sa.UnicodeText(), nullable=False),
        sa.Column("since_at", sa.Unicode(24), nullable=False),
    )
    op.create_index("ix_quarantine_record", "quarantine", ["record_id"])
    op.create_table(
        "receipt",
        sa.Column("bundle_id", sa.Unicode(36), sa.ForeignKey("bundle.bundle_id"), primary_key=True),
        sa.Column("stream_id", sa.Integer(), sa.ForeignKey("stream.stream_id"), nullable=False),
        sa.Column("receipt_no", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Unicode(128), nullable=False),
        sa.Column("ack_seq", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.Unicode(24), nullable=False),
        sa.Column("file_name", sa.Unicode(200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ux_receipt_no", "receipt", ["stream_id", "receipt_no"], unique=True)
