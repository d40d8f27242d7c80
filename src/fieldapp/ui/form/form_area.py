"""Navigator, section pages and list of problems of one open record, kept true to the session by its effects."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from fieldapp.engine import Effects, Violation
from fieldapp.forms.styling import plain_words
from fieldapp.ui.bridge import SessionBridge
from fieldapp.ui.form.navigator import Navigator
from fieldapp.ui.form.problems_panel import ProblemsPanel
from fieldapp.ui.form.question_view import QuestionView
from fieldapp.ui.form.section_page import SectionPage
from fieldapp.ui.form.sections import sections_of, state_of, title_of
from fieldapp.ui.form.words import label_words
from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size, Space


class FormArea(QWidget):
    """Arranges one record; pages of sections are built when they are first shown.

    Signals:
        noted: Something was removed that undo brings back; carries the sentence to show.
    """

    noted = Signal(str)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reader = bridge.reader
        self.sections = sections_of(self._reader)
        self._pages: dict[int, SectionPage] = {}
        self._wrong: dict[str, Violation] = {}
        self._left: set[str] = set()
        """Record paths of the questions a person has come by; they stay theirs when repeats come or go."""
        self._is_checking = False
        self.navigator = Navigator()
        self.stack = QStackedWidget()
        self.panel = ProblemsPanel()
        self.panel.hide()
        self.navigator.chosen.connect(self._on_section)
        self.panel.chosen.connect(self.go_to)
        self.panel.closed.connect(self._on_panel_closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.navigator, _line(), self.stack, self.panel):
            row.addWidget(part, 1 if part is self.stack else 0)
        bridge.moved.connect(self._on_moved)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self._read_violations()
        path_of = self._reader.path_of
        self._left = {path_of(ref) for ref, wrong in self._wrong.items() if wrong.kind != "required"}
        keep(self, self._say)
        self.show_section(self._first_visible())

    @property
    def current(self) -> int:
        """Number of the section shown."""
        return self.navigator.list.currentRow()

    def page(self, number: int) -> SectionPage:
        """Return the page of a section, building it if it was never shown."""
        if number not in self._pages:
            locked = self._bridge.is_locked
            section, files = self.sections[number], self._bridge.files
            made = SectionPage(section, self._reader, files, is_locked=locked, parent=self.stack)
            made.answered.connect(self._bridge.answer)
            made.repeat_added.connect(self._on_add)
            made.repeat_removed.connect(self._on_remove)
            made.next_asked.connect(partial(self.turn, 1))
            self._pages[number] = made
            self.stack.addWidget(made)
            self._paint_errors(made, set(made.questions))
        return self._pages[number]

    def show_section(self, number: int) -> None:
        """Show a section."""
        self.navigator.set_current(number)

    def go_to(self, reference: str) -> bool:
        """Show a question and put the keyboard on it."""
        for number, section in enumerate(self.sections):
            if section.holds(reference):
                self.show_section(number)
                return self.page(number).reveal(reference)
        return False

    def go_to_first(self) -> None:
        """Put the keyboard on the first question of the section shown."""
        page = self.page(self.current)
        page.reveal(page.first())

    def commit(self) -> None:
        """Give what is being entered in the question that has the keyboard."""
        has_or_had = QApplication.focusWidget() or self.window().focusWidget()  # behind another window
        if view := self._view_of(has_or_had):
            view.widget.commit()

    def here(self) -> str:
        """Return the reference of the question that has the keyboard, or had it; blank for none."""
        view = self._view_of(QApplication.focusWidget() or self.window().focusWidget())
        return view.reference if view is not None else ""

    def check(self) -> int:
        """Show every problem, also of questions nobody has come to yet; returns how many there are."""
        self._is_checking = True
        self._read_violations()
        for page in self._pages.values():
            self._paint_errors(page, set(page.questions))
        self._paint_states(range(len(self.sections)))
        self._list_problems()
        self.panel.setVisible(bool(self._wrong))
        self._fit()
        if self._wrong:
            self.panel.list.setFocus()
        return len(self._wrong)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the list of problems takes the navigator's place."""
        room = self.width() - Size.PANEL - Size.NAVIGATOR
        self.navigator.setVisible(self.panel.isHidden() or room >= Size.PAD_WIDTH + 2 * Space.XXL)

    def _on_panel_closed(self) -> None:
        self.panel.hide()
        self._fit()

    def _on_section(self, number: int) -> None:
        page = self.page(number)
        following = self._next_visible(number)
        page.set_next(self._title(following) if following is not None else "")
        self.stack.setCurrentWidget(page)

    def turn(self, way: int) -> None:
        """Go to the next section, or to the one before, and put the keyboard on its first question."""
        numbers = range(self.current + way, len(self.sections) if way > 0 else -1, way)
        following = next((number for number in numbers if self._is_visible(number)), None)
        if following is not None:
            self.show_section(following)
            self.go_to_first()

    def _on_add(self, reference: str) -> None:
        self._bridge.add_repeat(reference)
        if added := self._reader.repeat_references(reference):
            self.go_to(added[-1])

    def _on_remove(self, reference: str) -> None:
        self._bridge.remove_repeat(reference)
        self.noted.emit(self.tr("Retiré. Ctrl+Z le fait revenir."))

    def _on_moved(self, effects: Effects) -> None:
        for page in self._pages.values():
            page.apply(effects)
        if effects.structure or effects.labels:
            self._read_violations()
        for reference in effects.violations | effects.relevance:
            self._read_violation(reference)
        for page in self._pages.values():
            moved = set(page.questions) if effects.structure or effects.labels else set(effects.violations)
            self._paint_errors(page, moved)
        if effects.labels or effects.relevance:
            self._say()
        self._paint_states(self._touched(effects))
        if self._is_checking:
            self._list_problems()

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        left, come = self._view_of(old), self._view_of(now)
        if come is not None and come is not left:
            self.page(self.current).show_whole(come)
        if left is None or left is come:
            return
        self._left.add(self._reader.path_of(left.reference))
        left.show_error(self._wrong.get(left.reference))
        self._paint_states(n for n, section in enumerate(self.sections) if section.holds(left.reference))

    def _view_of(self, widget: QWidget | None) -> QuestionView | None:
        while widget is not None and widget is not self:
            if isinstance(widget, QuestionView):
                return widget if self.isAncestorOf(widget) else None
            widget = widget.parentWidget()
        return None

    def _read_violations(self) -> None:
        self._wrong = {violation.reference: violation for violation in self._reader.violations()}

    def _read_violation(self, reference: str) -> None:
        violation = self._reader.violation(reference) if self._reader.is_relevant(reference) else None
        if violation is None:
            self._wrong.pop(reference, None)
        else:
            self._wrong[reference] = violation

    def _paint_errors(self, page: SectionPage, references: set[str]) -> None:
        typing_in = self._view_of(QApplication.focusWidget())
        for reference in references & set(page.questions):
            view, wrong = page.questions[reference], self._wrong.get(reference)
            is_typing = view is typing_in and not view.error and not self._is_checking
            is_shown = self._is_checking or self._reader.path_of(reference) in self._left
            view.show_error(wrong if is_shown and not is_typing else None)

    def _paint_states(self, numbers: Iterable[int]) -> None:
        path_of = self._reader.path_of
        shown = {ref for ref in self._wrong if self._is_checking or path_of(ref) in self._left}
        for number in numbers:
            state = state_of(self._reader, self.sections[number], self._wrong.values(), shown)
            self.navigator.set_state(number, state)

    def _touched(self, effects: Effects) -> set[int]:
        moved = effects.values | effects.violations | effects.relevance | effects.structure
        return {n for n, section in enumerate(self.sections) if any(section.holds(ref) for ref in moved)}

    def _list_problems(self) -> None:
        wrong = sorted(self._reader.violations(), key=lambda violation: self._number(violation.reference))
        self.panel.set_problems([(v.reference, *self._words(v)) for v in wrong])

    def _words(self, violation: Violation) -> tuple[str, str]:
        number = self._number(violation.reference)
        label = label_words(self._reader, violation.reference)
        places = (self._title(number), self._card(violation.reference), label)
        message = plain_words(violation.message) or self._own_words(violation)
        return " › ".join(part for part in places if part), message

    def _card(self, reference: str) -> str:
        """Name the repeat instance in which a question stands, as its card does; blank outside."""
        instance, mark, _ = reference.rpartition("]")
        number = instance.rpartition("[")[2]
        return f"{label_words(self._reader, instance + mark)} {number}".strip() if mark else ""

    def _own_words(self, violation: Violation) -> str:
        if violation.kind == "required":
            return self.tr("Réponse nécessaire")
        return self.tr("Réponse à vérifier")

    def _number(self, reference: str) -> int:
        return next((n for n, section in enumerate(self.sections) if section.holds(reference)), 0)

    def _title(self, number: int) -> str:
        label = title_of(self._reader, self.sections[number].head)
        return label or self._reader.definition.title

    def _is_visible(self, number: int) -> bool:
        section = self.sections[number]
        if section.head is not None and not self._reader.is_relevant(section.head.reference):
            return False
        return any(self._reader.is_relevant(root.reference) for root in section.roots)

    def _first_visible(self) -> int:
        return next((n for n in range(len(self.sections)) if self._is_visible(n)), 0)

    def _next_visible(self, number: int) -> int | None:
        return next((n for n in range(number + 1, len(self.sections)) if self._is_visible(n)), None)

    def _say(self) -> None:
        numbers = range(len(self.sections))
        self.navigator.set_sections([self._title(n) for n in numbers], [self._is_visible(n) for n in numbers])
        self._paint_states(numbers)
        for number, page in self._pages.items():
            following = self._next_visible(number)
            page.set_next(self._title(following) if following is not None else "")
        if self._is_checking:
            self._list_problems()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "upright")
    return line
