"""Guessing takes longer each time; a mistake or two cost nothing, and nobody is shut out."""

from pathlib import Path

import pytest

from fieldapp.ui.patience import Patience

HERE, THERE = Path("/ici"), Path("/la")


@pytest.fixture
def now():
    return [100.0]


@pytest.fixture
def patience(now):
    return Patience(ticking=lambda: now[0])


def test_two_mistakes_cost_nothing_then_it_grows_to_half_a_minute(patience):
    waits = []
    for _ in range(9):
        patience.note_mistake(HERE)
        waits.append(patience.seconds_left(HERE))
    assert waits == [0, 0, 2, 4, 8, 16, 30, 30, 30]


def test_the_wait_ends(patience, now):
    for _ in range(4):
        patience.note_mistake(HERE)
    now[0] += 3.5
    assert patience.seconds_left(HERE) == 1
    now[0] += 0.5
    assert patience.seconds_left(HERE) == 0


def test_one_agents_mistakes_are_not_anothers(patience):
    for _ in range(5):
        patience.note_mistake(HERE)
    assert patience.seconds_left(THERE) == 0


def test_the_right_passphrase_forgets_all(patience):
    for _ in range(5):
        patience.note_mistake(HERE)
    patience.forget(HERE)
    patience.note_mistake(HERE)
    assert patience.seconds_left(HERE) == 0
