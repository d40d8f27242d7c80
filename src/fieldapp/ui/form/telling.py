"""Shows beside each question what is wrong with it once the person has left it, and never while they write."""

from collections.abc import Collection

from fieldapp.engine import Effects
from fieldapp.ui.form.checks import Checks
from fieldapp.ui.form.question_view import QuestionView
from fieldapp.ui.form.section_page import SectionPage


class Telling:
    """Keeps what the pages say of problems true to the checks."""

    def __init__(self, checks: Checks, pages: dict[int, SectionPage]) -> None:
        self._checks = checks
        self._pages = pages

    def tell_all(self, typing_in: QuestionView | None) -> None:
        """Say everything again."""
        for page in self._pages.values():
            self.tell_page(page, typing_in)

    def tell_page(self, page: SectionPage, typing_in: QuestionView | None) -> None:
        """Say in the questions of a page, some of them just built, what the person was told of them."""
        self._tell(page, page.questions.keys(), typing_in)
        page.show_wrong(set(self._checks.told()))

    def tell_moved(self, effects: Effects, typing_in: QuestionView | None) -> None:
        """Say again what moved."""
        is_all = bool(effects.structure or effects.labels)
        for page in self._pages.values():
            self._tell(page, page.questions.keys() if is_all else effects.violations, typing_in)
        self._mark_instances()

    def tell_left(self, view: QuestionView) -> None:
        """Say what is wrong in the question that the person has just left."""
        self._checks.leave(view.reference)
        view.show_error(self._checks.wrong.get(view.reference))
        self._mark_instances()

    def _tell(self, page: SectionPage, references: Collection[str], typing_in: QuestionView | None) -> None:
        checks = self._checks
        for reference in set(references) & page.questions.keys():
            view, wrong = page.questions[reference], checks.wrong.get(reference)
            is_typing = view is typing_in and not view.error and not checks.is_checking
            is_shown = wrong is not None and checks.is_told(reference) and not is_typing
            view.show_error(wrong if is_shown else None)

    def _mark_instances(self) -> None:
        with_repeats = [page for page in self._pages.values() if page.repeats()]
        told = set(self._checks.told()) if with_repeats else set()
        for page in with_repeats:
            page.show_wrong(told)
