"""What a form styles is styled in the window, and plain where nothing can be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.ui.form.question_view import QuestionView

FORM = """
| survey |
| | type | name | label | hint |
| | select_one l | s | Le **nom** <b> | Voir *ici* |
| | text | t | L'*a | L'<hint> |
| settings |
| | form_id | name |
| | essai | essai |
| choices |
| | list_name | name | label |
| | l | a | *Ain* |
"""


@pytest.fixture
def views(qtbot):
    session = FormSession(load_form_bytes(FORM.encode(), name="f.md"))
    made = [QuestionView(live, session, None) for live in session.children()]
    for view in made:
        qtbot.addWidget(view)
    return made


def test_labels_and_hints_are_styled_and_all_else_is_letters(views):
    choice, text = views
    assert choice._label.text() == "Le <b>nom</b> &lt;b&gt;"
    assert choice._hint.text() == "Voir <i>ici</i>"
    assert (text._hint.text(), text._hint.textFormat()) == ("L&#x27;&lt;hint&gt;", Qt.TextFormat.RichText)


def test_titles_and_choices_are_plain_words(views):
    assert views[0].title == "Le nom <b>"
    assert [button.text() for button in views[0].findChildren(QRadioButton)] == ["Ain"]
