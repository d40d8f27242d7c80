"""Another passphrase, another recovery key: the answers stay where they are, and the backups follow."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.signing.keys import new_age_identity
from fieldapp.signing.wrapping import unwrap_with_passphrase, unwrap_with_recovery
from fieldapp.store import TRAINING_PASSPHRASE, rewrap_workspace
from fieldapp.store.keys import keychange as module
from fieldapp.store.keys.keychange import change_keys
from fieldapp.store.keys.keyfile import key_copies, put_keys, read_key_with
from fieldapp.store.marker import DATABASE

OLD, NEW = TRAINING_PASSPHRASE, "une phrase nouvelle"


def by(passphrase):
    return lambda text: unwrap_with_passphrase(text, passphrase)


def opens(folder, passphrase):
    try:
        read_key_with(folder, by(passphrase), repairs=False)
    except KnownError:
        return False
    return True


@pytest.fixture
def backup(workspace):
    made = workspace.backups.make().path
    workspace.close()
    return made


def test_the_new_passphrase_opens_the_folder_and_its_backups_and_the_old_one_nothing(backup, folder):
    change = rewrap_workspace(folder, by(OLD), passphrase=NEW)
    assert change.left == ()
    assert [opens(place, NEW) for place in (folder, backup)] == [True, True]
    assert [opens(place, OLD) for place in (folder, backup)] == [False, False]


def test_the_database_is_not_written(backup, folder):
    before = [(place / DATABASE).stat().st_mtime_ns for place in (folder, backup)]
    rewrap_workspace(folder, by(OLD), passphrase=NEW)
    assert [(place / DATABASE).stat().st_mtime_ns for place in (folder, backup)] == before


def test_a_backup_just_changed_still_counts_as_the_newest_state(backup, folder, reopen):
    rewrap_workspace(folder, by(OLD), passphrase=NEW)
    assert reopen().backups.make() is None


def test_a_wrong_old_passphrase_changes_nothing(backup, folder):
    before = key_copies(folder)
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        rewrap_workspace(folder, by("autre"), passphrase=NEW)
    assert key_copies(folder) == before


def test_a_new_recovery_key_revokes_the_old_one_also_in_the_backups(backup, folder, key):
    old, new = new_age_identity(), new_age_identity()
    change_keys(folder, lambda _: key, recovery_recipients=[old.recipient])
    change_keys(folder, lambda _: key, recovery_recipients=[new.recipient])
    for place in (folder, backup):
        wrapped = key_copies(place)[0]
        assert unwrap_with_recovery(wrapped, new.secret) == key
        with pytest.raises(KnownError, match=r"workspace\.no_recovery"):
            unwrap_with_recovery(wrapped, old.secret)
        assert opens(place, OLD)


def test_a_backup_that_cannot_be_reached_is_told(backup, folder, monkeypatch):
    def put(place, wrapped):
        if place == backup:
            raise KnownError("file.read_only", path=str(place))
        put_keys(place, wrapped)

    monkeypatch.setattr("fieldapp.store.keys.keysearch.put_keys", put)
    assert rewrap_workspace(folder, by(OLD), passphrase=NEW).left == (backup,)


def test_a_change_refused_at_the_second_copy_leaves_only_the_old_passphrase(folder, workspace, monkeypatch):
    workspace.close()
    before = key_copies(folder)
    refused = iter([True])

    def put(place, wrapped):
        if next(refused, False):
            (place / "workspace.keys").write_bytes(wrapped)
            raise KnownError("file.disk_full", path=str(place))
        put_keys(place, wrapped)

    monkeypatch.setattr(module, "put_keys", put)
    with pytest.raises(KnownError, match=r"file\.disk_full"):
        rewrap_workspace(folder, by(OLD), passphrase=NEW)
    assert key_copies(folder) == before


def test_an_open_workspace_is_changed_by_the_program_that_has_it_open_alone(workspace, folder):
    with pytest.raises(KnownError, match=r"workspace\.in_use"):
        rewrap_workspace(folder, by(OLD), passphrase=NEW)
    change_keys(folder, by(OLD), passphrase=NEW)
    assert opens(folder, NEW)
