"""What the table of support says of types and appearances is what the window shows."""

import pytest

from fieldapp.engine import Choice
from fieldapp.forms.support import Area, Support, feature
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.catalogue import widget_for
from fieldapp.ui.widgets.dates import DateWidget, MomentWidget, TimeWidget
from fieldapp.ui.widgets.file import FileWidget
from fieldapp.ui.widgets.notes import AcknowledgeWidget
from fieldapp.ui.widgets.number import NumberWidget
from fieldapp.ui.widgets.place import PlaceWidget
from fieldapp.ui.widgets.range import RangeWidget
from fieldapp.ui.widgets.rank import RankWidget
from fieldapp.ui.widgets.select_many import SelectManyWidget
from fieldapp.ui.widgets.select_one import PickerWidget, SelectOneWidget
from fieldapp.ui.widgets.signature import SignatureWidget
from fieldapp.ui.widgets.text import LineWidget, LongTextWidget

OWN = {
    "integer": ("input", "int", NumberWidget),
    "decimal": ("input", "decimal", NumberWidget),
    "date": ("input", "date", DateWidget),
    "time": ("input", "time", TimeWidget),
    "dateTime": ("input", "dateTime", MomentWidget),
    "geopoint": ("input", "geopoint", PlaceWidget),
    "acknowledge": ("trigger", "string", AcknowledgeWidget),
    "select_one": ("select1", "string", SelectOneWidget),
    "select_multiple": ("select", "string", SelectManyWidget),
    "range": ("range", "int", RangeWidget),
    "rank": ("rank", "string", RankWidget),
    "text": ("input", "string", LineWidget),
}
TYPED = {
    "barcode": ("input", "barcode"),
    "geotrace": ("input", "geotrace"),
    "geoshape": ("input", "geoshape"),
}


@pytest.mark.parametrize("name", OWN)
def test_a_supported_type_has_a_widget_of_its_own(qtbot, speech, name):
    kind, bind_type, widget = OWN[name]
    shown = widget_for(Asked(kind, bind_type))
    qtbot.addWidget(shown)
    assert type(shown) is widget
    assert feature(Area.TYPE, name).support is Support.FULL


@pytest.mark.parametrize("name", TYPED)
def test_a_plain_type_is_typed(qtbot, speech, name):
    shown = widget_for(Asked(*TYPED[name]))
    qtbot.addWidget(shown)
    assert type(shown) is LineWidget
    assert feature(Area.TYPE, name).support is Support.PLAIN


@pytest.mark.parametrize("name", ["image", "audio", "video", "file"])
def test_every_kind_of_file_is_taken(qtbot, speech, name):
    shown = widget_for(Asked("upload", "binary", mediatype=f"{name.replace('file', 'application')}/*"))
    qtbot.addWidget(shown)
    assert type(shown) is FileWidget
    assert feature(Area.TYPE, name).support is Support.FULL


@pytest.mark.parametrize(
    ("token", "kind", "bind_type", "widget"),
    [("multiline", "input", "string", LongTextWidget), ("signature", "upload", "binary", SignatureWidget)],
)
def test_a_supported_appearance_changes_the_widget(qtbot, speech, token, kind, bind_type, widget):
    shown = widget_for(Asked(kind, bind_type, (token,)))
    qtbot.addWidget(shown)
    assert type(shown) is widget
    assert feature(Area.APPEARANCE, token).support is Support.FULL


@pytest.mark.parametrize("token", ["minimal", "autocomplete", "search"])
def test_a_short_list_is_searched_where_the_form_asks_for_it(qtbot, speech, token):
    shown = widget_for(Asked("select1", "string", (token,)))
    qtbot.addWidget(shown)
    shown.set_choices([Choice("a", "A"), Choice("b", "B")])
    assert shown.findChild(PickerWidget) is not None
    assert feature(Area.APPEARANCE, token).support is Support.FULL


@pytest.mark.parametrize("token", ["month-year", "year"])
def test_a_date_is_asked_as_far_as_the_form_needs_it(qtbot, speech, token):
    shown = widget_for(Asked("input", "date", (token,)))
    qtbot.addWidget(shown)
    shown.set_value("2026-02-01")
    assert shown.shown("2026-02-01") in ("02/2026", "2026")
    assert feature(Area.APPEARANCE, token).support is Support.FULL
