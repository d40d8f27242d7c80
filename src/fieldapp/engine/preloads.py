"""Values that the form asks of the device when it is opened or finished: start, end, today, who and where."""

from collections.abc import Callable, Mapping
from datetime import datetime

from fieldapp.base.ids import Ids

END = "timestamp:end"
INSTANCE_ID = "uid:"


def preload_value(preload: str, now: datetime, ids: Ids, *, metadata: Mapping[str, str]) -> str | None:
    """Return what a preload gives on opening a new form, or none when it gives nothing yet."""
    kind, _, parameter = preload.partition(":")
    if kind == "property":
        return metadata.get(parameter.replace(" ", ""), "")  # the specification writes `phone number`
    make = _MAKERS.get(kind)
    if make is None or preload == END:
        return None
    return make(now, ids)


def timestamp(moment: datetime) -> str:
    """Write a moment as ODK does: local time with milliseconds and offset."""
    return moment.isoformat(timespec="milliseconds")


_MAKERS: dict[str, Callable[[datetime, Ids], str]] = {
    "timestamp": lambda now, _ids: timestamp(now),
    "date": lambda now, _ids: now.date().isoformat(),
    "uid": lambda _now, ids: f"uuid:{ids.uuid4()}",
}
