"""What the employment agency runs: its database, the importer, conflicts, quarantine and receipts. No Qt.

::

    SealedBundle -> open_bundle -> VerifiedBundle -> plan_import -> ImportPlan -> apply_plan -> tables
                                   (bundle)          (plan; pure)                 (one transaction)

Decided here:

* **Received is not applied.** A fault of container, signature, structure or sequence refuses the whole bundle and
  nothing is written. A fault of one value puts that change, and the laptop's later changes of that record behind
  it, in quarantine; the rest applies. All in one transaction, one importer at a time (`database.hold_import_lock`).
* **Order of arrival decides nothing.** What stands of a record is a pure function of the set of its changes
  received so far (`records.settle`), so any order, repetition, loss and repair of bundles ends in one state.
* **The same file again** gets the same receipt, byte for byte, and changes nothing.
* **What was taken back** survives in no file: neither earlier documents of the record nor a late bundle
  (`attachments`).
* **Every answer is kept** (`receipt_shelf`): of a refused bundle the receipt and its number, and nothing else.
* **Sequence.** Each laptop, epoch and stream has one gap-free numbering. Overlap is compared by content hash
  (FORK), a beginning beyond the last number is a GAP whose receipt names what is missing. A laptop that was cloned
  or restored starts a new epoch with a full export; changes we have are recognised by their ids.
* **Portable tables** (`schema`): SQLite by default, PostgreSQL by URL; migrations by Alembic, run by `init`.
* **Training** is another authority and another recipient's name, so nothing of it fits a real centre.

Where to begin: `centre.Centre`, then `importer`, `plan`, `records.settle`.
"""

from fieldapp.central.centre import Centre, default_keys_dir, default_receipts_dir, init_centre, open_centre
from fieldapp.central.results import (
    CentreStatus,
    DeviceStatus,
    EnrolmentAnswer,
    ImportResult,
    ImportStatus,
    ReceiptFile,
)

__all__ = [
    "Centre",
    "CentreStatus",
    "DeviceStatus",
    "EnrolmentAnswer",
    "ImportResult",
    "ImportStatus",
    "ReceiptFile",
    "default_keys_dir",
    "default_receipts_dir",
    "init_centre",
    "open_centre",
]
