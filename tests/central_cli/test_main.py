"""`fieldapp-central` from the shell: what it prints, what it writes, with which exit code it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.base.clock import SystemClock
from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.enrolment import TRAINING_CENTRE, open_enrolment
from fieldapp.central_cli.main import main
from tests.central.laptops import FORM, Laptop, init_centre


class Shell:
    """Runs commands against one database."""

    def __init__(self, folder):
        self.folder = folder
        self.url = f"sqlite:///{folder}/central.sqlite"

    def run(self, *arguments, code=0, text=None):
        before = ["--database", self.url]
        result = CliRunner().invoke(main, [*before, *map(str, arguments)], input=text, catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result.stdout

    def json(self, *arguments, code=0):
        return json.loads(self.run(*arguments, "--json", code=code))


@pytest.fixture
def shell(tmp_path):
    shell = Shell(tmp_path)
    keys = tmp_path / "central-keys"
    init_centre(shell.url, keys, training=True, forms=[FORM])
    return shell


@pytest.fixture
def laptop(shell, tmp_path):
    """A laptop enrolled through the command, with the files it got."""
    laptop = Laptop(at=SystemClock().now())
    request = tmp_path / "demande.zip"
    request.write_bytes(laptop.request(TRAINING_CENTRE).data)
    done = shell.json("enrol", request, "--output", tmp_path, "--yes")
    sealed = SealedBundle(Path(done["file"]).read_bytes())
    laptop.enrolment = open_enrolment(sealed, request=laptop.asked, at=laptop.at).enrolment
    return laptop


def lot(laptop, tmp_path, name="lot.zip.age"):
    file = tmp_path / name
    file.write_bytes(laptop.bundle().data)
    return file


def test_init_makes_a_centre_with_the_shipped_forms_and_its_keys(tmp_path):
    shell = Shell(tmp_path)
    done = shell.json("init", shell.url, "--training")
    assert (done["training"], len(done["authority_words"])) == (True, 8)
    assert (tmp_path / "central-keys" / "central.key.pem").exists()


def test_enrol_shows_eight_words_and_asks(shell, tmp_path):
    request = tmp_path / "demande.zip"
    request.write_bytes(Laptop(at=SystemClock().now()).request(TRAINING_CENTRE).data)
    assert shell.run("enrol", request, "--output", tmp_path, code=1, text="n\n") == ""
    said = shell.run("enrol", request, "--output", tmp_path, text="y\n")
    assert (tmp_path / "AF_INSCRIPTION_P0001.zip").exists()
    assert "P0001" in said


def test_import_says_what_was_new_and_writes_the_receipt(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    done = shell.json("import", lot(laptop, tmp_path), "--receipts", tmp_path / "recus")["results"][0]
    assert (done["status"], done["new_count"]) == ("applied", 1)
    assert (tmp_path / "recus" / "AF_RECU_P0001_000001.zip.age").exists()


def test_import_writes_receipts_beside_the_database_and_says_where(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    path = tmp_path / "central-receipts" / "AF_RECU_P0001_000001.zip.age"
    assert str(path) in shell.run("import", lot(laptop, tmp_path))
    assert path.exists()


def test_the_receipt_of_a_refusal_is_written_and_can_be_written_again(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    laptop.create({"nom": "ALCS"})
    file = tmp_path / "gap.zip.age"
    file.write_bytes(laptop.bundle(seq_from=2).data)
    refused = shell.json("import", file, code=1)["results"][0]
    assert (refused["status"], Path(refused["receipt"]).exists()) == ("refused", True)
    again = shell.json("receipt", refused["bundle_id"], "--output", tmp_path / "a")["files"]
    newest = shell.json("receipt", "--output", tmp_path / "b")["files"]
    assert {Path(one).read_bytes() for one in (*again, *newest)} == {Path(refused["receipt"]).read_bytes()}


def test_a_receipt_that_cannot_be_written_is_said_and_kept(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    (tmp_path / "taken").write_text("a file")
    done = shell.json("import", lot(laptop, tmp_path), "--receipts", tmp_path / "taken" / "x", code=1)
    assert (done["results"][0]["status"], bool(done["results"][0]["receipt_error"])) == ("applied", True)
    assert len(shell.json("receipt", "--output", tmp_path / "a")["files"]) == 1


def test_init_hides_the_password_of_the_database(make_database, tmp_path):
    shell = Shell(tmp_path)
    url = make_database("hidden")
    url += ("&" if "?" in url else "?") + "password=hush"
    told = shell.run("init", url, "--keys", tmp_path / "cles", "--training", "--json")
    assert "hush" not in told
    assert json.loads(told)["database"].startswith("postgresql")


def test_the_same_file_again_is_done_and_new_is_nothing(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    file = lot(laptop, tmp_path)
    shell.run("import", file)
    assert "rien de nouveau" in shell.run("import", file)


def test_one_refused_file_ends_with_code_1_and_the_others_are_imported(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    bad = tmp_path / "bad.age"
    bad.write_bytes(b"age-encryption.org/v1\nnonsense")
    done = shell.json("import", bad, lot(laptop, tmp_path), code=1)["results"]
    assert [one["status"] for one in done] == ["refused", "applied"]
    assert done[0]["sentence"].startswith("bad.age")


def test_status_counts(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    shell.run("import", lot(laptop, tmp_path))
    assert shell.json("status")["records_by_form"] == {"essai": 1}
    assert "CENTRE DE FORMATION" in shell.run("status")


def test_receipt_gives_the_newest_of_each_laptop_or_the_one_asked_for(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    bundle_id = shell.json("import", lot(laptop, tmp_path))["results"][0]["bundle_id"]
    newest = shell.json("receipt", "--output", tmp_path / "a")["files"]
    named = shell.json("receipt", bundle_id, "--output", tmp_path / "b")["files"]
    assert [len(newest), len(named)] == [1, 1]
    assert shell.json("receipt", "nothing", "--output", tmp_path, code=1)["error"] == "central.unknown_bundle"


def test_a_centre_on_postgresql_needs_its_keys_named(make_database, tmp_path):
    shell = Shell(tmp_path)
    shell.url = make_database("shell")
    shell.run("init", shell.url, code=2)
    shell.json("init", shell.url, "--keys", tmp_path / "cles", "--training")
    status = json.loads(
        CliRunner()
        .invoke(main, ["--database", shell.url, "--keys", str(tmp_path / "cles"), "status", "--json"])
        .stdout
    )
    assert (status["is_training"], status["bundle_count"]) == (True, 0)


def test_a_refusal_is_a_sentence_on_the_error_output(tmp_path):
    result = CliRunner().invoke(main, ["--database", f"sqlite:///{tmp_path}/no.sqlite", "status"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.strip()


@pytest.mark.parametrize(
    "arguments", [["status"], ["import"], ["nonsense"], ["init", "postgresql://host/name"]]
)
def test_a_wrong_call_ends_with_code_2(arguments):
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_the_commands_load_no_database_library_before_they_need_one():
    check = "import sys, fieldapp.central_cli.main; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_an_import_works_in_a_process_of_its_own(shell, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    call = "from fieldapp.central_cli.main import main; main()"
    command = [sys.executable, "-c", call, "--database", shell.url, "import", str(lot(laptop, tmp_path))]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, "1 modification" in done.stdout) == (0, True)
