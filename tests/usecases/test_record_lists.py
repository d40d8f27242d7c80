"""A form that chooses among records of the workspace: searched by name, kept by id, never dropped."""

import pytest

from fieldapp.forms import load_form_bytes
from fieldapp.usecases.export_fiche import Audience, collect_fiche
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.records import open_record, save_effects, start_record

LISTED = """
| survey |
|  | type | name | label::Français (fr) |
|  | text | nom  | Nom                  |
| settings |
|  | form_id   | version | instance_name | namespaces                              | attribute::fieldapp:export_policy |
|  | organisme | 1       | ${nom}        | fieldapp="https://fieldapp.ma/xforms"   | {policy} |
"""
CHOOSING = """
| survey |
|  | type                                 | name | label        | calculation {privacy} |
|  | select_one_from_file records-{of}.csv | chez | Chez qui ?  |             | public |
|  | calculate                            | nom  |              | {rule}      | public |
| settings |
|  | form_id   | version | namespaces                            | attribute::fieldapp:export_policy |
|  | entretien | 1       | fieldapp="https://fieldapp.ma/xforms" | full |
"""


def choosing_form(of="organisme", rule="pulldata('records-organisme', 'label', 'name', ${chez})"):
    return (
        CHOOSING.replace("{privacy}", "| bind::fieldapp:privacy").replace("{of}", of).replace("{rule}", rule)
    )


def install(workspace, text, name):
    form = load_form_bytes(text.encode(), name=name)
    workspace.forms.install(form, source=text.encode(), name=name)


@pytest.fixture
def choosing(workspace):
    install(workspace, LISTED.replace("{policy}", "full"), "organisme.md")
    install(workspace, choosing_form(), "entretien.md")
    return workspace


def organisation(workspace, name):
    opened = start_record(workspace, "organisme")
    save_effects(workspace, opened, opened.session.answer("/data/nom", name), question="/data/nom")
    return opened.record.record_id


def chosen(workspace, record_id):
    opened = start_record(workspace, "entretien")
    effects = opened.session.answer("/data/chez", record_id)
    save_effects(workspace, opened, effects, question="/data/chez")
    return opened


def test_the_records_of_a_form_are_choices_of_another_by_name(choosing):
    amal, nour = organisation(choosing, "Nour"), organisation(choosing, "Amal")
    session = start_record(choosing, "entretien").session
    offered = [(choice.value, choice.label) for choice in session.choices("/data/chez")]
    assert offered == [(nour, "Amal"), (amal, "Nour")]


def test_rules_look_the_record_up(choosing):
    amal = organisation(choosing, "Amal")
    assert chosen(choosing, amal).session.value("/data/nom") == "Amal"


def test_a_record_renamed_later_is_still_the_one_chosen(choosing):
    amal = organisation(choosing, "Amal")
    record_id = chosen(choosing, amal).record.record_id
    again = open_record(choosing, amal)
    save_effects(choosing, again, again.session.answer("/data/nom", "Al Amal"), question="/data/nom")
    session = open_record(choosing, record_id).session
    assert session.value("/data/chez") == amal
    assert [choice.label for choice in session.choices("/data/chez")] == ["Al Amal"]


@pytest.mark.parametrize("gone", ["trashed", "elsewhere"])
def test_what_was_chosen_stays_chosen_when_the_record_is_not_at_hand(choosing, gone):
    amal = organisation(choosing, "Amal") if gone == "trashed" else "01920000-0000-7000-8000-000000000000"
    record_id = chosen(choosing, amal).record.record_id
    if gone == "trashed":
        choosing.trash(amal, reason="essai")
    opened = open_record(choosing, record_id)
    assert opened.session.value("/data/chez") == amal
    assert amal in [choice.value for choice in opened.session.choices("/data/chez")]
    assert finalise_record(choosing, opened).is_done


def test_a_trashed_record_is_no_new_choice(choosing):
    choosing.trash(organisation(choosing, "Amal"), reason="essai")
    assert start_record(choosing, "entretien").session.choices("/data/chez") == []


def test_a_record_is_no_choice_of_its_own(workspace):
    install(workspace, choosing_form("entretien", "1"), "entretien.md")
    first, second = (start_record(workspace, "entretien").record.record_id for _ in range(2))
    offered = open_record(workspace, first).session.choices("/data/chez")
    assert [choice.value for choice in offered] == [second]


def printed(workspace, record_id, audience):
    job = collect_fiche(workspace, record_id, language="fr", audience=audience)
    return repr(job.outline)


@pytest.mark.parametrize("policy", ["full", "local"])
def test_a_pdf_for_the_agency_names_no_record_of_a_form_that_does_not_travel(workspace, policy):
    install(workspace, LISTED.replace("{policy}", policy), "organisme.md")
    install(workspace, choosing_form(rule="1"), "entretien.md")
    amal = organisation(workspace, "Amal la secrète")
    finalise_record(workspace, open_record(workspace, amal))
    interview = chosen(workspace, amal)
    assert finalise_record(workspace, interview).is_done
    record_id = interview.record.record_id
    assert "Amal la secrète" in printed(workspace, record_id, Audience.LOCAL)
    assert ("Amal la secrète" in printed(workspace, record_id, Audience.ANAPEC)) == (policy == "full")
