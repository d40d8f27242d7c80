"""A small public-key infrastructure: one authority, one laptop, one centre, all at a fixed moment."""

from datetime import UTC, datetime

import pytest

from fieldapp.signing.certificates import Role, Subject, issue, make_authority, make_request
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import new_signing_key
from fieldapp.signing.trust import TrustStore

AT = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
DEVICE = "0196a000-0000-7000-8000-000000000007"


@pytest.fixture(scope="session")
def at():
    return AT


@pytest.fixture(scope="session")
def device():
    return DEVICE


@pytest.fixture(scope="session")
def authority():
    return make_authority("AC fieldapp 2026", at=AT)


def enrolled(authority, *, role=Role.POSTE, at=AT, days=365, device_id=DEVICE, name="Poste Béni Mellal"):
    key = new_signing_key()
    request = make_request(key, Subject(device_id, name, Role.POSTE))
    certificate = issue(authority, request, role=role, at=at, days=days)
    return Identity(certificate, key, (authority.certificate,))


@pytest.fixture(scope="session")
def laptop(authority):
    return enrolled(authority)


@pytest.fixture
def trust(authority):
    return TrustStore((authority.certificate,))
