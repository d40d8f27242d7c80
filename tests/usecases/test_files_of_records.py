"""A photo, a sound, a video and a document go all the way: taken, printed, sent, exported, and erased."""

import subprocess

import pytest
from PIL import Image

from fieldapp.forms import load_form_bytes
from fieldapp.usecases.attachments import Wish, attached_bytes, take_file
from fieldapp.usecases.erase_record import Reason, confirmation_word, erase_record
from fieldapp.usecases.export_fiche import Audience, export_fiche
from fieldapp.usecases.export_submissions import export_instances
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.make_bundle import collect_bundle
from fieldapp.usecases.records import save_effects, start_record

FORM = """
| survey |
|        | type  | name    | label                | bind::fieldapp:privacy |
|        | text  | nom     | Nom                  |                        |
|        | image | facade  | La façade            |                        |
|        | audio | voix    | Entretien enregistré | sensitive              |
|        | video | visite  | Visite filmée        |                        |
|        | file  | statuts | Statuts              |                        |
| settings |
|        | form_id | version | namespaces                              | attribute::fieldapp:export_policy |
|        | jointes | 1       | fieldapp="https://fieldapp.ma/xforms" |  full                              |
""".encode()
FILES = {
    "voix": ("audio", "Entretien Fatou.m4a", b"\x00\x00\x00\x18ftypM4A  voice of somebody"),
    "visite": ("video", "visite.mp4", b"\x00\x00\x00\x18ftypmp42 a walk through the house"),
    "statuts": ("", "statuts signés.pdf", b"%PDF-1.7 what we agreed"),
}


@pytest.fixture
def given(enrolled, tmp_path):
    """A finalised record with a file of every kind; its answers by name."""
    workspace = enrolled.workspace
    form = load_form_bytes(FORM, name="jointes.md")
    workspace.forms.install(form, source=FORM, name="jointes.md")
    Image.new("RGB", (300, 200), "teal").save(tmp_path / "façade.png")
    opened = start_record(workspace, "jointes")
    answers = {"nom": "Amal", "facade": take_file(workspace, tmp_path / "façade.png", Wish("image"))}
    for question, (kind, name, data) in FILES.items():
        (tmp_path / name).write_bytes(data)
        answers[question] = take_file(workspace, tmp_path / name, Wish(kind))
    for question, answer in answers.items():
        save_effects(workspace, opened, opened.session.answer(f"/data/{question}", answer), question=question)
    assert finalise_record(workspace, opened).is_done
    return opened.record.record_id, answers


def printed(workspace, record_id, folder, audience):
    path = export_fiche(workspace, record_id, folder=folder, language="fr", audience=audience)
    images = subprocess.run(["pdfimages", "-list", path], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(text.split()), images.count(" image ")


def test_paper_draws_the_photo_and_names_the_rest(enrolled, given, tmp_path):
    record_id, answers = given
    text, images = printed(enrolled.workspace, record_id, tmp_path / "ici", Audience.LOCAL)
    assert images >= 1
    assert "La façade" in text
    said = "Enregistrement sonore « Entretien Fatou.m4a », 1 ko, empreinte"
    assert f"{said} {answers['voix'][:8]}" in text
    assert "Document « statuts signés.pdf »" in text


def test_the_paper_of_the_centre_tells_no_name_of_a_file_and_nothing_of_what_may_not_travel(
    enrolled, given, tmp_path
):
    record_id, answers = given
    text, _ = printed(enrolled.workspace, record_id, tmp_path / "centre", Audience.ANAPEC)
    assert f"Document, 1 ko, empreinte {answers['statuts'][:8]}" in text
    assert "Fatou" not in text
    assert "signés" not in text
    assert answers["voix"][:8] not in text


def test_a_bundle_carries_what_may_travel(enrolled, given):
    _, answers = given
    content = collect_bundle(enrolled.workspace).content
    carried = {f"{one.sha256}.{one.extension}": one.data for one in content.attachments if one.path}
    assert set(carried) == {answers[name] for name in ("facade", "visite", "statuts")}
    assert carried[answers["visite"]] == FILES["visite"][2]


def test_the_files_lie_beside_an_exported_record(enrolled, given, tmp_path):
    record_id, answers = given
    (instance,) = export_instances(enrolled.workspace, [record_id], tmp_path / "sortie")
    assert (instance.parent / answers["voix"]).read_bytes() == FILES["voix"][2]
    assert answers["voix"] in instance.read_text(encoding="utf-8")


def test_an_erased_sound_is_gone_with_its_name(enrolled, given):
    workspace, (record_id, answers) = enrolled.workspace, given
    word = confirmation_word(record_id)
    erase_record(workspace, record_id, paths=["voix"], reason=Reason.REQUEST, confirmation=word)
    assert attached_bytes(workspace, answers["voix"]) is None
    assert workspace.attachments.facts(answers["voix"]) is None
    assert attached_bytes(workspace, answers["statuts"]) == FILES["statuts"][2]
