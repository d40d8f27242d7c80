"""Erases for ever: first what would go and why, then a word to be typed, and only then the button."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fieldapp.base.clock import moment_from_text
from fieldapp.ui.parts import Field, as_written, button, in_reading_order, label
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.erase_record import Erasable, Preview

_PATH = Qt.ItemDataRole.UserRole
_SHOWN = 40
"""Letters of an answer that are shown: enough to know it by."""


class EraseDialog(QDialog):
    """Two steps, neither of which Enter alone passes.

    Signals:
        confirmed: To be erased: the paths of answers (none for the whole record), the reason, what was typed.
    """

    confirmed = Signal(object, str, str)

    def __init__(
        self,
        preview: "Callable[[Sequence[str]], Preview]",
        answers: "Sequence[Erasable]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._seen = preview(())
        self.setWindowTitle(self.tr("Effacer pour toujours"))
        self.setMinimumWidth(Size.PAD_WIDTH)
        head = label(size="lead")
        head.setText(self._seen.record.title or self.tr("Fiche sans nom"))
        self._steps = QStackedWidget()
        self._steps.addWidget(self._build_what(answers))
        self._steps.addWidget(self._build_confirm())
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addWidget(head)
        column.addWidget(self._steps)
        self._show_reach()

    def _build_what(self, answers: "Sequence[Erasable]") -> QWidget:
        step, column = _step()
        self.whole, self.chosen = QRadioButton(self.tr("Toute la fiche")), QRadioButton()
        self.chosen.setText(self.tr("Seulement ces réponses"))
        self.chosen.setEnabled(bool(answers))
        self.whole.setChecked(True)
        self._group = QButtonGroup(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.chosen.text())
        self.list.setEnabled(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for one in answers:
            self._add(one)
        for choice in (self.whole, self.chosen):
            self._group.addButton(choice)
            column.addWidget(choice)
            choice.toggled.connect(self._on_changed)
        self.list.itemChanged.connect(self._on_changed)
        self.reach = label(tone="quiet", size="dense")
        column.addWidget(self.list)
        column.addWidget(self.reach)
        self._add_reasons(column)
        self.go_on = button("", "trash-2")
        self.go_on.setText(self.tr("Continuer"))
        self.go_on.setAutoDefault(False)
        self.go_on.setEnabled(False)
        self.go_on.clicked.connect(self._on_go_on)
        column.addLayout(self._row(self.go_on, self.tr("Annuler"), self.reject))
        return step

    def _add(self, one: "Erasable") -> None:
        value = " ".join(one.value.split())
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        words = f"{one.label} · {as_written(shown)}" if shown else one.label
        item = QListWidgetItem(in_reading_order(words, self), self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setData(_PATH, one.path)

    def _add_reasons(self, column: QVBoxLayout) -> None:
        from fieldapp.usecases.erase_record import Reason

        asked = label()
        asked.setText(self.tr("Pourquoi ?"))
        self.reason = QComboBox()
        self.reason.setMinimumHeight(Size.FIELD)
        self.reason.setAccessibleName(asked.text())
        asked.setBuddy(self.reason)
        self.reason.addItem(self.tr("Choisissez une raison"), "")
        self.reason.addItem(self.tr("La personne le demande"), str(Reason.REQUEST))
        self.reason.addItem(self.tr("Le consentement est retiré"), str(Reason.CONSENT))
        self.reason.addItem(self.tr("Saisie par erreur"), str(Reason.MISTAKE))
        self.reason.addItem(self.tr("Durée de conservation échue"), str(Reason.EXPIRED))
        self.reason.addItem(self.tr("Décision d’une autorité"), str(Reason.AUTHORITY))
        self.reason.currentIndexChanged.connect(self._on_changed)
        column.addWidget(asked)
        column.addWidget(self.reason)

    def _build_confirm(self) -> QWidget:
        step, column = _step()
        words = label()
        words.setText(
            self.tr("Cela ne se défait pas : ni la corbeille ni une sauvegarde ne rendront ces réponses.")
        )
        self.summary = label(tone="quiet", size="dense")
        self.typed = Field()
        asked = self.tr("Pour confirmer, tapez « {word} » ou le titre de la fiche")
        self.typed.say(asked.format(word=as_written(self._seen.word)))
        self.typed.line.textChanged.connect(self._on_typed)
        self.erase = button("", "trash-2")
        self.erase.setText(self.tr("Effacer pour toujours"))
        self.erase.setAutoDefault(False)
        self.erase.setEnabled(False)
        self.erase.clicked.connect(self._on_erase)
        for part in (words, self.summary, self.typed):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(self._row(self.erase, self.tr("Retour"), lambda: self._steps.setCurrentIndex(0)))
        return step

    def _row(self, act: QWidget, back: str, go_back: Callable[[], object]) -> QHBoxLayout:
        """Return the row of buttons: the safe one is under the hand, the other apart from it."""
        made = button("primary")
        made.setText(back)
        made.setDefault(True)
        made.clicked.connect(go_back)
        row = QHBoxLayout()
        row.addWidget(act)
        row.addStretch(1)
        row.addWidget(made)
        return row

    def propose(self, paths: Collection[str], reason: str) -> None:
        """Choose answers and a reason beforehand; the person may still choose otherwise."""
        self.chosen.setChecked(True)
        for item in (self.list.item(row) for row in range(self.list.count())):
            is_chosen = item.data(_PATH) in paths
            item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.reason.setCurrentIndex(self.reason.findData(reason))

    def paths(self) -> tuple[str, ...]:
        """Return the answers chosen; none for the whole record."""
        if self.whole.isChecked():
            return ()
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(_PATH)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _on_changed(self) -> None:
        self.list.setEnabled(self.chosen.isChecked())
        is_named = self.whole.isChecked() or bool(self.paths())
        self.go_on.setEnabled(is_named and bool(self.reason.currentData()))
        self._show_reach()

    def _on_go_on(self) -> None:
        self.summary.setText(self.reach.text())
        self.typed.line.clear()
        self._steps.setCurrentIndex(1)
        self.typed.line.setFocus()

    def _on_typed(self, text: str) -> None:
        from fieldapp.usecases.erase_record import is_confirmed

        self.erase.setEnabled(is_confirmed(self._seen.record, text))

    def _on_erase(self) -> None:
        self.accept()
        self.confirmed.emit(self.paths(), self.reason.currentData(), self.typed.line.text())

    def _show_reach(self) -> None:
        if self.chosen.isChecked() and not self.paths():
            self.reach.setText("")
            return
        self._seen = self._preview(self.paths())
        reach, lines = self._seen.reach, []
        counted = self.tr("Réponses : {answers} · dans l’historique : {revisions} · étapes : {steps}")
        lines.append(counted.format(answers=reach.answers, revisions=reach.revisions, steps=reach.steps))
        files = self.tr("Photos et signatures : {files} · documents PDF : {documents}")
        lines.append(files.format(files=reach.files, documents=reach.documents))
        copies = self.tr("Sauvegardes de cet ordinateur, récrites sans ces réponses : {copies}")
        lines.append(copies.format(copies=self._seen.copies))
        lines += self._beyond()
        self.reach.setText("\n".join(lines))

    def _beyond(self) -> list[str]:
        """Say what the erasure does not reach by itself."""
        lines = []
        seen = self._seen
        if seen.has_travelled:
            sent = self.tr("Envois qui les ont emportées : {count}. Le prochain dira au centre d’effacer.")
            lines.append(sent.format(count=len(seen.reach.sent)))
        if seen.last_copy is not None:
            when = as_written(f"{moment_from_text(seen.last_copy.at).astimezone():%d/%m/%Y}")
            place = as_written(str(Path(seen.last_copy.place)))
            copy = self.tr("Hors d’atteinte : la copie du {when}, {place}. Refaites-la ou détruisez-la.")
            lines.append(copy.format(when=when, place=place))
        if seen.reach.reasons:
            told = self.tr("Raisons de l’historique qui citent ces réponses, et qui restent : {count}")
            lines.append(told.format(count=seen.reach.reasons))
        return lines


def _step() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    return made, column
