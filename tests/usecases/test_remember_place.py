import pytest

from fieldapp.usecases import remember_place
from fieldapp.usecases.records import open_record, save_effects, start_record, undo_step
from fieldapp.usecases.remember_place import keep_place, place_in

FORM, NAME, YEAR = "fiche_organisation", "identite/nom", "identite/annee_creation"


@pytest.fixture
def opened(workspace):
    return start_record(workspace, FORM)


def give(workspace, opened, path, value):
    reference = f"/{FORM}/{path}"
    save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)


def test_a_record_is_taken_up_where_it_was_left_though_nothing_was_answered_there(workspace, opened):
    record_id = opened.record.record_id
    give(workspace, opened, NAME, "Amal")
    keep_place(workspace, record_id, YEAR)
    assert place_in(workspace, record_id) == YEAR


def test_what_was_answered_after_the_place_was_kept_is_the_place(workspace, opened):
    record_id = opened.record.record_id
    keep_place(workspace, record_id, YEAR)
    give(workspace, opened, NAME, "Amal")
    assert place_in(workspace, record_id) == NAME
    undo_step(workspace, opened)
    assert place_in(workspace, record_id) == YEAR


def test_a_new_record_has_no_place(workspace, opened):
    assert place_in(workspace, opened.record.record_id) == ""
    assert open_record(workspace, opened.record.record_id).session.exists(f"/{FORM}/{NAME}")


def test_only_the_records_left_last_are_remembered(workspace, opened, monkeypatch):
    monkeypatch.setattr(remember_place, "_MOST", 2)
    for name in ("un", "deux", "trois"):
        keep_place(workspace, name, NAME)
    assert [place_in(workspace, name) for name in ("un", "deux", "trois")] == ["", NAME, NAME]
