"""Cells carry every text to the letter, in CSV that any strict reader takes."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.bundle.cells import escape, read_rows, unescape, write_cell, write_table
from fieldapp.bundle.limits import CELL_BYTES

NASTY = "a,;\"'\\\n\r\t\0é\u0301\u0338\u202e\u2066\u200f\u2028\ufeff\u1161\u11a8\uac00\U0001d15e\u212bوجدة€"
texts = st.text(
    alphabet=st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=["Cs"])), min_size=1
)


@given(texts)
@settings(max_examples=400, deadline=None)
def test_what_is_escaped_comes_back_to_the_letter(value):
    cell = escape(value)
    assert unescape(cell) == value
    assert unicodedata.is_normalized("NFC", cell)


@given(st.lists(st.tuples(texts, st.none() | texts), max_size=5))
@settings(max_examples=150, deadline=None)
def test_a_table_is_read_back_whatever_its_cells(rows):
    data = write_table(("a", "b"), rows)
    chunks = [data[at : at + 7] for at in range(0, len(data), 7)]
    assert list(read_rows(chunks, table="t"))[1:] == [list(row) for row in rows]


@given(st.lists(st.tuples(texts, st.none() | texts), min_size=1, max_size=5))
@settings(max_examples=100, deadline=None)
def test_pythons_strict_reader_agrees(rows):
    data = write_table(("a", "b"), rows).decode()
    read = list(csv.reader(io.StringIO(data, newline=""), strict=True))
    assert read[1:] == [[escape(cell or "") for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Oujda", "Oujda"),
        ("", ""),
        (None, ""),
        ('dit "le port"', '"dit ""le port"""'),
        ("deux\nlignes", '"deux\nlignes"'),
        ("C:\\photos", "C:\\\\photos"),
        ("sens\u202e", "sens\\u202e"),
        ("e\u0301", "e\\u0301"),
        ("a\r\nb", '"a\\u000d\nb"'),
        ("\U0001d15e", "\\U0001d15e"),
    ],
)
def test_a_cell_is_written_so(value, cell):
    assert write_cell(value) == cell


def test_a_cell_too_large_is_refused_when_written():
    write_cell("é" * (CELL_BYTES // 2))
    with pytest.raises(KnownError, match=r"bundle\.cell_too_large"):
        write_cell("é" * (CELL_BYTES // 2 + 1))


def test_a_refusal_names_table_and_row():
    with pytest.raises(KnownError) as caught:
        list(read_rows([b"a,b\r\n1,2\r\n3,\x07\r\n"], table="change"))
    assert caught.value.facts == {"table": "change", "row": 3, "character": "U+0007"}
