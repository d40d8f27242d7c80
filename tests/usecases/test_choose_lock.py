"""When a workspace locks itself: within what protects the others, and never only for training."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.usecases.choose_lock import NEVER, allowed_minutes, choose_lock_minutes, lock_minutes
from fieldapp.usecases.create_workspace import create_workspace
from tests.usecases.conftest import PERSON


@pytest.fixture
def real(tmp_path):
    made = create_workspace(
        tmp_path / "nord", passphrase="une phrase assez longue", actor=PERSON, is_training=False
    )
    yield made.workspace
    made.workspace.close()


def test_ten_minutes_unless_another_choice_was_made(workspace):
    assert lock_minutes(workspace) == 10
    choose_lock_minutes(workspace, 30)
    assert lock_minutes(workspace) == 30


def test_only_training_may_stay_open(workspace, real):
    choose_lock_minutes(workspace, NEVER)
    assert lock_minutes(workspace) == NEVER
    assert NEVER not in allowed_minutes(real)
    with pytest.raises(KnownError, match=r"workspace\.must_lock"):
        choose_lock_minutes(real, NEVER)


@pytest.mark.parametrize("stored", ["0", "999", "jamais", ""])
def test_a_choice_that_may_not_be_made_counts_for_nothing(real, stored):
    real.preferences.put("lock_minutes", stored)
    assert lock_minutes(real) == 10
