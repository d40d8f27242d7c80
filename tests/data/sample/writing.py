"""Writes the data set down: one line a record, one file a form, always the same bytes; and what is planted."""

import csv
import io
import json
from pathlib import Path

from fieldapp.base.ids import derived_uuid
from tests.data.sample.filling import Filler, UnfitError
from tests.shipped import definition_of

ROOT = Path(__file__).resolve().parents[3]
FROZEN = ROOT / "resources" / "samples" / "mission"
PLANTED = Path(__file__).parent / "planted.csv"


def record_id(form_id, key):
    """Return the id that a record of the sample always has."""
    return derived_uuid("sample", form_id, key)


class Ledger:
    """What was written so far: later records choose among it."""

    def __init__(self):
        self.written = {}
        self.lines = {}
        self.sessions = {}
        self._rows = {}

    def write(self, record):
        """Fill one record, or say what in it does not fit its form."""
        own = record_id(record.form_id, record.key)
        filler = Filler(
            definition_of(record.form_id), record_id=own, days_ago=record.days_ago, records=self._rows
        )
        try:
            steps = filler.replay(record.steps) if record.steps else filler.fill(record.facts)
        except UnfitError as error:
            raise UnfitError(f"{record.form_id}/{record.key}: {error}") from error
        line = {
            "record_id": own,
            "form_id": record.form_id,
            "key": record.key,
            "days_ago": record.days_ago,
            "by": record.by,
            "steps": [_below(step, f"/{record.form_id}/") for step in steps],
        }
        self.lines.setdefault(record.form_id, []).append(
            json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        )
        self.sessions[record.form_id, record.key] = filler.session
        self.written[record.form_id, record.key] = record
        title = filler.session.instance_name()
        row = {"name": own, "label": title, "status": "finalised", "region": "", "updated_on": "2026-11-01"}
        self._rows.setdefault(record.form_id, []).append(row)

    def titles(self, form_id):
        return {key: one.instance_name() for (form, key), one in self.sessions.items() if form == form_id}

    def files(self):
        """Return the bytes of every frozen file, by path."""
        return {
            FROZEN / f"{form_id}.jsonl": ("\n".join(lines) + "\n").encode()
            for form_id, lines in sorted(self.lines.items())
        }


def _below(step, root):
    """Name a question from the form down: every line would begin alike."""
    return {
        name: value.removeprefix(root) if name in ("set", "add_repeat") else value
        for name, value in step.items()
    }


def table(headings, rows):
    """Return a UTF-8 table."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([headings, *rows])
    return text.getvalue().encode()
