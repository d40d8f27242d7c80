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

Step = Mapping[str, Any]
"""`{"set": reference, "value": text}`, `{"set": reference, "file": path}` or `{"add_repeat": reference}`."""


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
        match step:
            case {"set": str(reference), "value": str(value)}:
                effects = opened.session.answer(reference, value)
            case {"set": str(reference), "file": str(name)}:
                answer = attach_file(workspace, read_bytes(files / name), name=name)
                effects = opened.session.answer(reference, answer)
            case {"add_repeat": str(reference)}:
                effects = opened.session.add_repeat(reference)
            case _:
                raise KnownError("steps.unknown", number=count, step=", ".join(step))
        save_effects(workspace, opened, effects, question=str(step.get("set") or step.get("add_repeat")))
    return count
