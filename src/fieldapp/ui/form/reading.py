"""How a record is shown: in one language or two, section by section or in the small steps of an interview."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person chose; it changes nothing of the record."""

    second_language: str = ""
    """The form's name of the language that stands beside; blank for none."""
    is_interview: bool = False

    def with_second(self, language: str) -> "Reading":
        """Return the same with another language beside."""
        return replace(self, second_language=language)
