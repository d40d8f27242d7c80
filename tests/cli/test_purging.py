"""`fieldapp workspace purge`: shown, asked twice, done."""

import pytest

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.erase_record import confirmation_word
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.records import save_effects, start_record
from tests.usecases.conftest import finalised

PHONE = "0600000003"


@pytest.fixture
def record(folder):
    """Return the id of a finalised record of the closed workspace, and the path of a telephone in it."""
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    record_id = finalised(workspace, "caritas").record.record_id
    path = next(path for path, value in workspace.answers(record_id).items() if PHONE in value)
    workspace.close()
    return record_id, path


@pytest.fixture
def purge(run, folder):
    return lambda *words, **options: run("--workspace", folder, "workspace", "purge", *words, **options)


@pytest.fixture
def check(run, folder):
    return lambda: run("--workspace", folder, "workspace", "check", "--json").data


def test_a_preview_counts_lists_the_answers_and_changes_nothing(purge, check, record):
    seen = purge(record[0], "--preview", "--json").data
    assert (seen["whole"], seen["word"]) == (True, confirmation_word(record[0]))
    assert record[1] in {one["path"] for one in seen["answers_by_path"]}
    assert PHONE not in str(seen)
    assert check()["erased"] == 0


def test_a_phone_is_erased_without_questions_when_both_answers_are_given(purge, check, record):
    done = purge(
        record[0], "--path", record[1], "--reason", "demande", "--yes", "--yes-really", "--json"
    ).data
    assert (done["erased"], done["finished"], done["reason"]) == (1, True, "demande de la personne")
    assert check()["erased"] == 1


@pytest.mark.parametrize("typed", ["oui\noui\n", "\n", "autre-mot\ny\n"])
def test_nothing_goes_when_the_word_is_not_typed(purge, check, record, typed):
    assert purge(record[0], "--reason", "demande", input=typed).exit_code == 1
    assert check()["erased"] == 0


def test_nothing_goes_when_the_second_question_is_not_answered_by_yes(purge, check, record):
    typed = f"{confirmation_word(record[0])}\nn\n"
    assert purge(record[0], "--reason", "demande", input=typed).exit_code == 1
    assert check()["erased"] == 0


def test_a_record_goes_after_the_word_and_a_yes(purge, check, record):
    done = purge(record[0], "--reason", "erreur", input=f"{confirmation_word(record[0])}\ny\n")
    assert done.exit_code == 0
    assert "Caritas" in done.stderr
    assert check()["erased"] > 300


def test_a_reason_is_asked_for_and_is_one_of_those_that_name_nobody(purge, record):
    assert purge(record[0]).exit_code == 2
    assert purge(record[0], "--reason", "Madame X l'a dit").exit_code == 2


def test_what_is_not_there_is_said(purge, record):
    refused = purge(record[0], "--path", "nulle/part", "--preview", "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "erasure.no_such_answer")


def test_what_was_said_before_a_refusal_is_erased_and_its_reason_kept(purge, check, folder):
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    opened = start_record(workspace, "recit_msc")
    told = [("texte_lu", "OK"), ("accord", "oui"), ("tranche_age", "25_34")]
    for question, value in (*told, ("accord", "non"), ("refus_motif", "temps")):
        save_effects(
            workspace,
            opened,
            opened.session.answer(f"/recit_msc/consentement/{question}", value),
            question="",
        )
    assert finalise_record(workspace, opened).is_done
    workspace.close()
    record_id = opened.record.record_id
    done = purge(record_id, "--before-refusal", "--yes", "--yes-really", "--json").data
    assert (done["paths"], done["finished"]) == (["consentement/tranche_age"], True)
    assert "nothing_before_the_end" in purge(record_id, "--before-refusal", "--preview", "--json").stdout
