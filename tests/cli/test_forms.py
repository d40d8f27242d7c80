"""`fieldapp form check`: every problem at once, with its place, in the reader's language."""

import pytest

from fieldapp.base.paths import shipped_forms

BROKEN = """
| survey |         |        |         |                  |
|        | type    | name   | label   | relevant         |
|        | text    | nom    | Nom     |                  |
|        | integer | revenu | Revenu  | ${reveneu} > 0   |
|        | text    | suite  | Suite   | nosuch(${nom})   |
|        | text    | nom    | Encore  |                  |
| settings |       |        |         |                  |
|        | form_id | version |        |                  |
|        | essai   | 1      |         |                  |
"""


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "essai.md"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_the_shipped_form_has_no_problem(run):
    path = shipped_forms() / "fiche_organisation" / "fiche_organisation.xlsx"
    assert run("form", "check", path).exit_code == 0


def test_all_problems_come_at_once_with_their_rows(run, broken):
    checked = run("form", "check", broken, "--json")
    problems = checked.data["forms"][0]["problems"]
    assert checked.exit_code == 1
    assert {problem["row"] for problem in problems} >= {3, 4, 5}
    assert all(problem["sheet"] == "survey" for problem in problems)


def test_a_misspelt_name_is_answered_with_the_right_one(run, broken):
    said = run("form", "check", broken).stderr
    assert "${reveneu}" in said
    assert "Vouliez-vous dire ${revenu} ?" in said


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not really", b"\x00\x01\x02", b"<xml", b"a;b;c"])
@pytest.mark.parametrize("suffix", ["xlsx", "md", "xml", "xls"])
def test_no_file_whatever_gives_a_traceback(run, tmp_path, data, suffix):
    path = tmp_path / f"form.{suffix}"
    path.write_bytes(data)
    checked = run("form", "check", path)
    assert checked.exit_code == 1
    assert "Traceback" not in checked.output


def test_a_missing_file_is_said(run, tmp_path):
    assert run("form", "check", tmp_path / "nothing.xlsx").exit_code == 1


def test_one_unreadable_file_does_not_hide_the_others(run, broken, tmp_path):
    checked = run("form", "check", tmp_path, broken, "--json")
    assert [bool(one.get("problems")) for one in checked.data["forms"]] == [False, True]
