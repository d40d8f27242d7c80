"""Runs every public XPath case of the ODK clients against our compiler; what fails is listed with its reason.

The cases stay outside the repository; `FIELDAPP_CONFORMANCE` names their folder. An exception that begins to pass
fails the run, and so does one that names no case.
"""

import json
import math
import os
import re
from functools import cache
from pathlib import Path

import pytest

from tests.conformance.exceptions_xpath import EXCEPTIONS
from tests.conformance.xpath_adaptor import eval_xpath

_SUITE = os.environ.get("FIELDAPP_CONFORMANCE", "")
_MUST = {"consensus": 1.0, "majority": 0.99, "single": 0.99}
"""Share of a tier that passes without exception; of the dialects we take Web Forms' side (see `fieldapp.xpath`)."""

pytestmark = pytest.mark.skipif(not _SUITE, reason="FIELDAPP_CONFORMANCE is not set")


@cache
def cases():
    """The cases by id; none where the suite is not."""
    if not _SUITE:
        return {}
    lines = (Path(_SUITE) / "xpath.jsonl").read_text(encoding="utf-8").splitlines()
    return {case["id"]: case for case in map(json.loads, lines)}


def _marked(name):
    reason = EXCEPTIONS.get(name)
    return pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=reason) if reason else ())


@pytest.mark.parametrize("name", [_marked(name) for name in cases()])
def test_an_expression_gives_what_the_other_engines_give(name):
    assert _passes(cases()[name])


def test_every_exception_is_a_case():
    assert EXCEPTIONS.keys() <= cases().keys()


@pytest.mark.parametrize("tier", _MUST)
def test_exceptions_are_rare_where_the_other_engines_agree(tier):
    names = [name for name, case in cases().items() if case["tier"] == tier]
    assert sum(name not in EXCEPTIONS for name in names) >= _MUST[tier] * len(names)


def _passes(case) -> bool:
    try:
        value = eval_xpath(case)
    except Exception:
        return case["expected_type"] == "error"
    return _AGREES[case["expected_type"]](value, case)


def _same_number(value, case) -> bool:
    wanted = float(case["expected"])
    if case["expected_type"] == "number_rounded" and math.isfinite(value):
        value = math.floor(value * case["factor"] + 0.5) / case["factor"]
    if math.isnan(wanted) or math.isinf(wanted):
        return str(value) == str(wanted)
    return abs(value - wanted) <= 1e-12 * max(1.0, abs(wanted))


def _matches(value, case) -> bool:
    pattern = case["expected"]
    flags = re.IGNORECASE if "i" in pattern.get("flags", "") else 0
    return re.search(re.sub(r"\(\?<([a-zA-Z])", r"(?P<\1", pattern["source"]), value, flags) is not None


def _equal(value, case) -> bool:
    return value == case["expected"]


_AGREES = {
    "error": lambda value, case: False,
    "boolean": lambda value, case: value is case["expected"],
    "number": _same_number,
    "number_rounded": _same_number,
    "string": lambda value, case: value == str(case["expected"]),
    "string_length": lambda value, case: len(value) == case["expected"],
    "string_match": _matches,
    "nodeset": _equal,
    "nodeset_sequence": _equal,
    "nodeset_unordered": lambda value, case: sorted(value) == sorted(case["expected"]),
}
