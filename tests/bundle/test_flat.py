"""The readable tables: one row a record, one a repeat instance, in their order, types kept."""

from dataclasses import replace

from fieldapp.bundle.content import RecordState
from fieldapp.bundle.flat import form_tables, table_rows
from fieldapp.forms.definition import Bind
from fieldapp.xpath import compile_expression
from tests.bundle.samples import OTHER_SITE, RECORD, SERVICE, SITE, answers, definition, question

WHEN = "2026-11-22T09:00:00.000Z"


def rows(found, *definitions):
    tables = form_tables("fiche", definitions or [definition()])
    filled = table_rows(tables, [RecordState(RECORD, "fiche", "2026112201", found, WHEN)])
    return {
        repeat: [dict(zip(spec.header, row, strict=True)) for row in filled[repeat]]
        for repeat, spec in tables.tables.items()
    }


def test_a_record_is_one_row_with_a_column_for_each_question():
    assert rows(answers())[""] == [
        {
            "KEY": RECORD,
            "FORM_VERSION": "2026112201",
            "UPDATED_AT": WHEN,
            "identite/nom": answers()["identite/nom"],
            "identite/type": "association",
            "identite/annee": "2009",
            "identite/visite": "2026-02-28",
            "identite/photo": answers()["identite/photo"],
        }
    ]


def test_repeat_instances_are_rows_that_name_their_parent():
    (service,) = rows(answers())["sites/site/service"]
    assert service == {
        "KEY": f"{RECORD}/sites/site[{SITE}]/service[{SERVICE}]",
        "PARENT_KEY": f"{RECORD}/sites/site[{SITE}]",
        "RANK": "V",
        "sites/site/service/duree": "1.5",
    }


def test_repeat_instances_stand_in_order_of_their_rank():
    turned = answers() | {f"sites/site[{SITE}]/@rank": "z"}
    assert [row["KEY"][-37:-1] for row in rows(turned)["sites/site"]] == [OTHER_SITE, SITE]


def test_a_removed_instance_leaves_with_all_inside_it():
    gone = answers()
    del gone[f"sites/site[{SITE}]/@present"]
    found = rows(gone)
    assert (len(found["sites/site"]), found["sites/site/service"]) == (1, [])


def test_a_value_of_another_type_stands_only_with_the_changes():
    wrong = {"identite/annee": "vers 2009", "identite/visite": "2026-02-30"}
    (row,) = rows(wrong)[""]
    assert (row["identite/annee"], row["identite/visite"]) == (None, None)


def test_two_versions_share_one_table_the_newest_first():
    newer = definition("2027010101", more=(question("/fiche/identite/sigle", "Sigle"),))
    older = definition("2026112201", more=(question("/fiche/identite/fax", "Fax"),))
    header = form_tables("fiche", [older, newer]).tables[""].header
    assert header[-2:] == ("identite/sigle", "identite/fax")
    assert form_tables("fiche", [newer, older]).tables[""].header == header


def test_a_column_says_since_when_it_is_there_and_what_it_means():
    newer = definition("2027010101", more=(question("/fiche/identite/sigle", "Sigle"),))
    columns = {
        column.name: column for column in form_tables("fiche", [definition(), newer]).tables[""].columns
    }
    assert (columns["identite/nom"].since, columns["identite/sigle"].since) == ("2026112201", "2027010101")
    assert columns["identite/type"].labels["fr"] == "Type"
    assert columns["identite/type"].code_list == "cl1_type"


def test_a_moment_is_written_in_utc():
    form = definition(more=(question("/fiche/identite/rendezvous", "Rendez-vous"),))
    bind = replace(form.bind("/fiche/identite/rendezvous"), type="dateTime")
    form = replace(form, binds=dict(form.binds) | {bind.nodeset: bind})
    (row,) = rows({"identite/rendezvous": "2026-11-22T10:30:00.000+01:00"}, form)[""]
    assert row["identite/rendezvous"] == "2026-11-22T09:30:00.000Z"


def test_notes_and_calculates_have_no_column():
    yes = compile_expression("true()")
    form = definition(
        more=(question("/fiche/identite/note", "Lisez"), question("/fiche/identite/total", "Total"))
    )
    note = Bind("/fiche/identite/note", readonly=yes)
    total = Bind("/fiche/identite/total", calculate=yes)
    form = replace(form, binds=dict(form.binds) | {note.nodeset: note, total.nodeset: total})
    assert form_tables("fiche", [form]) == form_tables("fiche", [definition()])
