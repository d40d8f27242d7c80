"""Serves the page that fills a record with what is said of it: the panel, its key, the marks at the questions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.base.errors import KnownError
from fieldapp.forms.styling import plain_words
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.form.question_view import QuestionView
from fieldapp.ui.form.section_page import SectionPage
from fieldapp.ui.live import keep
from fieldapp.ui.pages.fill_page import FillPage
from fieldapp.ui.parts import name_tool, tool
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.review.mark import CommentMark
from fieldapp.ui.review.panel import ReviewPanel
from fieldapp.ui.shortcuts import bind, hint_of

if TYPE_CHECKING:
    from fieldapp.usecases.review_record import ReviewView


class ReviewErrand(QObject):
    """Reads what is said of the record on the page, and writes what the person says.

    Signals:
        open_asked: The person asked for it from the list; carries the record's id.
    """

    open_asked = Signal(str)

    def __init__(self, desk: Desk, errands: Errands, *, actions: RecordActions, fill: FillPage) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._fill = fill
        self.panel: ReviewPanel | None = None
        """Of the record on the page, once it was asked for."""
        self._is_shown = False
        self._record_id = ""
        self._left = ""
        """Reference of the question one was at when the panel was asked for."""
        self._pinned = ""
        """Its path, to which a new comment is pinned."""
        self._unsent: dict[str, str] = {}
        """By record, what was begun and not kept: it waits there when one comes back."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._mark)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._read_again)
        self.tool = tool("message-square")
        self.tool.clicked.connect(self.toggle)
        fill.hang_tool(self.tool)
        fill.shown.connect(lambda opened: self._on_shown(opened.record.record_id))
        bind("comments", fill, self.toggle, is_within=True)
        keep(self.tool, self._say)
        actions.add(
            "review",
            "message-square",
            words=lambda: self.tr("Commentaires et validation"),
            run=self.open,
            shows=lambda record: record.revision > 0,
        )

    def open(self, record_id: str) -> None:
        """Show what is said of a record, with the record beside it."""
        if record_id != self._record_id or not self._fill.isVisible():
            self.open_asked.emit(record_id)
        QTimer.singleShot(0, self.show_panel)  # once the page is really there, so that it takes the keyboard

    def toggle(self) -> None:
        """Show the panel, with the keyboard on what is said of the question one was at; or put it away."""
        if self.panel is not None and self.panel.isVisible():
            self.hide_panel()
        else:
            self.show_panel()

    def show_panel(self, path: str = "") -> None:
        """Show the panel, and what is said of a question; of the one that has the keyboard, unless another is named."""
        if self._fill.area is None:
            return
        here = path or self._here()
        if self.panel is None:
            self.panel = self._make_panel()
        self._read(here)
        self._fill.area.show_side(self.panel, is_shown=True)
        self._is_shown = True
        if here:
            self.panel.reveal(here)
        else:
            self.panel.focus_first()
        self._mark_read()

    def hide_panel(self) -> None:
        """Put the panel away, with the keyboard back on the form."""
        area, panel = self._fill.area, self.panel
        if area is None or panel is None:
            return
        area.show_side(panel, is_shown=False)
        self._is_shown = False
        if not (self._left and area.go_to(self._left)):
            area.go_to_first()

    def _make_panel(self) -> ReviewPanel:
        made, area = ReviewPanel(), self._fill.area
        assert area is not None
        area.add_side(made)
        made.line.text.setPlainText(self._unsent.get(self._record_id, ""))
        made.line.written.connect(self._keep_unsent)
        made.closed.connect(self.hide_panel)
        made.place_asked.connect(self._go_to)
        made.line.comment_asked.connect(self._comment)
        made.line.answer_asked.connect(self._answer)
        made.settle_asked.connect(self._settle)
        made.box.move_asked.connect(self._move)
        made.box.role_chosen.connect(self._choose_role)
        keep(made, self._again.start)  # the desk's language is another only after every widget was told
        return made

    def _on_shown(self, record_id: str) -> None:
        """Another record is on the page, or the same one read anew; its panel went with the old page."""
        was_shown = self._record_id == record_id and self._is_shown
        self.panel, self._record_id = None, record_id
        self._left = self._pinned = ""
        area = self._fill.area
        assert area is not None
        area.stack.currentChanged.connect(lambda _: self._soon.start())
        self._mark()
        self._say()
        self._is_shown = False
        if was_shown:
            self.show_panel()

    def _here(self) -> str:
        area, bridge = self._fill.area, self._fill.bridge
        assert area is not None
        assert bridge is not None
        self._left = area.here()
        return bridge.reader.path_of(self._left) if self._left else ""

    def _read(self, path: str) -> "ReviewView":
        from fieldapp.usecases.review_record import look_at_review

        view = look_at_review(self._desk.workspace, self._record_id, language=self._desk.language)
        self._pinned = path
        if self.panel is not None:
            self.panel.show_view(view, here=(path, self._words_at(path)))
        return view

    def _read_again(self) -> None:
        if self.panel is not None and not self._desk.workspace.is_closed:
            self._read(self._pinned)

    def _words_at(self, path: str) -> str:
        bridge = self._fill.bridge
        reference = bridge.reader.reference_of(path) if bridge is not None and path else ""
        return plain_words(bridge.reader.label(reference)) if bridge is not None and reference else ""

    def _keep_unsent(self, text: str) -> None:
        self._unsent[self._record_id] = text

    def _go_to(self, path: str) -> None:
        area, bridge = self._fill.area, self._fill.bridge
        if area is not None and bridge is not None:
            area.go_to(bridge.reader.reference_of(path))

    def _comment(self, path: str, text: str) -> None:
        from fieldapp.usecases.comment_record import comment

        self._do(lambda: comment(self._desk.workspace, self._record_id, text, path=path), clears=True)

    def _answer(self, thread_id: str, text: str) -> None:
        from fieldapp.usecases.comment_record import answer

        self._do(lambda: answer(self._desk.workspace, self._record_id, thread_id, text), clears=True)

    def _settle(self, thread_id: str) -> None:
        from fieldapp.usecases.comment_record import settle

        self._do(lambda: settle(self._desk.workspace, self._record_id, thread_id))

    def _move(self, after: object) -> None:
        from fieldapp.records.review import ReviewState
        from fieldapp.usecases.review_record import move_review

        assert isinstance(after, ReviewState)
        self._do(lambda: move_review(self._desk.workspace, self._record_id, after))

    def _choose_role(self, role: object) -> None:
        from fieldapp.records.review import Role
        from fieldapp.usecases.review_record import choose_role

        assert isinstance(role, Role)
        self._do(lambda: choose_role(self._desk.workspace, role))

    def _do(self, act: Callable[[], object], *, clears: bool = False) -> None:
        """Do what the person asked, and show what became of it; a refusal leaves what was written where it is."""
        try:
            act()
        except KnownError as error:
            self._errands.failed.emit(error)
            return
        if self.panel is not None:
            if clears:
                self.panel.line.text.clear()
            self._read(self._pinned)
            self.panel.line.text.setFocus()
        self._mark()
        self._say()

    def _mark_read(self) -> None:
        from fieldapp.usecases.comment_record import mark_read

        mark_read(self._desk.workspace, self._record_id)
        self._say()

    def _mark(self) -> None:
        """Put a sign at every question that is built and that somebody spoke of."""
        area, bridge = self._fill.area, self._fill.bridge
        if area is None or bridge is None or self._desk.workspace.is_closed:
            return
        counts: dict[str, list[int]] = {}
        for thread in self._desk.workspace.reviews.threads(self._record_id):
            counts.setdefault(thread.path, [0, 0])[thread.is_settled] += 1
        views: dict[str, QuestionView] = {}
        for page in area.findChildren(SectionPage):
            self._watch(page)
            views |= page.questions if counts else {}
        for path, (still_open, settled) in counts.items():
            view = views.get(bridge.reader.reference_of(path))
            if view is not None:
                mark = view.findChild(CommentMark) or self._marked(view, path)
                mark.count(still_open=still_open, settled=settled)

    def _watch(self, page: SectionPage) -> None:
        """Mark what a page builds later too."""
        if not page.property("is_watched"):
            page.setProperty("is_watched", True)  # noqa: FBT003 - Qt's own signature
            page.built.connect(self._soon.start)

    def _marked(self, view: QuestionView, path: str) -> CommentMark:
        made = CommentMark(path)
        made.asked.connect(self.show_panel)
        view.add_mark(made)
        return made

    def _say(self) -> None:
        is_open = bool(self._record_id) and not self._desk.workspace.is_closed
        unread = len(self._desk.workspace.reviews.unread(self._record_id)) if is_open else 0
        words = self.tr("Commentaires et validation")
        name_tool(
            self.tool,
            self.tr("{name} : du nouveau").format(name=words) if unread else words,
            hint_of("comments"),
        )
