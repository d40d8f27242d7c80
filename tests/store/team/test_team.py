"""What a workspace holds of its team: a stream for each peer, that opens with everything there is."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.store import Membership, Peer, is_team_stream, stream_to
from tests.store.given import FICHE, INTERVIEW

PEER = Peer("d2", "E02", "a2", name="Amina", age_recipient="age1…", joined_at="2026-03-01T09:00:00.000Z")


def lead(workspace):
    workspace.exchange.team.join(Membership(workspace.device.device_id, "E01", folder="", joined_at=""))
    return workspace.exchange.team


def written(workspace, form=FICHE, **answers):
    record = workspace.start_draft(form).record_id
    workspace.finalise(record, definition=form, final_answers=answers, beside={}, title="")
    return record


def test_a_stream_opens_with_everything_and_takes_everything_later(workspace):
    before = written(workspace, nom="A")
    team = lead(workspace)
    team.admit(PEER)
    after = written(workspace, INTERVIEW, parole="B")
    stream = stream_to("d2")
    assert is_team_stream(stream)
    assert [change.record_id for _, change in workspace.streams.changes_since(stream, 0)] == [before, after]
    assert workspace.streams.position("anapec").last_seq == 1, "an interview never enters that one"


def test_what_only_says_what_travelled_enters_no_team(workspace):
    team = lead(workspace)
    contact = "contacts/contact[u1]"
    record = written(workspace, **{f"{contact}/tel": "0600", f"{contact}/accord": "oui"})
    workspace.reopen(record, reason="retrait")
    answers = {f"{contact}/tel": "0600", f"{contact}/accord": "non"}
    workspace.finalise(record, definition=FICHE, final_answers=answers, beside={}, title="")
    team.admit(PEER)
    ops = [str(change.op) for _, change in workspace.streams.changes_since(stream_to("d2"), 0)]
    assert ops == ["create", "edit"]
    assert "withdraw" in {str(change.op) for change in workspace.changes.of_record(record)}


def test_numbers_of_receipts_only_rise(workspace):
    team = lead(workspace)
    team.admit(PEER)
    assert [team.take_receipt_no("d2", at_least) for at_least in (0, 0, 7, 3)] == [1, 2, 8, 9]
    with pytest.raises(KnownError, match=r"team\.not_a_member"):
        team.take_receipt_no("d9", 0)


def test_what_a_peer_wrote_is_no_news_to_them(workspace):
    team = lead(workspace)
    team.admit(PEER)
    assert not team.is_news("d2", 0)
    written(workspace, nom="A")
    assert team.is_news("d2", 0)
    assert not team.is_news("d2", 1)


def test_what_a_team_acknowledged_is_still_only_here(workspace):
    team = lead(workspace)
    written(workspace, nom="A")
    team.admit(PEER)
    assert workspace.losses().records == 1
