"""The window's languages: French is written in the code, Arabic and English are read from Qt Linguist files.

The `.ts` files are read as they are, when a language is chosen: nothing compiled stands in the repository, so
nothing can be older than its source. French reads only its plurals, and so costs nothing at start.
After a new sentence: `pyside6-lupdate -no-obsolete -locations none $(find src/fieldapp/ui -name "*.py") -ts
resources/i18n/fieldapp_ar.ts` (and `_en`; `_fr` with `-pluralonly`), then Qt Linguist or an editor. `lupdate` does not
look inside f-strings: a test does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from fieldapp.base.paths import resources
from fieldapp.forms.definition import language_code


@dataclass(frozen=True, slots=True)
class AppLanguage:
    """A language the window speaks."""

    code: str
    own_name: str
    is_right_to_left: bool = False


LANGUAGES = (
    AppLanguage("fr", "Français"),
    AppLanguage("ar", "العربية", is_right_to_left=True),
    AppLanguage("en", "English"),
)
"""In the order of the menu; the first is the one the code is written in."""

_FEW_AR = range(3, 11)
_MANY_AR = range(11, 100)


def _plural_ar(n: int) -> int:
    if n in {0, 1, 2}:
        return n
    if n % 100 in _FEW_AR:
        return 3
    return 4 if n % 100 in _MANY_AR else 5


_PLURALS: dict[str, Callable[[int], int]] = {
    "fr": lambda n: int(n > 1),
    "ar": _plural_ar,
    "en": lambda n: int(n != 1),
}
"""Which numerus form of a `.ts` file a number takes, as Qt Linguist orders them."""


class LinguistTranslator(QTranslator):
    """Answers Qt from the text of a `.ts` file; what it does not know, it says in French.

    It is asked last, after Qt's own translators: returning nothing ("ask the next one") is not possible from
    Python, where the null string cannot be made (returning `None` breaks the interpreter, PySide6 6.12).
    """

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plural = _PLURALS[code]
        self._texts = read_linguist(resources() / "i18n" / f"fieldapp_{code}.ts")

    @override
    def isEmpty(self) -> bool:
        return not self._texts

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        forms = self._texts.get((context, sourceText), ())
        if not forms:
            return sourceText
        return forms[0] if n < 0 else forms[min(self._plural(n), len(forms) - 1)]


def read_linguist(file: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read the finished sentences of a `.ts` file, by context and source text."""
    texts = {}
    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - ships with the program
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            texts[name, message.findtext("source", "")] = tuple(forms)
    return texts


class Speech:
    """Switches the language of the whole application while it runs."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.language = LANGUAGES[0]

    def speak(self, code: str) -> None:
        """Change words, direction, digits and dates; an unknown code gives French."""
        self.language = next((known for known in LANGUAGES if known.code == code), LANGUAGES[0])
        QLocale.setDefault(locale_of(self.language.code))
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = [LinguistTranslator(self.language.code), _qt_own(self.language.code)]
        for new in self._translators:
            self._app.installTranslator(new)
        is_rtl = self.language.is_right_to_left
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )


def locale_of(code: str) -> QLocale:
    """Return the locale of a language in Morocco: Western digits in Arabic too, as they are written there."""
    return QLocale({"fr": "fr_MA", "ar": "ar_MA", "en": "en_GB"}[code])


def _qt_own(code: str) -> QTranslator:
    translator = QTranslator()
    translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


def form_language(names: tuple[str, ...], code: str) -> str:
    """Return which of a form's languages to show in the window's language; its first when it has none of it."""
    return next((name for name in names if language_code(name) == code), names[0] if names else "")
