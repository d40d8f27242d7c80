"""Forms are installed in the window, after all that is wrong with one was said in one list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from fieldapp.forms.problems import Problem
from fieldapp.ui.messages import cause_of
from fieldapp.ui.pages.form_problem_delegate import SHOWN, excerpt
from tests.ui.robot import press

GOOD = """
| survey |
|        | type | name  | label |
|        | text | ville | Ville |
| settings |
|        | form_id | version | form_title |
|        | villes  | 1       | Villes     |
"""
WARNED = GOOD.replace("| label |", "| label | image |").replace("| Ville |", "| Ville | plan.png |")
WRONG = GOOD.replace("| label |", "| label | relevant | image |").replace(
    "| Ville |", "| Ville | ${vile} > 1 | plan.png |"
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "villes.md"


@pytest.fixture
def choose(window, path, qtbot):
    """Install a form file of this content, as a person does, up to what is then shown."""

    def choose(content):
        path.write_text(content, encoding="utf-8")
        window._chooser.answers.append(path)
        window.show_forms()
        with qtbot.waitSignal(window.errands.ended):
            window.forms.install.click()
        return window.forms

    return choose


def installed(window):
    return [(form.form_id, form.version) for form in window.desk.workspace.forms.list()]


def shown(page):
    return [page.report.list.item(row).data(SHOWN) for row in range(page.report.list.count())]


def test_a_form_without_problem_is_installed_at_once(window, choose):
    page = choose(GOOD)
    assert ("villes", "1") in installed(window)
    assert not page.is_reporting
    assert window.notice.words.text() == "Formulaire installé : Villes, version 1."


def test_the_same_form_again_is_said_to_be_there(window, choose):
    choose(GOOD)
    choose(GOOD)
    assert window.notice.words.text().startswith("Ce formulaire était déjà là")


def test_a_form_with_errors_shows_them_and_is_not_installed(window, choose):
    page = choose(WRONG)
    problem = shown(page)[0]
    assert page.is_reporting
    assert problem.place.startswith("Erreur · feuille survey, ligne 2, colonne relevant")
    assert (problem.cell, problem.start, problem.length) == ("${vile} > 1", 0, 7)
    assert "ville" in problem.cause
    assert not page.report.install.isVisible()
    assert ("villes", "1") not in installed(window)


def test_warnings_are_read_before_the_form_is_installed(window, choose):
    page = choose(WARNED)
    assert ("villes", "1") not in installed(window)
    assert {problem.is_error for problem in shown(page)} == {False}
    assert QApplication.focusWidget() is page.report.install
    press(Qt.Key.Key_Return)
    assert ("villes", "1") in installed(window)
    assert not page.is_reporting


def test_a_mended_file_is_read_again(window, choose, path, qtbot):
    page = choose(WRONG)
    path.write_text(GOOD, encoding="utf-8")
    with qtbot.waitSignal(window.errands.ended):
        page.report.again.click()
    assert ("villes", "1") in installed(window)


def test_the_whole_list_is_copied_by_keyboard(choose):
    page = choose(WRONG)
    assert QApplication.focusWidget() is page.report.list
    page.report.copy_all()
    copied = QApplication.clipboard().text().splitlines()
    assert len(copied) == 1 + len(shown(page))
    assert "villes.md" in copied[0]
    assert copied[1].startswith("- feuille survey, ligne 2, colonne relevant")
    assert "\N{NO-BREAK SPACE}: " in copied[1]


@pytest.mark.parametrize(("code", "word"), [("ar", "خطأ"), ("en", "Error")])
def test_problems_are_said_in_the_language_of_the_window(window, choose, code, word):
    page = choose(WRONG)
    window.language_chosen.emit(code)
    assert shown(page)[0].place.startswith(word)
    assert page.report.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_file_that_is_no_form_is_said_and_nothing_breaks(window, choose):
    page = choose("")
    assert page.is_reporting
    assert shown(page)[0].is_error


def test_other_content_under_the_same_version_is_refused_in_words(window, choose):
    choose(GOOD)
    choose(GOOD.replace("Ville |", "Commune |"))
    assert "porte déjà la version 1" in window.notice.words.text()


def test_back_leads_from_the_problems_to_the_forms_and_from_there_to_where_one_was(window, choose):
    page = choose(WRONG)
    page._back.click()
    assert (window.stack.currentWidget(), page.is_reporting) == (page, False)
    page._back.click()
    assert window.stack.currentWidget() is window.records


def test_the_forms_are_reached_by_menu_and_from_the_band(window):
    window.records.new.click()
    menu = next(menu for menu in window.records.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == "Formulaires…").trigger()
    assert window.stack.currentWidget() is window.forms
    window.show_records()
    window.band.forms.click()
    assert window.stack.currentWidget() is window.forms
    menu.close()


def test_a_draft_of_an_older_version_says_so_in_the_list(window, choose):
    choose(GOOD)
    window.start_record("villes")
    choose(GOOD.replace("| 1       |", "| 2       |"))
    window.start_record("villes")
    window.fill.close_record()
    model = window.records.model
    assert [model.index(row, 1).data() for row in range(2)] == ["Villes", "Villes (version \u20661\u2069)"]


def test_the_forms_are_reached_by_keyboard_from_a_record_and_left_for_it(window, filling, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_F, both)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.forms)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is filling)


def test_what_a_form_cites_is_not_turned_round_in_arabic():
    problem = Problem("xpath.unknown_function", facts={"name": "summ", "nearest": ["sum"]}, text="summ(1)")
    assert "\u2066summ()\u2069" in cause_of(problem, "ar")


def test_two_versions_stand_in_the_list_the_newest_serves_new_records(window, choose):
    choose(GOOD)
    choose(GOOD.replace("| 1       |", "| 2       |"))
    rows = [(row.version, row.is_newest) for row in window.desk.installed_forms() if row.form_id == "villes"]
    assert rows == [("2", True), ("1", False)]


@pytest.mark.parametrize(
    ("text", "start", "length", "expected"),
    [
        ("${a} > 1", 0, 4, ("${a} > 1", 0, 4)),
        ("a +", 3, 0, ("a +", 2, 1)),
        ("a\n+ b", -1, 0, ("a + b", 0, 0)),
        ("x" * 500, 250, 2, ("…" + "x" * 282 + "…", 141, 2)),
        ("", 0, 1, ("", 0, 0)),
    ],
)
def test_a_long_cell_is_cut_around_its_fault(text, start, length, expected):
    assert excerpt(text, start, length) == expected


COUNTED = """
| survey |
|        | type         | name | label  | repeat_count |
|        | integer      | n    | Combien |             |
|        | begin repeat | r    | Site   | ${n}         |
|        | text         | a    | Nom    |              |
|        | end repeat   |      |        |              |
| settings |
|        | form_id | version | form_title |
|        | sites   | 1       | Sites      |
"""


def test_a_rule_that_cannot_be_worked_out_is_said_until_it_can(window, choose, monkeypatch):
    monkeypatch.setattr("fieldapp.engine.recalculation.MAX_INSTANCES", 3)
    choose(COUNTED)
    window.fill.show_record(window.desk.start("sites"))
    window.fill.bridge.answer("/data/n", "9")
    assert window.fill.fault.isVisibleTo(window.fill)
    assert "« r »" in window.fill.fault.words.text()
    window.fill.bridge.answer("/data/n", "2")
    assert not window.fill.fault.isVisibleTo(window.fill)
