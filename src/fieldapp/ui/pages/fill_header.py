"""The bar above a record: back, its name, the state of saving, tools, and the one action of the page. No words."""

from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from fieldapp.ui.pages.elided_label import ElidedLabel
from fieldapp.ui.parts import as_header, button, label, tool
from fieldapp.ui.theme import Space


class FillHeader(QFrame):
    """Holds the parts; the page that shows it says them and obeys them."""

    def __init__(self) -> None:
        super().__init__()
        self._row = as_header(self)
        self.back = button("quiet", "arrow-left")
        self.title = ElidedLabel(size="lead")
        self.title.setMinimumWidth(Space.HAIR)  # a long name is cut rather than widening the window
        self.form = ElidedLabel(size="small", tone="quiet")
        self.form.setMinimumWidth(Space.HAIR)
        self.saved = label(size="dense", tone="quiet", is_wrapped=False)
        self.undo, self.redo, self.more = tool("undo-2"), tool("redo-2"), tool("ellipsis-vertical")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.finish = button("primary", "file-check")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.form)
        names.addStretch(1)
        self._row.addWidget(self.back)
        self._row.addLayout(names, 1)
        self._row.addWidget(self.saved)
        self._row.addSpacing(Space.S)
        for part in (self.undo, self.redo, self.more):
            self._row.addWidget(part)
        self._row.addSpacing(Space.XS)
        self._row.addWidget(self.finish)

    def hang_tool(self, made: QWidget) -> None:
        """Hang a small button before the menu."""
        self._row.insertWidget(self._row.indexOf(self.more), made)
