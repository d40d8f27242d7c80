"""What ODK Collect, Central and Kobo give out becomes drafts, once; what is written for them comes back the same."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.records.record import Status
from fieldapp.store import TRAINING_PASSPHRASE, Actor
from fieldapp.usecases.attachments import attach_file
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.export_submissions import export_instances, export_tables
from fieldapp.usecases.import_submissions import Outcome, Wishes, import_submissions, import_tables
from fieldapp.usecases.records import open_record, save_effects, start_record

FORM = """
| survey |
|  | type                    | name    | label  | relevant      | calculation | required |
|  | text                    | nom     | Nom    |               |             | yes      |
|  | select_multiple langues | langues | Langue |               |             |          |
|  | geopoint                | lieu    | Lieu   |               |             |          |
|  | image                   | photo   | Photo  |               |             |          |
|  | text                    | secret  | Secret | ${nom} = 'x'  |             |          |
|  | calculate               | double  |        |               | concat(${nom}, ${nom}) | |
|  | begin_repeat            | site    | Site   |               |             |          |
|  | text                    | ville   | Ville  |               |             |          |
|  | begin_repeat            | agent   | Agent  |               |             |          |
|  | text                    | prenom  | Prénom |               |             |          |
|  | end_repeat              |         |        |               |             |          |
|  | end_repeat              |         |        |               |             |          |
| choices |
|  | list_name | name | label |
|  | langues | fr | Français |
|  | langues | ar | Arabe    |
| settings |
|  | form_id | version | instance_name |
|  | visite  | 2       | ${nom}        |
"""
UUID = "0b7c1c1e-6d0d-4b3a-9a55-8f6f3e6b1d11"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
XML = f"""<?xml version='1.0'?>
<data id="visite" version="2" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
  <nom>Amal</nom><langues>fr ar</langues><lieu>33.5 -7.6 0 0</lieu><photo>face.png</photo>
  <site><ville>Rabat</ville><agent><prenom>Nour</prenom></agent><agent><prenom>Sami</prenom></agent></site>
  <site><ville>Fès</ville></site>
  <orx:meta><orx:instanceID>uuid:{UUID}</orx:instanceID></orx:meta>
</data>"""
NOTHING = Wishes()


@pytest.fixture
def filled(workspace):
    form = load_form_bytes(FORM.encode(), name="visite.md")
    workspace.forms.install(form, source=FORM.encode(), name="visite.md")
    return workspace


def folder_with(tmp_path, text, *, name="visite.xml", photo=True):
    place = tmp_path / "visite_2026-11-22"
    place.mkdir(exist_ok=True)
    (place / name).write_text(text, encoding="utf-8")
    if photo:
        (place / "face.png").write_bytes(PNG)
    return place


def values(workspace, record_id):
    """Return the answers by reference: ids of repeat instances differ, and so does the instanceID of a draft."""
    session = open_record(workspace, record_id).session
    found = {
        reference: session.value(reference) for reference in session.leaves() if session.value(reference)
    }
    return {reference: value for reference, value in found.items() if not reference.endswith("/instanceID")}


def test_an_instance_becomes_a_draft_with_its_files(filled, tmp_path):
    done = import_submissions(filled, [folder_with(tmp_path, XML)], NOTHING)
    assert [(one.outcome, one.record_id, one.title) for one in done] == [(Outcome.TAKEN, UUID, "Amal")]
    record = filled.records.get(UUID)
    assert (record.status, record.form_version) == (Status.DRAFT, "2")
    found = values(filled, UUID)
    assert found["/data/site[1]/agent[2]/prenom"] == "Sami"
    assert filled.attachments.get(found["/data/photo"]).data == PNG


def test_the_same_instance_again_is_known_and_changes_nothing(filled, tmp_path):
    place = folder_with(tmp_path, XML)
    import_submissions(filled, [place], NOTHING)
    opened = open_record(filled, UUID)
    save_effects(filled, opened, opened.session.answer("/data/nom", "Amal 2"), question="/data/nom")
    assert [one.outcome for one in import_submissions(filled, [place], NOTHING)] == [Outcome.KNOWN]
    assert values(filled, UUID)["/data/nom"] == "Amal 2"


def test_two_laptops_that_read_one_instance_hold_the_same_paths(filled, tmp_path):
    place = folder_with(tmp_path, XML)
    import_submissions(filled, [place], NOTHING)
    other = create_workspace(
        tmp_path / "autre", passphrase=TRAINING_PASSPHRASE, actor=Actor("", "Sami"), is_training=True
    ).workspace
    other.forms.install(
        load_form_bytes(FORM.encode(), name="visite.md"), source=FORM.encode(), name="visite.md"
    )
    import_submissions(other, [place], NOTHING)
    assert other.draft_answers(UUID) == filled.draft_answers(UUID)
    other.close()


def test_the_wrapper_of_a_server_is_taken_off(filled, tmp_path):
    inside = XML.partition("?>")[2]
    wrapped = f'<submission xmlns="http://opendatakit.org/submissions"><data>{inside}</data></submission>'
    done = import_submissions(filled, [folder_with(tmp_path, wrapped)], NOTHING)
    assert done[0].record_id == UUID


def test_a_file_that_is_not_there_is_told_and_its_name_stays_the_answer(filled, tmp_path):
    done = import_submissions(filled, [folder_with(tmp_path, XML, photo=False)], NOTHING)
    assert done[0].missing_files == ("face.png",)
    assert values(filled, UUID)["/data/photo"] == "face.png"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no xml", "submission.not_xml"),
        ('<!DOCTYPE x [<!ENTITY e "e">]><data id="visite">&e;</data>', "submission.not_xml"),
        (
            '<data id="visite" encrypted="yes"><encryptedXmlFile>a</encryptedXmlFile></data>',
            "submission.encrypted",
        ),
        ('<data id="autre" version="1"><a>1</a></data>', "form.not_installed"),
        (XML.replace("<nom>", "<ancien><nom>Z</nom></ancien><nom>"), "submission.unplaced"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_keeps_no_other_out(filled, tmp_path, text, code):
    place = folder_with(tmp_path, XML, name="b.xml")
    (place / "a.xml").write_text(text, encoding="utf-8")
    refused, taken = import_submissions(filled, [place], NOTHING)
    assert (refused.outcome, refused.refusal.code, taken.outcome) == (Outcome.REFUSED, code, Outcome.TAKEN)


def test_answers_without_a_place_are_given_up_only_when_the_person_says_so(filled, tmp_path):
    text = XML.replace("<nom>", "<ancien>Z</ancien><nom>").replace('version="2"', 'version="1"')
    place = folder_with(tmp_path, text)
    assert import_submissions(filled, [place], NOTHING)[0].unplaced == ("ancien",)
    assert filled.records.count() == 0
    done = import_submissions(filled, [place], Wishes(gives_up_unplaced=True))
    assert (done[0].outcome, done[0].unplaced) == (Outcome.TAKEN, ("ancien",))


def test_what_is_whole_may_be_finalised_at_once_and_what_is_not_stays_a_draft(filled, tmp_path):
    place = folder_with(tmp_path, XML)
    (place / "sans_nom.xml").write_text(
        XML.replace("<nom>Amal</nom>", "").replace(UUID, UUID.replace("0b", "1b")), encoding="utf-8"
    )
    done = import_submissions(filled, [place], Wishes(finalises=True))
    assert sorted((one.title, one.is_finalised) for one in done) == [("", False), ("Amal", True)]


def a_record(workspace):
    opened = start_record(workspace, "visite")

    def give(reference, value):
        save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)

    give("/data/nom", 'Amal, "la grande"\nmaison')
    give("/data/langues", "fr ar")
    give("/data/lieu", "33.5 -7.6 12.0 4.5")
    give("/data/photo", attach_file(workspace, PNG, name="face.png"))
    for site in (1, 2):
        save_effects(workspace, opened, opened.session.add_repeat("/data/site"), question="")
        give(f"/data/site[{site}]/ville", f"ville {site}, جهة")
    for agent in (1, 2):
        save_effects(workspace, opened, opened.session.add_repeat("/data/site[2]/agent"), question="")
        give(f"/data/site[2]/agent[{agent}]/prenom", f"agent {agent}")
    return opened.record.record_id


@pytest.fixture
def elsewhere(tmp_path):
    other = create_workspace(
        tmp_path / "ailleurs", passphrase=TRAINING_PASSPHRASE, actor=Actor("", "Sami"), is_training=True
    ).workspace
    other.forms.install(
        load_form_bytes(FORM.encode(), name="visite.md"), source=FORM.encode(), name="visite.md"
    )
    yield other
    other.close()


def test_what_is_written_as_xml_comes_back_the_same(filled, elsewhere, tmp_path):
    record_id = a_record(filled)
    export_instances(filled, [record_id], tmp_path / "sortie")
    import_submissions(elsewhere, [tmp_path / "sortie"], NOTHING)
    assert values(elsewhere, record_id) == values(filled, record_id)


def test_what_is_written_as_tables_comes_back_the_same(filled, elsewhere, tmp_path):
    record_id = a_record(filled)
    tables = export_tables(filled, [record_id], tmp_path / "sortie")
    assert sorted(path.name for path in tables) == ["visite-site-agent.csv", "visite-site.csv", "visite.csv"]
    done = import_tables(elsewhere, "visite", tables, NOTHING)
    assert [(one.outcome, one.missing_files) for one in done] == [(Outcome.TAKEN, ())]
    assert values(elsewhere, record_id) == values(filled, record_id)


def test_exported_answers_are_for_the_eyes_of_one_person(filled, tmp_path):
    for path in export_instances(filled, [a_record(filled)], tmp_path / "sortie"):
        assert path.stat().st_mode & 0o077 == 0


def kobo(tmp_path, text, name="visite.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_headings_of_kobo_are_understood(filled, tmp_path):
    text = (
        '"start";"nom";"langues/fr";"langues/ar";"_lieu_latitude";"_lieu_longitude";"_uuid";"_id"\n'
        f'"2026-01-01";"Amal";"0";"1";"33.5";"-7.6";"{UUID}";"7"\n'
    )
    import_tables(filled, "visite", [kobo(tmp_path, text)], NOTHING)
    found = values(filled, UUID)
    assert (found["/data/nom"], found["/data/langues"]) == ("Amal", "ar")
    assert found["/data/lieu"].split()[:2] == ["33.5", "-7.6"]


def test_a_column_without_a_question_is_told_before_anything_is_taken(filled, tmp_path):
    path = kobo(tmp_path, f"nom,age,KEY\nAmal,12,uuid:{UUID}\n")
    with pytest.raises(KnownError, match=r"submission\.unplaced") as refusal:
        import_tables(filled, "visite", [path], NOTHING)
    assert refusal.value.facts["answers"] == ["visite.csv: age"]
    assert filled.records.count() == 0
    assert import_tables(filled, "visite", [path], Wishes(gives_up_unplaced=True))[0].outcome is Outcome.TAKEN


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"visite.csv": 'nom,KEY\n"Amal,x\n'}, "table.bad_line"),
        ({"visite.csv": "nom,KEY\nAmal,x,y\n"}, "table.bad_line"),
        ({"visite.csv": "nom,nom\nA,B\n"}, "table.column_twice"),
        ({"visite-site.csv": "ville,PARENT_KEY\nRabat,x\n"}, "table.no_form_table"),
        (
            {"visite.csv": "nom,KEY\nA,1\n", "visite-site.csv": "ville,PARENT_KEY\nRabat,2\n"},
            "table.no_parent",
        ),
        ({"visite.csv": "nom,KEY\nAm\udce9lie,1\n"}, "table.not_utf8"),
    ],
)
def test_a_bad_table_is_refused_whole(filled, tmp_path, files, code):
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(KnownError) as refusal:
        import_tables(filled, "visite", [tmp_path / name for name in files], NOTHING)
    assert refusal.value.code == code
    assert filled.records.count() == 0


def test_rows_without_any_key_are_known_again_by_what_they_say(filled, tmp_path):
    path = kobo(tmp_path, "nom\nAmal\nNour\n")
    outcomes = [[one.outcome for one in import_tables(filled, "visite", [path], NOTHING)] for _ in range(2)]
    assert outcomes == [[Outcome.TAKEN] * 2, [Outcome.KNOWN] * 2]


def test_a_disk_that_fills_up_takes_no_half_submission(filled, tmp_path, small_disk):
    place = small_disk(64 * 1024)
    record_id = a_record(filled)
    (place / "plein").write_bytes(b"x" * (64 * 1024 - 4096))
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        export_tables(filled, [record_id], place / "sortie")
    assert not list((place / "sortie").rglob("*.part"))
