"""Who sent a document and how far they had come; and the receipts of refusals."""

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"


def upgrade() -> None:
    """Make both tables; of documents received before, nobody knows who sent them."""
    op.create_table(
        "document_source",
        sa.Column("record_id", sa.Unicode(36), primary_key=True),
        sa.Column("sha256", sa.Unicode(64), sa.ForeignKey("attachment.sha256"), primary_key=True),
        sa.Column(
            "stream_id",
            sa.Integer(),
            sa.ForeignKey("stream.stream_id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("seq_to", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "refusal",
        sa.Column("manifest_sha256", sa.Unicode(64), primary_key=True),
        sa.Column("bundle_id", sa.Unicode(36), nullable=False),
        sa.Column("device_id", sa.Unicode(36), sa.ForeignKey("device.device_id"), nullable=False),
        sa.Column("receipt_no", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.Unicode(128), nullable=False),
        sa.Column("made_at", sa.Unicode(24), nullable=False),
        sa.Column("file_name", sa.Unicode(200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_refusal_bundle", "refusal", ["bundle_id"])
    op.create_index("ux_refusal_no", "refusal", ["device_id", "receipt_no"], unique=True)
