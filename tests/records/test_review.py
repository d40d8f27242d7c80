"""The table of moves, and where a review stands: the properties that `records/review.py` writes down."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.records.aside import REVIEW_PATH, REVIEWED_PATH
from fieldapp.records.change import Op
from fieldapp.records.merge import merge_record
from fieldapp.records.review import ReviewState, Role, check_move, mark_of, moves_from, review_of, role_of
from tests.records.test_merge import change

S, R = ReviewState, Role
MOVES = {
    R.AGENT: set(),
    R.VERIFIER: {(S.NONE, S.VERIFIED), (S.NONE, S.COMMENTED)},
    R.LEAD: {
        (S.NONE, S.VERIFIED),
        (S.NONE, S.COMMENTED),
        (S.VERIFIED, S.SUBMITTED),
        (S.VERIFIED, S.COMMENTED),
        (S.SUBMITTED, S.COMMENTED),
        (S.COMMENTED, S.SUBMITTED),
    },
    R.BIT: {(S.SUBMITTED, S.VALIDATED_BIT), (S.SUBMITTED, S.COMMENTED)},
    R.ANAPEC: {
        (S.SUBMITTED, S.COMMENTED),
        (S.VALIDATED_BIT, S.VALIDATED_ANAPEC),
        (S.VALIDATED_BIT, S.COMMENTED),
    },
}


def edit(name, value, *parents):
    return change(name, {"nom": value}, parents)


def move(name, before, after, known, *parents):
    """A move by somebody who knew these changes."""
    [moved] = change(name, {REVIEW_PATH: str(after)}, parents).fields
    marked = change(name, {REVIEWED_PATH: mark_of(merge_record(known))}, op=Op.REVIEW)
    return replace(marked, fields=(replace(moved, old_value=str(before)), *marked.fields))


def state(*changes):
    return review_of(changes, merge_record(changes))


@pytest.mark.parametrize("role", Role)
def test_each_role_moves_what_the_table_says(role):
    allowed = {(before, after) for before in S for after in moves_from(before, role)}
    assert allowed == MOVES[role]


@pytest.mark.parametrize(("before", "after"), list(itertools.product(S, S)))
@pytest.mark.parametrize("role", Role)
def test_no_other_move_is_let_through(role, before, after):
    if (before, after) in MOVES[role]:
        check_move(before, after, role=role)
        return
    with pytest.raises(KnownError) as refused:
        check_move(before, after, role=role)
    is_known = any((before, after) in moves for moves in MOVES.values())
    assert refused.value.code == ("review.not_yours" if is_known else "review.wrong_move")


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Vérificatrice", R.VERIFIER),
        ("responsable régional", R.LEAD),
        ("BIT, coordination", R.BIT),
        ("Agent ANAPEC", R.AGENT),
        ("consultante", None),
        ("", None),
    ],
)
def test_a_role_is_known_by_its_word(word, role):
    assert role_of(word) is role


def test_a_record_goes_all_the_way():
    first = edit("a", "Amel")
    way = [S.NONE, S.VERIFIED, S.SUBMITTED, S.VALIDATED_BIT, S.VALIDATED_ANAPEC]
    moves = [
        move(f"m{number}", before, after, [first], *([f"m{number - 1}"] if number else []))
        for number, (before, after) in enumerate(itertools.pairwise(way))
    ]
    for count in range(len(way)):
        assert state(first, *moves[:count]).state is way[count]


@pytest.mark.parametrize("reached", [S.VERIFIED, S.SUBMITTED, S.VALIDATED_BIT, S.VALIDATED_ANAPEC])
def test_an_edit_lets_it_lapse_and_what_was_validated_stays_told(reached):
    first = edit("a", "Amel")
    before = {after: before for before, after in MOVES[R.LEAD] | MOVES[R.BIT] | MOVES[R.ANAPEC]}[reached]
    now = state(first, move("m", before, reached, [first]), edit("b", "Amal", "a"))
    assert (now.state, now.last, now.has_lapsed) == (S.NONE, reached, True)


def test_an_edit_the_reviewer_had_seen_changes_nothing():
    both = [edit("a", "Amel"), edit("b", "Amal", "a")]
    assert state(*both, move("m", S.NONE, S.VERIFIED, both)).state is S.VERIFIED


def test_what_was_returned_stays_returned_while_it_is_corrected():
    first = edit("a", "Amel")
    returned = move("m", S.NONE, S.COMMENTED, [first])
    assert state(first, returned, edit("b", "Amal", "a")).state is S.COMMENTED


def test_two_moves_at_once_leave_what_both_knew_until_one_saw_both():
    first = edit("a", "Amel")
    moves = [
        move("m", S.NONE, S.VERIFIED, [first]),
        move("n", S.VERIFIED, S.SUBMITTED, [first], "m"),
        move("o", S.VERIFIED, S.COMMENTED, [first], "m"),
    ]
    now = state(first, *moves)
    assert (now.state, now.is_disputed, now.heads) == (S.VERIFIED, True, ("n", "o"))
    assert state(first, *moves, move("p", S.VERIFIED, S.COMMENTED, [first], *now.heads)).state is S.COMMENTED


def test_a_move_of_another_program_moves_nothing():
    first = edit("a", "Amel")
    known = move("m", S.NONE, S.VERIFIED, [first])
    assert state(first, known, move("n", S.VERIFIED, "audited", [first], "m")).state is S.VERIFIED
    assert state(first, known, move("n", S.VERIFIED, S.VALIDATED_ANAPEC, [first], "m")).state is S.VERIFIED


@st.composite
def histories(draw):
    """Edits and moves, each by somebody who knew some of what came before."""
    made = [edit("c0", "Amel")]
    for number in range(1, draw(st.integers(2, 7))):
        known = [made[0], *draw(st.lists(st.sampled_from(made), unique=True, max_size=4))]
        if draw(st.booleans()):
            heads = merge_record(known)["nom"].heads
            made.append(edit(f"c{number}", draw(st.sampled_from(["Amel", "Amal", "Amine"])), *heads))
        else:
            now = review_of(known, merge_record(known))
            after = draw(st.sampled_from(S))
            made.append(move(f"c{number}", now.state, after, known, *now.heads))
    return made


@given(histories(), st.randoms())
def test_neither_order_nor_repetition_matters(made, random):
    shuffled = made + random.sample(made, k=len(made) // 2)
    random.shuffle(shuffled)
    assert state(*shuffled) == state(*made)


@given(histories())
def test_moves_make_no_answer_another(made):
    assert merge_record(made) == merge_record([one for one in made if one.op is not Op.REVIEW])


@given(histories())
def test_nothing_counts_as_checked_that_its_reviewer_did_not_see(made):
    now = state(*made)
    if now.state in {S.VERIFIED, S.SUBMITTED, S.VALIDATED_BIT, S.VALIDATED_ANAPEC}:
        mark = mark_of(merge_record(made))
        seen = [one for one in made if one.change_id in now.seen]
        assert mark in {
            field.new_value for one in seen for field in one.fields if field.path == REVIEWED_PATH
        }
