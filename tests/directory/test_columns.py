"""Headings that people write here find their question, each once; what was chosen before comes first."""

import pytest

from fieldapp.directory.columns import heading_key, propose_columns
from tests.shipped import definition_of

FICHE = definition_of("fiche_organisation")


def question(column, *, beside=(), remembered=None):
    return propose_columns([column, *beside], FICHE, remembered or {})[column].nodeset.rpartition("/")[2]


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("Nom de l'association", "nom"),
        ("ASSOCIATION", "nom"),
        ("Dénomination", "nom"),
        ("اسم الجمعية", "nom_ar"),
        ("Téléphone", "contact_telephone"),
        ("Tél.", "contact_telephone"),
        ("E-mail", "contact_courriel"),
        ("Province / Préfecture", "site_province"),
        ("Année de création", "annee_creation"),
        ("Acronym", "sigle"),
        ("Numéro d'ordre", ""),
        ("Observations du comité", ""),
    ],
)
def test_a_heading_finds_its_question(column, name):
    assert question(column) == name


def test_a_question_is_proposed_once_and_to_the_heading_that_is_nearest():
    found = propose_columns(["Nom", "Nom de l'organisation"], FICHE, {})
    assert sorted(one.nodeset.rpartition("/")[2] for one in found.values()) == ["", "nom"]


def test_what_a_person_chose_before_is_proposed_first():
    nodeset = f"{FICHE.root}/identite/mission"
    assert question("Colonne 7", remembered={heading_key("colonne 7"): nodeset}) == "mission"
    assert question("Nom", remembered={heading_key("Nom"): ""}) == ""
