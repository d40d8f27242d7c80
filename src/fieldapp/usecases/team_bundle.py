"""What goes into the next file for somebody of the team: everything of their stream since their last receipt."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from fieldapp import __version__
from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, sha256_hex
from fieldapp.bundle.content import (
    BundleActor,
    BundleContent,
    BundleFile,
    BundleHeader,
    Kind,
    RecordState,
    StreamedChange,
)
from fieldapp.bundle.limits import OUTER_BYTES
from fieldapp.forms.definition import FormDefinition
from fieldapp.records.change import Change
from fieldapp.records.former import read_former
from fieldapp.store import Peer, Workspace, stream_to
from fieldapp.usecases.bundle_share import first_share
from fieldapp.usecases.export_fiche import computed_among
from fieldapp.usecases.laptop_identity import Centre, age_identity, team_identity, team_trust
from fieldapp.usecases.make_bundle import BundleJob


def collect_for(workspace: Workspace, peer: Peer, folder: Path) -> BundleJob | None:
    """Read what the next file for somebody holds; nothing when all of it is received or lies in the folder.

    Raises:
        KnownError: `team.none`.
    """
    stream, team = stream_to(peer.device_id), workspace.exchange.team
    received = workspace.streams.position(stream).acknowledged_seq
    start, covered = 0, 0
    if not team.needs_all(peer.device_id):
        start, covered = received, _covered(workspace, stream, received, folder)
        if not team.is_news(peer.device_id, covered):
            return None
    changes = workspace.streams.changes_since(stream, start)
    if len(_one_file(workspace, changes)) < len(changes):
        changes = workspace.streams.changes_since(stream, covered)
    changes = _one_file(workspace, changes)
    return _job(workspace, peer, changes) if changes else None


def file_name(code: str, to: str, *, number: int, mark: str, kind: str = "") -> str:
    """Return the name of a file between two of the team: codes, a number, and a mark by which no two are alike."""
    return f"AF_{kind}{code}-{to}_{number:06d}_{mark[-8:]}.zip.age"


def lies_whole(workspace: Workspace, folder: Path, name: str) -> bool:
    """Whether a file that was written here is in the folder as it was written."""
    digest = workspace.exchange.written_digest(name)
    return bool(digest) and digest_of(folder / name) == digest


def digest_of(path: Path) -> str:
    """Return the digest of a file; blank when it is not there or cannot be read."""
    try:
        return sha256_hex(read_bytes(path, limit=OUTER_BYTES))
    except KnownError:
        return ""


def _covered(workspace: Workspace, stream: str, received: int, folder: Path) -> int:
    """Return up to where files that lie in the folder carry on from what was received."""
    point, epoch = received, workspace.device.device_epoch
    for sent in workspace.outbox.bundles(stream):
        is_next = sent.device_epoch == epoch and sent.seq_from <= point + 1 and sent.seq_to > point
        if is_next and lies_whole(workspace, folder, sent.file_name):
            point = sent.seq_to
    return point


def _one_file(workspace: Workspace, changes: list[tuple[int, Change]]) -> list[tuple[int, Change]]:
    """Return as many of the changes as one file carries, with the files that each of them names."""
    return first_share(changes, lambda change: workspace.attachments.sizes(_named(workspace, change)))


def _job(workspace: Workspace, peer: Peer, changes: list[tuple[int, Change]]) -> BundleJob:
    membership = workspace.exchange.team.membership
    if membership is None:
        raise KnownError("team.none")
    header = _header(workspace, peer, changes, code=membership.own_code)
    states, definitions = _states(workspace, changes)
    content = BundleContent(
        header=header,
        changes=tuple(StreamedChange(number, change) for number, change in changes),
        records=states,
        definitions=definitions,
        attachments=tuple(_files(workspace, changes)),
    )
    age = age_identity(workspace)
    audience = Centre(peer.device_id, (peer.age_recipient,), team_trust(workspace))
    name = file_name(membership.own_code, peer.code, number=header.bundle_no, mark=header.bundle_id)
    return BundleJob(
        content=content,
        fiches=(),
        identity=team_identity(workspace),
        own_secret=age.secret,
        recipients=(peer.age_recipient, age.recipient),
        centre=audience,
        at=workspace.clock.now(),
        epoch=header.device_epoch,
        name=name,
    )


def _header(
    workspace: Workspace, peer: Peer, changes: Sequence[tuple[int, Change]], *, code: str
) -> BundleHeader:
    position = workspace.streams.position(stream_to(peer.device_id))
    people = {actor.actor_id: actor for actor in workspace.people.actors()}
    authors = sorted({change.actor_id for _, change in changes})
    first, last = changes[0][0], changes[-1][0]
    return BundleHeader(
        kind=Kind.FULL if first == 1 else Kind.DELTA,
        bundle_id=workspace.ids.uuid7(),
        device_id=workspace.device.device_id,
        device_code=code,
        device_epoch=workspace.device.device_epoch,
        recipient=peer.device_id,
        stream=position.stream,
        bundle_no=position.next_bundle_no,
        prev_manifest_sha256=position.prev_manifest_sha256,
        seq_from=first,
        seq_to=last,
        last_receipt_no=position.last_receipt_no,
        app_version=__version__,
        actors=tuple(
            BundleActor(people[one].actor_id, people[one].role, people[one].name) for one in authors
        ),
    )


def _states(
    workspace: Workspace, changes: Iterable[tuple[int, Change]]
) -> tuple[tuple[RecordState, ...], dict[tuple[str, str], FormDefinition]]:
    """Return the last finalised answers of every record touched: what is being written now stays here."""
    states, definitions = [], {}
    for record_id in dict.fromkeys(change.record_id for _, change in changes):
        record = workspace.records.get(record_id)
        definition = workspace.forms.get(record.form_id, record.form_version)
        computed = computed_among(definition, workspace.records.beside(record_id))
        answers = workspace.answers(record_id) | computed
        states.append(RecordState(record_id, record.form_id, record.form_version, answers, record.updated_at))
        definitions[record.form_id, record.form_version] = definition
    return tuple(states), definitions


def _files(workspace: Workspace, changes: Iterable[tuple[int, Change]]) -> list[BundleFile]:
    """Return the files that the changes name."""
    found = {}
    for _, change in changes:
        for name, path in _named(workspace, change).items():
            kept = workspace.attachments.get(name)
            file = BundleFile(kept.sha256, kept.extension, kept.media_type, change.record_id, path, kept.data)
            found[kept.sha256, change.record_id, path] = file
    return [found[key] for key in sorted(found)]


def _named(workspace: Workspace, change: Change) -> dict[str, str]:
    """Return the files a change names, with the path of the answer."""
    definition = workspace.forms.get(change.form_id, change.form_version)
    return {
        field.new_value: field.path
        for field in change.fields
        if field.new_value
        and not field.path.rpartition("/")[2].startswith("@")
        and definition.bind(definition.nodeset_of(read_former(field.path)[1])).type == "binary"
        and field.new_value in workspace.attachments
    }
