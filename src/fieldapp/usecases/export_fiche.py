"""Exports a fiche as a PDF sealed by the laptop or by a certificate file: for the people here, or for the centre."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.base.files import write_unseen
from fieldapp.bundle.progress import IsCancelled, Report, never, unreported
from fieldapp.engine import FormSession
from fieldapp.exports.file_words import file_in_words, missing_in_words
from fieldapp.exports.outline import Outline, everything, outline_of
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.projection import may_travel, travelling_answers
from fieldapp.records.record import Answers
from fieldapp.signing.certificates import name_of
from fieldapp.signing.identity import Identity
from fieldapp.signing.pades import sign_pdf
from fieldapp.signing.seal import SealStamp
from fieldapp.store import Workspace
from fieldapp.usecases.attachments import attached_bytes, file_facts
from fieldapp.usecases.laptop_identity import seal_identity
from fieldapp.usecases.record_lists import published_lists, record_lists
from fieldapp.usecases.records import form_language

_FILE_MODE = 0o600
"""A fiche for the people here says everything: other users of the computer do not read it."""
_STEPS = 3
"""Draw, sign, write."""
_LONGEST_NAME = 60
"""Characters of a title in a file name: short enough for any file system."""
_REASONS = {
    "fr": "Fiche telle qu'enregistrée sur ce poste",
    "ar": "البطاقة كما سُجلت على هذا الحاسوب",
    "en": "Fiche as recorded on this laptop",
}


_TRAINING_REASONS = {
    "fr": "Fiche d'entraînement, sans valeur",
    "ar": "بطاقة تدريب لا قيمة لها",
    "en": "Training fiche, of no value",
}
_TRAINING = "ENTRAINEMENT_"
"""Beginning of the name of a file in which nothing is real."""


def training_name(name: str) -> str:
    """Return the name of a file that tells it apart from a real one before it is opened."""
    return _TRAINING + name


class Audience(StrEnum):
    """Whom a PDF is for: everything for the people here, only what may travel for the centre."""

    LOCAL = "local"
    ANAPEC = "anapec"


@dataclass(frozen=True, slots=True)
class FicheJob:
    """All that a PDF is made of, read from the workspace; from here on no workspace is needed."""

    record_id: str
    title: str
    revision: int
    audience: Audience
    language: str
    outline: Outline
    images: Mapping[str, bytes] = field(repr=False)
    identity: Identity = field(repr=False)
    at: datetime
    is_training: bool = False

    @property
    def file_name(self) -> str:
        """A name for the file: organisation, revision, language, and a piece of the record's identity."""
        words = re.sub(r"[^\w-]+", "-", self.title)[:_LONGEST_NAME].strip("-") or "fiche"
        name = f"{words}-r{self.revision}-{self.language}-{self.record_id[-6:]}.pdf"
        return training_name(name) if self.is_training else name


@dataclass(frozen=True, slots=True)
class WrittenFiche:
    """A sealed PDF."""

    record_id: str
    revision: int
    audience: Audience
    language: str
    data: bytes = field(repr=False)
    path: Path | None = None
    """Where it was written; nothing for one that travels inside a bundle."""


def collect_fiche(
    workspace: Workspace,
    record_id: str,
    *,
    language: str,
    audience: Audience,
    identity: Identity | None = None,
) -> FicheJob:
    """Read the last finalised revision of a record for a PDF.

    Args:
        workspace: Where the record is.
        record_id: The record.
        language: `fr`, `ar` or `en`.
        audience: What may be shown.
        identity: Who seals it: a certificate file; the laptop itself unless given.

    Raises:
        KnownError: `record.not_found`, `record.never_finalised`.
    """
    record = workspace.records.get(record_id)
    if not record.revision:
        raise KnownError("record.never_finalised")
    definition = workspace.forms.get(record.form_id, record.form_version)
    answers = workspace.answers(record_id)
    beside = workspace.records.beside(record_id)
    stored = answers | beside
    if audience is Audience.ANAPEC:  # so that no title, label or calculation is made of what may not travel
        stored = travelling_answers(definition, answers | computed_among(definition, beside))
    lists = record_lists(workspace, definition, stored)
    if audience is Audience.ANAPEC:
        lists = published_lists(lists, workspace)
    session = FormSession(definition, answers=stored, records=lists, clock=workspace.clock, ids=workspace.ids)
    if definition.languages:
        session.set_language(form_language(definition, language))
    say_file = partial(_file_words, workspace, audience, language)
    outline = outline_of(session, include=_filter(definition, answers, audience), say_file=say_file)
    images = {name: attached_bytes(workspace, name) for name in outline.image_names}
    return FicheJob(
        record_id=record_id,
        title=outline.title,
        revision=record.revision,
        audience=audience,
        language=language,
        outline=outline,
        images={name: data for name, data in images.items() if data is not None},
        identity=identity or seal_identity(workspace),
        at=workspace.clock.now(),
        is_training=workspace.is_training,
    )


def render_fiche_job(
    job: FicheJob, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> WrittenFiche:
    """Draw and seal a PDF in memory.

    Raises:
        KnownError: `export.cancelled`.
    """
    from fieldapp.exports.fiche_pdf import FicheFacts, render_fiche
    from fieldapp.exports.seal_stamp import draw_seal_stamp

    facts = FicheFacts(job.record_id, str(job.revision), job.language, job.at, is_training=job.is_training)
    drawn = render_fiche(job.outline, facts, images=job.images)
    _go_on(1, progress, is_cancelled)
    left, bottom, right, top = drawn.seal_box
    picture = draw_seal_stamp(
        signer_name=name_of(job.identity.certificate),
        at=job.at,
        language=job.language,
        size=(right - left, top - bottom),
    )
    stamp = SealStamp(picture, on_page=drawn.seal_page, box=drawn.seal_box)
    reasons = _TRAINING_REASONS if job.is_training else _REASONS
    sealed = sign_pdf(drawn.data, job.identity, at=job.at, reason=reasons[job.language], stamp=stamp)
    _go_on(2, progress, is_cancelled)
    return WrittenFiche(job.record_id, job.revision, job.audience, job.language, sealed)


def write_fiche(
    job: FicheJob, target: Path, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> WrittenFiche:
    """Draw, seal and write a PDF; cancelled or failed, it leaves nothing behind.

    Raises:
        KnownError: `export.cancelled`, `file.disk_full`…
    """
    made = render_fiche_job(job, progress=progress, is_cancelled=is_cancelled)
    write_unseen(target, made.data, mode=_FILE_MODE)
    progress(_STEPS, _STEPS)
    return WrittenFiche(made.record_id, made.revision, made.audience, made.language, made.data, target)


def keep_fiche(workspace: Workspace, written: WrittenFiche) -> None:
    """Keep the sealed PDF in the workspace: old ones stay, and a bundle carries the one made for the centre."""
    digest = workspace.attachments.add(written.data, "application/pdf", extension="pdf")
    workspace.documents.add(
        written.record_id,
        written.revision,
        audience=str(written.audience),
        language=written.language,
        sha256=digest,
    )


def export_fiche(
    workspace: Workspace,
    record_id: str,
    *,
    folder: Path,
    language: str,
    audience: Audience,
    identity: Identity | None = None,
) -> Path:
    """Do the three steps at once, for the commands; return where the PDF is."""
    job = collect_fiche(workspace, record_id, language=language, audience=audience, identity=identity)
    path = folder / job.file_name
    keep_fiche(workspace, write_fiche(job, path))
    return path


def computed_among(definition: FormDefinition, beside: Answers) -> dict[str, str]:
    """Return what the engine computed, without the dormant answers that are kept with it."""
    nodeset_of, bind = definition.nodeset_of, definition.bind
    return {path: value for path, value in beside.items() if bind(nodeset_of(path)).is_computed}


def _filter(definition: FormDefinition, answers: Answers, audience: Audience) -> Callable[[str], bool]:
    if audience is Audience.LOCAL:
        return everything
    return lambda path: may_travel(definition, answers, path)


def _file_words(workspace: Workspace, audience: Audience, language: str, answer: str) -> str:
    """Say of a file what it is; the name that somebody gave it is for the people here alone."""
    facts = file_facts(workspace, answer)
    if facts is None:
        return missing_in_words(answer, language)
    name = facts.name if audience is Audience.LOCAL else ""
    return file_in_words(answer, facts.media_type, size=facts.size, name=name, language=language)


def _go_on(done: int, progress: Report, is_cancelled: IsCancelled) -> None:
    if is_cancelled():
        raise KnownError("export.cancelled")
    progress(done, _STEPS)
