"""The parts of a form: texts, binds, questions, groups, repeats. Immutable; put together in `definition`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from fieldapp.xpath import Expression

NONE: Mapping[str, Any] = MappingProxyType({})
"""The one empty mapping of everything that has none, which is most things of a form."""


def _none() -> Mapping[str, Any]:
    return NONE


class Privacy(StrEnum):
    """Who may see an answer (XLSForm column `bind::fieldapp:privacy`); `INTERNAL` where a form says nothing."""

    PUBLIC = "public"
    """Travels and may be published."""
    CONSENT = "consent"
    """Travels and may be published only while the consenting question says yes."""
    INTERNAL = "internal"
    """Travels to the employment agency, is never published."""
    SENSITIVE = "sensitive"
    """Never travels to the employment agency."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of a label: literal text, or the value of an expression (XForms `<output>`)."""

    literal: str = ""
    output: Expression | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A label, hint or message in every language of the form.

    A text that is the same in all languages stands under the blank language name.
    """

    by_language: Mapping[str, tuple[TextPart, ...]] = field(default_factory=_none)
    guidance: Mapping[str, tuple[TextPart, ...]] = field(default_factory=_none)
    """The long form of a hint (`guidance_hint`), by language."""
    media: Mapping[str, Mapping[str, str]] = field(default_factory=_none)
    """Language -> kind (`image`, `audio`, `video`) -> file name."""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to show in any language."""
        return not any(self.by_language.values())


NO_TEXT = Text()
"""The one blank text: most hints and messages of a form are."""


@dataclass(frozen=True, slots=True)
class Bind:
    """The rules of one node of the primary instance."""

    nodeset: str
    """Absolute path without positions: `/fiche_organisation/identite/nom`."""
    type: str = "string"
    """ODK bind type: string, int, decimal, boolean, date, time, dateTime, geopoint, binary, barcode…"""
    relevant: Expression | None = None
    required: Expression | None = None
    readonly: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    constraint_message: Text = NO_TEXT
    required_message: Text = NO_TEXT
    preload: str = ""
    """`jr:preload` and its parameter joined by a colon (`timestamp:start`, `uid:`), or blank."""
    privacy: Privacy = Privacy.INTERNAL
    consent: str = ""
    """Nodeset of the consenting question, when privacy is `CONSENT`."""
    custom: Mapping[str, str] = field(default_factory=_none)
    """Every other attribute of the bind, kept as written."""

    @property
    def is_computed(self) -> bool:
        """Whether the engine, not a person, gives the value: never merged, recomputed instead."""
        return self.calculate is not None or bool(self.preload)


@dataclass(frozen=True, slots=True)
class StaticChoice:
    """A choice written in the form itself."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Itemset:
    """Where the choices of a select come from: fixed ones, or rows of a secondary instance that pass a filter."""

    static: tuple[StaticChoice, ...] = ()
    nodeset: Expression | None = None
    value_ref: str = "name"
    label_ref: str = "label"
    """Child element of a row holding its label, or `itextId`."""
    label_is_itext: bool = False
    label_expression: Expression | None = None
    """When the label is worked out rather than read from a child."""
    list_name: str = ""
    """Id of the secondary instance, or the choice list's name; blank when the form does not say."""


@dataclass(frozen=True, slots=True)
class Question:
    """A control that asks something."""

    nodeset: str
    kind: str
    """The XForm control: `input`, `select1`, `select`, `rank`, `range`, `trigger`, `upload`."""
    label: Text
    hint: Text
    appearance: tuple[str, ...] = ()
    mediatype: str = ""
    itemset: Itemset | None = None
    parameters: Mapping[str, str] = field(default_factory=_none)

    @property
    def name(self) -> str:
        """The question's own name, the last step of its path."""
        return self.nodeset.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that stand together; the top ones are the sections of the window and of the documents."""

    nodeset: str
    """Blank for a presentation group that binds no node."""
    label: Text
    children: tuple["Control", ...]
    appearance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """Questions asked again for each of several things: sites, contacts, services."""

    nodeset: str
    label: Text
    children: tuple["Control", ...]
    count: Expression | None = None
    """When given, the form decides how many there are and nobody adds or removes one."""
    appearance: tuple[str, ...] = ()
    is_fixed: bool = False
    """Whether there are as many as the form itself gives (`jr:noAddRemove`)."""

    @property
    def may_change(self) -> bool:
        """Whether a person may add and remove instances."""
        return self.count is None and not self.is_fixed


Control = Question | Group | Repeat
