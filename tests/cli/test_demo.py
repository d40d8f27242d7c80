"""`fieldapp demo`: the main job from nothing to the receipt, with every path printed and true."""

from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    import json

    from click.testing import CliRunner

    from fieldapp.cli.main import main

    folder = tmp_path_factory.mktemp("demo") / "demo"
    result = CliRunner().invoke(main, ["demo", "--workspace", str(folder), "--json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_five_fiches_are_filled_and_finalised(told):
    assert len(told["records"]) == 5


def test_the_rest_of_the_mission_is_loaded(told):
    assert told["loaded"] > 200


def test_every_path_told_exists(told):
    paths = [*told["pdfs"], told["bundle"], told["central"], told["receipt"]["path"], told["workspace"]]
    assert all(Path(path).exists() for path in paths)


def test_the_second_import_brings_nothing_new(told):
    first, second = told["imports"]
    assert first["new"] >= 5
    assert (second["status"], second["new"]) == ("same", 0)


def test_the_receipt_makes_every_fiche_applied(told):
    assert told["receipt"]["status"] == "applied"
    assert told["transmission"] == ["applied"] * 5


def test_a_folder_in_use_is_refused_in_words(run, tmp_path):
    (tmp_path / "poste").mkdir()
    (tmp_path / "poste" / "mine.txt").write_text("kept", encoding="utf-8")
    refused = run("demo", "--workspace", tmp_path, "--json")
    assert (refused.exit_code, refused.data["error"]) == (1, "workspace.exists")
    assert (tmp_path / "poste" / "mine.txt").read_text(encoding="utf-8") == "kept"
