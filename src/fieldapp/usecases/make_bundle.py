"""Makes the bundle for the centre: everything of the stream since the last receipt, with a signed PDF of each fiche."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from fieldapp import __version__
from fieldapp.base.clock import utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import put_in_place, read_bytes, sha256_hex, write_atomically
from fieldapp.bundle.content import (
    BundleActor,
    BundleContent,
    BundleFile,
    BundleHeader,
    Kind,
    RecordState,
    SealedBundle,
    SealedFile,
    StreamedChange,
)
from fieldapp.bundle.progress import IsCancelled, Report, never, unreported
from fieldapp.bundle.writer import check_own, write_bundle
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import Change
from fieldapp.records.projection import ANAPEC, travelling_answers
from fieldapp.signing.identity import Identity
from fieldapp.store import SentBundle, StreamPosition, Workspace
from fieldapp.store.moments import reader_of_one_moment
from fieldapp.usecases.bundle_share import first_share
from fieldapp.usecases.export_fiche import (
    Audience,
    FicheJob,
    WrittenFiche,
    collect_fiche,
    computed_among,
    keep_fiche,
    render_fiche_job,
)
from fieldapp.usecases.laptop_identity import Centre, age_identity, centre_of, seal_identity

_WAITING = ".attente"
"""What a file's name ends in until the workspace has noted it; no centre is handed such a file."""
FICHE_BYTES = 256 * 1024
"""What a PDF that is not drawn yet is taken to weigh."""
FICHE_LANGUAGE = "fr"
"""Language of the PDFs that travel: the administration's working language."""


@dataclass(frozen=True, slots=True)
class BundleJob:
    """All that a bundle is made of, read from the workspace; from here on no workspace is needed."""

    content: BundleContent
    fiches: tuple[FicheJob, ...]
    """PDFs still to be drawn and signed, of records whose present revision has none yet."""
    identity: Identity = field(repr=False)
    own_secret: str = field(repr=False)
    recipients: tuple[str, ...]
    centre: Centre
    at: datetime
    epoch: str
    name: str = ""
    """Of the file, where it is not the one that a centre knows."""
    left: int = 0
    """Changes that are too many for this file: the next begins with them."""

    @property
    def record_count(self) -> int:
        """Number of fiches inside."""
        return len(self.content.records)

    @property
    def change_count(self) -> int:
        """Number of changes inside."""
        return len(self.content.changes)


@dataclass(frozen=True, slots=True)
class WrittenBundle:
    """A bundle that stands in its folder and was read back as its recipient will."""

    path: Path
    """Where it stands: under a waiting name until `keep_bundle` has noted its number."""
    size: int
    sealed: SealedFile
    header: BundleHeader
    fiches: tuple[WrittenFiche, ...]
    made_at: str


def collect_bundle(workspace: Workspace, *, after: int = 0) -> BundleJob:
    """Read what the next bundle holds: everything since the last receipt, or as much of it as one file carries.

    Args:
        workspace: Whose.
        after: The last change of the file made just before, which this one carries on from.

    Raises:
        KnownError: `bundle.not_enrolled` before enrolment, `bundle.nothing_to_send` when the centre has it all,
            `enrolment.training_differs` in a workspace that an older program linked with a centre of the other kind.
    """
    centre, position, start = _begin(workspace, after=after)
    changes = workspace.streams.changes_since(ANAPEC, start)
    changes = first_share(changes, lambda change: _weight(workspace, change.record_id))
    records = list(dict.fromkeys(change.record_id for _, change in changes))
    states, definitions = _states(workspace, records)
    fiches, drawn = _fiches(workspace, records)
    content = BundleContent(
        header=_header(workspace, centre, changes),
        changes=tuple(StreamedChange(number, change) for number, change in changes),
        records=states,
        definitions=definitions,
        attachments=(*_answered_files(workspace, states, definitions), *drawn),
    )
    age = age_identity(workspace)
    return BundleJob(
        content=content,
        fiches=fiches,
        identity=seal_identity(workspace),
        own_secret=age.secret,
        recipients=(*centre.recipients, age.recipient),
        centre=centre,
        at=workspace.clock.now(),
        epoch=workspace.device.device_epoch,
        left=position.last_seq - changes[-1][0],
    )


def count_waiting(workspace: Workspace) -> int:
    """Return how many changes wait to be sent; without a centre, or without any, that is said.

    Raises:
        KnownError: As `collect_bundle`.
    """
    _, position, start = _begin(workspace, after=0)
    return position.last_seq - start


def collect_apart(workspace: Workspace, *, after: int = 0) -> BundleJob:
    """Read what the next bundle holds in a thread, as it is in one moment; answers go on being typed meanwhile.

    Raises:
        KnownError: As `collect_bundle`.
    """
    with reader_of_one_moment(workspace) as reading:
        return collect_bundle(reading, after=after)


def seal_bundle(
    job: BundleJob, folder: Path, *, progress: Report = unreported, is_cancelled: IsCancelled = never
) -> WrittenBundle:
    """Draw the PDFs, write, sign and seal the bundle, put it in its folder and read it back from there.

    It waits there under another name: a file that can be carried away without this workspace knowing its number
    would meet the next one of that number at the centre, as a fork.

    Raises:
        KnownError: `bundle.cancelled`, `file.disk_full`… ; then no file is left.
    """
    written = []
    for number, fiche in enumerate(job.fiches):
        if is_cancelled():
            raise KnownError("bundle.cancelled")
        written.append(render_fiche_job(fiche))
        progress(number + 1, 2 * len(job.fiches) + 1)
    attachments = (*job.content.attachments, *(_fiche_file(fiche) for fiche in written))
    content = replace(job.content, attachments=attachments)

    def second_half(done: int, total: int) -> None:
        steps = 2 * len(job.fiches) + 1
        progress(len(job.fiches) + done * (steps - len(job.fiches)) // max(total, 1), steps)

    sealed = write_bundle(
        content,
        identity=job.identity,
        recipients=job.recipients,
        at=job.at,
        progress=second_half,
        is_cancelled=is_cancelled,
    )
    sealed = replace(sealed, name=job.name or sealed.name)
    path = folder / (sealed.name + _WAITING)
    write_atomically(path, sealed.data)
    _read_back(job, sealed, path)
    return WrittenBundle(path, len(sealed.data), sealed, content.header, tuple(written), utc_text(job.at))


def keep_bundle(workspace: Workspace, written: WrittenBundle) -> WrittenBundle:
    """Remember the bundle and its PDFs, so that a receipt finds them and the next one names it; then name the file.

    Raises:
        KnownError: What the disk said; then no file is left to be carried away.
    """
    path = written.path.with_name(written.sealed.name)
    try:
        with workspace.transaction():
            for fiche in written.fiches:
                keep_fiche(workspace, fiche)
            workspace.outbox.record_bundle(_sent(written))
        put_in_place(written.path, path)
    except BaseException:
        written.path.unlink(missing_ok=True)
        raise
    return replace(written, path=path)


def _sent(written: WrittenBundle) -> SentBundle:
    header = written.header
    return SentBundle(
        bundle_id=header.bundle_id,
        stream=header.stream,
        bundle_no=header.bundle_no,
        kind=str(header.kind),
        device_epoch=header.device_epoch,
        seq_from=header.seq_from,
        seq_to=header.seq_to,
        manifest_sha256=written.sealed.manifest_sha256,
        prev_manifest_sha256=header.prev_manifest_sha256,
        file_name=written.sealed.name,
        size=written.size,
        made_at=written.made_at,
    )


def make_bundle(workspace: Workspace, folder: Path, *, after: int = 0) -> WrittenBundle:
    """Do the three steps at once, for one file."""
    return keep_bundle(workspace, seal_bundle(collect_bundle(workspace, after=after), folder))


def make_bundles(workspace: Workspace, folder: Path) -> list[WrittenBundle]:
    """Write everything since the last receipt, in as many files as it takes.

    Raises:
        KnownError: As `collect_bundle` and `seal_bundle`; the files written before stand and count.
    """
    written = [make_bundle(workspace, folder)]
    while written[-1].header.seq_to < workspace.streams.position(ANAPEC).last_seq:
        written.append(make_bundle(workspace, folder, after=written[-1].header.seq_to))
    return written


def _header(workspace: Workspace, centre: Centre, changes: list[tuple[int, Change]]) -> BundleHeader:
    position = workspace.streams.position(ANAPEC)
    roles = {actor.actor_id: actor.role for actor in workspace.people.actors()}
    actors = sorted({change.actor_id for _, change in changes})
    device = workspace.device
    return BundleHeader(
        kind=Kind.FULL if changes[0][0] == 1 else Kind.DELTA,
        bundle_id=workspace.ids.uuid7(),
        device_id=device.device_id,
        device_code=device.device_code,
        device_epoch=device.device_epoch,
        recipient=centre.name,
        bundle_no=position.next_bundle_no,
        prev_manifest_sha256=position.prev_manifest_sha256,
        seq_from=changes[0][0],
        seq_to=changes[-1][0],
        last_receipt_no=position.last_receipt_no,
        app_version=__version__,
        actors=tuple(BundleActor(actor_id, roles.get(actor_id, "")) for actor_id in actors),
    )


def _begin(workspace: Workspace, *, after: int) -> tuple[Centre, StreamPosition, int]:
    """Return whom the next bundle is for, where its stream stands, and after which change it begins."""
    centre = centre_of(workspace)
    if centre is None:
        raise KnownError("bundle.not_enrolled")
    if centre.is_training is not workspace.is_training:
        raise KnownError("enrolment.training_differs")
    position = workspace.streams.position(ANAPEC)
    start = max(position.acknowledged_seq, after)
    if start >= position.last_seq:
        raise KnownError("bundle.nothing_to_send")
    return centre, position, start


def _weight(workspace: Workspace, record_id: str) -> dict[str, int]:
    """Return the files that come along with a record, and their bytes; a PDF still to be drawn is guessed."""
    record = workspace.records.get(record_id)
    definition = workspace.forms.get(record.form_id, record.form_version)
    answers = travelling_answers(definition, workspace.answers(record_id))
    named = [value for path, value in answers.items() if _is_file(definition, path)]
    kept = _drawn(workspace, record_id, record.revision)
    drawn = workspace.attachments.sizes([kept]) if kept else {}
    return workspace.attachments.sizes(named) | {f"pdf of {record_id}": sum(drawn.values()) or FICHE_BYTES}


def _states(
    workspace: Workspace, record_ids: list[str]
) -> tuple[tuple[RecordState, ...], dict[tuple[str, str], FormDefinition]]:
    states, definitions = [], {}
    for record_id in record_ids:
        record = workspace.records.get(record_id)
        definition = workspace.forms.get(record.form_id, record.form_version)
        answers = workspace.answers(record_id) | computed_among(
            definition, workspace.records.beside(record_id)
        )
        travelling = travelling_answers(definition, answers)
        states.append(
            RecordState(record_id, record.form_id, record.form_version, travelling, record.updated_at)
        )
        definitions[record.form_id, record.form_version] = definition
    return tuple(states), definitions


def _is_file(definition: FormDefinition, path: str) -> bool:
    return definition.bind(definition.nodeset_of(path)).type == "binary"


def _answered_files(
    workspace: Workspace,
    states: tuple[RecordState, ...],
    definitions: Mapping[tuple[str, str], FormDefinition],
) -> list[BundleFile]:
    """Return the files that travelling answers name: they have the privacy of their question."""
    files = []
    for state in states:
        for path, value in sorted(state.answers.items()):
            if (
                _is_file(definitions[state.form_id, state.form_version], path)
                and value in workspace.attachments
            ):
                kept = workspace.attachments.get(value)
                files.append(
                    BundleFile(kept.sha256, kept.extension, kept.media_type, state.record_id, path, kept.data)
                )
    return files


def _fiches(workspace: Workspace, record_ids: list[str]) -> tuple[tuple[FicheJob, ...], list[BundleFile]]:
    """Return the PDFs to draw, and those that were drawn for the present revision already."""
    jobs, drawn = [], []
    for record_id in record_ids:
        record = workspace.records.get(record_id)
        if record.trashed_at is not None:
            continue
        kept = _drawn(workspace, record_id, record.revision)
        if kept is None:
            job = collect_fiche(workspace, record_id, language=FICHE_LANGUAGE, audience=Audience.ANAPEC)
            jobs.append(job)
        else:
            data = workspace.attachments.get(kept).data
            drawn.append(BundleFile(kept, "pdf", "application/pdf", record_id, "", data))
    return tuple(jobs), drawn


def _drawn(workspace: Workspace, record_id: str, revision: int) -> str | None:
    audience = str(Audience.ANAPEC)
    return workspace.documents.find(record_id, revision, audience=audience, language=FICHE_LANGUAGE)


def _fiche_file(fiche: WrittenFiche) -> BundleFile:
    return BundleFile(sha256_hex(fiche.data), "pdf", "application/pdf", fiche.record_id, "", fiche.data)


def _read_back(job: BundleJob, sealed: SealedFile, path: Path) -> None:
    """Open the file from where it was written; what cannot be read is not left to be carried away."""
    try:
        check_own(
            SealedBundle(read_bytes(path)),
            written=sealed,
            identities=(job.own_secret,),
            trust=job.centre.trust,
            at=job.at,
        )
    except BaseException:
        path.unlink(missing_ok=True)
        raise
