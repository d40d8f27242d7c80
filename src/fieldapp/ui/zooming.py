"""Makes widgets that are there already larger or smaller; those that come later read their sizes anew.

Every size in `ui` is a token or a sum of tokens, so that what a widget was given can be measured and given again.
"""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QBoxLayout,
    QGridLayout,
    QHeaderView,
    QLayout,
    QWidget,
)

from fieldapp.ui.flow import FlowLayout

_UNBOUNDED = 1 << 16
"""No size of ours: Qt has several words for "as large as you like", all beyond this."""


class Resizer:
    """Gives sizes anew that were given at another zoom."""

    def __init__(self, *, before: int, after: int) -> None:
        self._before, self._after = before, after

    def resize(self, top: QWidget) -> None:
        """Do it for a widget inside a window and all that it holds; the window itself is the person's to size."""
        if not top.isWindow():
            self._resize_one(top)
        for part in top.findChildren(QWidget):
            if part.window() is top.window() and not part.isWindow():  # a dialog is a top of its own
                self._resize_one(part)
        layout = top.layout()
        if top.isWindow() and layout is not None:
            self._resize_layout(layout)

    def _resize_one(self, widget: QWidget) -> None:
        widget.setMinimumSize(self._of(widget.minimumWidth()), self._of(widget.minimumHeight()))
        widget.setMaximumSize(self._of(widget.maximumWidth()), self._of(widget.maximumHeight()))
        if isinstance(widget, QAbstractButton | QAbstractItemView) and not widget.iconSize().isEmpty():
            widget.setIconSize(widget.iconSize() * (self._after / self._before))
        if isinstance(widget, QHeaderView):
            self._resize_header(widget)
        layout = widget.layout()
        if layout is not None:
            self._resize_layout(layout)

    def _resize_layout(self, layout: QLayout) -> None:
        sides = layout.contentsMargins()
        layout.setContentsMargins(*map(self._of, (sides.left(), sides.top(), sides.right(), sides.bottom())))
        if isinstance(layout, QGridLayout):
            layout.setHorizontalSpacing(self._of(layout.horizontalSpacing()))
            layout.setVerticalSpacing(self._of(layout.verticalSpacing()))
        elif isinstance(layout, QBoxLayout | FlowLayout):
            layout.setSpacing(self._of(layout.spacing()))
        for place in range(layout.count()):
            item = layout.itemAt(place)
            assert item is not None, "counted"
            gap, inner = item.spacerItem(), item.layout()
            if gap is not None:
                size, policy = gap.sizeHint(), gap.sizePolicy()
                gap.changeSize(
                    self._of(size.width()),
                    self._of(size.height()),
                    policy.horizontalPolicy(),
                    policy.verticalPolicy(),
                )
            elif inner is not None:
                self._resize_layout(inner)
        layout.invalidate()

    def _resize_header(self, head: QHeaderView) -> None:
        head.setDefaultSectionSize(self._of(head.defaultSectionSize()))
        for section in range(head.count()):
            if head.sectionResizeMode(section) is not QHeaderView.ResizeMode.Stretch:
                head.resizeSection(section, self._of(head.sectionSize(section)))

    def _of(self, size: int) -> int:
        """Return a size as it is now; sizes at 100 % are whole, so that nothing creeps from step to step."""
        if not 0 < size < _UNBOUNDED:
            return size
        return round(round(size * 100 / self._before) * self._after / 100)
