"""The words of the search box: which words a record is found by, and the query that typed words become.

The index is behind on purpose (`indexing`): committing an answer costs nothing for it. Words of the title, the acronym
and the other names stand in a column of their own, so that they come first in the list while somebody types.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.base.folding import bare, folded, initials, words_of
from fieldapp.store.connection import Database
from fieldapp.store.listing.labels import Labels
from fieldapp.store.listing.phones import phone_words, typed_phones

NAME_QUESTIONS = frozenset({"nom", "sigle", "nom_ar", "autres_noms", "acronyme", "intitule", "titre"})
"""Questions outside repeats whose answers name the record, in the forms that ship."""
TYPED_LETTERS = 200
"""How much of what was typed is searched for; more is a paste by mistake."""
TYPED_WORDS = 10
_ARABIC_ARTICLES = ("ال", "لل")
_ATTACHMENT = re.compile(r"[0-9a-f]{64}\.\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the list and the search know of one record, made of its answers."""

    number: int
    touched: int
    """The place in the order of events at which the answers were read: a record touched since stays behind."""
    names: str = ""
    words: str = ""
    title_key: str = ""
    region: str = ""
    checked_on: str | None = None
    is_found: bool = True
    """Whether it is in the index at all: what lies in the trash is not."""


def match_query(text: str) -> str:
    """Return the FTS5 query for what somebody typed: every word, as a beginning; blank when there is no word."""
    typed = folded(text[:TYPED_LETTERS])
    terms = []
    for written, digits in typed_phones(typed):
        typed = typed.replace(written, " ", 1)
        apart = words_of(written)
        either = "" if apart == [digits] else f" OR ({' AND '.join(map(_beginning, apart))})"
        terms.append(f"({_beginning(digits)}{either})" if either else _beginning(digits))
    terms += map(_with_article, words_of(typed))
    return " AND ".join(dict.fromkeys(terms[:TYPED_WORDS]))


def name_query(match: str) -> str:
    """Return the query that finds the same words in names alone."""
    return f"{{names}} : ({match})"


def name_words(title: str, answers: Mapping[str, str]) -> list[str]:
    """Return the words that name a record, with the acronym they make."""
    names = [title, *(value for path, value in answers.items() if path.rpartition("/")[2] in NAME_QUESTIONS)]
    return _distinct([*names, *map(initials, names)])


def answer_words(answers: Mapping[str, str], labels: Labels | None) -> list[str]:
    """Return the words of a record's answers and of the choices they name, in all the form's languages.

    Its structure, the names of its files and what the program itself noted are no words.
    """
    texts: list[str] = []
    numbers: list[str] = []
    for path, value in answers.items():
        if path.rpartition("/")[2].startswith("@") or _ATTACHMENT.fullmatch(value):
            continue
        if labels is not None and labels.is_noted(path):
            continue
        texts.append(value)
        numbers += phone_words(value)
        texts += labels.of(path, value) if labels is not None else ()
    return [*_distinct(texts), *numbers]


def keep_entry(db: Database, entry: Entry) -> None:
    """Put a record into the index in place of its old words; belongs inside a transaction.

    A record touched since it was read stays marked as behind.
    """
    drop_entry(db, entry.number)
    if entry.is_found:
        db.execute(
            "INSERT INTO search (rowid, names, answers) VALUES (?, ?, ?)",
            [entry.number, entry.names, entry.words],
        )
    db.execute(
        "UPDATE record SET title_key = ?, region = ?, checked_on = ?, is_indexed = (touched = ?) WHERE number = ?",
        [entry.title_key, entry.region, entry.checked_on, entry.touched, entry.number],
    )


def drop_entry(db: Database, number: int) -> None:
    """Take a record out of the index; its words are gone for good once `purge_index` has run."""
    db.execute("DELETE FROM search WHERE rowid = ?", [number])


def purge_index(db: Database) -> None:
    """Write the whole index anew without what was dropped; until then old words lie in its pages, unreachable."""
    db.execute("INSERT INTO search (search) VALUES ('optimize')")


def _beginning(word: str) -> str:
    return f'"{word}"*'


def _with_article(word: str) -> str:
    """Let a word typed with the Arabic article find it without; the index holds both for the other way round."""
    plain = bare(word) if word.startswith(_ARABIC_ARTICLES) else word
    return _beginning(word) if plain == word else f"({_beginning(word)} OR {_beginning(plain)})"


def _distinct(texts: Iterable[str]) -> list[str]:
    words = dict.fromkeys(word for text in texts for word in words_of(text))
    return [*words, *(plain for plain in map(bare, words) if plain not in words)]
