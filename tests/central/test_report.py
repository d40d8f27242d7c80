"""The centre speaks French, Arabic and English, and has a word for everything a receipt may carry."""

import re
from pathlib import Path

import pytest

from fieldapp.base.sentences import LANGUAGES, messages
from fieldapp.central import report
from fieldapp.central.receipts import _REFUSALS
from fieldapp.central.results import ImportResult, ImportStatus

SOURCES = Path(report.__file__).parents[1]
CODES = re.compile(r'"((?:change|value)\.[a-z_]+)"')


def raised_codes():
    raised = {
        code
        for name in ("records/settle.py", "central/rules.py")
        for code in CODES.findall((SOURCES / name).read_text())
    }
    return raised | set(_REFUSALS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_receipt_may_carry_has_its_words(language):
    assert len(raised_codes()) > 15
    assert raised_codes() - messages(language).keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_import_and_a_status_are_said_without_gaps(language, centre, laptop):
    laptop.create({"nom": "AMPF"})
    result = centre.import_data(laptop.bundle().data, name="lot.age")
    lines = [report.import_sentence(result, language), *report.status_lines(centre.status(), language)]
    assert "lot.age" in lines[0]
    assert not [line for line in lines if "{" in line]


def test_a_refusal_is_said_with_its_reason():
    result = ImportResult("lot.age", ImportStatus.REFUSED, "bundle.gap", {"need_from": 2, "need_to": 5})
    assert report.import_sentence(result, "fr").startswith("lot.age : refusé. Des modif")
