"""Takes a draft over to a newer version of its form: shown first, then done as one step that undo takes back whole.

Nothing an old version was told is destroyed: an answer stays, moves with its question, or becomes a former answer of
the record (`records.former`), which is shown, printed and kept, and never sent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids
from fieldapp.engine import Edit, FormSession
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.former import FORM_VERSION, former_path, spec_of
from fieldapp.records.record import Record
from fieldapp.store import Workspace
from fieldapp.usecases.form_routes import Routes, find_routes
from fieldapp.usecases.records import OpenRecord, open_record

_PLACES = ("/@present", "/@rank")


class Fate(StrEnum):
    """What becomes of an answer."""

    KEPT = "kept"
    MOVED = "moved"
    """Its question stands elsewhere."""
    CHOICE_GONE = "choice_gone"
    """What was chosen is offered no more: to be answered anew."""
    CHANGED = "changed"
    """The question is of another type, which holds the answer otherwise, or cannot hold it and says so."""
    BACK = "back"
    """A former answer that the new version asks for again."""
    LOST = "lost"
    """The form asks this no more."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What becomes of one answer."""

    path: str
    value: str
    fate: Fate
    new_path: str = ""
    """Where it stands then; blank when it has no place any more."""
    new_value: str = ""
    """What stands there then."""
    former_path: str = ""
    """Where the old answer is kept, when its new place does not hold it as it was."""


@dataclass(frozen=True, slots=True)
class UpgradePlan:
    """All that going over to another version of a form would do to a record."""

    record_id: str
    form_id: str
    old_version: str
    new_version: str
    passages: tuple[Passage, ...]
    """Of every answer, in the order in which they are stored; repeat instances are not among them."""
    new_questions: tuple[str, ...]
    """Nodesets of the questions that the old version did not ask."""
    required: tuple[str, ...]
    """References of the questions that must be answered in the new version and are blank."""
    edits: tuple[Edit, ...] = field(repr=False)
    """The step that does it."""
    before: Mapping[str, str] = field(repr=False, default_factory=dict)
    """All stored values, as they are."""
    after: Mapping[str, str] = field(repr=False, default_factory=dict)
    """All stored values then, those without a place among them."""

    def of(self, *fates: Fate) -> tuple[Passage, ...]:
        """Return the passages of some fates."""
        return tuple(one for one in self.passages if one.fate in fates)


def newer_version(workspace: Workspace, record: Record) -> str:
    """Return the version that a record could go over to; blank when it has the newest."""
    latest = workspace.forms.latest(record.form_id)
    return "" if latest == record.form_version else latest


def plan_upgrade(workspace: Workspace, record_id: str, *, version: str = "") -> UpgradePlan:
    """Say what going over to another version would do, the newest unless one is named; nothing is changed.

    Raises:
        KnownError: `record.not_found`, `record.trashed`, `record.not_a_draft`, `upgrade.same_version`,
            `form.not_installed`.
    """
    record = workspace.records.get(record_id)
    if record.trashed_at is not None:
        raise KnownError("record.trashed", record_id=record_id)
    if not record.is_draft:
        raise KnownError("upgrade.finalised", record_id=record_id)
    target = version or workspace.forms.latest(record.form_id)
    if target == record.form_version:
        raise KnownError("upgrade.same_version", version=target)
    return plan_between(
        workspace.forms.get(record.form_id, record.form_version),
        workspace.forms.get(record.form_id, target),
        workspace.draft_answers(record_id),
        record_id=record_id,
        clock=workspace.clock,
        ids=workspace.ids,
    )


def upgrade_draft(
    workspace: Workspace, record_id: str, *, version: str = "", language: str = ""
) -> OpenRecord:
    """Take a draft over to another version, and open it there.

    Raises:
        KnownError: As `plan_upgrade`, or what the disk said; the draft is then as it was.
    """
    plan = plan_upgrade(workspace, record_id, version=version)
    new = workspace.forms.get(plan.form_id, plan.new_version)
    title = FormSession(new, answers=plan.after, clock=workspace.clock, ids=workspace.ids).instance_name()
    workspace.drafts.append(record_id, plan.edits, actor_id=workspace.actor.actor_id, title=title)
    return open_record(workspace, record_id, language=language)


def plan_between(
    old: FormDefinition,
    new: FormDefinition,
    answers: Mapping[str, str],
    *,
    record_id: str,
    clock: Clock,
    ids: Ids,
) -> UpgradePlan:
    """Compare two versions over the answers of a record."""
    planning = _Planning(old, new, dict(answers), record_id=record_id, clock=clock, ids=ids)
    return planning.plan()


class _Planning:
    """One comparison; pure but for the identifiers of what the new version begins with."""

    def __init__(
        self,
        old: FormDefinition,
        new: FormDefinition,
        before: dict[str, str],
        *,
        record_id: str,
        clock: Clock,
        ids: Ids,
    ) -> None:
        self._old, self._new, self._before = old, new, before
        self._record_id = record_id
        self._clock, self._ids = clock, ids
        self._routes: Routes = find_routes(old, new, before, record_id=record_id)
        self._was = self._session(old, before)
        self._was_stored = self._was.answers()

    def plan(self) -> UpgradePlan:
        after = self._moved()
        session = self._session(self._new, after)
        stored = session.answers()
        passages = [one for path in self._before if (one := self._passage(path, session, stored)) is not None]
        for one in passages:
            _put(after, one)
        begun = self._session(self._new, after)
        required = [one.reference for one in begun.violations() if one.kind == "required"]
        return UpgradePlan(
            record_id=self._record_id,
            form_id=self._new.form_id,
            old_version=self._old.version,
            new_version=self._new.version,
            passages=tuple(passages),
            new_questions=tuple(self._new_questions()),
            required=tuple(required),
            edits=tuple(self._edits(after, passages)),
            before=self._before,
            after=after,
        )

    def _moved(self) -> dict[str, str]:
        """Return all values at their new places; what has none stays where it is."""
        targets = self._routes.targets
        after = {path: value for path, value in self._before.items() if path not in targets}
        after = {path: value for path, value in after.items() if not self._is_computed(path)}
        after |= {path: value for path, value in self._routes.made.items() if path not in self._before}
        after |= {target: self._before[path] for path, target in targets.items()}
        return self._defaults(after) | after

    def _defaults(self, after: Mapping[str, str]) -> dict[str, str]:
        """Return what a new record begins with, at the questions that the old version did not ask."""
        fresh = FormSession(self._new, clock=self._clock, ids=self._ids).answers()
        return {
            path: value
            for path, value in fresh.items()
            if "[" not in path and path not in after and spec_of(self._old, path) is None
        }

    def _passage(self, path: str, session: FormSession, stored: Mapping[str, str]) -> Passage | None:
        """Say what becomes of an answer; nothing of what is none, or is former and stays so."""
        value, target = self._before[path], self._routes.targets.get(path, "")
        is_former = spec_of(self._old, path) is None
        if path.endswith(_PLACES) or self._is_computed(path) or (is_former and not target):
            return None
        if not target:
            return self._without_place(path, value)
        fate = Fate.BACK if is_former else Fate.KEPT if target == path else Fate.MOVED
        kept = former_path(self._old.version, path)
        left = self._offered(path, target, session)
        if left != value:
            return Passage(path, value, Fate.CHOICE_GONE, target, left, kept)
        now = stored.get(target, "")
        if now != value and (is_former or self._was_stored.get(path) == value):
            return Passage(path, value, Fate.CHANGED, target, now, kept)
        reference = session.reference_of(target)
        violation = session.violation(reference) if reference else None
        if violation is not None and violation.kind == "type":
            return Passage(path, value, Fate.CHANGED, target, value)
        return Passage(path, value, fate, target, value)

    def _without_place(self, path: str, value: str) -> Passage:
        """Leave a lost answer at its path, unless the new version has something else there."""
        is_taken = spec_of(self._new, path) is not None
        return Passage(
            path, value, Fate.LOST, former_path=former_path(self._old.version, path) if is_taken else ""
        )

    def _offered(self, path: str, target: str, session: FormSession) -> str:
        """Return what of a chosen value is still offered; all of it where it was not offered before either."""
        value, reference = self._before[path], session.reference_of(target)
        spec = spec_of(self._new, target)
        choices = session.choices(reference) if reference else []
        if spec is None or (not choices and not _is_select(spec.control)):
            return value
        offered = {choice.value for choice in choices}
        was = self._was.reference_of(path) if spec_of(self._old, path) is not None else ""
        before = {choice.value for choice in self._was.choices(was)} if was else set()
        if value in offered or (value not in before and not set(value.split()) & before):
            return value
        if getattr(spec.control, "kind", "") == "select1":
            return ""
        return " ".join(one for one in value.split() if one in offered or one not in before)

    def _is_computed(self, path: str) -> bool:
        """Whether a value was worked out by the old version: it is none of a person's."""
        spec = spec_of(self._old, path)
        return spec is not None and spec.is_leaf and not spec.is_stored

    def _new_questions(self) -> Iterator[str]:
        routed = {self._new.nodeset_of(target) for target in self._routes.targets.values()}
        known = {path.removeprefix(self._old.root + "/") for path in self._old.model.specs}
        for question in self._new.questions():
            path = question.nodeset.removeprefix(self._new.root + "/")
            if path not in known and question.nodeset not in routed:
                yield question.nodeset

    def _edits(self, after: Mapping[str, str], passages: list[Passage]) -> Iterator[Edit]:
        """Write the step: what moves, what is kept as former though it stays, and the version last."""
        for path in [*self._before, *(path for path in after if path not in self._before)]:
            old, new = self._before.get(path), after.get(path)
            if old != new:
                yield Edit(path, old, new)
        in_play = self._was.final_answers()
        for one in passages:
            if one.path in in_play and (one.fate is Fate.LOST or one.former_path):
                yield Edit(one.former_path or one.path, one.value, one.value)
        yield Edit(FORM_VERSION, self._old.version, self._new.version)

    def _session(self, definition: FormDefinition, answers: Mapping[str, str]) -> FormSession:
        return FormSession(definition, answers=answers, clock=self._clock, ids=self._ids)


def _put(after: dict[str, str], passage: Passage) -> None:
    """Bring the values into line with what becomes of one answer."""
    if passage.former_path:
        after[passage.former_path] = passage.value
        if passage.fate is Fate.LOST:
            after.pop(passage.path, None)
    if passage.new_path and passage.former_path:
        after.pop(passage.new_path, None)
        if passage.new_value:
            after[passage.new_path] = passage.new_value


def _is_select(control: object) -> bool:
    return getattr(control, "itemset", None) is not None
