"""Runs every public scenario of the ecosystem's engines against ours, and keeps what was reached.

The cases stay outside the repository; `FIELDAPP_CONFORMANCE` names their folder. A tier may only get better: when
more passes than its floor says, raise the floor.
"""

import json
import math
import os
import re
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conformance.scenario_adaptor import Scenario

FLOORS = {"consensus": 295, "dialect-webforms": 107, "dialect-javarosa": 7}
"""Scenarios of each tier that pass, at least."""
_COMPARED = {
    "expect_choices": ("values",),
    "expect_repeat_count": ("count",),
    "expect_validation": ("outcome",),
    "expect_relevant": ("relevant", "readonly", "required"),
}
_UUID = re.compile(r"uuid:[0-9a-f-]{36}")


@cache
def results():
    folder = os.environ.get("FIELDAPP_CONFORMANCE")
    if not folder:
        pytest.skip("FIELDAPP_CONFORMANCE is not set")
    lines = (Path(folder) / "scenarios.jsonl").read_text(encoding="utf-8").splitlines()
    return [(case, passes(case)) for case in map(json.loads, lines)]


@pytest.mark.parametrize("tier", FLOORS)
def test_a_tier_passes_at_least_its_floor(tier):
    passed = Counter(case["tier"] for case, is_passed in results() if is_passed)
    assert passed[tier] >= FLOORS[tier]


def passes(case):
    """Tell whether each step of a case, and its final state, is as the peers had it."""
    try:
        scenario = Scenario(
            case["form"], case.get("attachments") or {}, case["tz"], case.get("edit_instance")
        )
    except Exception:
        return all("expect_load_error" in step for step in case["steps"])
    if any("expect_load_error" in step for step in case["steps"]):
        return False
    if not all(step_passes(scenario, step) for step in case["steps"]):
        return False
    return not case.get("only_final") or final_passes(scenario, case["final"]["nodes"])


def step_passes(scenario, step):
    op = next(iter(step))
    try:
        seen = scenario.step(op, step)
    except Exception:
        return bool(step.get("raises"))
    if step.get("raises"):
        return seen.get("result") not in (None, "ok")
    return "unsupported" not in seen and agrees(op, step, seen)


def agrees(op, step, seen):
    """Compare what was seen with what the step expects, as the suite's own scoring does."""
    if op == "set":
        return "result" not in step or seen["result"] == step["result"]
    if op in ("expect_value", "expect_attribute"):
        return same(seen["value"], step["value"])
    if op == "expect_label":
        return all(same(seen[key], step[key]) for key in ("label", "hint") if step.get(key) is not None)
    if op == "expect_instance_xml":
        return shape(seen["xml"]) == shape(step[op])
    return all(seen[key] == step[key] for key in _COMPARED.get(op, ()) if key in step)


def final_passes(scenario, nodes):
    found = {each["path"].replace("[1]", ""): each for each in scenario.step("final", {})["nodes"]}
    leaves = [node for node in nodes if "value" in node]
    return bool(leaves) and all(
        (seen := found.get(node["path"].replace("[1]", ""))) is not None
        and seen["relevant"] == node["relevant"]
        and (not node["relevant"] or same(seen["value"], node["value"]))
        for node in leaves
    )


def same(seen, expected):
    """Tell whether two values are the same to ODK: texts, booleans in either spelling, or equal numbers."""
    seen, expected = ("" if value is None else str(value) for value in (seen, expected))
    if seen == expected or _UUID.sub("uuid:*", seen) == expected:
        return True
    if {seen, expected} in ({"true", "1"}, {"false", "0"}):
        return True
    try:
        return math.isclose(float(seen), float(expected), rel_tol=1e-9, abs_tol=1e-9)
    except ValueError:
        return False


def shape(xml):
    """Return an instance without namespaces, indentation and chance."""
    return _shape(ET.fromstring(_UUID.sub("uuid:*", xml).strip()))


def _shape(element):
    name = element.tag.rpartition("}")[2]
    return (
        name,
        tuple(sorted(element.attrib.items())),
        (element.text or "").strip(),
        tuple(map(_shape, element)),
    )
