"""The forms of the workspace: which versions are there, and installing one after all that is wrong with it was said."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.desk import Desk, FormRow
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.pages.form_report import FormReport
from fieldapp.ui.parts import BackHeader, as_written, button, card, ground, in_reading_order, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import AsidePage

if TYPE_CHECKING:
    from fieldapp.usecases.install_form import ReadForm


class FormsPage(AsidePage):
    """Shows the installed forms, or what was found in one that was read.

    Signals:
        file_asked: The person chooses a form file to install.
        read_again_asked: The person has mended the file that was read.
        install_asked: Install a form that was read; carries the `ReadForm`.
    """

    file_asked = Signal()
    read_again_asked = Signal()
    install_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms: list[FormRow] = []
        self.setProperty("ground", "page")
        bar = BackHeader()
        bar.back_asked.connect(self._on_back)
        self._back, self._title = bar.back, bar.title
        self.install = button("primary", "plus")
        self.install.clicked.connect(self.file_asked)
        bar.row.addWidget(self.install)
        self.report = FormReport(desk.language)
        self.report.install_asked.connect(self.install_asked)
        self.report.read_again_asked.connect(self.read_again_asked)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, Space.L, 0, Space.XL)
        self._rows.setSpacing(Space.S)
        self._list = ground(inside, Size.READING)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.report)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        keep(self, self._say)

    @property
    def is_reporting(self) -> bool:
        """Whether what was found in a form is shown, instead of the forms."""
        return self._stack.currentWidget() is self.report

    @override
    def refresh(self) -> None:
        """Show the forms as they are now."""
        self._forms = self._desk.installed_forms()
        self._stack.setCurrentWidget(self._list)
        self._say()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the next step is."""
        self.install.setFocus()

    def show_read(self, form: "ReadForm") -> None:
        """Install a form in which nothing was found; show what was found in another."""
        if not form.problems:
            self.install_asked.emit(form)
            return
        self._stack.setCurrentWidget(self.report)
        self.report.show_form(form, self._desk.language)
        self._say()

    def set_language(self, code: str) -> None:
        """Say what was found in a form in another language."""
        self.report.set_language(code)
        self._forms = self._desk.installed_forms()
        self._say()

    def _on_back(self) -> None:
        if self.is_reporting:
            self.refresh()
            self.focus_first()
        else:
            self.closed.emit()

    def _say(self) -> None:
        self._title.setText(
            self.tr("Contrôle du formulaire") if self.is_reporting else self.tr("Formulaires")
        )
        self.install.setText(self.tr("Installer un formulaire…"))
        self.install.setVisible(not self.is_reporting)
        while (old := self._rows.takeAt(0)) is not None:
            if (gone := old.widget()) is not None:
                gone.deleteLater()
        for form in self._forms:
            self._rows.addWidget(self._row(form))
        self._rows.addStretch(1)

    def _row(self, form: FormRow) -> QFrame:
        made, column = card()
        column.setSpacing(Space.XXS)
        title, details, use = label(size="lead"), label(tone="quiet"), label(size="dense", tone="quiet")
        title.setText(form.title)
        version = self.tr("version {version}").format(version=as_written(form.version or "–"))
        installed = self.tr("installé le {date}").format(date=as_written(form.installed_on))
        parts = (as_written(form.form_id), version, as_written(form.source_name), installed)
        details.setText(in_reading_order(" · ".join(parts), self))
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(title, 1)
        if form.is_newest:
            sign = QLabel()
            sign.setPixmap(pixmap("circle-check", "done", Size.ICON, widget=self))
            use.setProperty("tone", "done")
            use.setText(self.tr("Sert aux nouvelles fiches"))
            head.addWidget(sign)
        else:
            use.setText(self.tr("Garde les fiches commencées avec cette version"))
        use.setWordWrap(False)
        head.addWidget(use)
        column.addLayout(head)
        column.addWidget(details)
        return made
