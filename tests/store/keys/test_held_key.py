"""The key of a workspace is held while it is open and forgotten when it is closed."""

import gc

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.store import Actor, create_workspace
from fieldapp.store.keys.held_key import HeldKey


def reachable(start):
    """Everything that hangs on an object, but for modules and classes, on which everything hangs."""
    seen, waiting = {}, [start]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen and not isinstance(one, type) and type(one).__name__ != "module":
            seen[id(one)] = one
            waiting += gc.get_referents(one)
    return seen.values()


def holds(start, key):
    return any(isinstance(one, (bytes, bytearray)) and bytes(one) == key for one in reachable(start))


def test_a_key_that_is_forgotten_is_given_to_nobody():
    held = HeldKey(bytes(range(32)))
    assert held.reveal() == bytes(range(32))
    held.forget()
    held.forget()
    with pytest.raises(KnownError, match=r"workspace\.closed"):
        held.reveal()


def test_a_closed_workspace_holds_its_key_nowhere(tmp_path):
    workspace = create_workspace(
        tmp_path / "nord",
        passphrase="essai",
        recovery_recipients=(),
        actor=Actor("", "Amina"),
        is_training=True,
    )
    key = workspace.backups.unwrap(b"")
    assert holds(workspace, key)
    with workspace.reader() as reading:
        assert reading.backups.unwrap(b"") == key
        workspace.close()
        with pytest.raises(KnownError, match=r"workspace\.closed"):
            reading.backups.unwrap(b"")
    assert not holds(workspace, key)
    assert not holds(reading, key)
