"""The sections of a form and how far each is filled. Pure: no widget."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from fieldapp.engine import LiveControl
from fieldapp.forms.definition import Group, Question, Repeat
from fieldapp.forms.styling import plain_words
from fieldapp.ui.form.cutting import Cut, pages
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
    heads: tuple[str, ...]
    """References under which all its questions stand, and no others."""
    part: int = 0
    """Which part of a section that is too long for one page, from 1; 0 for a whole one."""
    parts: int = 0

    @property
    def reference(self) -> str:
        """Reference of the node that holds the section; blank when none does."""
        return self.head.reference if self.head is not None and self.head.control.nodeset else ""

    def holds(self, reference: str) -> bool:
        """Whether a question stands in this section."""
        return any(is_within(reference, head) for head in self.heads)


def is_within(reference: str, head: str) -> bool:
    """Whether a reference is another one, or stands under it."""
    return reference == head or (reference.startswith(head) and reference[len(head)] in "/[")


def sections_of(reader: FormReader, cut: Cut = pages) -> tuple[Section, ...]:
    """Part a form into its sections; a form that is one single group is parted by what stands in it.

    A section that is too long for the cut becomes several, which bear the name of the one.
    """
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
        found += _parted(reader, None, tuple(loose), cut)
        loose = []
        roots = (live,) if isinstance(live.control, Repeat) else reader.children_of(live)
        found += _parted(reader, live, roots, cut)
    found += _parted(reader, None, tuple(loose), cut)
    return tuple(found)


def _parted(
    reader: FormReader, head: LiveControl | None, roots: tuple[LiveControl, ...], cut: Cut
) -> list[Section]:
    """Return one section, or its parts; a group inside that is too long for a page is parted by itself."""
    if not roots:
        return []
    pieces = cut(reader, roots)
    if len(pieces) == 1:
        whole = head is not None and bool(head.control.nodeset)
        heads = (head.reference,) if whole and head is not None else _heads(reader, roots)
        return [Section(head, roots, heads)]
    found: list[Section] = []
    for piece in pieces:
        only = piece[0]
        inside = reader.children_of(only) if isinstance(only.control, Group) else ()
        if len(piece) == 1 and len(inside) > 1 and len(cut(reader, inside)) > 1:
            found += _parted(reader, only if only.control.label.by_language else head, inside, cut)
        else:
            found.append(Section(head, piece, _heads(reader, piece)))
    return _numbered(found)


def _numbered(sections: list[Section]) -> list[Section]:
    """Count the parts that bear the same name."""
    names = [id(section.head) for section in sections]
    numbered = []
    for place, section in enumerate(sections):
        parts = names.count(id(section.head))
        part = names[: place + 1].count(id(section.head)) if parts > 1 else 0
        numbered.append(replace(section, part=part, parts=parts))
    return numbered


def _heads(reader: FormReader, roots: Iterable[LiveControl]) -> tuple[str, ...]:
    """Return the references of some controls; for a group that binds no node, of what stands in it."""
    found: list[str] = []
    for live in roots:
        is_bare = isinstance(live.control, Group) and not live.control.nodeset
        found += _heads(reader, reader.children_of(live)) if is_bare else (live.reference,)
    return tuple(found)


class SectionFinder:
    """Says in which section a reference stands, in as many steps as it is deep."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._numbers = {head: n for n, section in enumerate(sections) for head in section.heads}

    def number_of(self, reference: str) -> int | None:
        """Return the number of the section; nothing for what stands above all sections."""
        while reference:
            number = self._numbers.get(reference)
            if number is not None:
                return number
            reference = (
                reference.rpartition("[")[0] if reference.endswith("]") else reference.rpartition("/")[0]
            )
        return None


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
