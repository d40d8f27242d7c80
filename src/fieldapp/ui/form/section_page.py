"""One section of the form on one scrolling page; it paints again only what an action moved."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fieldapp.engine import Effects, LiveControl
from fieldapp.forms.definition import Question, Repeat
from fieldapp.ui.form.group_view import GroupView
from fieldapp.ui.form.instances import instance_of
from fieldapp.ui.form.question_view import QuestionView
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.repeat_view import RepeatView
from fieldapp.ui.form.sections import Section, is_within, title_of
from fieldapp.ui.form.tab_order import order_tabs
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, in_reading_order, lead
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import Files

Blocks = dict[str, GroupView | RepeatView]


class SectionPage(QScrollArea):
    """Builds the views of one section and keeps them true.

    Signals:
        answered: A person gave an answer: reference and value.
        arranged: A person wants something done with instances of a repeat: the `Act`, and the reference.
        built: Questions came to be seen that were not there before.
        next_asked: A person wants to go on to the next section.
    """

    answered = Signal(str, str)
    arranged = Signal(str, str)
    built = Signal()
    next_asked = Signal()

    def __init__(
        self,
        section: Section,
        reader: FormReader,
        files: Files,
        *,
        is_locked: bool,
        second_language: str = "",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self.questions: dict[str, QuestionView] = {}
        self._blocks: Blocks = {}
        self._reader = reader
        self._files = files
        self._is_locked = is_locked
        self._second_language = second_language
        self.setProperty("ground", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = QLabel()
        self._title.setProperty("scale", "title")
        self._title.setWordWrap(True)
        self._next = button()
        self._next.clicked.connect(self.next_asked)
        self._column = QVBoxLayout(_middle_of(self))
        self._column.setContentsMargins(0, Space.L, 0, Space.XXL)
        self._column.setSpacing(Space.L)
        self._column.addWidget(self._title)
        self._fill(self._column, section.roots)
        self._column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self._order()
        keep(self, self._say)

    def set_next(self, title: str) -> None:
        """Name the section that follows; blank when this is the last."""
        self._next.setVisible(bool(title))
        self._next.setText(self.tr("Section suivante : {title}").format(title=title))

    def show_beside(self, language: str) -> None:
        """Show every question in a second language too; blank for one language."""
        self._second_language = language
        for view in self.questions.values():
            view.show_beside(language)
        self._say()

    def apply(self, effects: Effects) -> None:
        """Paint again what moved, and nothing else."""
        for parent in effects.structure:
            self._rebuild_under(parent)
        self._paint_answers(effects)
        for reference in effects.relevance | effects.readonly:
            self._paint_rules(reference)
        self._paint_empty_repeats()
        for reference in effects.labels | effects.required:
            self._paint_words(reference)
        if effects.structure or effects.choices or effects.labels:
            self._order()
        if self.section.reference in effects.labels:
            self._say()

    def _paint_answers(self, effects: Effects) -> None:
        for reference in (effects.choices | effects.labels) & self.questions.keys():
            self.questions[reference].paint_choices()
        for reference in effects.values & self.questions.keys():
            self.questions[reference].paint_value()
        for repeat in self.repeats():
            repeat.paint_answers(effects.values | effects.relevance)

    def repeats(self) -> list[RepeatView]:
        """Return the repeats there are, also those inside instances that are unfolded."""
        return [block for block in self._blocks.values() if isinstance(block, RepeatView)]

    def show_wrong(self, references: set[str]) -> None:
        """Mark the instances of repeats in which some questions stand that are to be corrected."""
        for repeat in self.repeats():
            repeat.show_wrong(references)

    def _paint_empty_repeats(self) -> None:
        """A repeat without instances is in nobody's effects: nothing of it moved."""
        for repeat in self.repeats():
            if not repeat.count:
                repeat.paint_rules()

    def reveal(self, reference: str) -> bool:
        """Unfold, scroll to and focus a question; false when it is not on this page."""
        for (
            repeat
        ) in self.repeats():  # from the outside in: an inner one is there when its instance is unfolded
            self._unfold(repeat, reference)
        view = self.questions.get(reference) or self._first_under(reference)
        if view is None or view.isHidden():
            return False
        view.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_whole(view)
        QTimer.singleShot(0, view, lambda: self.show_whole(view))  # what was just built has no place before
        return True

    def _unfold(self, repeat: RepeatView, reference: str) -> None:
        if not is_within(reference, repeat.reference):
            return
        before = set(self._blocks)
        repeat.unfold(reference)
        for inner in set(self._blocks) - before:
            block = self._blocks[inner]
            if isinstance(block, RepeatView):
                self._unfold(block, reference)

    def has(self, view: QuestionView) -> bool:
        """Whether a question stands on this page now; one whose instance is gone may still have the keyboard."""
        return self.questions.get(view.reference) is view

    def can_arrange(self, reference: str) -> bool:
        """Whether a person may add, move and remove instances of a repeat, named by itself or one of them."""
        repeat = self._view_at(reference)
        return isinstance(repeat, RepeatView) and repeat.can_change

    def focus_first(self) -> None:
        """Put the keyboard on the first question, or on what leads to one, with the heading in sight."""
        self.verticalScrollBar().setValue(0)
        if self.reveal(self.first()):
            return
        tables = (repeat.roster for repeat in self.repeats() if not repeat.isHidden())
        stop: QWidget = next((table for table in tables if table is not None), self._next)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_whole(self, view: QuestionView) -> None:
        """Scroll until a question is seen whole: its words, its answer, and what helps."""
        self._column.activate()
        self.ensureWidgetVisible(view, 0, Space.L)

    def first(self) -> str:
        """Return the reference of the first question that can be answered: a text to read takes no keyboard."""
        answered = (ref for ref, view in self.questions.items() if view.is_answered_here)
        return next((ref for ref in answered if not self.questions[ref].isHidden()), "")

    def _first_under(self, reference: str) -> QuestionView | None:
        under = (
            view for ref, view in self.questions.items() if is_within(ref, reference) and not view.isHidden()
        )
        return next(under, None)

    def _order(self) -> None:
        if ground := self.widget():
            order_tabs(self._title, ground)

    def _say(self) -> None:
        head = self.section.head
        label = title_of(self._reader, head)
        if label and self._second_language:
            other = self._reader.in_language(self._second_language, lambda: title_of(self._reader, head))
            label = f"\u2068{label}\u2069 · \u2068{other}\u2069" if other != label else label
        if self.section.part:
            label = f"{label} ({self.section.part}/{self.section.parts})"
        self._title.setText(in_reading_order(label, self) if label else "")
        lead(self._title)
        self._title.setVisible(bool(label) and head is not None and not isinstance(head.control, Repeat))

    def _fill(self, layout: QVBoxLayout, controls: tuple[LiveControl, ...]) -> None:
        parent = layout.parentWidget()
        assert parent is not None, "what is built into a layout is built into its widget"
        for live in controls:
            layout.addWidget(self._view(live, parent))

    def _view(self, live: LiveControl, parent: QWidget) -> QWidget:
        if isinstance(live.control, Question):
            return self._question(live, parent)
        if isinstance(live.control, Repeat):
            repeat = RepeatView(live, self._reader, self._fill, is_locked=self._is_locked, parent=parent)
            repeat.asked.connect(self.arranged)
            repeat.opening.connect(lambda: self._leave_instance(repeat))
            repeat.unfolded.connect(self._on_unfolded)
            self._blocks[live.reference] = repeat
            return repeat
        group = GroupView(live, self._reader, self._fill, parent)
        if live.control.nodeset:
            self._blocks[live.reference] = group
        return group

    def _question(self, live: LiveControl, parent: QWidget) -> QuestionView:
        second = self._second_language
        view = QuestionView(live, self._reader, self._files, parent, second_language=second)
        view.set_locked(is_locked=self._is_locked)
        view.answered.connect(self.answered)
        self.questions[live.reference] = view
        return view

    def _on_unfolded(self) -> None:
        self._order()
        self.built.emit()

    def _leave_instance(self, repeat: RepeatView) -> None:
        """Give what is being entered in an instance whose place another takes, and let go of its questions."""
        inside = [ref for ref in self.questions if instance_of(ref, repeat.reference)]
        for reference in inside:
            view = self.questions[reference]
            if (stop := QApplication.focusWidget()) and view.isAncestorOf(stop):
                view.widget.commit()
        for views in (self.questions, self._blocks):
            for known in [ref for ref in views if instance_of(ref, repeat.reference)]:
                del views[known]

    def _rebuild_under(self, parent: str) -> None:
        for reference, block in list(self._blocks.items()):
            if not isinstance(block, RepeatView) or not is_within(reference, parent):
                continue
            if self._blocks.get(reference) is not block:
                continue
            kept = block.kept() | {""}
            for views in (self.questions, self._blocks):
                for known in [ref for ref in views if instance_of(ref, reference) not in kept]:
                    del views[known]
            block.rebuild()

    def _paint_rules(self, reference: str) -> None:
        if view := self._view_at(reference):
            view.paint_rules()

    def _paint_words(self, reference: str) -> None:
        if view := self._view_at(reference):
            view.paint_words()

    def _view_at(self, reference: str) -> QuestionView | GroupView | RepeatView | None:
        """Return the view of a reference; that of a repeat instance is its repeat's."""
        repeat = reference.rpartition("[")[0] if reference.endswith("]") else reference
        return self.questions.get(reference) or self._blocks.get(repeat)


def _middle_of(page: QScrollArea) -> QWidget:
    """Give a page its ground, and return what stands in the middle of it, no wider than one reads."""
    ground = QWidget()
    ground.setProperty("ground", "page")
    middle = QWidget()
    middle.setMaximumWidth(Size.READING)
    row = QHBoxLayout(ground)
    row.setContentsMargins(Space.XL, 0, Space.XL, 0)
    row.addWidget(middle, 1)
    page.setWidget(ground)
    return middle
