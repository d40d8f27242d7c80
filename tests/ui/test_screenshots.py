"""The pictures of the pages are made from the real forms, and what they show is true."""

from fieldapp.ui import page_walk
from fieldapp.usecases.create_workspace import create_workspace


def test_the_begun_fiche_chooses_among_real_choices(tmp_path):
    from fieldapp.store import Actor
    from fieldapp.ui.desk import Desk

    made = create_workspace(tmp_path / "e", passphrase="", actor=Actor("", "Amina"), is_training=True)
    desk = Desk(made.workspace)
    session = desk.start(page_walk.FORM).session
    for reference, value in page_walk.BEGUN.items():
        place = f"/{page_walk.FORM}/{reference}"
        known = {choice.value for choice in session.choices(place)}
        assert not known or set(value.split()) <= known
    desk.close()
