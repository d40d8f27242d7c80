"""Forms of the ecosystem, found through FIELDAPP_CONFORMANCE: each is loaded, or refused with problems in words.

What is loaded can be filled, saved and opened again. Where we part from the other programs, a list says why; it is
strict: a form that goes over to the other side must leave it.
"""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from fieldapp.base.sentences import sentence
from fieldapp.engine import FormSession
from fieldapp.forms import FormProblems, Severity, load_form_bytes
from tests.conformance.plausible import fill
from tests.engine.sessions import NOON, CountingIds

_SUITE = os.environ.get("FIELDAPP_CONFORMANCE", "")
FOLDER = Path(_SUITE or ".") / "fixtures"

pytestmark = pytest.mark.skipif(not _SUITE, reason="FIELDAPP_CONFORMANCE is not set")

_RECORD = "00000000-0000-7000-8000-00000000000a"
"""The identity of the record; that of an instance is the record's, whatever the form calculates anew."""
_OLD_WORKBOOKS = (
    "fx-0346 fx-0350 fx-0353 fx-0356 fx-0360 fx-0363 fx-0364 fx-0365 fx-0371"
    " fx-0373 fx-0378 fx-0382 fx-0383 fx-0390 fx-0391 fx-0393 fx-0399"
)
WE_REFUSE = {
    **dict.fromkeys(
        _OLD_WORKBOOKS.split(), "a workbook of Excel 97 (.xls): it is to be saved as .xlsx first"
    ),
    **dict.fromkeys(
        ("fx-0075", "fx-0344", "fx-0381"), "its lists are not beside it, and no question could offer choices"
    ),
    "fx-0345": "a calculation that is no expression: converted elsewhere, refused when it is opened",
    "fx-0354": "a choice filter that is no expression (`label::English`): the same",
    "fx-0361": "asks for choices by `select_one_external`, and for OpenStreetMap",
}
"""Loaded by every other program, and not by us: why."""
WE_LOAD = {
    "fx-0084": "the bounds of a range are no numbers: the question takes any number",
    "fx-0278": "an action at a moment that nobody knows is never done",
    "fx-0322": "a select bound to whole numbers, and a label outside any question: both are passed over",
}
"""Refused by every other program, and not by us: why."""
SAVED_OTHERWISE = {
    "fx-0102": "a name three times in one group, without a repeat: a draft keeps the first",
}
"""What is filled in comes back otherwise: why."""


@cache
def manifest():
    if not _SUITE:
        return {}
    return {each["id"]: each for each in json.loads((FOLDER / "manifest.json").read_text("utf-8"))}


def is_loaded_elsewhere(each):
    return all(outcome is True for outcome in each["loads"].values())


def is_refused_elsewhere(each):
    return all(outcome is not True for outcome in each["loads"].values())


@cache
def definition_of(form_id):
    """Return the definition of a form, or the problems it is refused for."""
    each = manifest()[form_id]
    path = FOLDER / each["file"]
    files = {
        name.rpartition("/")[2]: file["text"].encode() for name, file in each.get("attachments", {}).items()
    }
    try:
        return load_form_bytes(path.read_bytes(), name=path.name, files=files)
    except FormProblems as error:
        return error


@pytest.mark.parametrize("form_id", manifest() or ["none"])
def test_a_form_is_loaded_or_refused_with_problems_in_words(form_id):
    read = definition_of(form_id)
    problems = read.problems if isinstance(read, FormProblems) else read.warnings
    for problem in problems:
        said = sentence(problem.code, {**problem.facts, "text": problem.text})
        assert problem.code not in said
        assert "…" not in said or "…" in str([problem.text, *problem.facts.values()])
    has_error = any(problem.severity is Severity.ERROR for problem in problems)
    assert has_error is isinstance(read, FormProblems)


def expected(form_id):
    reason = SAVED_OTHERWISE.get(form_id)
    return pytest.param(form_id, marks=[pytest.mark.xfail(reason=reason)] if reason else [])


@pytest.mark.parametrize("form_id", [expected(form_id) for form_id in manifest() or ["none"]])
def test_a_form_that_is_loaded_can_be_filled_saved_and_opened_again(form_id):
    definition = definition_of(form_id)
    if isinstance(definition, FormProblems):
        return
    opened = FormSession(definition, clock=NOON, ids=CountingIds())
    fill(opened)
    assert [each.reference for each in opened.violations() if each.kind == "type"] == []
    saved = opened.instance_xml(record_id=_RECORD)
    again = FormSession(definition, instance=saved, clock=NOON, ids=CountingIds())
    assert again.instance_xml(record_id=_RECORD) == saved
    draft = FormSession(definition, answers=opened.answers(), clock=NOON, ids=CountingIds())
    assert draft.instance_xml(record_id=_RECORD) == saved


def test_what_every_other_program_loads_we_load_too():
    refused = {
        form_id
        for form_id, each in manifest().items()
        if is_loaded_elsewhere(each) and isinstance(definition_of(form_id), FormProblems)
    }
    assert refused == WE_REFUSE.keys()


def test_what_every_other_program_refuses_we_refuse_too():
    loaded = {
        form_id
        for form_id, each in manifest().items()
        if is_refused_elsewhere(each) and not isinstance(definition_of(form_id), FormProblems)
    }
    assert loaded == WE_LOAD.keys()
