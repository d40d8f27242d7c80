"""Enrols the laptop with a centre: one file out, eight words compared by telephone, one file back."""

from dataclasses import dataclass, field

from fieldapp.bundle.content import EnrolmentRequest, SealedBundle
from fieldapp.bundle.enrolment import open_enrolment, request_words, write_request
from fieldapp.store import Workspace
from fieldapp.usecases.laptop_identity import (
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


def request_enrolment(workspace: Workspace) -> EnrolmentFile:
    """Make the request of this laptop; asking again gives the same words."""
    request = _request(workspace)
    sealed = write_request(
        request,
        identity=own_identity(workspace),
        bundle_id=workspace.ids.uuid7(),
        at=workspace.clock.now(),
    )
    return EnrolmentFile(sealed.name, sealed.data, request_words(request))


def receive_enrolment(workspace: Workspace, data: bytes) -> EnrolmentDone:
    """Take over the centre's answer to this laptop's request.

    Raises:
        KnownError: The file is not an enrolment, is for another laptop, or was tampered with; nothing changed.
    """
    opened = open_enrolment(SealedBundle(data), request=_request(workspace), at=workspace.clock.now())
    enrolment = opened.enrolment
    keep_enrolment(workspace, enrolment)
    return EnrolmentDone(enrolment.device_code, enrolment.central_name, opened.authority_words)


def _request(workspace: Workspace) -> EnrolmentRequest:
    return EnrolmentRequest(
        device_id=workspace.device.device_id,
        device_name=workspace.device.name,
        actor_id=workspace.actor.actor_id,
        actor_name=workspace.actor.name,
        age_recipient=age_identity(workspace).recipient,
        request_pem=certificate_request(workspace),
    )
