"""Runs every public scenario of the ecosystem's engines against ours; what fails is listed with its reason.

The cases stay outside the repository; `FIELDAPP_CONFORMANCE` names their folder. An exception that begins to pass
fails the run, and so does one that names no case.
"""

import json
import math
import os
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conformance.adaptor import Scenario
from tests.conformance.exceptions_scenarios import EXCEPTIONS

_SUITE = os.environ.get("FIELDAPP_CONFORMANCE", "")
_COMPARED = {
    "expect_choices": ("values",),
    "expect_repeat_count": ("count",),
    "expect_validation": ("outcome",),
    "expect_relevant": ("relevant", "readonly", "required"),
}
_UUID = re.compile(r"uuid:[0-9a-f-]{36}")

pytestmark = pytest.mark.skipif(not _SUITE, reason="FIELDAPP_CONFORMANCE is not set")


@cache
def cases():
    """The cases by id; none where the suite is not."""
    if not _SUITE:
        return {}
    lines = (Path(_SUITE) / "scenarios.jsonl").read_text(encoding="utf-8").splitlines()
    return {case["id"]: case for case in map(json.loads, lines)}


def _marked(name):
    reason = EXCEPTIONS.get(name)
    return pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=reason) if reason else ())


@pytest.mark.parametrize("name", [_marked(name) for name in cases()])
def test_a_scenario_goes_as_in_the_other_engines(name):
    assert failures(cases()[name]) == []


def test_every_exception_is_a_case():
    assert EXCEPTIONS.keys() <= cases().keys()


def failures(case):
    """Return what of a case is not as the other engines had it: steps, with what was seen instead."""
    try:
        scenario = Scenario(case["form"], case.get("attachments"), case["tz"], case.get("edit_instance"))
    except Exception as error:
        return [] if all("expect_load_error" in step for step in case["steps"]) else [repr(error)]
    if any("expect_load_error" in step for step in case["steps"]):
        return ["the form was to be refused"]
    found = [failed for step in case["steps"] if (failed := step_failure(scenario, step))]
    if case.get("only_final"):
        found += final_failures(scenario, case["final"]["nodes"])
    return found


def step_failure(scenario, step):
    """Return a step with what was seen, if that is not what it expects."""
    op = next(iter(step))
    try:
        seen = scenario.step(op, step)
    except Exception as error:
        return None if step.get("raises") else (step, repr(error))
    if step.get("raises"):
        return (step, seen) if seen.get("result") in (None, "ok") else None
    return None if "unsupported" not in seen and agrees(op, step, seen) else (step, seen)


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


def final_failures(scenario, nodes):
    """Return the leaves that are not as they were at the end; a dormant value may be kept or not."""
    found = {each["path"].replace("[1]", ""): each for each in scenario.step("final", {})["nodes"]}
    leaves = [node for node in nodes if "value" in node]
    return (
        []
        if leaves
        and all(
            (seen := found.get(node["path"].replace("[1]", ""))) is not None
            and seen["relevant"] == node["relevant"]
            and (not node["relevant"] or same(seen["value"], node["value"]))
            for node in leaves
        )
        else [("final", found)]
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
