"""The pictures of the pages are made from the real forms, and what they show is true."""

from PySide6.QtGui import QImage

from fieldapp.ui import screenshots
from fieldapp.usecases.create_workspace import create_workspace


def test_every_page_has_its_picture(qapp, speech, tmp_path):
    made = screenshots.make_pictures(
        tmp_path / "album", tmp_path, languages=["fr"], looks=["light"], sizes=["1366x768"]
    )
    assert {path.name.partition("-")[0] for path in made} == {*"0123456789", "10", "11", "12"}
    assert all(QImage(str(path)).width() == 1366 for path in made)


def test_the_begun_fiche_chooses_among_real_choices(tmp_path):
    from fieldapp.store import Actor
    from fieldapp.ui.desk import Desk

    made = create_workspace(tmp_path / "e", passphrase="", actor=Actor("", "Amina"), is_training=True)
    desk = Desk(made.workspace)
    session = desk.start(screenshots.FORM).session
    for reference, value in screenshots._BEGUN.items():
        place = f"/{screenshots.FORM}/{reference}"
        known = {choice.value for choice in session.choices(place)}
        assert not known or set(value.split()) <= known
    desk.close()
