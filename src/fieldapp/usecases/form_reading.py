"""Names places of a form and says values in words, at one moment of a record's life, in one language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fieldapp.engine import Edit, FormSession
from fieldapp.exports.values import chosen_in_words, typed_in_words
from fieldapp.forms.definition import Control, FormDefinition, Group, Question, Repeat
from fieldapp.forms.styling import plain_words
from fieldapp.records.former import has_place, read_former
from fieldapp.records.history import NOTHING, Said
from fieldapp.store import Workspace
from fieldapp.usecases.record_lists import record_lists
from fieldapp.usecases.records import form_language
from fieldapp.xpath import Node

_BETWEEN = " › "
_GONE = "999999"
"""Place of a repeat instance that stands no more: after the others."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path stands in a form, in words."""

    section: str
    instances: str
    """The repeat instances around it, by name and number."""
    label: str
    order: tuple[int, ...]
    """What sorts places as the page shows them: an instance of a repeat whole, before the next."""


@dataclass(frozen=True, slots=True)
class _Entry:
    control: Control
    section: Control | None
    order: int


class FormReading:
    """One version of a form with the answers of one moment."""

    def __init__(
        self, workspace: Workspace, definition: FormDefinition, answers: Mapping[str, str], *, language: str
    ) -> None:
        self.definition = definition
        self.language = language
        self.session = FormSession(
            definition,
            answers=answers,
            clock=workspace.clock,
            ids=workspace.ids,
            records=record_lists(workspace, definition, answers),
        )
        if definition.languages:
            self.session.set_language(form_language(definition, language))
        self._entries = {entry.control.nodeset: entry for entry in _entries(definition)}
        self._lists: dict[str, dict[str, str]] = {}

    def move(self, edits: Iterable[Edit]) -> None:
        """Go on to the moment after some edits."""
        self.session.apply(edits)

    def knows(self, path: str) -> bool:
        """Whether the form has a place for a path."""
        return has_place(self.definition, path)

    def stands(self, path: str) -> bool:
        """Whether a path stands in the form at this moment, its repeat instances too."""
        return self.knows(path) and bool(self.session.reference_of(_subject(path)))

    def place(self, path: str) -> Place:
        """Name a path; one that the form does not have is named by its own last step."""
        subject = _subject(read_former(path)[1])
        steps = subject.split("/")
        entry = self._entries.get(self.definition.nodeset_of(subject))
        is_instance = steps[-1].endswith("]")
        above = steps[:-1] if is_instance else steps
        names = [self._instance("/".join(steps[: end + 1])) for end, step in enumerate(above) if "[" in step]
        label = self._instance(subject) if is_instance else self._label(subject, entry)
        section = self._shown(entry.section) if entry is not None and entry.section is not None else ""
        return Place(section, _BETWEEN.join(names), label, self._order(steps))

    def question_label(self, nodeset: str) -> str:
        """Name a question by its nodeset, wherever its instances are."""
        entry = self._entries.get(nodeset)
        words = self._shown(entry.control) if entry is not None else ""
        return words or nodeset.rpartition("/")[2]

    def said(self, path: str, value: str | None) -> Said:
        """Say a value as it was understood at this moment."""
        if value is None:
            return NOTHING
        subject = read_former(path)[1]
        if subject.endswith(("/@present", "/@rank")):
            return Said(value)
        entry = self._entries.get(self.definition.nodeset_of(subject))
        question = entry.control if entry is not None and isinstance(entry.control, Question) else None
        if question is not None and question.kind == "upload":
            return Said(value, is_file=True)
        return Said(value, self._words(question, subject, value))

    def _words(self, question: Question | None, path: str, value: str) -> str:
        if question is not None and question.itemset is not None:
            return chosen_in_words(value, self._labels(question, path, value), self.language)
        type_name = self.definition.bind(self.definition.nodeset_of(path)).type
        return typed_in_words(value, type_name, self.language)

    def _labels(self, question: Question, path: str, value: str) -> Mapping[str, str]:
        """Return the labels of the choices offered now; of the whole list, where a chosen one is not among them."""
        reference = self.session.reference_of(path)
        offered = {one.value: one.label for one in self.session.choices(reference)} if reference else {}
        if value in offered or set(value.split()) <= offered.keys():
            return offered
        return self._list(question) | offered

    def _list(self, question: Question) -> dict[str, str]:
        if question.nodeset not in self._lists:
            self._lists[question.nodeset] = dict(self._listed(question))
        return self._lists[question.nodeset]

    def _listed(self, question: Question) -> Iterator[tuple[str, str]]:
        itemset, model = question.itemset, self.definition.model
        if itemset is None:
            return
        yield from ((one.value, self.session.show(one.label)) for one in itemset.static)
        rows = model.secondary.get(itemset.list_name)
        for row in rows.children if rows is not None else ():
            label = _text(row, itemset.label_ref)
            if itemset.label_is_itext and label in model.texts:
                label = self.session.show(model.texts[label])
            yield _text(row, itemset.value_ref), label

    def _instance(self, path: str) -> str:
        """Name a repeat instance as the page does: the repeat's words and its number."""
        reference = self.session.reference_of(path) if self.knows(f"{path}/@present") else ""
        entry = self._entries.get(self.definition.nodeset_of(path))
        if not reference:
            step = path.rpartition("/")[2].partition("[")[0]
            return self._shown(entry.control) if entry is not None else step
        number = reference.rpartition("[")[2].rstrip("]")
        label = plain_words(self.session.label(reference)).strip()
        return f"{label} {number}" if label else number

    def _label(self, path: str, entry: _Entry | None) -> str:
        name = path.rpartition("/")[2]
        if entry is None:
            return name
        reference = self.session.reference_of(path) if self.knows(path) else ""
        words = self.session.label(reference) if reference else self.session.show(entry.control.label)
        return plain_words(words).strip() or name

    def _order(self, steps: list[str]) -> tuple[int, ...]:
        order: list[int] = []
        for end, step in enumerate(steps, 1):
            path = "/".join(steps[:end])
            if "[" in step:
                reference = self.session.reference_of(path) if self.knows(f"{path}/@present") else ""
                order += [self._number(path), int(reference.rpartition("[")[2].rstrip("]") or _GONE)]
        return (*order, -1) if steps[-1].endswith("]") else (*order, self._number("/".join(steps)))

    def _number(self, path: str) -> int:
        entry = self._entries.get(self.definition.nodeset_of(path))
        return entry.order if entry is not None else len(self._entries)

    def _shown(self, control: Control) -> str:
        return plain_words(self.session.show(control.label)).strip()


def _entries(definition: FormDefinition) -> Iterator[_Entry]:
    """Give every control that has a node, with the part of the form under whose heading the page shows it."""
    tops = definition.body
    while len(tops) == 1 and isinstance(tops[0], Group) and _has_parts(tops[0]):
        tops = tops[0].children
    todo: list[tuple[Control, Control | None]] = [
        (top, None if isinstance(top, Question) else top) for top in reversed(tops)
    ]
    order = 0
    while todo:
        control, section = todo.pop()
        if control.nodeset:
            yield _Entry(control, section, order)
            order += 1
        if not isinstance(control, Question):
            todo.extend((child, section) for child in reversed(control.children))


def _has_parts(group: Group) -> bool:
    return any(isinstance(child, Group | Repeat) for child in group.children)


def _subject(path: str) -> str:
    return path.removesuffix("/@present").removesuffix("/@rank")


def _text(row: Node, name: str) -> str:
    found = row.child(name)
    return found.value() if found is not None else ""
