"""A definition written as data and read again says and does the same."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine import FormSession
from fieldapp.forms import FormProblems, load_form, load_form_bytes
from fieldapp.forms.columns import codec_of, layout_of
from fieldapp.forms.compiled import dump_definition, read_definition
from tests.conformance.plausible import fill
from tests.engine.sessions import NOON, CountingIds, state
from tests.forms.tables import form

SHIPPED = Path(__file__).resolve().parents[2] / "forms" / "fiche_organisation"
FIXTURES = Path(os.environ.get("FIELDAPP_CONFORMANCE", ".")) / "fixtures"
TABLE = """
| survey |
| | type | name | label::Français (fr) | label::العربية (ar) | relevant | calculation | constraint | repeat_count |
| | integer | age | Âge | العمر | | | . >= 0 and . < 150 | |
| | calculate | next | | | | ${age} + 1 | | |
| | begin repeat | job | Métier ${next} | عمل | ${age} > 15 | | | ${age} div 10 |
| | text | name | Nom | اسم | | | | |
| | select_one ville | ville | Ville | مدينة | position(..) > 1 | | | |
| | end repeat | | | | | | | |
| choices |
| | list_name | name | label::Français (fr) | label::العربية (ar) |
| | ville | rba | Rabat | الرباط |
| | ville | sal | Salé | سلا |
"""
WITH_FILE = """
| survey |
| | type | name | label | image |
| | select_one_from_file communes.csv | ville | Ville | plan.png |
"""
FILES = {"communes.csv": b"name,label\nrba,Rabat\n"}


def again(definition, files=None):
    return read_definition(dump_definition(definition), files=files)


def opened(definition):
    return FormSession(definition, clock=NOON, ids=CountingIds())


def story(definition):
    """Return all that is to be seen of a form while it is filled and spoken in its languages."""
    session = opened(definition)
    told = [session.opening, state(session)]
    fill(session)
    for language in definition.languages or [""]:
        told.append(session.set_language(language) if language else None)
        told.append([seen(session, cell.reference) for cell in session._live.tree.cells()])
    return [
        *told,
        session.violations(),
        session.instance_xml(record_id="00000000-0000-7000-8000-00000000000a"),
    ]


def seen(session, reference):
    return (session.label(reference), session.hint(reference), session.choices(reference))


def test_a_definition_comes_back_equal():
    definition = form(TABLE)
    assert again(definition) == definition


def test_a_form_does_the_same_when_it_comes_back():
    definition = form(TABLE)
    assert story(again(definition)) == story(definition)


def test_the_shipped_form_does_the_same_when_it_comes_back():
    definition = load_form(SHIPPED / "fiche_organisation.xlsx")
    assert story(again(definition)) == story(definition)


def test_writing_what_was_read_gives_the_same_bytes():
    data = dump_definition(form(TABLE))
    assert dump_definition(read_definition(data)) == data


def test_what_is_one_object_stays_one():
    definition = again(form(TABLE))
    spec = definition.model.specs["/essai/job/name"]
    assert spec.bind is definition.binds["/essai/job/name"]
    assert spec.parent.children["name"] is spec


def test_warnings_come_back_with_their_facts():
    definition = load_form_bytes(WITH_FILE.encode(), name="a.md", files=FILES)
    assert again(definition, FILES).warnings == definition.warnings


def test_files_beside_the_form_are_read_as_they_are_now():
    data = dump_definition(load_form_bytes(WITH_FILE.encode(), name="a.md", files=FILES))
    session = opened(read_definition(data, files={"communes.csv": b"name,label\nsal,Sal\xc3\xa9\n"}))
    assert [each.label for each in session.choices(f"{session.definition.root}/ville")] == ["Salé"]


def test_a_file_that_has_gone_is_named():
    data = dump_definition(load_form_bytes(WITH_FILE.encode(), name="a.md", files=FILES))
    with pytest.raises(FormProblems) as refused:
        read_definition(data)
    assert [each.facts["file"] for each in refused.value.problems] == ["communes.csv"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"job", b"jab", 1),
        lambda data: data.replace(b" ", b" 0", 3),
        lambda data: b"\x80" + data,
    ],
)
def test_damaged_or_older_data_is_refused(spoil):
    with pytest.raises(KnownError) as refused:
        read_definition(spoil(dump_definition(form(TABLE))))
    assert refused.value.code == "form.compiled_outdated"


def test_a_field_more_makes_another_layout():
    @dataclass
    class Small:
        name: str

    @dataclass
    class Larger(Small):
        age: int = 0

    Larger.__name__ = "Small"
    assert layout_of(Small) != layout_of(Larger)


def test_a_type_that_cannot_be_written_is_named_at_once():
    with pytest.raises(TypeError, match="complex"):
        codec_of(complex)


@pytest.mark.skipif("FIELDAPP_CONFORMANCE" not in os.environ, reason="FIELDAPP_CONFORMANCE is not set")
@pytest.mark.parametrize("path", sorted(FIXTURES.glob("x*form/*")), ids=lambda path: path.stem)
def test_forms_of_the_ecosystem_do_the_same_when_they_come_back(path):
    try:
        definition = load_form_bytes(path.read_bytes(), name=path.name, files=files_of(path))
    except FormProblems:
        return
    assert story(again(definition, files_of(path))) == story(definition)


def files_of(path):
    each = next(
        each for each in json.loads((FIXTURES / "manifest.json").read_text()) if path.stem in each["id"]
    )
    attachments = each.get("attachments", {})
    return {name.rpartition("/")[2]: file["text"].encode() for name, file in attachments.items()}
