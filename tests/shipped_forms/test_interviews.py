"""What an interview promises the person: a refusal keeps only its reason, no child is asked, nobody is named."""

import re

import pytest

from fieldapp.engine import FormSession
from fieldapp.forms.definition import ExportPolicy, Privacy
from tests.shipped import definition_of

ANONYMOUS = ("entretien_chercheur_emploi", "entretien_porteur_projet")
WITH_AGE = (*ANONYMOUS, "recit_msc")
INTERVIEWS = (*WITH_AGE, "entretien_association", "entretien_conseiller", "groupe_discussion")
ABOUT_THE_RECORD = {"start", "end", "today", "deviceid", "username", "instanceID", "instanceName"}
REFUSED = {"accord", "refus_motif", "texte_lu", "entretien_ouvert", "code_entretien", "parcours_suivi"}
IDENTITY = re.compile(r"(^|_)(nom|prenom|numero|cin|passeport|telephone|courriel|adresse)($|_)")


def begun(name, **answers):
    session = FormSession(definition_of(name))
    agreed = {"texte_lu": "OK", "accord": "oui", "citation_anonyme": "oui"}
    for question, value in {**agreed, **answers}.items():
        session.answer(f"/{name}/consentement/{question}", value)
    return session


def fill_everything(session):
    """Answer every question that is asked, in the first instance of each repeat: the first choice, or a word."""
    before = -1
    while before != len(session.final_answers()):
        before = len(session.final_answers())
        for reference in list(session.leaves()):
            if session.is_relevant(reference) and not session.is_readonly(reference):
                offered = session.choices(reference)
                if not session.value(reference):
                    session.answer(reference, offered[0].value if offered else "1")


def names_kept(session):
    return {path.rpartition("/")[2] for path, value in session.final_answers().items() if value}


@pytest.mark.parametrize("name", INTERVIEWS)
def test_a_refusal_keeps_its_reason_and_nothing_else(name):
    session = begun(name, tranche_age="25_34") if name in WITH_AGE else begun(name)
    fill_everything(session)
    assert len(names_kept(session)) > 20
    session.answer(f"/{name}/consentement/accord", "non")
    session.answer(f"/{name}/consentement/refus_motif", "temps")
    assert names_kept(session) - ABOUT_THE_RECORD <= REFUSED
    assert session.violations() == ()


@pytest.mark.parametrize("name", WITH_AGE)
@pytest.mark.parametrize(
    ("age", "arrangement", "is_open"),
    [
        ("moins_15", "", False),
        ("15_17", "", False),
        ("15_17", "aucun", False),
        ("15_17", "representant", True),
        ("15_17", "protocole", True),
        ("18_24", "", True),
        ("refus", "", True),
    ],
)
def test_nobody_under_15_is_asked_and_a_minor_only_with_somebody(name, age, arrangement, is_open):
    session = begun(name, tranche_age=age, cadre_minorite=arrangement)
    assert session.is_relevant(f"/{name}/circonstances/entretien_date") == is_open


@pytest.mark.parametrize("name", INTERVIEWS)
def test_consent_stands_before_every_question(name):
    sections = [child.reference for child in FormSession(definition_of(name)).children()]
    assert sections[0] == f"/{name}/consentement"


@pytest.mark.parametrize("name", INTERVIEWS)
def test_an_interview_leaves_in_counts_at_most_and_its_words_only_with_consent(name):
    definition = definition_of(name)
    assert definition.export_policy in (ExportPolicy.AGGREGATE, ExportPolicy.LOCAL)
    quotes = [bind for bind in definition.binds.values() if bind.privacy is Privacy.CONSENT]
    assert {bind.consent for bind in quotes} == {f"/{name}/consentement/citation_anonyme"}


@pytest.mark.parametrize("name", ANONYMOUS)
def test_neither_a_name_nor_a_document_number_is_asked_of_a_person(name):
    asked = [question.nodeset.rpartition("/")[2] for question in definition_of(name).questions()]
    assert [each for each in asked if IDENTITY.search(each)] == []


@pytest.mark.parametrize("name", ANONYMOUS)
def test_two_interviews_have_codes_of_their_own(name):
    one, two = (begun(name).value(f"/{name}/code_entretien") for _ in range(2))
    assert one != two
    assert re.fullmatch(r"(CE|PP)-[0-9a-f]{6}", one)


def test_the_evidence_from_interviews_travels_as_a_number():
    definition = definition_of("fiche_mesure")
    held = {path for path, bind in definition.binds.items() if bind.privacy is Privacy.SENSITIVE}
    repeat = "/fiche_mesure/preuves/preuve_entretien"
    told = [
        question.nodeset for question in definition.questions() if question.nodeset.startswith(repeat + "/")
    ]
    assert len(told) == 7
    assert {repeat, *told} <= held
    assert definition.bind("/fiche_mesure/preuves/preuves_entretiens").privacy is Privacy.PUBLIC
