"""The words of a history, the same on paper, on the screen and in a shell: what was done, when, from what to what."""

from fieldapp.base.clock import moment_from_text
from fieldapp.exports.values import moment_in_words
from fieldapp.exports.words import Words, words_of
from fieldapp.records.history import EventKind, HistoryEvent, HistoryLine, LineKind, Said

_MARK = 8
"""Characters of a file's name that tell it from another."""
_INSTANCE = {
    LineKind.ADDED: "added",
    LineKind.REMOVED: "removed",
    LineKind.MOVED: "moved",
}


class HistoryWords:
    """Says a history in one language."""

    def __init__(self, language: str) -> None:
        self.words: Words = words_of(language)

    def say(self, name: str, **facts: str) -> str:
        """Return one of the fixed words: such as `before` or `reason`."""
        return self.words.say(f"history_{name}", **facts)

    def what(self, event: HistoryEvent) -> str:
        """Say what was done."""
        if event.what == EventKind.UPGRADE:
            return self.say("upgrade", version=event.form_version)
        return self.say(event.what)

    def when(self, event: HistoryEvent) -> str:
        """Say when, by the clock of this computer."""
        return moment_in_words(moment_from_text(event.at).astimezone(), self.words.language)

    def who(self, event: HistoryEvent) -> str:
        """Name the person."""
        return event.actor or self.say("nobody")

    def before(self, line: HistoryLine) -> str:
        """Say what stood there; blank for nothing."""
        if line.is_erased:
            return self.say("erased")
        return "" if line.kind is not LineKind.ANSWER else self._said(line.old)

    def after(self, line: HistoryLine) -> str:
        """Say what stands there now."""
        if line.is_erased:
            return self.say("erased")
        if line.kind is not LineKind.ANSWER:
            return self.say(_INSTANCE[line.kind])
        if line.new.value is not None and line.new.value == line.old.value:
            return self.say("kept")
        return self._said(line.new) or (self.say("blank") if line.old.value else "")

    def sides(self, line: HistoryLine) -> tuple[str, str]:
        """Say what stands on either side of a comparison."""
        if line.kind is LineKind.ANSWER and not line.is_erased and line.old.value == line.new.value:
            return self._said(line.old), self._said(line.new)
        return self.before(line), self.after(line)

    def moment(self, event: HistoryEvent | None) -> str:
        """Name the moment after an event; nothing stands for the beginning."""
        if event is None:
            return self.say("beginning")
        return self.say("moment", number=str(event.number), what=self.what(event), when=self.when(event))

    def _said(self, said: Said) -> str:
        if said.is_file and said.value:
            return self.say("file", mark=said.value[:_MARK])
        return said.words
