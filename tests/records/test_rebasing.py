"""What a draft changes when others changed the record meanwhile: nothing undone unseen, nothing won silently."""

import pytest

from fieldapp.records.merge import FieldNode, merge_field
from fieldapp.records.rebasing import NetField, Seen, Underway, net_difference

AGREED = merge_field([FieldNode("c1", "Rabat", ())])
CAME = merge_field([FieldNode("c1", "Rabat", ()), FieldNode("c2", "Salé", ("c1",))])
CONFLICT = merge_field(
    [FieldNode("c1", "Rabat", ()), FieldNode("c2", "Salé", ("c1",)), FieldNode("c3", "Témara", ("c1",))]
)
NOBODY = Underway({}, {})
BEFORE = {"ville": Seen("Rabat", ("c1",))}


def changed(state, value, underway):
    after = {"ville": value} if value else {}
    return net_difference({"ville": state}, after, underway)


def test_without_others_it_is_the_plain_difference():
    assert changed(AGREED, "Salé", NOBODY) == (NetField("ville", "Rabat", "Salé", ("c1",)),)
    assert changed(AGREED, "Rabat", NOBODY) == ()


@pytest.mark.parametrize("shown", ["Rabat", "Salé"])
def test_what_was_left_alone_stays_as_it_came(shown):
    assert changed(CAME, shown, Underway(BEFORE, {})) == ()


def test_what_was_typed_before_others_came_stands_beside_theirs():
    (field,) = changed(CAME, "Témara", Underway(BEFORE, {"ville": "Rabat"}))
    assert (field.old_value, field.parents) == ("Rabat", ("c1",))


def test_what_was_typed_over_theirs_replaces_it():
    (field,) = changed(CAME, "Témara", Underway(BEFORE, {"ville": "Salé"}))
    assert (field.old_value, field.parents) == ("Salé", ("c2",))


def test_going_back_over_theirs_to_the_old_value_is_a_change():
    (field,) = changed(CAME, "Rabat", Underway(BEFORE, {"ville": "Salé"}))
    assert (field.new_value, field.parents) == ("Rabat", ("c2",))


def test_typed_and_taken_back_is_no_change():
    assert changed(CAME, "Rabat", Underway(BEFORE, {"ville": "Rabat"})) == ()


def test_what_went_out_of_play_stands_beside_theirs():
    (field,) = changed(CAME, "", Underway(BEFORE, {}))
    assert (field.new_value, field.parents) == (None, ("c1",))


def test_who_saw_the_agreed_value_of_a_conflict_settles_nothing():
    (field,) = changed(CONFLICT, "Kénitra", NOBODY)
    assert (field.old_value, field.parents) == ("Rabat", ("c1",))
    assert changed(CONFLICT, "Rabat", NOBODY) == ()


def test_a_conflict_without_anything_common_has_no_base():
    state = merge_field([FieldNode("c1", "Rabat", ()), FieldNode("c2", "Salé", ())])
    assert (state.base, state.seen) == ((), ())
