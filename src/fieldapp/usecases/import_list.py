"""Makes draft fiches of a list that somebody already has: proposed, looked at row by row, carried out, taken back."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from fieldapp.base.errors import KnownError
from fieldapp.directory.answers import CellReader
from fieldapp.directory.columns import (
    CODE_OF_NAME,
    Proposal,
    answerable,
    heading_key,
    official_questions,
    propose_columns,
)
from fieldapp.directory.likeness import Known, Likeness, Likenesses, keys_of
from fieldapp.directory.lists import ListRow, PeopleList
from fieldapp.engine import FormSession
from fieldapp.forms.definition import FormDefinition, Question
from fieldapp.store import Workspace
from fieldapp.submissions.headings import TRAINING
from fieldapp.usecases.record_lists import record_lists

_REMEMBERED = "list-columns:"
_LAST = "list-imported:"
_NAMES = ("nom", "nom_ar", "sigle")
"""Questions that name an organisation, in our forms."""
_NUMBERS = ("contact_telephone", "contact_courriel", "ice", "recepisse_numero")
_UNDONE = "import d’une liste annulé"
"""Why, in the working language of those who read the journal."""
_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class CellNote:
    """A cell that was not understood, or not wholly."""

    column: str
    code: str
    cell: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What one row of the list would become."""

    line: int
    title: str
    answers: Mapping[str, str]
    """As a draft begins, by record path."""
    notes: tuple[CellNote, ...]
    like: Likeness | None
    """A fiche, or a row above (`line:<number>`), that may be the same organisation."""


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What the whole list would become; nothing of it is in the workspace yet."""

    form_id: str
    version: str
    mapping: Mapping[str, str]
    rows: tuple[PlannedRow, ...]


def propose(workspace: Workspace, form_id: str, people: PeopleList) -> dict[str, Proposal]:
    """Return which question each column of a list may answer, as a person chose before or as the wording says.

    Raises:
        KnownError: `form.not_installed`; `submission.training` when a training workspace wrote the list and this one
            is real.
    """
    if TRAINING in people.columns and not workspace.is_training:
        raise KnownError("submission.training")
    return propose_columns(people.columns, workspace.forms.get(form_id), _remembered(workspace, form_id))


def plan_list(
    workspace: Workspace, form_id: str, people: PeopleList, *, mapping: Mapping[str, str], rest_into: str = ""
) -> ListPlan:
    """Read every row, and hold each against the fiches that are there and the rows above it.

    Args:
        workspace: Only read; a reader will do.
        form_id: Of the form that each row fills.
        people: The list.
        mapping: Column -> nodeset of the question it answers; a column without one is not read.
        rest_into: Nodeset of a text question that takes what no other question took, so that no cell is lost.

    Raises:
        KnownError: As `propose`; `list.unknown_question`, `list.nothing_mapped`.
    """
    propose(workspace, form_id, people)
    definition = workspace.forms.get(form_id)
    chosen = {column: nodeset for column, nodeset in mapping.items() if nodeset}
    questions = {question.nodeset: question for question in answerable(definition)}
    unknown = sorted({*chosen.values(), *filter(None, [rest_into])} - questions.keys())
    if unknown:
        raise KnownError("list.unknown_question", questions=unknown)
    if not chosen:
        raise KnownError("list.nothing_mapped")
    reader = _RowReader(workspace, definition, questions, mapping=chosen, rest_into=rest_into)
    known = Likenesses(_known(workspace, form_id))
    rows = []
    for row in people.rows:
        planned = reader.read(row)
        told = _known_of(f"line:{row.line}", planned)
        rows.append(replace(planned, like=known.nearest(told)))
        known.add(told)
    return ListPlan(form_id, definition.version, chosen, tuple(rows))


def carry_out(workspace: Workspace, plan: ListPlan, lines: Collection[int]) -> list[str]:
    """Make drafts of the rows chosen, all in one transaction; return their record ids.

    The choice of columns is remembered for the next list.

    Raises:
        KnownError: `form.not_installed`, `file.disk_full`… ; nothing was made.
    """
    definition = workspace.forms.get(plan.form_id, plan.version)
    with workspace.transaction():
        made = [
            workspace.start_draft(definition, answers=row.answers, title=row.title).record_id
            for row in plan.rows
            if row.line in lines
        ]
        remembered = {heading_key(column): nodeset for column, nodeset in plan.mapping.items()}
        workspace.preferences.put(
            _REMEMBERED + plan.form_id, json.dumps(_remembered(workspace, plan.form_id) | remembered)
        )
        workspace.preferences.put(_LAST + plan.form_id, json.dumps(made))
    return made


def undo_list(workspace: Workspace, form_id: str) -> tuple[int, int]:
    """Put the drafts of the last list in the trash; return how many, and how many stay since somebody wrote in them.

    Raises:
        KnownError: `list.nothing_to_undo`.
    """
    made = json.loads(workspace.preferences.get(_LAST + form_id) or "[]")
    if not made:
        raise KnownError("list.nothing_to_undo")
    untouched = [record_id for record_id in made if _is_untouched(workspace, record_id)]
    with workspace.transaction():
        for record_id in untouched:
            workspace.trash(record_id, reason=_UNDONE)
        workspace.preferences.put(_LAST + form_id, "[]")
    return len(untouched), len(made) - len(untouched)


class _RowReader:
    """Fills a session of the form with one row after another."""

    def __init__(
        self,
        workspace: Workspace,
        definition: FormDefinition,
        questions: Mapping[str, Question],
        *,
        mapping: Mapping[str, str],
        rest_into: str,
    ) -> None:
        self._workspace = workspace
        self._definition = definition
        self._questions = questions
        order = {nodeset: place for place, nodeset in enumerate(questions)}
        self._mapping = dict(sorted(mapping.items(), key=lambda pair: order[pair[1]]))
        self._rest_into = rest_into
        self._cells = CellReader()
        self._served = record_lists(workspace, definition, {})

    def read(self, row: ListRow) -> PlannedRow:
        session = FormSession(
            self._definition, records=self._served, clock=self._workspace.clock, ids=self._workspace.ids
        )
        notes = []
        rest = [(column, cell) for column, cell in row.cells.items() if cell and column not in self._mapping]
        for column, nodeset in self._mapping.items():
            cell = row.cells.get(column, "")
            if not cell:
                continue
            reference = _reference(session, nodeset)
            reading = self._cells.read(session, reference, self._questions[nodeset], cell)
            session.answer(reference, reading.value)
            if reading.code:
                notes.append(CellNote(column, reading.code, reading.rest))
                rest.append((column, reading.rest))
        self._choose_official(session)
        if self._rest_into and rest:
            self._keep_rest(session, rest)
        return PlannedRow(row.line, session.instance_name(), session.answers(), tuple(notes), None)

    def _choose_official(self, session: FormSession) -> None:
        """Choose the code of what is written, where the form asks for both (`commune`, `commune_code`)."""
        for question in official_questions(self._definition):
            written = question.nodeset.removesuffix(CODE_OF_NAME)
            if written not in self._mapping.values() or written == question.nodeset:
                continue
            by_hand = _reference(session, written)
            reference = _reference(session, question.nodeset)
            code = self._cells.named_exactly(session, reference, question, session.value(by_hand))
            if code:
                session.answer(by_hand, "")
                session.answer(reference, code)

    def _keep_rest(self, session: FormSession, rest: Iterable[tuple[str, str]]) -> None:
        reference = _reference(session, self._rest_into)
        lines = [session.value(reference), *(f"{column} : {cell}" for column, cell in rest)]
        session.answer(reference, "\n".join(filter(None, lines)))


def _reference(session: FormSession, nodeset: str) -> str:
    """Return where a question is answered: in the first instance of each repeat around it, which is made if need be."""
    root = session.definition.root
    reference = root
    steps = nodeset.removeprefix(root + "/").split("/")
    repeats = {repeat.nodeset for repeat in session.definition.repeats()}
    walked = root
    for step in steps:
        reference, walked = f"{reference}/{step}", f"{walked}/{step}"
        if walked in repeats:
            if not session.repeat_references(reference):
                session.add_repeat(reference)
            reference += "[1]"
    return reference


def _remembered(workspace: Workspace, form_id: str) -> dict[str, str]:
    return dict(json.loads(workspace.preferences.get(_REMEMBERED + form_id) or "{}"))


def _known(workspace: Workspace, form_id: str) -> Iterator[Known]:
    for record in workspace.records.list(form_id=form_id, limit=_MANY):
        named = _by_name(workspace.draft_answers(record.record_id))
        names = tuple(filter(None, [record.title, *(named.get(name, "") for name in _NAMES)]))
        yield Known(record.record_id, tuple(dict.fromkeys(names)), keys_of(named, _NUMBERS))


def _known_of(key: str, row: PlannedRow) -> Known:
    named = _by_name(row.answers)
    names = tuple(filter(None, [row.title, *(named.get(name, "") for name in _NAMES)]))
    return Known(key, tuple(dict.fromkeys(names)), keys_of(named, _NUMBERS))


def _by_name(answers: Mapping[str, str]) -> dict[str, str]:
    """Return answers by the name of their question; the first instance of a repeat speaks for all."""
    found: dict[str, str] = {}
    for path, value in answers.items():
        found.setdefault(path.rpartition("/")[2], value)
    return found


def _is_untouched(workspace: Workspace, record_id: str) -> bool:
    try:
        record = workspace.records.get(record_id)
    except KnownError:
        return False
    return record.trashed_at is None and record.revision == 0 and not workspace.drafts.steps(record_id)
