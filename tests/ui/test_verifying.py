"""The row "Vérifier" of the workspace page: in a thread, and in words."""

import pytest

from fieldapp.ui.verifying import VerifyErrand


@pytest.fixture
def errand(window):
    return window.errands.findChild(VerifyErrand)


def verified(window, errand, qtbot):
    with qtbot.waitSignal(window.errands.ended, timeout=20_000):
        errand.row.button.click()
    return errand.row.state.text()


def test_a_whole_workspace_says_so(window, errand, qtbot):
    assert verified(window, errand, qtbot).startswith("Tout est entier")


def test_an_altered_file_is_named_with_what_to_do(window, desk, errand, qtbot):
    desk.workspace.attachments.add(b"photo", "image/png", extension="png")
    desk.workspace._opened.db.execute("UPDATE attachment SET data = x'00'")
    said = verified(window, errand, qtbot)
    assert "reprenez la dernière sauvegarde" in said
    assert "n’est plus tel qu’il a été enregistré" in said
