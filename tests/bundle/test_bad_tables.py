"""Bad bundles, group "CSV": signed by a true member, yet what the tables say does not hold together."""

from dataclasses import replace

import pytest

from fieldapp.bundle import limits, structure
from fieldapp.bundle.content import StreamedChange
from fieldapp.bundle.manifest import ROWS
from tests.bundle.opening import open_as_centre, refusal
from tests.bundle.samples import (
    AT,
    LAPTOP,
    OTHER_LAPTOP,
    OTHER_RECORD,
    RECORD,
    SERVICE,
    SITE,
    change,
    change_id,
    content,
    write,
)
from tests.bundle.tamper import Opened

UUID = "0197e000-0000-7000-8000-00000000dead"


def raw(table, spoil):
    def tamper(opened):
        opened.entries[f"data/{table}.csv"] = spoil(opened.entries[f"data/{table}.csv"])

    return tamper


def cell(table, old, new, row=1):
    return lambda opened: opened.edit_csv(table, old, new, row)


def lines(table, change_lines):
    return lambda opened: opened.put_csv(table, change_lines(opened.csv(table)))


def swap_columns(rows):
    first, second, *rest = rows[0].split(",")
    return [",".join([second, first, *rest]), *rows[1:]]


def attachment_without_row(opened):
    opened.put_csv("attachment", opened.csv("attachment")[:1])


def table_of_no_form(opened):
    opened.entries["data/other.csv"] = opened.entries.pop("data/fiche.csv")
    manifest = opened.manifest
    for one in manifest["resources"]:
        if one["path"] == "data/fiche.csv":
            one |= {"path": "data/other.csv", "name": "other"}
    opened.put_manifest(manifest)


def no_change_table(opened):
    del opened.entries["data/change_field.csv"]
    manifest = opened.manifest
    manifest["resources"] = [one for one in manifest["resources"] if one["name"] != "change_field"]
    opened.put_manifest(manifest)


def dangling_key(opened):
    manifest = opened.manifest
    for one in manifest["resources"]:
        for key in one.get("schema", {}).get("foreignKeys", []):
            key["reference"]["resource"] = (
                "nowhere" if one["name"] == "fiche-sites-site" else key["reference"]["resource"]
            )
    opened.put_manifest(manifest)


CASES = {
    "cp1252": (
        "bundle.csv_encoding",
        raw("fiche", lambda data: data.replace("é".encode(), b"\xe9") + b"\xe9\r\n"),
    ),
    "utf16": ("bundle.csv_encoding", raw("change", lambda data: data.decode().encode("utf-16"))),
    "byte_order_mark": ("bundle.csv_control", raw("change", lambda data: b"\xef\xbb\xbf" + data)),
    "nul": ("bundle.csv_control", cell("change", "actor-1", "actor\0-1")),
    "bidi_override": ("bundle.csv_control", cell("change_field", "Amis", "Am\u202eis", row=2)),
    "not_nfc": ("bundle.csv_nfc", cell("change_field", "Amis", "Ame\u0301lie", row=2)),
    "false_escape": ("bundle.csv_escape", cell("change_field", "Amis", r"Am\is", row=2)),
    "surrogate_escape": ("bundle.csv_escape", cell("change_field", "Amis", r"Am\ud800is", row=2)),
    "header_missing": ("bundle.csv_header", lines("change", lambda rows: rows[1:])),
    "columns_swapped": ("bundle.csv_column_order", lines("change", swap_columns)),
    "column_missing": (
        "bundle.csv_header",
        lines("change", lambda rows: [row.rpartition(",")[0] for row in rows]),
    ),
    "short_row": ("bundle.csv_columns", lines("change", lambda rows: [rows[0], "1,2", rows[2]])),
    "long_row": ("bundle.csv_columns", lines("change", lambda rows: [rows[0], rows[1] + ",x", rows[2]])),
    "blank_row": ("bundle.csv_columns", lines("change", lambda rows: [rows[0], "", *rows[1:]])),
    "open_quote": ("bundle.csv_quote", cell("change", "actor-1", '"actor-1')),
    "quote_inside": ("bundle.csv_quote", cell("change", "actor-1", 'act"or"-1')),
    "quoted_blank": ("bundle.csv_quote", cell("change", ",,", ',"",')),
    "semicolon": ("bundle.csv_separator", raw("change", lambda data: data.replace(b",", b";"))),
    "line_feeds": ("bundle.csv_line_end", raw("change", lambda data: data.replace(b"\r\n", b"\n"))),
    "last_line_open": ("bundle.csv_line_end", raw("change", lambda data: data[:-2])),
    "lone_return": ("bundle.csv_line_end", cell("change", "actor-1", "act\ror-1")),
    "empty": ("bundle.csv_empty", raw("change", lambda data: b"")),
    "giant_cell": ("bundle.cell_too_large", cell("change_field", "Amis", "A" * limits.CELL_BYTES, row=2)),
    "unknown_table": ("bundle.unknown_table", table_of_no_form),
    "table_missing": ("bundle.table_missing", no_change_table),
    "duplicate_change": ("bundle.duplicate_key", cell("change", change_id(2), change_id(1), row=2)),
    "duplicate_field": (
        "bundle.duplicate_key",
        cell("change_field", "identite/nom", "identite/annee", row=2),
    ),
    "duplicate_record": ("bundle.duplicate_key", cell("fiche", OTHER_RECORD, RECORD, row=2)),
    "broken_reference_to_change": ("bundle.broken_reference", cell("change_field", change_id(1), UUID)),
    "broken_reference_to_row": (
        "bundle.broken_reference",
        cell("fiche-sites-site", f",{RECORD}", f",{UUID}"),
    ),
    "reference_to_no_table": ("bundle.broken_reference", dangling_key),
    "gap": ("bundle.stream_gap", cell("change", "12,", "13,", row=2)),
    "starts_late": ("bundle.stream_gap", lambda opened: opened.sync(seq_from=10)),
    "ends_early": ("bundle.stream_gap", lambda opened: opened.sync(seq_to=13)),
    "another_device": ("bundle.foreign_change", cell("change", LAPTOP, OTHER_LAPTOP)),
    "thirtieth_of_february": ("bundle.bad_date", cell("change", "2026-11-22T", "2026-02-30T")),
    "local_time": ("bundle.bad_date", cell("change", "00.000Z", "00.000+01:00")),
    "bad_day_in_a_form": ("bundle.bad_date", cell("fiche", "2026-02-28", "2026-02-30")),
    "unknown_op": ("bundle.unknown_op", cell("change", ",create,", ",destroy,")),
    "sql_as_id": ("bundle.bad_id", cell("change", RECORD, "'; DROP TABLE change; --")),
    "id_in_capitals": ("bundle.bad_id", cell("change", RECORD, RECORD.upper().replace("1", "A"))),
    "path_upwards": ("bundle.bad_path", cell("change_field", "identite/annee", "../identite")),
    "bad_parent": ("bundle.bad_id", cell("change_field", ",2009,,", ",2009,x,")),
    "number_as_word": ("bundle.bad_number", cell("change", "11,", "eleven,")),
    "no_record": ("bundle.value_missing", cell("change", RECORD, "")),
    "unknown_form": ("bundle.unknown_form", cell("change", ",fiche,", ",other,")),
    "value_altered": ("change.value_altered", cell("change_field", "2009", "2010")),
    "metadata_altered": ("bundle.change_altered", cell("change", "actor-1", "actor-2")),
    "field_dropped": ("bundle.change_altered", lines("change_field", lambda rows: [rows[0], *rows[2:]])),
    "fields_disordered": (
        "bundle.rows_out_of_order",
        lines("change_field", lambda r: [r[0], r[2], r[1], *r[3:]]),
    ),
    "changes_disordered": (
        "bundle.change_altered",
        lines("change_field", lambda r: [r[0], *r[-2:], *r[1:-2]]),
    ),
    "attachment_row_missing": ("bundle.attachment_unclaimed", attachment_without_row),
    "attachment_of_another_type": (
        "bundle.attachment_type",
        cell("attachment", "image/jpeg", "application/pdf"),
    ),
    "attachment_missing": ("bundle.attachment_missing", cell("attachment", ",jpg,", ",png,")),
}


@pytest.mark.parametrize(("code", "tamper"), CASES.values(), ids=CASES)
def test_a_table_that_does_not_hold_together_is_refused(people, opened, code, tamper):
    tamper(opened)
    opened.resign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == code


@pytest.mark.parametrize("rows", [0, 1, 3, -1])
def test_another_number_of_rows_than_declared_is_refused(people, opened, rows):
    manifest = opened.manifest
    next(one for one in manifest["resources"] if one["name"] == "change")[ROWS] = rows
    opened.put_manifest(manifest)
    opened.resign(people.laptop, at=AT, rows=False)
    expected = "bundle.too_many_rows" if rows < 0 else "bundle.row_count"
    assert refusal(people, opened.seal(people.recipients)) == expected


def test_more_rows_than_a_bundle_may_hold_are_refused(people, opened, monkeypatch):
    monkeypatch.setitem(structure._LIMITS, "change", 1)
    assert refusal(people, opened.seal(people.recipients)) == "bundle.too_many_rows"


def test_a_row_without_end_is_refused_while_reading(people, opened, monkeypatch):
    monkeypatch.setattr("fieldapp.bundle.cells.ROW_BYTES", 1000)
    opened.edit_csv("fiche", "Oujda", "Oujda, " * 5000, row=1)
    opened.resign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == "bundle.row_too_large"


def relayed():
    theirs = change(2, OTHER_RECORD, {"identite/nom": "Relais"}, device_id=OTHER_LAPTOP)
    sample = content()
    return replace(sample, changes=(sample.changes[0], StreamedChange(12, theirs)))


def test_a_lead_may_relay_the_changes_of_its_team(people):
    bundle = open_as_centre(people, write(people, relayed(), identity=people.lead))
    assert [one.change.device_id for one in bundle.changes][1] == OTHER_LAPTOP


def test_a_laptop_may_not_relay(people):
    assert refusal(people, write(people, relayed())) == "bundle.foreign_change"


def test_a_change_without_fields_between_others_is_read(people):
    sample = content()
    bare = replace(sample.changes[0].change, fields=())
    written = write(people, replace(sample, changes=(StreamedChange(11, bare), sample.changes[1])))
    assert open_as_centre(people, written).changes[0].change.fields == ()


def test_a_repeat_without_its_parent_is_refused(people, sealed):
    opened = Opened.of(sealed.data, people.central_age.secret)
    parent = f"{RECORD}/sites/site[{SITE}]"
    assert SERVICE in opened.csv("fiche-sites-site-service")[1]
    opened.edit_csv("fiche-sites-site-service", f",{parent},", f",{parent[:-2]}9],")
    opened.resign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == "bundle.broken_reference"
