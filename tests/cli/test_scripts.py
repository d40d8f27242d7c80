"""`fieldapp form run`: a form tried out by a script, each difference told with its line; 0, 1 or 2 at the end."""

import json

import pytest

from fieldapp.base.paths import shipped_forms

FORM = """
| survey |
| | type                            | name | label::Français (fr) | label::English (en) | relevant | constraint | required | calculation | choice_filter |
| | text                            | nom  | Nom                  | Name                |          |            | yes      |             |               |
| | integer                         | age  | Âge de ${nom}        | Age of ${nom}       |          | . < 120    |          |             |               |
| | select_one province             | prov | Province             | Province            |          |            |          |             |               |
| | select_one_from_file villes.csv | ville | Ville               | Town                |          |            |          |             | province = ${prov} |
| | note                            | adulte | Adulte             | Adult               | ${age} >= 18 |        |          |             |               |
| | begin repeat                    | site | Site                 | Site                |          |            |          |             |               |
| | integer                         | n    | Nombre               | Number              |          |            |          |             |               |
| | end repeat                      |      |                      |                     |          |            |          |             |               |
| | calculate                       | tout |                      |                     |          |            |          | sum(${n})   |               |
| choices |
| | list_name | name | label::Français (fr) | label::English (en) |
| | province  | rsk  | Rabat                | Rabat               |
| | province  | csm  | Casablanca           | Casablanca          |
| settings |
| | form_id | version | name | default_language |
| | essai | 1 | essai | Français (fr) |
"""  # noqa: E501 - a table is read across
VILLES = "name,label,province\nsale,Salé,rsk\ntemara,Témara,rsk\nmohammedia,Mohammedia,csm\n"
KEPT = [
    {"set": "/essai/nom", "value": "Amal", "result": "ok"},
    {"set": "/essai/age", "value": 130, "result": "constraint"},
    {"expect_relevant": "/essai/age", "relevant": True, "violation": "constraint"},
    {"expect_validation": True, "outcome": "constraint"},
    {"set": "/essai/age", "value": 30},
    {"expect_relevant": "/essai/adulte", "relevant": True, "readonly": True},
    {"set": "/essai/prov", "value": "rsk"},
    {"expect_choices": "/essai/ville", "values": ["sale", "temara"], "labels": ["Salé", "Témara"]},
    {"set": "/essai/site[1]/n", "value": 2},
    {"add_repeat": "/essai/site[2]"},
    {"set": "/essai/site[2]/n", "value": 3},
    {"expect_value": "/essai/tout", "value": "5"},
    {"remove_repeat": "/essai/site[1]"},
    {"expect_repeat_count": "/essai/site", "count": 1},
    {"expect_value": "/essai/site[2]/n", "value": None, "exists": False},
    {"expect_label": "/essai/age", "label": "Âge de Amal"},
    {"set_language": "English (en)"},
    {"expect_label": "/essai/age", "label": "Age of Amal"},
    {"expect_attribute": "/essai", "name": "id", "value": "essai"},
    {"roundtrip_instance": True},
    {"expect_value": "/essai/tout", "value": 3},
    {"set": "/essai", "value": "x", "raises": True},
    {"finalize": True},
    {"expect_validation": True, "outcome": "ok"},
    {"new_instance": True},
    {"expect_value": "/essai/nom", "value": ""},
]


@pytest.fixture
def form(tmp_path):
    (tmp_path / "villes.csv").write_text(VILLES, encoding="utf-8")
    path = tmp_path / "essai.md"
    path.write_text(FORM, encoding="utf-8")
    return path


@pytest.fixture
def script(tmp_path):
    def written(*lines):
        path = tmp_path / "essai.jsonl"
        texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        path.write_text("\n".join(texts), encoding="utf-8")
        return path

    return written


def differences(run, form, path):
    done = run("form", "run", form, path, "--json")
    assert done.exit_code == (1 if done.data["differences"] else 0)
    return [(each["line"], each["code"]) for each in done.data["differences"]]


def test_a_script_that_is_kept_ends_with_zero(run, form, script):
    done = run("form", "run", form, script(*KEPT))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "26 étapes, 16 attentes. Tout est comme attendu." in done.stdout


def test_all_expectations_run_on_and_each_that_is_not_kept_is_told_with_its_line(run, form, script):
    path = script(
        {"set": "/essai/age", "value": "17", "result": "constraint"},
        "",
        {"expect_relevant": "/essai/adulte", "relevant": True},
        {"expect_value": "/essai/age", "value": "18"},
        {"expect_value": "/essai/site[2]/n", "value": "1"},
        {"remove_repeat": "/essai/site[4]"},
        {"expect_choices": "/essai/prov", "values": ["rsk"], "labels": ["Rabat", "Casa"]},
        {"expect_label": "/essai/nom", "label": "Prénom", "hint": "?"},
        {"expect_validation": True, "outcome": "ok"},
        {"expect_repeat_count": "/essai/site", "count": 1},
        {"expect_load_error": True},
        {"set": "/essai/nom", "value": "Amal", "raises": True},
    )
    assert differences(run, form, path) == [
        (1, "script.result"),
        (3, "script.not_relevant"),
        (4, "script.value"),
        (5, "script.missing"),
        (6, "engine.unknown_reference"),
        (7, "script.choices"),
        (7, "script.choice_labels"),
        (8, "script.label"),
        (8, "script.hint"),
        (9, "script.validation"),
        (11, "script.load_error"),
        (12, "script.no_error"),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "ligne 1 : /essai/age vaut «  », et non « 18 »."),
        ("en", "row 1: /essai/age is “”, not “18”."),
        ("ar", "/essai/age"),
    ],
)
def test_a_difference_is_told_in_the_language_of_whoever_asks(run, form, script, language, said):
    path = script({"expect_value": "/essai/age", "value": "18"})
    done = run("--language", language, "form", "run", form, path)
    assert done.exit_code == 1
    assert said in done.stderr


def test_an_answer_of_the_wrong_type_is_ok_to_other_programs_and_can_be_expected(run, form, script):
    said = {"set": "/essai/age", "value": "vieux"}
    path = script({**said, "result": "ok"}, {**said, "result": "type"}, {**said, "result": "constraint"})
    assert differences(run, form, path) == [(3, "script.result")]


def test_an_attribute_is_read_as_a_value_too(run, form, script):
    path = script(
        {"expect_value": "/essai/@id", "value": "essai"}, {"expect_value": "/essai/@version", "value": 2}
    )
    assert differences(run, form, path) == [(2, "script.value")]


def test_an_instance_is_compared_as_a_whole_and_the_first_difference_is_named(run, form, script):
    xml = '<essai id="essai" version="1"><nom>Amal</nom></essai>'
    told = run("form", "run", form, script({"expect_instance_xml": xml}), "--json").data["differences"]
    assert told[0]["facts"]["path"] == "/essai"
    assert "<age/>" in told[0]["facts"]["found"]


def test_a_saved_instance_can_be_opened_and_what_is_no_instance_is_told(run, form, script):
    xml = '<essai id="essai" version="1"><nom>Amal</nom><site><n>4</n></site><site><n>5</n></site></essai>'
    path = script(
        {"restore_instance": xml}, {"expect_value": "/essai/tout", "value": "9"}, {"restore_instance": "<x"}
    )
    assert differences(run, form, path) == [(3, "form.not_xml")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{'set': 1}", "script.not_json"),
        ('"set"', "script.not_object"),
        ("{}", "script.not_object"),
        ("[" * 100_000, "script.not_json"),
        ('{"sett": "/essai/nom", "value": "x"}', "script.unknown_step"),
        ('{"set": "/essai/nom"}', "script.missing_key"),
        ('{"expect_choices": "/essai/prov"}', "script.missing_key"),
        ('{"set": "nom", "value": "x"}', "script.not_a_path"),
        ('{"set": {"path": "/essai/nom"}, "value": "x"}', "script.not_a_path"),
        ('{"set": "/essai/nom", "value": ["x"]}', "script.bad_value"),
        ('{"set_language": 3}', "script.bad_value"),
        ('{"expect_repeat_count": "/essai/site", "count": "2"}', "script.bad_value"),
        ('{"set": "/essai/nomm", "value": "x"}', "script.unknown_path"),
        ('{"expect_value": "/data/nom", "value": "x"}', "script.unknown_path"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number_before_anything_is_done(
    run, form, script, line, code
):
    done = run("form", "run", form, script({"set": "/essai/nom", "value": "x"}, line), "--json")
    assert done.exit_code == 2
    assert [(each["line"], each["code"]) for each in done.data["problems"]] == [(2, code)]


def test_all_wrong_lines_are_told_at_once_with_the_nearest_names(run, form, script):
    done = run("form", "run", form, script('{"expect_valeu": "/essai/nom"}', "x"))
    assert done.exit_code == 2
    assert "ligne 1 : L’étape « expect_valeu » n’existe pas." in done.stderr
    assert "expect_value" in done.stderr
    assert "ligne 2 : " in done.stderr


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xff\xfe", b"\x00", b"[1, 2]"])
def test_no_script_whatever_gives_a_traceback(run, form, tmp_path, data):
    path = tmp_path / "script.jsonl"
    path.write_bytes(data)
    done = run("form", "run", form, path)
    assert done.exit_code == 2
    assert "ligne 1" in done.stderr


def test_a_form_or_a_script_that_is_not_there_is_told(run, form, script, tmp_path):
    path = script({"finalize": True})
    assert run("form", "run", tmp_path / "none.xlsx", path).exit_code == 2
    assert run("form", "run", form, tmp_path / "none.jsonl").exit_code == 2


def test_a_refused_form_is_told_unless_the_script_expects_it(run, form, script):
    form.write_text(FORM.replace("sum(${n})", "sum(${m})"), encoding="utf-8")
    refused = run("form", "run", form, script({"finalize": True}), "--json")
    assert refused.exit_code == 2
    assert refused.data["problems"][0]["code"] == "form.unknown_reference"
    assert run("form", "run", form, script({"expect_load_error": True})).exit_code == 0


def test_the_clock_of_a_script_can_be_held(run, form, script, tmp_path):
    form = tmp_path / "date.md"
    form.write_text(FORM.replace("sum(${n})", "format-date(today(), '%Y-%m-%d')"), encoding="utf-8")
    path = script({"expect_value": "/essai/tout", "value": "2026-03-15"})
    assert run("form", "run", form, path, "--now", "2026-03-15").exit_code == 0


def test_the_help_shows_every_step(run):
    from fieldapp.usecases.script_steps import OPERATIONS

    told = run("form", "run", "--help").stdout
    assert [operation for operation in OPERATIONS if f'{{"{operation}"' not in told] == []


def test_the_script_beside_the_shipped_form_is_kept(run):
    form = shipped_forms() / "fiche_organisation" / "fiche_organisation.xlsx"
    done = run("form", "run", form, form.with_name("essai.jsonl"))
    assert done.exit_code == 0, done.output
