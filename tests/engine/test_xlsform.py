"""What a workbook can say, and what the session makes of it: one short form for each part of the language."""

import pytest

from fieldapp.engine import Choice
from fieldapp.forms import load_form_bytes
from tests.engine.sessions import session, survey
from tests.forms.tables import SETTINGS

CSV = b"name,label,commune\nd1,Agdal,rba\nd2,Tabriquet,sal\n"
GEOJSON = (
    b'{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "p1", "properties": {"name": "p1",'
    b'"title": "Phare"}, "geometry": {"type": "Point", "coordinates": [-6.84, 34.03]}}]}'
)
XML = (
    b"<root><item><name>a</name><label>Ain</label></item><item><name>b</name><label>Bir</label></item></root>"
)


def with_files(table, **options):
    files = {"douars.csv": CSV, "phares.geojson": GEOJSON, "sources.xml": XML}
    return session(load_form_bytes((table + SETTINGS).encode(), name="essai.md", files=files), **options)


def test_choices_come_from_a_csv_file_and_pass_their_filter():
    table = survey(
        "text | c | C | |",
        "select_one_from_file douars.csv | d | D | commune = ${c} |",
        columns="type | name | label | choice_filter",
    )
    opened = with_files(table)
    opened.answer("/essai/c", "sal")
    assert opened.choices("/essai/d") == [Choice("d2", "Tabriquet")]


def test_choices_come_from_geojson_with_their_own_columns():
    table = survey(
        "select_one_from_file phares.geojson | p | P | value=id, label=title |",
        "calculate | ou | | | instance('phares')/root/item[id = ${p}]/geometry",
        columns="type | name | label | parameters | calculation",
    )
    opened = with_files(table)
    assert opened.choices("/essai/p") == [Choice("p1", "Phare")]
    opened.answer("/essai/p", "p1")
    assert opened.value("/essai/ou").split()[:2] == ["34.03", "-6.84"]


def test_several_choices_come_from_an_xml_file():
    opened = with_files(survey("select_multiple_from_file sources.xml | s | S"))
    assert [choice.label for choice in opened.choices("/essai/s")] == ["Ain", "Bir"]


def test_a_csv_file_is_looked_up():
    table = survey("text | d | D |", "calculate | n | | | pulldata('douars', 'label', 'name', ${d})")
    opened = with_files(table)
    opened.answer("/essai/d", "d2")
    assert opened.value("/essai/n") == "Tabriquet"


def test_or_other_adds_a_choice_and_a_question():
    opened = session(survey("select_one ville or_other | v | V", choices=["ville: rba, sal"]))
    assert [choice.value for choice in opened.choices("/essai/v")] == ["rba", "sal", "other"]
    assert not opened.is_relevant("/essai/v_other")
    opened.answer("/essai/v", "other")
    assert opened.is_relevant("/essai/v_other")


def test_a_range_says_its_bounds():
    opened = session(
        survey("range | n | N | start=1 end=9 step=2", columns="type | name | label | parameters")
    )
    (question,) = opened.definition.questions()
    assert question.parameters == {"start": "1", "end": "9", "step": "2"}


def test_an_acknowledgement_is_ok():
    opened = session(survey("acknowledge | lu | Lu", "calculate | oui | | | ${lu} = 'OK'"))
    opened.answer("/essai/lu", "OK")
    assert opened.value("/essai/oui") == "true"


def test_an_action_may_have_several_triggers():
    table = survey(
        "integer | a | A | |",
        "integer | b | B | |",
        "dateTime | quand | Q | ${a}, ${b} | now()",
        columns="type | name | label | trigger | calculation",
    )
    opened = session(table)
    for name in "ab":
        opened.answer("/essai/quand", "")
        opened.answer(f"/essai/{name}", "1")
        assert opened.value("/essai/quand").startswith("2026-03-15T12:00")


def test_a_trigger_in_a_repeat_stays_in_its_instance():
    table = survey(
        "begin repeat | r | R | |",
        "integer | a | A | |",
        "integer | b | B | ${a} | ${a} * 10",
        "end repeat | | | |",
        columns="type | name | label | trigger | calculation",
    )
    opened = session(table)
    opened.add_repeat("/essai/r")
    opened.answer("/essai/r[2]/a", "2")
    assert [opened.value(f"/essai/r[{n}]/b") for n in (1, 2)] == ["", "20"]


def test_an_action_that_gives_nothing_clears_its_target():
    table = survey(
        "text | a | A | | |",
        "text | b | B | | x | ${a}",
        columns="type | name | label | calculation | default | trigger",
    )
    opened = session(table)
    opened.answer("/essai/a", "1")
    assert opened.value("/essai/b") == ""


LAST = survey(
    "text | ville | V | ${last-saved#ville}", "text | a | A | Rabat", columns="type | name | label | default"
)


def test_a_default_comes_from_the_record_saved_last():
    earlier = session(LAST)
    earlier.answer("/essai/ville", "Salé")
    assert session(LAST, last_saved=earlier.instance_xml()).value("/essai/ville") == "Salé"


def test_without_a_record_saved_last_the_default_is_blank():
    assert session(LAST).value("/essai/ville") == ""


def test_metadata_are_what_the_device_says():
    names = ["deviceid", "username", "phonenumber", "email"]
    table = survey(*[f"{name} | {name} |" for name in names], "text | a | A", columns="type | name | label")
    said = {name: f"le {name}" for name in names}
    opened = session(table, metadata=said)
    assert [opened.value(f"/essai/{name}") for name in names] == list(said.values())


def test_metadata_nobody_gave_are_blank():
    opened = session(survey("username | u |", "text | a | A", columns="type | name | label"))
    assert opened.value("/essai/u") == ""


def test_an_audit_has_its_place_and_stays_blank():
    opened = session(survey("audit | audit |", "text | a | A", columns="type | name | label"))
    assert opened.value("/essai/meta/audit") == ""


TEXTS = """
| survey |
| | type | name | label::Français (fr) | label::العربية (ar) | hint::Français (fr) | constraint | constraint_message::Français (fr) | constraint_message::العربية (ar) | required | required_message::Français (fr) | readonly |
| | integer | n | Combien ? | كم؟ | Voir ${a} | . < 5 | Trop : ${a} | كثير: ${a} | ${a} = 'x' | Il le faut, ${a} | ${a} = 'fermé' |
| | text | a | Texte | | | | | | | | |
"""  # noqa: E501 - a table is read across


def test_answers_stand_in_hints_and_messages():
    opened = session(TEXTS)
    opened.answer("/essai/a", "x")
    assert opened.hint("/essai/n") == "Voir x"
    assert opened.violation("/essai/n").message == "Il le faut, x"
    opened.answer("/essai/n", "9")
    assert opened.violation("/essai/n").message == "Trop : x"
    opened.set_language("العربية (ar)")
    assert opened.violation("/essai/n").message == "كثير: x"


def test_a_text_without_translation_is_said_in_the_default_language():
    opened = session(TEXTS)
    opened.set_language("العربية (ar)")
    opened.answer("/essai/a", "x")
    assert (opened.label("/essai/n"), opened.label("/essai/a")) == ("كم؟", "Texte")
    assert (opened.hint("/essai/n"), opened.violation("/essai/n").message) == ("Voir x", "Il le faut, x")


def test_readonly_may_depend_on_an_answer():
    opened = session(TEXTS)
    assert not opened.is_readonly("/essai/n")
    assert opened.answer("/essai/a", "fermé").readonly == {"/essai/n"}
    assert opened.is_readonly("/essai/n")


def test_pictures_and_sounds_stand_with_their_label():
    table = survey("text | a | A | carte.png | voix.mp3", columns="type | name | label | image | audio")
    (question,) = session(table).definition.questions()
    (media,) = question.label.media.values()
    assert media == {"image": "carte.png", "audio": "voix.mp3"}


def test_other_columns_of_a_bind_are_kept():
    table = survey("text | a | A | oui", columns="type | name | label | bind::marque")
    assert session(table).definition.bind("/essai/a").custom == {"marque": "oui"}


def test_the_instance_says_its_form_and_version():
    settings = "| settings |\n| | form_id | version | name |\n| | fiche | 2026.1 | essai |\n"
    opened = session(survey("text | a | A") + settings)
    assert b'<essai id="fiche" version="2026.1"' in opened.instance_xml()


ENTITIES = """
| survey |
| | type | name | label | save_to |
| | text | nom | Nom | nom_officiel |
| | integer | places | Places | capacite |
| entities |
| | list_name | label |
| | centres | ${nom} |
"""


def test_an_entity_is_created_with_its_identity_and_label():
    opened = session(ENTITIES)
    opened.answer("/essai/nom", "AMAPPE")
    xml = opened.instance_xml().decode()
    assert 'dataset="centres"' in xml
    assert 'create="1"' in xml
    assert opened.attribute("/essai/meta/entity", "id").startswith("00000000-")
    assert "<label>AMAPPE</label>" in xml


def test_what_is_saved_to_an_entity_stays_with_the_question():
    assert session(ENTITIES).definition.bind("/essai/nom").custom == {"entities:saveto": "nom_officiel"}


UPDATES = """
| survey |
| | type | name | label | save_to |
| | select_one_from_file centres.csv | c | C | |
| | integer | places | Places | capacite |
| entities |
| | list_name | entity_id | label |
| | centres | ${c} | concat('Centre ', ${places}) |
"""
CENTRES = b"name,label,__version,capacite\nu-1,Amal,3,20\nu-2,Nour,7,30\n"


def test_an_entity_is_updated_from_the_version_it_was_read_in():
    form = load_form_bytes((UPDATES + SETTINGS).encode(), name="e.md", files={"centres.csv": CENTRES})
    opened = session(form)
    opened.answer("/essai/c", "u-2")
    opened.answer("/essai/places", "25")
    seen = {name: opened.attribute("/essai/meta/entity", name) for name in ("id", "update", "baseVersion")}
    assert seen == {"id": "u-2", "update": "1", "baseVersion": "7"}
    again = session(form, instance=opened.instance_xml())
    assert again.instance_xml() == opened.instance_xml()


@pytest.mark.parametrize(("written", "count"), [("3", 3), ("1 + 1", 2), ("${n}", 0), ("-1", 0), ("2.9", 2)])
def test_the_number_of_repeats_is_an_expression(written, count):
    table = survey(
        "integer | n | N |",
        f"begin repeat | r | R | {written}",
        "text | a | A |",
        "end repeat | | |",
        columns="type | name | label | repeat_count",
    )
    assert len(session(table).repeat_references("/essai/r")) == count
