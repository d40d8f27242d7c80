"""Makes Tab follow the eye: what is built later stands where it is seen, not at the end of the keyboard's round."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(anchor: QWidget, ground: QWidget) -> None:
    """Let Tab go through the ground as it is laid out; `anchor` marks its place in the round of the window."""
    for earlier, later in pairwise([anchor, *stops(ground)]):
        QWidget.setTabOrder(earlier, later)


def stops(ground: QWidget) -> Iterator[QWidget]:
    """Walk the widgets that take the keyboard, in the order they are laid out, also those hidden for now."""
    layout = ground.layout()
    if layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None, "counted"
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            yield from _stops_in(inner)
        elif widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif widget is not None:
            yield from stops(widget)
