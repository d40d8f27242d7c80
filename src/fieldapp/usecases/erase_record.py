"""Erases a record, or answers of it, because its person asks (law 09-08): shown first, confirmed twice, for ever."""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.bundle.progress import Report, unreported
from fieldapp.engine import FormSession
from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.styling import plain_words
from fieldapp.records.erasure import Reason
from fieldapp.records.former import read_former, spec_of
from fieldapp.records.record import Record
from fieldapp.signing.fingerprints import fingerprint_words
from fieldapp.store import CopyNote, Workspace
from fieldapp.store.erasing.erasing import Reach
from fieldapp.store.erasing.erasures import Erasure
from fieldapp.store.erasing.finishing import Finished, finish_erasures
from fieldapp.usecases.records import open_record
from fieldapp.usecases.restore_workspace import list_choices

__all__ = [
    "Erasable",
    "Erasure",
    "Finished",
    "Preview",
    "Reason",
    "confirmation_word",
    "erasable_answers",
    "erase_record",
    "finish_at_opening",
    "finish_erasures",
    "is_confirmed",
    "preview_erasure",
]


@dataclass(frozen=True, slots=True)
class Erasable:
    """An answer that may be erased by itself."""

    path: str
    label: str
    """Of its question, in the language of the reader, after that of the repeat instance around it."""
    value: str
    """As it stands now, choices in words; blank where only earlier revisions hold one."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a person sees before deciding."""

    record: Record
    form_title: str
    paths: tuple[str, ...]
    """Answers; none for the whole record."""
    reach: Reach
    copies: int
    """Backups and files set aside in the workspace's folder, which are written anew."""
    last_copy: CopyNote | None
    """The last copy on another disk, which cannot be reached."""
    word: str
    """To be typed, unless the title is."""

    @property
    def has_travelled(self) -> bool:
        """Whether the centre may hold something of it: the next bundle tells it to erase."""
        return bool(self.reach.sent)


def preview_erasure(
    workspace: Workspace, record_id: str, *, paths: Collection[str] = (), language: str = ""
) -> Preview:
    """Say what an erasure would take, and what it cannot reach; nothing is changed.

    Raises:
        KnownError: `record.not_found`, `record.erased`, `erasure.no_such_answer`.
    """
    record = workspace.records.get(record_id)
    if workspace.erasing.is_gone(record_id):
        raise KnownError("record.erased", record_id=record_id)
    for path in paths:
        if not workspace.erasing.reach(record_id, [path]).answers:
            raise KnownError("erasure.no_such_answer", path=path, record_id=record_id)
    titles = workspace.forms.newest_titles(language)
    return Preview(
        record,
        titles.get(record.form_id, record.form_id),
        tuple(sorted(paths)),
        reach=workspace.erasing.reach(record_id, paths),
        copies=_copies_in(workspace.folder),
        last_copy=workspace.losses().last_copy,
        word=confirmation_word(record_id),
    )


def erasable_answers(workspace: Workspace, record_id: str, *, language: str = "") -> list[Erasable]:
    """Return the answers of a record that can be erased by themselves, in the order of the form; structure is none.

    Raises:
        KnownError: `record.not_found`.
    """
    session = open_record(workspace, record_id, language=language).session
    found = {one.path: one for one in _answers(session)}
    for path in sorted({read_former(place)[1] for place in workspace.erasing.places(record_id)}):
        if path not in found and _is_asked(session.definition, path):
            label = _label(session, session.definition.nodeset_of(path))
            found[path] = Erasable(path, label or path, "")
    return list(found.values())


def confirmation_word(record_id: str) -> str:
    """Return the two short words that are typed to confirm the erasure of a record: its own, always the same."""
    return "-".join(fingerprint_words(record_id.encode())[:2])


def erase_record(
    workspace: Workspace,
    record_id: str,
    *,
    paths: Collection[str] = (),
    reason: Reason,
    confirmation: str,
) -> Erasure:
    """Erase a record, or answers of it; `finish_erasures` has to follow, and is done at the next opening if it is not.

    Raises:
        KnownError: `erasure.not_confirmed` unless the confirmation is the record's word or its title, and as
            `preview_erasure`; `file.disk_full`… ; then nothing was changed.
    """
    if not is_confirmed(workspace.records.get(record_id), confirmation):
        raise KnownError("erasure.not_confirmed", word=confirmation_word(record_id))
    return workspace.erasing.erase(record_id, paths=paths, reason=reason, actor_id=workspace.actor.actor_id)


def is_confirmed(record: Record, typed: str) -> bool:
    """Whether what was typed is the record's word or its title, however it is written."""
    return _plain(typed) in {_plain(confirmation_word(record.record_id)), _plain(record.title)} - {""}


def finish_at_opening(workspace: Workspace, *, told: Report = unreported) -> Finished | None:
    """Go on with what a program did not finish; what prevents it keeps nobody from working, and is tried again."""
    try:
        return finish_erasures(workspace, told=told)
    except KnownError:
        return None


def _answers(session: FormSession) -> Iterator[Erasable]:
    for reference in session.leaves():
        value = session.value(reference)
        bind = session.definition.bind(session.definition.nodeset_of(session.path_of(reference)))
        if value and not bind.is_computed:
            labels = {choice.value: plain_words(choice.label) for choice in session.choices(reference)}
            said = " · ".join(labels.get(name, name) for name in value.split()) if labels else value
            yield Erasable(session.path_of(reference), _label(session, reference), said)


def _is_asked(definition: FormDefinition, path: str) -> bool:
    """Whether somebody was asked what stands at a path, by this version of a form or by an older one."""
    spec = spec_of(definition, path)
    is_structure = path.rpartition("/")[2].startswith("@")
    return not is_structure and (spec is None or spec.control is not None)


def _label(session: FormSession, reference: str) -> str:
    """Return the label of a question, after that of the repeat instance it stands in and its number."""
    if not session.exists(reference):
        return ""
    label = session.label(reference) or reference.rpartition("/")[2]
    instance, bracket, _ = reference.rpartition("]")
    if not bracket:
        return label
    number = instance.rpartition("[")[2]
    around = session.label(f"{instance}]")
    return f"{around} {number} · {label}" if around else f"{number}. {label}"


def _copies_in(folder: Path) -> int:
    choices = list_choices(folder)
    return len(choices.backups) + len(choices.set_aside)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
