"""`fieldapp form outline`: a form as it is read aloud."""

import pytest

from fieldapp.base.paths import shipped_forms

FORM = shipped_forms() / "entretien_chercheur_emploi" / "entretien_chercheur_emploi.xlsx"


def test_questions_are_numbered_with_their_choices_and_conditions(run):
    lines = run("form", "outline", FORM).stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("2. "))
    assert lines[at].endswith("Acceptez-vous de participer ? [une seule réponse, nécessaire]")
    assert [line.strip() for line in lines[at + 2 : at + 4]] == ["- Oui", "- Non"]
    assert any(line.strip() == "→ seulement si [2] = 'non'" for line in lines)


def test_long_lists_are_cut_unless_all_is_asked_for(run):
    short, whole = (run("form", "outline", FORM, *more).stdout for more in ([], ["--all"]))
    assert "Zimbabwe" not in short
    assert "… et " in short
    assert "Zimbabwe" in whole
    assert "… et " not in whole


@pytest.mark.parametrize(
    ("language", "word"), [("ar", "هل تقبلون المشاركة"), ("en", "Do you agree to take part")]
)
def test_the_form_is_read_in_the_language_asked_for(run, language, word):
    assert word in run("form", "outline", FORM, "--in", language).stdout
    assert word in run("--language", language, "form", "outline", FORM).stdout


def test_programs_get_every_entry(run):
    data = run("form", "outline", FORM, "--json").data
    assert (data["form_id"], data["language"]) == ("entretien_chercheur_emploi", "fr")
    assert [entry["number"] for entry in data["entries"] if entry["number"]] == list(
        range(1, 1 + max(entry["number"] for entry in data["entries"]))
    )


def test_a_form_in_one_language_is_read_in_it(run, tmp_path):
    path = tmp_path / "essai.md"
    path.write_text("| survey |\n| | type | name | label |\n| | text | a | Mot |\n", encoding="utf-8")
    assert "1. Mot [texte]" in run("form", "outline", path).stdout


def test_a_form_with_errors_is_refused_with_all_of_them(run, tmp_path):
    path = tmp_path / "essai.md"
    path.write_text("| survey |\n| | type | name | label |\n| | texte | a | Mot |\n", encoding="utf-8")
    assert run("form", "outline", path).exit_code == 1
