"""A repeat: cards while they are few, a table with one card unfolded below when they are many; and one more."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp.engine import LiveControl
from fieldapp.forms.definition import Repeat
from fieldapp.ui.form.card_view import Act, CardView
from fieldapp.ui.form.group_view import Fill
from fieldapp.ui.form.instances import columns_of, instance_of, is_table
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.roster import Roster, RosterModel
from fieldapp.ui.form.sections import title_of
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, lead
from fieldapp.ui.theme import Space

MOST_OPEN = 2
"""Repeats of up to so many instances are shown unfolded."""


class RepeatView(QWidget):
    """The instances of a repeat, and the button that adds one.

    Signals:
        asked: The person wants something done: the act, and the reference of the instance or, to add, of the repeat.
        unfolded: Questions came to be seen, or went.
        opening: An instance is about to be unfolded in the place of another, whose questions go.
    """

    asked = Signal(str, str)
    unfolded = Signal()
    opening = Signal()

    def __init__(
        self, live: LiveControl, reader: FormReader, fill: Fill, *, is_locked: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        assert isinstance(live.control, Repeat)
        self.reference = live.reference
        self._live = live
        self._repeat = live.control
        self._reader = reader
        self._fill = fill
        self.can_change = live.control.may_change and not is_locked
        self._columns = columns_of(reader, live.control)
        self._folded: dict[str, bool] = {}
        self._wrong: frozenset[str] = frozenset()
        self.cards: list[CardView] = []
        """Those that are built: all of few, the one that is unfolded of many."""
        self.count = 0
        """How many instances there are."""
        self.roster: Roster | None = None
        self._model: RosterModel | None = None
        self._chosen = ""
        """Record path of the instance unfolded below the table."""
        self._title = QLabel()
        self._title.setProperty("scale", "lead")
        self._title.setWordWrap(True)
        self._empty = QLabel()
        self._empty.setProperty("tone", "quiet")
        self._empty.setWordWrap(True)
        self._add = button("", "plus")
        self._add.clicked.connect(lambda: self.asked.emit(str(Act.ADD), self.reference))
        self._stack = QVBoxLayout()
        self._stack.setSpacing(Space.S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._title)
        layout.addWidget(self._empty)
        layout.addLayout(self._stack)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._add.setVisible(self.can_change)
        self.rebuild()
        keep(self, self.paint_words)
        self.paint_rules()

    def paint_words(self) -> None:
        """Write the heading, and what stands there while there is none."""
        label = title_of(self._reader, self._live)
        self._title.setText(label)
        lead(self._title)
        self._title.setVisible(bool(label))
        self._add.setText(self.tr("Ajouter : {name}").format(name=label) if label else self.tr("Ajouter"))
        self._empty.setText(self.tr("Rien ici pour l’instant."))
        for card in self.cards:
            card.paint_words()
        if self._model is not None:
            self._model.forget_words()

    def paint_rules(self) -> None:
        """Show or hide."""
        self.setVisible(self._reader.is_relevant(self.reference))

    def paint_answers(self, references: frozenset[str]) -> None:
        """Say again what the table says of some questions, where they stand in it."""
        if self._model is not None:
            self._model.move_on(references)

    def show_wrong(self, references: set[str]) -> None:
        """Mark the instances in which some questions stand: those that are to be corrected."""
        wrong = frozenset({instance_of(reference, self.reference) for reference in references} - {""})
        if wrong != self._wrong:
            self._wrong = wrong
            self._mark()

    def _mark(self) -> None:
        for card in self.cards:
            card.show_wrong(is_wrong=card.reference in self._wrong)
        if self._model is not None:
            self._model.show_wrong(self._wrong)

    def kept(self) -> frozenset[str]:
        """Return the references of the instances that stand where their cards show them."""
        where = self._reader.reference_of
        return frozenset(card.reference for card in self.cards if where(card.name) == card.reference)

    def rebuild(self) -> None:
        """Make new cards where instances came, went or moved; the others, and what is folded, stay."""
        references = self._reader.repeat_references(self.reference)
        self.count = len(references)
        in_table = is_table(self._reader, self._repeat, self.count)
        self._set_table(in_table=in_table)
        if in_table:
            chosen = self._reader.reference_of(self._chosen) if self._chosen else ""
            references = [chosen] if chosen else []
        self._show_cards(references, is_few=in_table or len(references) <= MOST_OPEN)
        self._empty.setVisible(not self.count)
        self._mark()

    def _set_table(self, *, in_table: bool) -> None:
        if not in_table and self.roster is not None:
            self._stack.removeWidget(self.roster)
            self.roster.hide()
            self.roster.deleteLater()
            self.roster = self._model = None
        if in_table and self.roster is None:
            opened = [card.name for card in self.cards if card.is_open]
            self._chosen = opened[-1] if opened else ""
            self._model = RosterModel(self.reference, self._reader, self._columns)
            self.roster = Roster(self._model, self)
            self.roster.chosen.connect(self._on_chosen)
            self._stack.insertWidget(0, self.roster)
        if self.roster is not None:
            self.roster.read()

    def _show_cards(self, references: list[str], *, is_few: bool) -> None:
        kept = self.kept() & set(references)
        standing = {card.reference: card for card in self.cards if card.reference in kept}
        for card in self.cards:
            if card.reference not in kept:
                self._stack.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = []
        first = 1 if self.roster is not None else 0
        for place, reference in enumerate(references, first):
            card = standing.get(reference) or self._card(reference)
            self.cards.append(card)
            if reference not in standing:
                card.set_open(is_open=self._folded.get(card.name, is_few))
                self._stack.insertWidget(place, card)
                card.show()
                card.unfolded.connect(partial(self._folded.__setitem__, card.name))
        if self.roster is not None and references:
            self.roster.mark(references[0])

    def unfold(self, reference: str) -> None:
        """Show the questions of the instance that holds a reference."""
        wanted = instance_of(reference, self.reference)
        if self.roster is not None and wanted and not any(card.reference == wanted for card in self.cards):
            self.opening.emit()
            self._chosen = self._reader.path_of(wanted)
            self._show_cards([wanted], is_few=True)
            self._mark()
            self.unfolded.emit()
        for card in self.cards:
            if card.reference == wanted:
                card.set_open(is_open=True)

    def _on_chosen(self, reference: str) -> None:
        self.unfold(reference)
        QTimer.singleShot(0, self, lambda: self.asked.emit(str(Act.OPEN), reference))

    def _card(self, reference: str) -> CardView:
        card = CardView(
            reference,
            self._reader,
            self._fill,
            columns=self._columns,
            can_change=self.can_change,
            parent=self,
        )
        card.asked.connect(self.asked)
        card.unfolded.connect(self.unfolded)
        return card
