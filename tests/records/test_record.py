"""The life of a record: draft and finalised, back and forth, nothing else."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.record import Record, Status, check_move


@pytest.mark.parametrize("before", list(Status))
@pytest.mark.parametrize("after", list(Status))
def test_only_a_move_to_the_other_status_is_known(before, after):
    if before is not after:
        check_move(before, after)
        return
    with pytest.raises(KnownError, match=r"record\.wrong_move"):
        check_move(before, after)


def test_a_finalised_record_may_be_reopened():
    record = Record("r", "f", "1", Status.FINALISED, "AMAPPE", "", "", "actor", 1)
    check_move(record.status, Status.DRAFT)
    assert not record.is_draft
