"""The window goes on living while something long is at work: its own thread never works long between two beats."""

import pytest
from PySide6.QtTest import QTest

from fieldapp.central import init_centre
from fieldapp.ui.notices import JobBar
from fieldapp.ui.page_walk import fill_samples
from tests.ui.pulse import Pulse

MOST_BUSY = 0.25
"""Seconds of processor time; 0.1 on a machine that does nothing else, which the benchmarks measure."""


def lead(errands, qtbot, act):
    """Begin an errand and listen until it has ended."""
    with Pulse() as pulse:
        act()
        qtbot.waitUntil(lambda: errands.job is None, timeout=60_000)
        QTest.qWait(20)
    return pulse.busiest


@pytest.fixture
def filled(window, desk):
    """The window over the sample fiches."""
    records = fill_samples(desk)
    window.show_records()
    QTest.qWait(50)
    return records


def test_no_errand_makes_the_window_wait(window, filled, qtbot, tmp_path, desk):
    errands, busy = window.errands, {}
    window._chooser.answers = [tmp_path / "fiche.pdf"]
    busy["pdf"] = lead(errands, qtbot, lambda: errands.export_pdf(filled["complete"]))
    window._chooser.answers = [tmp_path]
    busy["copy"] = lead(errands, qtbot, lambda: window.space.rows["copy"].button.click())
    busy["verify"] = lead(errands, qtbot, lambda: window.space.rows["verify"].button.click())
    centre = init_centre(f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True)
    request, reply = tmp_path / "demande.zip", tmp_path / "reponse.zip"
    window._chooser.answers = [request, reply]
    window.send.request.click()
    reply.write_bytes(centre.enrol(request.read_bytes()).data)
    window.send.enrolment.click()
    window._chooser.answers = [tmp_path]
    busy["bundle"] = lead(errands, qtbot, window.send.bundle.click)
    busy["list"] = lead(errands, qtbot, window.show_records)
    busy["search"] = lead(errands, qtbot, lambda: window.records.search.setText("rabat"))
    assert (tmp_path / "fiche.pdf").exists()
    assert list(tmp_path.glob("*.zip.age"))
    assert not {name: round(spent, 3) for name, spent in busy.items() if spent > MOST_BUSY}


def test_work_says_how_long_it_still_takes(qtbot, speech, monkeypatch):
    moment = [100.0]
    monkeypatch.setattr("fieldapp.ui.notices.time.monotonic", lambda: moment[0])
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.begin("Mise en page…")
    bar.advance(1, 10)
    assert bar.left.text() == ""
    moment[0] += 4
    bar.advance(2, 10)
    assert bar.left.text() == "encore 16 secondes"
    moment[0] += 60
    bar.advance(3, 10)
    assert bar.left.text() == "encore 3 minutes"
    assert bar.bar.accessibleName() == "Mise en page…"
