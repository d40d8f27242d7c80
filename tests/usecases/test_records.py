"""Filling: what was answered is kept at once, and taken up again where it was left."""

from types import SimpleNamespace

import pytest

from fieldapp.base.errors import KnownError
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


@pytest.fixture
def refusing(workspace, monkeypatch):
    """Return what makes the disk full, and free again."""

    def refuse(*_args, **_named):
        raise KnownError("file.disk_full")

    return SimpleNamespace(
        begin=lambda: monkeypatch.setattr(workspace.drafts, "append", refuse), end=monkeypatch.undo
    )


def test_an_answer_the_disk_refused_is_kept_when_it_is_given_again(workspace, refusing):
    opened = start_record(workspace, FORM)
    refusing.begin()
    with pytest.raises(KnownError, match="disk_full"):
        answered(workspace, opened, NAME, "AMAPPE")
    refusing.end()
    answered(workspace, opened, NAME, "AMAPPE")
    assert open_record(workspace, opened.record.record_id).session.value(NAME) == "AMAPPE"


def test_an_answer_the_disk_refused_is_kept_with_the_next(workspace, refusing):
    opened = start_record(workspace, FORM)
    refusing.begin()
    with pytest.raises(KnownError, match="disk_full"):
        answered(workspace, opened, NAME, "AMAPPE")
    refusing.end()
    answered(workspace, opened, SIGLE, "AM")
    assert open_record(workspace, opened.record.record_id).session.answers() == opened.session.answers()
    undo_step(workspace, opened)
    assert opened.session.value(NAME) == ""


def test_undo_takes_back_the_answer_the_disk_refused_and_not_the_one_before(workspace, refusing):
    opened = start_record(workspace, FORM)
    answered(workspace, opened, NAME, "AMAPPE")
    refusing.begin()
    with pytest.raises(KnownError, match="disk_full"):
        answered(workspace, opened, SIGLE, "AM")
    refusing.end()
    undo_step(workspace, opened)
    assert (opened.session.value(NAME), opened.session.value(SIGLE)) == ("AMAPPE", "")
    assert open_record(workspace, opened.record.record_id).session.answers() == opened.session.answers()


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


def test_half_a_character_is_kept_as_a_sign_for_it(workspace):
    opened = start_record(workspace, FORM)
    answered(workspace, opened, NAME, "Fondation \ud83d")
    assert open_record(workspace, opened.record.record_id).session.value(NAME) == "Fondation \ufffd"
