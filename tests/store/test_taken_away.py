"""The stick is pulled out, the folder is moved: no answer is said to be kept that went nowhere."""

import shutil
import subprocess

import pytest

from fieldapp.base.errors import KnownError
from tests.store.copying.test_backups import answer
from tests.store.given import FICHE


@pytest.fixture
def stick(small_disk):
    return small_disk(8 * 1024 * 1024)


def test_an_answer_to_a_stick_that_was_pulled_out_is_not_acknowledged(template, stick, reopen):
    workspace = reopen(shutil.copytree(template, stick / "equipe"))
    draft = workspace.start_draft(FICHE).record_id
    answer(workspace, draft, "avant")
    subprocess.run(["umount", "-l", str(stick)], check=True)
    try:
        with pytest.raises(KnownError, match=r"workspace\.taken_away"):
            answer(workspace, draft, "dans le vide")
    finally:
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(stick)], check=True)


def test_a_folder_that_is_put_back_holds_every_answer(workspace, folder, draft, tmp_path, reopen):
    answer(workspace, draft, "avant")
    folder.rename(tmp_path / "ailleurs")
    with pytest.raises(KnownError, match=r"workspace\.taken_away"):
        answer(workspace, draft, "pendant")
    (tmp_path / "ailleurs").rename(folder)
    answer(workspace, draft, "après")
    workspace.close()
    assert reopen().draft_answers(draft) == {"nom": "après"}


def test_another_file_in_its_place_is_not_taken_for_it(workspace, folder, template, draft):
    (folder / "fiches.db").rename(folder / "vieux.db")
    shutil.copy(template / "fiches.db", folder / "fiches.db")
    with pytest.raises(KnownError, match=r"workspace\.taken_away"):
        answer(workspace, draft, "à côté")


def test_finalising_in_a_folder_that_is_gone_is_refused(workspace, folder, draft, tmp_path):
    folder.rename(tmp_path / "ailleurs")
    with pytest.raises(KnownError, match=r"workspace\.taken_away"):
        workspace.finalise(draft, definition=FICHE, final_answers={"nom": "A"}, beside={}, title="A")


def test_a_file_kept_from_another_thread_makes_no_empty_workspace_where_one_stood(
    workspace, folder, tmp_path
):
    (folder / "fiches.db").rename(tmp_path / "fiches.db")
    with pytest.raises(KnownError, match=r"workspace\.taken_away"):
        workspace.attachments.add_apart(b"x", "image/jpeg", extension="jpg")
    assert not (folder / "fiches.db").exists()
