"""Effects tell exactly what is another after an action: no more, no less."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.sessions import session
from tests.engine.test_properties import FORM, act


def seen(opened):
    """Return what a person could see of each cell."""
    return {
        cell: {
            "values": (cell.stored, cell.node.text),
            "relevance": cell.node.relevant,
            "required": cell.is_required,
            "readonly": cell.own_readonly,
            "violations": cell.violation,
            "choices": opened.choices(cell.reference),
            "labels": opened.label(cell.reference),
        }
        for cell in opened._live.tree.cells()
    }


def differing(before, after, what):
    return {
        cell.reference for cell in before.keys() & after.keys() if before[cell][what] != after[cell][what]
    }


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_effects_tell_all_that_is_another_and_nothing_else(data):
    opened = session(FORM)
    for _ in range(data.draw(st.integers(1, 8))):
        before = seen(opened)
        effects = act(data, opened)
        after = seen(opened)
        new = {cell.reference for cell in after.keys() - before.keys()}
        for what in ("values", "relevance", "required", "readonly", "violations"):
            told, moved = getattr(effects, what) - new, differing(before, after, what) - new
            assert told == moved, what
        assert effects.choices >= differing(before, after, "choices")
        assert effects.labels >= differing(before, after, "labels")
