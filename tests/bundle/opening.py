"""Opens a bundle as the centre of the tests does, and says with which code it was refused."""

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import FIELD_KINDS
from fieldapp.bundle.reader import open_bundle
from tests.bundle.samples import AT, RECIPIENT


def open_as_centre(people, sealed, *, trust=None, kinds=FIELD_KINDS, at=AT, recipient=RECIPIENT):
    identities = [people.central_age.secret]
    trust = trust or people.trust
    return open_bundle(sealed, identities=identities, trust=trust, recipient=recipient, at=at, kinds=kinds)


def refusal(people, sealed, **facts):
    """Return the code of the refusal, or blank when there is none."""
    try:
        open_as_centre(people, sealed, **facts)
    except KnownError as error:
        return error.code
    return ""
