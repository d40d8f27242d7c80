"""Reads a script that tries a form out: one JSON object a line, each a step; every line that is wrong is named.

The first key of a line is its operation. `OPERATIONS` is the whole language; what the steps do is in
`script_session`, what the expectations compare is in `run_script`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.forms.definition import FormDefinition

MAX_SCRIPT_BYTES = 64 * 1024 * 1024
"""As of a form: more is no script that somebody wrote."""
LOAD_ERROR = "expect_load_error"


@dataclass(frozen=True, slots=True)
class Operation:
    """What a step of one kind must say."""

    has_path: bool = True
    """Whether its operation names a place of the form."""
    needs: tuple[str, ...] = ()
    """Keys that must be there beside it."""
    one_of: tuple[str, ...] = ()
    """Of these, at least one."""


OPERATIONS: Mapping[str, Operation] = {
    "set": Operation(one_of=("value", "file")),
    "add_repeat": Operation(),
    "remove_repeat": Operation(),
    "set_language": Operation(has_path=False),
    "new_instance": Operation(has_path=False),
    "roundtrip_instance": Operation(has_path=False),
    "restore_instance": Operation(has_path=False),
    "edit_instance": Operation(has_path=False),
    "finalize": Operation(has_path=False),
    "expect_value": Operation(needs=("value",)),
    "expect_relevant": Operation(one_of=("relevant", "readonly", "required", "violation")),
    "expect_choices": Operation(one_of=("values", "labels")),
    "expect_repeat_count": Operation(needs=("count",)),
    "expect_validation": Operation(has_path=False, needs=("outcome",)),
    "expect_label": Operation(one_of=("label", "hint")),
    "expect_attribute": Operation(needs=("name", "value")),
    "expect_instance_xml": Operation(has_path=False),
    LOAD_ERROR: Operation(has_path=False),
}
_TEXTS = frozenset({"set_language", "restore_instance", "expect_instance_xml", "name", "outcome", "file"})
_LISTS = frozenset({"values", "labels"})
_TRUTHS = frozenset({"relevant", "readonly", "required"})
_ADDED_BY_AN_EDIT = ("meta/deprecatedID", "orx:meta/orx:deprecatedID")
"""Nodes that an instance has once it is edited, whether the form names them or not."""
_SCALARS = (str, int, float, bool, type(None))
_KINDS: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(_TEXTS, (str,)),
    **dict.fromkeys(_LISTS, (list,)),
    **dict.fromkeys(_TRUTHS, (bool,)),
    **dict.fromkeys(("value", "label", "hint", "violation", "result"), _SCALARS),
    "count": (int,),
}
"""What the value of a key may be."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a script."""

    line: int
    operation: str
    facts: Mapping[str, Any]
    """The whole line, the operation's own key among them."""

    @property
    def subject(self) -> str:
        """The path it names, or blank."""
        return str(self.facts[self.operation]) if OPERATIONS[self.operation].has_path else ""

    @property
    def is_expectation(self) -> bool:
        """Whether it claims something, rather than only doing it."""
        return self.operation.startswith("expect_") or bool(
            self.facts.get("result") or self.facts.get("raises")
        )


@dataclass(frozen=True, slots=True)
class ScriptProblem:
    """A line that cannot be read as a step."""

    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


class ScriptProblems(KnownError):  # noqa: N818 - the name says what it holds; all of them
    """Every line of a script that cannot be read."""

    def __init__(self, path: Path, problems: Sequence[ScriptProblem]) -> None:
        super().__init__("script.problems", path=str(path), count=len(problems))
        self.problems = tuple(problems)


def read_script(path: Path) -> list[Step]:
    """Read a script; blank lines are passed over.

    Raises:
        ScriptProblems: Every line that is no step.
        KnownError: `file.…`, when the file cannot be read.
    """
    problems: list[ScriptProblem] = []
    steps: list[Step] = []
    # Not splitlines(): JSON texts may hold the line ends of Unicode, a line of the script ends with \n alone.
    for line, data in enumerate(
        read_bytes(path, limit=MAX_SCRIPT_BYTES).removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1
    ):
        if not data.strip():
            continue
        found = _read_line(line, data)
        if isinstance(found, Step):
            steps.append(found)
        else:
            problems.append(found)
    if not steps and not problems:
        problems.append(ScriptProblem(1, "script.empty"))
    if problems:
        raise ScriptProblems(path, problems)
    return steps


def _read_line(line: int, data: bytes) -> Step | ScriptProblem:
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        place = {"column": error.colno} if isinstance(error, json.JSONDecodeError) else {}
        return ScriptProblem(line, "script.not_json", place)
    if not isinstance(said, dict) or not said:
        return ScriptProblem(line, "script.not_object")
    operation = str(next(iter(said)))
    if operation not in OPERATIONS:
        known = get_close_matches(operation, OPERATIONS, n=2)
        return ScriptProblem(line, "script.unknown_step", {"step": operation, "nearest": known})
    return _wrong(line, operation, said) or Step(line, operation, said)


def _wrong(line: int, operation: str, said: Mapping[str, Any]) -> ScriptProblem | None:
    """Return what a line lacks, or holds in the wrong kind."""
    needed = OPERATIONS[operation]
    missing = [key for key in needed.needs if key not in said]
    if needed.one_of and not any(key in said for key in needed.one_of):
        missing = [*missing, needed.one_of[0]]
    if missing:
        return ScriptProblem(line, "script.missing_key", {"step": operation, "key": missing[0]})
    if needed.has_path and not str(said[operation] if isinstance(said[operation], str) else "").startswith(
        "/"
    ):
        return ScriptProblem(line, "script.not_a_path", {"step": operation, "found": str(said[operation])})
    for key, value in said.items():
        kinds = _KINDS.get(key)
        if kinds is not None and not isinstance(value, kinds):
            return ScriptProblem(
                line, "script.bad_value", {"step": operation, "key": key, "found": str(value)}
            )
    return None


def check_paths(path: Path, steps: Iterable[Step], definition: FormDefinition) -> None:
    """Hold the paths of a script against those of a form.

    Raises:
        ScriptProblems: Every path that the form does not have.
    """
    known = {*definition.model.specs, *(f"{definition.root}/{added}" for added in _ADDED_BY_AN_EDIT)}
    problems = []
    for step in steps:
        nodeset = nodeset_of(step.subject)
        if nodeset and nodeset not in known:
            nearest = get_close_matches(nodeset, known, n=2)
            problems.append(
                ScriptProblem(step.line, "script.unknown_path", {"path": step.subject, "nearest": nearest})
            )
    if problems:
        raise ScriptProblems(path, problems)


def nodeset_of(reference: str) -> str:
    """Return a reference without positions and attribute: `/data/site[2]/nom/@lang` -> `/data/site/nom`."""
    return "/".join(step.partition("[")[0] for step in reference.partition("/@")[0].split("/"))
