"""The collector is held back for a while and always comes back."""

import gc
import weakref

import pytest

from fieldapp.base.collector import collection_paused


class Circle:
    def __init__(self):
        self.self = self


def test_nothing_is_collected_during_a_pause():
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_pause_inside_a_pause_does_not_end_it():
    with collection_paused():
        with collection_paused():
            pass
        assert not gc.isenabled()


def test_an_error_ends_the_pause():
    with pytest.raises(ZeroDivisionError), collection_paused():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_circles_made_during_a_pause_are_collected_later():
    with collection_paused():
        gone = weakref.ref(Circle())
    gc.collect()
    assert gone() is None
