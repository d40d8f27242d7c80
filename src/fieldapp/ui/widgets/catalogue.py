"""Which widget asks which question: one table."""

from collections.abc import Callable

from fieldapp.ui.widgets.answer import AnswerWidget, Asked
from fieldapp.ui.widgets.dates import DateWidget, MomentWidget, TimeWidget
from fieldapp.ui.widgets.file import FileWidget
from fieldapp.ui.widgets.notes import AcknowledgeWidget, ShownWidget
from fieldapp.ui.widgets.number import NumberWidget
from fieldapp.ui.widgets.place import PlaceWidget
from fieldapp.ui.widgets.range import RangeWidget
from fieldapp.ui.widgets.rank import RankWidget
from fieldapp.ui.widgets.select_many import SelectManyWidget
from fieldapp.ui.widgets.select_one import SelectOneWidget
from fieldapp.ui.widgets.signature import SignatureWidget
from fieldapp.ui.widgets.text import LineWidget, LongTextWidget

_BY_KIND: dict[str, Callable[[Asked], AnswerWidget]] = {
    "select1": SelectOneWidget,
    "select": SelectManyWidget,
    "rank": RankWidget,
    "range": RangeWidget,
    "trigger": AcknowledgeWidget,
}

_BY_TYPE: dict[str, Callable[[Asked], AnswerWidget]] = {
    "int": NumberWidget,
    "integer": NumberWidget,
    "decimal": NumberWidget,
    "date": DateWidget,
    "time": TimeWidget,
    "dateTime": MomentWidget,
    "geopoint": PlaceWidget,
}


def widget_for(asked: Asked, *, is_computed: bool = False) -> AnswerWidget:
    """Build the widget of a question; what has no widget of its own is typed as a line of text."""
    if is_computed:
        return ShownWidget(asked)
    if asked.kind == "upload":
        return SignatureWidget(asked) if "signature" in asked.appearance else FileWidget(asked)
    if asked.kind in _BY_KIND:
        return _BY_KIND[asked.kind](asked)
    if asked.type in _BY_TYPE:
        return _BY_TYPE[asked.type](asked)
    return LongTextWidget(asked) if "multiline" in asked.appearance else LineWidget(asked)
