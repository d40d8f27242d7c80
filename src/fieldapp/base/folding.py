"""Words as the search compares them, and titles as the list orders them: case, accents and ways of writing Arabic.

Nothing here knows a language's dictionary; what is said of French and Arabic holds for names and titles.
"""

import re
import unicodedata
from functools import lru_cache

LONGEST_WORD = 40
"""Letters of a word that count; what is longer is a code or a mistake."""
_MARKS = frozenset({"Mn", "Me", "Cf"})  # accents, harakat, direction marks, joiners
_LETTERS = str.maketrans(
    {
        "ـ": "",  # tatweel
        "ء": "",  # hamza alone; on a carrier it is a combining mark after NFKD
        "ٱ": "ا",  # alef wasla
        "ى": "ي",  # alef maksura
        "ی": "ي",  # Farsi yeh
        "ة": "ه",  # ta marbuta
        "ک": "ك",  # keheh
        "ݣ": "ك",  # gaf as Morocco writes it, and its other forms: Agadir is found by either
        "ڭ": "ك",
        "گ": "ك",
        "ڤ": "ف",
        "ڥ": "ف",
        "پ": "ب",
        "چ": "ج",
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
    }
)
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
_ELISION = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|(?:lors|puis|jus)?qu)'(?=[^\W_])")
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?")
_ARTICLE = re.compile(r"(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{2})")
_SMALL = frozenset(
    word
    for language in (
        (
            "a",
            "au",
            "aux",
            "d",
            "de",
            "des",
            "du",
            "en",
            "et",
            "l",
            "la",
            "le",
            "les",
            "ou",
            "par",
            "pour",
            "sur",
        ),
        ("and", "for", "in", "of", "on", "the", "to", "with"),
    )
    for word in language
)
"""Words that an acronym passes over."""
_INITIALS = range(3, 13)
"""Letters of an acronym."""
_TITLE_LETTERS = 60
"""How much of a title decides its place; further letters leave the order to when it was touched."""
_DIGITS = re.compile(r"\d+")
_SCRIPTS = {"LATIN": "1", "ARABIC": "2", "TIFINAGH": "3"}


def folded(text: str) -> str:
    """Return a text as it is compared: without case, accents, and what Arabic may leave out or write differently."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded: `l'emploi` is one word, `O.N.G.` is `ong`; no word is cut at an accent."""
    plain = folded(text.translate(_APOSTROPHES))
    if "'" in plain:
        plain = _ELISION.sub("", plain)
    if "." in plain:
        plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), plain)
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain)]


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """Return a folded word without the Arabic article that stands before it; any other word as it is."""
    return _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word


def initials(text: str) -> str:
    """Return the acronym that a Latin name's words make; blank for a name too short or too long for one."""
    letters = [word[0] for word in words_of(text) if word not in _SMALL and word.isascii() and word.isalpha()]
    return "".join(letters) if len(letters) in _INITIALS else ""


def title_key(title: str) -> str:
    """Return the text whose order by code points is the order of titles; blank for a blank title.

    Accents and case decide only between titles that are otherwise alike, numbers count as numbers, punctuation does
    not count, and each script keeps together: Latin first.
    """
    words = words_of(title)
    if not words:
        return ""
    script = _script(words[0][0])
    plain = " ".join(_DIGITS.sub(_padded, word) for word in words)[:_TITLE_LETTERS]
    return f"{script}{plain}\x01{unicodedata.normalize('NFC', title).casefold()[:_TITLE_LETTERS]}"


def _script(letter: str) -> str:
    if letter.isascii():
        return "1"
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "4")


def _padded(found: re.Match[str]) -> str:
    digits = found[0].lstrip("0") or "0"
    return f"{min(len(digits), 99):02d}{digits}"


class _Folding(dict[int, str]):
    """What each character becomes, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        before, after = "", chr(code)
        while before != after:
            before, after = after, _fold_once(after)
        self[code] = after
        return after


_FOLDED = _Folding()


def _fold_once(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in plain if unicodedata.category(char) not in _MARKS)
    return "".join(map(_digit, kept.translate(_LETTERS)))


def _digit(char: str) -> str:
    value = unicodedata.digit(char, None)
    return char if value is None else str(value)
