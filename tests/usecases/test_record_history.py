"""The history of a record: what was answered, by whom, when and why, in the reader's words and in true order."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.records.change import Op
from fieldapp.records.erasure import Reason as ErasureReason
from fieldapp.records.history import LineKind, net
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.record_history import record_history
from fieldapp.usecases.records import open_record, save_effects, start_record
from tests.usecases.conftest import finalised

TABLE = """
| survey |
|  | type | name | label::Français (fr) | label::العربية (ar) | choice_filter |
|  | begin_group | lieu | Lieu | المكان |  |
|  | select_one pays | pays | Pays | البلد |  |
|  | select_one v | ville | Ville | المدينة | dans = ${pays} |
|  | date | jour | Jour | اليوم |  |
|  | end_group |  |  |  |  |
|  | begin_repeat | site | Site | مقر |  |
|  | text | nom | Nom | الاسم |  |
|  | end_repeat |  |  |  |  |
| choices |
|  | list_name | name | label::Français (fr) | label::العربية (ar) | dans |
|  | pays | ma | Maroc | المغرب |  |
|  | pays | sn | Sénégal | السنغال |  |
|  | v | rba | Rabat | الرباط | ma |
|  | v | dkr | Dakar | داكار | sn |
| settings |
|  | form_id | version | form_title | default_language |
|  | visite | 1 | Visite | Français (fr) |
"""


def install(workspace, table):
    form = load_form_bytes(table.encode(), name="visite.md")
    workspace.forms.install(form, source=table.encode(), name="visite.md")


def say(workspace, opened, reference, value):
    effects = opened.session.answer(f"/data/{reference}", value)
    save_effects(workspace, opened, effects, question=reference)


@pytest.fixture
def visit(workspace):
    """A visit finalised once: Rabat, one site."""
    install(workspace, TABLE)
    opened = start_record(workspace, "visite")
    for reference, value in (("lieu/pays", "ma"), ("lieu/ville", "rba"), ("site[1]/nom", "Siège")):
        say(workspace, opened, reference, value)
    assert finalise_record(workspace, opened).is_done
    return opened.record.record_id


def reopened(workspace, record_id, reason="déménagement"):
    return reopen_record(workspace, record_id, reason=reason)


def words(lines):
    return [(line.name, line.old.words, line.new.words) for line in lines]


def test_values_are_told_in_the_words_of_their_moment(workspace, visit):
    opened = reopened(workspace, visit)
    for reference, value in (("lieu/pays", "sn"), ("lieu/ville", "dkr"), ("lieu/jour", "2026-05-01")):
        say(workspace, opened, reference, value)
    finalise_record(workspace, opened)
    first, second = [one for one in record_history(workspace, visit).events if one.change_id]
    assert ("Ville", "", "Rabat") in words(first.lines)
    assert words(second.lines) == [
        ("Pays", "Maroc", "Sénégal"),
        ("Ville", "Rabat", "Dakar"),
        ("Jour", "", "1er mai 2026"),
    ]
    assert (second.what, second.reason, second.actor) == (Op.EDIT, "déménagement", "Agente Fictive")
    assert {line.section for line in second.lines} == {"Lieu"}


def test_the_reader_s_language_is_that_of_labels_choices_and_days(workspace, visit):
    event = record_history(workspace, visit, language="ar").events[0]
    assert ("البلد", "", "المغرب") in words(event.lines)


def test_repeat_instances_have_the_names_of_the_page(workspace, visit):
    opened = reopened(workspace, visit)
    save_effects(workspace, opened, opened.session.add_repeat("/data/site"), question="")
    say(workspace, opened, "site[2]/nom", "Antenne")
    save_effects(workspace, opened, opened.session.remove_repeat("/data/site[1]"), question="")
    *_, added, named, removed = record_history(workspace, visit).events
    assert [(line.kind, line.label) for line in added.lines] == [(LineKind.ADDED, "Site 2")]
    assert words(named.lines) == [("Site 1 › Nom", "", "Antenne")]
    gone = [(line.kind, line.name, line.old.words) for line in removed.lines]
    assert gone == [(LineKind.REMOVED, "Site 1", ""), (LineKind.ANSWER, "Site 1 › Nom", "Siège")]


def test_the_draft_s_answers_wait_at_the_end(workspace, visit):
    say(workspace, reopened(workspace, visit), "lieu/jour", "2026-05-04")
    *_, last = record_history(workspace, visit).events
    assert last.is_pending
    assert words(last.lines) == [("Jour", "", "4 mai 2026")]


def test_a_draft_never_finalised_has_a_history_too(workspace):
    install(workspace, TABLE)
    opened = start_record(workspace, "visite")
    say(workspace, opened, "site[1]/nom", "Siège")
    (event,) = record_history(workspace, opened.record.record_id).events
    assert words(event.lines) == [("Site 1 › Nom", "", "Siège")]


def test_trash_return_and_reopening_are_told_once_in_their_order(workspace, visit):
    reopened(workspace, visit)
    for reason in ("doublon", "encore"):
        workspace.trash(visit, reason=reason)
        workspace.restore(visit, reason="erreur")
    told = [(one.number, one.what, one.reason) for one in record_history(workspace, visit).events]
    assert [one for one in told if one[1] not in ("publish", "withdraw")] == [
        (1, "create", ""),
        (2, "reopened", "déménagement"),
        (3, "delete", "doublon"),
        (4, "restore", "erreur"),
        (5, "delete", "encore"),
        (6, "restore", "erreur"),
    ]


def test_a_draft_put_in_the_trash_tells_it_too(workspace):
    install(workspace, TABLE)
    record_id = start_record(workspace, "visite").record.record_id
    workspace.trash(record_id, reason="vide")
    told = [(one.what, one.reason) for one in record_history(workspace, record_id).events]
    assert told[-1] == ("delete", "vide")


def test_a_path_that_a_newer_form_lacks_keeps_its_label_and_words(workspace, visit):
    newer = TABLE.replace("| visite | 1 |", "| visite | 2 |").replace("| dans = ${pays} |", "| |")
    install(workspace, newer.replace("| select_one v | ville | Ville |", "| text | bourg | Bourg |"))
    opened = open_record(workspace, reopen_record(workspace, visit, reason="x").record.record_id)
    opened.session = type(opened.session)(
        workspace.forms.get("visite", "2"), answers=workspace.draft_answers(visit)
    )
    assert finalise_record(workspace, opened).is_done
    lines = [line for one in record_history(workspace, visit).events for line in one.lines]
    old = [line for line in lines if line.path == "lieu/ville"]
    assert {(line.label, line.is_former) for line in old} == {("Ville", True)}
    assert old[0].new.words == "Rabat"


def test_an_erased_value_leaves_its_line(workspace, visit):
    db = workspace._opened.db
    db.execute(
        "UPDATE change_field SET salt = '', old_value = NULL, new_value = NULL WHERE path = 'lieu/ville'"
    )
    history = record_history(workspace, visit)
    (line,) = [line for line in history.events[0].lines if line.path == "lieu/ville"]
    assert (line.is_erased, line.label, line.new.value) == (True, "Ville", None)
    assert history.erased == 1


def test_by_field_each_path_has_its_values_in_order(workspace, visit):
    for pays, reason in (("sn", "un"), ("ma", "deux")):
        opened = reopened(workspace, visit, reason)
        say(workspace, opened, "lieu/pays", pays)
        finalise_record(workspace, opened)
    (field,) = [one for one in record_history(workspace, visit).fields() if one.line.path == "lieu/pays"]
    assert [(event.reason, line.new.words) for event, line in field.moves] == [
        ("", "Maroc"),
        ("un", "Sénégal"),
        ("deux", "Maroc"),
    ]


def test_between_two_moments_what_came_back_is_no_difference(workspace, visit):
    opened = reopened(workspace, visit)
    for reference, value in (("lieu/pays", "sn"), ("lieu/pays", "ma"), ("lieu/jour", "2026-05-01")):
        say(workspace, opened, reference, value)
    lines = net(record_history(workspace, visit).events[1:])
    assert [line.path for line in lines if line.path != "lieu/ville"] == ["lieu/jour"]


def test_what_only_says_who_may_see_is_no_value_of_a_field(workspace):
    record_id = finalised(workspace).record.record_id
    opened = reopen_record(workspace, record_id, reason="accord retiré", language="fr")
    contact = "/fiche_organisation/contacts/contact[1]"
    leaves = [one for one in opened.session.leaves() if one.startswith(contact)]
    accord = next(one for one in leaves if opened.session.value(one) == "oui")
    save_effects(workspace, opened, opened.session.answer(accord, "non"), question=accord)
    finalise_record(workspace, opened)
    history = record_history(workspace, record_id)
    assert "withdraw" in [event.what for event in history.events]
    whats = {event.what for field in history.fields() for event, _ in field.moves}
    assert whats == {"create", "edit"}


def test_an_unknown_record_is_said(workspace):
    with pytest.raises(KnownError, match=r"record\.not_found"):
        record_history(workspace, "x")


def test_an_erased_record_tells_that_and_no_value(workspace):
    record_id = finalised(workspace).record.record_id
    workspace.erasing.erase(record_id, reason=ErasureReason.REQUEST, actor_id=workspace.actor.actor_id)
    history = record_history(workspace, record_id)
    assert "erase" in [event.what for event in history.events]
    assert not [line for event in history.events for line in event.lines if line.old.value or line.new.value]
    assert history.erased > 100


def test_what_speaks_against_the_clock_is_told(workspace, visit):
    db = workspace._opened.db
    db.execute("DROP TRIGGER change_is_never_altered")
    db.execute("UPDATE change SET clock = 'backward'")
    assert record_history(workspace, visit).events[0].clock == "backward"
