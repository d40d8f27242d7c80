"""An official list is kept for ever; the one in force is the last that was not withdrawn."""

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.store import OfficialEntry

AGDAL = OfficialEntry("04.421.01.01", "Agdal Riyad", "أكدال الرياض")
HASSAN = OfficialEntry("04.421.01.02", "Hassan", "حسان")


def take(workspace, *entries, digest="a"):
    lists = workspace.official_lists
    return lists.take(
        "communes", entries, source_name=f"{digest}.csv", sha256=digest, actor_id=workspace.actor.actor_id
    )


def labels(tree):
    return {row.child("name").text: row.child("label").text for row in tree.children}


def test_a_list_serves_its_rows_with_their_region_and_province(workspace):
    take(workspace, AGDAL)
    (row,) = workspace.official_lists.tree("communes").children
    assert [cell.text for cell in row.children] == [
        "04.421.01.01",
        "Agdal Riyad",
        "أكدال الرياض",
        "04",
        "04.421",
    ]


def test_two_communes_of_a_region_with_one_name_are_told_apart_by_their_province(workspace):
    other = OfficialEntry("04.441.01.01", "Hassan", "حسان")
    far = OfficialEntry("01.511.01.01", "Hassan", "حسان")
    take(workspace, AGDAL, HASSAN, other, far)
    assert labels(workspace.official_lists.tree("communes")) == {
        AGDAL.code: "Agdal Riyad",
        HASSAN.code: "Hassan (Rabat)",
        other.code: "Hassan (Salé)",
        far.code: "Hassan",
    }


def test_the_list_before_comes_back_when_one_is_withdrawn(workspace):
    first = take(workspace, AGDAL)
    take(workspace, AGDAL, HASSAN, digest="b")
    workspace.official_lists.withdraw("communes", actor_id="")
    assert workspace.official_lists.in_force("communes") == first
    workspace.official_lists.withdraw("communes", actor_id="")
    assert workspace.official_lists.in_force("communes") is None
    with pytest.raises(KnownError, match=r"official\.none"):
        workspace.official_lists.withdraw("communes", actor_id="")


def test_what_was_chosen_stays_with_its_name_when_its_list_is_gone(workspace):
    take(workspace, AGDAL)
    workspace.official_lists.withdraw("communes", actor_id="")
    chosen = labels(workspace.official_lists.tree("communes", [AGDAL.code, "05.231.01.01"]))
    assert chosen == {AGDAL.code: "Agdal Riyad", "05.231.01.01": "05.231.01.01"}
    assert labels(workspace.official_lists.tree("communes")) == {}


def test_every_act_is_kept_in_order_with_who_did_it(workspace):
    take(workspace, AGDAL)
    workspace.official_lists.withdraw("communes", actor_id=workspace.actor.actor_id)
    acts = workspace.official_lists.acts("communes")
    assert [(act.kind, act.actor_id) for act in acts] == [
        ("taken", workspace.actor.actor_id),
        ("withdrawn", workspace.actor.actor_id),
    ]
    assert acts[0].moment.tick < acts[1].moment.tick


@pytest.mark.parametrize("table", ["official_list", "official_entry", "official_act"])
def test_what_was_taken_is_never_altered(workspace, table):
    take(workspace, AGDAL)
    with pytest.raises(BugError):
        workspace._opened.db.execute(f"DELETE FROM {table}")


def test_the_same_list_is_not_taken_twice(workspace):
    take(workspace, AGDAL)
    with pytest.raises(KnownError, match=r"official\.same"):
        take(workspace, AGDAL)


def test_the_list_is_in_the_file_when_it_is_opened_again(workspace, reopen):
    take(workspace, AGDAL)
    workspace.close()
    assert labels(reopen().official_lists.tree("communes")) == {AGDAL.code: "Agdal Riyad"}


def test_a_list_that_could_not_be_kept_whole_is_not_there_at_all(workspace):
    with pytest.raises(BugError):
        take(workspace, AGDAL, HASSAN, AGDAL)
    assert workspace.official_lists.in_force("communes") is None
    assert workspace.official_lists.acts("communes") == []
