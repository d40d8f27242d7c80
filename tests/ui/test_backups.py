"""Backups while the window is open and when it is closed; none of them in the way."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.store import TRAINING_PASSPHRASE, list_backups, open_workspace
from fieldapp.ui.backups import BackupKeeper
from fieldapp.ui.copying import CopyErrand


@pytest.fixture
def keeper(desk, qtbot):
    keeper = BackupKeeper(desk)
    yield keeper
    keeper.stop()


def wait_for(keeper, qtbot):
    qtbot.waitUntil(lambda: keeper.job is None, timeout=20_000)


def test_a_backup_is_made_beside_the_window_once_it_is_due(desk, keeper, qtbot):
    keeper.look()
    assert keeper.job is not None
    wait_for(keeper, qtbot)
    assert len(desk.workspace.backups.list()) == 1
    keeper.look()
    assert keeper.job is None


def test_what_prevents_a_backup_is_said_once(desk, keeper, qtbot, monkeypatch):
    said = []
    keeper.failed.connect(said.append)

    def refuse(_progress, _stop):
        raise KnownError("file.disk_full")

    monkeypatch.setattr(desk, "back_up", refuse)
    for _ in range(2):
        keeper.look()
        wait_for(keeper, qtbot)
    assert [error.code for error in said] == ["file.disk_full"]


def test_closing_the_window_leaves_a_backup(window, desk):
    folder = desk.workspace.folder
    window.close()
    assert len(list_backups(folder)) == 1


def test_closing_in_the_middle_of_a_backup_waits_for_it(window, desk):
    folder = desk.workspace.folder
    window.errands.keeper.look()
    window.close()
    assert len(list_backups(folder)) == 1
    assert not [path for path in (folder / "backups").iterdir() if path.name.startswith(".")]


def counted(window, qtbot):
    qtbot.waitUntil(lambda: window.errands.keeper.counting is None, timeout=20_000)
    return window.records.losses.words.text()


def test_the_list_says_what_exists_only_here(window, desk, qtbot):
    assert counted(window, qtbot) == "Aucune réponse n’est seulement sur cet ordinateur."
    desk.start("visite")
    window.show_records()
    said = counted(window, qtbot)
    assert "Seulement ici : 1 fiche." in said
    assert "Aucune copie" in said


def test_a_copy_on_another_disk_is_made_in_one_click_and_counts(window, desk, qtbot, small_disk):
    desk.start("visite")
    window._chooser.answers.append(small_disk(64 * 1024 * 1024))
    with qtbot.waitSignal(window.errands.ended, timeout=30_000):
        window.records.losses.copy.click()
    assert "relue et vérifiée" in window.notice.words.text()
    said = counted(window, qtbot)
    assert "Tout ce qui est ici existe aussi ailleurs" in said
    assert "Dernière copie ailleurs" in said


def test_a_backup_is_put_back_in_three_clicks(window, desk, qtbot):
    folder = desk.workspace.folder
    desk.back_up(lambda _done, _total: None, lambda: False)
    desk.start("visite")
    window.band.workspaces_asked.connect(window.leave)
    window.records.losses.backups.click()
    dialog = window.errands.findChild(CopyErrand).dialog
    dialog.list.setCurrentRow(0)
    assert not dialog.restore.isEnabled()
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=20_000)
    assert "Cette sauvegarde : 0 fiche" in dialog.preview.text()
    assert "Ici maintenant : 1 fiche" in dialog.preview.text()
    with qtbot.waitSignal(window.errands.ended, timeout=30_000):
        dialog.restore.click()
        assert window.desk is None
    assert len(list_backups(folder)) == 1
    assert "remise en place" in window.notice.words.text()
    again = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    assert again.records.count() == 0
    again.close()


def test_the_backup_shown_is_the_one_chosen_last(window, desk, qtbot):
    desk.back_up(lambda _done, _total: None, lambda: False)
    desk.start("visite")
    desk.back_up(lambda _done, _total: None, lambda: False)
    window.records.losses.backups.click()
    dialog = window.errands.findChild(CopyErrand).dialog
    dialog.list.setCurrentRow(0)
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=20_000)
    assert "Cette sauvegarde : 0 fiche" in dialog.preview.text()
    dialog.reject()


def test_a_dialog_closed_while_it_reads_waits_for_it(window, desk):
    desk.back_up(lambda _done, _total: None, lambda: False)
    window.records.losses.backups.click()
    dialog = window.errands.findChild(CopyErrand).dialog
    dialog.list.setCurrentRow(0)
    job = dialog.job
    dialog.reject()
    assert job.isFinished()


def test_closing_the_window_waits_for_a_backup_being_put_back(window, desk):
    folder = desk.workspace.folder
    desk.back_up(lambda _done, _total: None, lambda: False)
    desk.start("visite")
    errand = window.errands.findChild(CopyErrand)
    window.band.workspaces_asked.connect(window.leave)
    errand._restore(list_backups(folder)[0].path)
    window.close()
    again = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    assert again.records.count() == 0
    again.close()


def test_no_backup_is_put_back_under_a_workspace_that_cannot_be_left(window, desk):
    """As when the disk refuses the last answer: the window stays, and so does what is in it."""
    desk.back_up(lambda _done, _total: None, lambda: False)
    before = len(list_backups(desk.workspace.folder))
    desk.start("visite")
    window.errands.findChild(CopyErrand)._restore(list_backups(desk.workspace.folder)[0].path)
    assert (desk.workspace.is_closed, window.errands.job) == (False, None)
    window.close()
    assert len(list_backups(desk.workspace.folder)) == before + 1
