"""What the centre refuses of one change taken alone."""

from dataclasses import replace

import pytest

from fieldapp.central.rules import FormRules
from fieldapp.forms.definition import ExportPolicy
from fieldapp.records.change import Change, ChangeField, Op
from tests.central.laptops import FORM, FORMS

SITE = "site[0197f9d4-0000-7000-8000-000000000001]"
RULES = FormRules(FORMS, FORMS.__getitem__)


def fault(path, value, *, old=None, form_id="essai", version="1", op=Op.EDIT, merge_into="", rules=RULES):
    field = ChangeField(path, old, value, (), "00", "")
    found = rules.fault_of(Change("d", 1, "c", "", "", "r", form_id, version, op, "", merge_into, (field,)))
    return found.code if found else ""


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("nom", "AMPF", ""),
        ("nom", None, ""),
        ("nom", "Première ligne\nseconde\tcolonne", ""),
        ("annee", "1999", ""),
        ("annee", "-3", "value.breaks_rule"),
        ("telephone", "0612345678", ""),
        ("telephone", "06 douze", "value.breaks_rule"),
        ("annee", "12,5", "value.wrong_type"),
        ("annee", "١٩٩٩ ans", "value.wrong_type"),
        ("ouvert", "oui", ""),
        ("ouvert", "peut-être", "value.unknown_choice"),
        ("services", "emploi droit", ""),
        ("services", "emploi autre", "value.unknown_choice"),
        ("inconnu", "x", "value.unknown_field"),
        ("nom/dedans", "x", "value.unknown_field"),
        (f"{SITE}/adresse", "1, rue Ibn Battouta", ""),
        (f"{SITE}/@present", "1", ""),
        (f"{SITE}/@present", "2", "value.wrong_type"),
        (f"{SITE}/@rank", "V", ""),
        (f"{SITE}/@rank", "-", "value.wrong_type"),
        ("nom/@present", "1", "value.unknown_field"),
        ("nom", "AMPF\u202egnp", "value.forbidden_characters"),
        ("nom", "AM\x00PF", "value.forbidden_characters"),
        ("nom", "javascript:alert(1)", "value.forbidden_link"),
        ("nom", " JavaScript : alert(1)", "value.forbidden_link"),
        ("secret", "vulnérable", "value.not_for_centre"),
        ("secret", None, ""),
    ],
)
def test_a_value_is_checked_by_its_form(path, value, code):
    assert fault(path, value) == code


def test_what_stood_before_is_checked_for_characters_that_deceive():
    assert fault("nom", "AMPF", old="AM\x00PF") == "value.forbidden_characters"


def test_a_form_nobody_installed_is_unknown():
    assert fault("nom", "x", form_id="autre") == "change.unknown_form"


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("ouvert", "peut-être", ""),
        ("annee", "douze", "value.wrong_type"),
        ("inconnu", "x", "value.unknown_field"),
    ],
)
def test_a_version_we_do_not_have_is_checked_by_the_newest_but_for_choices_and_rules(path, value, code):
    assert fault(path, value, version="2") == code


def test_a_form_that_may_not_leave_is_refused():
    local = {("essai", "1"): replace(FORM, export_policy=ExportPolicy.AGGREGATE)}
    assert fault("nom", "x", rules=FormRules(local, local.__getitem__)) == "change.not_for_centre"


def test_a_record_is_not_merged_into_itself():
    assert fault("nom", "x", op=Op.MERGE, merge_into="r") == "change.self_merge"


def test_what_a_comment_says_is_no_answer():
    assert fault("commentaire", "à revoir", op=Op.COMMENT) == ""


def test_selections_are_sets():
    assert RULES.set_paths("essai") == {"services"}
    assert RULES.set_paths("autre") == frozenset()
