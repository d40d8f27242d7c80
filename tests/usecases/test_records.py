"""Filling: what was answered is kept at once, and taken up again where it was left."""

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.records import open_record, redo_step, save_effects, start_record, undo_step
from tests.usecases.conftest import FORM, fill

NAME = "/fiche_organisation/identite/nom"
SIGLE = "/fiche_organisation/identite/sigle"


def answered(workspace, opened, reference, value):
    return save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)


def test_a_new_record_is_in_the_file_before_the_first_answer(workspace):
    opened = start_record(workspace, FORM)
    assert workspace.records.get(opened.record.record_id).is_draft


def test_a_draft_is_taken_up_with_every_answer(workspace):
    opened = fill(workspace)
    again = open_record(workspace, opened.record.record_id)
    assert again.session.answers() == opened.session.answers()
    assert again.session.violations() == ()


def test_a_draft_survives_closing_the_program(workspace):
    opened = start_record(workspace, FORM)
    answered(workspace, opened, NAME, "AMAPPE")
    workspace.close()
    reopened = open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)
    assert open_record(reopened, opened.record.record_id).session.value(NAME) == "AMAPPE"
    reopened.close()


def test_the_list_shows_the_name_as_it_is_typed(workspace):
    opened = start_record(workspace, FORM)
    answered(workspace, opened, NAME, "Fondation Exemple")
    assert [record.title for record in workspace.records.list()] == ["Fondation Exemple"]


def test_undo_and_redo_move_the_session_and_the_file(workspace):
    opened = start_record(workspace, FORM)
    answered(workspace, opened, NAME, "AMAPPE")
    answered(workspace, opened, NAME, "Autre nom")
    undo_step(workspace, opened)
    assert opened.session.value(NAME) == "AMAPPE"
    assert open_record(workspace, opened.record.record_id).session.value(NAME) == "AMAPPE"
    redo_step(workspace, opened)
    assert opened.session.value(NAME) == "Autre nom"


def test_nothing_is_undone_beyond_the_beginning(workspace):
    opened = start_record(workspace, FORM)
    assert undo_step(workspace, opened) is None
    assert redo_step(workspace, opened) is None


def test_a_removed_repeat_instance_comes_back_by_undo(workspace):
    opened = fill(workspace)
    before = opened.session.answers()
    effects = opened.session.remove_repeat("/fiche_organisation/sites/site[1]")
    save_effects(workspace, opened, effects, question="/fiche_organisation/sites/site")
    undo_step(workspace, opened)
    assert opened.session.answers() == before


def test_the_language_asked_for_is_the_languages_of_the_session(workspace):
    assert "اسم" in start_record(workspace, FORM, language="ar").session.label(NAME)
