"""What a form says: immutable, shared by every session that fills it. What a person answers is in `engine`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fieldapp.forms.parts import (
    Bind,
    Control,
    Group,
    Itemset,
    Privacy,
    Question,
    Repeat,
    StaticChoice,
    Text,
    TextPart,
)
from fieldapp.forms.problems import Problem
from fieldapp.forms.rules import FormModel

__all__ = [
    "Bind",
    "Control",
    "ExportPolicy",
    "FormDefinition",
    "Group",
    "Itemset",
    "Privacy",
    "Question",
    "Repeat",
    "StaticChoice",
    "Text",
    "TextPart",
    "language_code",
]


class ExportPolicy(StrEnum):
    """What of a form may leave for the employment agency (XLSForm `settings`, column `export_policy`)."""

    FULL = "full"
    AGGREGATE = "aggregate"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """Our immutable reading of an XForm."""

    form_id: str
    version: str
    title: str
    languages: tuple[str, ...]
    """Names as the form writes them, such as `Français (fr)`; empty for a form without translations."""
    default_language: str
    export_policy: ExportPolicy
    root: str
    """Nodeset of the primary instance's root element."""
    body: tuple[Control, ...]
    binds: Mapping[str, Bind]
    xform: bytes
    """The XForm XML it was read from: what the workspace keeps."""
    model: FormModel = field(default_factory=FormModel, compare=False, repr=False)
    """What the engine works with: compiled rules, trees, texts."""
    warnings: tuple[Problem, ...] = ()
    """What its author may want to mend; none of them keeps the form out."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Its title in other languages than the default one, by language code."""

    def title_in(self, language: str) -> str:
        """Return its title in a language, given by name or code; the one title it has where that is not written."""
        return self.titles.get(language_code(language)) or self.title

    def bind(self, nodeset: str) -> Bind:
        """Return the rules of a node; a node without a `<bind>` has the default ones."""
        return self.binds.get(nodeset) or Bind(nodeset)

    def controls(self) -> Iterator[Control]:
        """Walk all controls in the order of the form, parents before children."""
        todo = list(reversed(self.body))
        while todo:
            control = todo.pop()
            yield control
            if not isinstance(control, Question):
                todo.extend(reversed(control.children))

    def questions(self) -> Iterator[Question]:
        """Walk the questions in the order of the form."""
        return (control for control in self.controls() if isinstance(control, Question))

    def repeats(self) -> Iterator[Repeat]:
        """Walk the repeats in the order of the form, outer before inner."""
        return (control for control in self.controls() if isinstance(control, Repeat))

    def set_paths(self) -> frozenset[str]:
        """Return the generic paths whose answers are sets of choices, for the merge."""
        return frozenset(
            q.nodeset.removeprefix(self.root + "/") for q in self.questions() if q.kind == "select"
        )

    def nodeset_of(self, path: str) -> str:
        """Return the nodeset of a record path: `sites/site[0197…]/ville` -> `/fiche/sites/site/ville`."""
        return "/".join([self.root, *(step.partition("[")[0] for step in path.split("/"))])


def language_code(language: str) -> str:
    """Return the BCP 47 code in a form's language name: `Français (fr)` -> `fr`; the name itself without one."""
    _, opening, rest = language.rpartition("(")
    return rest.rstrip(") ") if opening else language
