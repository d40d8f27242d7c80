"""Tries a form out with a script: every step is done, every expectation looked at, all that differs is told.

Nothing is kept: no workspace, no record. What cannot be read (the form, a line of the script, a path that the form
does not have) is refused before the first step.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.forms import FormProblems, load_form
from fieldapp.forms.definition import FormDefinition
from fieldapp.usecases.script_expectations import compare
from fieldapp.usecases.script_session import ScriptSession
from fieldapp.usecases.script_steps import LOAD_ERROR, Step, check_paths, read_script


@dataclass(frozen=True, slots=True)
class Difference:
    """An expectation that is not kept, or a step that could not be done."""

    line: int
    step: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    """What was expected and what was found, where there is such a thing."""


@dataclass(frozen=True, slots=True)
class ScriptReport:
    """What a script found."""

    steps: int
    expectations: int
    differences: tuple[Difference, ...] = ()
    faults: Mapping[str, KnownError] = field(default_factory=dict)
    """Rules of the form that could not be worked out when the script ended."""

    @property
    def failed(self) -> int:
        """How many lines differ."""
        return len({each.line for each in self.differences})


def run_script(
    form: Path, script: Path, *, clock: Clock | None = None, ids: Ids | None = None
) -> ScriptReport:
    """Run a script on a form; the files beside the form are found.

    Raises:
        FormProblems: The form is refused, and the script does not expect that.
        ScriptProblems: Lines that are no steps, paths that the form does not have.
        KnownError: `file.…`, when one of the two cannot be read.
    """
    steps = read_script(script)
    is_refusal_expected = any(step.operation == LOAD_ERROR for step in steps)
    try:
        definition = load_form(form)
    except FormProblems:
        if is_refusal_expected:
            return ScriptReport(len(steps), 1)
        raise
    check_paths(script, steps, definition)
    return run_steps(definition, steps, clock=clock, ids=ids)


def run_steps(
    definition: FormDefinition, steps: Sequence[Step], *, clock: Clock | None = None, ids: Ids | None = None
) -> ScriptReport:
    """Run steps on a form that was read."""
    opened = ScriptSession(definition, clock=clock or SystemClock(), ids=ids or SystemIds())
    found = [difference for step in steps for difference in _differences(opened, step)]
    expectations = sum(step.is_expectation for step in steps)
    return ScriptReport(len(steps), expectations, tuple(found), opened.session.faults())


def _differences(opened: ScriptSession, step: Step) -> Iterator[Difference]:
    try:
        seen = opened.do(step.operation, step.facts)
    except KnownError as error:
        if not step.facts.get("raises"):
            yield from _reasons(step, error)
        return
    for code, facts in compare(step.operation, step.facts, seen):
        yield Difference(step.line, step.operation, code, {"path": step.subject, **facts})


def _reasons(step: Step, error: KnownError) -> Iterator[Difference]:
    """Say why a step could not be done; of an instance that is no XML, what is wrong with it."""
    reasons = error.problems if isinstance(error, FormProblems) else (error,)
    for reason in reasons:
        yield Difference(step.line, step.operation, reason.code, reason.facts)
