"""Fills a training workspace with the invented records of a whole mission, each finalised through its form.

Nothing of it is real. Days are told by how long ago they are, so that what was checked last month was checked last
month whenever the training takes place; the ids are always the same, so that loading twice gives nothing twice.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.base.ids import DerivedIds
from fieldapp.base.paths import resources
from fieldapp.engine import FormSession
from fieldapp.store import Workspace
from fieldapp.usecases.attachments import attach_file
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.record_lists import record_lists
from fieldapp.usecases.records import DEVICE_METADATA, USERNAME_METADATA, OpenRecord
from fieldapp.usecases.replay_steps import Step
from fieldapp.usecases.script_session import act

BEGINS = time(9, 30)
"""When the first answer of a sample was given, on the day it was filled."""
PACE = timedelta(seconds=20)
"""From one answer to the next."""
DEVICE = "poste-exemple"


@dataclass(frozen=True, slots=True)
class Sample:
    """One invented record."""

    record_id: str
    form_id: str
    key: str
    """What it is called in the tables of the data set."""
    days_ago: int
    """When it was filled."""
    by: str
    """The invented person who filled it."""
    steps: tuple[Step, ...]
    """As `read_steps` gives them; a day may also be told as `days_ago`."""


@dataclass(slots=True)
class Visit:
    """The clock of the visit on which a sample was filled: each answer takes a moment."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment of the answer being given."""
        return self.moment


def sample_folder() -> Path:
    """Return the folder of all samples, from which their pictures are named."""
    return resources() / "samples"


def mission_samples() -> tuple[Sample, ...]:
    """Return the records of the invented mission, in the order in which they were filled.

    Raises:
        KnownError: `steps.unreadable`, `file.not_found`.
    """
    paths = sorted((sample_folder() / "mission").glob("*.jsonl"))
    found = [sample for path in paths for sample in read_samples(path)]
    return tuple(sorted(found, key=lambda sample: -sample.days_ago))


def read_samples(path: Path) -> list[Sample]:
    """Read the samples of one form, one a line.

    Raises:
        KnownError: `steps.unreadable`, `file.not_found`.
    """
    try:
        lines = read_bytes(path).decode("utf-8").splitlines()
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
        return [Sample(**{**row, "steps": _steps(row)}) for row in rows]
    except (ValueError, TypeError, KeyError) as error:
        raise KnownError("steps.unreadable", path=str(path)) from error


def _steps(row: dict[str, Any]) -> tuple[Step, ...]:
    """Return the steps of a line, whose references begin below the form."""
    root = f"/{row['form_id']}/"
    return tuple(
        {name: root + value if name in ("set", "add_repeat") else value for name, value in step.items()}
        for step in row["steps"]
    )


def load_samples(workspace: Workspace, samples: Sequence[Sample]) -> Iterator[bool]:
    """Load one sample a turn, each kept whole or not at all; yields of each whether it was new.

    Raises:
        KnownError: `samples.not_training`: invented records never stand among real ones; `engine.unknown_reference`
            or `samples.refused` where a form was changed so that a sample no longer fits; what the disk said.
    """
    if not workspace.is_training:
        raise KnownError("samples.not_training")
    for sample in samples:
        is_new = not _is_known(workspace, sample.record_id)
        if is_new:
            with workspace.transaction():
                _load(workspace, sample)
        yield is_new


def count_missing(workspace: Workspace, samples: Iterable[Sample]) -> int:
    """Return how many samples are not in the workspace."""
    return sum(not _is_known(workspace, sample.record_id) for sample in samples)


def begin_sample(workspace: Workspace, sample: Sample, visit: Visit | None = None) -> OpenRecord:
    """Begin the record of a sample as a draft, on the day it was filled."""
    definition = workspace.forms.get(sample.form_id)
    session = FormSession(
        definition,
        clock=visit or _visit(workspace, sample),
        ids=DerivedIds(sample.record_id),
        metadata={DEVICE_METADATA: DEVICE, USERNAME_METADATA: sample.by},
        records=record_lists(workspace, definition, {}, beside=sample.record_id),
    )
    record = workspace.records.new(definition.form_id, definition.version, author_id=workspace.actor.actor_id)
    record = replace(record, record_id=sample.record_id, title=session.instance_name())
    workspace.records.add(record, beside=session.answers())
    return OpenRecord(record, session)


def dated_steps(workspace: Workspace, sample: Sample) -> list[Step]:
    """Return the steps of a sample with the days that they come to today."""
    today = workspace.clock.now().date()
    return [
        {"set": step["set"], "value": (today - timedelta(days=step["days_ago"])).isoformat()}
        if "days_ago" in step
        else step
        for step in sample.steps
    ]


def _visit(workspace: Workspace, sample: Sample) -> Visit:
    day = workspace.clock.now() - timedelta(days=sample.days_ago)
    return Visit(datetime.combine(day.date(), BEGINS, day.tzinfo))


def _load(workspace: Workspace, sample: Sample) -> None:
    visit = _visit(workspace, sample)
    opened = begin_sample(workspace, sample, visit)
    for step in dated_steps(workspace, sample):
        visit.moment += PACE
        act(opened.session, _with_file(workspace, step))
    outcome = finalise_record(workspace, opened)
    if not outcome.is_done:
        wrong = [violation.reference for violation in outcome.violations]
        raise KnownError("samples.refused", sample=sample.key, references=wrong)


def _with_file(workspace: Workspace, step: Step) -> Step:
    """Keep the picture that a step names and answer with what it is called in the workspace."""
    name = step.get("file")
    if not isinstance(name, str):
        return step
    answer = attach_file(workspace, read_bytes(sample_folder() / name), name=name)
    return {"set": step["set"], "value": answer}


def _is_known(workspace: Workspace, record_id: str) -> bool:
    try:
        workspace.records.get(record_id)
    except KnownError:
        return False
    return True
