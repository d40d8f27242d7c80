"""Enrolment: one file out, one back, words compared; nobody else's answer is taken."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.central import init_centre
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import is_enrolled, receive_enrolment, request_enrolment


@pytest.fixture
def centre(tmp_path):
    return init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)


def test_the_words_on_both_sides_are_the_same_each_time(workspace, centre):
    first, second = request_enrolment(workspace), request_enrolment(workspace)
    assert first.words == second.words == tuple(centre.request_words(first.data))
    assert len(first.words) == 8


def test_the_answer_gives_a_code(workspace, centre):
    done = receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)
    assert done.device_code == workspace.device.device_code == "P0001"
    assert is_enrolled(workspace)


def test_an_answer_to_another_laptop_changes_nothing(workspace, centre, tmp_path):
    other = create_workspace(
        tmp_path / "autre", passphrase="", actor=Actor("", "Autre"), is_training=True
    ).workspace
    answer = centre.enrol(request_enrolment(other).data)
    other.close()
    with pytest.raises(KnownError, match=r"bundle\."):
        receive_enrolment(workspace, answer.data)
    assert not is_enrolled(workspace)


@pytest.mark.parametrize("cut", [0, 10, 200, -1])
def test_a_cut_answer_changes_nothing(workspace, centre, cut):
    answer = centre.enrol(request_enrolment(workspace).data).data
    with pytest.raises(KnownError, match=r"bundle\."):
        receive_enrolment(workspace, answer[:cut])
    assert not is_enrolled(workspace)
