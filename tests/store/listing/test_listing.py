"""The list: filters, orders, pages that neither repeat nor skip, whatever changes meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.engine.effects import Edit
from fieldapp.forms.definition import Question, Text
from fieldapp.records.record import Status
from fieldapp.records.selection import Order, Selection
from fieldapp.store.listing.listing import _PRESENT
from tests.store.given import FICHE, INTERVIEW

CHECKED = replace(
    FICHE,
    form_id="controle",
    title="Contrôle",
    body=(Question("/fiche/suivi/date_verification", "input", Text(), Text()),),
)
FIRST = Selection(order=Order.TOUCHED, is_reversed=True)


@pytest.fixture
def kept(workspace):
    """Return what makes a record with a title and answers and returns its title."""

    def keep(title, form=FICHE, *, is_final=False, **answers):
        record = workspace.start_draft(form, answers=answers, title=title).record_id
        if is_final:
            workspace.finalise(record, definition=form, final_answers=answers, beside={}, title=title)
        return record

    workspace.forms.install(CHECKED, source=b"workbook", name="controle.xlsx")
    return keep


def titles(workspace, selection, limit=None):
    workspace.indexing.catch_up()
    listing = workspace.records.listing
    return [record.title for record in listing.records(listing.find(selection, limit=limit))]


def test_form_state_and_author_filter(workspace, kept):
    kept("a"), kept("b", INTERVIEW), kept("c", is_final=True)
    assert titles(workspace, replace(FIRST, form_id="entretien")) == ["b"]
    assert titles(workspace, replace(FIRST, status=Status.FINALISED)) == ["c"]
    assert titles(workspace, replace(FIRST, author_id=workspace.actor.actor_id)) == ["a", "b", "c"]
    assert titles(workspace, replace(FIRST, author_id="nobody")) == []


@pytest.mark.parametrize(
    ("answers", "region"),
    [
        ({"region": "04"}, "04"),
        ({"siege_region": "04", "sites/site[u1]/site_region": "07"}, "04"),
        ({"sites/site[u1]/site_region": "07", "sites/site[u2]/site_region": "04"}, "07"),
        ({"regional": "07"}, ""),
    ],
)
def test_the_region_is_the_first_outside_repeats_else_the_first_inside(workspace, kept, answers, region):
    kept("a", **answers)
    assert titles(workspace, Selection(region="07")) == (["a"] if region == "07" else [])
    assert workspace.records.listing.regions() == ([region] if region else [])


@pytest.mark.parametrize(
    ("form", "day", "is_stale"),
    [
        (CHECKED, "2025-02-28", True),
        (CHECKED, "2025-03-01", False),
        (CHECKED, "", False),
        (FICHE, "2020-01-01", False),
    ],
)
def test_a_fiche_grows_stale_twelve_months_after_its_last_check(workspace, kept, form, day, is_stale):
    kept("a", form, **({"suivi/date_verification": day} if day else {}))
    assert titles(workspace, Selection(is_stale=True)) == (["a"] if is_stale else [])


def test_a_fiche_never_checked_counts_from_when_it_was_completed(workspace, kept, monkeypatch):
    kept("a", CHECKED, is_final=True, nom="a")
    assert titles(workspace, Selection(is_stale=True)) == []
    monkeypatch.setattr(workspace.clock, "now", lambda: datetime(2027, 3, 2, tzinfo=UTC))
    assert titles(workspace, Selection(is_stale=True)) == ["a"]


def test_a_draft_is_incomplete_when_it_was_counted_and_not_touched_since(workspace, kept):
    draft, listing = kept("a"), workspace.records.listing
    assert (listing.count(Selection(is_incomplete=True)), listing.uncounted()) == (0, 1)
    listing.note_violations(draft, 3)
    assert (listing.count(Selection(is_incomplete=True)), listing.uncounted()) == (1, 0)
    workspace.drafts.append(draft, [Edit("nom", None, "x")], actor_id=workspace.actor.actor_id)
    assert (listing.count(Selection(is_incomplete=True)), listing.uncounted()) == (0, 1)


def test_what_was_counted_of_an_older_state_is_not_noted(workspace, kept):
    draft, listing = kept("a"), workspace.records.listing
    [(record_id, touched)] = listing.to_count(10)
    workspace.drafts.append(draft, [Edit("nom", None, "x")], actor_id=workspace.actor.actor_id)
    listing.note_violations(record_id, 3, touched=touched)
    assert listing.uncounted() == 1


def test_a_complete_record_or_one_without_violations_is_not_incomplete(workspace, kept):
    listing = workspace.records.listing
    listing.note_violations(kept("a"), 0)
    listing.note_violations(kept("b", is_final=True), 2)
    assert listing.count(Selection(is_incomplete=True)) == 0


def test_titles_are_ordered_as_people_read_them_and_the_nameless_stand_last(workspace, kept):
    for title in ("Zébra", "", "éclat", "Eau", "جمعية", "أمل"):
        kept(title)
    by_title = Selection(order=Order.TITLE)
    assert titles(workspace, by_title) == ["Eau", "éclat", "Zébra", "أمل", "جمعية", ""]
    assert titles(workspace, replace(by_title, is_reversed=True)) == [
        "جمعية",
        "أمل",
        "Zébra",
        "éclat",
        "Eau",
        "",
    ]
    assert titles(workspace, replace(by_title, is_arabic_first=True))[:3] == ["أمل", "جمعية", "Eau"]


def test_form_and_state_order_keep_the_one_touched_last_first(workspace, kept):
    for title, form in (("a", FICHE), ("b", CHECKED), ("c", FICHE)):
        kept(title, form)
    kept("d", is_final=True)
    assert titles(workspace, Selection(order=Order.FORM)) == ["b", "d", "c", "a"]
    assert titles(workspace, Selection(order=Order.STATUS)) == ["c", "b", "a", "d"]
    assert titles(workspace, Selection(order=Order.STATUS, is_reversed=True)) == ["d", "c", "b", "a"]


def test_regions_are_ordered_with_those_that_have_none_last(workspace, kept):
    kept("a", region="07"), kept("b"), kept("c", region="04")
    assert titles(workspace, Selection(order=Order.REGION)) == ["c", "a", "b"]


def test_names_that_hold_the_words_come_before_other_answers(workspace, kept):
    kept("Caritas", note="insertion"), kept("Insertion et emploi"), kept("GADEM", note="insertion")
    sought = Selection(query="inser")
    assert titles(workspace, sought) == ["Insertion et emploi", "GADEM", "Caritas"]
    assert titles(workspace, sought, limit=2) == ["Insertion et emploi", "GADEM"]
    assert titles(workspace, replace(sought, order=Order.TITLE))[0] == "Caritas"


@pytest.mark.parametrize("few", [0, 1_000])
def test_few_and_many_found_are_put_in_the_same_order(workspace, kept, monkeypatch, few):
    monkeypatch.setattr("fieldapp.store.listing.listing.FEW", few)
    for title, note in (("Emploi", ""), ("Amal", "emploi"), ("Emploi et droits", ""), ("Nour", "emploi")):
        kept(title, note=note)
    expected = ["Emploi et droits", "Emploi", "Nour", "Amal"]
    assert [titles(workspace, Selection(query="emp"), limit=limit) for limit in (1, 3, 9)] == [
        expected[:1],
        expected[:3],
        expected,
    ]


@pytest.mark.parametrize("index", ["record_listed_by_touch", "record_listed_by_title"])
def test_a_filtered_list_is_read_from_an_index_alone(workspace, index):
    plan = workspace._opened.db.execute(
        f"EXPLAIN QUERY PLAN SELECT number FROM record INDEXED BY {index} WHERE trashed_at IS NULL"
        " AND form_id = '' AND status = '' AND region = '' AND author_id = '' AND checked_on < '' AND violations > 0"
    ).fetchall()
    assert f"COVERING INDEX {index}" in plan[0][3]


def test_what_there_is_to_filter_by_is_read_by_steps(workspace):
    plan = workspace._opened.db.execute(
        "EXPLAIN QUERY PLAN " + _PRESENT.format(column="region", index="record_by_region")
    ).fetchall()
    read = [step for *_, step in plan if "record" in step]
    assert all("SEARCH record USING INDEX record_by_region" in step for step in read)
    assert any("(region>?)" in step for step in read)


def test_a_page_read_by_numbers_neither_repeats_nor_skips_while_records_change(workspace, kept):
    made = [kept(f"{number:02}") for number in range(12)]
    listing = workspace.records.listing
    numbers = listing.find(Selection())
    seen = [record.title for record in listing.records(numbers[:5])]
    workspace.drafts.append(made[0], [Edit("nom", None, "x")], actor_id=workspace.actor.actor_id)
    kept("new")
    workspace.trash(made[1], reason="essai")
    seen += [record.title for record in listing.records(numbers[5:])]
    assert seen == [f"{number:02}" for number in reversed(range(12))]


def test_a_record_that_is_gone_is_left_out_of_its_page(workspace, kept):
    kept("a")
    listing = workspace.records.listing
    assert [record.title for record in listing.records([*listing.find(Selection()), 999])] == ["a"]


def test_only_what_there_is_is_offered_to_filter_by(workspace, kept):
    kept("a", region="04"), kept("b", INTERVIEW)
    workspace.indexing.catch_up()
    listing = workspace.records.listing
    assert (listing.forms(), listing.regions()) == (["entretien", "fiche"], ["04"])
    assert listing.authors() == [workspace.actor.actor_id]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Selection,
        query=st.sampled_from(["", "a", "ab", "04", "zz"]),
        form_id=st.sampled_from(["", "fiche", "entretien"]),
        status=st.sampled_from([None, *Status]),
        region=st.sampled_from(["", "04"]),
        is_stale=st.booleans(),
        is_incomplete=st.booleans(),
        order=st.sampled_from([None, *Order]),
        is_reversed=st.booleans(),
        is_arabic_first=st.booleans(),
    )
)
def test_counting_paging_and_finding_agree(workspace, selection):
    listing = workspace.records.listing
    if not listing.count(Selection()):
        for number in range(12):
            form = INTERVIEW if number % 3 else FICHE
            answers = {"region": "04"} if number % 2 else {}
            draft = workspace.start_draft(
                form, answers=answers, title=["ab", "", "b", "أ"][number % 4]
            ).record_id
            listing.note_violations(draft, number % 2)
        workspace.indexing.catch_up()
    found = listing.find(selection)
    assert len(found) == len(set(found)) == listing.count(selection)
    assert listing.find(selection, limit=5) == found[:5]
    turned = listing.find(replace(selection, order=selection.order or Order.TOUCHED, is_reversed=True))
    assert sorted(turned) == sorted(found)
