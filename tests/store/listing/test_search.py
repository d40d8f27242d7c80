"""The search box: blind to case, accents and the ways of writing Arabic; never behind, never wrong."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.engine.effects import Edit
from fieldapp.forms import load_form_bytes
from fieldapp.store.listing.search import drop_entry, match_query, purge_index
from tests.store.given import FICHE

PLACES = """
| survey |
|        | type               | name   | label  | label::Arabe (ar) |
|        | username           | qui    |        |                   |
|        | select_one regions | region | Région | الجهة             |
| choices |
|        | list_name | name | label              | label::Arabe (ar)    |
|        | regions   | 04   | Rabat-Salé-Kénitra | الرباط-سلا-القنيطرة |
| settings |
|        | form_id | version |
|        | lieux   | 1       |
"""


@pytest.fixture
def places(workspace):
    """A record of a form that asks for a place, of which only the code is kept."""
    form = load_form_bytes(PLACES.encode(), name="lieux.md")
    workspace.forms.install(form, source=PLACES.encode(), name="lieux.md")
    workspace.start_draft(form, answers={"region": "04", "qui": "Collectrice"})
    return workspace


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", ""),
        ("  - ' \" * ", ""),
        ("Fès méd", '"fes"* AND "med"*'),
        ('a" OR b*', '"a"* AND "or"* AND "b"*'),
        ("l'insertion", '"insertion"*'),
        ("U.N.I.C.E.F.", '"unicef"*'),
        ("الجمعية", '("الجمعيه"* OR "جمعيه"*)'),
        ("06 12", '("0612"* OR ("06"* AND "12"*))'),
        ("+212 612", '("212612"* OR ("212"* AND "612"*))'),
    ],
)
def test_a_query_is_words_and_nothing_else(typed, query):
    assert match_query(typed) == query


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="\"*()^:+-{} ANDORNEAR'0123456789.é ال\x00\x1f\u202e"))
def test_whatever_is_typed_is_a_query(workspace, typed):
    workspace.records.count(query=typed)


def test_a_paste_by_mistake_is_cut(workspace):
    assert workspace.records.count(query="mot " * 250_000) == 0
    assert len(match_query("x" * 1_000_000)) < 50


@pytest.fixture
def fiches(workspace):
    """Return ids by title of three finalised fiches."""
    found = {}
    for title, note in (
        ("AMAPPE Rabat", "insertion"),
        ("جمعية الأمل", "تكوين"),
        ("Réseau Maillage", "Rabat"),
    ):
        record = workspace.start_draft(FICHE).record_id
        answers = {"nom": title, "note": note}
        workspace.finalise(record, definition=FICHE, final_answers=answers, beside={}, title=title)
        found[title] = record
    return found


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("amappe", {"AMAPPE Rabat"}),
        ("rab", {"AMAPPE Rabat", "Réseau Maillage"}),
        ("rabat maill", {"Réseau Maillage"}),
        ("جمعيه الامل", {"جمعية الأمل"}),
        ("تكو", {"جمعية الأمل"}),
        ("reseau", {"Réseau Maillage"}),
        ("absent", set()),
        ("", {"AMAPPE Rabat", "جمعية الأمل", "Réseau Maillage"}),
    ],
)
def test_records_are_found_by_the_beginnings_of_their_words(workspace, fiches, typed, titles):
    assert {record.title for record in workspace.records.list(query=typed)} == titles
    assert workspace.records.count(query=typed) == len(titles)


def test_a_draft_is_found_by_what_was_just_typed(workspace, draft):
    workspace.drafts.append(draft, [Edit("nom", None, "Tamesna")], actor_id=workspace.actor.actor_id)
    assert workspace.records.count(query="tames") == 1
    workspace.drafts.append(draft, [Edit("nom", "Tamesna", "Salé")], actor_id=workspace.actor.actor_id)
    assert (workspace.records.count(query="tames"), workspace.records.count(query="sale")) == (0, 1)
    workspace.drafts.undo(draft)
    assert workspace.records.count(query="tames") == 1


@pytest.mark.parametrize(
    "kept", ["+212 612-345678", "06 12 34 56 78", "0612.34.56.78", "00212612345678", "+212 (0)6 12 34 56 78"]
)
@pytest.mark.parametrize(
    "typed",
    [
        "0612345678",
        "06 12 34",
        "06.12.34",
        "+212 6 12 34",
        "+212612",
        "00212 612345678",
        "612345678",
        "(0)6 12",
        "٠٦١٢",
    ],
)
def test_a_telephone_number_is_found_however_it_is_typed(workspace, draft, kept, typed):
    workspace.drafts.append(draft, [Edit("tel", None, kept)], actor_id=workspace.actor.actor_id)
    assert workspace.records.count(query=typed) == 1


@pytest.mark.parametrize("typed", ["amappe", "AMAPPE", "A.M.A.P.P.E."])
def test_an_association_is_found_by_the_acronym_its_words_make(workspace, draft, typed):
    name = "Association marocaine d’appui à la promotion de la petite entreprise"
    workspace.drafts.append(draft, [Edit("nom", None, name)], actor_id=workspace.actor.actor_id, title=name)
    assert workspace.records.count(query=typed) == 1


@pytest.mark.parametrize("typed", ["الأمل", "امل", "للأمل"])
def test_the_arabic_article_makes_no_difference(workspace, draft, typed):
    workspace.drafts.append(
        draft, [Edit("nom", None, "جمعية الأمل وللأمل")], actor_id=workspace.actor.actor_id
    )
    assert workspace.records.count(query=typed) == 1


@pytest.mark.parametrize("typed", ["rabat-salé", "الرباط", "sale kenitra", "04"])
def test_a_place_is_found_by_its_name_in_every_language_of_the_form(places, typed):
    assert places.records.count(query=typed) == 1


def test_what_the_program_notes_by_itself_is_no_word(places):
    assert places.records.count(query="collect") == 0


def test_what_was_dropped_is_gone_from_the_file(workspace, fiches):
    workspace.records.list(query="amappe")
    db = workspace._opened.db
    number = workspace.records.listing.number_of(fiches["AMAPPE Rabat"])
    drop_entry(db, number)
    assert workspace.records.count(query="amappe") == 0
    purge_index(db)
    blocks = b"".join(block for (block,) in db.execute("SELECT block FROM search_data").fetchall())
    assert b"mappe" not in blocks
    assert b"illage" in blocks


def test_what_lies_in_the_trash_is_not_in_the_index(workspace, fiches):
    workspace.trash(fiches["AMAPPE Rabat"], reason="doublon")
    assert workspace.records.count(query="amappe") == 0
    assert workspace.records.count(query="amappe", trashed=True) == 1


def test_structure_and_file_names_are_not_words(workspace, draft):
    answers = {"sites/site[u1]/@present": "1", "sites/site[u1]/@rank": "V", "photo": "ab" * 32 + ".jpg"}
    workspace.finalise(draft, definition=FICHE, final_answers=answers, beside={}, title="Fiche")
    assert [workspace.records.count(query=word) for word in ("1", "v", "abab", "fiche")] == [0, 0, 0, 1]


def test_a_reader_finds_what_was_indexed(workspace, fiches):
    workspace.records.list(query="amappe")
    with workspace.reader() as reading:
        assert reading.records.count(query="amappe") == 1
