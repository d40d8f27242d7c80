"""What an interview notes beside the questions, and where it is kept: in the form's own answers. Pure.

A note taken while a person speaks is an answer like any other, or it would neither be saved with the record, travel
under its consent, nor be erased with it. So it is added, with the time, to a question of the form that takes a long
text: the one nearest to what is being asked. In the same way a difficulty that is heard is ticked in the form's own
list of difficulties. A form that has no such question takes no notes, and says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.forms.definition import Control, Question, Repeat
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.words import label_words

_POSITION = re.compile(r"\[\d+\]")
_VERBATIM = re.compile(r"verbatim|citation|recit|observ|remarque|note", re.IGNORECASE)
_TAGS = "frein"
_LONGEST_LABEL = 48


@dataclass(frozen=True, slots=True)
class _Place:
    """A question that notes or tags may go to."""

    nodeset: str
    repeat: str
    """The innermost repeat around it; blank outside."""


class Notebook:
    """Finds where a note or a tag belongs, seen from the question that is being asked."""

    def __init__(self, reader: FormReader) -> None:
        self._reader = reader
        found = [*_questions(reader.definition.body, "")]
        self._notes = [_Place(each.nodeset, repeat) for each, repeat in found if self._takes_notes(each)]
        self._tags = [_Place(each.nodeset, repeat) for each, repeat in found if _takes_tags(each)]

    def note_targets(self, here: str) -> list[str]:
        """Return the questions a note may go to now, in the order of the form."""
        return self._in_reach(self._notes, here)

    def note_target(self, here: str) -> str:
        """Return the one a note goes to by itself: the nearest that is made for what people say; blank for none."""
        return self._nearest(self.note_targets(here), here)

    def tag_target(self, here: str) -> str:
        """Return the list of difficulties nearest to the question asked; blank while none is in play."""
        return self._nearest(self._in_reach(self._tags, here), here)

    def with_note(self, target: str, text: str, *, at: str, about: str) -> str:
        """Return the answer of the target with one more note: when, on which question, and what was said."""
        before = self._reader.value(target).rstrip()
        label = label_words(self._reader, about) if about and about != target else ""
        if len(label) > _LONGEST_LABEL:
            label = label[:_LONGEST_LABEL].rstrip() + "…"
        head = f"[{at} · {label}]" if label else f"[{at}]"
        return f"{before}\n{head} {text.strip()}".lstrip("\n")

    def _in_reach(self, places: list[_Place], here: str) -> list[str]:
        bare = _POSITION.sub("", here)
        found = []
        for place in places:
            if not place.repeat or bare.startswith(f"{place.repeat}/"):
                reference = _placed(place.nodeset, here)
                if self._is_open(reference):
                    found.append(reference)
        return found

    def _is_open(self, reference: str) -> bool:
        reader = self._reader
        is_there = reader.exists(reference) and reader.is_relevant(reference)
        return is_there and not reader.is_readonly(reference)

    def _nearest(self, references: list[str], here: str) -> str:
        """Prefer what shares most of its way with the question asked, then a name that tells, then what comes last."""

        def closeness(reference: str) -> tuple[int, bool, int]:
            shared = 0
            for own, other in zip(reference.split("/"), here.split("/"), strict=False):
                if own != other:
                    break
                shared += 1
            is_told = bool(_VERBATIM.search(reference.rpartition("/")[2]))
            return shared, is_told, references.index(reference)

        return max(references, key=closeness, default="")

    def _takes_notes(self, question: Question) -> bool:
        bind = self._reader.definition.bind(question.nodeset)
        is_text = question.kind == "input" and bind.type == "string"
        return (
            is_text and "multiline" in question.appearance and not bind.is_computed and bind.readonly is None
        )


def _takes_tags(question: Question) -> bool:
    return question.kind == "select" and _TAGS in question.name


def _questions(controls: tuple[Control, ...], repeat: str) -> Iterator[tuple[Question, str]]:
    for control in controls:
        if isinstance(control, Question):
            yield control, repeat
        else:
            yield from _questions(
                control.children, control.nodeset if isinstance(control, Repeat) else repeat
            )


def _placed(nodeset: str, here: str) -> str:
    """Give a path the positions of the instances in which another reference stands."""
    own = nodeset.split("/")
    for place, step in enumerate(here.split("/")):
        if place >= len(own) or _POSITION.sub("", step) != own[place]:
            break
        own[place] = step
    return "/".join(own)
