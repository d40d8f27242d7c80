"""Remembers where a person was in each record, to take it up there after a restart."""

import json

from fieldapp.store import Workspace

_NAME = "places"
_MOST = 300
"""Records whose place is kept; those left longest ago are forgotten first."""


def keep_place(workspace: Workspace, record_id: str, path: str) -> None:
    """Keep the record path of the question at which a record is left."""
    places = _places(workspace)
    last = workspace.drafts.last_step(record_id)
    kept = f"{last.step if last is not None else 0} {path}"
    if places.pop(record_id, None) == kept and list(places)[-1:] == [record_id]:
        return
    places[record_id] = kept
    newest = list(places.items())[-_MOST:]
    workspace.preferences.put(_NAME, json.dumps(dict(newest)))


def place_in(workspace: Workspace, record_id: str) -> str:
    """Return the record path at which to go on; blank for a record without any.

    Where answers were given after the place was kept, as before a crash, the last of them is the place.
    """
    last = workspace.drafts.last_step(record_id)
    step, _, path = _places(workspace).get(record_id, "-1 ").partition(" ")
    if last is not None and last.step > int(step):
        return last.edits[0].path if last.edits else ""
    return path


def _places(workspace: Workspace) -> dict[str, str]:
    return dict(json.loads(workspace.preferences.get(_NAME) or "{}"))
