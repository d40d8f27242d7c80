"""The forms a centre has: it checks changes by them, and learns which answers are sets of choices."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from fieldapp.central import schema
from fieldapp.central.apply import write_records
from fieldapp.central.attachments import drop_withdrawn
from fieldapp.central.columns import NAME_LENGTH
from fieldapp.central.plan import CentreState, plan_replay
from fieldapp.central.rules import FormKey, FormRules
from fieldapp.central.snapshot import read_applied, read_waiting
from fieldapp.forms.definition import FormDefinition


def install_forms(connection: Connection, definitions: Iterable[FormDefinition], *, at: str) -> int:
    """Add the forms that are not there yet, try the quarantine again, and return how many were added."""
    table = schema.form
    known = _versions(connection)
    new = {(one.form_id, one.version): one for one in definitions}
    rows = [
        {
            "form_id": one.form_id,
            "form_version": one.version,
            "title": one.title[:NAME_LENGTH],
            "xform": one.xform,
            "added_at": at,
        }
        for key, one in new.items()
        if key not in known
    ]
    if rows:
        connection.execute(insert(table), rows)
        _replay(connection, at=at)
    return len(rows)


def read_rules(connection: Connection) -> FormRules:
    """Return what the centre's forms say; a form is parsed when a change of it is looked at.

    The files beside a form stay with those who fill it: answers chosen from them are taken as they are.
    """

    def load(key: FormKey) -> FormDefinition:
        from fieldapp.forms.alone import load_form_alone

        table = schema.form
        where = (table.c.form_id == key[0]) & (table.c.form_version == key[1])
        return load_form_alone(
            connection.scalars(select(table.c.xform).where(where)).one(), name=f"{key[0]}.xml"
        )

    return FormRules(_versions(connection), load)


def _versions(connection: Connection) -> frozenset[FormKey]:
    table = schema.form
    rows = connection.execute(select(table.c.form_id, table.c.form_version))
    return frozenset((row.form_id, row.form_version) for row in rows)


def _replay(connection: Connection, *, at: str) -> None:
    """Settle every record that has something in quarantine: a new form may have cured it."""
    touched = set(connection.scalars(select(schema.quarantine.c.record_id)))
    state = CentreState(
        device=None,
        stream=None,
        applied=read_applied(connection, touched),
        waiting=read_waiting(connection, touched),
    )
    rules = read_rules(connection)
    write_records(connection, [plan_replay(one, state, rules=rules) for one in sorted(touched)], at=at)
    drop_withdrawn(connection, touched)
