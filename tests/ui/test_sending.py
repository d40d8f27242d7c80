"""What travels to the centre is written as one file, or as several where one would be too heavy to carry."""

import pytest

from fieldapp.bundle import limits
from fieldapp.central import init_centre
from fieldapp.usecases import bundle_share
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from tests.usecases.conftest import finalised


@pytest.fixture
def centre(window, tmp_path):
    """A training centre with which the window's workspace is enrolled, and two fiches for it."""
    workspace = window.desk.workspace
    centre = init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)
    receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)
    for sample in ("amappe", "caritas"):
        finalised(workspace, sample)
    window.show_send()
    return centre


def make(window, qtbot, folder):
    folder.mkdir()
    window._chooser.answers = [folder]
    window.send.bundle.click()
    qtbot.waitUntil(lambda: not window.notice.isHidden() and window.errands.job is None, timeout=60_000)
    return sorted(folder.iterdir())


def test_several_files_follow_each_other_and_all_are_told(window, qtbot, centre, tmp_path, monkeypatch):
    monkeypatch.setattr(bundle_share, "FILES_LIMIT", 1)
    monkeypatch.setattr(limits, "WARN_BYTES", 10_000)
    files = make(window, qtbot, tmp_path / "envois")
    assert len(files) == 2
    said = window.notice.words.text()
    assert said.startswith("2 fichiers d’envoi prêts. Remettez-les tous au centre.")
    assert said.endswith("prenez une clé USB.")
    assert [str(result.status) for result in centre.import_files(files)] == ["applied", "applied"]


def test_a_second_file_that_the_disk_refuses_leaves_the_first(window, qtbot, centre, tmp_path, monkeypatch):
    from fieldapp.base.errors import KnownError
    from fieldapp.usecases import make_bundle

    seal = make_bundle.seal_bundle

    def refused(job, folder, **more):
        if job.content.header.bundle_no == 2:
            raise KnownError("file.disk_full", path=str(folder))
        return seal(job, folder, **more)

    monkeypatch.setattr(bundle_share, "FILES_LIMIT", 1)
    monkeypatch.setattr(make_bundle, "seal_bundle", refused)
    files = make(window, qtbot, tmp_path / "envois")
    assert len(files) == len(window.desk.workspace.outbox.bundles()) == 1
    assert "disque" in window.notice.words.text()
    monkeypatch.setattr(make_bundle, "seal_bundle", seal)
    again = make(window, qtbot, tmp_path / "encore")
    assert [str(result.status) for result in centre.import_files(again)] == ["applied", "applied"]
