"""Fills any form as a person might: an answer of the right type to every question that is asked."""

from fieldapp.forms.definition import Group, Question, Repeat

_PLACES = "33.97 -6.84 10 5; 33.98 -6.85 10 5; 33.99 -6.83 10 5"
BY_TYPE = {
    "int": "3",
    "integer": "3",
    "decimal": "2.5",
    "date": "2026-03-10",
    "time": "10:20:00.000+01:00",
    "dateTime": "2026-03-10T10:20:00.000+01:00",
    "boolean": "true",
    "geopoint": "33.97 -6.84 10 5",
    "geotrace": _PLACES,
    "geoshape": f"{_PLACES}; 33.97 -6.84 10 5",
    "binary": "photo.jpg",
    "barcode": "6111245678901",
}
"""Answers of each bind type; any other takes a text."""
_TEXT = "Amal"
_MOST_CHOICES = 2


def fill(session):
    """Answer all that is in play and may be answered, in the order of the form; add an instance of each repeat."""
    _fill(session, session.children())


def _fill(session, controls):
    for live in controls:
        control = live.control
        if isinstance(control, Repeat):
            _fill_repeat(session, live)
        elif isinstance(control, Group):
            _fill(session, session.children_of(live))
        elif session.is_relevant(live.reference) and not session.is_readonly(live.reference):
            answer = plausible(session, control, live.reference)
            if answer:
                session.answer(live.reference, answer)


def _fill_repeat(session, live):
    if live.control.count is None and session.is_relevant(live.reference):
        session.add_repeat(live.reference)
    for reference in session.repeat_references(live.reference):
        _fill(session, session.children(reference))


def plausible(session, question: Question, reference):
    """Return an answer that a person might give; blank where there is nothing to choose from."""
    if question.kind in ("select1", "select", "rank"):
        values = [choice.value for choice in session.choices(reference)]
        most = {"select1": 1, "select": _MOST_CHOICES}.get(question.kind, len(values))
        return " ".join(dict.fromkeys(values[:most]))
    if question.kind == "trigger":
        return "OK"
    return BY_TYPE.get(session.definition.bind(question.nodeset).type, _TEXT)
