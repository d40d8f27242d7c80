"""`fieldapp record import-list` and `undo-list`, as a person types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.cli.main import main
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace

LIST = "Association,Tél\nAmal,0537000001\nNour,à demander\n"


@pytest.fixture
def run(tmp_path):
    folder = tmp_path / "espace"
    create_workspace(folder, passphrase="", actor=Actor("", "Amina"), is_training=True).workspace.close()

    def run(*arguments):
        return CliRunner().invoke(main, ["--workspace", str(folder), "record", *map(str, arguments)])

    return run


@pytest.fixture
def people(tmp_path):
    path: Path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_preview_makes_nothing_and_a_list_can_be_taken_back(run, people):
    seen = json.loads(run("import-list", people, "--preview", "--json").output)
    assert [row["title"] for row in seen["rows"]] == ["Amal", "Nour"]
    assert seen["made"] == []
    made = run("import-list", people)
    assert "2 brouillon(s)" in made.output
    assert "ligne 3, Tél" in made.output
    assert "2 brouillon(s) mis à la corbeille" in run("undo-list").output
    assert run("undo-list").exit_code == 1


def test_a_column_may_be_given_another_question_or_none(run, people):
    seen = json.loads(run("import-list", people, "--column", "Tél=", "--preview", "--json").output)
    assert seen["mapping"]["Tél"] == ""
    assert run("import-list", people, "--column", "Fax=nom").exit_code == 2
    assert run("import-list", people, "--column", "Tél=rien").exit_code == 1


def test_rows_like_a_fiche_that_is_there_may_be_left(run, people):
    run("import-list", people)
    assert json.loads(run("import-list", people, "--skip-likely", "--json").output)["made"] == []
