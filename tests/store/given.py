"""What the tests of the store start from: a small form, a clock that moves by itself, foretold ids."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from fieldapp.forms.definition import Bind, ExportPolicy, FormDefinition, Privacy, Question, Text

CONTACT = "contacts/contact[u1]"
BINDS = {
    "/fiche/nom": Bind("/fiche/nom", privacy=Privacy.PUBLIC),
    "/fiche/note": Bind("/fiche/note", privacy=Privacy.SENSITIVE),
    "/fiche/contacts/contact/tel": Bind(
        "/fiche/contacts/contact/tel", privacy=Privacy.CONSENT, consent="/fiche/contacts/contact/accord"
    ),
}
SERVICES = Question("/fiche/services", "select", Text(), Text())
FICHE = FormDefinition(
    form_id="fiche",
    version="1",
    title="Fiche",
    languages=(),
    default_language="",
    export_policy=ExportPolicy.FULL,
    root="/fiche",
    body=(SERVICES,),
    binds=BINDS,
    xform=b"<xform/>",
)
INTERVIEW = replace(FICHE, form_id="entretien", export_policy=ExportPolicy.LOCAL)


class TickingClock:
    """Moves one second at each look."""

    def __init__(self):
        self._seconds = count()

    def now(self):
        return datetime(2026, 3, 1, 9, 0, tzinfo=UTC) + timedelta(seconds=next(self._seconds))


class CountingIds:
    """Identifiers that can be foretold."""

    def __init__(self, start=1):
        self._numbers = count(start)

    def uuid7(self):
        return f"00000000-0000-7000-8000-{next(self._numbers):012d}"

    def uuid4(self):
        return f"00000000-0000-4000-8000-{next(self._numbers):012d}"

    def salt(self):
        return f"{next(self._numbers):032x}"

    def seed(self):
        return next(self._numbers)
