"""A bundle is verified where it was made: as it was written, and what the journal says."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.verify_bundle import verify_bundle
from tests.usecases.conftest import finalised


@pytest.fixture
def sent(enrolled):
    finalised(enrolled.workspace)
    enrolled.folder.mkdir(exist_ok=True)
    return enrolled.workspace, make_bundle(enrolled.workspace, enrolled.folder).path.read_bytes()


def test_a_bundle_says_what_the_journal_says(sent):
    workspace, data = sent
    seen = verify_bundle(workspace, data)
    assert (seen.bundle_no, seen.changes, seen.erased) == (1, 1, 0)


def test_an_altered_byte_is_found(sent):
    workspace, data = sent
    altered = data[:-40] + bytes([data[-40] ^ 1]) + data[-39:]
    with pytest.raises(KnownError):
        verify_bundle(workspace, altered)


def test_a_change_that_is_not_the_journal_s_is_found(sent):
    workspace, data = sent
    db = workspace._opened.db
    db.execute("DROP TRIGGER change_is_never_altered")
    db.execute("UPDATE change SET reason = 'autre'")
    with pytest.raises(KnownError, match=r"check\.bundle_differs.*number=1"):
        verify_bundle(workspace, data)


def test_before_enrolment_there_is_nothing_to_verify(workspace):
    with pytest.raises(KnownError, match=r"bundle\.not_enrolled"):
        verify_bundle(workspace, b"")
