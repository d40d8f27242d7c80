"""A list that depends on another question says so while it is empty."""

from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.forms import load_form_bytes
from tests.ui.robot import answer, question

FORM = """
| survey |
|        | type              | name   | label  | choice_filter |
|        | text              | region | Région |               |
|        | select_one villes | ville  | Ville  | r = ${region} |
| choices |
|         | list_name | name  | label | r  |
|         | villes    | rabat | Rabat | rs |
| settings |
|          | form_id | name   | version |
|          | visite  | visite | 2       |
""".encode()
WAITING = "Rien à choisir pour l’instant : répondez d’abord aux questions dont la liste dépend."


def test_an_empty_list_says_what_it_waits_for(window, desk):
    desk.workspace.forms.install(load_form_bytes(FORM, name="villes.md"), source=FORM, name="villes.md")
    window.start_record("visite")
    QApplication.processEvents()
    town = question(window.fill, "/ville")
    assert _shown(town) == ["Ville", WAITING]
    answer(window.fill, "/region", "rs")
    assert _shown(town) == ["Ville"]


def _shown(view):
    return [each.text() for each in view.findChildren(QLabel) if each.isVisibleTo(view) and each.text()]
