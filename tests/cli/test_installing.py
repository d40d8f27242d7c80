"""`fieldapp form install` and `list`: as a person types them, on a real workspace."""

import pytest

FORM = """
| survey |
|        | type                            | name  | label | image    |
|        | select_one_from_file villes.csv | ville | Ville | plan.png |
| settings |
|        | form_id | version | form_title |
|        | villes  | 1       | Villes     |
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "villes.md"
    path.write_text(FORM, encoding="utf-8")
    (tmp_path / "villes.csv").write_text("name,label\nrabat,Rabat\n", encoding="utf-8")
    return path


@pytest.fixture
def fieldapp(run, folder):
    return lambda *arguments: run("--workspace", folder, *arguments)


def test_a_form_is_installed_with_its_files_and_listed(fieldapp, path):
    installed = fieldapp("form", "install", path, "--json")
    assert installed.exit_code == 0
    assert installed.data["forms"][0]["files"] == ["villes.csv"]
    assert "* villes  1  Villes" in fieldapp("form", "list").stdout


def test_warnings_are_told_and_do_not_stop_unless_asked_to(fieldapp, path):
    strict = fieldapp("form", "install", path, "--strict")
    assert (strict.exit_code, "plan.png" in strict.stderr) == (1, True)
    assert "villes" not in fieldapp("form", "list").stdout
    assert "plan.png" in fieldapp("form", "install", path).stdout


def test_a_form_with_errors_is_not_installed_and_keeps_no_other_out(fieldapp, path, tmp_path):
    wrong = tmp_path / "faux.md"
    wrong.write_text(
        FORM.replace("| image ", "| relevant ").replace("plan.png", "${x} = 1"), encoding="utf-8"
    )
    answered = fieldapp("form", "install", wrong, tmp_path / "absent.xlsx", path, "--json")
    assert answered.exit_code == 1
    assert [form["installed"] for form in answered.data["forms"]] == [False, False, True]


def test_the_newest_version_is_marked(fieldapp, path):
    fieldapp("form", "install", path)
    path.write_text(FORM.replace("| 1       |", "| 2       |"), encoding="utf-8")
    fieldapp("form", "install", path)
    found = fieldapp("form", "list", "--json").data["forms"]
    marks = {form["version"]: form["is_newest"] for form in found if form["form_id"] == "villes"}
    assert marks == {"1": False, "2": True}


def test_what_was_installed_is_said_in_the_language_asked_for(fieldapp, path, tmp_path):
    assert (
        "installed (villes 1). Files with it: 1."
        in fieldapp("--language", "en", "form", "install", path).stdout
    )
    refused = fieldapp("--language", "ar", "form", "install", path, "--strict")
    assert "لم يُثبَّت. نقاط للتصحيح: 1." in refused.stderr
