"""The history of one record: what was answered, when, by whom and why; by date, by question, between two moments."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fieldapp.records.history import SAYS_NO_ANSWER, HistoryEvent, HistoryLine, RecordHistory
from fieldapp.ui.history_model import AFTER, BEFORE, QUESTION, WHEN, WHO, HistoryModel, View
from fieldapp.ui.live import keep
from fieldapp.ui.parts import BackHeader, EmptyState, SearchLine, as_written, button, card, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import AsidePage


class HistoryPage(AsidePage):
    """Shows the history of one record.

    Signals:
        print_asked: The person wants it as a PDF; carries the record's id.
    """

    print_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.history: RecordHistory | None = None
        self.model = HistoryModel(self)
        bar = self._build_header()
        choices = self._build_choices()
        self.table = self._build_table()
        self.nothing = EmptyState("search", "", "x")
        self.nothing.action.clicked.connect(self._show_all)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self._detail, inside = card()
        self.detail = label()
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(choices)
        column.addWidget(self.stack, 1)
        column.addWidget(self._detail)
        keep(self, self._say)

    def _build_header(self) -> QWidget:
        bar = BackHeader()
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        self.search = SearchLine()
        self.search.find_in(self)
        self.search.asked.connect(lambda words: self._refill(lambda: self.model.search(words)))
        self.print = button("primary", "file-text")
        self.print.clicked.connect(self._on_print)
        bar.row.addWidget(self.search, 1)
        bar.row.addSpacing(Space.S)
        bar.row.addWidget(self.print)
        return bar

    def _build_choices(self) -> QHBoxLayout:
        self.order = QComboBox()
        self.order.setMinimumHeight(Size.FIELD)
        self.order.currentIndexChanged.connect(
            lambda _: self._refill(lambda: self.model.view(self.order.currentData() or View.BY_DATE))
        )
        self.only_changes = QCheckBox()
        self.only_changes.toggled.connect(
            lambda is_on: self._refill(lambda: self.model.only_changes(is_on=is_on))
        )
        self._from_label, self._to_label = label(is_wrapped=False), label(is_wrapped=False)
        self.first, self.last = QComboBox(), QComboBox()
        for box in (self.first, self.last):
            box.setMinimumHeight(Size.FIELD)
            box.setMaximumWidth(Size.LIST)
            box.currentIndexChanged.connect(lambda _: self._on_compared())
        self.all_lines = QCheckBox()
        self.all_lines.toggled.connect(lambda _: self._on_compared())
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.order)
        row.addWidget(self.only_changes)
        row.addStretch(1)
        for part in (self.all_lines, self._from_label, self.first, self._to_label, self.last):
            row.addWidget(part)
        return row

    def _build_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("kind", "records")
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(Size.ROW)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in (QUESTION, BEFORE, AFTER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(WHEN, Size.COLUMN)
        table.setColumnWidth(WHO, Size.COLUMN_STATUS)
        table.selectionModel().currentRowChanged.connect(lambda now, _: self._on_chosen(now))
        return table

    def show_history(self, history: RecordHistory) -> None:
        """Show the history of a record, from its latest event on."""
        self.history = history
        self.model.show(history)
        for box in (self.first, self.last):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.clear()
            box.addItem(self.tr("le début") if box is self.first else self.tr("aujourd’hui"), 0)
            for event in history.events:
                if event.what not in SAYS_NO_ANSWER:
                    box.addItem(self.model.words.moment(event), event.number)
            box.blockSignals(False)  # noqa: FBT003
        self.order.setCurrentIndex(0)
        self._say()
        self._compare(0, 0)

    @override
    def focus_first(self) -> None:
        """Put the keyboard on the lines."""
        shown = self.stack.currentWidget()
        (shown.action if isinstance(shown, EmptyState) else self.table).setFocus()

    def _refill(self, change: Callable[[], None]) -> None:
        """Show other lines, the first of them chosen."""
        change()
        has_rows = bool(self.model.rowCount())
        self.stack.setCurrentWidget(self.table if has_rows else self.nothing)
        self._detail.setVisible(has_rows)
        if has_rows:
            self.table.selectRow(0)
            self._on_chosen(self.model.index(0, 0))

    def _on_compared(self) -> None:
        first, last = self.first.currentData() or 0, self.last.currentData() or 0
        self._compare(*sorted((first, last)) if last else (first, last))

    def _compare(self, first: int, last: int) -> None:
        """Show two moments as two columns; or the whole history, when none is chosen."""
        self._refill(lambda: self.model.compare(first, last, is_all=self.all_lines.isChecked()))
        is_compared = self.model.compared is not None
        for column in (WHEN, WHO):
            self.table.setColumnHidden(column, is_compared)
        for part in (self.order, self.only_changes):
            part.setEnabled(not is_compared)
        self.all_lines.setVisible(is_compared)

    def _show_all(self) -> None:
        self.search.clear()
        self.only_changes.setChecked(False)
        for box in (self.first, self.last):
            box.setCurrentIndex(0)
        self._refill(lambda: self.model.search(""))

    def _on_chosen(self, index: QModelIndex) -> None:
        """Write the whole of a line below: its cells show only its beginning."""
        if not index.isValid():
            self.detail.clear()
            return
        row = self.model.row(index.row())
        said = self._event_words(row.event) if self.model.compared is None else []
        said += self._line_words(row.line) if row.line is not None else []
        self.detail.setText("\n".join(said))

    def _event_words(self, event: HistoryEvent) -> list[str]:
        words = self.model.words
        told = self.tr("{when} · {what} · {who}")
        who = as_written(words.who(event))
        said = [told.format(when=words.when(event), what=words.what(event), who=who)]
        if event.reason:
            said.append(self.tr("Motif : {reason}").format(reason=event.reason))
        if event.clock:
            said.append(words.say("clock_doubted"))
        return said

    def _line_words(self, line: HistoryLine) -> list[str]:
        section = f"{line.section} › " if line.section else ""
        said = [f"{section}{line.name}"]
        before, after = self.model.sides(line)
        if before:
            said.append(self.tr("Avant : {text}").format(text=before))
        said.append(self.tr("Après : {text}").format(text=after))
        if line.is_former:
            said.append(self.tr("Le formulaire ne le demande plus ; la réponse est gardée."))
        return said

    def _on_print(self) -> None:
        if self.history is not None:
            self.print_asked.emit(self.history.record_id)

    def _say(self) -> None:
        title = self.history.title if self.history is not None else ""
        self._title.setText(self.tr("Historique de {title}").format(title=title or self.tr("la fiche")))
        self.search.setPlaceholderText(self.tr("Chercher une question, une valeur, un nom…"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.print.setText(self.tr("Imprimer…"))
        self.only_changes.setText(self.tr("Seulement ce qui a changé"))
        self._fill_orders()
        self._from_label.setText(self.tr("Comparer de"))
        self._to_label.setText(self.tr("à"))
        self.all_lines.setText(self.tr("Aussi ce qui est pareil"))
        self.first.setAccessibleName(self.tr("Comparer de"))
        self.last.setAccessibleName(self.tr("Comparer jusqu’à"))
        self.table.setAccessibleName(self._title.text())
        self.nothing.title.setText(self.tr("Rien à montrer ici"))
        self.nothing.words.setText(self.tr("Aucune ligne de l’historique ne répond à ce choix."))
        self.nothing.action.setText(self.tr("Tout montrer"))
        self.model.repaint_words()

    def _fill_orders(self) -> None:
        chosen = max(self.order.currentIndex(), 0)
        self.order.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.order.clear()
        self.order.addItem(self.tr("Par date"), View.BY_DATE)
        self.order.addItem(self.tr("Par question"), View.BY_QUESTION)
        if self.history is not None and self.history.former:
            self.order.addItem(self.tr("Ce qui n’est plus demandé"), View.FORMER)
        self.order.setCurrentIndex(min(chosen, self.order.count() - 1))
        self.order.setAccessibleName(self.tr("Ordre des lignes"))
        self.order.blockSignals(False)  # noqa: FBT003
