"""The readable present state of records: one flat table a form, one a repeat, columns from the form definition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from fieldapp.base.clock import utc_text
from fieldapp.base.errors import BugError
from fieldapp.bundle.content import RecordState
from fieldapp.bundle.naming import column_name, table_name
from fieldapp.bundle.tables import (
    DATE,
    INTEGER,
    MOMENT,
    NUMBER,
    TEXT,
    UUID,
    CellType,
    Column,
    ForeignKey,
    TableSpec,
)
from fieldapp.forms.definition import Bind, FormDefinition, Question, Text, language_code
from fieldapp.records.merge import generic_path

Row = tuple[str | None, ...]
_TYPES: dict[str, CellType] = {
    "int": INTEGER,
    "integer": INTEGER,
    "decimal": NUMBER,
    "date": DATE,
    "dateTime": MOMENT,
}
"""Bind type -> cells; every other type stays the text of the XForm."""
_KEY = {"fr": "Identifiant de la ligne", "ar": "معرّف السطر", "en": "Row identifier"}
_PARENT = {"fr": "Ligne ou fiche parente", "ar": "السطر الأصل", "en": "Parent row or record"}
_RANK = {"fr": "Rang", "ar": "الترتيب", "en": "Rank"}
_VERSION = {"fr": "Version du formulaire", "ar": "إصدار النموذج", "en": "Form version"}
_UPDATED = {"fr": "Mise à jour", "ar": "آخر تحديث", "en": "Updated at"}
_FORM_COLUMNS = (
    Column("KEY", UUID, is_required=True, labels=_KEY),
    Column("FORM_VERSION", TEXT, labels=_VERSION),
    Column("UPDATED_AT", MOMENT, is_required=True, labels=_UPDATED),
)
_REPEAT_COLUMNS = (
    Column("KEY", TEXT, is_required=True, labels=_KEY),
    Column("PARENT_KEY", TEXT, is_required=True, labels=_PARENT),
    Column("RANK", TEXT, labels=_RANK),
)


@dataclass(frozen=True, slots=True)
class FormTables:
    """The tables of one form, in all the versions met."""

    form_id: str
    tables: Mapping[str, TableSpec]
    """Generic path of the repeat, blank for the form itself -> its table; parents before children."""
    paths: Mapping[str, tuple[str, ...]]
    """The same keys -> the generic path behind each column that holds an answer."""


def form_tables(form_id: str, definitions: Sequence[FormDefinition]) -> FormTables:
    """Lay out the tables of a form: the columns of its newest version, then those only older ones had."""
    found: dict[str, dict[str, Column]] = {"": {}}
    for definition in sorted(definitions, key=lambda one: one.version, reverse=True):
        for repeat in definition.repeats():
            found.setdefault(_relative(definition, repeat.nodeset), {})
        for question in definition.questions():
            if _is_answered(definition.bind(question.nodeset)):
                _add(found, definition, question)
    tables = {
        repeat: _table(form_id, repeat, tuple(columns.values()), found) for repeat, columns in found.items()
    }
    return FormTables(form_id, tables, {repeat: tuple(columns) for repeat, columns in found.items()})


def table_rows(tables: FormTables, records: Iterable[RecordState]) -> dict[str, list[Row]]:
    """Spread records over the tables of their form; the keys are those of `tables.tables`."""
    rows: dict[str, list[Row]] = {repeat: [] for repeat in tables.tables}
    for record in sorted(records, key=lambda one: one.record_id):
        instances = _instances(record.answers)
        for instance in sorted(instances, key=lambda path: _order(path, instances)):
            repeat = generic_path(instance)
            if repeat in rows and _is_present(instance, instances):
                rows[repeat].append(_row(tables, record, instance, instances))
    return rows


def _is_answered(bind: Bind) -> bool:
    """Whether a person answers here: calculates do not travel, and a note only tells something."""
    is_note = bind.readonly is not None and bind.readonly.text.strip() == "true()"
    return not (bind.is_computed or is_note)


def _add(found: dict[str, dict[str, Column]], definition: FormDefinition, question: Question) -> None:
    path = _relative(definition, question.nodeset)
    repeat = max((one for one in found if path.startswith(one + "/")), key=len, default="")
    columns = found[repeat]
    if path in columns:
        columns[path] = replace(columns[path], since=definition.version)
        return
    cells = _TYPES.get(definition.bind(question.nodeset).type, TEXT)
    code_list = question.itemset.list_name if question.itemset else ""
    columns[path] = Column(
        name=column_name(path),
        cells=cells,
        labels=_labels(question.label),
        code_list=code_list,
        since=definition.version,
    )


def _table(form_id: str, repeat: str, columns: tuple[Column, ...], repeats: Iterable[str]) -> TableSpec:
    name = table_name(form_id, repeat)
    if not repeat:
        return TableSpec(name, _FORM_COLUMNS + columns, ("KEY",))
    parent = max((one for one in repeats if one and repeat.startswith(one + "/")), key=len, default="")
    key = ForeignKey("PARENT_KEY", table_name(form_id, parent), "KEY")
    return TableSpec(name, _REPEAT_COLUMNS + columns, ("KEY",), (key,))


def _labels(label: Text) -> dict[str, str]:
    texts = {
        language_code(language): "".join(part.literal if part.output is None else "…" for part in parts)
        for language, parts in label.by_language.items()
    }
    anywhere = texts.pop("", "")
    return texts or dict.fromkeys(("fr", "ar", "en") if anywhere else (), anywhere)


def _instances(answers: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Group answers by the repeat instance they stand in (blank for none), by their generic paths."""
    instances: dict[str, dict[str, str]] = {"": {}}
    for path, value in answers.items():
        cut = path.rfind("]") + 1
        instances.setdefault(path[:cut], {})[generic_path(path)] = value
    return instances


def _is_present(instance: str, instances: Mapping[str, Mapping[str, str]]) -> bool:
    return all(
        instances.get(one, {}).get(generic_path(one) + "/@present") == "1" for one in _with_parents(instance)
    )


def _with_parents(instance: str) -> Iterator[str]:
    """Give an instance's path and those of the instances around it, outermost first."""
    for at, char in enumerate(instance):
        if char == "]":
            yield instance[: at + 1]


def _order(instance: str, instances: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    chain = _with_parents(instance)
    return [(instances.get(one, {}).get(generic_path(one) + "/@rank", ""), one) for one in chain]


def _row(
    tables: FormTables, record: RecordState, instance: str, instances: Mapping[str, Mapping[str, str]]
) -> Row:
    repeat = generic_path(instance)
    values = instances[instance]
    if not instance:
        head: Row = (record.record_id, record.form_version, record.updated_at)
    else:
        around = list(_with_parents(instance))[:-1]
        parent = f"{record.record_id}/{around[-1]}" if around else record.record_id
        head = (f"{record.record_id}/{instance}", parent, values.get(repeat + "/@rank"))
    columns = tables.tables[repeat].columns[len(head) :]
    return head + tuple(
        _cell(column, values.get(path)) for column, path in zip(columns, tables.paths[repeat], strict=True)
    )


def _cell(column: Column, value: str | None) -> str | None:
    """Return the value if it is of its column's type; a dateTime is written in UTC."""
    if not value:
        return None
    if column.cells is MOMENT:
        value = _utc(value)
    return value if column.cells.accepts is None or column.cells.accepts(value) else None


def _utc(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return ""
    if moment.tzinfo is None:
        return ""
    return utc_text(moment)


def _relative(definition: FormDefinition, nodeset: str) -> str:
    if not nodeset.startswith(definition.root + "/"):
        raise BugError("bundle.foreign_nodeset", nodeset=nodeset)
    return nodeset.removeprefix(definition.root + "/")
