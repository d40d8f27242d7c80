"""Every widget shows what it is set, gives it back as it was, and says once what a person answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton

from fieldapp.base.errors import KnownError
from fieldapp.engine import Choice
from fieldapp.exports.pictures import drawn_at
from fieldapp.ui.widgets.answer import Asked, Files
from fieldapp.ui.widgets.catalogue import widget_for
from fieldapp.ui.widgets.select_many import BoxesWidget, SearchedBoxesWidget
from fieldapp.ui.widgets.select_one import PickerWidget, RadiosWidget
from fieldapp.ui.widgets.signature import SignatureWidget
from tests.ui.robot import press, write

FEW = [Choice("oui", "Oui"), Choice("non", "Non")]
MANY = [Choice(f"v{n}", f"Ville {n}") for n in range(60)] + [Choice("sale", "Salé"), Choice("fes", "Fès")]


class Shelf:
    """Keeps files in memory, named by their order."""

    def __init__(self):
        self.kept = {}

    @property
    def files(self):
        return Files(keep=self._keep, fetch=self.kept.get)

    def _keep(self, data, name):
        self.kept[f"{len(self.kept)}-{name}"] = data
        return f"{len(self.kept) - 1}-{name}"


@pytest.fixture
def build(qtbot, speech):
    def build(kind="input", type_="string", appearance=(), choices=(), **more):
        widget = widget_for(Asked(kind, type_, appearance, Shelf().files), **more)
        widget.set_choices(list(choices))
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        QApplication.processEvents()
        widget.setFocus()
        widget.given = []
        widget.answered.connect(widget.given.append)
        return widget

    return build


CASES = [
    ("input", "string", (), "Association Al Amal", "Association Al Amal"),
    ("input", "string", (), "جمعية الأمل ⵜⴰⵎⵙⵙⵓⵎⴰⵏⵜ é", "جمعية الأمل ⵜⴰⵎⵙⵙⵓⵎⴰⵏⵜ é"),
    ("input", "int", (), "1234", "1234"),
    ("input", "decimal", (), "12.5", "12,5"),
    ("input", "date", (), "2024-05-31", "31/05/2024"),
    ("input", "date", ("year",), "2024-01-01", "2024"),
    ("input", "time", (), "14:30:00.000+01:00", "14:30"),
    ("input", "dateTime", (), "2024-05-31T14:30:00.000+01:00", "31/05/2024 14:30"),
    ("input", "geopoint", (), "34.02 -6.84 0 0", "34.02, -6.84"),
    ("input", "int", (), "pas un nombre", "pas un nombre"),
    ("input", "date", (), "hier", "hier"),
]


@pytest.mark.parametrize(("kind", "type_", "appearance", "value", "shown"), CASES)
def test_a_line_shows_its_value_and_gives_it_back(build, kind, type_, appearance, value, shown):
    widget = build(kind, type_, appearance)
    widget.set_value(value)
    assert widget.findChild(QLineEdit).text() == shown
    widget.commit()
    assert (widget.value, widget.given) == (value, [])


def test_a_line_is_given_when_it_is_left(build):
    widget = build()
    write("Rabat, é, جمعية")
    assert widget.given == []
    press(Qt.Key.Key_Return)
    assert widget.given == ["Rabat, é, جمعية"]


def test_a_long_text_is_given_when_it_is_left(build):
    widget = build(appearance=("multiline",))
    write("Première ligne")
    press(Qt.Key.Key_Return, text="\n")
    write("seconde")
    widget.findChild(QPlainTextEdit).clearFocus()
    assert widget.given == ["Première ligne\nseconde"]


def test_a_long_text_keeps_its_line_breaks(build):
    widget = build(appearance=("multiline",))
    widget.set_value("un\n\ndeux ")
    widget.commit()
    assert (widget.findChild(QPlainTextEdit).toPlainText(), widget.given) == ("un\n\ndeux ", [])


def test_writing_that_rests_is_kept(build, qtbot):
    widget = build()
    write("à demi")
    qtbot.waitUntil(lambda: widget.given == ["à demi"], timeout=4000)
    assert widget.findChild(QLineEdit).text() == "à demi"


def test_a_locked_line_is_read_and_copied_only(build):
    widget = build()
    widget.set_value("clos")
    widget.set_locked(is_locked=True)
    write("x")
    assert widget.findChild(QLineEdit).text() == "clos"


def test_few_choices_are_all_seen(build):
    widget = build("select1", choices=FEW)
    widget.set_value("non")
    assert widget.findChild(RadiosWidget)
    assert [b.text() for b in widget.findChildren(QRadioButton) if b.isChecked()] == ["Non"]


def test_a_choice_is_given_by_the_space_bar_and_taken_back_by_delete(build):
    widget = build("select1", choices=FEW)
    press(Qt.Key.Key_Space, text=" ")
    press(Qt.Key.Key_Delete)
    assert widget.given == ["oui", ""]
    assert not any(button.isChecked() for button in widget.findChildren(QRadioButton))


def test_many_choices_are_searched_without_minding_accents(build):
    widget = build("select1", choices=MANY)
    assert widget.findChild(PickerWidget)
    write("sale")
    press(Qt.Key.Key_Return)
    assert widget.given == ["sale"]
    assert widget.findChild(QLineEdit).text() == "Salé"


def test_the_arrow_below_the_last_match_stays_on_it(build):
    widget = build("select1", choices=MANY)
    write("sale")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert widget.given == ["sale"]


def test_a_word_that_is_no_choice_leaves_the_answer_as_it_was(build):
    widget = build("select1", choices=MANY)
    widget.set_value("fes")
    widget.findChild(QLineEdit).selectAll()
    write("Tombouctou")
    widget.commit()
    assert (widget.given, widget.findChild(QLineEdit).text()) == ([], "Fès")


def test_a_choice_that_is_no_longer_offered_stays_visible(build):
    widget = build("select1", choices=MANY)
    widget.set_value("partie")
    assert widget.findChild(QLineEdit).text() == "partie"


def test_a_select_follows_the_number_of_its_choices(build):
    widget = build("select1", choices=MANY)
    widget.set_choices(FEW)
    widget.set_value("oui")
    assert [b.text() for b in widget.findChildren(QRadioButton) if b.isChecked()] == ["Oui"]


def test_several_choices_keep_the_order_of_the_form(build):
    widget = build("select", choices=[Choice("a", "A"), Choice("b", "B"), Choice("c", "C")])
    assert widget.findChild(BoxesWidget)
    boxes = {box.text(): box for box in widget.findChildren(QCheckBox)}
    boxes["C"].click()
    boxes["A"].click()
    boxes["C"].click()
    assert widget.given == ["c", "a c", "a"]


def test_a_long_list_of_boxes_is_searched(build):
    widget = build("select", choices=MANY)
    assert widget.findChild(SearchedBoxesWidget)
    write("fes")
    press(Qt.Key.Key_Return)
    write("sale")
    press(Qt.Key.Key_Return)
    assert widget.given[-1] == "sale fes"


def test_a_long_list_shows_what_is_set(build):
    widget = build("select", choices=MANY)
    widget.set_value("v3 fes")
    assert widget.value == "v3 fes"
    assert widget.findChild(SearchedBoxesWidget)._chosen.text() == "Choisi : Ville 3 · Fès"


def test_what_was_read_is_acknowledged_as_odk_stores_it(build):
    widget = build("trigger")
    widget.findChild(QCheckBox).click()
    widget.findChild(QCheckBox).click()
    assert widget.given == ["OK", ""]


def test_a_computed_value_is_shown_and_never_given(build):
    widget = build(is_computed=True)
    widget.set_value("42")
    widget.commit()
    assert widget.given == []
    assert "42" in [label.text() for label in widget.findChildren(type(widget._label))]


def sign(widget, *points):
    QTest.mousePress(widget._pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(widget._pad, QPoint(*point))
    QTest.mouseRelease(widget._pad, Qt.MouseButton.LeftButton, pos=QPoint(*points[-1]))


def test_a_drawn_signature_is_kept_and_shown_again(build, qtbot):
    widget = build("upload", "binary", ("signature",))
    sign(widget, (20, 20), (120, 90), (240, 40), (300, 110))
    widget._pad.finish()
    assert len(widget.given) == 1
    drawn = QImage.fromData(widget.asked.files.fetch(widget.value))
    assert drawn.width() > 600
    widget.set_value(widget.value)
    assert not widget._pad.kept.isNull()


def test_a_blank_pad_never_counts(build):
    widget = build("upload", "binary", ("signature",))
    sign(widget, (20, 20), (21, 20))
    widget._pad.finish()
    widget.commit()
    assert widget.given == []


def test_a_signature_can_be_done_again(build):
    widget: SignatureWidget = build("upload", "binary", ("signature",))
    sign(widget, (20, 20), (120, 90), (240, 40))
    widget.commit()
    widget._wipe.click()
    assert widget.given[-1] == ""
    assert widget._pad.is_blank


def test_a_narrow_field_stands_under_its_label_also_from_right_to_left(qtbot):
    field = widget_for(Asked("input", "date"))
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(field)
    field.resize(600, 60)
    field.show()
    (line,) = field._fields()
    assert line.geometry().right() == field.rect().right()


def test_a_signature_keeps_its_moment_and_says_it_when_it_is_reopened(build):
    widget = build("upload", "binary", ("signature",))
    sign(widget, (20, 20), (120, 90), (240, 40))
    widget.commit()
    kept = widget.asked.files.fetch(widget.value)
    assert abs(datetime.now(UTC) - drawn_at(kept)) < timedelta(minutes=1)
    widget.set_value("")
    widget.set_value("0-signature.png")
    assert widget._said.text().startswith("Signature tracée le ")


def test_a_signature_that_the_disk_refuses_stays_on_the_pad_and_is_tried_again(build):
    widget = build("upload", "binary", ("signature",))
    keep, refusal = widget.asked.files.keep, KnownError("file.disk_full", path="x")

    def refuse(*_):
        raise refusal

    widget.asked = replace(widget.asked, files=replace(widget.asked.files, keep=refuse))
    sign(widget, (20, 20), (120, 90), (240, 40))
    widget._pad.finish()
    widget.set_value("")
    assert widget.given == []
    assert not widget._pad.is_blank
    widget.asked = replace(widget.asked, files=replace(widget.asked.files, keep=keep))
    widget.commit()
    assert widget.given == ["0-signature.png"]


def test_a_form_says_how_large_a_signature_may_be(build):
    widget = build("upload", "binary", ("signature",))
    sign(widget, (20, 20), (120, 90), (470, 40))
    assert max(widget._pad.image(600).width(), widget._pad.image(600).height()) == 600
