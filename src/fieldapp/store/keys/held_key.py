"""Holds the key of an open workspace for as long as it is open, and not a moment longer."""

from fieldapp.base.errors import KnownError


class HeldKey:
    """A file key that can be forgotten: pages and jobs may outlive the workspace they were made for."""

    def __init__(self, key: bytes) -> None:
        self._bytes = bytearray(key)

    def reveal(self) -> bytes:
        """Return the 32 bytes.

        Raises:
            KnownError: `workspace.closed` once it is forgotten.
        """
        if not self._bytes:
            raise KnownError("workspace.closed")
        return bytes(self._bytes)

    def forget(self) -> None:
        """Overwrite it; a second call does nothing."""
        self._bytes[:] = bytes(len(self._bytes))
        self._bytes.clear()
