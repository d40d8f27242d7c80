"""Verifies a bundle that this workspace made: container, signature and digests, and each change against the journal."""

from dataclasses import dataclass

from fieldapp.base.clock import moment_from_text
from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.reader import open_bundle
from fieldapp.bundle.verified import VerifiedBundle
from fieldapp.records.change import content_hash, is_erased
from fieldapp.store import Workspace
from fieldapp.usecases.laptop_identity import age_identity, centre_of


@dataclass(frozen=True, slots=True)
class BundleSeen:
    """What stands in a bundle that is as it was written."""

    bundle_no: int
    changes: int
    erased: int
    """Values that left it before it was made: erased, or no longer to be sent."""


def verify_bundle(workspace: Workspace, data: bytes) -> BundleSeen:
    """Open a bundle with this workspace's own key, and hold every change in it against the journal.

    Raises:
        KnownError: `bundle.not_enrolled`, what `open_bundle` finds (an altered byte, value or line among it),
            `check.bundle_differs` for a change that the journal does not have like that.
    """
    centre = centre_of(workspace)
    if centre is None:
        raise KnownError("bundle.not_enrolled")
    opened = open_bundle(
        SealedBundle(data),
        identities=(age_identity(workspace).secret,),
        trust=centre.trust,
        recipient=centre.name,
        at=workspace.clock.now(),
    )
    _hold_against_journal(workspace, opened)
    fields = [field for one in opened.iter_changes() for field in one.change.fields]
    return BundleSeen(opened.header.bundle_no, opened.count("change"), sum(map(is_erased, fields)))


def _hold_against_journal(workspace: Workspace, opened: VerifiedBundle) -> None:
    header = opened.header
    own = dict(workspace.streams.changes_since(header.stream, header.seq_from - 1))
    for one in opened.iter_changes():
        kept = own.get(one.stream_seq)
        if kept is None or content_hash(kept) != content_hash(one.change):
            at = moment_from_text(one.change.at).date().isoformat()
            raise KnownError("check.bundle_differs", number=one.stream_seq, at=at)
