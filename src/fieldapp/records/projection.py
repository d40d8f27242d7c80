"""What may travel to ANAPEC: decided once, when a change enters the stream, by the form's policy and consents."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.forms.definition import ExportPolicy, FormDefinition, Privacy
from fieldapp.records.change import Change
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
    """Tell whether the answer at a path may go to ANAPEC, given all answers of its record."""
    if definition.export_policy is not ExportPolicy.FULL:
        return False
    step = path.rpartition("/")[2]
    subject = path.rpartition("/")[0] if step in _REPEAT_FIELDS else path
    return all(_allows(definition, answers, prefix) for prefix in _prefixes(subject))


def travelling_answers(definition: FormDefinition, answers: Answers) -> dict[str, str]:
    """Return the answers that may go to ANAPEC: what its rows, its PDFs and its reference hold, and nothing else."""
    return {path: value for path, value in answers.items() if may_travel(definition, answers, path)}


def is_publishable(definition: FormDefinition, answers: Answers, path: str) -> bool:
    """Tell whether an answer may stand in the published directory."""
    levels = {definition.bind(definition.nodeset_of(prefix)).privacy for prefix in _prefixes(path)}
    own = definition.bind(definition.nodeset_of(path)).privacy
    return (
        may_travel(definition, answers, path)
        and own in (Privacy.PUBLIC, Privacy.CONSENT)
        and Privacy.SENSITIVE not in levels
    )


def plan_stream(
    definition: FormDefinition, change: Change, answers: Answers, sent: Mapping[str, tuple[str, ...]]
) -> StreamPlan:
    """Decide what a finalised change brings to the `anapec` stream.

    Args:
        definition: The form, with its policy and the privacy of each question.
        change: The change just written to the journal.
        answers: All finalised answers of the record after it.
        sent: Path -> heads, for every path whose value stands at the audience through this stream. Parents
            that never travelled are unknown there and are left out.
    """
    if definition.export_policy is not ExportPolicy.FULL:
        return StreamPlan((), (), ())
    changed = {field.path: field for field in change.fields}
    allowed = travelling_answers(definition, answers)
    own = [
        StreamField(path, sent.get(path, ())) for path in sorted(changed) if path in allowed or path in sent
    ]
    own = [field for field in own if field.path in allowed or changed[field.path].new_value is None]
    published = [
        StreamField(path, ()) for path in sorted(allowed) if path not in sent and path not in changed
    ]
    taken = {field.path for field in own}
    withdrawn = [
        StreamField(path, heads)
        for path, heads in sorted(sent.items())
        if path not in allowed and path not in taken
    ]
    return StreamPlan(tuple(own), tuple(published), tuple(withdrawn))


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
