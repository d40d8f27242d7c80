import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from fieldapp.ui.form.question_view import QuestionView
from fieldapp.ui.form.sections import questions_in
from fieldapp.ui.widgets.answer import Files
from tests.engine.sessions import session

FORM = """
| survey |
|  | type | name | label::Français (fr) | label::العربية (ar) | guidance_hint::Français (fr) |
|  | select_one r | oui | Accord ? | هل توافقون؟ | Sans accord, rien ne reste. |
|  | text | nom | Nom | Nom | |
| choices |
|  | list_name | name | label::Français (fr) | label::العربية (ar) |
|  | r | oui | Oui | نعم |
| settings |
|  | form_id | version | default_language |
|  | essai | 1 | Français (fr) |
"""


@pytest.fixture
def views(qtbot, speech):
    opened = session(FORM)
    opened.set_language("Français (fr)")
    files = Files(keep=lambda *_: "", fetch=lambda _: None)
    made = {}
    for live in opened.children():
        view = QuestionView(live, opened, files, second_language="العربية (ar)")
        qtbot.addWidget(view)
        made[live.reference.rpartition("/")[2]] = view
    assert list(questions_in(opened, opened.children()))
    return made


def test_a_second_language_stands_beside_in_its_own_direction(views):
    beside = views["oui"]._beside
    assert "هل توافقون؟" in beside.text()
    assert beside.alignment() & Qt.AlignmentFlag.AlignRight
    assert beside.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_choices_are_named_in_both_languages_and_what_is_the_same_once(views):
    labels = [button.text() for button in views["oui"].findChildren(QRadioButton)]
    assert labels == ["\u2068Oui\u2069 · \u2068نعم\u2069"]


def test_a_label_without_translation_is_a_dash(views):
    assert "—" in views["nom"]._beside.text()


def test_one_language_again_takes_the_other_away(views):
    views["oui"].show_beside("")
    assert views["oui"]._beside.isHidden()
    views["oui"].show_beside("العربية (ar)")
    assert not views["oui"]._beside.isHidden()


def test_why_a_question_is_asked_is_disclosed_on_demand_and_told_to_screen_readers(views):
    view = views["oui"]
    assert not view._guidance.is_open
    view.toggle_guidance()
    assert (view._guidance.is_open, view._guidance._words.text()) == (True, "Sans accord, rien ne reste.")
    view.toggle_guidance()
    assert not view._guidance.is_open
    assert "Sans accord" in view.widget._fields()[0].accessibleDescription()


def test_a_question_without_explanation_shows_none(views):
    assert views["nom"]._guidance is None
