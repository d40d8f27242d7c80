import pytest

from fieldapp.ui.form.notebook import Notebook
from tests.engine.sessions import session

FORM = """
| survey |
|  | type | name | label | appearance | relevant |
|  | begin group | vous | Vous |  |  |
|  | text | ville | Où vivez-vous ? |  |  |
|  | end group |  |  |  |  |
|  | begin repeat | etape | Étape |  |  |
|  | text | action | Action | multiline |  |
|  | text | citation | Ses mots | multiline |  |
|  | select_multiple f | etape_freins | Difficultés de l’étape |  |  |
|  | end repeat |  |  |  |  |
|  | begin group | fin | Fin |  |  |
|  | select_multiple f | freins | Difficultés |  | ${ville} != 'nulle part' |
|  | text | service | Service idéal | multiline |  |
|  | text | observations | Observations | multiline |  |
|  | end group |  |  |  |  |
| choices |
|  | list_name | name | label |
|  | f | langue | Langue |
"""


@pytest.fixture
def opened():
    opened = session(FORM)
    opened.add_repeat("/essai/etape")
    return opened


def test_a_note_goes_to_the_nearest_question_made_for_what_people_say(opened):
    book = Notebook(opened)
    assert book.note_target("/essai/etape[2]/action") == "/essai/etape[2]/action"
    assert book.note_target("/essai/etape[2]/etape_freins") == "/essai/etape[2]/citation"
    assert book.note_target("/essai/vous/ville") == "/essai/fin/observations"


def test_notes_never_go_into_an_instance_one_is_not_in(opened):
    assert Notebook(opened).note_targets("/essai/vous/ville") == [
        "/essai/fin/service",
        "/essai/fin/observations",
    ]


def test_a_difficulty_is_ticked_in_the_list_of_the_step_told_or_in_that_of_the_form(opened):
    book = Notebook(opened)
    assert book.tag_target("/essai/etape[2]/action") == "/essai/etape[2]/etape_freins"
    assert book.tag_target("/essai/vous/ville") == "/essai/fin/freins"
    opened.answer("/essai/vous/ville", "nulle part")
    assert book.tag_target("/essai/vous/ville") == ""


def test_a_note_says_when_and_on_which_question_and_keeps_what_was_there(opened):
    target = "/essai/fin/observations"
    opened.answer(target, "Bureau bruyant.")
    written = Notebook(opened).with_note(
        target, " « Revenez lundi » \n", at="14:32", about="/essai/vous/ville"
    )
    assert written == "Bureau bruyant.\n[14:32 · Où vivez-vous ?] « Revenez lundi »"


def test_a_note_on_its_own_question_says_only_when(opened):
    target = "/essai/etape[1]/citation"
    assert Notebook(opened).with_note(target, "Oui", at="14:32", about=target) == "[14:32] Oui"


def test_a_form_without_long_texts_takes_no_notes():
    book = Notebook(session("| survey |\n|  | type | name | label |\n|  | text | a | A |\n"))
    assert (book.note_targets("/essai/a"), book.note_target("/essai/a"), book.tag_target("/essai/a")) == (
        [],
        "",
        "",
    )
