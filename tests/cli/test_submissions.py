"""`fieldapp record export` and `import`, as a person types them."""

import json

import pytest
from click.testing import CliRunner

from fieldapp.cli.main import main
from fieldapp.forms import load_form_bytes
from fieldapp.store import TRAINING_PASSPHRASE, Actor, open_workspace
from fieldapp.usecases.create_workspace import create_workspace

FORM = b"""
| survey |
|  | type | name | label |
|  | text | nom  | Nom   |
| settings |
|  | form_id | version | instance_name |
|  | visite  | 1       | ${nom}        |
"""


@pytest.fixture
def run(tmp_path):
    folder = tmp_path / "espace"
    made = create_workspace(folder, passphrase="", actor=Actor("", "Amina"), is_training=True).workspace
    made.forms.install(load_form_bytes(FORM, name="visite.md"), source=FORM, name="visite.md")
    made.close()

    def run(*arguments):
        return CliRunner().invoke(main, ["--workspace", str(folder), "record", *map(str, arguments)])

    return run


def test_a_table_is_taken_and_written_again(run, tmp_path):
    table = tmp_path / "visite.csv"
    table.write_text("nom\nAmal\n", encoding="utf-8")
    taken = run("import", table, "--form", "visite", "--json")
    assert (taken.exit_code, json.loads(taken.output)["taken"]) == (0, 1)
    written = run("export", "--form", "visite", "--as", "csv", "--output", tmp_path / "sortie")
    assert "en clair" in written.output
    assert "Amal" in (tmp_path / "sortie" / "visite.csv").read_text(encoding="utf-8-sig")


def test_a_refusal_names_the_file_and_says_why(run, tmp_path):
    wrong = tmp_path / "x.xml"
    wrong.write_text("x")
    said = run("import", wrong)
    assert said.exit_code == 1
    assert "x.xml" in said.output
    assert "n’est pas une saisie ODK" in said.output


def test_export_wants_records_or_a_form(run, tmp_path):
    assert run("export", "--output", tmp_path / "s").exit_code == 2


def test_what_is_not_there_is_no_traceback(run, tmp_path):
    said = run("export", "01920000-0000-7000-8000-000000000000", "--output", tmp_path / "s")
    assert (said.exit_code, "Traceback" in said.output) == (1, False)
    open_workspace(tmp_path / "espace", passphrase=TRAINING_PASSPHRASE).close()
