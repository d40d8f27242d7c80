"""What is behind is brought up batch by batch, and never says more than what was read."""

from fieldapp.engine.effects import Edit
from fieldapp.records.selection import Selection
from fieldapp.store.listing.indexing import AT_ONCE
from tests.store.given import FICHE


def test_a_little_is_indexed_at_once_and_a_lot_is_left_for_batches(workspace):
    for _ in range(AT_ONCE):
        workspace.start_draft(FICHE)
    assert workspace.indexing.catch_up_if_little() == 0
    for _ in range(AT_ONCE + 1):
        workspace.start_draft(FICHE)
    assert workspace.indexing.catch_up_if_little() == AT_ONCE + 1 == workspace.indexing.behind()


def test_a_batch_read_elsewhere_is_kept_here_the_one_begun_last_first(workspace):
    for title in ("a", "b", "c"):
        workspace.start_draft(FICHE, title=title)
    with workspace.reader() as reading:
        entries = reading.indexing.read(2)
    workspace.indexing.keep(entries)
    assert [entry.names for entry in entries] == ["c", "b"]
    assert workspace.indexing.behind() == 1


def test_a_record_touched_since_it_was_read_stays_behind(workspace, draft):
    entries = workspace.indexing.read()
    workspace.drafts.append(draft, [Edit("nom", None, "Tamesna")], actor_id=workspace.actor.actor_id)
    workspace.indexing.keep(entries)
    assert workspace.indexing.behind() == 1
    workspace.indexing.catch_up()
    assert workspace.records.listing.count(Selection(query="tames")) == 1


def test_a_reader_writes_nothing(workspace, draft):
    with workspace.reader() as reading:
        reading.indexing.catch_up()
        assert reading.indexing.catch_up_if_little() == 1


def test_a_form_that_cannot_be_read_any_more_still_lets_its_records_be_found(workspace):
    record = workspace.start_draft(FICHE, answers={"nom": "Tamesna"}).record_id
    workspace.forms._read.clear()
    workspace.indexing._labels.clear()
    assert [one.record_id for one in workspace.records.list(query="tamesna")] == [record]
