"""What one action on a session moved; the caller decides what to do with it."""

from dataclasses import dataclass

from fieldapp.forms.definition import Control


@dataclass(frozen=True, slots=True)
class Edit:
    """One stored value that changed: what a draft step keeps, and what undoing it needs."""

    path: str
    """Record path, with repeat UUIDs; `…/@present` and `…/@rank` for a repeat instance."""
    old: str | None
    new: str | None
    """`None` is blank."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything that moved, by reference, so that only that is painted again."""

    edits: tuple[Edit, ...] = ()
    """Values that a person gave or that stay with the record, in order; calculates are not among them."""
    values: frozenset[str] = frozenset()
    """References whose value is another, calculates included."""
    relevance: frozenset[str] = frozenset()
    """References of questions, groups and repeats that came into play or went out of it."""
    required: frozenset[str] = frozenset()
    readonly: frozenset[str] = frozenset()
    violations: frozenset[str] = frozenset()
    """References whose violation appeared, changed or went away."""
    choices: frozenset[str] = frozenset()
    """References of selects whose choices may be others."""
    labels: frozenset[str] = frozenset()
    """References whose label or hint holds a value that changed; all of them after a change of language."""
    structure: frozenset[str] = frozenset()
    """References of the parents in which repeat instances were added, removed or moved."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A constraint or required that does not hold. A value, not an exception.

    At most one holds for a question: blank breaks only `required`, filled breaks only `constraint` or `type`.
    """

    reference: str
    kind: str
    """`required`, `constraint`, or `type` for a text that is not of the question's type."""
    message: str
    """The form author's own words in the session's language; blank when the form has none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer, as the person sees it."""

    value: str
    label: str
    picture: str = ""
    """Name of the picture beside its label, a file beside the form; blank without one."""


@dataclass(frozen=True, slots=True)
class LiveControl:
    """A control of the form where it stands now."""

    control: Control
    reference: str
    """With the positions of the repeat instances around it; of a repeat itself, its range."""
