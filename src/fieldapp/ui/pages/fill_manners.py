"""How a record is filled: its keys, a second language beside, the interview mode, and the place where one left."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from fieldapp.base.errors import KnownError
from fieldapp.forms.definition import language_code
from fieldapp.ui.form.card_view import Act
from fieldapp.ui.form.form_area import FormArea
from fieldapp.ui.form.interview_panel import InterviewPanel
from fieldapp.ui.form.reading import Reading
from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.parts import name_tool, tool
from fieldapp.ui.shortcuts import bind, hint_of

if TYPE_CHECKING:
    from fieldapp.store import Workspace
    from fieldapp.ui.bridge import SessionBridge
    from fieldapp.ui.pages.fill_page import FillPage

_SECOND = "second_language"
_FIRST_CHOICE = ("ar", "fr")
"""The language that is put beside when none was chosen yet: Arabic, or French for who reads Arabic."""


class FillManners(QObject):
    """Serves one fill page; what was chosen is remembered in the workspace."""

    def __init__(self, page: "FillPage", workspace: "Workspace") -> None:
        super().__init__(page)
        self._page = page
        self._workspace = workspace
        self._interview: InterviewPanel | None = None
        self._here = ""
        self._interviewed = ""
        """Id of the record that is shown in the interview mode."""
        self._beside, self._talk = tool("languages"), tool("users")
        for made, act in ((self._beside, self.toggle_second), (self._talk, self.toggle_interview)):
            made.setCheckable(True)
            made.clicked.connect(act)
            page.hang_tool(made)
        self._bind()
        keep(page, self._say)

    def _bind(self) -> None:
        acts: dict[str, Callable[[FormArea], object]] = {
            "sections": self._swap_sections,
            "next_problem": lambda area: area.walk_problems(1),
            "problem_before": lambda area: area.walk_problems(-1),
            "guidance": lambda area: area.explain(),
            "two_languages": lambda _: self.toggle_second(),
            "interview": lambda _: self.toggle_interview(),
            "interview_note": lambda _: self._to_panel(InterviewPanel.focus_note),
            "interview_tags": lambda _: self._to_panel(InterviewPanel.focus_tags),
        }
        for act in (Act.ADD, Act.COPY, Act.UP, Act.DOWN, Act.REMOVE):
            acts[act] = partial(self._arrange_here, act)
        for name, do in acts.items():
            bind(name, self._page, partial(self._run, do), is_within=True)

    def _run(self, do: Callable[[FormArea], object]) -> None:
        if self._page.area is not None:
            do(self._page.area)

    @staticmethod
    def _arrange_here(act: Act, area: FormArea) -> None:
        area.arrange_here(act)

    def reading_of(self, bridge: "SessionBridge") -> Reading:
        """Return how a record is to be shown: an interview goes on in the same record only."""
        is_same = bridge.opened.record.record_id == self._interviewed
        if not is_same or bridge.is_locked:
            self._interviewed = ""
        return Reading(self._second_for(bridge), is_interview=bool(self._interviewed))

    def serve(self, area: FormArea, bridge: "SessionBridge") -> None:
        """Serve a record that is just shown."""
        self._interview = None
        if area.reading.is_interview:
            self._interview = InterviewPanel(bridge, self._time_of_day)
            self._interview.turned.connect(area.turn)
            self._interview.back_asked.connect(lambda: self._go_back(area))
            self._interview.left.connect(self.toggle_interview)
            area.add_side(self._interview)
            area.show_side(self._interview, is_shown=True)
            area.come_to.connect(self._on_come)
            area.panel.closed.connect(lambda: self._to_panel(InterviewPanel.focus_note))
        self._say()

    def go_on(self, area: FormArea, bridge: "SessionBridge") -> None:
        """Put the keyboard where the person was in this record, also before a restart."""
        from fieldapp.usecases.remember_place import place_in

        path = "" if bridge.is_locked else place_in(self._workspace, bridge.opened.record.record_id)
        if not area.go_to(bridge.place_of(path)):
            area.go_to_first()
        self._on_come(area.here() or area.page(area.current).first(), area.contents.step(area.current))

    def _go_back(self, area: FormArea) -> None:
        if not area.go_to(self._here):
            area.go_to_first()

    def leave(self, area: FormArea, bridge: "SessionBridge") -> None:
        """Keep the note being written and the place; called before the record is left in any way."""
        from fieldapp.usecases.remember_place import keep_place

        if self._interview is not None:
            self._interview.keep_note()
        if not bridge.is_locked:
            with suppress(KnownError):  # a place that is not kept keeps nobody from leaving
                keep_place(self._workspace, bridge.opened.record.record_id, area.place())

    def fill(self, menu: QMenu) -> None:
        """Offer the languages and the interview mode in the menu of the record."""
        bridge = self._page.bridge
        if bridge is None:
            return
        if not bridge.is_locked:
            made = menu.addAction(icon("users"), f"{self.tr('Mode entretien')}\t{hint_of('interview')}")
            made.setObjectName("interview")
            made.setCheckable(True)
            made.setChecked(bool(self._interviewed))
            made.triggered.connect(self.toggle_interview)
        for language in self._others(bridge):
            name = language.rpartition(" (")[0] or language
            made = menu.addAction(icon("languages"), self.tr("Questions aussi en : {name}").format(name=name))
            made.setObjectName(f"beside-{language_code(language)}")
            made.setCheckable(True)
            made.setChecked(language == self._second_for(bridge))
            made.triggered.connect(
                lambda is_on, language=language: self._put_beside(language if is_on else "")
            )
        menu.addSeparator()

    def toggle_second(self) -> None:
        """Show the questions in a second language too, the one chosen last, or in one language again."""
        bridge = self._page.bridge
        others = self._others(bridge) if bridge is not None else []
        if bridge is None or not others:
            self._say()
            return
        by_code = {language_code(name): name for name in others}
        wanted = (self._workspace.preferences.get(f"{_SECOND}_last"), *_FIRST_CHOICE)
        chosen = next((by_code[code] for code in wanted if code in by_code), others[0])
        self._put_beside("" if self._second_for(bridge) else chosen)

    def toggle_interview(self) -> None:
        """Go into the interview mode, or leave it, at the question where one is."""
        bridge = self._page.bridge
        if bridge is None or bridge.is_locked or not self._page.leave():
            self._say()
            return
        self._interviewed = "" if self._interviewed else bridge.opened.record.record_id
        self._page.show_anew()

    def _on_beside(self, language: str, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._put_beside(language if is_on else "")

    def _put_beside(self, language: str) -> None:
        self._workspace.preferences.put(_SECOND, language_code(language) if language else "")
        if language:
            self._workspace.preferences.put(f"{_SECOND}_last", language_code(language))
        if self._page.area is not None:
            self._page.area.show_beside(language)
        self._say()

    def _second_for(self, bridge: "SessionBridge") -> str:
        """Return the form's name of the second language; blank where it is off or is the one that is read."""
        if self._workspace.is_closed:  # the window is told of its language once more after that
            return ""
        code = self._workspace.preferences.get(_SECOND)
        return next((name for name in self._others(bridge) if code and language_code(name) == code), "")

    @staticmethod
    def _others(bridge: "SessionBridge") -> list[str]:
        reader = bridge.reader
        return [name for name in reader.definition.languages if name != reader.language]

    def _swap_sections(self, area: FormArea) -> None:
        """Put the keyboard on the list of sections, or from there back to the questions."""
        if area.navigator.list.hasFocus():
            area.go_to_first()
        elif area.navigator.isVisible():
            area.commit()
            area.navigator.list.setFocus()

    def _to_panel(self, act: Callable[[InterviewPanel], None]) -> None:
        if self._page.area is not None and self._interview is not None:
            self._page.area.show_side(self._interview, is_shown=True)
            act(self._interview)

    def _on_come(self, reference: str, step: str) -> None:
        self._here = reference or self._here
        if self._interview is not None:
            self._interview.follow(reference, step)

    def _time_of_day(self) -> str:
        return f"{self._workspace.clock.now().astimezone():%H:%M}"

    def _say(self) -> None:
        bridge = self._page.bridge
        name_tool(self._beside, self.tr("Questions en deux langues"), hint_of("two_languages"))
        name_tool(self._talk, self.tr("Mode entretien"), hint_of("interview"))
        self._talk.setVisible(bridge is not None and not bridge.is_locked)
        self._talk.setChecked(bool(self._interviewed))
        self._beside.setVisible(bridge is not None and bool(self._others(bridge)))
        self._beside.setChecked(bridge is not None and bool(self._second_for(bridge)))
