"""A record that was sent, went over to a newer version of its form, and is sent again: the centre follows."""

import pytest
from sqlalchemy import select

from fieldapp.central import init_centre, schema
from fieldapp.forms import load_form_bytes
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.receive_receipt import receive_receipt
from fieldapp.usecases.records import start_record
from fieldapp.usecases.upgrade_draft import upgrade_draft
from tests.usecases.test_upgrade_draft import FIRST, HEAD, LISTS, NEW_LISTS, SECOND, say

NAMESPACE = 'fieldapp="https://fieldapp.ma/xforms"'


def form(version, questions, lists):
    columns = "| | form_id | version | form_title | attribute::fieldapp:export_policy | namespaces |\n"
    table = HEAD + questions.strip("\n") + "\n" + lists + "| settings |\n" + columns
    source = (table + f"| | visite | {version} | Visite | full | {NAMESPACE} |\n").encode()
    return load_form_bytes(source, name="visite.md"), source


@pytest.fixture
def sent(workspace, tmp_path):
    """A workspace, its centre, and a record of the first version that the centre has applied."""
    (old, source), (new, newer) = form(1, FIRST, LISTS), form(2, SECOND, NEW_LISTS)
    centre = init_centre(
        f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True, forms=[old, new]
    )
    receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)
    workspace.forms.install(old, source=source, name="visite.md")
    opened = start_record(workspace, "visite")
    say(
        workspace, opened, nom="Amal", tel="0522", fax="0523", genre="coop", aides="emploi sante", ville="Fès"
    )
    assert finalise_record(workspace, opened).is_done
    workspace.forms.install(new, source=newer, name="visite.md")
    send(workspace, centre, tmp_path)
    return workspace, centre, opened.record.record_id


def send(workspace, centre, folder):
    written = make_bundle(workspace, folder)
    (result,) = centre.import_files([written.path])
    receive_receipt(workspace, centre.receipt_for(written.header.bundle_id).data)
    return result


def test_the_centre_follows_without_anything_in_quarantine(sent, tmp_path):
    workspace, centre, record_id = sent
    reopen_record(workspace, record_id, reason="version 2")
    opened = say(workspace, upgrade_draft(workspace, record_id), courriel="a@example.org", genre="asso")
    assert finalise_record(workspace, opened).is_done
    send(workspace, centre, tmp_path)
    assert workspace.transmission(record_id) == "applied"
    table = schema.field_state
    with centre.engine.connect() as connection:
        assert connection.execute(select(schema.quarantine)).all() == []
        rows = dict(connection.execute(select(table.c.path, table.c.value)).all())
    assert rows["contact/tel"] == "0522"
    assert not {path for path, value in rows.items() if value and ("fax" in path or path.startswith("@"))}
