"""Fills a record from a written list of steps, as a person would: each answer is kept before the next."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.store import Workspace
from fieldapp.usecases.attachments import attach_file
from fieldapp.usecases.records import OpenRecord, save_effects
from fieldapp.usecases.script_session import act

Step = Mapping[str, Any]
"""`{"set": reference, "value": text}`, `{"set": reference, "file": path}`, or what else `act` can do."""


def read_steps(path: Path) -> list[Step]:
    """Read a JSON list of steps.

    Raises:
        KnownError: `steps.unreadable`, naming the file.
    """
    try:
        steps = json.loads(read_bytes(path))
    except ValueError as error:
        raise KnownError("steps.unreadable", path=str(path)) from error
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise KnownError("steps.unreadable", path=str(path))
    return steps


def replay_steps(workspace: Workspace, opened: OpenRecord, steps: Iterable[Step], *, files: Path) -> int:
    """Fill a record step by step and return how many there were.

    Args:
        workspace: Where answers and pictures are kept.
        opened: The draft to fill.
        steps: What to do, in order.
        files: The folder that pictures are named from.

    Raises:
        KnownError: `steps.unknown`, `engine.unknown_reference`, `file.not_found`…
    """
    count = 0
    for count, step in enumerate(steps, 1):
        if "set" in step and isinstance(name := step.get("file"), str):
            step = {**step, "value": attach_file(workspace, read_bytes(files / name), name=name)}
        effects = act(opened.session, step)
        if effects is None:
            raise KnownError("steps.unknown", number=count, step=", ".join(step))
        save_effects(workspace, opened, effects, question=str(next(iter(step.values()))))
    return count
