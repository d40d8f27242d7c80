"""Several versions of one form, and what one record hands to the next, in a real workspace."""

from time import sleep

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.records import open_record, save_effects, start_record, undo_step

FIRST = """
| survey |
|        | type    | name   | label  | required | default              |
|        | text    | nom    | Nom    | yes      | ${last-saved#nom}    |
|        | integer | age    | Âge    |          |                      |
| settings |
|        | form_id | version | form_title |
|        | visite  | 1       | Visite     |
"""
SECOND = FIRST.replace("| 1       | Visite ", "| 2       | Visites").replace(
    "| integer | age    | Âge ", "| text    | metier | Métier "
)


def install(workspace, table):
    form = load_form_bytes(table.encode(), name="visite.md")
    workspace.forms.install(form, source=table.encode(), name="visite.md")


def say(workspace, opened, question, value):
    effects = opened.session.answer(f"/data/{question}", value)
    save_effects(workspace, opened, effects, question=question)


def begun(workspace, name):
    opened = start_record(workspace, "visite")
    say(workspace, opened, "nom", name)
    return opened


@pytest.fixture
def old_draft(workspace):
    """A draft begun with the first version, then both versions installed and the program begun anew."""
    install(workspace, FIRST)
    draft = begun(workspace, "Amal")
    install(workspace, SECOND)
    workspace.close()
    later = open_workspace(workspace.folder, passphrase=TRAINING_PASSPHRASE)
    yield later, draft.record.record_id
    later.close()


def questions(opened):
    return [question.name for question in opened.session.definition.questions()]


def test_a_draft_opens_with_the_version_it_was_begun_with(old_draft):
    workspace, record_id = old_draft
    opened = open_record(workspace, record_id)
    assert questions(opened) == ["nom", "age"]
    assert opened.session.value("/data/nom") == "Amal"
    say(workspace, opened, "age", "41")
    assert open_record(workspace, record_id).session.value("/data/age") == "41"


def test_a_draft_is_finalised_under_the_version_it_was_begun_with(old_draft):
    workspace, record_id = old_draft
    opened = open_record(workspace, record_id)
    say(workspace, opened, "age", "41")
    assert finalise_record(workspace, opened).is_done
    (change,) = workspace.changes.of_record(record_id)
    assert (change.form_id, change.form_version) == ("visite", "1")
    assert workspace.answers(record_id) == {"nom": "Amal", "age": "41"}


def test_a_new_record_takes_the_version_installed_last(old_draft):
    workspace, _ = old_draft
    opened = start_record(workspace, "visite")
    assert questions(opened) == ["nom", "metier"]
    assert opened.record.form_version == "2"


def test_the_list_shows_records_of_both_versions(old_draft):
    workspace, _ = old_draft
    begun(workspace, "Bassma")
    assert [record.form_version for record in workspace.records.list(form_id="visite")] == ["2", "1"]


def test_the_next_record_takes_what_the_last_saved_one_said(workspace):
    install(workspace, FIRST)
    assert start_record(workspace, "visite").session.value("/data/nom") == ""
    begun(workspace, "Amal")
    begun(workspace, "Bassma")
    assert start_record(workspace, "visite").session.value("/data/nom") == "Bassma"


def test_the_record_saved_last_counts_not_the_one_begun_last(workspace):
    install(workspace, FIRST)
    first, _ = begun(workspace, "Amal"), begun(workspace, "Bassma")
    sleep(0.05)  # moments are kept to the millisecond, and two answers of a person are never in one
    say(workspace, first, "nom", "Amal Idrissi")
    assert start_record(workspace, "visite").session.value("/data/nom") == "Amal Idrissi"


def test_a_finalised_record_counts_too(workspace):
    install(workspace, FIRST)
    opened = begun(workspace, "Amal")
    assert finalise_record(workspace, opened).is_done
    assert start_record(workspace, "visite").session.value("/data/nom") == "Amal"


def test_what_was_put_in_the_trash_or_never_answered_does_not_count(workspace):
    install(workspace, FIRST)
    begun(workspace, "Amal")
    workspace.trash(begun(workspace, "Bassma").record.record_id, reason="")
    undo_step(workspace, begun(workspace, "Chafik"))
    start_record(workspace, "visite")
    assert start_record(workspace, "visite").session.value("/data/nom") == "Amal"


def test_a_draft_taken_up_again_keeps_its_own_answer(workspace):
    install(workspace, FIRST)
    first = begun(workspace, "Amal")
    begun(workspace, "Bassma")
    assert open_record(workspace, first.record.record_id).session.value("/data/nom") == "Amal"


def test_a_new_version_takes_what_a_record_of_the_old_one_said(old_draft):
    workspace, _ = old_draft
    assert start_record(workspace, "visite").session.value("/data/nom") == "Amal"


def test_the_version_of_a_record_is_never_guessed(workspace):
    install(workspace, FIRST)
    with pytest.raises(KnownError, match=r"form\.not_installed"):
        workspace.forms.get("visite", "2")
