"""Other people's programs read what we write, and we read what they write back."""

import json
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from fieldapp.base.paths import shipped_forms
from fieldapp.forms import load_form
from fieldapp.signing.age import decrypt
from fieldapp.usecases.laptop_identity import age_identity
from fieldapp.usecases.make_bundle import make_bundle
from tests.usecases.conftest import finalised

WORKBOOK = shipped_forms() / "fiche_organisation" / "fiche_organisation.xlsx"
CHROMIUM = [
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--dump-dom",
]  # fmt: skip
PROGRAM_SECONDS = 120


def run(*command, **options):
    return subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, timeout=PROGRAM_SECONDS, **options
    )


@pytest.fixture
def opened_bundle(enrolled, tmp_path):
    """A bundle's files in a folder, as someone has them before them who opened it by hand."""
    finalised(enrolled.workspace)
    written = make_bundle(enrolled.workspace, enrolled.folder)
    plain = decrypt(written.path.read_bytes(), [age_identity(enrolled.workspace).secret])
    zipfile.ZipFile(BytesIO(plain)).extractall(tmp_path / "lot")
    return tmp_path / "lot"


def rules(definition):
    """What a form says, without the texts: enough to see that an editor changed nothing."""
    questions = [(q.nodeset, q.kind, definition.bind(q.nodeset).type) for q in definition.questions()]
    privacy = {nodeset: (bind.privacy, bind.consent) for nodeset, bind in definition.binds.items()}
    return definition.form_id, definition.version, definition.languages, questions, privacy


@pytest.mark.slow
def test_a_form_saved_again_by_libreoffice_says_the_same(tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "out", WORKBOOK)
    assert rules(load_form(tmp_path / "out" / WORKBOOK.name)) == rules(load_form(WORKBOOK))


@pytest.mark.slow
def test_a_browser_shows_the_explanations_in_three_languages(opened_bundle, tmp_path):
    page = opened_bundle / "LISEZMOI.txt"
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    shown = run(*CHROMIUM, profile, page.as_uri()).stdout.decode()
    lines = [line.strip() for line in page.read_text(encoding="utf-8").splitlines() if len(line.strip()) > 20]
    plain = [line for line in lines if not set(line) & set("<>&")]
    assert plain
    assert [line for line in plain if line not in shown] == []


@pytest.mark.slow
def test_a_reader_in_another_language_finds_every_file_as_the_manifest_says(opened_bundle):
    script = Path(__file__).with_name("verify_bundle.mjs")
    told = json.loads(run("node", script, opened_bundle).stdout)
    assert told["resources"] > 5
    assert told["wrong"] == []
