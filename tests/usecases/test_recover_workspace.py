"""A lost passphrase: the recovery key opens the way back, and every answer is there."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.signing.keys import new_age_identity
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.recover_workspace import recover_workspace
from tests.usecases.conftest import PERSON, finalised

OLD, NEW = "la phrase oubliée", "une phrase toute neuve"


@pytest.fixture
def lost(tmp_path):
    """A real workspace with a fiche in it, closed; its recovery key; the fiche's id."""
    made = create_workspace(tmp_path / "poste", passphrase=OLD, actor=PERSON, is_training=False)
    record_id = finalised(made.workspace).record.record_id
    made.workspace.close()
    return tmp_path / "poste", made.recovery_secret, record_id


def test_the_recovery_key_gives_a_new_passphrase_and_every_answer_back(lost):
    folder, secret, record_id = lost
    recover_workspace(folder, recovery_secret=f" {secret[:20]} {secret[20:]}\n", passphrase=NEW)
    workspace = open_workspace(folder, passphrase=NEW)
    assert workspace.answers(record_id)["identite/sigle"] == "AMAPPE"
    workspace.close()


def test_the_old_passphrase_opens_no_more(lost):
    folder, secret, _ = lost
    recover_workspace(folder, recovery_secret=secret, passphrase=NEW)
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        open_workspace(folder, passphrase=OLD)


@pytest.mark.parametrize(
    ("secret", "passphrase", "code"),
    [
        (new_age_identity().secret, NEW, "workspace.no_recovery"),
        ("not a key", NEW, "age.bad_identity"),
        (None, "court", "workspace.passphrase_short"),
    ],
    ids=["another key", "no key", "too short"],
)
def test_a_refusal_leaves_the_old_passphrase(lost, secret, passphrase, code):
    folder, own, _ = lost
    with pytest.raises(KnownError) as caught:
        recover_workspace(folder, recovery_secret=secret or own, passphrase=passphrase)
    assert caught.value.code == code
    open_workspace(folder, passphrase=OLD).close()


def test_an_open_workspace_is_not_recovered_under_the_hands_of_someone(lost):
    folder, secret, _ = lost
    workspace = open_workspace(folder, passphrase=OLD)
    with pytest.raises(KnownError, match=r"workspace\.in_use"):
        recover_workspace(folder, recovery_secret=secret, passphrase=NEW)
    workspace.close()
