"""The code lists that follow a standard: written by their script, with what the documents name first."""

import importlib.util

import pytest

from tests.shipped_forms.conftest import ROOT


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("build_lists", ROOT / "packaging" / "build_lists.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_tables_are_what_the_script_gives(script):
    assert script.main(["--check"]) == 0


def test_an_old_table_is_told_and_written_anew(script, tmp_path, monkeypatch, capsys):
    for name in script.TABLES:
        (tmp_path / name).write_text("list,code\n", encoding="utf-8")
    monkeypatch.setattr(script, "LISTS", tmp_path)
    assert script.main(["--check"]) == 1
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    assert "out of date: forms/lists/pays.csv" in capsys.readouterr().out


def test_the_countries_that_the_documents_name_come_first(lists):
    assert [row["code"] for row in lists["pays"]][:4] == ["SY", "SN", "CD", "CI"]


def test_the_languages_that_the_documents_name_come_first(lists):
    assert [row["code"] for row in lists["langue"]][:5] == [
        "francais",
        "arabe",
        "darija",
        "anglais",
        "amazigh",
    ]


def test_the_steps_of_both_journeys_are_there_in_order(lists):
    codes = [row["code"] for row in lists["etape"]]
    assert codes == [f"S{number}" for number in range(11)] + [f"E{number}" for number in range(8)]
    assert all(row["code"][1:] == row["rang"] for row in lists["etape"])


def test_an_obstacle_has_a_level_unless_it_is_none(lists):
    levels = {row["code"] for row in lists["frein_niveau"]}
    without = {row["code"] for row in lists["frein"] if row["niveau"] not in levels}
    assert without == {"autre", "aucun", "refus"}


def test_a_province_and_its_region_have_the_codes_of_the_census(lists):
    names = {row["code"]: row["fr"] for name in ("region", "province") for row in lists[name]}
    assert (names["04"], names["04.421"], names["12.066"]) == ("Rabat-Salé-Kénitra", "Rabat", "Aousserd")


def test_a_crosswalk_stays_out_of_the_workbooks(builder, lists):
    assert any(row["crosswalk"].startswith("openeligibility:") for row in lists["service"])
    choices = builder.build_sheets(ROOT / "forms" / "fiche_organisation", lists)[1]
    assert "crosswalk" not in choices.headings
