import ast
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from fieldapp.ui.i18n import LANGUAGES, form_language, read_linguist

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src/fieldapp/ui").rglob("*.py"))
OTHERS = [language.code for language in LANGUAGES[1:]]


def said():
    """Every sentence the code says, with its class: also inside f-strings, where lupdate does not look."""
    for path in SOURCES:
        for owner in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(owner, ast.ClassDef):
                continue
            for call in ast.walk(owner):
                if (
                    isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Attribute)
                    and call.func.attr == "tr"
                ):
                    yield owner.name, call.args[0].value, len(call.args) > 1


@pytest.mark.parametrize("code", OTHERS)
def test_no_sentence_is_untranslated(code):
    known = read_linguist(ROOT / f"resources/i18n/fieldapp_{code}.ts")
    assert not [(owner, text) for owner, text, _ in said() if not all(known.get((owner, text), ("",)))]


@pytest.mark.parametrize("code", OTHERS)
def test_no_translation_is_left_over(code):
    known = read_linguist(ROOT / f"resources/i18n/fieldapp_{code}.ts")
    assert set(known) == {(owner, text) for owner, text, _ in said()}


@pytest.mark.parametrize(("code", "forms"), [("fr", 2), ("ar", 6), ("en", 2)])
def test_every_count_has_all_its_plurals(code, forms):
    known = read_linguist(ROOT / f"resources/i18n/fieldapp_{code}.ts")
    assert {len(known[owner, text]) for owner, text, is_counted in said() if is_counted} == {forms}


@pytest.mark.parametrize("code", OTHERS)
def test_facts_keep_their_places(code):
    known = read_linguist(ROOT / f"resources/i18n/fieldapp_{code}.ts")
    named = {text: {part.split("}")[0] for part in text.split("{")[1:]} for _, text in known}
    for (_, text), forms in known.items():
        assert all({part.split("}")[0] for part in form.split("{")[1:]} == named[text] for form in forms)


@pytest.mark.parametrize("code", ["fr", *OTHERS])
def test_nothing_is_marked_unfinished(code):
    tree = ElementTree.parse(ROOT / f"resources/i18n/fieldapp_{code}.ts")
    assert not [node for node in tree.iter("translation") if node.get("type")]


@pytest.mark.parametrize(
    ("code", "count", "words"),
    [
        ("fr", 1, "1 réponse à revoir"),
        ("fr", 3, "3 réponses à revoir"),
        ("ar", 2, "جوابان للمراجعة"),
        ("ar", 5, "5 أجوبة للمراجعة"),
        ("ar", 11, "11 جوابا للمراجعة"),
        ("en", 1, "1 answer to review"),
    ],
)
def test_numbers_take_their_plural(speech, code, count, words):
    speech.speak(code)
    assert QCoreApplication.translate("ProblemsPanel", "%n réponse(s) à revoir", None, count) == words


def test_arabic_turns_the_application_round(speech, qapp):
    speech.speak("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    speech.speak("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_form_speaks_the_language_of_the_window_if_it_can():
    names = ("Français (fr)", "العربية (ar)")
    assert form_language(names, "ar") == "العربية (ar)"
    assert form_language(names, "en") == "Français (fr)"
    assert form_language((), "ar") == ""
