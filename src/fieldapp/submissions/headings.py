"""What the headings of a table mean: which question, and which part of its answer."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from fieldapp.forms.definition import FormDefinition, Question

KEY, PARENT_KEY = "KEY", "PARENT_KEY"
TRAINING = "TRAINING"
"""A column that only tables of a training workspace have: nothing in them is real."""
_KEYS = (KEY, "_uuid", "meta-instanceID", "meta/instanceID", "instanceID")
_PARTS = {"latitude": 0, "longitude": 1, "altitude": 2, "accuracy": 3, "precision": 3}
"""Of a place, as Central (`lieu-Latitude`) and Kobo (`_lieu_latitude`) give them in columns of their own."""
_OF_THE_TOOL = re.compile(
    r"_.*|__version__|formhub/uuid|meta[-/].*|SubmissionDate|SubmitterID|SubmitterName|AttachmentsPresent"
    r"|AttachmentsExpected|Status|ReviewState|DeviceID|Edits|FORM_?VERSION|UPDATED_AT|RANK|TRAINING|SET-OF-.*"
    r"|start|end|today|deviceid|username|phonenumber|subscriberid|simserial|email|audit|instance(ID|Name)",
    re.IGNORECASE,
)
"""Headings that the tools add for themselves, or that a form may have as metadata: nobody answered them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column holds."""

    nodeset: str
    choice: str = ""
    """The choice of a select-multiple whose column says 1 or 0; blank for the whole answer."""
    part: int = -1
    """Which number of a place; -1 for the whole answer."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns of one table."""

    key: str
    """The column that names the submission, or the repeat instance; blank without one."""
    parent: str
    """The column that names what a repeat instance belongs to; blank in the table of the form."""
    answers: Mapping[str, Heading]
    """By column."""
    unknown: tuple[str, ...]
    """Columns that are neither a question nor the tool's own."""


def read_headings(columns: Iterable[str], definition: FormDefinition, base: str) -> Headings:
    """Say what the columns of a table hold.

    Args:
        columns: Its headings.
        definition: The form.
        base: Nodeset of the form's root, or of the repeat whose table it is.
    """
    named = [column for column in columns if column]
    names = _names(definition, base, _answered(definition))
    computed = _names(definition, base, frozenset(definition.model.specs) - _answered(definition))
    answers = {column: names[column] for column in named if column in names}
    rest = [column for column in named if column not in names]
    answers |= {column: found for column in rest if (found := _split(column, names, definition)) is not None}
    key = next((column for column in _KEYS if column in named), "")
    parent = PARENT_KEY if PARENT_KEY in named else ""
    unknown = [
        column
        for column in rest
        if column not in answers
        and column not in (key, parent)
        and column not in computed
        and not _OF_THE_TOOL.fullmatch(column)
    ]
    return Headings(key, parent, answers, tuple(unknown))


def base_of(name: str, definition: FormDefinition) -> str:
    """Return the nodeset of the repeat that a table is of, from the name of its file; the root when it is of none."""
    stem = re.sub(r"\.csv$", "", name, flags=re.IGNORECASE)
    found = [
        repeat.nodeset
        for repeat in definition.repeats()
        if _ends_with(stem, repeat.nodeset.rpartition("/")[2])
    ]
    return max(found, key=len, default=definition.root)


def _ends_with(stem: str, repeat: str) -> bool:
    return stem == repeat or stem.endswith((f"-{repeat}", f"/{repeat}", f"~{repeat}"))


def _names(definition: FormDefinition, base: str, among: Set[str]) -> dict[str, Heading]:
    """Return every way the nodes of a table are named: by path from the root or the repeat, or by name alone."""
    leaves = [
        nodeset
        for nodeset, spec in definition.model.specs.items()
        if nodeset in among and spec.is_leaf and _base(nodeset, definition) == base
    ]
    alone = Counter(nodeset.rpartition("/")[2] for nodeset in leaves)
    found: dict[str, Heading] = {}
    for nodeset in leaves:
        name = nodeset.rpartition("/")[2]
        if alone[name] == 1:
            found.setdefault(name, Heading(nodeset))
    for nodeset in leaves:
        for top in (definition.root, base):
            steps = nodeset.removeprefix(top + "/").split("/")
            found |= {joint.join(steps): Heading(nodeset) for joint in "/-:"}
    return found


def _answered(definition: FormDefinition) -> frozenset[str]:
    """Return the nodesets that hold an answer of a person."""
    return frozenset(
        nodeset
        for nodeset, spec in definition.model.specs.items()
        if spec.is_leaf and not spec.is_attribute and not spec.bind.is_computed and spec.is_stored
    )


def _base(nodeset: str, definition: FormDefinition) -> str:
    above = [repeat.nodeset for repeat in definition.repeats() if nodeset.startswith(repeat.nodeset + "/")]
    return max(above, key=len, default=definition.root)


def _split(column: str, names: Mapping[str, Heading], definition: FormDefinition) -> Heading | None:
    """Return what a column holds that is only a part of an answer."""
    for joint in "/-_.":
        before, found, last = column.rpartition(joint)
        whole = names.get(before) or names.get(before.removeprefix("_")) if found else None
        if whole is None:
            continue
        spec = definition.model.specs[whole.nodeset]
        if spec.bind.type == "geopoint" and last.lower() in _PARTS:
            return Heading(whole.nodeset, part=_PARTS[last.lower()])
        if isinstance(spec.control, Question) and spec.control.kind == "select":
            return Heading(whole.nodeset, choice=last)
    return None
