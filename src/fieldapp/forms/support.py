"""What of XLSForm this program runs: every documented type, appearance, column and feature, in one table.

`FULL` does what the documentation says. `PLAIN` takes the same answers with a plainer widget, or leaves a display wish
aside: a warning. `NONE` does not work here: an error where an answer would be lost (`is_refused`), else a warning.
`instead` names the sentence that says what happens in its place. Each row is held against the window and the engine
by tests.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Support(StrEnum):
    """How far a feature works here."""

    FULL = "supported"
    PLAIN = "plain"
    NONE = "unsupported"


class Area(StrEnum):
    """Where a feature is written."""

    TYPE = "type"
    APPEARANCE = "appearance"
    SURVEY = "survey"
    CHOICES = "choices"
    SETTINGS = "settings"
    FEATURE = "feature"


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of the table."""

    area: Area
    name: str
    support: Support = Support.FULL
    instead: str = ""
    """Code of the sentence that says what the program does in its place."""
    is_refused: bool = False
    """Whether a form that uses it is refused, because an answer would be missing or wrong."""
    of: frozenset[str] = frozenset()
    """The types that an appearance is for."""


_SELECTS = ("select_one", "select_multiple", "select_one_from_file", "select_multiple_from_file")
_NUMBERS = ("integer", "decimal")
_PLACES = ("geopoint", "geotrace", "geoshape")
_GROUPS = ("begin_group", "begin_repeat")

_LAID_OUT = (
    "likert",
    "horizontal",
    "horizontal-compact",
    "compact",
    "compact-N",
    "columns",
    "columns-N",
    "columns-flex",
    "columns-pack",
)

_FULL_TYPES = [
    "integer",
    "decimal",
    "text",
    "range",
    "note",
    "date",
    "time",
    "dateTime",
    "image",
    "audio",
    "video",
    "file",
    "geopoint",
    "acknowledge",
    *_SELECTS,
    "rank",
    "calculate",
    "hidden",
    "xml-external",
    "csv-external",
    "start",
    "end",
    "today",
    "deviceid",
    "username",
    "begin_group",
    "end_group",
    "begin_repeat",
    "end_repeat",
]
_OTHER_TYPES = (
    ("geotrace", Support.PLAIN, "support.typed_places", False),
    ("geoshape", Support.PLAIN, "support.typed_places", False),
    ("barcode", Support.PLAIN, "support.typed", False),
    ("osm", Support.NONE, "support.no_file", True),
    ("background-audio", Support.NONE, "support.no_capture", True),
    ("background-geopoint", Support.NONE, "support.no_capture", True),
    ("start-geopoint", Support.NONE, "support.no_capture", True),
    ("select_one_external", Support.NONE, "support.external_choices", True),
    ("phonenumber", Support.NONE, "support.no_sim", False),
    ("subscriberid", Support.NONE, "support.no_sim", False),
    ("simserial", Support.NONE, "support.no_sim", False),
    ("email", Support.NONE, "support.no_sim", False),
    ("audit", Support.NONE, "support.no_audit", False),
)
_FULL_APPEARANCES = (
    ("multiline", ("text",)),
    ("numbers", ("text",)),
    ("minimal", _SELECTS),
    ("autocomplete", _SELECTS),
    ("search", _SELECTS),
    ("search()", ("select_one", "select_multiple")),
    *((each, _SELECTS) for each in _LAID_OUT),
    ("month-year", ("date",)),
    ("year", ("date",)),
    ("signature", ("image",)),
    ("maps", _PLACES),
    ("placement-map", _PLACES),
    ("field-list", _GROUPS),
)
_PLAIN_APPEARANCES = (
    (("url",), ("text",), "support.plain_text"),
    (("masked",), ("text",), "support.not_masked"),
    (("printer",), ("text",), "support.no_printer"),
    (("thousands-sep",), ("text", *_NUMBERS), "support.plain_text"),
    (("counter",), ("integer",), "support.plain_text"),
    (("bearing",), ("decimal",), "support.typed"),
    (("ex:",), ("text", *_NUMBERS), "support.no_other_app"),
    (("quick", "quickcompact", "no-buttons"), _SELECTS, "support.plain_list"),
    (("label", "list-nolabel", "list"), _SELECTS, "support.plain_list"),
    (("image-map", "map"), _SELECTS, "support.plain_list"),
    (("no-calendar",), ("date", "dateTime"), "support.plain_date"),
    (("ethiopian", "coptic", "islamic"), ("date", "dateTime"), "support.gregorian"),
    (("bikram-sambat", "myanmar", "persian"), ("date", "dateTime"), "support.gregorian"),
    (("draw", "annotate"), ("image",), "support.chosen_picture"),
    (("new", "new-front", "new-rear", "selfie"), ("image",), "support.chosen_picture"),
    (("hide-input",), _PLACES, "support.typed_places"),
    (("streets", "terrain", "satellite"), _PLACES, "support.typed_places"),
    (("vertical", "no-ticks", "rating", "picker", "distress"), ("range",), "support.plain_text"),
    (("front", "hidden-answer"), ("barcode",), "support.typed"),
    (("table-list",), ("begin_group",), "support.plain_list"),
    (("wN",), (), "support.one_column"),
)
_FULL_COLUMNS = {
    Area.SURVEY: (
        [
            "type",
            "name",
            "label",
            "hint",
            "guidance_hint",
            "media::image",
            "required",
            "required_message",
            "constraint",
            "constraint_message",
            "relevant",
            "default",
            "readonly",
            "calculation",
            "appearance",
            "parameters",
            "choice_filter",
            "repeat_count",
            "trigger",
            "bind::",
            "instance::",
            "body::",
        ]
    ),
    Area.CHOICES: ["list_name", "name", "label", "media::image"],
    Area.SETTINGS: (
        [
            "form_title",
            "form_id",
            "version",
            "default_language",
            "instance_name",
            "name",
            "namespaces",
            "allow_choice_duplicates",
            "clean_text_values",
            "instance_xmlns",
            "attribute::",
        ]
    ),
}
_OTHER_COLUMNS = (
    (Area.SURVEY, "media::big-image", Support.PLAIN, "support.small_picture"),
    (Area.SURVEY, "media::audio", Support.NONE, "support.not_shown"),
    (Area.SURVEY, "media::video", Support.NONE, "support.not_shown"),
    (Area.SURVEY, "autoplay", Support.NONE, "support.ignored"),
    (Area.SURVEY, "body::accuracyThreshold", Support.NONE, "support.ignored"),
    (Area.SURVEY, "intent", Support.NONE, "support.no_other_app"),
    (Area.SURVEY, "save_to", Support.NONE, "support.no_entities"),
    (Area.CHOICES, "media::big-image", Support.PLAIN, "support.small_picture"),
    (Area.CHOICES, "media::audio", Support.NONE, "support.not_shown"),
    (Area.CHOICES, "media::video", Support.NONE, "support.not_shown"),
    (Area.SETTINGS, "public_key", Support.NONE, "support.own_encryption"),
    (Area.SETTINGS, "submission_url", Support.NONE, "support.never_sent"),
    (Area.SETTINGS, "auto_send", Support.NONE, "support.never_sent"),
    (Area.SETTINGS, "auto_delete", Support.NONE, "support.never_sent"),
    (Area.SETTINGS, "client_editable", Support.NONE, "support.ignored"),
    (Area.SETTINGS, "style", Support.PLAIN, "support.one_column"),
)
_FEATURES = [
    "groups",
    "nested repeats",
    "repeat_count",
    "or_other",
    "randomize",
    "choice_filter",
    "select from repeat",
    "CSV, XML, GeoJSON beside the form",
    "search()",
    "pulldata()",
    "last-saved",
    "dynamic default",
    "trigger",
    "setvalue",
    "several languages",
    "${} in labels",
    "styling in labels",
    "required and constraint messages",
    "instance_name",
    "custom bind attributes",
]
_OTHER_FEATURES = (
    ("entities", Support.NONE, "support.no_entities"),
    ("encrypted forms", Support.NONE, "support.own_encryption"),
    ("external apps", Support.NONE, "support.no_other_app"),
    ("odk:setgeopoint", Support.NONE, "support.no_capture"),
    ("odk:recordaudio", Support.NONE, "support.no_capture"),
)


def _all_features() -> Iterator[Feature]:
    yield from (Feature(Area.TYPE, name) for name in _FULL_TYPES)
    for name, support, instead, is_refused in _OTHER_TYPES:
        yield Feature(Area.TYPE, name, support, instead, is_refused)
    yield from (Feature(Area.APPEARANCE, name, of=frozenset(of)) for name, of in _FULL_APPEARANCES)
    for names, of, instead in _PLAIN_APPEARANCES:
        for name in names:
            yield Feature(Area.APPEARANCE, name, Support.PLAIN, instead, of=frozenset(of))
    for area, columns in _FULL_COLUMNS.items():
        yield from (Feature(area, name) for name in columns)
    yield from (Feature(area, name, support, instead) for area, name, support, instead in _OTHER_COLUMNS)
    yield from (Feature(Area.FEATURE, name) for name in _FEATURES)
    yield from (Feature(Area.FEATURE, name, support, instead) for name, support, instead in _OTHER_FEATURES)


FEATURES: tuple[Feature, ...] = tuple(_all_features())
"""The whole table."""
_BY_NAME = {(feature.area, feature.name): feature for feature in FEATURES}
_NUMBERED = re.compile(r"(w|compact-|columns-)\d+")
_OLD_TYPES = {
    "int": "integer",
    "string": "text",
    "datetime": "dateTime",
    "date time": "dateTime",
    "photo": "image",
    "picture": "image",
    "gps": "geopoint",
    "location": "geopoint",
    "trigger": "acknowledge",
    "imei": "deviceid",
    "device id": "deviceid",
    "start time": "start",
    "end time": "end",
    "sim id": "simserial",
    "subscriber id": "subscriberid",
    "percentage": "integer",
    "phone number": "text",
    "select": "select_multiple",
    "select1": "select_one",
    "select_one_external": "select_one_external",
}
"""Old spellings, without `q …`, `get …` and `add … prompt`."""
_PHRASES = (
    (r"(?:add )?select[ _]one[ _]external\b.*", "select_one_external"),
    (r"(?:add )?select[ _]one[ _]from[ _]file\b.*", "select_one_from_file"),
    (r"(?:add )?select[ _]multiple[ _]from[ _]file\b.*", "select_multiple_from_file"),
    (r"(?:add )?select[ _]?(?:one|1)\b.*", "select_one"),
    (r"(?:add )?select[ _](?:multiple|all that apply)\b.*", "select_multiple"),
    (r"rank\b.*", "rank"),
    (r"osm\b.*", "osm"),
    (r"begin[ _](?:group)\b.*", "begin_group"),
    (r"begin[ _](?:repeat|lgroup|loop|looped group)\b.*", "begin_repeat"),
    (r"end[ _](?:group)\b.*", "end_group"),
    (r"end[ _](?:repeat|lgroup|loop|looped group)\b.*", "end_repeat"),
    (r"number of days in last .*", "integer"),
)


def feature(area: Area, name: str) -> Feature | None:
    """Return the row of the table for a name, or none when it is not a documented one."""
    return _BY_NAME.get((area, name))


def names(area: Area) -> tuple[str, ...]:
    """Return what the documentation knows of an area."""
    return tuple(feature.name for feature in FEATURES if feature.area is area)


@lru_cache(maxsize=4096)
def type_of(written: str) -> str:
    """Return the documented name of a question type, old spellings made one: `select one villes` -> `select_one`."""
    text = " ".join(written.split())
    for pattern, name in _PHRASES:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return name
    plain = re.sub(r"^(?:add|get|q) | prompt$|^uri:", "", text)
    for candidate in (plain, plain.lower()):
        if feature(Area.TYPE, candidate):
            return candidate
    return _OLD_TYPES.get(plain.lower(), plain)


def appearance_of(token: str) -> str:
    """Return the documented name of an appearance: `w3` -> `wN`, `ex:app(1)` -> `ex:`."""
    if token.startswith(("ex:", "search(")):
        return "ex:" if token.startswith("ex:") else "search()"
    return _NUMBERED.sub(r"\1N", token) if _NUMBERED.fullmatch(token) else token


def column_of(area: Area, column: str) -> Feature | None:
    """Return the row of the table for a column of a sheet, its language left out."""
    head, mark, rest = column.partition("::")
    second = rest.partition("::")[0]
    for name in (f"{head}::{second}", head, head + mark):
        found = feature(area, name)
        if found is not None:
            return found
    return None
