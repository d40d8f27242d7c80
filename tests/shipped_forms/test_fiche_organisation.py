"""The fiche organisation in our own engine: samples without a violation, wrong answers flagged in its words."""

import json
from datetime import UTC, datetime

import pytest
import stdnum.ma.ice
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.base.clock import FixedClock
from fieldapp.engine import FormSession
from fieldapp.forms.definition import ExportPolicy, Privacy
from tests.shipped import definition_of
from tests.shipped_forms.conftest import ROOT

SAMPLES = sorted((ROOT / "resources" / "samples" / "fiches").glob("*.json"))
TOP = "/fiche_organisation"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def definition():
    return definition_of("fiche_organisation")


@pytest.fixture
def session(definition):
    return FormSession(definition, clock=FixedClock(NOON))


def fill(session, path):
    for step in json.loads(path.read_text(encoding="utf-8")):
        if "add_repeat" in step:
            session.add_repeat(step["add_repeat"])
        else:
            session.answer(step["set"], step.get("value", "signature.png"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_filled_without_a_violation(session, path):
    fill(session, path)
    assert session.violations() == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_answer_of_a_sample_is_asked_and_offered(session, path):
    fill(session, path)
    for step in json.loads(path.read_text(encoding="utf-8")):
        if "value" not in step:
            continue
        assert session.is_relevant(step["set"]), step
        offered = {choice.value for choice in session.choices(step["set"])}
        assert not offered or set(step["value"].split()) <= offered, step


def test_the_title_is_the_name_with_its_acronym(session):
    session.answer(f"{TOP}/identite/nom", "Association d'exemple")
    session.answer(f"{TOP}/identite/sigle", "ADE")
    assert session.instance_name() == "Association d'exemple (ADE)"


@pytest.mark.parametrize(
    ("question", "value", "is_right"),
    [
        ("identite/nom", " ", False),
        ("identite/nom_ar", "AMAPPE", False),
        ("identite/nom_ar", "جمعية 12", True),
        ("identite/annee_creation", "1899", False),
        ("identite/annee_creation", "2027", False),
        ("identite/annee_creation", "2026", True),
        ("identite/ice", "999999999000079", True),
        ("identite/ice", "999999999000078", False),
        ("identite/ice", "99999999900007", False),
        ("identite/ice", "000000000000000", False),
        ("identite/site_web", "javascript:alert(1)", False),
        ("identite/site_web", "https://example.org/page", True),
        ("sites/site[1]/site_code_postal", "01000", True),
        ("sites/site[1]/site_code_postal", "1000", False),
        ("sites/site[1]/site_gps", "34.0209 -6.8416 0 0", True),
        ("sites/site[1]/site_gps", "23.7158 -15.9369 0 0", True),
        ("sites/site[1]/site_gps", "-6.8416 34.0209 0 0", False),
        ("sites/site[1]/site_gps", "48.85 2.35 0 0", False),
        ("suivi/date_verification", "2026-11-22", True),
        ("suivi/date_verification", "2026-11-23", False),
        ("publics/categories_beneficiaires", "nsp", True),
        ("publics/categories_beneficiaires", "apatride nsp", False),
    ],
)
def test_a_wrong_answer_is_flagged_and_a_right_one_is_not(session, question, value, is_right):
    session.answer(f"{TOP}/{question}", value)
    violation = session.violation(f"{TOP}/{question}")
    assert (violation is None) == is_right


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(number=st.integers(1, 10**13 - 1), slip=st.integers(0, 96))
def test_an_ice_is_right_when_its_check_digits_are(session, number, slip):
    text = f"{number * 100 + (slip - number * 100) % 97:015d}"
    session.answer(f"{TOP}/identite/ice", text)
    assert (session.violation(f"{TOP}/identite/ice") is None) == stdnum.ma.ice.is_valid(text) == (slip == 0)


@pytest.mark.parametrize(
    ("number", "is_right"),
    [
        ("0612345678", True),
        ("+212612345678", True),
        ("00212 5 37 12 34 56", True),
        ("06-12-34-56-78", True),
        ("+32 2 123 45 67", True),
        ("0412345678", False),
        ("061234567", False),
        ("+2126123456789", False),
        ("+212412345678", False),
        ("téléphone", False),
    ],
)
def test_a_telephone_number_is_moroccan_or_says_its_country(session, number, is_right):
    session.answer(f"{TOP}/contacts/contacts_presents", "oui")
    session.answer(f"{TOP}/contacts/contact[1]/contact_telephone", number)
    violation = session.violation(f"{TOP}/contacts/contact[1]/contact_telephone")
    assert (violation is None) == is_right


def test_staff_for_employment_cannot_exceed_all_staff(session):
    session.answer(f"{TOP}/ressources/salaries_f", "3")
    session.answer(f"{TOP}/ressources/dedies_emploi_f", "4")
    assert session.violation(f"{TOP}/ressources/dedies_emploi_f") is not None
    session.answer(f"{TOP}/ressources/benevoles_f", "1")
    assert session.violation(f"{TOP}/ressources/dedies_emploi_f") is None


def test_a_fiche_without_a_site_is_not_complete(session):
    session.remove_repeat(f"{TOP}/sites/site[1]")
    assert session.violation(f"{TOP}/sites/sites_nombre") is not None
    session.add_repeat(f"{TOP}/sites/site")
    assert session.violation(f"{TOP}/sites/sites_nombre") is None


def test_provinces_follow_the_region(session):
    session.answer(f"{TOP}/sites/site[1]/site_region", "12")
    offered = [choice.value for choice in session.choices(f"{TOP}/sites/site[1]/site_province")]
    assert offered == ["12.391", "12.066"]


def test_services_follow_their_family(session):
    session.answer(f"{TOP}/services/services_insertion", "oui")
    session.answer(f"{TOP}/services/service[1]/service_categorie", "appui_acteurs")
    offered = [choice.value for choice in session.choices(f"{TOP}/services/service[1]/service_type")]
    assert offered == ["plaidoyer", "formation_acteurs", "etude_recherche", "mise_en_reseau"]


def test_without_a_service_the_rest_of_the_section_is_skipped(session):
    session.answer(f"{TOP}/services/services_insertion", "non")
    assert not session.is_relevant(f"{TOP}/services/service[1]/service_type")
    assert not session.is_relevant(f"{TOP}/services/services_nombre")


def test_a_criterion_is_assessed_once(session):
    session.answer(f"{TOP}/capacite/capacite_evaluee", "oui")
    session.add_repeat(f"{TOP}/capacite/evaluation")
    for place in (1, 2):
        session.answer(f"{TOP}/capacite/evaluation[{place}]/evaluation_critere", "mandat")
    assert session.violation(f"{TOP}/capacite/evaluation[2]/evaluation_critere") is not None
    session.answer(f"{TOP}/capacite/evaluation[1]/evaluation_critere", "local")
    assert session.violation(f"{TOP}/capacite/evaluation[2]/evaluation_critere") is None


def test_the_scores_are_added_up_in_a_sentence(session):
    session.answer(f"{TOP}/capacite/capacite_evaluee", "oui")
    session.add_repeat(f"{TOP}/capacite/evaluation")
    for place, score in ((1, "3"), (2, "2")):
        session.answer(f"{TOP}/capacite/evaluation[{place}]/evaluation_score", score)
    assert session.label(f"{TOP}/capacite/capacite_resume") == "2 critère(s) évalué(s), total des scores : 5."


def test_figures_of_people_served_need_their_year(session):
    assert not session.is_required(f"{TOP}/publics/beneficiaires_annee")
    session.answer(f"{TOP}/publics/beneficiaires_f", "12")
    assert session.is_required(f"{TOP}/publics/beneficiaires_annee")


def test_the_fiche_travels_in_full_and_contacts_only_with_consent(definition):
    assert definition.export_policy == ExportPolicy.FULL
    agreed = f"{TOP}/contacts/contact/accord_diffusion"
    held = {nodeset for nodeset, bind in definition.binds.items() if bind.privacy == Privacy.CONSENT}
    assert {definition.bind(nodeset).consent for nodeset in held} == {agreed}
    contact = f"{TOP}/contacts/contact"
    names = ("contact_nom", "contact_fonction", "contact_telephone", "contact_courriel", "accord_diffusion")
    assert held == {contact, *(f"{contact}/{name}" for name in names)}


def test_notes_for_the_team_never_leave_it(definition):
    assert definition.bind(f"{TOP}/suivi/notes_equipe").privacy == Privacy.SENSITIVE


def test_every_section_of_the_fiche_stands_at_the_top_in_order(session):
    letters = [session.label(child.reference)[:2] for child in session.children()]
    assert letters == [f"{letter}." for letter in "ABCDEFGHIJKLMN"]
