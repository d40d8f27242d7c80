"""Holds the compiler against the public XPath cases of the ODK clients, found through FIELDAPP_CONFORMANCE."""

import json
import math
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.conformance.xpath_adaptor import eval_xpath

_SUITE = os.environ.get("FIELDAPP_CONFORMANCE", "")

pytestmark = pytest.mark.skipif(not _SUITE, reason="FIELDAPP_CONFORMANCE is not set")

FLOORS = {"consensus": 1.0, "majority": 0.99, "single": 0.99, "dialect": 0.40}
"""Share of the cases of each tier that pass. Of the dialects we take Web Forms' side (see `fieldapp.xpath`)."""


@pytest.fixture(scope="module")
def outcomes():
    """Return passed and failed cases by tier."""
    found = {tier: Counter() for tier in FLOORS}
    with (Path(_SUITE) / "xpath.jsonl").open(encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            found[case["tier"]][_passes(case)] += 1
    return found


@pytest.mark.parametrize("tier", FLOORS)
def test_public_cases_pass_to_the_floor_of_their_tier(outcomes, tier):
    passed, failed = outcomes[tier][True], outcomes[tier][False]
    assert passed >= FLOORS[tier] * (passed + failed), f"{passed} of {passed + failed}"


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
