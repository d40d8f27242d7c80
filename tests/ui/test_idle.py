"""Nobody is there, or the computer slept: seen by two clocks that a test moves, never by waiting."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fieldapp.ui.idle import LOOK_SECONDS, IdleWatch


class Moved:
    """Both clocks of a computer."""

    def __init__(self):
        self.ticks = 1_000.0
        self.wall = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def now(self):
        return self.wall

    def ticking(self):
        return self.ticks

    def pass_by(self, seconds, *, asleep=0):
        self.ticks += seconds
        self.wall += timedelta(seconds=seconds + asleep)


@pytest.fixture
def clock():
    return Moved()


@pytest.fixture
def minutes():
    return [10]


@pytest.fixture
def watch(qapp, clock, minutes):
    return IdleWatch(lambda: minutes[0], clock=clock, ticking=clock.ticking)


def wait(watch, clock, seconds):
    """Let time go by, look after look; return how often it was found that nobody is there."""
    found = []
    watch.idle.connect(lambda: found.append(1))
    for _ in range(seconds // LOOK_SECONDS):
        clock.pass_by(LOOK_SECONDS)
        watch.look()
    return len(found)


def test_ten_minutes_without_anybody_are_noticed_and_not_a_minute_less(watch, clock):
    assert wait(watch, clock, 9 * 60) == 0
    assert wait(watch, clock, 60) == 1


def test_the_choice_of_the_moment_counts(watch, clock, minutes):
    minutes[0] = 5
    assert wait(watch, clock, 5 * 60) == 1
    minutes[0] = 0
    assert wait(watch, clock, 60 * 60) == 0


def test_whoever_types_is_there(watch, clock):
    wait(watch, clock, 9 * 60)
    watch.touch()
    assert wait(watch, clock, 9 * 60) == 0


@pytest.mark.parametrize("ticks_while_asleep", [True, False], ids=["boot clock", "stopped clock"])
def test_a_computer_that_slept_locks_when_it_wakes(watch, clock, qtbot, ticks_while_asleep):
    clock.pass_by(3_600 if ticks_while_asleep else LOOK_SECONDS, asleep=0 if ticks_while_asleep else 3_600)
    with qtbot.waitSignal(watch.idle, timeout=0):
        watch.look()


def test_a_clock_set_back_locks_nothing(watch, clock):
    clock.wall -= timedelta(days=400)
    assert wait(watch, clock, 60) == 0


@pytest.fixture
def heard(watch, qtbot):
    """A widget whose window of the system has come to the front."""
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    watch._listen(widget.windowHandle())
    return widget


@pytest.mark.parametrize("act", ["key", "mouse"])
def test_a_key_and_the_mouse_are_heard_at_the_window(watch, clock, heard, act):
    wait(watch, clock, 9 * 60)
    if act == "key":
        QTest.keyClick(heard.windowHandle(), Qt.Key.Key_A)
    else:
        QTest.mouseMove(heard.windowHandle())
    assert wait(watch, clock, 9 * 60) == 0


def test_ctrl_l_asks_for_the_lock(watch, heard, qtbot):
    with qtbot.waitSignal(watch.asked):
        QTest.keyClick(heard.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
