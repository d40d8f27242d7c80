"""The centre speaks French, Arabic and English, and has a word for everything a receipt may carry."""

import re
from pathlib import Path

import pytest

from fieldapp.central import report
from fieldapp.central.results import ImportResult, ImportStatus

SOURCES = Path(report.__file__).parent
CODES = re.compile(r'"((?:change|value)\.[a-z_]+)"')


def test_every_reason_for_quarantine_has_its_advice():
    raised = {
        code for name in ("settle", "rules") for code in CODES.findall((SOURCES / f"{name}.py").read_text())
    }
    assert raised
    assert raised - report.codes_with_advice() == set()


def test_every_answered_refusal_has_its_advice():
    from fieldapp.central.receipts import _REFUSALS

    assert set(_REFUSALS) <= report.codes_with_advice()


@pytest.mark.parametrize("language", report.LANGUAGES)
def test_advice_is_said_in_every_language(language):
    said = [report.advice(code, language) for code in sorted(report.codes_with_advice())]
    has_arabic = [bool(re.search("[\u0621-\u064a]", one)) for one in said]
    assert all(has_arabic) if language == "ar" else not any(has_arabic)


def test_a_code_without_advice_says_nothing():
    assert report.advice("nothing.known", "fr") == ""


@pytest.mark.parametrize("language", report.LANGUAGES)
def test_an_import_and_a_status_are_said_without_gaps(language, centre, laptop):
    laptop.create({"nom": "AMPF"})
    result = centre.import_data(laptop.bundle().data, name="lot.age")
    lines = [report.import_sentence(result, language), *report.status_lines(centre.status(), language)]
    assert "lot.age" in lines[0]
    assert not [line for line in lines if "{" in line]


def test_a_refusal_is_said_with_its_reason():
    result = ImportResult("lot.age", ImportStatus.REFUSED, "bundle.gap", {"need_from": 2, "need_to": 5})
    assert report.import_sentence(result, "fr").startswith("lot.age : refusé, rien n'a été écrit. ")
