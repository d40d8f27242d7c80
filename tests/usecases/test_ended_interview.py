"""A person who refuses midway leaves the reason, and nothing of what was said before, once it is erased."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.erasure import Reason
from fieldapp.usecases.ended_interview import paths_before_the_end, said_before_the_end
from fieldapp.usecases.erase_record import confirmation_word, erase_record, finish_erasures
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.records import save_effects, start_record
from tests.store.pages import traces

FORM = "recit_msc"
SECRET = "Ce que la personne a raconté avant de refuser"
AGREED = {
    "consentement/texte_lu": "OK",
    "consentement/accord": "oui",
    "consentement/enregistrement_audio": "non",
    "consentement/citation_anonyme": "oui",
    "consentement/accord_forme": "oral",
    "consentement/accord_temoin": "equipe",
    "consentement/tranche_age": "25_34",
}
TOLD = {
    "circonstances/entretien_date": "2021-12-03",
    "circonstances/entretien_region": "04",
    "circonstances/entretien_mode": "presentiel",
    "circonstances/entretien_langue": "francais",
    "recit/recit_auteur": "personne_migrante",
    "recit/sexe": "femme",
    "recit/recit_titre": "Un titre",
    "recit/changement_domaine": "emploi",
    "recit/recit_changement": SECRET,
    "recit/recit_raison": "Parce que",
}
REFUSED = {"consentement/accord": "non", "consentement/refus_motif": "temps"}


def say(workspace, opened, answers):
    for path, value in answers.items():
        effects = opened.session.answer(f"/{FORM}/{path}", value)
        save_effects(workspace, opened, effects, question=path)


@pytest.fixture
def told(workspace):
    opened = start_record(workspace, FORM)
    say(workspace, opened, AGREED | TOLD)
    return opened


def end(workspace, opened, answers):
    say(workspace, opened, answers)
    assert finalise_record(workspace, opened).is_done
    return opened.record.record_id


def erase(workspace, record_id):
    paths = paths_before_the_end(workspace, record_id)
    word = confirmation_word(record_id)
    erase_record(workspace, record_id, paths=paths, reason=Reason.CONSENT, confirmation=word)
    finish_erasures(workspace)


def test_a_refusal_after_answers_is_found_with_what_was_said_before(workspace, told):
    record_id = end(workspace, told, REFUSED)
    found = {one.path for one in said_before_the_end(workspace, record_id)}
    assert found == (AGREED | TOLD).keys() - {"consentement/accord", "consentement/texte_lu"}


@pytest.mark.parametrize("was_complete", [False, True])
def test_once_erased_no_byte_of_it_is_left_and_the_reason_stays(workspace, told, was_complete):
    if was_complete:
        end(workspace, told, {})
        told = reopen_record(workspace, told.record.record_id, reason="La personne se ravise")
    record_id = end(workspace, told, REFUSED)
    erase(workspace, record_id)
    assert traces(workspace.folder, workspace.erasing.source.key, SECRET) == []
    assert workspace.answers(record_id)["consentement/refus_motif"] == "temps"
    assert said_before_the_end(workspace, record_id) == ()


def test_an_interview_that_stops_below_15_keeps_its_age_only(workspace, told):
    record_id = end(workspace, told, {"consentement/tranche_age": "moins_15"})
    assert {one.path for one in said_before_the_end(workspace, record_id)} == TOLD.keys()


def test_an_interview_that_goes_on_has_nothing_to_be_erased(workspace, told):
    record_id = end(workspace, told, {})
    with pytest.raises(KnownError) as refused:
        paths_before_the_end(workspace, record_id)
    assert refused.value.code == "erasure.nothing_before_the_end"


def test_nothing_is_proposed_while_the_refusal_can_still_be_a_slip(workspace, told):
    say(workspace, told, REFUSED)
    assert said_before_the_end(workspace, told.record.record_id) == ()


def test_a_form_without_that_question_has_no_such_end(workspace):
    opened = start_record(workspace, "probleme_remonte")
    assert said_before_the_end(workspace, opened.record.record_id) == ()
