"""Shows what going over to another version of a form does to a record, answer by answer, before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fieldapp.exports.upgrade_words import fate_in_words
from fieldapp.records.history import Said
from fieldapp.ui.parts import as_written, button, label
from fieldapp.ui.theme import Size, Space
from fieldapp.usecases.tell_upgrade import ToldPassage, ToldPlan

_HEIGHT = 480


class UpgradeDialog(QDialog):
    """One plan, and the button that carries it out.

    Signals:
        confirmed: The person wants it done.
    """

    confirmed = Signal()

    def __init__(self, told: ToldPlan, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        version = as_written(told.plan.new_version)
        self.setWindowTitle(self.tr("Passer à la version {version} du formulaire").format(version=version))
        self.setMinimumWidth(Size.READING + Size.LIST)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        self.words = label()
        self.words.setText(self._summary(told))
        column.addWidget(self.words)
        self.table = self._build_table(told)
        self.table.setVisible(bool(told.passages))
        column.addWidget(self.table, 1)
        if told.passages:
            self.resize(self.minimumWidth(), _HEIGHT)
        self.confirm = button("primary")
        self.confirm.setText(self.tr("Passer à la version {version}").format(version=version))
        self.confirm.clicked.connect(self.confirmed)
        self.confirm.clicked.connect(self.accept)
        cancel = button()
        cancel.setText(self.tr("Garder la version actuelle"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.confirm)
        column.addLayout(row)
        (self.table if told.passages else self.confirm).setFocus()

    def _summary(self, told: ToldPlan) -> str:
        lines = [self.tr("%n réponse(s) restent où elles sont.", "", told.kept)]
        if told.passages:
            lines.append(
                self.tr("Celles-ci changent ; aucune n’est perdue, et une annulation remet tout en place.")
            )
        else:
            lines.append(self.tr("Rien d’autre ne change."))
        comma = "، " if self._language == "ar" else ", "
        if told.new_questions:
            names = comma.join(told.new_questions)
            lines.append(self.tr("Nouvelles questions : {names}").format(names=names))
        if told.required:
            names = comma.join(told.required)
            lines.append(self.tr("À remplir pour terminer : {names}").format(names=names))
        return "\n".join(lines)

    def _build_table(self, told: ToldPlan) -> QTableWidget:
        table = QTableWidget(len(told.passages), 4)
        table.setProperty("kind", "records")
        table.setHorizontalHeaderLabels(
            [self.tr("Ce qui change"), self.tr("Question"), self.tr("Réponse"), self.tr("Ce qu’elle devient")]
        )
        table.setAccessibleName(self.windowTitle())
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for number, one in enumerate(told.passages):
            for place, text in enumerate(self._cells(one)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(number, place, item)
        table.resizeRowsToContents()
        return table

    def _cells(self, one: ToldPassage) -> tuple[str, str, str, str]:
        old = _placed(one.section, one.label)
        if one.new_said is None:
            becomes = ""
        else:
            becomes = self._said(one.new_said) or self.tr("à répondre de nouveau")
            new = _placed(one.new_section, one.new_label)
            becomes = becomes if new == old else f"{new} : {becomes}"
        return fate_in_words(one.fate, self._language), old, self._said(one.said), becomes

    def _said(self, said: Said) -> str:
        if said.is_file and said.value:
            return self.tr("fichier joint")
        return said.words


def _placed(section: str, name: str) -> str:
    return f"{section} › {name}" if section else name
