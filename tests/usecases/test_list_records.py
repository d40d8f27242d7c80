"""What the list offers to filter by, and what it knows of drafts."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.selection import Selection
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.list_records import (
    count_violations,
    named,
    note_violations,
    offered_filters,
    prepare_list,
)
from fieldapp.usecases.records import open_record, start_record
from tests.usecases.conftest import FORM, fill

REGIONS = {"04": "Rabat-Salé-Kénitra", "06": "Casablanca-Settat", "02": "Oriental"}


@pytest.mark.parametrize("wanted", ["04", "rabat", "RABAT-SALE", "Rabat-Salé-Kénitra"])
def test_a_name_or_its_beginning_stands_for_its_code(wanted):
    assert named(wanted, REGIONS, unknown="list.unknown_region") == "04"


@pytest.mark.parametrize("wanted", ["atlantide", "--", "sale"])
def test_a_name_that_is_none_of_them_is_refused(wanted):
    with pytest.raises(KnownError, match=r"list\.unknown_region.*Oriental"):
        named(wanted, REGIONS, unknown="list.unknown_region")


def test_filters_are_offered_in_the_readers_language(workspace):
    fill(workspace)
    workspace.indexing.catch_up()
    offered = {code: offered_filters(workspace, language=code) for code in ("fr", "ar")}
    assert [dict(each.forms) for each in offered.values()] == [
        {FORM: "Fiche organisation"},
        {FORM: "بطاقة المنظمة"},
    ]
    french, arabic = (each.regions for each in offered.values())
    assert french.keys() == arabic.keys() != set()
    assert all("\u0600" < name[0] < "\u06ff" for name in arabic.values())
    assert set(french.values()) <= {
        "Rabat-Salé-Kénitra",
        "Casablanca-Settat",
        "Oriental",
        "Tanger-Tétouan-Al Hoceima",
    }


def test_what_is_counted_at_leaving_is_what_is_counted_afresh(workspace):
    opened = start_record(workspace, FORM)
    note_violations(workspace, opened)
    assert workspace.records.listing.uncounted() == 0
    assert count_violations(workspace, opened.record.record_id) == len(opened.session.violations()) > 0


def test_a_complete_draft_is_not_incomplete(workspace):
    opened = fill(workspace)
    note_violations(workspace, opened)
    assert workspace.records.listing.count(Selection(is_incomplete=True)) == 0


def test_preparing_counts_every_draft_that_nobody_counted(workspace):
    for _ in range(3):
        start_record(workspace, FORM)
    prepare_list(workspace, Selection(is_incomplete=True))
    assert workspace.records.listing.count(Selection(is_incomplete=True)) == 3


def test_a_finalised_record_is_not_counted(workspace):
    opened = fill(workspace)
    finalise_record(workspace, opened)
    note_violations(workspace, open_record(workspace, opened.record.record_id))
    assert workspace.records.listing.uncounted() == 0
