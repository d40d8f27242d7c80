"""Streams: what leaves, decided once, numbered without gaps; a withdrawn value can come back without a conflict."""

import json

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.records.change import Op, check_digests, content_hash
from fieldapp.records.merge import answers_of, merge_record
from fieldapp.store.streams import open_stream
from tests.store.given import CONTACT, FICHE, INTERVIEW

TEL, CONSENT = f"{CONTACT}/tel", f"{CONTACT}/accord"


@pytest.fixture
def revise(workspace, draft):
    """Return what writes a revision of the draft."""

    def act(**answers):
        if not workspace.records.get(draft).is_draft:
            workspace.reopen(draft, reason="visite")
        named = {"nom": "nom", "note": "note", "tel": TEL, "accord": CONSENT}
        final = {named[name]: value for name, value in answers.items()}
        return workspace.finalise(draft, definition=FICHE, final_answers=final, beside={}, title="")

    return act


@pytest.fixture
def sent(workspace):
    """Return what the stream carries so far."""
    return lambda: [change for _, change in workspace.streams.changes_since("anapec", 0)]


@pytest.fixture
def audience(sent):
    """Return what the centre holds after applying the stream."""

    def fold():
        state = merge_record(sent(), stream=True)
        assert not any(field.is_conflict for field in state.values())
        return answers_of(state)

    return fold


def test_only_what_may_travel_does(revise, sent):
    revise(nom="AMAPPE", note="secret", tel="+212600000000", accord="non")
    assert [[field.path for field in change.fields] for change in sent()] == [[CONSENT, "nom"]]


def test_a_change_of_which_nothing_travels_does_not_enter(workspace, revise):
    revise(note="secret")
    assert workspace.streams.position("anapec").last_seq == 0


def test_entries_are_numbered_without_gaps(workspace, revise):
    revise(nom="A")
    revise(nom="A", note="secret")
    revise(nom="B", note="secret")
    assert [number for number, _ in workspace.streams.changes_since("anapec", 0)] == [1, 2]
    assert [number for number, _ in workspace.streams.changes_since("anapec", 1)] == [2]


def test_parents_that_never_travelled_are_left_out(revise, sent):
    revise(nom="A", tel="1", accord="non")
    revise(nom="A", tel="2", accord="oui")
    published = sent()[-1]
    assert (published.op, [(field.path, field.parents) for field in published.fields]) == (
        Op.PUBLISH,
        [(TEL, ())],
    )


def test_a_value_replaced_when_consent_came_does_not_leave_with_the_new_one(revise, sent):
    revise(tel="+212611111111", accord="non")
    revise(tel="+212622222222", accord="oui")
    assert "+212611111111" not in repr(sent())
    assert "+212622222222" in repr(sent())


def test_consent_given_later_publishes_the_value_that_stood(revise, audience):
    revise(nom="A", tel="1", accord="non")
    assert TEL not in audience()
    revise(nom="A", tel="1", accord="oui")
    assert audience()[TEL] == "1"


def test_consent_withdrawn_takes_the_value_away(revise, sent, audience):
    revise(tel="1", accord="oui")
    revise(tel="1", accord="non")
    assert sent()[-1].op is Op.WITHDRAW
    assert sent()[-1].fields[0].old_value is None
    assert audience() == {CONSENT: "non"}


def test_a_value_taken_back_leaves_no_more_and_every_digest_still_holds(revise, sent):
    revise(nom="AMAPPE", tel="+212600000000", accord="oui")
    revise(nom="AMAPPE", tel="+212600000001", accord="oui")
    before = [content_hash(change) for change in sent()]
    revise(nom="AMAPPE", accord="non")
    values = {
        value for change in sent() for field in change.fields for value in (field.old_value, field.new_value)
    }
    assert not [value for value in values if value and value.startswith("+212")]
    assert [content_hash(change) for change in sent()][: len(before)] == before


def test_a_value_given_again_after_it_was_taken_back_leaves_again(revise, sent):
    revise(tel="+212600000000", accord="oui")
    revise(tel="+212600000000", accord="non")
    revise(tel="+212600000002", accord="oui")
    values = {field.new_value for change in sent() for field in change.fields if field.path == TEL}
    assert values == {None, "+212600000002"}


def test_consent_given_again_after_withdrawal_makes_no_conflict(revise, audience):
    for consent in ("oui", "non", "oui", "non", "oui"):
        revise(tel="1", accord=consent)
    assert audience() == {TEL: "1", CONSENT: "oui"}


def test_a_value_blanked_and_given_again_makes_no_conflict(revise, audience):
    for name in ("A", "", "B", "", "C"):
        revise(nom=name, tel="1", accord="oui")
    assert audience()["nom"] == "C"


def test_a_blanked_value_is_not_taken_away_twice(revise, sent):
    revise(nom="A", tel="1", accord="oui")
    revise(nom="A", accord="oui")
    revise(nom="B", accord="oui")
    assert [change.op for change in sent()] == [Op.CREATE, Op.EDIT, Op.EDIT]


def test_deleting_takes_everything_away(workspace, draft, revise, sent, audience):
    revise(nom="A", tel="1", accord="oui")
    workspace.trash(draft, reason="doublon")
    assert [change.op for change in sent()[-2:]] == [Op.DELETE, Op.WITHDRAW]
    assert audience() == {}
    workspace.restore(draft)
    assert audience() == {"nom": "A", TEL: "1", CONSENT: "oui"}


def test_what_travels_carries_digests_that_hold(revise, sent):
    revise(nom="A", note="secret", tel="1", accord="oui")
    revise(nom="B", note="secret", tel="1", accord="non")
    for change in sent():
        check_digests(change)


def test_publishing_says_nothing_new_at_home(workspace, draft, revise):
    revise(tel="1", accord="non")
    revise(tel="1", accord="oui")
    revise(tel="1", accord="non")
    assert workspace.answers(draft) == {TEL: "1", CONSENT: "non"}
    assert workspace.changes.verify() == 5


def test_interviews_never_enter(workspace):
    record = workspace.start_draft(INTERVIEW).record_id
    workspace.finalise(record, definition=INTERVIEW, final_answers={"nom": "X"}, beside={}, title="")
    assert workspace.streams.changes_since("anapec", 0) == []


def test_a_team_gets_everything(workspace, revise):
    open_stream(workspace._opened.db, "equipe:lead", at="")
    change = revise(nom="A", note="secret", tel="1", accord="non")
    assert workspace.streams.changes_since("equipe:lead", 0) == [(1, change)]


def test_the_records_touched_are_known(workspace, draft, revise):
    revise(nom="A")
    revise(nom="B")
    assert workspace.streams.records_since("anapec", 0) == [draft]
    assert workspace.streams.records_since("anapec", 2) == []


def test_an_entry_is_written_only_with_its_change(workspace, revise):
    change = revise(nom="A")
    with pytest.raises(BugError, match="outside"):
        workspace.streams.enter("anapec", change, [])


def test_an_unknown_stream_is_said(workspace):
    with pytest.raises(KnownError, match=r"stream\.not_found"):
        workspace.streams.position("equipe:personne")


def test_stream_parents_are_kept_as_written(workspace, revise):
    revise(nom="A")
    revise(nom="B")
    rows = workspace._opened.db.execute("SELECT parents FROM stream_field ORDER BY stream_seq").fetchall()
    first = workspace.streams.changes_since("anapec", 0)[0][1].change_id
    assert [json.loads(row[0]) for row in rows] == [[], [first]]


def test_what_the_audience_holds_of_one_record_costs_the_same_among_many(workspace, draft, revise):
    revise(nom="A", tel="1", accord="oui")

    def steps():
        counted = []
        workspace._opened.db.conn.set_progress_handler(lambda: counted.append(1) and None, 10)
        workspace.streams.history("anapec", draft)
        workspace._opened.db.conn.set_progress_handler(None, 0)
        return len(counted)

    alone = steps()
    for number in range(40):
        record = workspace.start_draft(FICHE).record_id
        workspace.finalise(record, definition=FICHE, final_answers={"nom": str(number)}, beside={}, title="")
    assert steps() <= alone + 2
