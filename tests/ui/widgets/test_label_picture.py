"""Pictures of labels, from the form's files in a real workspace to the question on the screen."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton

from fieldapp.engine import Choice, FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.forms.definition import Text
from fieldapp.ui.theme import Size
from fieldapp.ui.widgets.answer import Asked, Files
from fieldapp.ui.widgets.catalogue import widget_for
from fieldapp.ui.widgets.label_picture import LabelPicture, picture_name
from fieldapp.ui.widgets.picture import encoded

FORM = """
| survey |
|        | type | name  | label::Français (fr) | label::العربية (ar) | image::Français (fr) | image::العربية (ar) |
|        | text | ville | Ville                | المدينة             | plan.png             | plan-ar.png         |
| settings |
|        | form_id | version |
|        | villes  | 1       |
"""


def png(width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#0A5C68"))
    return encoded(image, "PNG")


@pytest.fixture
def question(window):
    """Install the form with some files, begin a record and return its question."""

    def question(files, table=FORM):
        form = load_form_bytes(table.encode(), name="villes.md")
        window.desk.workspace.forms.install(form, source=table.encode(), name="villes.md", files=files)
        window.start_record(form.form_id)
        QApplication.processEvents()
        area = window.fill.area
        return area.page(area.current).questions["/data/ville"]

    return question


def test_the_picture_of_a_label_is_shown_small(question):
    view = question({"plan.png": png(2000, 1000)})
    assert view._picture.isVisible()
    assert view._picture.pixmap().width() == min(Size.COLUMN, 2 * Size.PREVIEW)
    assert view._picture.mapTo(view, view._picture.rect().topLeft()).y() < view.widget.y()


def test_a_small_picture_keeps_its_size(question):
    assert question({"plan.png": png(40, 30)})._picture.pixmap().width() == 40


@pytest.mark.parametrize("files", [{}, {"plan.png": b"no picture"}])
def test_without_its_file_the_words_stand_alone(question, files):
    view = question(files)
    assert not view._picture.isVisible()
    assert view.title == "Ville"


def test_the_picture_follows_the_language(question, window):
    view = question({"plan.png": png(40, 30), "plan-ar.png": png(60, 30)})
    window.language_chosen.emit("ar")
    assert view._picture.pixmap().width() == 60


def test_a_picture_is_taken_from_the_first_language_that_has_one():
    text = Text(media={"fr": {"audio": "a.mp3"}, "ar": {"big-image": "b.png"}, "": {"image": "c.png"}})
    assert picture_name(text, "fr", "ar") == "b.png"
    assert picture_name(text, "fr") == "c.png"
    assert picture_name(Text(), "fr") == ""


def test_a_picture_taken_away_leaves_no_room(qtbot):
    picture = LabelPicture()
    qtbot.addWidget(picture)
    picture.show_data(png(4, 4))
    picture.show_data(None)
    assert picture.isHidden()


CHOICES = """
| survey |
|        | type           | name | label |
|        | select_one l   | un   | Un    |
|        | select_multiple l | des | Des  |
| choices |
| | list_name | name | label::Français (fr) | label::العربية (ar) | image::Français (fr) | image::العربية (ar) |
| | l         | a    | Arbre                | شجرة                | arbre.png            | arbre-ar.png        |
| | l         | b    | Banc                 | مقعد                |                      |                     |
| settings |
|          | form_id | version |
|          | images  | 1       |
"""


def test_a_choice_names_its_picture_in_the_language_spoken():
    session = FormSession(load_form_bytes(CHOICES.encode(), name="images.md"))
    pictures = []
    for language in session.definition.languages:
        session.set_language(language)
        pictures.append([choice.picture for choice in session.choices("/data/un")])
    assert pictures == [["arbre.png", ""], ["arbre-ar.png", ""]]


@pytest.mark.parametrize(("kind", "button"), [("select1", QRadioButton), ("select", QCheckBox)])
def test_the_picture_of_a_choice_stands_beside_its_words(qtbot, speech, kind, button):
    files = Files(keep=lambda *_: "", fetch=lambda _: None, beside={"arbre.png": png(900, 600)}.get)
    widget = widget_for(Asked(kind, files=files))
    qtbot.addWidget(widget)
    widget.set_choices(
        [Choice("a", "Arbre", "arbre.png"), Choice("b", "Banc", "banc.png"), Choice("c", "Cour")]
    )
    shown = [not each.icon().isNull() for each in widget.findChildren(button)]
    assert shown == [True, False, False]
    assert widget.findChildren(button)[0].iconSize().height() == Size.PREVIEW // 2
