"""The sample fiches: well-formed steps, in the form's order, with contacts that are plainly invented."""

import json
import re

import pytest

from tests.shipped_forms.conftest import ROOT

SAMPLES = ROOT / "resources" / "samples"
FICHES = sorted((SAMPLES / "fiches").glob("*.json"))
EACH = pytest.mark.parametrize("path", FICHES, ids=lambda path: path.stem)


def steps_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


def answers_of(path, name):
    return [step.get("value", "") for step in steps_of(path) if step.get("set", "").endswith("/" + name)]


@pytest.fixture(scope="module")
def nodesets(builder):
    """Nodesets of the fiche in the order of the form."""
    found, open_groups = [], ["", "fiche_organisation"]
    for row in builder.read_rows(ROOT / "forms" / "fiche_organisation" / "survey.csv"):
        if row["type"].startswith("end "):
            open_groups.pop()
            continue
        found.append("/".join([*open_groups, row["name"]]))
        if row["type"].startswith("begin "):
            open_groups.append(row["name"])
    return found


def test_there_are_five_samples():
    assert len(FICHES) == 5


@EACH
def test_every_step_answers_a_question_of_the_form_in_its_order(path, nodesets):
    asked = [re.sub(r"\[\d+\]", "", step["set"]) for step in steps_of(path) if "set" in step]
    assert set(asked) <= set(nodesets)
    sections = [nodesets.index("/".join(reference.split("/")[:3])) for reference in asked]
    assert sections == sorted(sections)


@EACH
def test_a_picture_exists_and_says_it_is_a_picture(path):
    files = [step["file"] for step in steps_of(path) if "file" in step]
    assert files == [f"signatures/{path.stem}.png"]
    assert (SAMPLES / files[0]).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@EACH
def test_every_person_is_plainly_invented(path):
    people = answers_of(path, "contact_nom") + answers_of(path, "signataire_nom")
    assert all("fictif" in name or "fictive" in name or "وهمي" in name for name in people)
    assert all(mail.endswith("@example.org") for mail in answers_of(path, "contact_courriel"))
    assert all(re.fullmatch("06000000[0-9]{2}", number) for number in answers_of(path, "contact_telephone"))


def test_the_samples_hold_what_the_work_is_about():
    refusals = [answer for path in FICHES for answer in answers_of(path, "accord_diffusion")]
    assert {"oui", "non"} == set(refusals)
    arabic = [name for path in FICHES for name in answers_of(path, "contact_nom") if re.search("[ء-ي]", name)]
    assert arabic
    assert any(len(answers_of(path, "site_region")) > 3 for path in FICHES)
