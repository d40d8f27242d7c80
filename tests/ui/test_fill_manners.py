"""Repeats, interview, two languages and places, in the real window by its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.robot import ROOT, press, question, write

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SITE = f"{ROOT}/sites/site"
TALK = "/entretien_chercheur_emploi"


def keys(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press the keys of a shortcut."""
    QTest.keyClick(window, key, modifiers)
    QApplication.processEvents()


def stored(window):
    return window.desk.workspace.draft_answers(window.fill.bridge.opened.record.record_id)


def towns(page):
    reader = page.bridge.reader
    return [reader.value(f"{each}/adresse") for each in reader.repeat_references(SITE)]


def repeat_of(page):
    return page.area.page(page.area.current)._blocks[SITE]


@pytest.fixture
def three(filling):
    """Three sites, the keyboard in the second."""
    for place, town in enumerate(("Salé", "Rabat", "Oujda"), 1):
        if place > len(filling.bridge.reader.repeat_references(SITE)):
            filling.bridge.add_repeat(SITE)
        filling.bridge.answer(f"{SITE}[{place}]/adresse", town)
    question(filling, "/sites/site[2]/adresse")
    return filling


def test_instances_go_up_and_down_are_copied_and_removed_by_keys_and_all_is_undone(window, three):
    keys(window, Qt.Key.Key_PageUp, CTRL | SHIFT)
    assert towns(three) == ["Rabat", "Salé", "Oujda"]
    assert QApplication.focusWidget().text() == "Rabat"
    keys(window, Qt.Key.Key_PageUp, CTRL | SHIFT)
    keys(window, Qt.Key.Key_D, CTRL)
    assert towns(three) == ["Rabat", "Rabat", "Salé", "Oujda"]
    assert "Copié" in three.notice.words.text()
    keys(window, Qt.Key.Key_Delete, CTRL | SHIFT)
    keys(window, Qt.Key.Key_N, CTRL | SHIFT)
    assert towns(three) == ["Rabat", "Salé", "Oujda", ""]
    for _ in range(4):
        three.undo()
    assert towns(three) == ["Salé", "Rabat", "Oujda"]


def test_a_record_is_left_at_peace_though_the_instance_with_the_keyboard_is_gone(window, three):
    three.area.arrange("instance_add", SITE)
    three.undo()
    assert three.area.here() in three.area.page(three.area.current).questions
    assert three.leave()


def test_what_is_being_written_goes_with_the_card_that_moves(window, three):
    write(" et Salé")
    keys(window, Qt.Key.Key_PageDown, CTRL | SHIFT)
    assert towns(three) == ["Salé", "Oujda", "Rabat et Salé"]


def test_many_instances_stand_in_a_table_of_which_one_is_unfolded(window, three, qapp):
    while len(towns(three)) < 12:
        three.bridge.add_repeat(SITE)
    three.area.go_to(f"{SITE}[7]")
    repeat = repeat_of(three)
    assert (repeat.count, [card.reference for card in repeat.cards]) == (12, [f"{SITE}[7]"])
    qapp.processEvents()
    write("Fès")
    repeat.roster.setFocus()
    assert three.bridge.reader.value(f"{SITE}[7]/adresse") == "Fès"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    qapp.processEvents()
    assert [card.reference for card in repeat.cards] == [f"{SITE}[6]"]
    assert three.area.here() == f"{SITE}[6]/adresse"
    model = repeat.roster.model()
    assert model.index(6, 1).data() == "Fès"
    three.area.check()
    assert model.index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "8, à corriger"


def test_problems_are_walked_by_a_key_and_by_enter(window, three):
    three.bridge.answer(f"{SITE}[3]/adresse", "")
    keys(window, Qt.Key.Key_Return, CTRL)
    met = []
    for _ in range(3):
        keys(window, Qt.Key.Key_F8)
        met.append(three.area.here())
    assert len(set(met)) == three.area.panel.list.count()
    text_line = next(place for place in met if place.endswith("/nom"))
    three.area.go_to(text_line)
    press(Qt.Key.Key_Return)
    assert three.area.here() in set(met) - {text_line}


def test_the_keyboard_goes_to_the_sections_and_back(window, filling):
    keys(window, Qt.Key.Key_F6)
    assert filling.area.navigator.list.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert (filling.area.current, filling.area.here() != "") == (1, True)


def test_a_record_is_taken_up_at_the_question_where_it_was_left(window, filling):
    record_id = filling.bridge.opened.record.record_id
    question(filling, "/details/cout")
    filling.close_record()
    window.open_record(record_id)
    assert window.fill.area.here() == f"{ROOT}/details/cout"


@pytest.fixture
def talk(window):
    """An interview under way, in the interview mode, at a question of the profile."""
    window.start_record("entretien_chercheur_emploi")
    page = window.fill
    for path, value in (("texte_lu", "OK"), ("accord", "oui"), ("tranche_age", "25_34")):
        page.bridge.answer(f"{TALK}/consentement/{path}", value)
    page.area.go_to(f"{TALK}/profil/ville")
    keys(window, Qt.Key.Key_F9)
    return page


def test_in_an_interview_notes_and_difficulties_are_answers_of_the_form(window, talk):
    assert talk.area.here() == f"{TALK}/profil/ville"
    assert not talk.area.navigator.isVisible()
    keys(window, Qt.Key.Key_J, CTRL)
    write("« Revenez lundi »")
    press(Qt.Key.Key_Return)
    note = stored(window)["fin/observations"]
    assert note.startswith("[")
    assert note.endswith("] « Revenez lundi »")
    press(Qt.Key.Key_Escape)
    assert talk.area.here() == f"{TALK}/profil/ville"
    keys(window, Qt.Key.Key_J, CTRL | SHIFT)
    write("langue")
    press(Qt.Key.Key_Return)
    assert stored(window)["attentes/freins"]
    talk.undo()
    talk.undo()
    assert not {"attentes/freins", "fin/observations"} & stored(window).keys()


def test_a_note_that_was_not_given_is_kept_when_the_record_is_left(window, talk):
    keys(window, Qt.Key.Key_J, CTRL)
    write("à demi")
    assert talk.may_leave()
    assert stored(window)["fin/observations"].endswith("à demi")


def test_an_interview_goes_step_by_step_and_back_to_the_whole_form(window, talk):
    before = talk.area.current
    keys(window, Qt.Key.Key_PageDown, CTRL)
    assert talk.area.current == before + 1
    here = talk.area.here()
    keys(window, Qt.Key.Key_F9)
    assert (talk.area.here(), talk.area.navigator.isVisible()) == (here, True)


def test_a_second_language_is_remembered_for_the_next_record(window, filling):
    keys(window, Qt.Key.Key_B, CTRL | SHIFT)
    view = question(filling, "/identite/nom")
    assert not view._beside.isHidden()
    window.start_record("visite")
    again = question(window.fill, "/identite/nom")
    assert not again._beside.isHidden()
    keys(window, Qt.Key.Key_B, CTRL | SHIFT)
    assert again._beside.isHidden()


def test_a_note_whose_place_is_gone_finds_another_or_stays_where_it_was_written(window, talk):
    step = f"{TALK}/parcours/etape_vecue"
    for path, value in (("entree/connait_anapec", "oui"), ("entree/parcours_raconte", "oui")):
        talk.bridge.answer(f"{TALK}/{path}", value)
    if not talk.bridge.reader.repeat_references(step):
        talk.bridge.add_repeat(step)
    talk.area.go_to(f"{step}[1]/etape")
    panel = talk._manners._interview
    assert panel.target.currentData() == f"{step}[1]/etape_citation"
    panel.note.setPlainText("« Revenez »")
    talk.bridge.remove_repeat(f"{step}[1]")
    panel.keep_note()
    assert stored(window)["fin/observations"].endswith("« Revenez »")
    panel.note.setPlainText("encore")
    talk.bridge.answer(f"{TALK}/consentement/accord", "non")
    panel.keep_note()
    assert panel.note.toPlainText() == "encore"
