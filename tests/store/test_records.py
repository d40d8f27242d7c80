"""The rows of the list: kept, filtered, ordered by what was touched last."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine.effects import Edit
from fieldapp.records.record import Status
from tests.store.given import FICHE, INTERVIEW


def test_a_record_begins_as_a_draft_of_its_author(workspace, draft):
    record = workspace.records.get(draft)
    assert (record.status, record.revision, record.author_id) == (Status.DRAFT, 0, workspace.actor.actor_id)


def test_the_one_touched_last_comes_first(workspace):
    first, second = (workspace.start_draft(FICHE).record_id for _ in range(2))
    assert [record.record_id for record in workspace.records.list()] == [second, first]
    workspace.drafts.append(first, [Edit("nom", None, "A")], actor_id=workspace.actor.actor_id)
    assert [record.record_id for record in workspace.records.list()] == [first, second]


def test_pages_cover_the_list_without_overlap(workspace):
    made = [workspace.start_draft(FICHE).record_id for _ in range(5)]
    pages = [workspace.records.list(limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [record.record_id for page in pages for record in page] == made[::-1]
    assert workspace.records.count() == 5


def test_form_status_and_trash_filter(workspace):
    fiche = workspace.start_draft(FICHE).record_id
    interview = workspace.start_draft(INTERVIEW).record_id
    trashed = workspace.start_draft(FICHE).record_id
    workspace.trash(trashed, reason="essai")
    workspace.finalise(interview, definition=INTERVIEW, final_answers={}, beside={}, title="")
    found = [
        workspace.records.list(form_id="fiche"),
        workspace.records.list(status=Status.FINALISED),
        workspace.records.list(trashed=True),
    ]
    assert [[record.record_id for record in page] for page in found] == [[fiche], [interview], [trashed]]


def test_a_form_not_installed_takes_no_record(workspace):
    with pytest.raises(KnownError, match=r"form\.not_installed"):
        workspace.records.add(workspace.records.new("autre", "1", author_id=workspace.actor.actor_id))


@pytest.mark.parametrize("ask", ["get", "beside"])
def test_an_unknown_record_is_said(workspace, ask):
    with pytest.raises(KnownError, match=r"record\.not_found"):
        getattr(workspace.records, ask)("x")


def test_the_record_saved_last_is_one_that_was_answered(workspace, draft):
    assert workspace.records.last_saved("fiche") is None
    workspace.drafts.append(draft, [Edit("nom", None, "A")], actor_id=workspace.actor.actor_id)
    workspace.start_draft(FICHE)
    assert workspace.records.last_saved("fiche").record_id == draft
    assert workspace.records.last_saved("fiche", beside=draft) is None
    assert workspace.records.last_saved("entretien") is None
