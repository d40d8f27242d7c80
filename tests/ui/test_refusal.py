"""An interview that ends in a refusal: the page says what it still holds, and one button leads to its erasure."""

import pytest
from PySide6.QtWidgets import QApplication

from fieldapp.usecases.erase_record import confirmation_word

ROOT = "/recit_msc"
AGREED = {"texte_lu": "OK", "accord": "oui", "tranche_age": "25_34"}
SECRET = "Ce qui a été raconté"


@pytest.fixture
def refused(window):
    """The page with a finished record, refused after a story was told."""
    window.start_record("recit_msc")
    bridge = window.fill.bridge
    for question, value in AGREED.items():
        bridge.answer(f"{ROOT}/consentement/{question}", value)
    bridge.answer(f"{ROOT}/recit/recit_changement", SECRET)
    bridge.answer(f"{ROOT}/consentement/accord", "non")
    bridge.answer(f"{ROOT}/consentement/refus_motif", "temps")
    return window.fill


@pytest.fixture
def errand(window):
    from fieldapp.ui.refusal import RefusalErrand

    return window.errands.findChild(RefusalErrand)


def test_nothing_is_said_before_the_record_is_finished(refused, errand):
    refused.show_record(refused.bridge.opened)
    assert errand.line.isHidden()


def test_what_was_said_before_the_refusal_is_erased_by_one_button_asked_twice(
    window, desk, refused, errand, qtbot
):
    refused.finish.click()
    record_id = refused.bridge.opened.record.record_id
    assert not errand.line.isHidden()
    assert errand.line.words.text().endswith(": 2.")
    errand.line.action.click()
    dialog = errand._erasing.dialog
    assert {path.rpartition("/")[2] for path in dialog.paths()} == {"tranche_age", "recit_changement"}
    dialog.go_on.click()
    dialog.typed.line.setText(confirmation_word(record_id))
    with qtbot.waitSignal(window.errands.ended, timeout=30_000):
        dialog.erase.click()
    QApplication.processEvents()
    assert SECRET not in repr(desk.workspace.draft_answers(record_id))
    assert desk.workspace.answers(record_id)["consentement/refus_motif"] == "temps"
    window.open_record(record_id)
    assert errand.line.isHidden()
