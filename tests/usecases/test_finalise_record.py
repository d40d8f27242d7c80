"""Finalising: all problems at once, or one change of the net difference; reopening wants a reason."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.change import Op
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.records import save_effects, start_record
from tests.usecases.conftest import FORM, fill, finalised

NAME = "/fiche_organisation/identite/nom"


def test_an_empty_fiche_lists_every_required_question_and_stays_a_draft(workspace):
    opened = start_record(workspace, FORM)
    outcome = finalise_record(workspace, opened)
    assert len(outcome.violations) > 3
    assert NAME in {violation.reference for violation in outcome.violations}
    assert workspace.records.get(opened.record.record_id).is_draft


def test_finalising_writes_one_change_with_the_net_answers(workspace):
    opened = fill(workspace)
    change = finalise_record(workspace, opened).change
    written = {field.path: field.new_value for field in change.fields}
    assert change.op is Op.CREATE
    assert written == opened.session.final_answers()


def test_the_journal_of_a_finalised_fiche_holds(workspace):
    finalised(workspace)
    assert workspace.check() == workspace.changes.count() > 0


def test_reopening_without_a_reason_is_refused(workspace):
    opened = finalised(workspace)
    with pytest.raises(KnownError, match=r"record\.reason_missing"):
        reopen_record(workspace, opened.record.record_id, reason="  ")


def test_a_correction_is_a_second_change_with_its_reason(workspace):
    opened = reopen_record(workspace, finalised(workspace).record.record_id, reason="Erreur de saisie")
    save_effects(workspace, opened, opened.session.answer(NAME, "Nom corrigé"), question=NAME)
    change = finalise_record(workspace, opened).change
    assert (change.op, change.reason) == (Op.EDIT, "Erreur de saisie")
    assert [(field.path, field.new_value) for field in change.fields] == [("identite/nom", "Nom corrigé")]


def test_the_finalised_revision_stays_while_the_record_is_reopened(workspace):
    record_id = finalised(workspace).record.record_id
    before = workspace.answers(record_id)
    opened = reopen_record(workspace, record_id, reason="Visite")
    save_effects(workspace, opened, opened.session.answer(NAME, "Autre"), question=NAME)
    assert workspace.answers(record_id) == before


def test_finalising_again_without_a_difference_writes_nothing(workspace):
    record_id = finalised(workspace).record.record_id
    count = workspace.changes.count()
    outcome = finalise_record(workspace, reopen_record(workspace, record_id, reason="Relecture"))
    assert (outcome.is_done, outcome.change, workspace.changes.count()) == (True, None, count)


def test_a_text_no_bundle_could_carry_is_refused_and_the_draft_stays(workspace):
    opened = fill(workspace)
    mission = "/fiche_organisation/identite/mission"
    save_effects(workspace, opened, opened.session.answer(mission, "é" * 40_000), question=mission)
    with pytest.raises(KnownError, match=r"record\.text_too_long") as refused:
        finalise_record(workspace, opened)
    assert refused.value.facts["question"] == "mission"
    assert workspace.records.get(opened.record.record_id).is_draft
