"""A draft goes over to a newer version of its form: all is shown first, nothing is lost, one undo takes it back."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.records.erasure import Reason
from fieldapp.records.former import FORM_VERSION, former_path
from fieldapp.usecases.erase_record import confirmation_word, erasable_answers, erase_record
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.former_answers import former_of
from fieldapp.usecases.record_history import record_history
from fieldapp.usecases.records import open_record, redo_step, save_effects, start_record, undo_step
from fieldapp.usecases.upgrade_draft import Fate, newer_version, plan_upgrade, upgrade_draft

HEAD = "| survey |\n| | type | name | label | required | relevant | choice_filter | default |\n"
LISTS = """| choices |
| | list_name | name | label |
| | genre | asso | Association |
| | genre | coop | Coopérative |
| | aide | emploi | Emploi |
| | aide | sante | Santé |
"""
FIRST = """
| | text | nom | Nom | | | | |
| | begin_group | siege | Siège | | | | |
| | text | tel | Téléphone | | | | |
| | text | fax | Télécopie | | | | |
| | end_group | | | | | | |
| | select_one genre | genre | Genre | | | | |
| | select_multiple aide | aides | Aides | | | | |
| | decimal | budget | Budget | | | | |
| | begin_repeat | site | Site | | | | |
| | text | ville | Ville | | | | |
| | end_repeat | | | | | | |
"""
SECOND = """
| | text | nom | Nom | | | | |
| | begin_group | contact | Contact | | | | |
| | text | tel | Téléphone | | | | |
| | text | courriel | Courriel | yes | | | |
| | text | pays | Pays | | | | Maroc |
| | end_group | | | | | | |
| | select_one genre | genre | Genre | | | | |
| | select_multiple aide | aides | Aides | | | | |
| | integer | budget | Budget | | | | |
| | begin_group | lieux | Lieux | | | | |
| | begin_repeat | site | Site | | | | |
| | text | ville | Ville | | | | |
| | end_repeat | | | | | | |
| | end_group | | | | | | |
"""
NEW_LISTS = LISTS.replace("| | genre | coop | Coopérative |\n", "").replace(
    "| | aide | sante | Santé |\n", ""
)


def install(workspace, version, questions, lists=LISTS):
    settings = f"| settings |\n| | form_id | version | form_title |\n| | visite | {version} | Visite |\n"
    table = (HEAD + questions.strip("\n") + "\n" + lists + settings).encode()
    workspace.forms.install(load_form_bytes(table, name="visite.md"), source=table, name="visite.md")


def say(workspace, opened, **answers):
    for name, value in answers.items():
        reference = next(one for one in opened.session.leaves() if one.rpartition("/")[2] == name)
        save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)
    return opened


@pytest.fixture
def draft(workspace):
    """A draft of the first version with an answer of every kind."""
    install(workspace, 1, FIRST)
    opened = start_record(workspace, "visite")
    answers = {"nom": "Amal", "tel": "0522", "fax": "0523", "genre": "coop", "aides": "emploi sante"}
    return say(workspace, opened, **answers, budget="2.6", ville="Fès")


@pytest.fixture
def outdated(workspace, draft):
    """The same, with the second version installed."""
    install(workspace, 2, SECOND, NEW_LISTS)
    return draft.record.record_id


def fates(plan):
    return {one.path.rpartition("/")[2]: one.fate for one in plan.passages if "meta/" not in one.path}


def test_the_plan_says_what_becomes_of_every_answer(workspace, outdated):
    plan = plan_upgrade(workspace, outdated)
    assert fates(plan) == {
        "nom": Fate.KEPT,
        "tel": Fate.MOVED,
        "fax": Fate.LOST,
        "genre": Fate.CHOICE_GONE,
        "aides": Fate.CHOICE_GONE,
        "budget": Fate.CHANGED,
        "ville": Fate.MOVED,
    }
    assert plan.new_questions == ("/data/contact/courriel", "/data/contact/pays")
    assert plan.required == ("/data/contact/courriel",)


def test_planning_changes_nothing(workspace, outdated):
    before = workspace.draft_answers(outdated)
    plan_upgrade(workspace, outdated)
    assert (workspace.draft_answers(outdated), workspace.records.get(outdated).form_version) == (before, "1")


def test_what_moved_stands_at_its_new_place(workspace, outdated):
    session = upgrade_draft(workspace, outdated).session
    assert session.value("/data/contact/tel") == "0522"
    assert session.value("/data/lieux/site[1]/ville") == "Fès"
    assert session.value("/data/contact/pays") == "Maroc"
    assert (session.value("/data/genre"), session.value("/data/aides")) == ("", "emploi")


def test_repeat_instances_keep_their_identity(workspace, draft):
    (path,) = [one for one in workspace.draft_answers(draft.record.record_id) if one.endswith("/ville")]
    install(workspace, 2, SECOND, NEW_LISTS)
    upgrade_draft(workspace, draft.record.record_id)
    assert workspace.draft_answers(draft.record.record_id)[f"lieux/{path}"] == "Fès"


def test_former_answers_are_kept_whole(workspace, outdated):
    upgrade_draft(workspace, outdated)
    form = workspace.forms.get("visite", "2")
    assert former_of(workspace, outdated, form) == {
        "siege/fax": "0523",
        former_path("1", "genre"): "coop",
        former_path("1", "aides"): "emploi sante",
        former_path("1", "budget"): "2.6",
    }


def test_one_undo_takes_all_of_it_back_and_redo_does_it_again(workspace, outdated):
    before = workspace.draft_answers(outdated)
    opened = upgrade_draft(workspace, outdated)
    after = workspace.draft_answers(outdated)
    undo_step(workspace, opened)
    assert (opened.session.definition.version, opened.record.form_version) == ("1", "1")
    assert workspace.draft_answers(outdated) == before
    assert opened.session.value("/data/siege/fax") == "0523"
    redo_step(workspace, opened)
    assert (opened.record.form_version, workspace.draft_answers(outdated)) == ("2", after)


def test_undo_goes_on_before_the_upgrade(workspace, outdated):
    opened = upgrade_draft(workspace, outdated)
    say(workspace, opened, courriel="a@example.org")
    for _ in range(3):
        undo_step(workspace, opened)
    assert opened.session.value("/data/site[1]/ville") == ""


def test_finalising_journals_the_new_version_with_the_former_answers(workspace, outdated):
    opened = say(workspace, upgrade_draft(workspace, outdated), courriel="a@example.org")
    change = finalise_record(workspace, opened).change
    assert change.form_version == "2"
    assert workspace.answers(outdated)["siege/fax"] == "0523"
    assert workspace.answers(outdated)[former_path("1", "genre")] == "coop"
    assert workspace.check() == workspace.changes.count()


def test_former_answers_outlive_the_next_revisions(workspace, outdated):
    opened = say(workspace, upgrade_draft(workspace, outdated), courriel="a@example.org")
    finalise_record(workspace, opened)
    opened = say(workspace, reopen_record(workspace, outdated, reason="x"), nom="Amal 2")
    change = finalise_record(workspace, opened).change
    assert [field.path for field in change.fields] == ["nom"]
    assert workspace.draft_answers(outdated)["siege/fax"] == "0523"


def test_a_dormant_answer_that_is_lost_stays_beside_the_journal(workspace):
    install(workspace, 1, FIRST.replace("| Télécopie | | |", "| Télécopie | | ${nom} = 'x' |"))
    opened = say(workspace, start_record(workspace, "visite"), nom="x", fax="0523")
    say(workspace, opened, nom="Amal")
    install(workspace, 2, SECOND)
    opened = say(workspace, upgrade_draft(workspace, opened.record.record_id), courriel="a@example.org")
    finalise_record(workspace, opened)
    record_id = opened.record.record_id
    assert "siege/fax" not in workspace.answers(record_id)
    assert workspace.draft_answers(record_id)["siege/fax"] == "0523"


def test_a_reopened_record_goes_over_and_its_history_stays_readable(workspace, draft):
    record_id = draft.record.record_id
    assert finalise_record(workspace, draft).is_done
    install(workspace, 2, SECOND, NEW_LISTS)
    with pytest.raises(KnownError, match=r"upgrade\.finalised"):
        plan_upgrade(workspace, record_id)
    reopen_record(workspace, record_id, reason="version 2")
    opened = say(workspace, upgrade_draft(workspace, record_id), courriel="a@example.org")
    finalise_record(workspace, opened)
    history = record_history(workspace, record_id)
    (edit,) = [event for event in history.events if event.what == "edit"]
    assert (edit.version_before, edit.form_version) == ("1", "2")
    told = {(line.label, line.old.words, line.new.words) for line in edit.lines}
    assert {("Genre", "Coopérative", ""), ("Téléphone", "", "0522"), ("Téléphone", "0522", "")} <= told
    former = {(line.label, line.new.words) for line in history.former}
    assert {("Télécopie", "0523"), ("Genre", "Coopérative")} <= former


def test_an_upgrade_is_told_in_the_history_of_the_draft(workspace, outdated):
    upgrade_draft(workspace, outdated)
    event = record_history(workspace, outdated).events[-1]
    assert (event.what, event.version_before, event.form_version) == ("upgrade", "1", "2")
    assert "Télécopie" in [line.label for line in event.lines]


def test_a_later_version_that_asks_again_finds_the_answer(workspace, outdated):
    upgrade_draft(workspace, outdated)
    install(workspace, 3, FIRST)
    plan = plan_upgrade(workspace, outdated)
    assert fates(plan)["fax"] is Fate.BACK
    assert upgrade_draft(workspace, outdated).session.value("/data/siege/fax") == "0523"


def test_what_was_asked_once_goes_into_a_repeat_and_comes_out_of_one(workspace):
    inside = "| | begin_repeat | poste | Poste | | | | |\n| | text | tel | Tél | | | | |\n| | end_repeat | | | | | | |"
    install(workspace, 1, "| | text | nom | Nom | | | | |\n| | text | tel | Tél | | | | |")
    opened = say(workspace, start_record(workspace, "visite"), nom="A", tel="0522")
    install(workspace, 2, "| | text | nom | Nom | | | | |\n" + inside)
    opened = upgrade_draft(workspace, opened.record.record_id)
    assert opened.session.value("/data/poste[1]/tel") == "0522"
    install(workspace, 3, "| | text | nom | Nom | | | | |\n| | text | tel | Tél | | | | |")
    assert upgrade_draft(workspace, opened.record.record_id).session.value("/data/tel") == "0522"


def test_of_several_answers_for_one_place_none_wins(workspace):
    install(workspace, 1, FIRST)
    opened = say(workspace, start_record(workspace, "visite"), ville="Fès")
    save_effects(workspace, opened, opened.session.add_repeat("/data/site"), question="")
    effects = opened.session.answer("/data/site[2]/ville", "Oujda")
    save_effects(workspace, opened, effects, question="")
    install(workspace, 2, "| | text | nom | Nom | | | | |\n| | text | ville | Ville | | | | |", "")
    plan = plan_upgrade(workspace, opened.record.record_id)
    assert [(one.value, one.fate) for one in plan.of(Fate.LOST)] == [("Fès", Fate.LOST), ("Oujda", Fate.LOST)]


def test_two_devices_that_upgrade_make_the_same_instances(workspace):
    install(workspace, 1, "| | text | tel | Tél | | | | |", "")
    opened = say(workspace, start_record(workspace, "visite"), tel="0522")
    inside = "| | begin_repeat | poste | Poste | | | | |\n| | text | tel | Tél | | | | |\n| | end_repeat | | | | | | |"
    install(workspace, 2, inside, "")
    first, second = (plan_upgrade(workspace, opened.record.record_id) for _ in range(2))
    assert first.edits == second.edits


def test_the_newest_version_is_offered_once(workspace, outdated):
    assert newer_version(workspace, workspace.records.get(outdated)) == "2"
    opened = upgrade_draft(workspace, outdated)
    assert newer_version(workspace, opened.record) == ""
    with pytest.raises(KnownError, match=r"upgrade\.same_version"):
        upgrade_draft(workspace, outdated)


def test_an_upgrade_survives_a_restart(workspace, outdated):
    upgrade_draft(workspace, outdated)
    again = open_record(workspace, outdated)
    assert (again.session.definition.version, again.session.value("/data/contact/tel")) == ("2", "0522")


def test_what_a_newer_version_left_of_an_answer_is_erased_with_it_or_by_itself(workspace, outdated):
    upgrade_draft(workspace, outdated)
    left = {one.path for one in erasable_answers(workspace, outdated)} - {"contact/tel"}
    assert {"siege/tel", "siege/fax"} <= left
    assert not {path for path in left if path.startswith("@") or path.startswith("meta")}
    for paths in (["genre", "siege/fax"], ["contact/tel", "siege/tel"]):
        word = confirmation_word(outdated)
        erase_record(workspace, outdated, paths=paths, reason=Reason.REQUEST, confirmation=word)
    kept = str([step.edits for step in workspace.drafts.steps(outdated)]) + str(
        workspace.draft_answers(outdated)
    )
    assert not [value for value in ("0522", "0523", "coop") if value in kept]
    assert workspace.draft_answers(outdated)["nom"] == "Amal"
    assert workspace.records.get(outdated).form_version == "2"


def test_erasing_a_record_names_no_version_of_its_form_among_what_was_erased(workspace, outdated):
    upgrade_draft(workspace, outdated)
    word = confirmation_word(outdated)
    erase_record(workspace, outdated, reason=Reason.REQUEST, confirmation=word)
    change = workspace.changes.of_record(outdated)[-1]
    assert FORM_VERSION not in {field.path for field in change.fields}
