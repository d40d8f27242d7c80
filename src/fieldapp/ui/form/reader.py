"""What the views may ask of a form session: everything that is looked at, nothing that changes it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from fieldapp.base.errors import KnownError
from fieldapp.engine import Choice, LiveControl, Violation
from fieldapp.forms.definition import FormDefinition, Text

T = TypeVar("T")


class FormReader(Protocol):
    """The half of a `FormSession` that only answers questions."""

    @property
    def definition(self) -> FormDefinition:
        """What the form says."""
        ...

    @property
    def language(self) -> str:
        """The form language now shown."""
        ...

    def value(self, reference: str) -> str:
        """Return an answer."""
        ...

    def answers(self) -> dict[str, str]:
        """Return all that is stored, by record path."""
        ...

    def exists(self, reference: str) -> bool:
        """Whether it is there: a repeat instance may be gone."""
        ...

    def violation(self, reference: str) -> Violation | None:
        """Return what is wrong with an answer."""
        ...

    def violations(self) -> tuple[Violation, ...]:
        """Return all that is wrong, in the order of the form."""
        ...

    def faults(self) -> dict[str, KnownError]:
        """Return the rules of the form that could not be worked out, by nodeset and kind."""
        ...

    def is_relevant(self, reference: str) -> bool:
        """Whether it is in play."""
        ...

    def is_required(self, reference: str) -> bool:
        """Whether it must be answered."""
        ...

    def is_readonly(self, reference: str) -> bool:
        """Whether the form locks it."""
        ...

    def choices(self, reference: str) -> list[Choice]:
        """Return the possible answers."""
        ...

    def label(self, reference: str) -> str:
        """Return the words of a question, group or repeat."""
        ...

    def hint(self, reference: str) -> str:
        """Return the words that help."""
        ...

    def guidance(self, reference: str) -> str:
        """Return the longer words that help."""
        ...

    def children(self, reference: str = "") -> tuple[LiveControl, ...]:
        """Return what stands under a group, a repeat instance or the form."""
        ...

    def children_of(self, control: LiveControl) -> tuple[LiveControl, ...]:
        """Return what stands under a live group, also one that binds no node."""
        ...

    def show(self, text: Text, reference: str = "") -> str:
        """Return any text of the form, seen from a node."""
        ...

    def in_language(self, name: str, look: Callable[[], T]) -> T:
        """Look at words in another language of the form."""
        ...

    def repeat_references(self, reference: str) -> list[str]:
        """Return the instances of a repeat."""
        ...

    def path_of(self, reference: str) -> str:
        """Return the record path, which keeps its name when others come or go."""
        ...

    def reference_of(self, path: str) -> str:
        """Return where a record path stands now."""
        ...
