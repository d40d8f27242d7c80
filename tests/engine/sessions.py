"""Sessions over forms written inside tests, with a clock that stands still and identifiers that count."""

from datetime import datetime

from fieldapp.base.clock import FixedClock
from fieldapp.engine import Edit, FormSession
from tests.forms.tables import form

NOON = FixedClock(datetime.fromisoformat("2026-03-15T12:00:00+01:00"))


class CountingIds:
    """Identifiers in order: the same in every run."""

    def __init__(self):
        self.count = 0

    def uuid7(self):
        self.count += 1
        return f"00000000-0000-7000-8000-{self.count:012d}"

    uuid4 = salt = uuid7

    def seed(self):
        return 7


def session(table, **options):
    """Open a form written as a table, or a definition."""
    definition = form(table) if isinstance(table, str) else table
    return FormSession(definition, **{"clock": NOON, "ids": CountingIds(), **options})


def survey(*rows, columns="type | name | label | relevant | calculation | constraint | required", choices=()):
    """Write a survey sheet, and choices of one list a word: `ville: rba, sal`."""
    text = f"| survey |\n| | {columns} |\n" + "".join(f"| | {row} |\n" for row in rows)
    if choices:
        text += "| choices |\n| | list_name | name | label |\n"
        for line in choices:
            name, _, values = line.partition(": ")
            text += "".join(f"| | {name} | {value} | {value.title()} |\n" for value in values.split(", "))
    return text


def inverse(effects):
    """Return the edits that undo an action."""
    return [Edit(edit.path, edit.new, edit.old) for edit in reversed(effects.edits)]


def state(opened):
    """Return everything a session shows, by record path: to compare two sessions."""
    return {
        cell.path: (
            opened.value(cell.reference),
            cell.node.text,
            opened.is_relevant(cell.reference),
            opened.is_required(cell.reference),
            opened.is_readonly(cell.reference),
            cell.violation,
        )
        for cell in opened._live.tree.cells()
    }
