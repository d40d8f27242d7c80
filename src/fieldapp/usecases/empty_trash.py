"""Removes for ever what lay in the trash for its ninety days; never anything that has not, and never by itself."""

from collections.abc import Collection

from fieldapp.base.errors import KnownError
from fieldapp.records.erasure import Reason
from fieldapp.store import Workspace
from fieldapp.usecases.erase_record import confirmation_word, erase_record
from fieldapp.usecases.list_trash import list_trash


def empty_trash(workspace: Workspace, record_ids: Collection[str]) -> int:
    """Erase records that a person chose among those that lay there long enough; return how many.

    `erase_record.finish_erasures` has to follow, as after any erasure.

    Raises:
        KnownError: `trash.not_ripe` when one of them has not lain there for ninety days; then nothing was changed.
    """
    ripe = {one.record.record_id for one in list_trash(workspace) if one.is_ripe}
    for record_id in record_ids:
        if record_id not in ripe:
            raise KnownError("trash.not_ripe", record_id=record_id)
    for record_id in record_ids:
        erase_record(workspace, record_id, reason=Reason.EXPIRED, confirmation=confirmation_word(record_id))
    return len(record_ids)
