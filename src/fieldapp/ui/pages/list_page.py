"""The page on which a list of organisations becomes drafts: which column answers what, then what each row gives."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.base.sentences import sentence
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.parts import BackHeader, as_written, button, card, ground, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import AsidePage

if TYPE_CHECKING:
    from fieldapp.directory.lists import PeopleList
    from fieldapp.usecases.import_list import ListPlan, PlannedRow

Choices = list[tuple[str, str]]
"""Nodeset and wording of the questions that a column may answer."""
_LINE = Qt.ItemDataRole.UserRole
_SAMPLES = 3
"""Cells of a column that are shown, so that one sees what it holds."""


class ListPage(AsidePage):
    """Shows a list that was read.

    Signals:
        plan_asked: The person has said which column answers what.
        make_asked: The person wants drafts of the rows that are ticked.
    """

    plan_asked = Signal()
    make_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "fr"
        self.boxes: dict[str, QComboBox] = {}
        self._plan: ListPlan | None = None
        self._people: PeopleList | None = None
        self.setProperty("ground", "page")
        bar = BackHeader()
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        self.make = button("primary", "check")
        self.make.clicked.connect(self.make_asked)
        bar.row.addWidget(self.make)
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self.notice):
            column.addWidget(part)
        self._scroll = ground(self._build_cards(), Size.REPORT)
        column.addWidget(self._scroll, 1)
        keep(self, self._say)

    def _build_cards(self) -> QWidget:
        frame, columns = card()
        self._columns_title = label(size="lead")
        self._columns_words = label(tone="quiet")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self.rest = QComboBox()
        self.rest.setMinimumHeight(Size.FIELD)
        self.rest.setFixedWidth(Size.COLUMN)
        self._rest_label = label()
        self.look = button("", "eye")
        self.look.clicked.connect(self.plan_asked)
        columns.addWidget(self._columns_title)
        columns.addWidget(self._columns_words)
        columns.addLayout(self._grid)
        columns.addWidget(self._rest_label)
        columns.addWidget(self.rest)
        columns.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeading)
        self._rows_frame, rows = card()
        self._rows_title = label(size="lead")
        self.rows = QListWidget()
        self.rows.setMinimumHeight(Size.LIST)
        self.rows.setWordWrap(True)
        self.rows.setSpacing(Space.XXS)
        self.rows.itemChanged.connect(self._say_count)
        rows.addWidget(self._rows_title)
        rows.addWidget(self.rows)
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, Space.L, 0, Space.XL)
        stack.setSpacing(Space.M)
        for part in (frame, self._rows_frame):
            stack.addWidget(part)
        stack.addStretch(1)
        return inside

    def show_list(
        self, people: "PeopleList", choices: Choices, proposed: dict[str, str], texts: Choices
    ) -> None:
        """Show the columns of a list, each with the question it may answer.

        Args:
            people: The list.
            choices: Every question that a cell can answer.
            proposed: Column -> nodeset.
            texts: The questions that may take all the rest.
        """
        self._people, self._plan = people, None
        self._clear()
        for place, column in enumerate(people.columns):
            box = self._box(choices, proposed.get(column, ""))
            box.setAccessibleName(column)
            box.currentIndexChanged.connect(self.forget_plan)
            self.boxes[column] = box
            name = label()
            name.setText(column)
            name.setBuddy(box)
            sample = label(tone="quiet", size="dense")
            sample.setText(as_written(self._sample(column)))
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(sample, place, 1)
            self._grid.addWidget(box, place, 2)
        self._fill(self.rest, texts, "")
        self.forget_plan()
        self._say()

    def mapping(self) -> dict[str, str]:
        """Return the question of each column; blank for none."""
        return {column: str(box.currentData()) for column, box in self.boxes.items()}

    def rest_into(self) -> str:
        """Return the question that takes all the rest; blank for none."""
        return str(self.rest.currentData() or "")

    def show_plan(self, plan: "ListPlan") -> None:
        """Show what each row gives; one that may be there already is not ticked."""
        self._plan = plan
        self.rows.blockSignals(True)  # noqa: FBT003  (Qt's own)
        self.rows.clear()
        for row in plan.rows:
            item = QListWidgetItem(self._told(row), self.rows)
            item.setData(_LINE, row.line)
            item.setCheckState(Qt.CheckState.Unchecked if row.like else Qt.CheckState.Checked)
        self.rows.blockSignals(False)  # noqa: FBT003
        self._rows_frame.show()
        self._say_count()
        self.rows.setFocus()
        QTimer.singleShot(0, self._show_rows)

    def _show_rows(self) -> None:
        """Bring the rows into view, once they have their place."""
        self._scroll.verticalScrollBar().setValue(self._rows_frame.y())

    def plan(self) -> "ListPlan | None":
        """Return what was looked at; nothing when the columns have changed since."""
        return self._plan

    def lines(self) -> list[int]:
        """Return the lines that are ticked."""
        items = [self.rows.item(number) for number in range(self.rows.count())]
        return [int(item.data(_LINE)) for item in items if item.checkState() == Qt.CheckState.Checked]

    @override
    def focus_first(self) -> None:
        first = next(iter(self.boxes.values()), None)
        (first or self._back).setFocus()

    def _told(self, row: "PlannedRow") -> str:
        told = [row.title or self.tr("Fiche sans nom")]
        if row.like is not None:
            told += [
                self.tr(
                    "Ressemble à une fiche déjà là ou à une ligne au-dessus : à vérifier avant de cocher."
                )
            ]
        for note in row.notes:
            told += [f"{note.column} : {sentence(note.code, {'text': note.cell}, self.language)}"]
        return "\n".join(told)

    def _sample(self, column: str) -> str:
        people = self._people
        cells = [row.cells.get(column, "") for row in people.rows] if people is not None else []
        return " · ".join([cell for cell in cells if cell][:_SAMPLES])

    def _box(self, choices: Choices, chosen: str) -> QComboBox:
        box = QComboBox()
        box.setMinimumHeight(Size.FIELD)
        box.setFixedWidth(Size.COLUMN)
        self._fill(box, choices, chosen)
        return box

    def _fill(self, box: QComboBox, choices: Choices, chosen: str) -> None:
        box.clear()
        box.addItem(self.tr("Laisser de côté"), "")
        for nodeset, words in choices:
            box.addItem(words, nodeset)
        box.setCurrentIndex(max(box.findData(chosen), 0))

    def _clear(self) -> None:
        self.boxes = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def forget_plan(self) -> None:
        """Forget what was looked at: the columns have changed, or the drafts are made."""
        self._plan = None
        self.rows.clear()
        self._rows_frame.hide()
        self._say_count()

    def _say_count(self) -> None:
        count = len(self.lines()) if self._plan is not None else 0
        self.make.setEnabled(count > 0)
        self.make.setText(self.tr("Faire %n brouillon(s)", "", count))

    def _say(self) -> None:
        self._title.setText(self.tr("Prendre une liste"))
        self._columns_title.setText(self.tr("Les colonnes"))
        self._columns_words.setText(
            self.tr(
                "Dites à quelle question répond chaque colonne. Votre choix est retenu pour la prochaine liste."
            )
        )
        self._rest_label.setText(self.tr("Tout le reste va dans"))
        self._rest_label.setBuddy(self.rest)
        self.rest.setAccessibleName(self._rest_label.text())
        self.look.setText(self.tr("Voir ce que cela donne"))
        self._rows_title.setText(self.tr("Les lignes"))
        self.rows.setAccessibleName(self._rows_title.text())
        for box in (self.rest, *self.boxes.values()):
            if box.count():
                box.setItemText(0, self.tr("Laisser de côté"))
        self._say_count()
