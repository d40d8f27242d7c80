"""What an instance of a repeat says of itself in one line: the first answers, in the words of their choices. Pure."""

from collections.abc import Iterator

from fieldapp.forms.definition import Control, Question, Repeat
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.words import choices_in_words, label_words

_ANSWERED = frozenset({"input", "select1", "select", "range"})
MOST_COLUMNS = 4
MANY = 9
"""From so many instances on they stand in a table, one of them unfolded below…"""
MANY_SHORT = 4
"""…or from so many, when an instance asks so little that a row says it all."""


def number_of(reference: str) -> str:
    """Return the position of an instance."""
    return reference.rpartition("[")[2].rstrip("]")


def instance_of(reference: str, repeat: str) -> str:
    """Return which instance of a repeat a reference stands in; blank for none."""
    if not reference.startswith(f"{repeat}["):
        return ""
    return reference[: reference.index("]", len(repeat)) + 1]


def columns_of(reader: FormReader, repeat: Repeat) -> tuple[str, ...]:
    """Return the paths, below an instance, of the questions that tell instances apart: the first that are asked."""
    asked = (each for each in _questions(repeat) if _is_asked(reader, each) and _is_brief(each))
    return tuple(
        each.nodeset.removeprefix(repeat.nodeset) for each, _ in zip(asked, range(MOST_COLUMNS), strict=False)
    )


def is_short(reader: FormReader, repeat: Repeat) -> bool:
    """Whether a row of a table says all of an instance."""
    if any(isinstance(child, Repeat) for child in repeat.children):
        return False
    return len([each for each in _questions(repeat) if _is_asked(reader, each)]) <= MOST_COLUMNS


def is_table(reader: FormReader, repeat: Repeat, count: int) -> bool:
    """Whether instances stand in a table rather than as cards."""
    return count >= (MANY_SHORT if is_short(reader, repeat) else MANY)


def shown_answer(reader: FormReader, reference: str) -> str:
    """Return an answer in words; blank where it is out of play, or names a file."""
    if not reader.is_relevant(reference):
        return ""
    value = reader.value(reference)
    labels = {choice.value: choice.label for choice in choices_in_words(reader, reference)} if value else {}
    if not labels:
        return value
    whole = labels.get(value)
    return whole or " · ".join(labels.get(name, name) for name in value.split())


def name_of(reader: FormReader, reference: str) -> str:
    """Return the name of the repeat and the number of the instance."""
    label = label_words(reader, reference)
    return f"{label} {number_of(reference)}".strip()


def _questions(control: Control) -> Iterator[Question]:
    """Walk the questions of a repeat, those of repeats inside it left out."""
    if isinstance(control, Question):
        yield control
        return
    for child in control.children:
        if not isinstance(child, Repeat):
            yield from _questions(child)


def _is_brief(question: Question) -> bool:
    """Whether an answer fits on a line."""
    return "multiline" not in question.appearance


def _is_asked(reader: FormReader, question: Question) -> bool:
    bind = reader.definition.bind(question.nodeset)
    return question.kind in _ANSWERED and bind.readonly is None and not bind.is_computed
