"""The two kinds of error: the world's fault, which a person can act on, and ours, which can only be reported.

An error carries a code and facts, never a sentence: `base.sentences` finds the sentence in `resources/messages`, in
the language of whoever reads it, and only the rooms that speak to people ask for it.
"""


class FieldappError(Exception):
    """Root of every error raised on purpose in this program."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        """Stable, dotted: `room.what_happened`."""
        self.facts = facts
        """What the sentence needs: names, numbers, paths. Never an answer that someone gave."""

    def __str__(self) -> str:
        """Code and facts for the programmer's log."""
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({facts})"


class KnownError(FieldappError):
    """The world's fault: disk full, wrong passphrase, unknown signer. The user can do something about it."""


class BugError(FieldappError):
    """Our fault: an invariant of this program does not hold."""
