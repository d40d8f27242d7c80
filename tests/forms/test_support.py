"""The table of support says what is true: of the documentation, of the engine, and of the forms it speaks about."""

import pytest

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.engine import FormSession
from fieldapp.forms import Severity, load_form_bytes
from fieldapp.forms.support import FEATURES, Area, Support, appearance_of, column_of, feature, names, type_of
from fieldapp.forms.workbook.support_checks import appearances
from fieldapp.forms.workbook.xlsform import known_types
from tests.forms.tables import form, problems

DOCUMENTED_TYPES = """
integer decimal range text select_one select_multiple select_one_from_file select_multiple_from_file rank note
geopoint geotrace geoshape date time dateTime image audio background-audio video file barcode calculate acknowledge
hidden xml-external csv-external start end today deviceid username phonenumber email subscriberid simserial audit
start-geopoint background-geopoint select_one_external osm begin_group end_group begin_repeat end_repeat
"""
"""xlsform.org (question types, metadata, reference table) and docs.getodk.org (form question types)."""
DOCUMENTED_APPEARANCES = """
multiline minimal quick no-calendar month-year year horizontal-compact horizontal likert compact quickcompact
field-list label list-nolabel table-list signature draw autocomplete search compact-3 image-map numbers url printer
thousands-sep bearing vertical no-ticks rating picker distress ethiopian islamic coptic bikram-sambat myanmar persian
new new-front new-rear annotate maps hide-input streets terrain satellite placement-map columns columns-2
columns-pack columns-flex no-buttons list map front hidden-answer masked counter ex:change.uw.android.BREATHCOUNT w3
"""
DOCUMENTED_COLUMNS = {
    Area.SURVEY: """
    type name label hint guidance_hint constraint constraint_message required required_message default relevant
    readonly calculation repeat_count media::image media::big-image media::audio media::video appearance parameters
    choice_filter trigger instance::x bind::x body::x body::accuracyThreshold save_to autoplay
    """,
    Area.CHOICES: "list_name name label media::image media::audio media::video",
    Area.SETTINGS: """
    form_title form_id public_key submission_url default_language style version instance_name name auto_send
    auto_delete allow_choice_duplicates namespaces
    """,
}
ASKED = {
    "integer": ("12", "douze"),
    "decimal": ("1.5", "un et demi"),
    "range": ("3", "beaucoup"),
    "text": ("Rabat", None),
    "barcode": ("6111", None),
    "date": ("2026-02-28", "2026-02-30"),
    "time": ("14:30:00", "25:00:00"),
    "dateTime": ("2026-02-28T14:30:00", "hier"),
    "geopoint": ("34.02 -6.84 0.0 0.0", "Rabat"),
    "geotrace": ("34 -6 0 0; 35 -6 0 0", "une route"),
    "geoshape": ("34 -6 0 0; 35 -6 0 0; 34 -5 0 0; 34 -6 0 0", "un champ"),
    "acknowledge": ("OK", None),
    "image": ("photo.jpg", None),
    "audio": ("voix.m4a", None),
    "video": ("visite.mp4", None),
    "file": ("statuts.pdf", None),
    "select_one": ("a", None),
    "select_multiple": ("a b", None),
    "select_one_from_file": ("a", None),
    "select_multiple_from_file": ("a b", None),
    "rank": ("b a", None),
}
"""Type -> an answer of it, and one that is not; none where any text is one."""
COMPUTED = ("calculate", "hidden", "start", "end", "today", "deviceid", "username", "note")
LISTED = {
    "select_one": "select_one l",
    "select_multiple": "select_multiple l",
    "rank": "rank l",
    "select_one_from_file": "select_one_from_file f.csv",
    "select_multiple_from_file": "select_multiple_from_file f.csv",
    "select_one_external": "select_one_external l",
}
CHOICES = "| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | b | B |\n"
FILES = {"f.csv": b"name,label\na,A\nb,B\n", "q.csv": b"name\na\n", "q.xml": b"<root><item/></root>"}


def one_question(type_name, **cells):
    row = {"type": LISTED.get(type_name, type_name), "name": "q", "label": "Q", **cells}
    if type_name == "calculate":
        row["calculation"] = "1 + 1"
    if type_name == "audit":
        row["name"] = ""
    if type_name == "background-geopoint":
        row["trigger"] = "${autre}"
    head, line = " | ".join(row), " | ".join(row.values())
    blanks = " | " * (len(row) - 3)
    other = f"| | text | autre | Autre {blanks}|\n"
    return f"| survey |\n| | {head} |\n| | {line} |\n{other}{CHOICES}"


def loaded(table):
    return load_form_bytes(table.encode(), name="essai.md", files=FILES)


def session_of(definition):
    return FormSession(definition, clock=SystemClock(), ids=SystemIds())


def told(area):
    return [each for each in FEATURES if each.area is area and each.support is not Support.FULL]


@pytest.mark.parametrize("name", DOCUMENTED_TYPES.split())
def test_every_documented_type_is_in_the_table(name):
    assert feature(Area.TYPE, name) is not None


def test_the_table_has_no_type_that_is_not_documented():
    assert set(names(Area.TYPE)) == set(DOCUMENTED_TYPES.split())


@pytest.mark.parametrize("name", DOCUMENTED_APPEARANCES.split())
def test_every_documented_appearance_is_in_the_table(name):
    assert feature(Area.APPEARANCE, appearance_of(name)) is not None


@pytest.mark.parametrize(
    ("area", "column"), [(area, name) for area, text in DOCUMENTED_COLUMNS.items() for name in text.split()]
)
def test_every_documented_column_is_in_the_table(area, column):
    assert column_of(area, column) is not None


@pytest.mark.parametrize("old", sorted(known_types()))
def test_every_spelling_that_the_converter_knows_is_one_of_the_table(old):
    assert feature(Area.TYPE, type_of(old)) is not None


def test_each_row_stands_once_and_says_what_happens_instead():
    assert len({(each.area, each.name) for each in FEATURES}) == len(FEATURES)
    assert [each.name for each in FEATURES if (each.support is Support.FULL) == bool(each.instead)] == []


def test_only_what_loses_an_answer_is_refused():
    refused = {each.name for each in FEATURES if each.is_refused}
    assert refused == {
        "osm",
        "background-audio",
        "background-geopoint",
        "start-geopoint",
        "select_one_external",
    }


@pytest.mark.parametrize("type_name", ASKED)
def test_a_type_takes_its_answers_and_flags_others(type_name):
    right, wrong = ASKED[type_name]
    session = session_of(loaded(one_question(type_name)))
    session.answer("/data/q", right)
    assert (session.value("/data/q"), session.violation("/data/q")) == (right, None)
    if wrong is not None:
        session.answer("/data/q", wrong)
        violation = session.violation("/data/q")
        assert violation is not None
        assert violation.kind == "type"


@pytest.mark.parametrize("type_name", COMPUTED)
def test_a_type_that_nobody_answers_loads_and_breaks_no_rule(type_name):
    session = session_of(loaded(one_question(type_name)))
    assert session.violations() == ()


@pytest.mark.parametrize(
    ("type_name", "row"), [("csv-external", "root/item[name='a']/label"), ("xml-external", "root/item/label")]
)
def test_a_row_of_a_table_beside_the_form_is_read(type_name, row):
    files = {
        "q.csv": b"name,label\nb,Bo\na,Amal\n",
        "q.xml": b"<root><item><label>Amal</label></item></root>",
    }
    table = (
        "| survey |\n| | type | name | label | calculation |\n"
        f"| | {type_name} | q | | |\n| | calculate | found | | instance('q')/{row} |\n| | text | t | T | |\n"
    )
    session = session_of(load_form_bytes(table.encode(), name="essai.md", files=files))
    assert session.value("/data/found") == "Amal"


def test_every_type_of_the_table_was_tried():
    tried = {*ASKED, *COMPUTED, "xml-external", "csv-external"}
    structure = {"begin_group", "end_group", "begin_repeat", "end_repeat"}
    told_only = {each.name for each in told(Area.TYPE) if each.support is Support.NONE}
    assert tried | structure | told_only == set(names(Area.TYPE))


@pytest.mark.parametrize(
    "row", [each for each in told(Area.TYPE) if each.is_refused], ids=lambda row: row.name
)
def test_a_workbook_that_asks_for_what_could_never_be_answered_is_refused(row):
    assert (row.instead, "survey", 2, "type") in problems(one_question(row.name))


@pytest.mark.parametrize(
    "row", [each for each in told(Area.TYPE) if not each.is_refused], ids=lambda row: row.name
)
def test_a_workbook_is_told_which_types_are_plain_or_stay_blank(row):
    assert row.instead in {problem.code for problem in loaded(one_question(row.name)).warnings}


@pytest.mark.parametrize("row", told(Area.APPEARANCE), ids=lambda row: row.name)
def test_a_workbook_is_told_which_appearances_are_plain(row):
    token = {"wN": "w3", "compact-N": "compact-2", "columns-N": "columns-2", "ex:": "ex:app(a='b c')"}
    kind = next(iter(sorted(row.of)), "text")
    if kind.startswith("begin"):
        table = one_question("text").replace(
            "| | text | q | Q |", f"| | begin group | g | G | {row.name} |\n"
        )
        table = table.replace("type | name | label |", "type | name | label | appearance |")
        table = table.replace(
            "| | text | autre | Autre |", "| | text | autre | Autre | |\n| | end group | | | |"
        )
    else:
        table = one_question(kind, appearance=token.get(row.name, row.name))
    assert row.instead in {problem.code for problem in loaded(table).warnings}


@pytest.mark.parametrize("column", [each.name for each in told(Area.SURVEY) if each.name != "save_to"])
def test_a_workbook_is_told_which_columns_have_no_effect(column):
    cells = {"media::image": "x.png", column: "x.png"}
    codes = {problem.code for problem in loaded(one_question("text", **cells)).warnings}
    assert column_of(Area.SURVEY, column).instead in codes


@pytest.mark.parametrize("column", [each.name for each in told(Area.SETTINGS)])
def test_a_workbook_is_told_which_settings_have_no_effect(column):
    table = one_question("text") + f"| settings |\n| | form_id | {column} |\n| | f | yes |\n"
    codes = {problem.code for problem in loaded(table).warnings}
    assert column_of(Area.SETTINGS, column).instead in codes


def test_what_works_is_not_spoken_of():
    row = one_question("select_one", appearance="minimal")
    assert loaded(row).warnings == ()


def test_an_unknown_appearance_is_a_warning_with_the_nearest_one():
    (warning,) = loaded(one_question("text", appearance="multilne")).warnings
    assert (warning.code, warning.severity) == ("form.unknown_appearance", Severity.WARNING)
    assert warning.facts["nearest"][0] == "multiline"


def test_an_appearance_of_another_type_is_a_warning():
    (warning,) = loaded(one_question("integer", appearance="multiline")).warnings
    assert warning.code == "form.misplaced_appearance"


def test_the_same_plain_appearance_is_told_once_with_all_its_rows():
    table = "| survey |\n| | type | name | label | appearance |\n"
    table += "".join(f"| | text | q{number} | Q | url |\n" for number in range(12))
    (warning,) = form(table).warnings
    assert warning.row == 2
    assert warning.facts["rows"] == ["2", "3", "4", "5", "6", "7", "8", "9", "…"]


@pytest.mark.parametrize(
    ("answer", "is_right"),
    [
        ("0.1", True),
        ("0.3", True),
        ("1", True),
        ("0", False),
        ("1.1", False),
        ("0.25", False),
        ("0.7", False),
    ],
)
def test_a_range_holds_its_bounds_its_step_and_its_own_constraint(answer, is_right):
    form = loaded(one_question("range", parameters="start=0.1 end=1 step=0.1", constraint=". != 0.7"))
    session = FormSession(form)
    session.answer("/data/q", answer)
    assert (session.violation("/data/q") is None) == is_right
    assert form.warnings == ()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("quick search('f', 'matches', 'a b', ${x})", {"search('f', 'matches', 'a b', ${x})", "quick"}),
        ("ex:my.app(a='b c') w1", {"ex:my.app(a='b c')", "w1"}),
        ("", set()),
    ],
)
def test_a_call_in_an_appearance_is_one_word(written, words):
    assert set(appearances(written)) == words


XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:odk="http://www.opendatakit.org/xforms"><h:head><h:title>T</h:title><model><instance><data id="f"><a/><b/>
</data></instance><bind nodeset="/data/a" type="{type}"/>{action}</model></h:head><h:body>{control}</h:body></h:html>"""
UPLOAD = '<upload ref="/data/a" mediatype="osm/*"><label>A</label></upload>'
ACTION = '<odk:setgeopoint event="odk-instance-first-load" ref="/data/b"/>'


@pytest.mark.parametrize(
    ("bind_type", "control", "action", "code"),
    [
        ("binary", UPLOAD, "", "support.no_file"),
        ("geotrace", '<input ref="/data/a"><label>A</label></input>', "", "support.typed_places"),
        (
            "string",
            '<input ref="/data/a" appearance="url"><label>A</label></input>',
            "",
            "support.plain_text",
        ),
        ("string", '<input ref="/data/a"><label>A</label></input>', ACTION, "support.no_capture"),
    ],
)
def test_an_xform_is_read_and_told_what_does_not_run(bind_type, control, action, code):
    xform = XFORM.format(type=bind_type, control=control, action=action)
    warnings = load_form_bytes(xform.encode(), name="f.xml").warnings
    assert [(each.code, each.severity) for each in warnings] == [(code, Severity.WARNING)]
