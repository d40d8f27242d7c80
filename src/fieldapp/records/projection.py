"""What may travel to ANAPEC: decided once, when a change enters the stream, by the form's policy and consents."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from fieldapp.forms.definition import ExportPolicy, FormDefinition, Privacy
from fieldapp.records.aside import REVIEW_PATH
from fieldapp.records.change import Change, Op
from fieldapp.records.former import has_place
from fieldapp.records.merge import FieldState
from fieldapp.records.record import Answers

ANAPEC = "anapec"
"""Name of the stream to the employment agency."""
YES = frozenset({"oui", "yes", "1", "true"})
"""Answers that give consent; anything else, blank included, refuses it."""
_REPEAT_FIELDS = ("@present", "@rank")


@dataclass(frozen=True, slots=True)
class StreamField:
    """One value as it travels: its path and the parents that the audience can know."""

    path: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StreamPlan:
    """What one change brings to a stream."""

    own: tuple[StreamField, ...]
    """Fields of the change itself that travel; a change without any does not enter the stream."""
    publish: tuple[StreamField, ...]
    """Values that stood before and may travel from now on: a `publish` change carries them."""
    withdraw: tuple[StreamField, ...]
    """Values that travelled and may not stand any longer: a `withdraw` change takes them away."""


def may_travel(definition: FormDefinition, answers: Answers, path: str) -> bool:
    """Tell whether the answer at a path may go to ANAPEC, given all answers of its record.

    A former answer, at a place that the form has no more, may not: nothing says what it may be used for now.
    """
    if definition.export_policy is not ExportPolicy.FULL or not has_place(definition, path):
        return False
    step = path.rpartition("/")[2]
    subject = path.rpartition("/")[0] if step in _REPEAT_FIELDS else path
    return all(_allows(definition, answers, prefix) for prefix in _prefixes(subject))


def travelling_answers(definition: FormDefinition, answers: Answers) -> dict[str, str]:
    """Return the answers that may go to ANAPEC: what its rows, its PDFs and its reference hold, and nothing else."""
    return {path: value for path, value in answers.items() if may_travel(definition, answers, path)}


def plan_stream(
    definition: FormDefinition, change: Change, answers: Answers, history: Mapping[str, FieldState]
) -> StreamPlan:
    """Decide what a finalised change brings to the `anapec` stream.

    Args:
        definition: The form, with its policy and the privacy of each question.
        change: The change just written to the journal.
        answers: All finalised answers of the record after it.
        history: What the audience holds of the record through this stream. Its heads are the parents there: a
            parent that never travelled is unknown to it, and a value that comes back follows its taking away.

    A value whose predecessor never travelled goes as a `publish` change, which has no old value; as part of the
    change itself, the old value would leave with it. A value emptied or removed together with its consent goes as a
    `withdraw` change, which takes it out of the audience's history as well.
    """
    if definition.export_policy is not ExportPolicy.FULL:
        return StreamPlan((), (), ())
    standing = {path for path, state in history.items() if set(state.choices) != {None}}
    allowed = travelling_answers(definition, answers).keys()
    own = {
        field.path
        for field in change.fields
        if (field.path in standing and may_travel(definition, answers, field.path))
        or (field.path in allowed and field.old_value is None)
    }
    if change.op is Op.ERASE:  # it takes back what ever travelled, also what stands there no longer
        own = {field.path for field in change.fields if field.path in history}
    publish = allowed - own - (standing - {field.path for field in change.fields})
    withdraw = standing - allowed - own
    return StreamPlan(*(_rooted(paths, history) for paths in (own, publish, withdraw)))


def plan_aside(definition: FormDefinition, change: Change, known: Set[str]) -> tuple[StreamField, ...]:
    """Decide what ANAPEC learns of a move or a comment: how far the review of a fiche has come, and no more.

    Comments are the team's own words about what stands there, written freely and read by nobody before they would
    leave: they go to the team alone.

    Args:
        definition: The form, with its policy.
        change: The move or the comment.
        known: Its parents that the audience can know.
    """
    if change.op is not Op.REVIEW or definition.export_policy is not ExportPolicy.FULL:
        return ()
    return tuple(
        StreamField(field.path, tuple(one for one in field.parents if one in known))
        for field in change.fields
        if field.path == REVIEW_PATH
    )


def plan_merged(
    definition: FormDefinition, answers: Answers, history: Mapping[str, FieldState]
) -> StreamPlan:
    """Decide what the `anapec` stream of the laptop that began a record says of others' changes to it.

    Those changes travel under no name of this laptop: a `publish` carries the values as they stand now, a `withdraw`
    takes away what may not stand any longer.
    """
    if definition.export_policy is not ExportPolicy.FULL:
        return StreamPlan((), (), ())
    standing = {path for path, state in history.items() if set(state.choices) != {None}}
    held = {path: history[path].value for path in standing}
    allowed = {path for path in standing | answers.keys() if may_travel(definition, answers, path)}
    publish = {path for path in allowed if answers.get(path) != held.get(path)}
    return StreamPlan((), _rooted(publish, history), _rooted(standing - allowed, history))


def _rooted(paths: Set[str], history: Mapping[str, FieldState]) -> tuple[StreamField, ...]:
    known = {path: history[path].heads for path in paths if path in history}
    return tuple(StreamField(path, known.get(path, ())) for path in sorted(paths))


def _allows(definition: FormDefinition, answers: Answers, path: str) -> bool:
    bind = definition.bind(definition.nodeset_of(path))
    if bind.privacy is Privacy.CONSENT:
        return answers.get(_consent_path(definition, bind.consent, path), "") in YES
    return bind.privacy is not Privacy.SENSITIVE


def _consent_path(definition: FormDefinition, consent: str, path: str) -> str:
    """Return the consenting answer's path, in the same repeat instances as the answer it governs."""
    generic = consent.removeprefix(definition.root + "/").split("/")
    own = path.split("/")
    steps = []
    same = True
    for index, step in enumerate(generic):
        same = same and index < len(own) and own[index].partition("[")[0] == step
        steps.append(own[index] if same else step)
    return "/".join(steps)


def _prefixes(path: str) -> list[str]:
    steps = path.split("/")
    return ["/".join(steps[: index + 1]) for index in range(len(steps))]
