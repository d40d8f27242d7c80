"""The two questions of a team: whether eight words are the same, and which answer stands."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fieldapp.base.clock import moment_from_text
from fieldapp.ui.parts import Field, as_written, button, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.resolve_conflict import OpenConflict


class WordsDialog(QDialog):
    """Shows who it is and the words to compare aloud; nothing is believed before the person says so."""

    def __init__(self, told: str, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Comparer les mots"))
        self.setMinimumWidth(Size.CARD)
        who = label(size="lead")
        who.setText(told)
        self.words = label(size="title")
        self.words.setText(" · ".join(words))
        why = label(tone="quiet")
        why.setText(
            self.tr(
                "Lisez ces huit mots à cette personne, de vive voix ou au téléphone. S’ils diffèrent, "
                "quelqu’un d’autre a préparé ce fichier : annulez."
            )
        )
        self.same = button("primary", "check")
        self.same.setText(self.tr("Les mots sont les mêmes"))
        self.same.setAutoDefault(False)
        self.same.clicked.connect(self.accept)
        self.cancel = button()
        self.cancel.setText(self.tr("Annuler"))
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.same)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        for part in (who, self.words, why):
            column.addWidget(part)
        column.addLayout(row)
        self.cancel.setFocus()


class ConflictsDialog(QDialog):
    """Shows each question on which colleagues differ, every answer with who and when, and takes a decision.

    Signals:
        decided: The person chose; carries the `OpenConflict`, the `Head` and the reason.
    """

    decided = Signal(object, object, str)

    def __init__(self, conflicts: "list[OpenConflict]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Désaccords"))
        self.setMinimumWidth(Size.CARD)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Questions à trancher"))
        self.agreed = label(tone="quiet")
        self.answers = QListWidget()
        self.answers.setAccessibleName(self.tr("Réponses données"))
        self.reason = Field()
        self.reason.say(self.tr("Motif de la décision"), self.tr("Il reste dans l’historique de la fiche."))
        self.keep = button("primary", "check")
        self.keep.setText(self.tr("Retenir cette réponse"))
        self.keep.clicked.connect(self._on_keep)
        close = button()
        close.setText(self.tr("Fermer"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        for part in (self.list, self.agreed, self.answers, self.reason):
            column.addWidget(part)
        column.addLayout(row)
        self.list.currentItemChanged.connect(self._on_question)
        self.answers.currentItemChanged.connect(self._on_chosen)
        self.reason.line.textChanged.connect(self._on_chosen)
        self.fill(conflicts)

    def fill(self, conflicts: "list[OpenConflict]") -> None:
        """Show what is left to decide."""
        self.list.clear()
        for conflict in conflicts:
            item = QListWidgetItem(f"{as_written(conflict.title)} : {as_written(conflict.place)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, conflict)
        self.reason.line.clear()
        self.list.setCurrentRow(0)
        self._on_question()

    def _on_question(self) -> None:
        self.answers.clear()
        conflict: OpenConflict | None = self._of(self.list)
        nothing = self.tr("(sans réponse)")
        if conflict is None:
            self.agreed.setText(self.tr("Il ne reste aucun désaccord."))
        else:
            words = self.tr("Dernière réponse commune : {value}")
            self.agreed.setText(words.format(value=as_written(conflict.agreed or nothing)))
            for head in conflict.heads:
                told = self.tr("{value}   ({name}, le {day})").format(
                    value=as_written(head.words or nothing), name=as_written(head.name), day=_day(head.at)
                )
                QListWidgetItem(told, self.answers).setData(Qt.ItemDataRole.UserRole, head)
        self._on_chosen()

    def _on_chosen(self) -> None:
        has_reason = bool(self.reason.line.text().strip())
        self.keep.setEnabled(self._of(self.answers) is not None and has_reason)

    def _on_keep(self) -> None:
        conflict, head = self._of(self.list), self._of(self.answers)
        self.decided.emit(conflict, head, self.reason.line.text().strip())

    def _of(self, chosen: QListWidget) -> Any:
        item = chosen.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None


def _day(at: str) -> str:
    return as_written(f"{moment_from_text(at).astimezone():%d/%m/%Y %H:%M}")
