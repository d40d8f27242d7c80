"""Answers of selects: lists of values between blanks, labels of choices, look-ups in tables beside the form."""

import math

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Context
from fieldapp.xpath.functions.table import Function


def _selected(answer: str, value: str) -> bool:
    """Whether a value is among those chosen; a blank answer chose nothing but the blank."""
    value = value.strip()
    return value in answer.split() if value else not answer.strip()


def _selected_at(answer: str, place: float) -> str:
    values = answer.split()
    if math.isnan(place) or not 0 <= place < len(values):
        return ""
    return values[int(place)]


def _choice_name(context: Context, value: str, reference: str) -> str:
    return context.env.choice_name(value, reference, context.node)


def _pulldata(context: Context, table: str, column: str, key_column: str, key: str) -> str:
    return context.env.lookup(table, column, key_column, key)


FUNCTIONS = (
    Function("selected", "text text", Kind.BOOLEAN, _selected),
    Function("is-selected", "text text", Kind.BOOLEAN, _selected),
    Function("selected-at", "text number", Kind.TEXT, _selected_at),
    Function("count-selected", "text", Kind.NUMBER, lambda answer: float(len(answer.split()))),
    Function("jr:choice-name", "text text", Kind.TEXT, _choice_name, with_context=True),
    Function("pulldata", "text text text text", Kind.TEXT, _pulldata, with_context=True),
)
