"""Groups inside a section, and repeats as cards that are added, folded, and removed with undo."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fieldapp.engine import LiveControl
from fieldapp.forms.definition import Repeat
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.sections import questions_in, title_of
from fieldapp.ui.form.words import choices_in_words, label_words
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, lead
from fieldapp.ui.theme import Space

Fill = Callable[[QVBoxLayout, tuple[LiveControl, ...]], None]
"""Builds the views of some controls into a layout."""

MOST_OPEN = 2
"""Repeats of up to so many instances are shown unfolded."""
_SUMMARY_ANSWERS = 3


class GroupView(QWidget):
    """A heading and what stands under it."""

    def __init__(self, live: LiveControl, reader: FormReader, fill: Fill, parent: QWidget) -> None:
        super().__init__(parent)
        self.reference = live.reference
        self._live = live
        self._reader = reader
        self._title = QLabel()
        self._title.setProperty("scale", "lead")
        self._title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.XS, 0, 0)
        layout.setSpacing(Space.L)
        layout.addWidget(self._title)
        fill(layout, reader.children_of(live))
        self.paint_words()
        self.paint_rules()

    def paint_words(self) -> None:
        """Write the heading."""
        label = title_of(self._reader, self._live)
        self._title.setText(label)
        lead(self._title)
        self._title.setVisible(bool(label))

    def paint_rules(self) -> None:
        """Show or hide."""
        self.setVisible(self._reader.is_relevant(self.reference))


class CardView(QFrame):
    """One instance of a repeat; its questions are built when it is unfolded.

    Signals:
        removed: The person asked to remove this instance.
        unfolded: It was folded or unfolded; true when unfolded.
    """

    removed = Signal(str)
    unfolded = Signal(bool)

    def __init__(
        self, reference: str, reader: FormReader, fill: Fill, *, can_remove: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.reference = reference
        self.name = reader.path_of(reference)
        """Its record path, which stays its own when others come or go."""
        self._reader = reader
        self._fill = fill
        self.setProperty("kind", "card")
        self._fold = QToolButton()
        self._fold.setProperty("kind", "quiet")
        self._title = QLabel()
        self._title.setProperty("weight", "strong")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._remove = button("quiet", "trash-2")
        self._body: QWidget | None = None
        head = QHBoxLayout()
        head.addWidget(self._fold)
        head.addWidget(self._title, 1)
        head.addWidget(self._remove)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._layout.setSpacing(Space.S)
        self._layout.addLayout(head)
        self._remove.setVisible(can_remove)
        self._fold.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        self._remove.clicked.connect(lambda: self.removed.emit(self.reference))
        keep(self, self._say)

    @property
    def is_open(self) -> bool:
        """Whether its questions are seen."""
        return self._body is not None and not self._body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Fold or unfold, building the questions the first time."""
        if is_open == self.is_open:
            return
        if self._body is None:
            self._body = QWidget()
            inside = QVBoxLayout(self._body)
            inside.setContentsMargins(0, 0, 0, Space.XS)
            inside.setSpacing(Space.L)
            self._layout.addWidget(self._body)
            self._fill(inside, self._reader.children(self.reference))
        self._body.setVisible(is_open)
        self._say()
        self.unfolded.emit(is_open)

    def paint_words(self) -> None:
        """Write the heading: the repeat's name, the number, and the first answers when folded."""
        self._say()

    def _say(self) -> None:
        self._fold.setIcon(icon("chevron-up" if self.is_open else "chevron-down"))
        self._fold.setText(self.tr("Replier") if self.is_open else self.tr("Déplier"))
        self._fold.setToolTip(self._fold.text())
        self._remove.setText(self.tr("Retirer"))
        number = self.reference.rpartition("[")[2].rstrip("]")
        label = label_words(self._reader, self.reference)
        heading = self.tr("{name} {number}").format(name=label, number=number) if label else number
        summary = "" if self.is_open else self._summary()
        self._title.setText(f"{heading} : {summary}" if summary else heading)

    def _summary(self) -> str:
        said = []
        for reference in questions_in(self._reader, self._reader.children(self.reference)):
            value = self._reader.value(reference)
            if value and not value.count("."):
                labels = {choice.value: choice.label for choice in choices_in_words(self._reader, reference)}
                said.append(labels.get(value, value))
            if len(said) == _SUMMARY_ANSWERS:
                break
        return " · ".join(said)


class RepeatView(QWidget):
    """The cards of a repeat, and the button that adds one.

    Signals:
        added: The person asked for one more; carries the reference of the repeat.
        removed: The person asked to remove an instance; carries its reference.
        unfolded: Questions came to be seen, or went.
    """

    added = Signal(str)
    removed = Signal(str)
    unfolded = Signal()

    def __init__(
        self, live: LiveControl, reader: FormReader, fill: Fill, *, is_locked: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        assert isinstance(live.control, Repeat)
        self.reference = live.reference
        self._live = live
        self._reader = reader
        self._fill = fill
        self._can_change = live.control.may_change and not is_locked
        self._folded: dict[str, bool] = {}
        self.cards: list[CardView] = []
        self._title = QLabel()
        self._title.setProperty("scale", "lead")
        self._empty = QLabel()
        self._empty.setProperty("tone", "quiet")
        self._empty.setWordWrap(True)
        self._add = button("", "plus")
        self._add.clicked.connect(lambda: self.added.emit(self.reference))
        self._stack = QVBoxLayout()
        self._stack.setSpacing(Space.S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._title)
        layout.addWidget(self._empty)
        layout.addLayout(self._stack)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._add.setVisible(self._can_change)
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

    def paint_rules(self) -> None:
        """Show or hide."""
        self.setVisible(self._reader.is_relevant(self.reference))

    def kept(self) -> frozenset[str]:
        """Return the references of the instances that stand where their cards show them."""
        now = {self._reader.path_of(ref): ref for ref in self._reader.repeat_references(self.reference)}
        return frozenset(card.reference for card in self.cards if now.get(card.name) == card.reference)

    def rebuild(self) -> None:
        """Make new cards where instances came, went or moved; the others, and what is folded, stay."""
        kept = self.kept()
        standing = {card.reference: card for card in self.cards if card.reference in kept}
        for card in self.cards:
            if card.reference not in kept:
                self._stack.removeWidget(card)
                card.hide()
                card.deleteLater()
        references = self._reader.repeat_references(self.reference)
        is_few = len(references) <= MOST_OPEN
        self.cards = []
        for place, reference in enumerate(references):
            card = standing.get(reference) or self._card(reference)
            self.cards.append(card)
            if reference not in standing:
                self._stack.insertWidget(place, card)
                card.set_open(is_open=self._folded.get(card.name, is_few))
                card.unfolded.connect(partial(self._folded.__setitem__, card.name))
        self._empty.setVisible(not self.cards)

    def unfold(self, reference: str) -> None:
        """Show the questions of the instance that holds a reference."""
        for card in self.cards:
            if reference.startswith(card.reference):
                card.set_open(is_open=True)

    def _card(self, reference: str) -> CardView:
        card = CardView(reference, self._reader, self._fill, can_remove=self._can_change, parent=self)
        card.removed.connect(self.removed)
        card.unfolded.connect(self.unfolded)
        return card
