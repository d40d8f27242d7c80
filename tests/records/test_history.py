"""Two moments of a history side by side."""

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.history import HistoryEvent, HistoryLine, LineKind, RecordHistory, Said, compare

VALUES = st.sampled_from([None, "a", "b"])


def said(value):
    return Said(value, value or "")


def history(*turns):
    """A history in which each turn sets answers: path -> value."""
    now, events = {}, []
    for number, turn in enumerate(turns, 1):
        lines = tuple(
            HistoryLine(path, "", "", path, LineKind.ANSWER, old=said(now.get(path)), new=said(value))
            for path, value in sorted(turn.items())
        )
        now |= turn
        events.append(HistoryEvent(number, "edit", "2026-11-22T08:00:00.000Z", "Amina", lines=lines))
    return RecordHistory("r", "", "f", "", "1", "", "fr", tuple(events))


def sides(compared):
    return {line.path: (line.old.value, line.new.value) for line in compared.lines}


def test_only_what_differs_or_all_of_it():
    told = history({"nom": "a", "ville": "b"}, {"ville": "a"}, {"mission": "b"})
    assert sides(compare(told, 1, 3)) == {"ville": ("b", "a"), "mission": (None, "b")}
    everything = sides(compare(told, 1, 3, is_all=True))
    assert everything == {"nom": ("a", "a"), "ville": ("b", "a"), "mission": (None, "b")}


def test_a_moment_that_is_not_there_is_compared_with_nothing():
    told = history({"nom": "a"})
    assert compare(told, 1, 0) is None
    assert compare(told, 0, 2) is None
    assert sides(compare(told, 0, 0)) == {"nom": (None, "a")}


@given(
    st.lists(st.dictionaries(st.sampled_from("xyz"), VALUES, min_size=1), min_size=2, max_size=6), st.data()
)
def test_each_side_is_what_stood_there(turns, data):
    last = data.draw(st.integers(1, len(turns)))
    first = data.draw(st.integers(0, last - 1))
    before, after = {}, {}
    for number, turn in enumerate(turns, 1):
        if number <= first:
            before |= turn
        if number <= last:
            after |= turn
    pairs = {path: (before.get(path), after.get(path)) for path in after}
    differing = {path: pair for path, pair in pairs.items() if pair[0] != pair[1]}
    told = history(*turns)
    assert sides(compare(told, first, last)) == differing
    standing = {path: pair for path, pair in pairs.items() if pair != (None, None)}
    assert sides(compare(told, first, last, is_all=True)) == standing
