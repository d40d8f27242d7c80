"""Seeks in a thread of its own: the whole order of what was found, what to filter by, and what is behind in the list.

The first rows are found by the window itself, in a moment; a thread that only reads finds the others. What it has read
for the index is kept by the window's thread, which alone writes, a little at a time between two events.
"""

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from typing_extensions import override

from fieldapp.base.errors import KnownError
from fieldapp.ui.desk import Desk
from fieldapp.ui.listed import Listed
from fieldapp.ui.live import keep

if TYPE_CHECKING:
    from fieldapp.records.selection import Selection
    from fieldapp.store import Workspace
    from fieldapp.ui.errands import Errands
    from fieldapp.ui.pages.records_page import RecordsPage

READ_AT_ONCE = 40
"""Records read for the index before something else may be asked for."""
KEPT_AT_ONCE = 20
"""Entries put into the index between two events of the window."""
COUNTED_AT_ONCE = 2
"""Drafts looked through for what they lack, likewise: some 30 ms each, in the thread."""
_REST_MS = 30
"""Pause after each handful, in which the window is free."""


@dataclass(frozen=True, slots=True)
class Behind:
    """How much the list does not know yet."""

    unread: int = 0
    """Records whose words are not in the index."""
    uncounted: int = 0
    """Drafts of which it is not known what they lack."""


class Seeker(QThread):
    """Does one thing after the other with a connection of its own that only reads.

    Signals:
        done: What was asked for, and its answer.
    """

    done = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: SimpleQueue[Callable[[Workspace], Any] | None] = SimpleQueue()
        self._is_over = False

    def ask(self, question: "Callable[[Workspace], Any]") -> None:
        """Have something read; the answer comes with the question itself, which tells it from others."""
        if self._is_over:  # a page that goes may still be told of another language
            return
        self._asked.put(question)
        if not self.isRunning():
            self.start()

    def stop(self) -> None:
        """End, and wait for it; nothing is read after it."""
        self._is_over = True
        self._asked.put(None)
        self.wait()

    @override
    def run(self) -> None:
        with self._desk.workspace.reader() as reading:
            while (question := self._asked.get()) is not None:
                try:
                    self.done.emit(question, question(reading))
                except (
                    KnownError
                ) as error:  # said by who wants to see the rows; here it only ends the question
                    self.done.emit(question, error)


class SeekErrand(QObject):
    """Answers what the list asks, and brings the index up in between."""

    def __init__(self, desk: Desk, errands: "Errands", page: "RecordsPage") -> None:
        super().__init__(errands)
        self._desk = desk
        self._page = page
        self._entries: list[Any] = []
        self._order: object = None
        self._is_reading = False
        self._is_wanted_again = False
        self.seeker = Seeker(desk, self)
        self.seeker.done.connect(self._on_done)
        self._answers: dict[object, Callable[[Any], None]] = {}
        self._keeping = QTimer(self, interval=_REST_MS)
        self._keeping.timeout.connect(self._keep_some)
        page.model.order_wanted.connect(self.seek_order)
        page.read_again.connect(self.look)
        desk.before_closing(self.stop)
        self._looked_in = ""
        keep(page, lambda: QTimer.singleShot(0, self._follow_language))

    def _follow_language(self) -> None:
        """Name what there is to filter by in the language that the window speaks now."""
        if self._looked_in and self._looked_in != self._desk.language and not self._desk.workspace.is_closed:
            self.look()

    def seek_order(self, selection: "Selection") -> None:
        """Find all that is selected, unless something else is asked for meanwhile."""

        def seek(reading: "Workspace") -> "list[int] | None":
            return reading.records.listing.find(selection) if self._order is seek else None

        self._order = seek
        self._ask(seek, lambda numbers: self._take_order(selection, numbers))

    def _take_order(self, selection: "Selection", numbers: "list[int] | None") -> None:
        if numbers is not None:
            self._page.model.take_order(selection, numbers)

    def look(self) -> None:
        """Say what there is to filter by, and see what is behind."""
        from fieldapp.usecases.list_records import offered_filters

        language = self._looked_in = self._desk.language
        self._ask(
            lambda reading: offered_filters(reading, language=language),
            lambda offered: self._page.offer(offered),
        )
        if self._is_reading:
            self._is_wanted_again = True  # what is being read may be from before what changed
        else:
            self._read_more()

    def _read_more(self) -> None:
        self._is_reading, self._is_wanted_again = True, False
        self._ask(_read, self._take_read)

    def _take_read(self, read: "tuple[Behind, list[Any], list[tuple[str, int, int]]]") -> None:
        behind, entries, counted = read
        self._page.say_behind(behind)
        Listed(self._desk.workspace).note_counts(counted)
        self._entries = entries
        if entries or counted:
            self._keeping.start()
        elif self._is_wanted_again:
            self._read_more()
        else:
            self._is_reading = False

    def _keep_some(self) -> None:
        some, self._entries = self._entries[:KEPT_AT_ONCE], self._entries[KEPT_AT_ONCE:]
        self._desk.workspace.indexing.keep(some)
        if not self._entries:
            self._keeping.stop()
            self._read_more()

    def _ask(self, question: "Callable[[Workspace], Any]", answer: Callable[[Any], None]) -> None:
        self._answers[question] = answer
        self.seeker.ask(question)

    def _on_done(self, question: object, answer: object) -> None:
        taken = self._answers.pop(question)
        if self._desk.workspace.is_closed:  # what was on its way when the connection was cut still comes
            return
        if isinstance(answer, KnownError):
            self._is_reading = self._is_reading and taken != self._take_read
        else:
            taken(answer)

    def stop(self) -> None:
        """End before the workspace is closed; what is behind stays behind until it is opened again."""
        self._keeping.stop()
        self.seeker.done.disconnect(self._on_done)
        self.seeker.stop()


def _read(reading: "Workspace") -> "tuple[Behind, list[Any], list[tuple[str, int, int]]]":
    """Return how much is behind, and the next handful of it: words first, then what drafts lack."""
    from fieldapp.usecases.list_records import count_violations

    listing = reading.records.listing
    behind = Behind(reading.indexing.behind(), listing.uncounted())
    if behind.unread:
        return behind, reading.indexing.read(READ_AT_ONCE), []
    drafts = listing.to_count(COUNTED_AT_ONCE) if behind.uncounted else []
    return (
        behind,
        [],
        [(record_id, touched, count_violations(reading, record_id)) for record_id, touched in drafts],
    )
