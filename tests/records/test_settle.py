"""What of a record's changes applies and what waits: claims about the pure function, without a database."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.change import Change, ChangeField, Op, content_hash, is_erased, value_digest
from fieldapp.records.settle import Fault, settle


class Forgiving:
    """Rules under which only the value `bad` is a fault."""

    def fault_of(self, change):
        return next((Fault("value.bad", one.path) for one in change.fields if one.new_value == "bad"), None)

    def set_paths(self, form_id):
        return frozenset()


def field(path, value, *parents):
    return ChangeField(path, None, value, parents, "00" * 16, value_digest("00" * 16, None, value))


def change(change_id, *fields, device="a", seq=1, op=Op.EDIT, form_id="essai"):
    return Change(device, seq, change_id, "", "", "r", form_id, "1", op, "", "", fields)


CREATE = change("c1", field("nom", "AMPF"), op=Op.CREATE)


def faults(*changes):
    return {one.change.change_id: one.fault.code for one in settle(changes, Forgiving()).waiting}


def test_a_created_record_stands():
    settled = settle([CREATE], Forgiving())
    assert (settled.applied, settled.waiting, settled.state["nom"].value) == ((CREATE,), (), "AMPF")


def test_an_edit_of_a_record_nobody_created_waits():
    assert faults(change("c2", field("ville", "Fès"))) == {"c2": "change.unknown_record"}


def test_an_edit_behind_a_faulty_create_waits():
    bad = change("c1", field("nom", "bad"), op=Op.CREATE)
    assert faults(bad, change("c2", field("ville", "Fès"), seq=2)) == {
        "c1": "value.bad",
        "c2": "change.unknown_record",
    }


def test_a_change_whose_parent_never_came_waits():
    assert faults(CREATE, change("c3", field("nom", "ALCS", "c2"), seq=3)) == {"c3": "change.parent_missing"}


def test_a_parent_counts_only_for_the_path_it_set():
    other = change("c2", field("ville", "Fès", "c1"), seq=2)
    assert faults(CREATE, other) == {"c2": "change.held"}


def test_later_changes_of_the_same_laptop_wait_behind_a_faulty_one():
    bad = change("c2", field("nom", "bad", "c1"), seq=2)
    later = change("c3", field("ville", "Fès"), seq=3)
    assert faults(CREATE, bad, later) == {"c2": "value.bad", "c3": "change.held"}


def test_changes_of_another_laptop_do_not_wait_behind_it():
    bad = change("c2", field("nom", "bad", "c1"), seq=2)
    other = change("c3", field("ville", "Fès"), seq=9, device="b")
    assert faults(CREATE, bad, other) == {"c2": "value.bad"}


def test_a_change_of_another_form_waits():
    assert faults(CREATE, change("c2", field("x", "1"), seq=2, form_id="autre")) == {
        "c2": "change.wrong_form"
    }


def test_a_publication_introduces_a_record_even_behind_an_edit():
    edit = change("c1", field("ville", "Fès"))
    assert faults(edit, change("c2", field("nom", "AMPF"), seq=2, op=Op.PUBLISH)) == {}


@pytest.mark.parametrize("op", [Op.WITHDRAW, Op.ERASE])
def test_what_is_taken_back_leaves_the_history_and_its_hash_stays(op):
    gone = change("c2", field("nom", None, "c1"), seq=2, op=op)
    kept = settle([CREATE, gone], Forgiving()).applied
    assert all(is_erased(one) and one.new_value is None for each in kept for one in each.fields)
    assert [content_hash(each) for each in kept] == [content_hash(CREATE), content_hash(gone)]


def test_a_value_that_somebody_else_set_meanwhile_survives_a_withdrawal():
    gone = change("c2", field("nom", None, "c1"), seq=2, op=Op.WITHDRAW)
    meanwhile = change("c3", field("nom", "ALCS", "c1"), device="b")
    state = settle([CREATE, gone, meanwhile], Forgiving()).state["nom"]
    assert (state.is_conflict, state.value, set(state.choices)) == (True, None, {None, "ALCS"})


def test_a_correction_of_an_erased_value_goes_with_it():
    gone = change("c2", field("nom", None, "c1"), seq=2, op=Op.ERASE)
    meanwhile = change("c3", field("nom", "ALCS", "c1"), device="b")
    settled = settle([CREATE, gone, meanwhile], Forgiving())
    assert (settled.state["nom"].is_conflict, settled.state["nom"].value) == (False, None)
    assert "ALCS" not in repr(settled)


def test_a_faulty_value_that_is_erased_waits_no_longer_and_is_nowhere():
    bad = change("c2", field("nom", "bad", "c1"), seq=2)
    gone = change("c3", field("nom", None, "c2"), seq=3, op=Op.ERASE)
    assert faults(CREATE, bad) == {"c2": "value.bad"}
    settled = settle([CREATE, bad, gone], Forgiving())
    assert (settled.waiting, "bad" in repr(settled)) == ((), False)


def test_an_erasure_that_waits_itself_has_its_effect_all_the_same():
    gone = change("c3", field("nom", None, "c1", "never"), seq=3, op=Op.ERASE)
    settled = settle([CREATE, gone], Forgiving())
    assert [one.change.change_id for one in settled.waiting] == ["c3"]
    assert "AMPF" not in repr(settled)


VALUES = st.sampled_from(["Fès", "Salé", "bad", None])


@st.composite
def histories(draw):
    """Draw changes of three laptops that each saw some of what was there before."""
    changes = [CREATE]
    for number in range(draw(st.integers(1, 8))):
        path = draw(st.sampled_from(["nom", "ville"]))
        earlier = [one.change_id for one in changes if any(each.path == path for each in one.fields)]
        parents = (
            draw(st.lists(st.sampled_from([*earlier, "never"]), max_size=2, unique=True)) if earlier else []
        )
        op = draw(st.sampled_from([Op.EDIT, Op.EDIT, Op.WITHDRAW, Op.ERASE, Op.PUBLISH]))
        value = None if op in (Op.WITHDRAW, Op.ERASE) else draw(VALUES)
        device = draw(st.sampled_from("abc"))
        made = change(
            f"d{number}", field(path, value, *sorted(parents)), device=device, seq=number + 2, op=op
        )
        changes.append(made)
    return changes


@given(histories(), st.randoms(use_true_random=False), st.data())
def test_order_repetition_and_instalments_change_nothing(changes, random, data):
    whole = settle(changes, Forgiving())
    shuffled = changes * 2
    random.shuffle(shuffled)
    assert settle(shuffled, Forgiving()) == whole
    cut = data.draw(st.integers(0, len(shuffled)))
    first = settle(shuffled[:cut], Forgiving())
    held = [*first.applied, *(one.change for one in first.waiting)]
    rest = [one for one in shuffled[cut:] if one.change_id not in {each.change_id for each in held}]
    again = settle([*held, *rest], Forgiving())
    assert (again.state, again.applied) == (whole.state, whole.applied)


@given(histories())
def test_no_change_vanishes(changes):
    settled = settle(changes, Forgiving())
    known = {one.change_id for one in settled.applied} | {one.change.change_id for one in settled.waiting}
    assert known == {one.change_id for one in changes}


def test_a_change_that_is_taken_back_while_it_waits_elsewhere_is_kept_whole():
    waiting = change("c3", field("nom", "bad", "c1"), device="b")
    settled = settle([CREATE, waiting], Forgiving())
    assert settled.waiting[0].change == replace(waiting)
