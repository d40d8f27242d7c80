"""The search box: words folded so that case, accents and the ways of writing Arabic make no difference.

The index is behind on purpose: a record that changed is only marked, and indexed when somebody searches next, so
that committing an answer costs nothing for it.
"""

import re
import unicodedata
from collections.abc import Mapping

from fieldapp.store.connection import Database

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
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
    }
)
_WORD = re.compile(r"[^\W_]+")
_ATTACHMENT = re.compile(r"[0-9a-f]{64}\.\w+")


def folded(text: str) -> str:
    """Return the text as the index holds it and as a query is compared with it."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in plain if unicodedata.category(char) not in _MARKS)
    return "".join(_digit(char) for char in kept.translate(_LETTERS))


def match_query(text: str) -> str:
    """Return the FTS5 query for what somebody typed: every word, as a beginning; blank when there is no word."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(folded(text)))


def searchable(answers: Mapping[str, str]) -> str:
    """Return the text of a record's answers: not its structure, not the names of its files."""
    return "\n".join(
        value
        for path, value in answers.items()
        if not path.rpartition("/")[2].startswith("@") and not _ATTACHMENT.fullmatch(value)
    )


def index_record(db: Database, number: int, *, title: str, answers: Mapping[str, str]) -> None:
    """Put a record's words into the index in place of its old ones, and mark it as indexed."""
    db.execute("DELETE FROM search WHERE rowid = ?", [number])
    db.execute(
        "INSERT INTO search (rowid, title, answers) VALUES (?, ?, ?)",
        [number, folded(title), folded(searchable(answers))],
    )
    db.execute("UPDATE record SET is_indexed = 1 WHERE number = ?", [number])


def _digit(char: str) -> str:
    value = unicodedata.digit(char, None)
    return char if value is None else str(value)
