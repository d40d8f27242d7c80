"""The search box: blind to case, accents and the ways of writing Arabic; never behind, never wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.engine.effects import Edit
from fieldapp.store.search import folded, match_query
from tests.store.given import FICHE


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Été à FÈS", "ete a fes"),
        ("Cœur", "COEUR"),
        ("أحمد", "احمد"),
        ("إدارة", "اداره"),
        ("آسفي", "اسفي"),
        ("مؤسسة", "موسسه"),
        ("بئر", "بير"),
        ("سماء", "سما"),
        ("مستشفى", "مستشفي"),
        ("الجمعيّة", "الجمعيه"),
        ("جـمـعـيـة", "جمعية"),
        ("مُحَمَّد", "محمد"),
        ("ﻻ", "لا"),
        ("٠٦١٢", "0612"),
        ("ⴰⵎⴰⵣⵉⵖ", "ⴰⵎⴰⵣⵉⵖ"),
        ("ON\u200fG", "ong"),
    ],
)
def test_ways_of_writing_make_no_difference(written, typed):
    assert folded(written) == folded(typed)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", ""),
        ("  - ' \" * ", ""),
        ("Fès méd", '"fes"* "med"*'),
        ('a" OR b*', '"a"* "or"* "b"*'),
        ("l'insertion", '"l"* "insertion"*'),
    ],
)
def test_a_query_is_words_and_nothing_else(typed, query):
    assert match_query(typed) == query


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


def test_structure_and_file_names_are_not_words(workspace, draft):
    answers = {"sites/site[u1]/@present": "1", "sites/site[u1]/@rank": "V", "photo": "ab" * 32 + ".jpg"}
    workspace.finalise(draft, definition=FICHE, final_answers=answers, beside={}, title="Fiche")
    assert [workspace.records.count(query=word) for word in ("1", "v", "abab", "fiche")] == [0, 0, 0, 1]


def test_a_reader_finds_what_was_indexed(workspace, fiches):
    workspace.records.list(query="amappe")
    with workspace.reader() as reading:
        assert reading.records.count(query="amappe") == 1
