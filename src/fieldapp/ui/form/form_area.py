"""Navigator, section pages and list of problems of one open record, kept true to the session by its effects."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from fieldapp.engine import Effects
from fieldapp.ui.bridge import SessionBridge
from fieldapp.ui.form.arranger import Arranger
from fieldapp.ui.form.card_view import Act
from fieldapp.ui.form.checks import Checks
from fieldapp.ui.form.contents import Contents
from fieldapp.ui.form.cutting import pages, steps
from fieldapp.ui.form.navigator import Navigator
from fieldapp.ui.form.problems import Problems
from fieldapp.ui.form.problems_panel import ProblemsPanel
from fieldapp.ui.form.progress import Progress
from fieldapp.ui.form.question_view import QuestionView
from fieldapp.ui.form.reading import Reading
from fieldapp.ui.form.section_page import SectionPage
from fieldapp.ui.form.sections import Section, sections_of
from fieldapp.ui.form.sides import Sides
from fieldapp.ui.form.telling import Telling
from fieldapp.ui.live import keep


class FormArea(QWidget):
    """Arranges one record; pages of sections are built when they are first shown.

    Signals:
        noted: Something was done that undo takes back; carries the sentence to show.
        come_to: The person came to a question, or to another step: its reference, and the words of the step.
    """

    noted = Signal(str)
    come_to = Signal(str, str)

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        *,
        reading: Reading = Reading(),  # noqa: B008 - frozen
        left: Iterable[str] = (),
    ) -> None:
        """Arrange a record; `left` holds the record paths a person came by before, in another arrangement of it."""
        super().__init__(parent)
        self._bridge = bridge
        self._reader = bridge.reader
        self.reading = reading
        self.sections = sections_of(self._reader, steps if reading.is_interview else pages)
        self._pages: dict[int, SectionPage] = {}
        self.checks = Checks(self._reader, left)
        self.checks.expect_answered()
        self.contents = Contents(self._reader, self.sections)
        self._progress = Progress(self._reader, self.sections, self.checks)
        self._telling = Telling(self.checks, self._pages)
        self._build()
        bridge.moved.connect(self._on_moved)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        keep(self, self._say)
        self.show_section(next(iter(self.contents.visible()), 0))

    def _build(self) -> None:
        self.navigator = Navigator()
        self.stack = QStackedWidget()
        self.stack.setProperty("reading", "large" if self.reading.is_interview else "")
        self.panel = ProblemsPanel()
        self.navigator.chosen.connect(self._on_section)
        self.navigator.entered.connect(self.go_to_first)
        self._problems = Problems(
            self._reader,
            self.sections,
            self.checks,
            self._progress,
            panel=self.panel,
            title=self.contents.title,
        )
        self._arranger = Arranger(self._bridge, self.go_to, self.here, self)
        self._arranger.noted.connect(self.noted)
        self.panel.chosen.connect(self.go_to)
        self.panel.closed.connect(lambda: self.show_side(self.panel, is_shown=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        line = _line()
        for part in (self.navigator, line, self.stack, self.panel):
            row.addWidget(part, 1 if part is self.stack else 0)
        self._sides = Sides(self, (self.navigator, line), has_navigation=not self.reading.is_interview)
        self._sides.add(self.panel)
        self._sides.fit()

    @property
    def current(self) -> int:
        """Number of the section shown."""
        return self.navigator.list.currentRow()

    def page(self, number: int) -> SectionPage:
        """Return the page of a section, building it if it was never shown."""
        if number not in self._pages:
            made = _made_page(self._bridge, self.sections[number], self.reading, parent=self.stack)
            made.answered.connect(self._bridge.answer)
            made.arranged.connect(self.arrange)
            made.built.connect(partial(self._on_built, made))
            made.next_asked.connect(partial(self.turn, 1))
            self._pages[number] = made
            self.stack.addWidget(made)
            self._on_built(made)
        return self._pages[number]

    def add_side(self, panel: QWidget) -> None:
        """Put one more panel at the side; it goes with the record."""
        self._sides.add(panel)
        self.layout().addWidget(panel)  # type: ignore[union-attr]

    def show_side(self, panel: QWidget, *, is_shown: bool) -> None:
        """Show a panel at the side alone, or put it away."""
        self._sides.show(panel, is_shown=is_shown)

    def show_section(self, number: int) -> None:
        """Show a section."""
        self.navigator.set_current(number)

    def go_to(self, reference: str) -> bool:
        """Show a question and put the keyboard on it."""
        if not reference:
            return False
        number = self._progress.number_of(reference)
        if not self.sections[number].holds(reference):
            return False
        self.show_section(number)
        return self.page(number).reveal(reference)

    def go_to_first(self) -> None:
        """Put the keyboard on the first question of the section shown."""
        self.page(self.current).focus_first()

    def commit(self) -> None:
        """Give what is being entered in the question that has the keyboard."""
        has_or_had = QApplication.focusWidget() or self.window().focusWidget()  # behind another window
        if view := self._view_of(has_or_had):
            view.widget.commit()

    def here(self) -> str:
        """Return the reference of the question that has the keyboard, or had it; blank for none."""
        view = self._view_of(QApplication.focusWidget() or self.window().focusWidget())
        return view.reference if view is not None else ""

    def place(self) -> str:
        """Return where the person is, as a record path: the question, or the first one of the section."""
        reference = self.here() or self.page(self.current).first()
        return self._reader.path_of(reference) if reference else ""

    def show_beside(self, language: str) -> None:
        """Show every question in a second language too; blank for one language."""
        self.reading = self.reading.with_second(language)
        for page in self._pages.values():
            page.show_beside(language)

    def explain(self) -> None:
        """Disclose why the question that has the keyboard is asked, or put that away."""
        if view := self._typing_in():
            view.toggle_guidance()

    def check(self) -> int:
        """Show every problem, also of questions nobody has come to yet; returns how many there are."""
        self.checks.is_checking = True
        self.checks.read_all()
        self._telling.tell_all(self._typing_in())
        self._paint_states(range(len(self.sections)))
        self._problems.show()
        self.show_side(self.panel, is_shown=bool(self.checks.wrong))
        if self.checks.wrong:
            self.panel.list.setFocus()
        return len(self.checks.wrong)

    def walk_problems(self, way: int = 1) -> bool:
        """Go to the next problem that was told, or the one before; false when there is none."""
        return self.go_to(self._problems.following(self.here(), way))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While problems are listed, Enter in a field goes on to the next of them."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if not (is_enter and self.panel.isVisible() and self.walk_problems()):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sides.fit()

    def _on_section(self, number: int) -> None:
        page = self.page(number)
        self._name_next(number)
        self.stack.setCurrentWidget(page)
        self.come_to.emit(page.first(), self.contents.step(number))

    def turn(self, way: int) -> None:
        """Go to the next section, or to the one before, and put the keyboard on its first question."""
        following = self.contents.following(self.current, way)
        if following is not None:
            self.show_section(following)
            self.go_to_first()

    def arrange(self, act: str, reference: str) -> None:
        """Do something with the instances of a repeat, once what is being entered is kept."""
        self.commit()
        self._arranger.do(act, reference)

    def arrange_here(self, act: Act) -> None:
        """Do it with the instance in which the keyboard stands; to add, with its repeat or the first of the page."""
        self.commit()
        self._arranger.do_here(act, self.page(self.current))

    def _on_moved(self, effects: Effects) -> None:
        if effects.structure or effects.labels:
            self.checks.read_all()
        self.checks.read(effects.violations | effects.relevance)
        for page in self._pages.values():  # which say at once what is wrong in a card that they build
            page.apply(effects)
        self._telling.tell_moved(effects, self._typing_in())
        touched = self._progress.touch(effects)
        if effects.labels or effects.relevance:
            self._say()
        else:
            self._paint_states(touched)
        if self.checks.is_checking:
            self._problems.show()

    def _on_built(self, page: SectionPage) -> None:
        self._telling.tell_page(page, self._typing_in())

    def _typing_in(self) -> QuestionView | None:
        return self._view_of(QApplication.focusWidget())

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        left, come = self._view_of(old), self._view_of(now)
        if come is not None and come is not left:
            self.page(self.current).show_whole(come)
            self.come_to.emit(come.reference, self.contents.step(self.current))
        if left is None or left is come or not self._reader.exists(left.reference):
            return
        if self.reading.is_interview and now is not None and not self.stack.isAncestorOf(now):
            return  # to take a note is not to leave the question
        self._telling.tell_left(left)
        self._paint_states({self._progress.number_of(left.reference)})

    def _view_of(self, widget: QWidget | None) -> QuestionView | None:
        while widget is not None and widget is not self:
            if isinstance(widget, QuestionView):
                return widget if any(page.has(widget) for page in self._pages.values()) else None
            widget = widget.parentWidget()
        return None

    def _paint_states(self, numbers: Iterable[int]) -> None:
        for number, state in self._progress.states(numbers).items():
            self.navigator.set_state(number, state)

    def _say(self) -> None:
        numbers = range(len(self.sections))
        is_visible = [self.contents.is_visible(number) for number in numbers]
        self.navigator.set_sections(self.contents.titles(), is_visible)
        self._paint_states(numbers)
        for number in self._pages:
            self._name_next(number)
        if self.checks.is_checking:
            self._problems.show()

    def _name_next(self, number: int) -> None:
        following = self.contents.following(number)
        self._pages[number].set_next(self.contents.title(following) if following is not None else "")


def _made_page(bridge: SessionBridge, section: Section, reading: Reading, *, parent: QWidget) -> SectionPage:
    return SectionPage(
        section,
        bridge.reader,
        bridge.files,
        is_locked=bridge.is_locked,
        second_language=reading.second_language,
        parent=parent,
    )


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "upright")
    return line
