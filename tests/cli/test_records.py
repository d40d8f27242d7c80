"""`fieldapp record list`: what was filled is found by words, filters and order, page by page."""

import shutil

import pytest

from fieldapp.store import TRAINING_PASSPHRASE, open_workspace
from tests.usecases.conftest import fill, finalised, start_record


@pytest.fixture(scope="module")
def filled(made_workspace, tmp_path_factory):
    """The folder of a workspace with two complete fiches and a draft that was just begun, closed."""
    folder = shutil.copytree(made_workspace, tmp_path_factory.mktemp("filled") / "poste")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    finalised(workspace, "amappe")
    finalised(workspace, "soleterre")
    fill(workspace, "caritas")
    start_record(workspace, "fiche_organisation")
    workspace.close()
    return folder


@pytest.fixture
def listed(run, filled):
    """Return what lists the records and returns their titles."""

    def call(*arguments):
        data = run("--workspace", filled, "record", "list", *arguments, "--json").data
        return [record["title"].partition(" ")[0] for record in data["records"]]

    return call


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ((), ["", "Caritas", "Soleterre", "Association"]),
        (("--sort", "title"), ["Association", "Caritas", "Soleterre", ""]),
        (("--sort", "title", "--reverse"), ["Soleterre", "Caritas", "Association", ""]),
        (("--state", "draft"), ["", "Caritas"]),
        (("--incomplete",), [""]),
        (("--form", "fiche org", "--limit", "1", "--offset", "1"), ["Caritas"]),
        (("--author", "agente"), ["", "Caritas", "Soleterre", "Association"]),
        (("--query", "الرباط"), ["Caritas", "Soleterre", "Association"]),
        (("--query", "soleter"), ["Soleterre"]),
        (("--query", "absent"), []),
    ],
)
def test_records_are_found_by_what_is_asked(listed, arguments, titles):
    found = listed(*arguments)
    assert found == titles


def test_a_region_is_asked_for_by_name_or_by_code(listed):
    assert listed("--region", "rabat sale") == listed("--region", "04") != []


@pytest.mark.parametrize("option", ["region", "form", "author"])
def test_what_no_record_has_is_refused_with_what_there_is(run, filled, option):
    refused = run("--workspace", filled, "record", "list", f"--{option}", "atlantide", "--json")
    assert refused.exit_code == 1
    assert refused.data["error"] == f"list.unknown_{option}"
    assert refused.data["facts"]["known"]


def test_the_number_of_all_is_told_beside_a_page(run, filled):
    page = run("--workspace", filled, "record", "list", "--limit", "1", "--json")
    assert (page.data["count"], len(page.data["records"])) == (4, 1)
    assert "1 fiches sur 4." in run("--workspace", filled, "record", "list", "--limit", "1").stdout
