"""The whole fiche by keyboard: Tab follows the eye whatever is built late, Enter presses, nothing hides the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.robot import press, write

FICHE = "/fiche_organisation"
SITE = f"{FICHE}/sites/site[1]"


@pytest.fixture
def fiche(window):
    """The fill page with a new record of the shipped form."""
    window.start_record("fiche_organisation")
    QApplication.processEvents()
    return window.fill


def focused(fiche):
    view = fiche.area._view_of(QApplication.focusWidget())
    return view.reference.rpartition("/")[2] if view else ""


def walk(fiche, steps):
    met = []
    for _ in range(steps):
        press(Qt.Key.Key_Tab)
        met.append(focused(fiche))
    return met


def test_tab_goes_on_from_a_list_that_came_with_another_answer(fiche):
    fiche.bridge.answer(f"{SITE}/site_region", "04")
    fiche.area.go_to(f"{SITE}/site_region")
    assert walk(fiche, 3) == ["site_province", "site_commune", "site_gps"]


def test_tab_enters_the_card_that_an_answer_brought(fiche):
    fiche.bridge.answer(f"{FICHE}/contacts/contacts_presents", "oui")
    fiche.area.go_to(f"{FICHE}/contacts/contacts_presents")
    met = [name for name in walk(fiche, 6) if name]
    assert met[:3] == ["contact_nom", "contact_fonction", "contact_telephone"]


def test_tab_goes_through_a_card_that_was_unfolded_before_what_stands_below(fiche):
    fiche.bridge.answer(f"{FICHE}/contacts/contacts_presents", "oui")
    for _ in range(2):
        fiche.bridge.add_repeat(f"{FICHE}/contacts/contact")
    fiche.area.go_to(f"{FICHE}/contacts/contact[3]/contact_nom")
    fiche.area.go_to(f"{FICHE}/contacts/contact[2]/contact_nom")
    assert walk(fiche, 2) == ["contact_fonction", "contact_telephone"]


def test_nothing_can_be_added_to_a_repeat_that_is_out_of_play(fiche, qapp):
    asked = f"{FICHE}/contacts/contacts_presents"
    fiche.bridge.answer(asked, "oui")
    fiche.area.go_to(asked)
    fiche.bridge.remove_repeat(f"{FICHE}/contacts/contact[1]")
    fiche.bridge.answer(asked, "non")
    qapp.processEvents()
    shown = [button.text() for button in fiche.area.findChildren(QPushButton) if button.isVisible()]
    assert not [text for text in shown if text.startswith("Ajouter")]
    fiche.bridge.answer(asked, "oui")
    shown = [button.text() for button in fiche.area.findChildren(QPushButton) if button.isVisible()]
    assert [text for text in shown if text.startswith("Ajouter")]


def test_enter_presses_the_button_that_has_the_keyboard(fiche):
    fiche.area.page(0)._next.setFocus()
    press(Qt.Key.Key_Return)
    assert fiche.area.current == 1


def test_the_question_that_has_the_keyboard_is_seen_whole(fiche, qapp):
    page = fiche.area.page(0)
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        qapp.processEvents()
        view = fiche.area._view_of(QApplication.focusWidget())
        if view is None:
            break
        assert seen_whole(page, view)


@pytest.mark.parametrize("page", ["records", "fill", "send", "help", "forms", "space"])
def test_no_stop_of_tab_is_a_bare_page(window, fiche, page, qapp):
    window.stack.setCurrentWidget(getattr(window, page))
    for _ in range(30):
        press(Qt.Key.Key_Tab, widget=QApplication.focusWidget() or window)
        stop = QApplication.focusWidget()
        assert stop is None or not stop.inherits("QScrollArea")


def test_a_wrong_number_says_what_is_expected(fiche):
    reference = f"{FICHE}/identite/annee_creation"
    fiche.area.go_to(reference)
    write("19x6")
    press(Qt.Key.Key_Tab)
    assert "nombre entier" in fiche.area.page(0).questions[reference].error


def test_sections_are_turned_by_keyboard(fiche):
    met = []
    for way in (1, 1, -1):
        fiche.area.turn(way)
        met.append((fiche.area.current, focused(fiche)))
    assert met == [(1, "site_intitule"), (2, "contacts_presents"), (1, "site_intitule")]


def test_an_empty_list_puts_the_keyboard_on_the_first_step(window):
    assert QApplication.focusWidget() is window.records.empty.action


def seen_whole(page, view):
    top = view.mapTo(page.viewport(), view.rect().topLeft()).y()
    return top >= 0 and top + view.height() <= page.viewport().height()


def test_a_card_just_added_has_the_keyboard_and_is_seen(fiche, qtbot):
    fiche.bridge.answer(f"{FICHE}/contacts/contacts_presents", "oui")
    fiche.area.go_to(f"{FICHE}/contacts/contacts_presents")
    fiche.area.arrange("instance_add", f"{FICHE}/contacts/contact")
    page = fiche.area.page(fiche.area.current)
    view = page.questions[f"{FICHE}/contacts/contact[2]/contact_nom"]
    assert focused(fiche) == "contact_nom"
    qtbot.waitUntil(lambda: seen_whole(page, view))


def test_what_is_wrong_in_a_card_stays_said_when_another_is_added(fiche):
    fiche.bridge.answer(f"{FICHE}/contacts/contacts_presents", "oui")
    wrong = f"{FICHE}/contacts/contact[1]/contact_telephone"
    fiche.area.go_to(wrong)
    write("06123")
    press(Qt.Key.Key_Tab)
    fiche.area.arrange("instance_add", f"{FICHE}/contacts/contact")
    assert "numéro" in fiche.area.page(fiche.area.current).questions[wrong].error


def test_a_problem_in_a_card_says_in_which(fiche):
    fiche.bridge.answer(f"{FICHE}/contacts/contacts_presents", "oui")
    fiche.bridge.add_repeat(f"{FICHE}/contacts/contact")
    fiche.area.check()
    rows = [fiche.area.panel.list.item(row) for row in range(fiche.area.panel.list.count())]
    spoken = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
    assert any(text.startswith("C. Contacts › Personne à contacter 2 › Cette personne") for text in spoken)


def test_tab_goes_on_after_the_questions_that_an_answer_brought(window, qtbot):
    window.start_record("entretien_association")
    fiche, consent = window.fill, "/entretien_association/consentement"
    qtbot.wait(1)
    fiche.bridge.answer(f"{consent}/accord", "oui")
    qtbot.wait(1)  # what was replaced goes when the loop turns
    fiche.area.go_to(f"{consent}/texte_lu")
    brought = ["accord", "enregistrement_audio", "citation_anonyme", "accord_forme"]
    assert walk(fiche, 4) == brought
    assert not set(walk(fiche, 8)) & set(brought)


def test_an_interview_begins_on_its_first_answer_and_not_on_the_text_above(window):
    window.start_record("recit_msc")
    assert focused(window.fill) == "texte_lu"


def test_tab_goes_to_the_question_that_what_was_just_written_brings(fiche):
    fiche.area.go_to(f"{FICHE}/identite/recepisse_numero")
    write("12/2018")
    assert walk(fiche, 1) == ["recepisse_autorite"]


def test_a_section_one_comes_back_to_shows_its_heading_again(fiche, qtbot):
    page = fiche.area.page(0)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    fiche.area.turn(1)
    fiche.area.turn(-1)
    qtbot.wait(1)
    assert page.verticalScrollBar().value() == 0
