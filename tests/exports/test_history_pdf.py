"""The history on paper: in the reader's direction, page by page, long answers flowing, the same bytes each time."""

from dataclasses import replace

import pypdfium2
import pytest

from fieldapp.base.errors import KnownError
from fieldapp.exports.history_pdf import render_history
from fieldapp.records.history import HistoryEvent, HistoryLine, LineKind, RecordHistory, Said, compare
from tests.exports.conftest import AT, RECORD
from tests.exports.test_fiche_pdf import bbox, text_of

LONG = "Une phrase qui raconte longuement la visite. " * 200


def line(label, old=None, new=None, **facts):
    values = {"kind": LineKind.ANSWER, "section": "A. Identité", "place": "", "path": label}
    said = {"old": Said(old, old or ""), "new": Said(new, new or "")}
    return HistoryLine(label=label, **(values | said | facts))


def event(number, what, *lines, **facts):
    return HistoryEvent(number, what, "2026-05-04T10:00:00.000Z", "Salma Idrissi", lines=lines, **facts)


HISTORY = RecordHistory(
    record_id=RECORD,
    title="Association Amal",
    form_id="essai",
    form_title="Essai",
    form_version="2",
    workspace="Poste d'essai",
    language="fr",
    events=(
        event(1, "create", line("Nom", None, "Amel"), line("Notes", None, LONG), change_id="c1"),
        event(2, "edit", line("Nom", "Amel", "Amal"), reason="faute de frappe", change_id="c2"),
        event(3, "erase", line("Notes", is_erased=True), change_id="c3"),
        event(4, "pending", line("Site 1", None, "1", kind=LineKind.ADDED), clock="backward"),
    ),
    former=(line("Télécopie", None, "0522"),),
)


def pages(data):
    return len(pypdfium2.PdfDocument(data))


def test_each_event_says_what_was_done_by_whom_and_why():
    text = text_of(render_history(HISTORY, at=AT))
    for words in ("1. Création", "2. Modification", "3. Effacement à la demande", "4. Pas encore finalisé"):
        assert words in text
    for words in (
        "Salma Idrissi",
        "faute de frappe",
        "effacé",
        "Poste d'essai",
        "Télécopie",
        "pas à l'heure",
    ):
        assert words in text


def test_a_long_answer_flows_over_pages_and_nothing_of_it_is_lost():
    data = render_history(HISTORY, at=AT)
    assert pages(data) > 2
    assert text_of(data).replace("\n", " ").count("raconte longuement") >= 195
    assert f"{pages(data)} / {pages(data)}" in text_of(data)


def test_columns_run_from_the_side_where_reading_begins(tmp_path):
    edited = replace(HISTORY, events=HISTORY.events[1:2], former=())
    french = bbox(render_history(edited, at=AT), tmp_path)
    assert french["Question"] < french["Avant"] < french["Après"]
    arabic = bbox(render_history(replace(edited, language="ar"), at=AT), tmp_path)
    assert arabic["السؤال"] > arabic["قبل"] > arabic["بعد"]


def test_the_same_history_at_the_same_moment_is_the_same_file():
    assert render_history(HISTORY, at=AT) == render_history(HISTORY, at=AT)


def test_a_record_without_any_event_says_so():
    assert "Rien n'a encore été enregistré" in text_of(render_history(replace(HISTORY, events=()), at=AT))


def test_it_says_how_far_it_is_and_stops_when_asked():
    seen = []
    render_history(HISTORY, at=AT, progress=lambda done, total: seen.append(done / total))
    assert seen == sorted(seen)
    assert seen[-1] == 1
    with pytest.raises(KnownError, match=r"export\.cancelled"):
        render_history(HISTORY, at=AT, is_cancelled=lambda: True)


def test_two_moments_stand_side_by_side_under_their_names():
    compared = compare(HISTORY, 1, 2, is_all=True)
    text = text_of(render_history(HISTORY, at=AT, compared=compared))
    for words in (
        "Comparaison de deux moments",
        "1. Création",
        "2. Modification",
        "Amel",
        "Amal",
        "Une phrase",
    ):
        assert words in text
    assert "Une phrase" not in text_of(render_history(HISTORY, at=AT, compared=compare(HISTORY, 1, 2)))
