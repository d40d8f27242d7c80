"""All that is wrong with a form file, in one list: errors first; to be read, copied, and installed when it may be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fieldapp.forms.problems import Problem, Severity
from fieldapp.ui.live import keep
from fieldapp.ui.messages import cause_of, line_of, place_of
from fieldapp.ui.pages.form_problem_delegate import SHOWN, FormProblemDelegate, ShownProblem
from fieldapp.ui.parts import as_written, button, centred, in_reading_order, label
from fieldapp.ui.shortcuts import bind
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.install_form import ReadForm


class FormReport(QWidget):
    """Shows the problems of one form that was read.

    Signals:
        install_asked: The person has seen the warnings and installs the form; carries the `ReadForm`.
        read_again_asked: The person has mended the file.
    """

    install_asked = Signal(object)
    read_again_asked = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._form: ReadForm | None = None
        self.title = label(size="lead")
        self.words = label(tone="quiet")
        self.install = button("primary", "check")
        self.install.clicked.connect(lambda: self.install_asked.emit(self._form))
        self.again = button("", "rotate-ccw")
        self.again.clicked.connect(self.read_again_asked)
        self.copy = button("", "copy")
        self.copy.clicked.connect(self.copy_all)
        self.list = QListWidget()
        self.list.setProperty("kind", "report")
        self.list.setItemDelegate(FormProblemDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bind("copy", self.list, self.copy_all, is_within=True)
        acts = QHBoxLayout()
        acts.setSpacing(Space.XS)
        for part in (self.install, self.again, self.copy):
            acts.addWidget(part)
        acts.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.L, 0, Space.L)
        column.setSpacing(Space.XS)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(Space.XS)
        column.addLayout(acts)
        column.addSpacing(Space.XS)
        column.addWidget(self.list, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.M, 0, Space.M, 0)
        outer.addLayout(centred(inside, Size.REPORT))
        keep(self, self._say)

    def show_form(self, form: "ReadForm", language: str) -> None:
        """Show what was found in a form."""
        self._form, self._language = form, language
        self._say()
        self.list.setCurrentRow(0)
        self.list.scrollToTop()
        (self.install if form.definition is not None else self.list).setFocus()

    def copy_all(self) -> None:
        """Put the whole list on the clipboard, a problem a line."""
        if self._form is not None:
            lines = [f"- {line_of(problem, self._language)}" for problem in self._form.problems]
            QApplication.clipboard().setText("\n".join([self.title.text(), *lines]) + "\n")

    def set_language(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self._say()

    def _say(self) -> None:
        self.install.setText(self.tr("Installer ce formulaire"))
        self.again.setText(self.tr("Relire le fichier"))
        self.copy.setText(self.tr("Copier la liste"))
        self.list.setAccessibleName(self.tr("Ce qui a été trouvé dans le formulaire"))
        if self._form is None:
            return
        may_install = self._form.definition is not None
        self.install.setVisible(may_install)
        count = len(self._form.problems)
        errors = sum(problem.severity is Severity.ERROR for problem in self._form.problems)
        self.title.setText(self._title(self._form.name, errors, count - errors))
        if may_install:
            self.words.setText(self.tr("Le formulaire peut être installé. Lisez d’abord ce qui suit."))
        else:
            self.words.setText(
                self.tr("Rien n’a été installé. Corrigez le fichier, enregistrez-le, puis relisez-le ici.")
            )
        self._fill()

    def _title(self, name: str, errors: int, warnings: int) -> str:
        said = [as_written(name)]
        if errors:
            said.append(self.tr("%n erreur(s)", "", errors))
        if warnings:
            said.append(self.tr("%n avertissement(s)", "", warnings))
        return in_reading_order(" · ".join(said), self)

    def _fill(self) -> None:
        assert self._form is not None
        current = self.list.currentRow()
        self.list.clear()
        for problem in self._form.problems:
            item = QListWidgetItem()
            item.setData(SHOWN, self._shown(problem))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line_of(problem, self._language))
            self.list.addItem(item)
        self.list.setCurrentRow(current)

    def _shown(self, problem: Problem) -> ShownProblem:
        is_error = problem.severity is Severity.ERROR
        start, length = problem.facts.get("offset"), problem.facts.get("length")
        kind = self.tr("Erreur") if is_error else self.tr("Avertissement")
        place = place_of(problem, self._language)
        return ShownProblem(
            place=f"{kind} · {place}" if place else kind,
            cause=cause_of(problem, self._language),
            cell=problem.text,
            start=start if isinstance(start, int) else -1,
            length=length if isinstance(length, int) else 0,
            is_error=is_error,
        )
