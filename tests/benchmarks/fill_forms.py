"""Forms for the figures of the fill page, written as tables: long ones in sections or in one, and a broad repeat."""

from functools import cache

from fieldapp.forms import FormDefinition, load_form_bytes

_KINDS = ("text", "integer", "select_one note", "text", "date", "decimal")
_PER_SECTION = 25
FIELDS = 30
"""Questions in each instance of the broad repeat."""
_CHOICES = "| choices |\n|  | list_name | name | label |\n" + "".join(
    f"|  | note | n{number} | Degré {number} |\n" for number in range(5)
)


@cache
def long_form(count: int, *, is_parted: bool) -> tuple[FormDefinition, bytes]:
    """Return a form of so many questions, in sections of 25 or all in one; every tenth waits for an answer."""
    rows = []
    for number in range(count):
        if is_parted and number % _PER_SECTION == 0:
            rows += [_row("end_group", "", "")] if number else []
            rows.append(_row("begin_group", f"g{number}", f"Partie {number // _PER_SECTION + 1}"))
        waits = f"${{q{number - 1}}} != ''" if number % 10 == 9 else ""
        rows.append(_question(number, f"q{number}", waits))
    rows += [_row("end_group", "", "")] if is_parted else []
    return _read(f"long{count}{'p' if is_parted else ''}", rows)


@cache
def broad_repeat() -> tuple[FormDefinition, bytes]:
    """Return a form with one repeat of thirty questions."""
    rows = [_row("begin_group", "menage", "Ménage"), _row("begin_repeat", "membre", "Membre")]
    rows += [_question(number, f"q{number}", "") for number in range(FIELDS)]
    rows += [_row("end_repeat", "", ""), _row("end_group", "", "")]
    return _read("large", rows)


def _question(number: int, name: str, waits: str) -> str:
    return _row(_KINDS[number % len(_KINDS)], name, f"Question {number + 1} de la fiche", waits)


def _row(kind: str, name: str, label: str, waits: str = "") -> str:
    return f"|  | {kind} | {name} | {label} | {waits} |\n"


def _read(form_id: str, rows: list[str]) -> tuple[FormDefinition, bytes]:
    head = "| survey |\n|  | type | name | label | relevant |\n"
    settings = f"| settings |\n|  | form_id | version |\n|  | {form_id} | 1 |\n"
    written = (head + "".join(rows) + _CHOICES + settings).encode()
    return load_form_bytes(written, name=f"{form_id}.md"), written
