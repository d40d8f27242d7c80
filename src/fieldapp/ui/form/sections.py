"""The sections of a form and how far each is filled. Pure: no widget."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.engine import LiveControl, Violation
from fieldapp.forms.definition import Group, Question, Repeat
from fieldapp.forms.styling import plain_words
from fieldapp.ui.form.reader import FormReader


class SectionState(StrEnum):
    """How far a section is."""

    EMPTY = "empty"
    STARTED = "started"
    PROBLEMS = "problems"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Section:
    """What one page of the form shows: a top group, a top repeat, or questions that stand in no group."""

    head: LiveControl | None
    """The group or repeat; nothing for questions that stand in no group."""
    roots: tuple[LiveControl, ...]

    @property
    def reference(self) -> str:
        """Reference of the node that holds the section; blank when none does."""
        return self.head.reference if self.head is not None and self.head.control.nodeset else ""

    def holds(self, reference: str) -> bool:
        """Whether a question stands in this section."""
        heads = [self.reference] if self.reference else [root.reference for root in self.roots]
        return any(is_within(reference, head) for head in heads)


def is_within(reference: str, head: str) -> bool:
    """Whether a reference is another one, or stands under it."""
    return reference == head or (reference.startswith(head) and reference[len(head)] in "/[")


def sections_of(reader: FormReader) -> tuple[Section, ...]:
    """Part a form into its sections; a form that is one single group is parted by what stands in it."""
    tops = reader.children()
    while len(tops) == 1 and isinstance(tops[0].control, Group):
        inside = reader.children_of(tops[0])
        if not any(isinstance(live.control, Group | Repeat) for live in inside):
            break
        tops = inside
    found: list[Section] = []
    loose: list[LiveControl] = []
    for live in tops:
        if isinstance(live.control, Question):
            loose.append(live)
            continue
        if loose:
            found.append(Section(None, tuple(loose)))
            loose = []
        roots = (live,) if isinstance(live.control, Repeat) else reader.children_of(live)
        found.append(Section(live, roots))
    if loose:
        found.append(Section(None, tuple(loose)))
    return tuple(found)


def questions_in(reader: FormReader, roots: Iterable[LiveControl]) -> Iterator[str]:
    """Walk the references of the relevant questions under some controls, in the order of the form."""
    for live in roots:
        if not reader.is_relevant(live.reference):
            continue
        if isinstance(live.control, Question):
            yield live.reference
        elif isinstance(live.control, Repeat):
            for instance in reader.repeat_references(live.reference):
                yield from questions_in(reader, reader.children(instance))
        else:
            yield from questions_in(reader, reader.children_of(live))


def title_of(reader: FormReader, live: LiveControl | None) -> str:
    """Return the words of a group or repeat; blank for none."""
    if live is None or isinstance(live.control, Question):
        return ""
    if isinstance(live.control, Repeat):
        return plain_words(reader.show(live.control.label, _above(live.reference)))
    if live.control.nodeset:
        return plain_words(reader.label(live.reference))
    return plain_words(reader.show(live.control.label, live.reference))


def _above(reference: str) -> str:
    return reference.rpartition("/")[0]


def state_of(
    reader: FormReader, section: Section, violations: Iterable[Violation], shown: set[str]
) -> SectionState:
    """Say how far a section is; only problems that are shown to the person count as such."""
    wrong = [violation.reference for violation in violations if section.holds(violation.reference)]
    if shown.intersection(wrong):
        return SectionState.PROBLEMS
    is_answered = any(_is_answered(reader, reference) for reference in questions_in(reader, section.roots))
    if not is_answered:
        return SectionState.EMPTY
    return SectionState.STARTED if wrong else SectionState.COMPLETE


def _is_answered(reader: FormReader, reference: str) -> bool:
    return bool(reader.value(reference)) and not reader.is_readonly(reference)
