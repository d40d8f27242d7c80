"""The wrapped key, kept twice: a torn or missing copy is mended from its twin, a wrong passphrase mends nothing."""

import shutil

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.signing.keys import new_age_identity
from fieldapp.signing.wrapping import rewrap, unwrap_with_recovery
from fieldapp.store.keys.keyfile import KEY_FILES, read_key, read_key_with, write_keys

KEY = bytes(range(32))
RECOVERY = new_age_identity()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    write_keys(folder, KEY, passphrase="phrase de passe", recovery_recipients=[RECOVERY.recipient])
    return folder


@pytest.fixture
def folder(written, tmp_path):
    return shutil.copytree(written, tmp_path / "keys")


def contents(folder):
    return [(folder / name).read_bytes() for name in KEY_FILES]


def test_both_copies_are_the_same_and_nothing_else_is_written(folder):
    first, second = contents(folder)
    assert first == second
    assert sorted(path.name for path in folder.iterdir()) == sorted(KEY_FILES)


def test_only_their_owner_reads_them(folder):
    assert {(folder / name).stat().st_mode & 0o777 for name in KEY_FILES} == {0o600}


@pytest.mark.parametrize("name", KEY_FILES)
@pytest.mark.parametrize("harm", ["missing", "empty", "torn", "altered"])
def test_one_harmed_copy_is_mended_from_its_twin(folder, name, harm):
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes({"empty": b"", "torn": whole[:80]}.get(harm, whole.replace(b"a", b"b", 3)))
    if harm == "missing":
        (folder / name).unlink()
    assert read_key(folder, "phrase de passe") == KEY
    assert contents(folder) == [whole, whole]


def test_a_wrong_passphrase_changes_nothing(folder):
    (folder / KEY_FILES[0]).write_bytes(b"torn")
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        read_key(folder, "autre phrase")
    assert contents(folder)[0] == b"torn"


def test_both_missing_is_said(folder):
    for name in KEY_FILES:
        (folder / name).unlink()
    with pytest.raises(KnownError, match=r"workspace\.keys_missing"):
        read_key(folder, "phrase de passe")


def test_both_damaged_is_said(folder):
    for name in KEY_FILES:
        (folder / name).write_bytes(b"{}")
    with pytest.raises(KnownError, match=r"workspace\.keys_damaged"):
        read_key(folder, "phrase de passe")


def test_a_change_of_passphrase_cut_in_the_middle_leaves_a_way_in(folder):
    changed = rewrap(contents(folder)[0], KEY, passphrase="nouvelle phrase")
    (folder / KEY_FILES[0]).write_bytes(changed)
    assert read_key(folder, "phrase de passe") == KEY
    assert changed not in contents(folder)


def test_the_recovery_key_opens_too(folder):
    assert read_key_with(folder, lambda wrapped: unwrap_with_recovery(wrapped, RECOVERY.secret)) == KEY
