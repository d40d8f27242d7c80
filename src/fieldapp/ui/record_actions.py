"""What can be done with one record: the same actions in the menu of the list and in that of the page that fills it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from fieldapp.ui.icons import icon

if TYPE_CHECKING:
    from fieldapp.records.record import Record


@dataclass(frozen=True, slots=True)
class RecordAction:
    """One line of those menus."""

    key: str
    """Names it for tests and for the keyboard map."""
    sign: str
    """Name of its icon."""
    words: Callable[[], str]
    """Asked when a menu opens, so that it speaks the language of that moment."""
    run: Callable[[str], None]
    """Called with the record's id."""
    shows: "Callable[[Record], bool]"


class RecordActions:
    """The actions in the order in which they were hung up."""

    def __init__(self) -> None:
        self._actions: dict[str, RecordAction] = {}

    def add(
        self,
        key: str,
        sign: str,
        *,
        words: Callable[[], str],
        run: Callable[[str], None],
        shows: "Callable[[Record], bool]" = lambda _record: True,
    ) -> None:
        """Hang up an action; one of the same key takes the place of the older one."""
        self._actions[key] = RecordAction(key, sign, words, run, shows)

    def keys(self, record: "Record") -> list[str]:
        """Return the keys of what can be done with a record."""
        return [key for key, action in self._actions.items() if action.shows(record)]

    def run(self, key: str, record_id: str) -> None:
        """Do one of them."""
        self._actions[key].run(record_id)

    def fill(self, menu: QMenu, record: "Record") -> None:
        """Write what can be done with a record at the end of a menu."""
        for key in self.keys(record):
            action = self._actions[key]
            made = menu.addAction(icon(action.sign), action.words())
            made.setObjectName(key)
            made.triggered.connect(partial(self.run, key, record.record_id))
