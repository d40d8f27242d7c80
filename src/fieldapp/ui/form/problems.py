"""The problems of a record as a list to walk through, in the order of the form, each with its place."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from fieldapp.engine import Violation
from fieldapp.forms.styling import plain_words
from fieldapp.ui.form.checks import Checks
from fieldapp.ui.form.instances import name_of
from fieldapp.ui.form.problems_panel import ProblemsPanel
from fieldapp.ui.form.progress import Progress
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.sections import Section, questions_in
from fieldapp.ui.form.words import label_words


class Problems(QObject):
    """Fills the panel and says which problem comes next."""

    def __init__(
        self,
        reader: FormReader,
        sections: tuple[Section, ...],
        checks: Checks,
        progress: Progress,
        *,
        panel: ProblemsPanel,
        title: Callable[[int], str],
    ) -> None:
        super().__init__(panel)
        self._reader = reader
        self._sections = sections
        self._checks = checks
        self._progress = progress
        self._panel = panel
        self._title = title

    def show(self) -> None:
        """Write all problems into the panel."""
        self._panel.set_problems([(wrong.reference, *self._words(wrong)) for wrong in self._in_order()])

    def following(self, here: str, way: int) -> str:
        """Return the next problem that the person was told, or the one before; round at the ends. Blank for none."""
        told = self._checks.told()
        order = [wrong.reference for wrong in self._in_order() if wrong.reference in told]
        if not order:
            return ""
        at = order.index(here) + way if here in order else self._nearest(order, here, way)
        wanted = order[at % len(order)]
        self._panel.mark(wanted)
        return wanted

    def _in_order(self) -> list[Violation]:
        number_of = self._progress.number_of
        return sorted(self._checks.in_order(), key=lambda violation: number_of(violation.reference))

    def _nearest(self, order: list[str], here: str, way: int) -> int:
        """Return which problem comes next after a question that has none."""
        walk = (ref for section in self._sections for ref in questions_in(self._reader, section.roots))
        places = {reference: place for place, reference in enumerate(walk)}
        before = sum(places.get(reference, 0) < places.get(here, -1) for reference in order)
        return before if way > 0 else before - 1

    def _words(self, violation: Violation) -> tuple[str, str]:
        number = self._progress.number_of(violation.reference)
        label = label_words(self._reader, violation.reference)
        places = (self._title(number), self._card(violation.reference), label)
        message = plain_words(violation.message) or self._own_words(violation)
        return " › ".join(part for part in places if part), message

    def _card(self, reference: str) -> str:
        """Name the repeat instance in which a question stands, as its card does; blank outside."""
        instance, mark, _ = reference.rpartition("]")
        return name_of(self._reader, instance + mark) if mark else ""

    def _own_words(self, violation: Violation) -> str:
        if violation.kind == "required":
            return self.tr("Réponse nécessaire")
        return self.tr("Réponse à vérifier")
