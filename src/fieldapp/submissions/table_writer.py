"""Writes records as the tables that ODK Central writes: one of the form, one of each repeat, joined by keys."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from fieldapp.engine.drafts import PRESENT, RANK, instances_in
from fieldapp.forms.definition import FormDefinition
from fieldapp.submissions.headings import KEY, PARENT_KEY, TRAINING

_OWN = ("STATUS", "FORM_VERSION", KEY)
"""Columns of the form's table beside its questions."""
_YES = "1"
_BYTE_ORDER_MARK = "\ufeff"
"""Without it, a spreadsheet takes UTF-8 for the alphabet of its country."""


@dataclass(frozen=True, slots=True)
class WrittenRecord:
    """A record as it is to be written."""

    record_id: str
    status: str
    definition: FormDefinition
    answers: Mapping[str, str]
    """By record path, calculated ones too."""


def write_tables(
    form_id: str, records: Sequence[WrittenRecord], *, is_training: bool = False
) -> dict[str, bytes]:
    """Return the tables of one form by file name; a repeat that no record has is a table of headings.

    Columns are those of all the versions that the records were filled with; one more says that nothing is real.
    """
    bases = _columns([record.definition for record in records])
    rows: dict[str, list[dict[str, str]]] = {base: [] for base in bases}
    for record in records:
        _spread(record, rows)
    if is_training:
        for row in (row for of_base in rows.values() for row in of_base):
            row[TRAINING] = _YES
    own = (TRAINING,) if is_training else ()
    return {
        _file_name(form_id, base): _table(base, columns, rows[base], more=own)
        for base, columns in bases.items()
    }


def _columns(definitions: Iterable[FormDefinition]) -> dict[str, list[str]]:
    """Return the columns of each table: repeat below the root, blank for the form -> paths below that repeat."""
    found: dict[str, list[str]] = {"": []}
    for definition in {one.version: one for one in definitions}.values():
        top = definition.root + "/"
        repeats = [repeat.nodeset.removeprefix(top) for repeat in definition.repeats()]
        for repeat in repeats:
            found.setdefault(repeat, [])
        for nodeset, spec in definition.model.specs.items():
            path = nodeset.removeprefix(top)
            if spec.is_leaf and not spec.is_attribute and not path.startswith(("meta/", "orx:meta/")):
                base = max((each for each in repeats if path.startswith(each + "/")), key=len, default="")
                column = path.removeprefix(f"{base}/")
                if column not in found[base]:
                    found[base].append(column)
    return found


def _spread(record: WrittenRecord, rows: Mapping[str, list[dict[str, str]]]) -> None:
    """Put the answers of a record into the rows of its tables."""
    top = {
        "STATUS": record.status,
        "FORM_VERSION": record.definition.version,
        KEY: f"uuid:{record.record_id}",
    }
    by_instance = {"": top}
    counts: dict[tuple[str, str], int] = {}
    rows[""].append(top)
    for path in instances_in(record.answers):
        above, inside = _instance_of(path.rpartition("/")[0])
        parent = by_instance[above][KEY]
        base = "/".join(step.partition("[")[0] for step in path.split("/"))
        place = counts[parent, base] = counts.get((parent, base), 0) + 1
        steps = "/".join([*filter(None, [inside]), base.rpartition("/")[2]])
        row = by_instance[path] = {PARENT_KEY: parent, KEY: f"{parent}/{steps}[{place}]"}
        rows[base].append(row)
    for path, value in record.answers.items():
        if not path.endswith((f"/{PRESENT}", f"/{RANK}")):
            instance, column = _instance_of(path)
            if instance in by_instance:
                by_instance[instance][column] = value


def _instance_of(path: str) -> tuple[str, str]:
    """Return the innermost repeat instance that a path lies in, and the path below it."""
    end = path.rfind("]")
    return (path[: end + 1], path[end + 2 :]) if end >= 0 else ("", path)


def _table(
    base: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, more: tuple[str, ...]
) -> bytes:
    own = ((PARENT_KEY, KEY) if base else _OWN) + more
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*(column.replace("/", "-") for column in columns), *own])
    writer.writerows([[row.get(column, "") for column in (*columns, *own)] for row in rows])
    return (_BYTE_ORDER_MARK + text.getvalue()).encode()


def _file_name(form_id: str, base: str) -> str:
    return f"{form_id}-{base.replace('/', '-')}.csv" if base else f"{form_id}.csv"
