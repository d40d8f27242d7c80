"""After how many idle minutes a workspace locks itself: a choice of its person, within what protects the others."""

from fieldapp.base.errors import KnownError
from fieldapp.store import Workspace

LOCK_MINUTES = (5, 10, 30)
"""What a real workspace may be set to."""
NEVER = 0
"""For training alone: nothing in it is real."""
_DEFAULT = 10
_NAME = "lock_minutes"


def lock_minutes(workspace: Workspace) -> int:
    """Return the minutes after which a workspace locks itself, or `NEVER`."""
    stored = workspace.preferences.get(_NAME)
    minutes = int(stored) if stored.isdecimal() else _DEFAULT
    return minutes if minutes in allowed_minutes(workspace) else _DEFAULT


def allowed_minutes(workspace: Workspace) -> tuple[int, ...]:
    """Return what may be chosen."""
    return (*LOCK_MINUTES, NEVER) if workspace.is_training else LOCK_MINUTES


def choose_lock_minutes(workspace: Workspace, minutes: int) -> None:
    """Keep a choice.

    Raises:
        KnownError: `workspace.must_lock` for one that may not be made.
    """
    if minutes not in allowed_minutes(workspace):
        raise KnownError("workspace.must_lock", longest=max(LOCK_MINUTES))
    workspace.preferences.put(_NAME, str(minutes))
