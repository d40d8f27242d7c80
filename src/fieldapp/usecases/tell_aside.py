"""Tells a move of the review or a comment as a line of the history, in words."""

from fieldapp.exports.words import words_of
from fieldapp.records.aside import RECORD_PATH, REVIEW_PATH
from fieldapp.records.change import Change, ChangeField, Op, is_erased
from fieldapp.records.history import NOTHING, HistoryLine, LineKind, Said
from fieldapp.records.review import ReviewState
from fieldapp.usecases.form_reading import FormReading

_STATES = {str(state) for state in ReviewState}
_SETTLED = "settled"


def tell_aside(change: Change, reading: FormReading) -> tuple[HistoryLine, ...]:
    """Return what a move or a comment says, where the form stands at that moment."""
    if change.op is Op.REVIEW:
        return tuple(_moved(field, reading) for field in change.fields if field.path == REVIEW_PATH)
    return tuple(_said(field, reading) for field in change.fields)


def _moved(field: ChangeField, reading: FormReading) -> HistoryLine:
    return HistoryLine(
        path=field.path,
        section="",
        place="",
        label=words_of(reading.language).say("review"),
        kind=LineKind.ANSWER,
        old=_state(field.old_value, reading.language),
        new=_state(field.new_value, reading.language),
        is_erased=is_erased(field),
    )


def _state(value: str | None, language: str) -> Said:
    if value is None:
        return NOTHING
    return Said(value, words_of(language).say(f"review_{value}") if value in _STATES else value)


def _said(field: ChangeField, reading: FormReading) -> HistoryLine:
    words, is_whole = words_of(reading.language), field.path == RECORD_PATH
    place = None if is_whole else reading.place(field.path)
    text = field.new_value
    return HistoryLine(
        path=field.path,
        section=place.section if place else "",
        place=place.instances if place else "",
        label=place.label if place else words.say("comment_whole"),
        kind=LineKind.ANSWER,
        new=Said(text, text) if text else Said(_SETTLED, words.say("comment_settled")),
        is_erased=is_erased(field),
        order=place.order if place else (),
    )
