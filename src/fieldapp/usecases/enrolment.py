"""Enrols the laptop with a centre: one file out, eight words compared by telephone, one file back."""

from dataclasses import dataclass, field

from cryptography.x509 import Certificate

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import EnrolmentRequest, SealedBundle
from fieldapp.bundle.enrolment import (
    CENTRE,
    TRAINING_CENTRE,
    authority_words,
    is_training_authority,
    open_enrolment,
    request_words,
    write_request,
)
from fieldapp.signing.certificates import certificate_to_pem
from fieldapp.store import Workspace
from fieldapp.usecases.laptop_identity import (
    Centre,
    age_identity,
    centre_of,
    certificate_request,
    keep_enrolment,
    own_identity,
)


@dataclass(frozen=True, slots=True)
class EnrolmentFile:
    """The request to carry to the centre."""

    name: str
    data: bytes = field(repr=False)
    words: tuple[str, ...]
    """Eight words that the centre reads back, so that nobody can slip in a request of their own."""


@dataclass(frozen=True, slots=True)
class EnrolmentDone:
    """What the centre made of this laptop."""

    device_code: str
    central_name: str
    authority_words: tuple[str, ...]
    """Eight words of the centre's authority, to compare as well."""


def is_enrolled(workspace: Workspace) -> bool:
    """Whether bundles can be made here."""
    return centre_of(workspace) is not None


def centre_words(workspace: Workspace) -> tuple[str, ...]:
    """Return the eight words of the centre this laptop trusts, to be compared with it; blank before enrolment."""
    centre = centre_of(workspace)
    if centre is None:
        return ()
    return authority_words(tuple(certificate_to_pem(one).decode() for one in centre.trust.authorities))


def request_enrolment(workspace: Workspace) -> EnrolmentFile:
    """Make the request of this laptop; asking again gives the same words."""
    request = own_request(workspace)
    sealed = write_request(
        request,
        identity=own_identity(workspace),
        bundle_id=workspace.ids.uuid7(),
        at=workspace.clock.now(),
        recipient=TRAINING_CENTRE if workspace.is_training else CENTRE,
    )
    return EnrolmentFile(sealed.name, sealed.data, request_words(request))


def receive_enrolment(workspace: Workspace, data: bytes, *, replaces_centre: bool = False) -> EnrolmentDone:
    """Take over the centre's answer to this laptop's request.

    A request is no secret, so anybody may write an answer to it under an authority of their own. A laptop that has a
    centre therefore changes it only when that is said, after the words were compared.

    Args:
        workspace: The laptop.
        data: The file.
        replaces_centre: Whether an answer under other authorities than those trusted here may take their place.

    Raises:
        KnownError: The file is not an enrolment, is for another laptop, or was tampered with;
            `enrolment.other_centre`, with the words to compare; `enrolment.training_differs` when a training
            workspace would be linked with a real centre, or the other way round; nothing changed.
    """
    opened = open_enrolment(SealedBundle(data), request=own_request(workspace), at=workspace.clock.now())
    enrolment = opened.enrolment
    if is_training_authority(enrolment.authorities_pem) is not workspace.is_training:
        raise KnownError("enrolment.training_differs")
    known = centre_of(workspace)
    if known is not None and not replaces_centre and not _is_of(known, opened.signer.certificate):
        words = " ".join(opened.authority_words)
        raise KnownError("enrolment.other_centre", name=enrolment.central_name, known=known.name, words=words)
    keep_enrolment(workspace, enrolment)
    return EnrolmentDone(enrolment.device_code, enrolment.central_name, opened.authority_words)


def _is_of(centre: Centre, certificate: Certificate) -> bool:
    """Whether one of the authorities already trusted vouches for a signer, whatever has expired since."""
    try:
        centre.trust.check(certificate, certificate.not_valid_after_utc)
    except KnownError as error:
        return error.code == "bundle.signer_expired"
    return True


def own_request(workspace: Workspace) -> EnrolmentRequest:
    """Return what this laptop asks with, the centre or a lead: always the same, since its words are compared."""
    return EnrolmentRequest(
        device_id=workspace.device.device_id,
        device_name=workspace.device.name,
        actor_id=workspace.actor.actor_id,
        actor_name=workspace.actor.name,
        age_recipient=age_identity(workspace).recipient,
        request_pem=certificate_request(workspace),
    )
