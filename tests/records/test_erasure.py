"""Erasing a value: it goes from everything made of it, in any order, and from nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.change import Change, ChangeField, Op, content_hash, is_erased, value_digest
from fieldapp.records.erasure import taken_back, without
from fieldapp.records.merge import merge_record

SECRET = "0612345678"


def change(name, value, *parents, op=Op.EDIT, old=None, path="tel"):
    field = ChangeField(path, old, value, parents, "5a17", value_digest("5a17", old, value))
    return Change("d", 1, name, "2026-11-22T08:00:00.000Z", "a", "r", "f", "1", op, "", "", (field,))


FIRST = change("1", SECRET, op=Op.CREATE)
ERASE = change("2", None, "1", op=Op.ERASE)


def kept(*changes):
    taken = taken_back(changes)
    return [without(one, taken) for one in changes]


def values(changes):
    return {value for one in changes for f in one.fields for value in (f.old_value, f.new_value)} - {None}


def test_an_erased_value_goes_and_every_hash_stays():
    after = kept(FIRST, ERASE)
    assert values(after) == set()
    assert [content_hash(one) for one in after] == [content_hash(FIRST), content_hash(ERASE)]


def test_a_correction_typed_elsewhere_of_an_erased_value_goes_with_it():
    late = change("3", "0612345679", "1", old=SECRET)
    assert values(kept(FIRST, ERASE, late)) == set()
    state = merge_record([FIRST, ERASE, late])["tel"]
    assert (state.value, state.is_conflict) == (None, False)


def test_what_was_built_on_that_correction_goes_too():
    late = change("3", "0612345679", "1", old=SECRET)
    later = change("4", "0612345670", "3", old="0612345679")
    assert values(kept(later, late, ERASE, FIRST)) == set()


def test_a_value_given_by_somebody_who_knew_stands():
    again = change("3", "0700000000", "2")
    assert values(kept(FIRST, ERASE, again)) == {"0700000000"}
    assert merge_record([FIRST, ERASE, again])["tel"].value == "0700000000"


def test_a_first_value_that_nobody_made_of_the_erased_one_is_decided_by_a_person():
    other = change("3", "0700000000")
    assert values(kept(FIRST, ERASE, other)) == {"0700000000"}
    assert merge_record([FIRST, ERASE, other])["tel"].choices == (None, "0700000000")


def test_another_answer_of_the_record_is_left_alone():
    name = change("3", "AMAPPE", path="nom")
    assert values(kept(FIRST, ERASE, name)) == {"AMAPPE"}


def test_a_withdrawal_takes_only_what_it_replaces():
    gone = replace(ERASE, op=Op.WITHDRAW)
    late = change("3", "0612345679", "1", old=SECRET)
    assert [is_erased(one.fields[0]) for one in kept(FIRST, gone, late)] == [True, True, False]


def test_a_withdrawal_says_nothing_of_the_author_own_values():
    gone = replace(ERASE, op=Op.WITHDRAW)
    assert merge_record([FIRST, gone])["tel"].value == SECRET


@st.composite
def histories(draw):
    """Draw a history of one path in which everybody saw some of what was there, and some erased it."""
    changes = [change("c0", "v0", op=Op.CREATE)]
    for index in range(1, draw(st.integers(2, 9))):
        seen = draw(st.lists(st.sampled_from(changes), unique=True, max_size=3))
        op = draw(st.sampled_from([Op.EDIT, Op.EDIT, Op.ERASE, Op.DELETE]))
        value = None if op is not Op.EDIT else f"v{index}"
        old = " ".join(f.new_value for one in seen for f in one.fields if f.new_value) or None
        parents = tuple(sorted(one.change_id for one in seen))
        changes.append(change(f"c{index}", value, *parents, op=op, old=old))
    return changes


def known_to(changes, change_id):
    parents = {one.change_id: one.fields[0].parents for one in changes}
    seen, todo = set(), [*parents[change_id]]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += parents[name]
    return seen


@given(histories(), st.randoms())
def test_neither_order_nor_erasing_twice_matters(changes, random):
    taken = taken_back(changes)
    shuffled = [without(one, taken) if random.random() < 0.5 else one for one in changes * 2]
    random.shuffle(shuffled)
    assert taken_back(shuffled) == taken
    assert merge_record(shuffled_by_last(shuffled)) == merge_record(changes)


def shuffled_by_last(changes):
    """Keep one of each, as a journal does: its own or the erased one, whichever came last."""
    return list({one.change_id: one for one in changes}.values())


@given(histories())
def test_nothing_that_an_eraser_saw_stands_anywhere_unless_its_author_knew(changes):
    left = {one.change_id: one.fields[0] for one in kept(*changes)}
    for eraser in (one for one in changes if one.op is Op.ERASE):
        seen = known_to(changes, eraser.change_id)
        for name, field in left.items():
            before = known_to(changes, name)
            if name in seen or (before & seen and eraser.change_id not in before):
                assert (field.old_value, field.new_value) == (None, None)


@given(histories())
def test_what_stands_apart_from_every_erasure_is_as_it_was(changes):
    erasers = [one.change_id for one in changes if one.op is Op.ERASE]
    for before, after in zip(changes, kept(*changes), strict=True):
        touched = {before.change_id, *known_to(changes, before.change_id)}
        if not any(touched & {name, *known_to(changes, name)} for name in erasers):
            assert before == after
