"""A clock that cannot be right is said above every page, calmly, until it is right or a person says so."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.ui.clock_watch import ClockWatch
from tests.ui.test_trashing import MovableClock


@pytest.fixture
def clock(desk):
    moved = MovableClock(desk.workspace.clock)
    desk.workspace.clock = desk.workspace.events._clock = moved
    return moved


@pytest.fixture
def watch(window):
    return window.space.findChild(ClockWatch)


def test_nothing_is_said_of_a_clock_that_is_right(watch):
    watch.look()
    assert watch.notice.isHidden()


@pytest.mark.parametrize(
    ("ahead", "words", "settles"),
    [
        (timedelta(days=400), "dernière réponse", True),
        (timedelta(days=-30), "avant le début de la mission", False),
        (timedelta(days=-20_000), "n’existait pas encore", False),
    ],
)
def test_what_is_wrong_and_what_to_do_are_said(watch, clock, ahead, words, settles):
    watch.look()
    clock.ahead = ahead
    watch.look()
    assert words in watch.notice.words.text()
    assert "Rien n’est bloqué" in watch.notice.words.text()
    assert watch.notice.action.isVisibleTo(watch.notice) == settles


def test_it_goes_when_the_clock_is_set_right(watch, clock):
    watch.look()
    clock.ahead = timedelta(days=400)
    watch.look()
    clock.ahead = timedelta(0)
    watch.look()
    assert watch.notice.isHidden()


def test_a_person_settles_it(watch, clock, desk):
    watch.look()
    clock.ahead = timedelta(days=400)
    watch.look()
    watch.notice.action.click()
    assert watch.notice.isHidden()
    assert not desk.workspace.events.look()


def test_it_speaks_the_language_of_the_window(window, watch, clock):
    watch.look()
    clock.ahead = timedelta(days=400)
    watch.look()
    window.language_chosen.emit("ar")
    QApplication.processEvents()
    assert "ساعة هذا الحاسوب" in watch.notice.words.text()


def test_the_beginning_of_the_mission_is_chosen_and_shown(window, watch, desk):
    window.show_space()
    window.space.rows["clock"].button.click()
    day = date.today() + timedelta(days=3)  # noqa: DTZ011 - a day on this computer
    watch.dialog.day.setDate(day)
    watch.dialog._on_kept()
    assert desk.workspace.events.look() == "before_mission"
    assert f"{day:%d/%m/%Y}" in window.space.rows["clock"].state.text()
    assert not watch.notice.isHidden()


def test_it_stays_with_its_workspace(window, watch, clock):
    clock.ahead = timedelta(days=400)
    watch.look()
    assert not watch.notice.isHidden()
    window.stack.setCurrentWidget(window.welcome)
    assert watch.notice.isHidden()
