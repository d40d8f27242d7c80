"""Does with the instances of a repeat what a person asks, and puts the keyboard where it goes on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.ui.bridge import SessionBridge
from fieldapp.ui.form.card_view import Act, CardView
from fieldapp.ui.form.repeat_view import RepeatView
from fieldapp.ui.form.section_page import SectionPage


class Arranger(QObject):
    """Adds, copies, moves and removes instances; undo takes each of these back.

    Signals:
        noted: Something was done that undo takes back; carries the sentence to show.
    """

    noted = Signal(str)

    def __init__(
        self, bridge: SessionBridge, go_to: Callable[[str], object], here: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reader = bridge.reader
        self._go_to = go_to
        self._here = here
        self._acts: dict[str, Callable[[str], object]] = {
            Act.OPEN: go_to,
            Act.ADD: self._add,
            Act.COPY: self._copy,
            Act.UP: partial(self._move, way=-1),
            Act.DOWN: partial(self._move, way=1),
            Act.REMOVE: self._remove,
        }

    def do(self, act: str, reference: str) -> None:
        """Do one of the acts with an instance, or add one to a repeat."""
        self._acts[act](reference)

    def do_here(self, act: Act, page: SectionPage) -> None:
        """Do it with the instance in which the keyboard stands; to add, with its repeat or the first of the page."""
        stop = QApplication.focusWidget()
        found = _repeat_at(page, stop) if act is Act.ADD else _around(stop, CardView)
        if found and page.can_arrange(found):
            self.do(act, found)

    def _add(self, reference: str) -> None:
        self._bridge.add_repeat(reference)
        if added := self._reader.repeat_references(reference):
            self._go_to(added[-1])

    def _copy(self, reference: str) -> None:
        repeat, place = _parted(reference)
        self._bridge.copy_repeat(reference)
        self._go_to(f"{repeat}[{place + 1}]")
        self.noted.emit(self.tr("Copié, sans les photos ni les signatures. Ctrl+Z retire la copie."))

    def _move(self, reference: str, way: int) -> None:
        path = self._reader.path_of(self._here() or reference)
        self._bridge.move_repeat(reference, way)
        self._go_to(self._reader.reference_of(path))

    def _remove(self, reference: str) -> None:
        repeat, place = _parted(reference)
        self._bridge.remove_repeat(reference)
        left = len(self._reader.repeat_references(repeat))
        if left:
            self._go_to(f"{repeat}[{min(place, left)}]")
        self.noted.emit(self.tr("Retiré. Ctrl+Z le fait revenir."))


def _around(widget: QWidget | None, kind: type[CardView | RepeatView]) -> str:
    """Return the reference of the card or the repeat in which a widget stands; blank for none."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget.reference if isinstance(widget, CardView | RepeatView) else ""


def _repeat_at(page: SectionPage, widget: QWidget | None) -> str:
    """Return the repeat in which a widget stands, or the first of the page that can be seen."""
    seen = (repeat.reference for repeat in page.repeats() if not repeat.isHidden())
    return _around(widget, RepeatView) or next(seen, "")


def _parted(instance: str) -> tuple[str, int]:
    """Return the repeat of an instance, and its position."""
    repeat, _, place = instance.rpartition("[")
    return repeat, int(place.rstrip("]"))
