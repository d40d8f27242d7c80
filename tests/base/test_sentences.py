"""Every code that can reach a person has its sentence, in three languages, with facts that are really given."""

import ast
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

import fieldapp
from fieldapp.base.errors import BugError, KnownError
from fieldapp.base.paths import resources
from fieldapp.base.sentences import LANGUAGES, messages, sentence, sentence_of

SOURCES = Path(fieldapp.__file__).parent
CODE = re.compile(r"[a-z]+\.[a-z0-9_]+")
WRITTEN_LIKE_CODES = re.compile(
    r"fieldapp\..*|.*\.(csv|db|geojson|jpg|json|keys|lock|log|md|pdf|png|sql|svg|txt|xlsx|xml|zip)"
)
"""Names of files and of a logger."""
COLUMNS_ONLY = "central/migrations/versions/"
"""Where `table.column` is written like a code."""
ASKED_BY_NAME = {"unknown", "bug", "place.sheet", "place.row", "place.column", "place.question"}
GIVEN_WHEN_SAID = {"code", "text", "place"}
"""By `sentence`, and by whoever says a problem of a form."""
GIVEN_WHEN_PASSED_ON = {
    "bundle/cells.py": {"table", "row"},
    "xpath": {"text", "found", "offset", "length", "nodeset"},
}
"""Facts that the door of a file or room adds to every refusal that leaves it."""
FACT = re.compile(r"(?<!{){(\w+)")
OPTIONAL = re.compile(r"\[[^\[\]]*\]")
JARGON = re.compile(r"\b(sync\w*|hash\w*|commit\w*|parse[rs]?|traceback|bundle|manifest\w*)\b", re.IGNORECASE)


@dataclass
class Raised:
    """Where a code stands in the source, and the facts that can be seen beside it."""

    files: set[str] = field(default_factory=set)
    seen: list[set[str]] = field(default_factory=list)
    """Facts of each `KnownError(code, …)` that spells them all out."""
    is_open: bool = False
    """Whether it also stands where its facts cannot be seen: in a table, or behind a function."""


@cache
def trees():
    files = sorted(SOURCES.rglob("*.py"))
    read = {path.relative_to(SOURCES).as_posix(): ast.parse(path.read_text("utf-8")) for path in files}
    return {file: tree for file, tree in read.items() if not file.startswith(COLUMNS_ONLY)}


def room_of(file):
    return file.partition("/")[0]


def is_code(node):
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value) is not None
        and WRITTEN_LIKE_CODES.fullmatch(node.value) is None
    )


def called(node):
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


@cache
def raised_codes():
    """Return every code in the source that is not a fault of ours."""
    found = defaultdict(Raised)
    for file, tree in trees().items():
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
        first = {id(node.args[0]): node for node in calls if is_code(node.args[0])}
        for node in ast.walk(tree):
            if is_code(node):
                note(found, file, node, call=first.get(id(node)))
    return {code: raised for code, raised in found.items() if raised.files}


def note(found, file, node, *, call):
    if call is not None and called(call) == "BugError":
        return
    raised = found[node.value]
    raised.files.add(file)
    names = {keyword.arg for keyword in call.keywords} if call is not None else {None}
    if call is None or called(call) not in ("KnownError", "XPathError") or None in names:
        raised.is_open = True
    else:
        added = GIVEN_WHEN_PASSED_ON.get(file, set()) | GIVEN_WHEN_PASSED_ON.get(room_of(file), set())
        raised.seen.append(names | added)


@cache
def facts_of_room(room):
    """Return all that a room calls a fact anywhere: keyword arguments and keys of dictionaries."""
    nodes = [node for file, tree in trees().items() if room_of(file) == room for node in ast.walk(tree)]
    keywords = {keyword.arg for node in nodes if isinstance(node, ast.Call) for keyword in node.keywords}
    keys = {key.value for node in nodes if isinstance(node, ast.Dict) for key in node.keys if is_text(key)}
    return (keywords | keys | GIVEN_WHEN_PASSED_ON.get(room, set())) - {None}


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def facts_possible(raised):
    if not raised.is_open:
        return set().union(*raised.seen)
    return set().union(*raised.seen, *(facts_of_room(room_of(file)) for file in raised.files))


def test_the_search_finds_codes_raised_directly_and_from_tables():
    assert {"file.disk_full", "form.cycle", "bundle.name_parent", "xpath.syntax"} <= raised_codes().keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language):
    assert sorted(raised_codes().keys() - messages(language).keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_for_a_code_that_nobody_raises(language):
    assert sorted(messages(language).keys() - raised_codes().keys() - ASKED_BY_NAME) == []


@pytest.mark.parametrize("code", sorted(messages("fr")))
def test_three_languages_name_the_same_facts(code):
    facts = [set(FACT.findall(messages(language)[code])) for language in LANGUAGES]
    assert facts[0] == facts[1] == facts[2]


@pytest.mark.parametrize("code", sorted(raised_codes()))
def test_each_fact_named_is_given_where_the_code_is_raised(code):
    named = set(FACT.findall(messages("fr")[code]))
    assert named <= facts_possible(raised_codes()[code]) | GIVEN_WHEN_SAID


@pytest.mark.parametrize("code", sorted(raised_codes()))
def test_a_fact_outside_brackets_is_given_at_every_place_that_can_be_seen(code):
    needed = set(FACT.findall(OPTIONAL.sub("", messages("fr")[code]))) - GIVEN_WHEN_SAID
    assert [facts for facts in raised_codes()[code].seen if not needed <= facts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_without_facts(language):
    said = {code: sentence(code, {}, language) for code in messages(language)}
    assert [code for code, words in said.items() if not words or set(words) & set("[]")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_has_one_sentence(language):
    text = (resources() / "messages" / f"{language}.json").read_text(encoding="utf-8")
    codes = Counter(code for code, _ in json.loads(text, object_pairs_hook=list))
    assert [code for code, times in codes.items() if times > 1] == []


def test_every_sentence_ends_as_a_sentence():
    whole = [code for code in messages("fr") if not code.startswith("place.")]
    endings = {
        code: sentence(code, {"system": "."}, language)[-1] for language in LANGUAGES for code in whole
    }
    assert [code for code, end in endings.items() if end not in ".?!…"] == []


def test_french_sentences_have_no_jargon():
    said = {code: OPTIONAL.sub("", re.sub(r"{[^}]*}", "", text)) for code, text in messages("fr").items()}
    assert [code for code, words in said.items() if JARGON.search(words)] == []


def test_optional_parts_are_said_only_with_their_facts():
    with_it = sentence("form.unknown_reference", {"name": "nomm", "meant": ("${nom}", "${nomade}")})
    without = sentence("form.unknown_reference", {"name": "nomm", "meant": ()})
    assert "${nomm}" in with_it
    assert "${nom} ou ${nomade}" in with_it
    assert without.endswith("Corrigez le nom.")


def test_sizes_and_circles_are_written_for_people():
    assert "64 Mo" in sentence("file.too_large", {"limit": 64 * 1024 * 1024})
    assert "a → b → a" in sentence("form.cycle", {"circle": ["a", "b", "a"]})


def test_zero_is_a_fact():
    assert "(0 à 4)" in sentence("bundle.gap", {"need_from": 0, "need_to": 4})


def test_a_fault_of_ours_is_said_in_the_same_words_whatever_it_is():
    said = sentence_of(BugError("store.other_form", form_id="x"))
    assert said == sentence_of(BugError("store.refused")).replace("store.refused", "store.other_form")


def test_an_unknown_code_and_an_unknown_language_still_say_something():
    assert "some.code" in sentence_of(KnownError("some.code"), "de")


def test_a_fact_shown_beside_a_sentence_is_not_repeated_in_it():
    facts = {"text": "a +"}
    assert "a +" in sentence("xpath.unfinished", facts)
    assert "a +" not in sentence("xpath.unfinished", facts, shown={"text"})
    assert "a +" in sentence("form.unknown_privacy", facts, shown={"text"})


def test_lists_have_the_comma_of_their_language():
    facts = {"type": "txt", "nearest": ["text", "note"]}
    assert "text, note" in sentence("form.unknown_type", facts, "fr")
    assert "text، note" in sentence("form.unknown_type", facts, "ar")
