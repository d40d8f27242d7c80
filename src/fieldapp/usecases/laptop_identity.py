"""Who this workspace is to others: its signing key, its certificate, the centre it sends to."""

import json
from dataclasses import asdict, dataclass, field

from cryptography.x509 import Certificate

from fieldapp.base.clock import Clock
from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import Enrolment
from fieldapp.bundle.enrolment import is_training_authority
from fieldapp.signing.certificates import (
    Authority,
    Role,
    Subject,
    certificate_from_pem,
    certificate_to_pem,
    make_request,
    request_to_pem,
    self_signed,
)
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import AgeIdentity, key_from_pem, key_to_pem, new_age_identity, new_signing_key
from fieldapp.signing.trust import TrustStore
from fieldapp.store import Workspace

_SIGNING_KEY = "signing-key"
_SEAL_CERTIFICATE = "seal-certificate"
_REQUEST = "certificate-request"
_CERTIFICATE = "certificate"
_AGE_IDENTITY = "age-identity"
_CENTRE = "centre"
_TEAM_CERTIFICATE = "team-certificate"
_TEAM_AUTHORITY = "team-authority"
_TEAM_AUTHORITY_KEY = "team-authority-key"


@dataclass(frozen=True, slots=True)
class Centre:
    """Whom a laptop sends to: the centre as the enrolment file named it, or somebody of its team."""

    name: str
    """What bundles name as their recipient: `central-2026`, or a device of the team."""
    recipients: tuple[str, ...]
    """age recipients of every bundle beside the laptop itself: the centre, and its escrow where it has one."""
    trust: TrustStore = field(repr=False)

    @property
    def is_training(self) -> bool:
        """Whether it is a centre where nothing is real."""
        return is_training_authority(certificate_to_pem(one).decode() for one in self.trust.authorities)


def make_keys(workspace: Workspace, *, clock: Clock) -> None:
    """Make a new workspace's keys and the certificate its PDFs are sealed with until it is enrolled."""
    key = new_signing_key()
    age = new_age_identity()
    subject = Subject(workspace.device.device_id, workspace.actor.name, Role.POSTE)
    certificate = self_signed(key, subject, at=clock.now())
    secrets = {
        _SIGNING_KEY: key_to_pem(key),
        _AGE_IDENTITY: json.dumps({"secret": age.secret, "recipient": age.recipient}).encode(),
        _SEAL_CERTIFICATE: certificate_to_pem(certificate),
        _REQUEST: request_to_pem(make_request(key, subject)),
    }
    with workspace.transaction():
        for name, secret in secrets.items():
            workspace.vault.put(name, secret)


def has_keys(workspace: Workspace) -> bool:
    """Whether the workspace has its keys: a program killed while it made one leaves a file without."""
    return workspace.vault.get(_SIGNING_KEY) is not None


def certificate_request(workspace: Workspace) -> str:
    """Return the PEM of the request made with the workspace: one only, since its words are compared aloud."""
    return (workspace.vault.get(_REQUEST) or b"").decode()


def seal_identity(workspace: Workspace) -> Identity:
    """Return the identity that seals PDFs: the enrolled certificate, or the laptop's own before enrolment."""
    pem = workspace.vault.get(_CERTIFICATE) or workspace.vault.get(_SEAL_CERTIFICATE) or b""
    return _identity(workspace, pem)


def own_identity(workspace: Workspace) -> Identity:
    """Return the identity under the certificate the laptop gave itself: what an enrolment request is signed with."""
    return _identity(workspace, workspace.vault.get(_SEAL_CERTIFICATE) or b"")


def age_identity(workspace: Workspace) -> AgeIdentity:
    """Return the laptop's own age identity, to which every bundle and receipt is encrypted as well."""
    return AgeIdentity(**json.loads(workspace.vault.get(_AGE_IDENTITY) or b"{}"))


def centre_of(workspace: Workspace) -> Centre | None:
    """Return the centre this laptop is enrolled with; nothing before enrolment."""
    stored = workspace.vault.get(_CENTRE)
    if stored is None:
        return None
    enrolment = json.loads(stored)
    recipients = (enrolment["central_recipient"], enrolment["escrow_recipient"])
    authorities = tuple(certificate_from_pem(pem.encode()) for pem in enrolment["authorities_pem"])
    return Centre(enrolment["central_name"], tuple(filter(None, recipients)), TrustStore(authorities))


def trusted_certificates(workspace: Workspace) -> tuple[Certificate, ...]:
    """Return the roots under which a PDF's seal is known here: the centre's authorities and the laptop's own."""
    centre = centre_of(workspace)
    authorities = centre.trust.authorities if centre else ()
    return (*authorities, own_identity(workspace).certificate)


def keep_enrolment(workspace: Workspace, enrolment: Enrolment) -> None:
    """Take over the code, certificate and centre of an enrolment file at once; the caller has verified it."""
    with workspace.transaction():
        workspace.people.enrol(enrolment.device_code)
        workspace.vault.put(_CERTIFICATE, enrolment.certificate_pem.encode())
        workspace.vault.put(_CENTRE, json.dumps(asdict(enrolment)).encode())


def keep_team(workspace: Workspace, *, certificate_pem: bytes, authority_pem: bytes) -> None:
    """Keep the certificate a lead issued for this laptop, and the authority of the team."""
    workspace.vault.put(_TEAM_CERTIFICATE, certificate_pem)
    workspace.vault.put(_TEAM_AUTHORITY, authority_pem)


def keep_team_authority(workspace: Workspace, authority: Authority) -> None:
    """Keep the key with which a lead issues certificates."""
    workspace.vault.put(_TEAM_AUTHORITY_KEY, key_to_pem(authority.key))


def team_authority(workspace: Workspace) -> Authority:
    """Return the lead's authority with its key.

    Raises:
        KnownError: `team.not_lead`.
    """
    key, certificate = workspace.vault.get(_TEAM_AUTHORITY_KEY), workspace.vault.get(_TEAM_AUTHORITY)
    if key is None or certificate is None:
        raise KnownError("team.not_lead")
    return Authority(certificate_from_pem(certificate), key_from_pem(key))


def team_trust(workspace: Workspace) -> TrustStore:
    """Return whose signatures count within the team.

    Raises:
        KnownError: `team.none`.
    """
    pem = workspace.vault.get(_TEAM_AUTHORITY)
    if pem is None:
        raise KnownError("team.none")
    return TrustStore((certificate_from_pem(pem),))


def team_identity(workspace: Workspace) -> Identity:
    """Return what files to the team are signed with.

    Raises:
        KnownError: `team.none`.
    """
    trust = team_trust(workspace)
    certificate = certificate_from_pem(workspace.vault.get(_TEAM_CERTIFICATE) or b"")
    key = key_from_pem(workspace.vault.get(_SIGNING_KEY) or b"")
    return Identity(certificate, key, trust.authorities)


def _identity(workspace: Workspace, pem: bytes) -> Identity:
    key = key_from_pem(workspace.vault.get(_SIGNING_KEY) or b"")
    centre = centre_of(workspace)
    chain = centre.trust.authorities if centre else ()
    return Identity(certificate_from_pem(pem), key, chain)
