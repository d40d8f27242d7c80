"""Write the code lists that follow a standard, from the CLDR that Babel holds: `python packaging/build_lists.py`.

Countries carry the codes of ISO 3166-1 and languages those of ISO 639, after the ones that the mission's documents
name. The words are those of the CLDR, in three languages, but for the few that are written otherwise here. A country
or language is never dropped: a code in use keeps its meaning.
"""

import argparse
import csv
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from babel import Locale

LISTS = Path(__file__).resolve().parent.parent / "forms" / "lists"
COLUMNS = ("list", "code", "fr", "ar", "en", "source")
LOCALES = {code: Locale(code) for code in ("fr", "ar", "en")}
COUNTRY_SOURCE, LANGUAGE_SOURCE = "ISO 3166-1 alpha-2; noms Unicode CLDR", "ISO 639; noms Unicode CLDR"
NAMED_COUNTRIES = ("SY", "SN", "CD", "CI", "NG", "CM", "GN", "ML", "TN", "DZ", "ES", "GB")
"""Those that the documents name, in their order."""
_NO_STATES = (
    "AC AI AQ AS AW AX BL BM BQ BV CC CK CP CQ CW CX DG EA EH EU EZ FK FO GF GG GI GL GP GS GU HK HM IC IM IO JE KY"
    " MF MO MP MQ MS NC NF NU PF PM PN PR QO RE SH SJ SX TA TC TF TK TW UM UN VG VI WF XA XB XK YT ZZ"
)
"""Territories of the CLDR that are no sovereign state, and its placeholders: nobody's nationality."""
COUNTRY_NAMES: Mapping[str, Mapping[str, str]] = {
    "CD": {
        "fr": "République démocratique du Congo",
        "ar": "جمهورية الكونغو الديمقراطية",
        "en": "Democratic Republic of the Congo",
    },
    "CG": {"fr": "Congo (Brazzaville)", "ar": "الكونغو (برازافيل)", "en": "Congo (Brazzaville)"},
    "CI": {"ar": "كوت ديفوار"},
    "PS": {"fr": "Palestine", "ar": "فلسطين", "en": "Palestine"},
    "TL": {"ar": "تيمور الشرقية"},
}
"""Names that Moroccan administrations write otherwise than the CLDR."""
DOCUMENTED_LANGUAGES = (
    ("francais", "Français", "الفرنسية", "French"),
    ("arabe", "Arabe", "العربية", "Arabic"),
    ("darija", "Darija", "الدارجة", "Darija"),
    ("anglais", "Anglais", "الإنجليزية", "English"),
    ("amazigh", "Amazigh", "الأمازيغية", "Amazigh"),
)
OTHER_LANGUAGE = ("autre", "Autre (à préciser)", "لغة أخرى (تحدد)", "Other (please specify)")
CONVERSATION_LANGUAGES = (
    ("francais", "Français", "الفرنسية", "French"),
    ("arabe_darija", "Arabe ou darija", "العربية أو الدارجة", "Arabic or Darija"),
    ("anglais", "Anglais", "الإنجليزية", "English"),
    OTHER_LANGUAGE,
)
_SPOKEN = "bas bm dua dyu es ewo ff ha ig ku ln man pt snk so sus sw ti tl tr ur wo yo"
"""Languages of the people whom the documents speak of, beside those of Morocco."""
LANGUAGE_NAMES: Mapping[str, Mapping[str, str]] = {
    "bm": {"ar": "البمبارا"},
    "dua": {"ar": "الدوالا"},
    "dyu": {"ar": "الديولا"},
    "ig": {"ar": "الإيغبو"},
    "ln": {"ar": "اللينغالا"},
    "snk": {"ar": "السوننكي"},
}
"""Names that are hard to recognise, or read like another language, in the CLDR."""
Row = tuple[str, ...]


def countries() -> Iterator[Row]:
    """Give the sovereign states: those of the documents, then the French alphabet."""
    known = {code for code in LOCALES["fr"].territories if len(code) == 2 and code.isalpha()} - set(
        _NO_STATES.split()
    )
    for code in NAMED_COUNTRIES:
        yield ("pays", code, *_country(code), f"{COUNTRY_SOURCE}; pays cités par DTF AMUDDU")
    for code in sorted(known - set(NAMED_COUNTRIES), key=lambda code: _alphabetical(_country(code)[0])):
        yield ("pays", code, *_country(code), COUNTRY_SOURCE)


def languages() -> Iterator[Row]:
    """Give the languages of the documents, then others by the French alphabet, then the ones of a conversation."""
    for row in DOCUMENTED_LANGUAGES:
        yield ("langue", *row, "DTF AMUDDU; ToR BIT/ANAPEC répertoire")
    for code in sorted(_SPOKEN.split(), key=lambda code: _alphabetical(_language(code)[0])):
        yield ("langue", code, *_language(code), LANGUAGE_SOURCE)
    yield ("langue", *OTHER_LANGUAGE, "fieldapp (proposition)")
    for row in CONVERSATION_LANGUAGES:
        yield ("langue_entretien", *row, "DTF AMUDDU; fieldapp (proposition)")


def _country(code: str) -> list[str]:
    own = COUNTRY_NAMES.get(code, {})
    return [own.get(name, locale.territories[code]).replace("’", "'") for name, locale in LOCALES.items()]


def _language(code: str) -> list[str]:
    own = LANGUAGE_NAMES.get(code, {})
    names = [own.get(name, locale.languages[code]) for name, locale in LOCALES.items()]
    return [name[:1].upper() + name[1:] for name in names]


def _alphabetical(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


TABLES = {"pays.csv": countries, "langue.csv": languages}


def table(name: str) -> str:
    """Return a table as it is written."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, *TABLES[name]()])
    return text.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write every table, or with `--check` only say which ones are out of date."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a table is old")
    is_check = parser.parse_args(arguments).check
    old = [name for name in TABLES if (LISTS / name).read_text(encoding="utf-8") != table(name)]
    for name in old:
        sys.stdout.write(f"{'out of date' if is_check else 'written'}: forms/lists/{name}\n")
        if not is_check:
            (LISTS / name).write_text(table(name), encoding="utf-8", newline="")
    return 1 if is_check and old else 0


if __name__ == "__main__":
    sys.exit(main())
