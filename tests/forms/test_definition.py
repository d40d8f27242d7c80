import pytest

from fieldapp.forms import load_form_bytes
from fieldapp.forms.definition import ExportPolicy, Group, Privacy, Question, Repeat, language_code
from tests.forms.tables import form

FICHE = """
| survey |
| | type                 | name     | label::Français (fr) | label::العربية (ar) | bind::fieldapp:privacy | bind::fieldapp:consent | required |
| | start                | debut    |                      |                     |           |            |     |
| | begin group          | identite | Identité             | الهوية              |           |            |     |
| | text                 | nom      | Nom                  | الاسم               | public    |            | yes |
| | end group            |          |                      |                     |           |            |     |
| | begin repeat         | contact  | Contact              | جهة الاتصال         | sensitive |            |     |
| | text                 | tel      | Téléphone            | الهاتف              | consent   | ${accord}  |     |
| | select_one oui_non   | accord   | Diffuser ?           | نشر؟                |           |            |     |
| | end repeat           |          |                      |                     |           |            |     |
| | select_multiple ville | villes  | Villes               | المدن               |           |            |     |
| choices |
| | list_name | name | label::Français (fr) | label::العربية (ar) |
| | oui_non   | oui  | Oui                  | نعم                 |
| | oui_non   | non  | Non                  | لا                  |
| | ville     | rba  | Rabat                | الرباط              |
| settings |
| | form_id | version | name  | form_title | default_language | namespaces | attribute::fieldapp:export_policy |
| | fiche   | 3       | fiche | La fiche   | Français (fr)    | fieldapp="https://fieldapp.ma/xforms" | full |
"""  # noqa: E501 - a table is read across


@pytest.fixture(scope="module")
def fiche():
    return form(FICHE)


def test_a_form_says_what_it_is(fiche):
    assert (fiche.form_id, fiche.version, fiche.title, fiche.root) == ("fiche", "3", "La fiche", "/fiche")


def test_languages_stand_in_the_order_of_the_form(fiche):
    assert fiche.languages == ("Français (fr)", "العربية (ar)")
    assert fiche.default_language == "Français (fr)"
    assert language_code(fiche.languages[1]) == "ar"


def test_controls_stand_in_the_order_of_the_form(fiche):
    kinds = [(type(control), control.nodeset) for control in fiche.controls()]
    assert kinds[:4] == [
        (Group, "/fiche/identite"),
        (Question, "/fiche/identite/nom"),
        (Repeat, "/fiche/contact"),
        (Question, "/fiche/contact/tel"),
    ]


def test_rows_without_a_control_are_binds_alone(fiche):
    assert fiche.bind("/fiche/debut").preload == "timestamp:start"
    assert fiche.bind("/fiche/debut").is_computed


def test_each_question_says_who_may_see_it(fiche):
    assert fiche.bind("/fiche/identite/nom").privacy is Privacy.PUBLIC
    assert fiche.bind("/fiche/contact").privacy is Privacy.SENSITIVE
    assert fiche.bind("/fiche/villes").privacy is Privacy.INTERNAL


def test_a_relative_consent_is_made_absolute(fiche):
    assert fiche.bind("/fiche/contact/tel").consent == "/fiche/contact/accord"


def test_the_export_policy_is_read_from_the_settings(fiche):
    assert fiche.export_policy is ExportPolicy.FULL


def test_a_form_that_says_nothing_leaves_nothing():
    assert (
        form("| survey |\n| | type | name | label |\n| | text | a | A |").export_policy is ExportPolicy.LOCAL
    )


def test_sets_are_the_select_multiple_questions(fiche):
    assert fiche.set_paths() == {"villes"}


def test_the_stored_xform_gives_the_same_form(fiche):
    assert load_form_bytes(fiche.xform, name="form.xml") == fiche


def test_a_missing_translation_falls_back_to_the_default_language():
    found = form("""
| survey |
| | type | name | label::Français (fr) | hint::Français (fr) | label::العربية (ar) |
| | text | a    | A                    | Un indice           | ا                   |
""")
    (question,) = found.questions()
    assert list(question.hint.by_language) == ["Français (fr)"]


def test_unknown_bind_attributes_are_kept():
    found = form("| survey |\n| | type | name | label | bind::fieldapp:note |\n| | text | a | A | garder |")
    assert found.bind("/essai/a").custom == {"fieldapp:note": "garder"}


TITLED = """
| survey |
| | type | name | label |
| | text | nom  | Nom   |
| settings |
| | form_id | version | form_title | namespaces | attribute::fieldapp:title_ar |
| | essai | 1 | Fiche | fieldapp="https://fieldapp.ma/xforms" | بطاقة |
"""


def test_a_title_is_said_in_the_language_asked_for_or_as_it_stands():
    read = form(TITLED)
    assert [read.title_in(language) for language in ("ar", "العربية (ar)", "en", "fr")] == [
        "بطاقة",
        "بطاقة",
        "Fiche",
        "Fiche",
    ]
