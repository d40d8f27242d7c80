"""Enrolment: one file out, one back, words compared; nobody else's answer is taken."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.central import init_centre
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import is_enrolled, receive_enrolment, request_enrolment
from fieldapp.usecases.laptop_identity import centre_of


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


def test_the_answer_of_another_centre_is_not_taken_in_the_place_of_ours(workspace, centre, tmp_path):
    request = request_enrolment(workspace).data
    receive_enrolment(workspace, centre.enrol(request).data)
    before = centre_of(workspace)
    other = init_centre(f"sqlite:///{tmp_path / 'faux.db'}", tmp_path / "fausses", training=True)
    answer = other.enrol(request).data
    with pytest.raises(KnownError, match=r"enrolment\.other_centre") as refused:
        receive_enrolment(workspace, answer)
    assert refused.value.facts["words"] == " ".join(other.authority_words())
    assert centre_of(workspace) == before
    receive_enrolment(workspace, answer, replaces_centre=True)
    assert centre_of(workspace) != before


def test_the_same_answer_again_changes_nothing(workspace, centre):
    answer = centre.enrol(request_enrolment(workspace).data).data
    assert receive_enrolment(workspace, answer) == receive_enrolment(workspace, answer)


def test_an_answer_that_cannot_be_kept_whole_is_not_kept_at_all(workspace, centre, monkeypatch):
    answer = centre.enrol(request_enrolment(workspace).data).data

    def refuse(_name, _data):
        raise KnownError("file.disk_full")

    monkeypatch.setattr(workspace.vault, "put", refuse)
    with pytest.raises(KnownError, match=r"disk_full"):
        receive_enrolment(workspace, answer)
    assert workspace.device.device_code == ""
