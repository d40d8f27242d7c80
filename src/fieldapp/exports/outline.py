"""What a filled form says, in order and in the reader's language: everything a document needs, nothing of paper.

Irrelevant and blank answers are left out, and sections without answers too; choices are said by their labels,
dates and numbers in the manner of the language.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.engine import FormSession, LiveControl
from fieldapp.exports.values import said
from fieldapp.forms.definition import Group, Question, Repeat, language_code
from fieldapp.forms.styling import plain_words

VERIFIED_ON = "date_verification"
"""Name of the question that says when the organisation was last asked; forms of the mission share it."""

_TITLE_PATH = "meta/instanceName"
_OTHER_NAMES = ("nom", "nom_ar", "sigle")
"""Names of the questions whose answers stand under the title, unless it says them."""
_SIGNATORY = ("signataire_", "signature_")
"""How the names of the questions about the person who signs begin."""

Include = Callable[[str], bool]


class Kind(StrEnum):
    """How an entry is set."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    LINK = "link"
    """Telephone, e-mail, web address, place: read from left to right in every language."""
    IMAGE = "image"
    SIGNATURE = "signature"


PICTURES = frozenset({Kind.IMAGE, Kind.SIGNATURE})


@dataclass(frozen=True, slots=True)
class Entry:
    """A question and what was answered."""

    label: str
    value: str
    """In words; the attachment's name for a picture."""
    kind: Kind = Kind.TEXT
    name: str = ""
    """The question's own name in the form."""


@dataclass(frozen=True, slots=True)
class Card:
    """One instance of a repeat: a site, a contact, a service."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """All instances of a repeat that say something."""

    label: str
    cards: tuple[Card, ...]


Item = Entry | Cards


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form under its heading."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A filled form, ready to be set."""

    title: str
    """Name of the record: the organisation."""
    subtitles: tuple[str, ...]
    """Its other names."""
    form_title: str
    form_id: str
    verified_on: str
    """Day of the last verification, in words; blank if nobody verified it."""
    sections: tuple[Section, ...]
    signatory: tuple[Entry, ...] = ()
    """Who signed for the organisation: name, capacity, drawn signature, day."""

    @property
    def image_names(self) -> tuple[str, ...]:
        """Names of the attachments shown, each once, in order."""
        return tuple(dict.fromkeys(entry.value for entry in self.entries() if entry.kind in PICTURES))

    def entries(self) -> Iterator[Entry]:
        """Walk all entries, those of cards too."""
        for section in self.sections:
            for item in section.items:
                if isinstance(item, Entry):
                    yield item
                else:
                    yield from (entry for card in item.cards for entry in card.entries)
        yield from self.signatory


def everything(_path: str) -> bool:
    """Include every answer."""
    return True


def outline_of(
    session: FormSession, *, include: Include = everything, say_file: Callable[[str], str] = str
) -> Outline:
    """Read a session into an outline in its language.

    Args:
        session: The filled form.
        include: Whether the answer at a record path may be shown: all, or what may travel.
        say_file: What to say of a file that cannot be drawn, by the answer that names it.
    """
    reading = _Reading(session, include, say_file)
    read = tuple(reading.sections())
    sections = tuple(one for one in map(_without_signatory, read) if one.items)
    found = {entry.name: entry.value for section in sections for entry in _singles(section)}
    title = session.instance_name() if include(_TITLE_PATH) else found.get("nom", "")
    if reading.language == "ar":
        title, found["nom"] = found.get("nom_ar", title), title
    names = [found[name] for name in _OTHER_NAMES if found.get(name)]
    return Outline(
        title=title,
        subtitles=_not_said_yet(names, title),
        form_title=session.definition.title_in(session.language),
        form_id=session.definition.form_id,
        verified_on=found.get(VERIFIED_ON, ""),
        sections=sections,
        signatory=tuple(entry for section in read for entry in _singles(section) if _is_signatory(entry)),
    )


def _not_said_yet(names: list[str], title: str) -> tuple[str, ...]:
    """Leave out a name that stands in the title, or in a longer name before it."""
    said_names = [title]
    for name in names:
        if not any(name in other for other in said_names):
            said_names.append(name)
    return tuple(said_names[1:])


def _without_signatory(section: Section) -> Section:
    kept = (item for item in section.items if not (isinstance(item, Entry) and _is_signatory(item)))
    return Section(section.title, tuple(kept))


def _is_signatory(entry: Entry) -> bool:
    return entry.kind is Kind.SIGNATURE or entry.name.startswith(_SIGNATORY)


def _singles(section: Section) -> Iterator[Entry]:
    return (item for item in section.items if isinstance(item, Entry))


class _Reading:
    """One walk through a session."""

    def __init__(self, session: FormSession, include: Include, say_file: Callable[[str], str]) -> None:
        self.session = session
        self.include = include
        self.say_file = say_file
        self.language = language_code(session.language) or "fr"

    def sections(self) -> Iterator[Section]:
        loose: list[Item] = []
        for control in self.session.children():
            if isinstance(control.control, Group):
                items = tuple(self.items(control))
                if items:
                    yield Section(self.label(control), items)
            else:
                loose.extend(self.items_of(control))
        if loose:
            yield Section("", tuple(loose))

    def items(self, group: LiveControl) -> Iterator[Item]:
        """What stands in a group; groups inside groups are run together."""
        if group.control.nodeset and not self.session.is_relevant(group.reference):
            return
        for control in self.session.children_of(group):
            yield from self.items_of(control)

    def items_of(self, control: LiveControl) -> Iterator[Item]:
        if isinstance(control.control, Group):
            yield from self.items(control)
        elif isinstance(control.control, Repeat):
            yield from self.cards(control)
        elif self.session.is_relevant(control.reference):
            yield from self.entry(control.control, control.reference)

    def entry(self, question: Question, reference: str) -> Iterator[Entry]:
        value = self.session.value(reference)
        label = plain_words(self.session.label(reference)).strip()
        if not value or not self.include(self.session.path_of(reference)):
            return
        kind = _kind_of(question, self.session.definition.bind(question.nodeset).type)
        yield Entry(label, self.shown(value, kind, question, reference), kind, question.name)

    def shown(self, value: str, kind: Kind, question: Question, reference: str) -> str:
        if kind in PICTURES:
            return value
        if question.kind == "upload":
            return self.say_file(value)
        return said(self.session, question, reference, self.language)

    def cards(self, repeat: LiveControl) -> Iterator[Cards]:
        references = self.session.repeat_references(repeat.reference)
        cards = [self.card(one) for one in references if self.session.is_relevant(one)]
        told = tuple(card for card in cards if card.entries)
        if told:
            yield Cards(self.label(repeat), told)

    def card(self, reference: str) -> Card:
        items = [item for control in self.session.children(reference) for item in self.items_of(control)]
        return Card(tuple(_flat(items)))

    def label(self, control: LiveControl) -> str:
        above = control.reference if control.control.nodeset else ""
        return plain_words(self.session.show(control.control.label, above)).strip()


def _flat(items: list[Item]) -> Iterator[Entry]:
    """Run the instances of a repeat inside a repeat together with what stands around them."""
    for item in items:
        if isinstance(item, Entry):
            yield item
        else:
            yield from (entry for card in item.cards for entry in card.entries)


_TYPE_KINDS = {
    "int": Kind.NUMBER,
    "decimal": Kind.NUMBER,
    "date": Kind.DATE,
    "time": Kind.DATE,
    "dateTime": Kind.DATE,
    "geopoint": Kind.LINK,
}


def _kind_of(question: Question, type_name: str) -> Kind:
    if question.kind == "upload":
        if not question.mediatype.startswith("image"):
            return Kind.TEXT
        return Kind.SIGNATURE if "signature" in question.appearance else Kind.IMAGE
    return _TYPE_KINDS.get(type_name, Kind.TEXT)
