"""Whatever is done to a form, it is read or refused with problems that can be said: nothing else is ever raised."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fieldapp.base.sentences import LANGUAGES, sentence
from fieldapp.forms import FormProblems, load_form_bytes
from tests.forms.workbooks import parts_of, workbook, zipped

SHORT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TYPES = [
    "text",
    "integer",
    "select_one l",
    "select_multiple l",
    "select_one",
    "rank l",
    "note",
    "calculate",
    "begin group",
    "end group",
    "begin repeat",
    "end repeat",
    "begin_group",
    "end_repeat",
    "date",
    "geopoint",
    "range",
    "image",
    "audio",
    "audit",
    "hidden",
    "start",
    "select_one_from_file f.csv",
    "select_one ${r}",
    "select_one l or_other",
    "xml-external",
    "csv-external",
    "start-geopoint",
    "acknowledge",
    "tekst",
    "",
    "  ",
    "é",
    "begin loop over l",
]
GOOD_TYPES = [
    "text",
    "integer",
    "select_one l",
    "select_multiple l",
    "calculate",
    "date",
    "note",
    "geopoint",
    "rank l",
]
NAMES = [
    "a",
    "b",
    "c",
    "g",
    "r",
    "l",
    "f",
    "A",
    "a b",
    "1",
    "meta",
    "instanceID",
    "x.y",
    "_z",
    "-",
    "é",
    "data",
    "",
    "${a}",
    "a:b",
    "xml",
]
TEXTS = [
    *NAMES,
    "Texte",
    "${a}",
    "${b} et ${c}",
    "${last-saved#a}",
    "${",
    "${}",
    "$",
    "{a}",
    "<b>&amp;",
    "\x07",
    "ا",
    "**x**",
]
EXPRESSIONS = [
    "${a} > 1",
    "${a} = 'x'",
    ".",
    ". > 3 and . < 2",
    "true()",
    "yes",
    "no",
    "sum(${b})",
    "${a}${b}",
    "pulldata('f', 'name', 'label', ${a})",
    "(",
    "1 +",
    "foo(${a})",
    "if(${a}, 1)",
    "‘x’",
    "position(..)",
    "indexed-repeat(${a}, ${r}, 1)",
    "once(today())",
    "../a",
    "/data/a",
    "instance('l')/root",
    "selected(${a}, 'x')",
    "jr:choice-name(${a}, '${a}')",
    "count(${r})",
    "-1",
    "1e9",
    "999999999",
    "${c}",
    "${g}",
    "name = ${a}",
    "b = 1",
    "'",
    '"',
    "*",
    "current()/../a",
    "$a",
    "a//b",
    "[1]",
    "${a}[1]",
    "regex(., '(a+)+$')",
    "date('x')",
    "decimal-date-time(.)",
    "randomize(${a})",
    "uuid()",
    "x:y()",
]
APPEARANCES = [
    "",
    "minimal",
    "search('f')",
    "search('f', 'contains', 'name', ${a})",
    "search(",
    "field-list",
    "table-list",
    "label",
    "w1",
    "ex:a(b='c')",
]
PARAMETERS = [
    "",
    "randomize=true",
    "seed=1",
    "start=1 end=5 step=1",
    "start=a",
    "value=x label=y",
    "=",
    "max-pixels=9",
    "rows=2",
    "quality=low",
]
LANGUAGE = st.sampled_from(["", "::fr", "::Français (fr)", "::x", " :: y", "::", ":z"])
CELLS = {
    "type": st.sampled_from(TYPES),
    "name": st.sampled_from(NAMES),
    "label": st.sampled_from(TEXTS),
    "hint": st.sampled_from(TEXTS),
    "relevant": st.sampled_from(EXPRESSIONS),
    "constraint": st.sampled_from(EXPRESSIONS),
    "calculation": st.sampled_from(EXPRESSIONS),
    "required": st.sampled_from(EXPRESSIONS),
    "default": st.sampled_from([*EXPRESSIONS, *TEXTS]),
    "repeat_count": st.sampled_from(EXPRESSIONS),
    "choice_filter": st.sampled_from(EXPRESSIONS),
    "appearance": st.sampled_from(APPEARANCES),
    "parameters": st.sampled_from(PARAMETERS),
    "trigger": st.sampled_from(TEXTS),
    "media::image": st.sampled_from(TEXTS),
    "bind::fieldapp:privacy": st.sampled_from(["", "public", "consent", "x"]),
    "disabled": st.sampled_from(["", "yes", "no"]),
    "save_to": st.sampled_from(NAMES),
}
FILES = {"f.csv": b"name,label\nx,X\n"}
SETTINGS = [
    "form_id",
    "version",
    "name",
    "default_language",
    "instance_name",
    "namespaces",
    "style",
    "omit_instanceID",
]
SHIPPED = Path(__file__).parents[2] / "forms" / "fiche_organisation" / "fiche_organisation.xlsx"


def table_of(draw, columns, most):
    """Draw a sheet: some headings, and rows of cells below them."""
    heads = draw(st.lists(st.sampled_from(sorted(columns)), min_size=1, max_size=6))
    written = [head + draw(LANGUAGE) if head in ("label", "hint") else head for head in heads]
    rows = draw(st.lists(st.tuples(*(columns[head] for head in heads)), max_size=most))
    return [written, *map(list, rows)]


@st.composite
def workbooks(draw):
    """Draw sheets of any cells."""
    texts = st.sampled_from(TEXTS)
    sheets = {
        "survey": table_of(draw, CELLS, 8),
        "choices": table_of(draw, {"list_name": CELLS["name"], "name": texts, "label": texts, "b": texts}, 4),
        "settings": table_of(draw, dict.fromkeys(SETTINGS, texts), 2),
        "entities": table_of(draw, dict.fromkeys(["list_name", "label", "entity_id", "create_if"], texts), 1),
    }
    left_out = draw(st.sets(st.sampled_from(["choices", "settings", "entities"]), max_size=3))
    return {name: rows for name, rows in sheets.items() if name not in left_out}


@st.composite
def nearly_good(draw):
    """Draw a form of which only one or two columns are odd."""
    odd = sorted(
        draw(st.sets(st.sampled_from(sorted(set(CELLS) - {"type", "name"})), min_size=1, max_size=2))
    )
    names = draw(st.permutations(["a", "b", "c", "d", "e"]))
    rows = [
        [draw(st.sampled_from(GOOD_TYPES)), name, f"Texte {name}", *(draw(CELLS[column]) for column in odd)]
        for name in names
    ]
    if draw(st.booleans()):
        kind = draw(st.sampled_from(["group", "repeat"]))
        rows = [rows[0], [f"begin {kind}", "r", "R"], *rows[1:3], [f"end {kind}"], *rows[3:]]
    blanks = [[*row, *[""] * (3 + len(odd) - len(row))] for row in rows]
    head = ["type", "name", "label::fr" if "label" in odd else "label", *odd]
    choices = [["list_name", "name", "label", "b"], ["l", "x", "X", "1"], ["l", "y", "Y", "2"]]
    return {"survey": [head, *blanks], "choices": choices}


def markdown(sheets):
    """Write sheets as the tables of Markdown."""
    lines = []
    for name, rows in sheets.items():
        lines.append(f"| {name} |")
        lines += [f"| | {' | '.join('' if cell is None else cell for cell in row)} |" for row in rows]
    return "\n".join(lines).encode()


def hold(data, name):
    """Read a form; every problem must have its words."""
    try:
        found = load_form_bytes(data, name=name, files=FILES).warnings
    except FormProblems as error:
        found = error.problems
        assert found
    for problem in found:
        assert all(sentence(problem.code, problem.facts, language) for language in LANGUAGES)


@SHORT
@given(workbooks())
@example({"survey": [["type", "name"], ["begin repeat", "a"], ["end group", "a"]]})
def test_a_form_of_odd_cells_is_read_or_refused(sheets):
    hold(markdown(sheets), "f.md")


@SHORT
@given(nearly_good())
def test_a_form_with_an_odd_column_is_read_or_refused(sheets):
    hold(markdown(sheets), "f.md")


@pytest.mark.slow
@LONG
@given(st.one_of(workbooks(), nearly_good()))
def test_thousands_of_odd_forms_are_read_or_refused(sheets):
    hold(markdown(sheets), "f.md")


GOOD = workbook(
    survey=[
        ["type", "name", "label", "relevant"],
        ["text", "a", "A", ""],
        ["select_one l", "b", "B", "${a} = 'x'"],
    ],
    choices=[["list_name", "name", "label"], ["l", "x", "X"]],
    settings=[["form_id"], ["essai"]],
)
XFORM = load_form_bytes(GOOD, name="f.xlsx").xform
PIECES = [
    b"<",
    b">",
    b"&",
    b'"',
    b"/",
    b"]]>",
    b"\x00",
    b"\xff",
    b"&#0;",
    b"9" * 30,
    b"-1",
    b"=",
    b"${a}",
    b"'",
    b"(",
    b"",
]


def mutated(data, seed):
    """Return bytes with some pieces cut out, doubled, moved or replaced."""
    dice = random.Random(seed)
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        first = dice.randrange(len(changed) + 1)
        last = min(len(changed), first + dice.choice([0, 1, 2, 8, 40]))
        piece = bytes(changed[first:last])
        changed[first:last] = dice.choice([b"", piece * 2, dice.choice(PIECES), piece[::-1]])
    return bytes(changed)


@SHORT
@given(st.integers())
def test_a_mutated_xform_is_read_or_refused(seed):
    hold(mutated(XFORM, seed), "f.xml")


@pytest.mark.slow
@LONG
@given(st.integers())
def test_thousands_of_mutated_xforms_are_read_or_refused(seed):
    hold(mutated(XFORM, seed), "f.xml")


def with_mutated_part(seed):
    """Return a workbook of which one part was mutated and packed again."""
    parts = parts_of(GOOD)
    name = random.Random(seed).choice(sorted(parts))
    return zipped({**parts, name: mutated(parts[name], seed)})


@SHORT
@given(st.integers())
def test_a_mutated_workbook_is_read_or_refused(seed):
    hold(with_mutated_part(seed), "f.xlsx")
    hold(mutated(GOOD, seed), "f.xlsx")


@pytest.mark.slow
@LONG
@given(st.integers())
def test_thousands_of_mutated_workbooks_are_read_or_refused(seed):
    hold(with_mutated_part(seed), "f.xlsx")
    hold(mutated(GOOD, seed), "f.xlsx")
