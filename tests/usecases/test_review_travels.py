"""Reviews between laptops: commented, returned, answered, settled; erased everywhere; no answer is moved."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.aside import RECORD_PATH
from fieldapp.records.change import Op
from fieldapp.records.erasure import Reason
from fieldapp.records.projection import ANAPEC
from fieldapp.records.rebasing import NetField
from fieldapp.records.review import ReviewState, Role
from fieldapp.store import Pen
from fieldapp.store.erasing.finishing import finish_erasures
from fieldapp.usecases.comment_record import answer, comment, mark_read, settle
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.receive_receipt import receive_receipt
from fieldapp.usecases.record_history import record_history
from fieldapp.usecases.restore_workspace import restoring_in_place_of
from fieldapp.usecases.review_record import choose_role, look_at_review, move_review
from fieldapp.usecases.what_to_do import Look
from fieldapp.usecases.what_to_do import returned as returned_records
from tests.usecases.conftest import finalised
from tests.usecases.teams import FORM, make_people, open_team


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_people(tmp_path_factory.mktemp("equipe"))


@pytest.fixture
def team(made, tmp_path):
    team = open_team(made, tmp_path)
    yield team
    for person in team.people:
        person.workspace.close()


def view(person, record_id):
    return look_at_review(person.workspace, record_id)


def waiting(person):
    """The records that came back to somebody, as the home page tells them."""
    return [row.record_id for row in returned_records(Look(person.workspace, (), "fr")).rows]


def erase(person, record_id, *paths):
    actor = person.workspace.actor.actor_id
    person.workspace.erasing.erase(record_id, paths=paths, reason=Reason.REQUEST, actor_id=actor)


def returned(team):
    """Return a record of Amina's that the lead commented and sent back."""
    record_id = team.amina.write(nom="Amel", ville="Rabat")
    team.round()
    comment(team.lead.workspace, record_id, "Quelle ville au juste ?", path="ville")
    move_review(team.lead.workspace, record_id, ReviewState.COMMENTED)
    team.round()
    return record_id


def test_a_record_returned_with_comments_is_answered_settled_and_submitted(team):
    record_id = returned(team)
    seen = view(team.amina, record_id)
    assert (seen.review.state, seen.unread, seen.allowed) == (ReviewState.COMMENTED, 1, ())
    assert team.amina.workspace.reviews.in_state(ReviewState.COMMENTED) == [record_id]
    assert waiting(team.amina) == [record_id]
    mark_read(team.amina.workspace, record_id)
    assert view(team.amina, record_id).unread == 0
    [thread] = seen.threads
    team.amina.edit(record_id, ville="Rabat-Agdal")
    answer(team.amina.workspace, record_id, thread.thread_id, "Agdal, corrigé.")
    settle(team.amina.workspace, record_id, thread.thread_id)
    team.round()
    back = view(team.lead, record_id)
    assert (back.review.state, back.open_threads, back.unread) == (ReviewState.COMMENTED, 0, 1)
    assert [one.text for one in back.threads[0].remarks] == ["Quelle ville au juste ?", "Agdal, corrigé.", ""]
    assert back.threads[0].was == "Rabat"
    assert (waiting(team.lead), waiting(team.amina)) == ([record_id], [record_id])
    mark_read(team.lead.workspace, record_id)
    move_review(team.lead.workspace, record_id, ReviewState.SUBMITTED)
    team.round()
    assert (waiting(team.lead), waiting(team.amina)) == ([], [])
    assert view(team.amina, record_id).review.state is ReviewState.SUBMITTED
    assert view(team.brahim, record_id).review.state is ReviewState.SUBMITTED


def test_an_edit_on_another_laptop_lets_the_validation_lapse_and_keeps_it_told(team):
    record_id = team.amina.write(nom="Amel")
    team.round()
    move_review(team.lead.workspace, record_id, ReviewState.VERIFIED)
    team.amina.edit(record_id, nom="Amal")
    team.round()
    for person in team.people:
        review = view(person, record_id).review
        assert (review.state, review.last) == (ReviewState.NONE, ReviewState.VERIFIED)
    assert [one.after for one in view(team.brahim, record_id).moves] == [ReviewState.VERIFIED]


def test_a_comment_leaves_answers_revision_and_draft_as_they_are(team):
    record_id = team.amina.write(nom="Amel")
    team.round()
    before = team.amina.workspace.records.get(record_id).revision
    comment(team.lead.workspace, record_id, "Le nom entier ?", path="nom")
    comment(team.lead.workspace, record_id, "À revoir ensemble.")
    team.amina.begin(record_id, nom="Amal")
    team.round()
    assert team.amina.answers(record_id)["nom"] == "Amel"
    assert team.amina.workspace.records.get(record_id).revision == before
    team.amina.finish(record_id)
    assert team.amina.answers(record_id)["nom"] == "Amal"
    assert not team.amina.state(record_id)["nom"].is_conflict


def test_a_deletion_that_was_commented_elsewhere_comes_back_with_its_answers(team):
    record_id = team.amina.write(nom="Amel", ville="Rabat")
    team.round()
    comment(team.lead.workspace, record_id, "Vu.")
    team.amina.workspace.trash(record_id, reason="doublon")
    team.round()
    team.amina.workspace.restore(record_id)
    assert team.amina.answers(record_id)["ville"] == "Rabat"


@pytest.mark.parametrize("eraser", ["lead", "amina"])
def test_an_erased_record_takes_what_was_said_of_it_on_every_laptop(team, eraser):
    record_id = returned(team)
    comment(team.lead.workspace, record_id, "Photo absente, voir Amel.", path="photo")
    comment(team.lead.workspace, record_id, "Voir Madame Amel.", path=RECORD_PATH)
    team.round()
    erase(getattr(team, eraser), record_id)
    team.round(2)
    for person in team.people:
        assert view(person, record_id).threads == ()
        person.workspace.close()
        held = b"".join(path.read_bytes() for path in person.at.iterdir() if path.is_file())
        assert b"Amel" not in held
        person.reopen()
        said = person.workspace._opened.db.execute(
            "SELECT count(*) FROM change_field WHERE new_value LIKE '%Amel%' OR new_value LIKE '%Agdal%'"
        )
        assert said.fetchone()[0] == 0


def test_a_remark_written_while_its_answer_was_erased_elsewhere_goes_too(team):
    record_id = returned(team)
    [thread] = view(team.amina, record_id).threads
    erase(team.lead, record_id, "ville")
    answer(team.amina.workspace, record_id, thread.thread_id, "Rabat, quartier Agdal.")
    comment(team.amina.workspace, record_id, "Rabat, j'y étais.", path="ville")
    team.round(2)
    for person in team.people:
        assert view(person, record_id).threads == ()


def test_a_comment_elsewhere_that_quotes_what_is_erased_goes_too_and_the_others_stay(team):
    record_id = team.amina.write(nom="Amel", ville="0612345678 Agdal")
    team.round()
    comment(team.lead.workspace, record_id, "Au 0612345678 Agdal on ne répond pas.", path="nom")
    comment(team.lead.workspace, record_id, "Le nom entier ?", path="nom")
    team.round()
    erase(team.amina, record_id, "ville")
    team.round(2)
    for person in team.people:
        assert [one.remarks[0].text for one in view(person, record_id).threads] == ["Le nom entier ?"]
        assert person.answers(record_id)["nom"] == "Amel"
        person.workspace.check()


def test_roles_decide_who_moves(team):
    record_id = team.amina.write(nom="Amel")
    with pytest.raises(KnownError) as refused:
        move_review(team.amina.workspace, record_id, ReviewState.VERIFIED)
    assert refused.value.code == "review.not_yours"
    choose_role(team.amina.workspace, Role.VERIFIER)
    move_review(team.amina.workspace, record_id, ReviewState.VERIFIED)
    with pytest.raises(KnownError) as refused:
        move_review(team.amina.workspace, record_id, ReviewState.VALIDATED_BIT)
    assert refused.value.code == "review.wrong_move"


def test_nothing_is_returned_without_a_word(team):
    record_id = team.lead.write(nom="Amel")
    with pytest.raises(KnownError) as refused:
        move_review(team.lead.workspace, record_id, ReviewState.COMMENTED)
    assert refused.value.code == "review.nothing_said"


def test_anapec_learns_the_move_and_no_comment(team):
    record_id = team.lead.write(nom="Amel")
    comment(team.lead.workspace, record_id, "Très fragile.", path="nom")
    move_review(team.lead.workspace, record_id, ReviewState.VERIFIED)
    sent = team.lead.workspace.streams.changes_since(ANAPEC, 0)
    assert [str(change.op) for _, change in sent] == ["create", "review"]
    assert [field.new_value for field in sent[1][1].fields] == ["verified"]
    team.lead.edit(record_id, nom="Amal")
    after = [str(change.op) for _, change in team.lead.workspace.streams.changes_since(ANAPEC, 0)]
    assert after == ["create", "review", "edit"]


def test_the_history_tells_moves_and_comments_in_their_order(team):
    record_id = returned(team)
    told = record_history(team.brahim.workspace, record_id).events
    assert [event.what for event in told] == ["create", "comment", "review"]
    said = [(line.label, line.old.words, line.new.words) for event in told[1:] for line in event.lines]
    assert said == [
        ("Ville", "", "Quelle ville au juste ?"),
        ("Validation", "à vérifier", "renvoyée avec des commentaires"),
    ]


def test_a_draft_nobody_finalised_is_spoken_of_by_nobody(team):
    draft = team.lead.begin(team.lead.write(nom="Amel"), nom="Amal").record.record_id
    with pytest.raises(KnownError) as refused:
        move_review(team.lead.workspace, draft, ReviewState.VERIFIED)
    assert refused.value.code == "review.is_draft"
    comment(team.lead.workspace, draft, "Presque.")
    team.lead.workspace.check()


def test_a_centre_takes_a_move_and_its_answers_stay_what_they_were(enrolled):
    workspace, centre = enrolled.workspace, enrolled.centre
    record_id = finalised(workspace).record.record_id
    choose_role(workspace, Role.LEAD)
    comment(workspace, record_id, "Téléphone à vérifier auprès de la présidente.", path="identite/nom")
    move_review(workspace, record_id, ReviewState.VERIFIED)
    written = make_bundle(workspace, enrolled.folder)
    assert [str(change.op) for _, change in workspace.streams.changes_since(ANAPEC, 0)][-1] == "review"
    [result] = enrolled.centre.import_files([written.path])
    assert (str(result.status), result.quarantine_count, result.conflict_count) == ("applied", 0, 0)
    receive_receipt(workspace, centre.receipt_for(written.header.bundle_id).data)
    assert str(workspace.transmission(record_id)) == "applied"


def test_what_was_said_of_a_record_while_it_was_erased_elsewhere_goes_too(team):
    record_id = team.amina.write(nom="Amel", ville="Rabat")
    team.round()
    erase(team.lead, record_id)
    comment(team.amina.workspace, record_id, "Au 0612345678, demander la sœur.")
    comment(team.amina.workspace, record_id, "Elle ne veut pas de photo.", path="photo")
    team.round(2)
    for person in team.people:
        assert view(person, record_id).threads == ()
        person.workspace.check()


def test_a_backup_older_than_the_acquaintance_of_the_eraser_is_erased_alike_and_can_be_restored(team):
    record_id = team.amina.write(nom="Amel", ville="Rabat")
    comment(team.amina.workspace, record_id, "Au 0612345678, demander la sœur.")
    backup = team.amina.workspace.backups.make()
    team.round()
    erase(team.lead, record_id)
    team.round(2)
    assert finish_erasures(team.amina.workspace).is_done
    restoring = restoring_in_place_of(team.amina.workspace, backup.path)
    team.amina.workspace.close()
    restoring()
    team.amina.reopen()
    for values in (view(team.amina, record_id).threads, team.amina.answers(record_id)):
        assert not values
    team.amina.workspace.check()


def test_what_was_said_of_a_record_in_the_trash_comes_back_with_it(team):
    record_id = team.amina.write(nom="Amel", ville="Rabat")
    team.round()
    erase(team.lead, record_id, "ville")
    team.amina.workspace.trash(record_id, reason="doublon")
    comment(team.brahim.workspace, record_id, "Vu.")
    team.round(2)
    team.amina.workspace.restore(record_id)
    team.round(2)
    for person in team.people:
        assert [one.remarks[0].text for one in view(person, record_id).threads] == ["Vu."]
        assert person.answers(record_id)["nom"] == "Amel"


def test_a_move_that_another_program_wrote_in_its_own_way_moves_nothing(team):
    record_id = team.amina.write(nom="Amel")
    workspace = team.amina.workspace
    record, fields = workspace.records.get(record_id), (NetField("ailleurs", None, "verified", ()),)
    with workspace.transaction():
        workspace._finalising.writer.write_aside(
            record, FORM, op=Op.REVIEW, fields=fields, pen=Pen(record.author_id, "")
        )
    team.round()
    for person in team.people:
        seen = view(person, record_id)
        assert (seen.review.state, [one.after for one in seen.moves]) == (ReviewState.NONE, [None])


def test_half_a_character_of_the_clipboard_does_not_keep_a_comment_from_being_said(team):
    record_id = team.lead.write(nom="Amel")
    comment(team.lead.workspace, record_id, "Vu \ud83d", path="nom")
    assert view(team.lead, record_id).threads[0].remarks[0].text == "Vu \N{REPLACEMENT CHARACTER}"
