"""The people of the tests, with keys made once, and a bundle that is in order."""

import pytest

from tests.bundle.samples import make_people, write
from tests.bundle.tamper import Opened


@pytest.fixture(scope="session")
def people():
    return make_people()


@pytest.fixture(scope="session")
def sealed(people):
    return write(people)


@pytest.fixture
def opened(people, sealed):
    return Opened.of(sealed.data, people.central_age.secret)
