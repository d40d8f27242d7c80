"""What the centre checks of a change taken alone, by the forms it has: a fault puts the change in quarantine.

A laptop checks more (required, rules between answers, filters); the centre refuses only what would harm its tables
or its readers: unknown forms and fields, answers that are not of their type, not among the choices or against the
rule of their own question, characters and links that deceive, and answers that may not be at ANAPEC at all. A
version of a form that the centre does not have is checked by the newest it has, choices and rules left aside.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from functools import cached_property

from fieldapp.central.columns import PATH_LENGTH
from fieldapp.forms.definition import ExportPolicy, FormDefinition, Privacy, Question
from fieldapp.records.change import Change, ChangeField, Op
from fieldapp.records.settle import Fault
from fieldapp.xpath import Context, Environment, Expression, Node, Reads, XPathError

FormKey = tuple[str, str]
"""form_id and version."""
_BESIDE = frozenset({Op.REVIEW, Op.COMMENT})
"""Changes that speak about a record and set none of its answers."""
_TAKING = frozenset({Op.WITHDRAW, Op.ERASE})
"""Changes that take values away, also those that an older version of the form asked for."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_LINK = re.compile(r"^\s*(javascript|vbscript|data|file)\s*:", re.IGNORECASE)
_RANK = re.compile(r"[0-9A-Za-z]+")
_COORDINATE_LIMITS = (90.0, 180.0)


def _is_date(value: str) -> bool:
    return _parses(date.fromisoformat, value)


def _is_time(value: str) -> bool:
    return _parses(time.fromisoformat, value)


def _is_moment(value: str) -> bool:
    return _parses(datetime.fromisoformat, value)


def _is_point(value: str) -> bool:
    parts = value.split()
    if not 2 <= len(parts) <= 4 or not all(_DECIMAL.fullmatch(part) for part in parts):
        return False
    return all(abs(float(part)) <= limit for part, limit in zip(parts, _COORDINATE_LIMITS, strict=False))


def _parses(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_IS_OF_TYPE: Mapping[str, Callable[[str], object]] = {
    "int": re.compile(r"[+-]?\d+").fullmatch,
    "decimal": _DECIMAL.fullmatch,
    "boolean": re.compile(r"true|false|0|1").fullmatch,
    "date": _is_date,
    "time": _is_time,
    "dateTime": _is_moment,
    "geopoint": _is_point,
}
"""Bind type -> whether a value is of it; every other type is text."""


class FormRules:
    """The forms a centre has, and what they say of changes."""

    def __init__(self, versions: Iterable[FormKey], load: Callable[[FormKey], FormDefinition]) -> None:
        """Take the forms that there are, and how to read one when it is first needed."""
        self._versions = frozenset(versions)
        self._newest = {form_id: (form_id, version) for form_id, version in sorted(self._versions)}
        self._load = load
        self._books: dict[FormKey, _Book] = {}

    def fault_of(self, change: Change) -> Fault | None:
        """Return what is wrong with a change taken alone; its first fault, by path."""
        newest = self._newest.get(change.form_id)
        if newest is None:
            return Fault(
                "change.unknown_form", facts={"form": change.form_id, "version": change.form_version}
            )
        if change.op is Op.MERGE and change.merge_into == change.record_id:
            return Fault("change.self_merge")
        wanted = (change.form_id, change.form_version)
        is_exact = wanted in self._versions
        book = self._book(wanted if is_exact else newest)
        if book.definition.export_policy is not ExportPolicy.FULL:
            return Fault("change.not_for_centre", facts={"form": change.form_id})
        if _FORBIDDEN.search(change.reason):
            return Fault("value.forbidden_characters")
        fields = () if change.op in _BESIDE else change.fields
        brought = (one for one in fields if not (change.op in _TAKING and _brings_nothing(one)))
        faults = (book.fault_of(field, is_exact=is_exact) for field in brought)
        return next((fault for fault in faults if fault), None)

    def set_paths(self, form_id: str) -> frozenset[str]:
        """Return the paths that are sets of choices in any version of a form."""
        versions = [key for key in self._versions if key[0] == form_id]
        return frozenset(path for key in versions for path in self._book(key).definition.set_paths())

    def _book(self, key: FormKey) -> "_Book":
        if key not in self._books:
            self._books[key] = _Book(self._load(key))
        return self._books[key]


class _Book:
    """One form, arranged for looking up its fields."""

    def __init__(self, definition: FormDefinition) -> None:
        self.definition = definition

    @cached_property
    def _nodesets(self) -> frozenset[str]:
        """Every node a value may stand at."""
        controls = {control.nodeset for control in self.definition.controls() if control.nodeset}
        return frozenset({*controls, *self.definition.binds})

    @cached_property
    def _repeats(self) -> frozenset[str]:
        return frozenset(repeat.nodeset for repeat in self.definition.repeats())

    @cached_property
    def _choices(self) -> Mapping[str, frozenset[str]]:
        """Nodeset -> all values its list holds, for questions whose choices stand in the form itself."""
        lists = self.definition.model.secondary
        found: dict[str, frozenset[str]] = {}
        for question in self.definition.questions():
            itemset = question.itemset
            if itemset and itemset.static:
                found[question.nodeset] = frozenset(choice.value for choice in itemset.static)
            elif itemset and itemset.list_name in lists:
                found[question.nodeset] = _values_in(lists[itemset.list_name], itemset.value_ref)
        return found

    @cached_property
    def _constraints(self) -> Mapping[str, Expression]:
        """Nodeset -> the rule that an answer can be held to by itself, without the other answers or the clock."""
        rules = {
            nodeset: bind.constraint for nodeset, bind in self.definition.binds.items() if bind.constraint
        }
        return {
            nodeset: rule for nodeset, rule in rules.items() if _stands_alone(rule.reads(nodeset), nodeset)
        }

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return {question.nodeset: question for question in self.definition.questions()}

    def fault_of(self, field: ChangeField, *, is_exact: bool) -> Fault | None:
        """Return what is wrong with one value; `is_exact` says whether this is the version it was given in."""
        parent, _, step = field.path.rpartition("/")
        if len(field.path) > PATH_LENGTH:
            return Fault("value.unknown_field", field.path[:PATH_LENGTH])
        if step in ("@present", "@rank"):
            return self._fault_of_place(field, parent, step)
        nodeset = self.definition.nodeset_of(field.path)
        if nodeset not in self._nodesets:
            return Fault("value.unknown_field", field.path)
        if _FORBIDDEN.search(field.old_value or ""):
            return Fault("value.forbidden_characters", field.path)
        if field.new_value is None:
            return None
        if self._is_sensitive(nodeset):
            return Fault("value.not_for_centre", field.path)
        code = _code_of_text(field.new_value) or self._code_of_type(nodeset, field.new_value)
        if is_exact and not code:
            code = self._code_of_choice(nodeset, field.new_value) or self._code_of_rule(
                nodeset, field.new_value
            )
        return Fault(code, field.path) if code else None

    def _fault_of_place(self, field: ChangeField, parent: str, step: str) -> Fault | None:
        """Check whether a repeat instance, or a whole record, is there; or where it stands."""
        if parent and self.definition.nodeset_of(parent) not in self._repeats:
            return Fault("value.unknown_field", field.path)
        value = field.new_value
        is_good = (
            value in (None, "1") if step == "@present" else value is None or bool(_RANK.fullmatch(value))
        )
        return None if is_good else Fault("value.wrong_type", field.path)

    def _is_sensitive(self, nodeset: str) -> bool:
        steps = nodeset.split("/")
        prefixes = ("/".join(steps[:end]) for end in range(2, len(steps) + 1))
        return any(self.definition.bind(prefix).privacy is Privacy.SENSITIVE for prefix in prefixes)

    def _code_of_type(self, nodeset: str, value: str) -> str:
        is_of_type = _IS_OF_TYPE.get(self.definition.bind(nodeset).type)
        return "value.wrong_type" if is_of_type and not is_of_type(value) else ""

    def _code_of_choice(self, nodeset: str, value: str) -> str:
        choices = self._choices.get(nodeset)
        if choices is None:
            return ""
        is_one = self._questions[nodeset].kind == "select1"
        chosen = {value} if is_one else set(value.split())
        return "" if chosen <= choices else "value.unknown_choice"

    def _code_of_rule(self, nodeset: str, value: str) -> str:
        rule = self._constraints.get(nodeset)
        if rule is None:
            return ""
        node = Node(nodeset.rpartition("/")[2], value)
        try:
            is_kept = rule.boolean(Context(node, Environment(root=node)))
        except XPathError:
            return ""  # a rule that cannot be worked out here says nothing against the answer
        return "" if is_kept else "value.breaks_rule"


def _brings_nothing(field: ChangeField) -> bool:
    return field.old_value is None and field.new_value is None and len(field.path) <= PATH_LENGTH


def _values_in(choices: Node, value_ref: str) -> frozenset[str]:
    """Return the values of a choice list kept as a secondary instance: `root/item/name`."""
    return frozenset(
        cell.text for item in choices.children for cell in item.children if cell.name == value_ref
    )


def _stands_alone(reads: Reads, nodeset: str) -> bool:
    needs_more = reads.subtrees or reads.instances or reads.is_volatile or reads.uses_position
    return not needs_more and reads.nodesets <= {nodeset}


def _code_of_text(value: str) -> str:
    if _FORBIDDEN.search(value):
        return "value.forbidden_characters"
    return "value.forbidden_link" if _LINK.match(value) else ""
