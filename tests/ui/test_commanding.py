"""Everything by typing, every button by a letter, and the map that tells the keys."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fieldapp.ui.commands import Command, matching
from fieldapp.ui.key_tips import letters_for
from fieldapp.ui.pages.filter_bar import FilterBar
from fieldapp.ui.shortcuts import TABLE, KeyMap, Place, hint_of, sequences
from tests.ui.robot import answer, write

UI = Path(__file__).parents[2] / "src/fieldapp/ui"
CTRL = Qt.KeyboardModifier.ControlModifier
LITERAL = re.compile(r"QShortcut\(|QKeySequence\(|setShortcut\(\"")


def test_no_key_means_two_things_in_one_place():
    for place in Place:
        heard = [
            sequence
            for keys in TABLE
            if keys.place in {place, Place.EVERYWHERE}
            for sequence in keys.sequences
        ]
        assert not [sequence for sequence, count in Counter(heard).items() if count > 1]


def test_keys_are_written_in_one_table_alone():
    inside = {"shortcuts.py"}
    by_name = {"filter_bar.py", "records_page.py"}  # the letter of a filter, and keys of one line of text
    others = [path for path in UI.rglob("*.py") if path.name not in inside | by_name]
    assert not [path.name for path in others if LITERAL.search(path.read_text(encoding="utf-8"))]


def test_every_key_is_told_in_words(speech):
    rows = [row for _, rows in KeyMap().groups(Place.FILL) for row in rows]
    assert len(rows) == len(TABLE)
    assert all(keys and words for keys, words in rows)


def test_the_way_back_points_where_the_page_before_lies(speech):
    assert (sequences("back")[0].toString(), hint_of("back")) == ("Alt+Left", "\u2066Alt+Flèche gauche\u2069")
    speech.speak("ar")
    assert (sequences("back")[0].toString(), hint_of("back")) == ("Alt+Right", "\u2066Alt+السهم الأيمن\u2069")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("regi", ["Région › Fès", "Trier par région"]),
        ("FES", ["Région › Fès"]),
        ("tri reg", ["Trier par région"]),
        ("استماره", ["الاستمارات", "أضف استمارة"]),
        ("zz", []),
    ],
)
def test_words_are_found_without_accents_and_however_arabic_is_written(typed, found):
    lines = ["Trier par région", "Région › Fès", "الاستمارات", "أضف استمارة"]
    commands = [Command(words, print) for words in lines]
    if typed == "استماره":
        found = ["أضف استمارة"]
    assert [command.words for command in matching(commands, typed)] == found


def test_no_two_buttons_share_a_letter():
    given = letters_for(["Fiches", "Formulaires", "Filtre", "FF", "1"], ["", "f", "", "", ""])
    assert (given[1], len(set(given))) == ("f", 5)
    assert letters_for(["الفريق", "الفريق"], ["", ""]) == ["ف", "ر"]


@pytest.fixture
def keys(window):
    """Send a key as the system does: through the window, so that shortcuts hear it."""
    window.windowHandle().requestActivate()
    QApplication.processEvents()

    def send(key, held=Qt.KeyboardModifier.NoModifier):
        dialog = QApplication.activeModalWidget()
        QTest.keyClick((dialog or window).windowHandle(), key, held)
        QApplication.processEvents()

    return send


def test_the_palette_opens_a_record_by_its_name_and_escape_goes_back(window, filling, keys, qtbot):
    answer(filling, "/identite/nom", "Amal Éclaté")
    where = QApplication.focusWidget()
    keys(Qt.Key.Key_K, CTRL)
    keys(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is where
    filling.close_record()
    keys(Qt.Key.Key_K, CTRL)
    write("eclate", widget=window.commander.dialog.line)
    keys(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is filling)
    assert filling.bridge.opened.record.title == "Amal Éclaté"


def test_the_palette_does_what_the_page_and_the_program_offer(window, filling, keys, qtbot):
    words = [command.words for command in window.commander.commands()]
    assert "Terminer la fiche" in words
    assert any(each.startswith("Verrouillage › ") for each in words)
    assert any(each.endswith("› العربية") for each in words)
    assert len(words) == len(set(words))
    keys(Qt.Key.Key_K, CTRL)
    first = filling.bridge
    write("nouv visite", widget=window.commander.dialog.line)
    keys(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filling.bridge is not first)


def test_f1_shows_the_keys_of_this_page_first_then_the_help_and_goes_back(window, filling, keys, qtbot):
    where = QApplication.focusWidget()
    keys(Qt.Key.Key_F1)
    said = window.help.text.toPlainText()
    assert said.index("terminer la fiche") < said.index("chercher dans les fiches")
    keys(Qt.Key.Key_F1)
    assert "fieldapp form check" in window.help.text.toPlainText()
    keys(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is filling)
    assert QApplication.focusWidget() is where


def test_alt_shows_letters_and_a_letter_presses(window, filling, keys, qtbot):
    tips = window.commander.tips
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Alt)
    assert tips.is_shown
    letter = next(sign for sign, button in tips.letters().items() if button is filling._back)
    keys(getattr(Qt.Key, f"Key_{letter.upper()}"))
    assert not tips.is_shown
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not filling)


@pytest.mark.parametrize("code", ["fr", "ar", "en"])
def test_the_letters_that_translators_chose_are_all_different(qtbot, speech, code):
    speech.speak(code)
    bar = FilterBar()
    qtbot.addWidget(bar)
    chosen = [part.shortcut().toString() for part in bar.findChildren(QPushButton)]
    chosen = [letter for letter in chosen if letter]
    assert len(chosen) == len(set(chosen)) > 4
