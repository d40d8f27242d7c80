"""The limits of a bundle, each counted while reading; all from the sync format, version 1.0."""

KIB = 1024
MIB = 1024 * KIB

OUTER_BYTES = 200 * MIB
"""The file on the stick."""
WARN_BYTES = 15_000_000
"""Above this, many mail servers refuse an attachment."""
ENTRIES = 2_000
"""Entries of the ZIP."""
DIRECTORY_BYTES = ENTRIES * 256
"""The ZIP's central directory: 46 bytes and a short name each, with room to spare."""
UNPACKED_BYTES = 1024 * MIB
"""All entries together, inflated."""
RATIO = 200
"""Inflated to deflated, for entries above `RATIO_FROM`: text packs 30:1, a bomb 1000:1."""
RATIO_FROM = MIB
MANIFEST_BYTES = MIB
SIGNATURE_BYTES = 64 * KIB
"""A CMS signature with its chain takes 2-4 KiB."""
CELL_BYTES = 64 * KIB
"""One CSV cell, as written."""
ROW_BYTES = 16 * MIB
"""One CSV row, as written: bounds what the reader holds at a time."""
COLUMNS = 4_000
"""Columns of one table."""
CHANGES = 500_000
FIELD_ROWS = 2_000_000
CHUNK_BYTES = 64 * KIB
"""What is inflated at a time."""
