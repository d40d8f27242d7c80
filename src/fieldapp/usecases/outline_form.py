"""Lays a form out as a list that can be read aloud: every section, question, hint, choice and condition, numbered."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fieldapp.engine import FormSession
from fieldapp.forms.definition import Control, FormDefinition, Itemset, Question, Repeat, Text
from fieldapp.forms.styling import plain_words
from fieldapp.xpath import Expression

_PATH = re.compile(r" ?(?<![\w/.\])])((?:/|(?:\.\./)+)[A-Za-z_][\w-]*(?:/[A-Za-z_][\w-]*)*) ?")
"""An absolute path, or one that climbs first, with the spaces that the converter puts around it."""
_HAS_LIST = re.compile(r"count\( ?instance\('official-\w+'\)/root/item\) ?> ?0")
"""Whether an official list is there; the kind of the question says that already."""
_READONLY_NOTE = "note"


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One thing that stands in the form."""

    nodeset: str
    kind: str
    """`section`, `repeat`, `note`, or what is asked: `one`, `many`, `record`, `official`, `string`, `int`, `date`…"""
    depth: int
    number: int
    """Of a question, from 1 through the whole form; 0 for all else."""
    label: str
    hint: str = ""
    condition: str = ""
    """When it is asked, as the form writes it, questions by their number in square brackets; blank for always."""
    is_required: bool = False
    choices: tuple[str, ...] = ()
    refusal: str = ""
    """What is said of an answer that the form does not take."""


def outline_form(definition: FormDefinition, language: str) -> tuple[OutlineEntry, ...]:
    """Lay a form out.

    Args:
        definition: The form.
        language: The name of one of its languages; blank for a form without translations.
    """
    return tuple(_Outline(definition, language).entries())


class _Outline:
    def __init__(self, definition: FormDefinition, language: str) -> None:
        self._definition = definition
        self._language = language
        asked = [each for each in definition.questions() if not self._is_note(each)]
        self._numbers = {question.nodeset: number for number, question in enumerate(asked, start=1)}
        self._offered = dict(_offered(definition, language))

    def entries(self) -> Iterator[OutlineEntry]:
        """Walk the form from top to bottom."""
        return self._walk(self._definition.body, 0)

    def _walk(self, controls: Sequence[Control], depth: int) -> Iterator[OutlineEntry]:
        for control in controls:
            if isinstance(control, Question):
                yield self._question(control, depth)
                continue
            kind = "repeat" if isinstance(control, Repeat) else "section"
            condition = self._condition(self._definition.bind(control.nodeset).relevant, control.nodeset)
            label = self._words(control.label)
            shows = bool(label or condition)
            if shows:
                yield OutlineEntry(control.nodeset, kind, depth, 0, label, condition=condition)
            yield from self._walk(control.children, depth + 1 if shows else depth)

    def _question(self, question: Question, depth: int) -> OutlineEntry:
        bind = self._definition.bind(question.nodeset)
        return OutlineEntry(
            question.nodeset,
            self._kind(question),
            depth,
            self._numbers.get(question.nodeset, 0),
            self._words(question.label),
            self._words(question.hint),
            self._condition(bind.relevant, question.nodeset),
            is_required=bind.required is not None and bind.required.text != "false()",
            choices=self._choices(question),
            refusal=self._words(bind.constraint_message),
        )

    def _is_note(self, question: Question) -> bool:
        bind = self._definition.bind(question.nodeset)
        is_locked = bind.readonly is not None and bind.readonly.text == "true()"
        return question.kind == "input" and bind.type == "string" and is_locked and bind.calculate is None

    def _kind(self, question: Question) -> str:
        if self._is_note(question):
            return _READONLY_NOTE
        if question.itemset is not None and question.itemset.list_name in self._definition.model.record_lists:
            return "record"
        if (
            question.itemset is not None
            and question.itemset.list_name in self._definition.model.official_lists
        ):
            return "official"
        kinds = {"select1": "one", "select": "many", "rank": "rank", "upload": "file", "trigger": "tick"}
        return kinds.get(question.kind) or self._definition.bind(question.nodeset).type

    def _choices(self, question: Question) -> tuple[str, ...]:
        """Return what is offered at the start, or the whole list where the filter waits for an answer."""
        offered = self._offered.get(question.nodeset, ())
        whole = self._list(question.itemset) if question.itemset is not None and not offered else ()
        return tuple(offered or whole)

    def _list(self, itemset: Itemset) -> Iterator[str]:
        rows = self._definition.model.secondary.get(itemset.list_name)
        for row in rows.children if rows is not None and itemset.nodeset is not None else ():
            found = row.child(itemset.label_ref)
            label = found.value() if found is not None else ""
            text = self._definition.model.texts.get(label) if itemset.label_is_itext else None
            yield self._words(text) if text is not None else label

    def _words(self, text: Text) -> str:
        parts = text.by_language.get(self._language) or text.by_language.get("", ())
        said = [
            part.literal if part.output is None else f"[{self._cited(part.output.text)}]" for part in parts
        ]
        return plain_words("".join(said)).strip()

    def _condition(self, expression: Expression | None, here: str) -> str:
        if expression is None or _HAS_LIST.fullmatch(expression.text.strip()):
            return ""
        cited = _PATH.sub(lambda match: f" [{self._cited(match[1], here)}] ", expression.text)
        return re.sub(r" (?=[,)])|(?<=\() ", "", " ".join(cited.split()))

    def _cited(self, path: str, here: str = "") -> str:
        """Return the number of a question, or the name of what is not asked."""
        nodeset = posixpath.normpath(posixpath.join(here, path.strip()))
        number = self._numbers.get(nodeset)
        return str(number) if number else nodeset.rpartition("/")[2]


def _offered(definition: FormDefinition, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the choices of each select in an empty record: those that no answer decides."""
    session = FormSession(definition)
    if language:
        session.set_language(language)
    for reference in session.leaves():
        choices = tuple(plain_words(choice.label) for choice in session.choices(reference))
        if choices:
            yield re.sub(r"\[\d+\]", "", reference), choices
