"""What a form's sections are called, which of them are in play, and which follows which. Pure."""

from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.sections import Section, title_of


class Contents:
    """The table of contents of an open record."""

    def __init__(self, reader: FormReader, sections: tuple[Section, ...]) -> None:
        self._reader = reader
        self._sections = sections

    def title(self, number: int) -> str:
        """Return the words of a section; the form's own for questions that stand in no group."""
        section, definition = self._sections[number], self._reader.definition
        label = title_of(self._reader, section.head) or definition.title_in(self._reader.language)
        return f"{label} ({section.part}/{section.parts})" if section.part else label

    def titles(self) -> list[str]:
        """Return the words of all sections."""
        return [self.title(number) for number in range(len(self._sections))]

    def step(self, number: int) -> str:
        """Return which of the sections in play it is, and its words."""
        visible = self.visible()
        place = visible.index(number) + 1 if number in visible else 0
        return f"\u2066{place} / {len(visible)}\u2069 · {self.title(number)}"

    def is_visible(self, number: int) -> bool:
        """Whether anything of a section is in play."""
        section = self._sections[number]
        if section.head is not None and not self._reader.is_relevant(section.head.reference):
            return False
        return any(self._reader.is_relevant(root.reference) for root in section.roots)

    def visible(self) -> list[int]:
        """Return the numbers of the sections in play."""
        return [number for number in range(len(self._sections)) if self.is_visible(number)]

    def following(self, number: int, way: int = 1) -> int | None:
        """Return the next section in play, or the one before; nothing at the ends."""
        numbers = range(number + way, len(self._sections) if way > 0 else -1, way)
        return next((each for each in numbers if self.is_visible(each)), None)
