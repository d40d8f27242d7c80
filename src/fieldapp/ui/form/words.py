"""The words of a form as the window shows them where nothing can be styled: titles, lists, choices."""

from dataclasses import replace

from fieldapp.engine import Choice
from fieldapp.forms.styling import has_marks, plain_words
from fieldapp.ui.form.reader import FormReader


def label_words(reader: FormReader, reference: str) -> str:
    """Return the label of a question, group or repeat without its marks."""
    return plain_words(reader.label(reference))


def choices_in_words(reader: FormReader, reference: str) -> list[Choice]:
    """Return the choices of a select, their labels without marks."""
    choices = reader.choices(reference)
    if not any(has_marks(choice.label) for choice in choices):
        return choices
    return [replace(choice, label=plain_words(choice.label)) for choice in choices]
