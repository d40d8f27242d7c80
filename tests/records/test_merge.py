"""Merge by heads: the properties that `records/merge.py` writes down."""

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.change import Change, ChangeField, Op, value_digest
from fieldapp.records.merge import (
    FieldNode,
    answers_of,
    generic_path,
    merge_field,
    merge_record,
)


def node(name, value, *parents):
    return FieldNode(name, value, parents)


def change(name, values, parents=(), op=Op.EDIT):
    fields = tuple(
        ChangeField(path, None, value, parents, "00", value_digest("00", None, value))
        for path, value in values.items()
    )
    return Change("device", 1, name, "2026-11-22T08:00:00.000Z", "actor", "r", "f", "1", op, "", "", fields)


@st.composite
def histories(draw):
    """A graph of changes in which each author saw some earlier values: any history that can happen."""
    nodes = []
    for index in range(draw(st.integers(1, 8))):
        seen = draw(st.lists(st.sampled_from(nodes), unique=True, max_size=3)) if nodes else []
        heads = tuple(sorted({parent.change_id for parent in seen}))
        nodes.append(FieldNode(f"c{index}", draw(st.sampled_from(["", "a", "b", "a b", "c"])) or None, heads))
    return nodes


def test_a_chain_of_edits_gives_the_last():
    state = merge_field([node("1", "a"), node("2", "b", "1"), node("3", "c", "2")])
    assert (state.heads, state.value, state.is_conflict) == (("3",), "c", False)


def test_two_edits_of_one_value_are_a_conflict_that_keeps_the_agreed_value():
    state = merge_field([node("1", "a"), node("2", "b", "1"), node("3", "c", "1")])
    assert (state.is_conflict, state.value, state.choices) == (True, "a", ("b", "c"))


def test_the_same_correction_made_twice_is_agreement():
    state = merge_field([node("1", "a"), node("2", "b", "1"), node("3", "b", "1")])
    assert (state.is_conflict, state.value) == (False, "b")


def test_a_change_whose_parents_are_all_heads_resolves():
    nodes = [node("1", "a"), node("2", "b", "1"), node("3", "c", "1"), node("4", "d", "2", "3")]
    assert merge_field(nodes).value == "d"


def test_two_first_values_have_nothing_agreed():
    state = merge_field([node("1", "a"), node("2", "b")])
    assert (state.is_conflict, state.value) == (True, None)


def test_sets_merge_against_their_base():
    nodes = [node("1", "fr ar"), node("2", "fr ar en", "1"), node("3", "ar", "1")]
    assert merge_field(nodes, is_set=True).value == "ar en"


@given(histories(), st.randoms(), st.booleans())
def test_neither_order_nor_repetition_matters(nodes, random, is_set):
    shuffled = nodes + random.sample(nodes, k=len(nodes) // 2)
    random.shuffle(shuffled)
    assert merge_field(shuffled, is_set=is_set) == merge_field(nodes, is_set=is_set)


@given(histories())
def test_a_value_that_nobody_replaced_is_a_head(nodes):
    replaced = {parent for one in nodes for parent in one.parents}
    expected = tuple(sorted(one.change_id for one in nodes if one.change_id not in replaced))
    assert merge_field(nodes).heads == expected


@given(histories())
def test_a_conflict_shows_every_value_that_stands(nodes):
    state = merge_field(nodes)
    values = {one.change_id: one.value for one in nodes}
    assert state.choices == tuple(values[head] for head in state.heads)
    assert state.is_conflict == (len(set(state.choices)) > 1)


@given(histories(), st.sampled_from(["x", "y"]))
def test_seeing_all_heads_and_deciding_ends_any_conflict(nodes, value):
    heads = merge_field(nodes).heads
    state = merge_field([*nodes, FieldNode("last", value, heads)])
    assert (state.value, state.is_conflict) == (value, False)


def test_what_travelled_says_nothing_of_the_author_own_values():
    changes = [change("1", {"nom": "A"}), change("2", {"nom": None}, ("1",), Op.WITHDRAW)]
    assert answers_of(merge_record(changes)) == {"nom": "A"}
    assert answers_of(merge_record(changes, stream=True)) == {}


def test_paths_lose_their_uuids_to_become_generic():
    assert generic_path("sites/site[0197-aa]/ville") == "sites/site/ville"
