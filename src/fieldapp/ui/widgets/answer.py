"""What every answer widget can do, and how its native field is told to look wrong or locked."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from fieldapp.engine.effects import Choice
from fieldapp.forms.definition import Bind, Question
from fieldapp.ui.widgets.direction import direction_of
from fieldapp.ui.widgets.folder_watch import FolderWatch

if TYPE_CHECKING:
    from fieldapp.store import FileFacts
    from fieldapp.usecases.attachments import Wish

_NONE: Mapping[str, str] = MappingProxyType({})


def _nothing(_name: str) -> None:
    """Find no file: a form without any."""


def _keep_nothing(_path: Path, _wish: object) -> str:
    """Keep no file: a form that is only looked at."""
    return ""


def _copy_nothing(_answer: str, _target: Path) -> None:
    """Copy no file."""


@dataclass(frozen=True, slots=True)
class Files:
    """What a widget may do with the files of a record and of its form."""

    keep: Callable[[bytes, str], str]
    """Keep bytes under a file name; returns the answer that names them."""
    fetch: Callable[[str], bytes | None]
    """Return the bytes an answer names, or `None` when they are not here."""
    beside: Callable[[str], bytes | None] = _nothing
    """Return a file that lies beside the form by its name, or `None` when it is not here."""
    take: Callable[[Path, "Wish"], str] = _keep_nothing
    """Keep a file that a person chose and return the answer that names it; works in any thread."""
    copy: Callable[[str, Path], object] = _copy_nothing
    """Write the file that an answer names where a person wants it, in clear; works in any thread."""
    facts: Callable[[str], "FileFacts | None"] = _nothing
    """Say what is known of the file that an answer names, without reading it."""
    watch: FolderWatch = dataclasses.field(default_factory=FolderWatch)
    """Waits for files of the system's camera and recorder."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a widget must know of its question to be built."""

    kind: str
    type: str = "string"
    appearance: tuple[str, ...] = ()
    files: Files | None = None
    mediatype: str = ""
    """What an upload takes: `image/*`, `audio/*`, `video/*`, `application/*`."""
    parameters: Mapping[str, str] = dataclasses.field(default_factory=lambda: _NONE)
    """What the form says of the control beside its appearance: bounds of a range, pixels of a photo."""
    name: str = ""
    """The question's own name in the form."""


def asked_of(question: Question, bind: Bind, files: Files) -> Asked:
    """Return what the widget of a question must know of it."""
    custom = {name.rpartition(":")[2]: value for name, value in bind.custom.items()}
    return Asked(
        question.kind,
        bind.type,
        question.appearance,
        files,
        mediatype=question.mediatype,
        parameters={**question.parameters, **custom},
        name=question.name,
    )


class AnswerWidget(QWidget):
    """Shows one answer and lets a person change it.

    Signals:
        answered: Emitted with the value as the form stores it, when the person has given it.
    """

    answered = Signal(str)

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self._value = ""
        self._first_field: QWidget | None = None

    def lead_focus_to(self, field: QWidget | None) -> None:
        """Say which field takes the keyboard for all.

        Not by Qt's focus proxy: through that, Tab enters a container that takes no keyboard itself, wherever it came
        into the round of the window; and what an answer brought later came in last, so that Tab turned in a circle.
        """
        self._first_field = field

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._first_field is not None:
            self._first_field.setFocus(reason)

    @property
    def value(self) -> str:
        """The answer last set or last given."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a stored value; says nothing back."""
        self._value = value
        self._show(value)

    def commit(self) -> None:
        """Give what is being entered, if it is not given yet."""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these choices; a widget without choices does nothing."""

    def set_locked(self, *, is_locked: bool) -> None:
        """Let the answer be read and copied only."""
        self.setEnabled(not is_locked)

    def set_state(self, state: str) -> None:
        """Draw the native fields as `problem` or as blank, which is normal."""
        for field in self._fields():
            if field.property("state") != state:
                field.setProperty("state", state)
                field.style().unpolish(field)
                field.style().polish(field)

    def describe(self, name: str, description: str) -> None:
        """Tell screen readers what is asked and what is wrong."""
        for field in self._fields():
            field.setAccessibleName(name)
            field.setAccessibleDescription(description)

    def _direction(self) -> Qt.LayoutDirection:
        """From which side its text is written."""
        asked = self.asked
        return direction_of(asked.name, asked.type, asked.appearance, around=self.layoutDirection())

    def _named(self, name: str, choice: str) -> str:
        """Return what a screen reader says of one choice of a question: both of them."""
        comma = "، " if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else ", "
        return comma.join(part for part in (name, choice) if part)

    def _fields(self) -> Sequence[QWidget]:
        """The native widgets that take the keyboard."""
        return ()

    def _show(self, value: str) -> None:
        """Paint a value."""

    def _give(self, value: str) -> None:
        """Report an answer, once."""
        if value != self._value:
            self._value = value
            self.answered.emit(value)
