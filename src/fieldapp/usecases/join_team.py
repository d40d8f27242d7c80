"""A team: a lead makes one, agents ask, the lead answers, and both compare eight words before anything is believed.

Nobody needs a centre for it: the lead's workspace is the authority of its team. Its certificates are good within the
team alone; a training workspace makes and joins training teams only.
"""

from dataclasses import dataclass, field

from fieldapp.base.clock import utc_text
from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.bundle.content import Enrolment, EnrolmentRequest, SealedBundle
from fieldapp.bundle.enrolment import (
    TEAM,
    TRAINING_TEAM,
    VerifiedEnrolment,
    VerifiedRequest,
    authority_words,
    open_enrolment,
    open_request,
    request_words,
    write_enrolment,
    write_request,
)
from fieldapp.bundle.reader import TEAM_ROLES
from fieldapp.signing.certificates import (
    Role,
    certificate_from_pem,
    certificate_to_pem,
    issue,
    make_authority,
    name_of,
    request_from_pem,
)
from fieldapp.store import Actor, Membership, Peer, Workspace
from fieldapp.usecases.enrolment import EnrolmentFile, own_request
from fieldapp.usecases.laptop_identity import (
    age_identity,
    certificate_request,
    keep_team,
    keep_team_authority,
    own_identity,
    team_authority,
    team_identity,
    team_trust,
)

LEAD_CODE = "E01"
AUTHORITY_NAME = "fieldapp TEAM CA"
TRAINING_NAME = "fieldapp FORMATION TEAM CA"
"""Written in every certificate of a training team, so that nobody takes it for a real one."""
MEMBER_DAYS = 1096
"""Validity of a certificate of the team, in days: three years, as those of a centre."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks to join; whose request it is, only the words compared aloud can say."""

    name: str
    device_name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberFile:
    """The lead's answer to a request, to be carried back."""

    name: str
    data: bytes = field(repr=False)
    code: str
    words: tuple[str, ...]
    """Of the request."""
    is_again: bool
    """Whether the same request was answered before."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A lead's answer to this laptop's request, not believed yet."""

    lead_name: str
    code: str
    words: tuple[str, ...]
    """Of the team's authority: the lead reads the same."""


def create_team(workspace: Workspace) -> tuple[str, ...]:
    """Begin a team that this workspace leads; return the words by which its members know it.

    Raises:
        KnownError: `team.exists`.
    """
    if workspace.exchange.team.membership is not None:
        raise KnownError("team.exists")
    at = workspace.clock.now()
    authority = make_authority(_authority_name(workspace), at=at)
    asked = request_from_pem(certificate_request(workspace).encode())
    certificate = issue(authority, asked, role=Role.LEAD, at=at, days=MEMBER_DAYS)
    membership = Membership(workspace.device.device_id, LEAD_CODE, folder="", joined_at=utc_text(at))
    with workspace.transaction():
        keep_team_authority(workspace, authority)
        keep_team(
            workspace,
            certificate_pem=certificate_to_pem(certificate),
            authority_pem=certificate_to_pem(authority.certificate),
        )
        workspace.exchange.team.join(membership)
    return team_words(workspace)


def team_words(workspace: Workspace) -> tuple[str, ...]:
    """Return the eight words of the team's authority.

    Raises:
        KnownError: `team.none`.
    """
    authorities = team_trust(workspace).authorities
    return authority_words(tuple(certificate_to_pem(one).decode() for one in authorities))


def ask_to_join(workspace: Workspace) -> EnrolmentFile:
    """Make this laptop's request to a lead; asking again gives the same words."""
    request = own_request(workspace)
    sealed = write_request(
        request,
        identity=own_identity(workspace),
        bundle_id=workspace.ids.uuid7(),
        at=workspace.clock.now(),
        recipient=_recipient(workspace),
    )
    return EnrolmentFile(sealed.name, sealed.data, request_words(request))


def read_request(workspace: Workspace, data: bytes) -> Applicant:
    """Say who asks, before anything is answered.

    Raises:
        KnownError: The file is no request to a team, or `team.training_differs`.
    """
    verified = _opened_request(workspace, data)
    return Applicant(verified.request.actor_name, verified.request.device_name, verified.words)


def admit_member(workspace: Workspace, data: bytes) -> MemberFile:
    """Admit whoever asks: the words were compared. The same request again gets the same answer.

    Raises:
        KnownError: `team.not_lead`, `team.own_request`, `team.member_known`, or as `read_request`.
    """
    authority, team = team_authority(workspace), workspace.exchange.team
    verified = _opened_request(workspace, data)
    request = verified.request
    if request.device_id == workspace.device.device_id:
        raise KnownError("team.own_request")
    known = team.peer(request.device_id)
    if known is not None:
        if known.key_sha256 != _fingerprint(request):
            raise KnownError("team.member_known", name=known.name, member=known.code)
        return MemberFile(known.answer_name, known.answer, known.code, verified.words, is_again=True)
    at = workspace.clock.now()
    asked = request_from_pem(request.request_pem.encode())
    certificate = issue(authority, asked, role=Role.POSTE, at=at, days=MEMBER_DAYS)
    enrolment = Enrolment(
        device_id=request.device_id,
        device_code=_next_code(team.peers()),
        certificate_pem=certificate_to_pem(certificate).decode(),
        central_name=workspace.device.device_id,
        central_recipient=age_identity(workspace).recipient,
        escrow_recipient="",
        authorities_pem=(certificate_to_pem(authority.certificate).decode(),),
    )
    sealed = write_enrolment(
        enrolment, identity=team_identity(workspace), bundle_id=workspace.ids.uuid7(), at=at
    )
    peer = Peer(
        request.device_id,
        enrolment.device_code,
        actor_id=request.actor_id,
        name=request.actor_name,
        age_recipient=request.age_recipient,
        key_sha256=_fingerprint(request),
        answer=sealed.data,
        answer_name=sealed.name,
        joined_at=utc_text(at),
    )
    with workspace.transaction():
        workspace.people.add_actor(Actor(request.actor_id, request.actor_name))
        team.admit(peer)
    return MemberFile(sealed.name, sealed.data, peer.code, verified.words, is_again=False)


def read_invitation(workspace: Workspace, data: bytes) -> Invitation:
    """Say whose answer it is and by which words to know it; nothing is changed.

    Raises:
        KnownError: The file is no answer to this laptop's request, or `team.training_differs`.
    """
    opened = _opened_enrolment(workspace, data)
    name = name_of(opened.signer.certificate)
    return Invitation(name, opened.enrolment.device_code, opened.authority_words)


def join_team(workspace: Workspace, data: bytes, *, replaces_team: bool = False) -> Invitation:
    """Belong to a lead's team from now on: the words were compared.

    Raises:
        KnownError: `team.exists` for a lead, `team.other_team` for a member of another unless `replaces_team`, or as
            `read_invitation`.
    """
    opened, team = _opened_enrolment(workspace, data), workspace.exchange.team
    enrolment, membership = opened.enrolment, team.membership
    if team.is_lead:
        raise KnownError("team.exists")
    name = name_of(opened.signer.certificate)
    if membership is not None and membership.lead_id != enrolment.central_name and not replaces_team:
        raise KnownError("team.other_team", name=name, words=" ".join(opened.authority_words))
    at = utc_text(workspace.clock.now())
    folder = membership.folder if membership else ""
    lead = Peer(
        enrolment.central_name,
        LEAD_CODE,
        "",
        name=name,
        age_recipient=enrolment.central_recipient,
        joined_at=at,
    )
    with workspace.transaction():
        keep_team(
            workspace,
            certificate_pem=enrolment.certificate_pem.encode(),
            authority_pem=enrolment.authorities_pem[0].encode(),
        )
        if membership is None or membership.lead_id != enrolment.central_name:
            team.join(Membership(lead.device_id, enrolment.device_code, folder, at))
            team.admit(lead)
    return Invitation(name, enrolment.device_code, opened.authority_words)


def _opened_request(workspace: Workspace, data: bytes) -> VerifiedRequest:
    try:
        return open_request(SealedBundle(data), at=workspace.clock.now(), recipient=_recipient(workspace))
    except KnownError as error:
        if error.code == "bundle.other_recipient" and error.facts["recipient"] in (TEAM, TRAINING_TEAM):
            raise KnownError("team.training_differs") from error
        raise


def _opened_enrolment(workspace: Workspace, data: bytes) -> VerifiedEnrolment:
    opened = open_enrolment(
        SealedBundle(data), request=own_request(workspace), at=workspace.clock.now(), roles=TEAM_ROLES
    )
    enrolment = opened.enrolment
    if enrolment.central_name != opened.signer.device_id or len(enrolment.authorities_pem) != 1:
        raise KnownError("bundle.enrolment_damaged")
    authority = certificate_from_pem(enrolment.authorities_pem[0].encode())
    if name_of(authority) != _authority_name(workspace):
        raise KnownError("team.training_differs")
    return opened


def _authority_name(workspace: Workspace) -> str:
    return TRAINING_NAME if workspace.is_training else AUTHORITY_NAME


def _recipient(workspace: Workspace) -> str:
    return TRAINING_TEAM if workspace.is_training else TEAM


def _fingerprint(request: EnrolmentRequest) -> str:
    """Recognise a laptop's keys, in a request written anew as well."""
    return sha256_hex(f"{request.device_id} {request.age_recipient} {request.request_pem}".encode())


def _next_code(peers: list[Peer]) -> str:
    numbers = [int(peer.code[1:]) for peer in peers]
    return f"E{max(numbers, default=1) + 1:02d}"
