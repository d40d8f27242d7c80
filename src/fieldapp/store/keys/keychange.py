"""Changes what opens a workspace, passphrase or recovery keys, without touching its database or its key.

The key files are made anew, both copies, then those of every backup in the folder. A kill in between leaves each of
them whole, old or new: whichever passphrase opens the folder next is put into the rest.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fieldapp.base.errors import KnownError
from fieldapp.signing.wrapping import rewrap
from fieldapp.store.keys.keyfile import put_keys, whole_keys
from fieldapp.store.keys.keysearch import Unwrap, find_key, spread_keys


@dataclass(frozen=True, slots=True)
class KeyChange:
    """What came of a change."""

    left: tuple[Path, ...] = ()
    """Backups whose key files could not be written: what was in force before still opens these."""


def change_keys(
    folder: Path,
    unwrap: Unwrap,
    *,
    passphrase: str | None = None,
    recovery_recipients: Sequence[str] | None = None,
) -> KeyChange:
    """Make the key files anew; the caller holds the folder's lock, or has the workspace open.

    Args:
        folder: The workspace's.
        unwrap: By what was in force until now.
        passphrase: The new one; nothing to leave it as it is.
        recovery_recipients: All of the new ones, the others open no more; nothing to leave them as they are.

    Raises:
        KnownError: Why `unwrap` refuses, `age.bad_recipient`, `file.disk_full`… ; what was in force still is.
    """
    key = find_key(folder, unwrap).key
    before = whole_keys(folder, key)
    wrapped = rewrap(before, key, passphrase=passphrase, recovery_recipients=recovery_recipients)
    try:
        put_keys(folder, wrapped)
    except KnownError:  # the first copy may be new and the second old: both would open
        with suppress(KnownError):
            put_keys(folder, before)
        raise
    return KeyChange(spread_keys(folder, wrapped, key))
