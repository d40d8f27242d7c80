"""Sets an outline as an A4 PDF: head, sections, answers, pictures, and the signatures at the end.

The same outline, facts and pictures give the same bytes; the moment comes from outside.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from fieldapp.exports.bidi import LTR, RTL
from fieldapp.exports.fiche_page import Marginalia, document_of, dress_canvas
from fieldapp.exports.fiche_rows import (
    CARD_INDENT,
    CardTitle,
    EntryRow,
    GridRow,
    Heading,
    PictureRow,
    Row,
    height_of,
    least_height_of,
)
from fieldapp.exports.look import (
    BODY,
    HAIR,
    LABEL,
    LARGE,
    OVERLINE,
    SMALL,
    SPACE,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
    WIDE,
)
from fieldapp.exports.outline import PICTURES, Card, Cards, Entry, Kind, Outline, Section
from fieldapp.exports.pictures import drawn_at, picture_named
from fieldapp.exports.signature_panel import SignaturePanel
from fieldapp.exports.text_flow import TextFlow
from fieldapp.exports.values import day_in_words, moment_in_words
from fieldapp.exports.words import Words, training_marks, words_of

_TABLE_COLUMNS = 4
"""Most columns of a small table; a repeat with more questions is set as cards."""
_WHOLE = 260.0
"""Tallest card or table that is kept on one page, in points; a taller one may be broken."""
_TABLE_CELL = 60
"""Longest answer in a small table, in characters."""


@dataclass(frozen=True, slots=True)
class FicheFacts:
    """What a fiche says beside its answers."""

    record_id: str
    version: str
    language: str
    """fr, ar or en."""
    at: datetime
    """The moment the document is made, printed on it."""
    programme: str = ""
    """Name over the title; blank for the mission's own."""
    is_training: bool = False
    """Whether nothing in it is real, which every page then says."""


@dataclass(frozen=True, slots=True)
class FichePdf:
    """A fiche, drawn and not yet sealed."""

    data: bytes
    page_count: int
    seal_page: int
    """Page with the place of the seal, counted from 0."""
    seal_box: tuple[int, int, int, int]
    """Left, bottom, right, top of that place, in points."""


def render_fiche(outline: Outline, facts: FicheFacts, *, images: Mapping[str, bytes]) -> FichePdf:
    """Set a fiche.

    Args:
        outline: What it says.
        facts: Record, version, language, moment.
        images: The bytes of `outline.image_names`; one that is missing or unreadable is said to be.
    """
    setting = _Setting(outline, facts, images)
    panel = setting.panel()
    out = io.BytesIO()
    subject = f"{outline.form_id} {facts.record_id}"
    document = document_of(out, title=outline.title, subject=subject, language=facts.language)
    canvas = partial(dress_canvas, setting.marginalia(), facts.at)
    document.build([*setting.story(), panel], canvasmaker=canvas)
    left, bottom, right, top = (round(edge) for edge in panel.seal_box)
    return FichePdf(out.getvalue(), document.page, panel.page - 1, (left, bottom, right, top))


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows that belong together, and the height that must be free for them to begin on a page."""

    rows: Sequence[Row]
    need: float
    space: float = 0.0
    """White below."""


def _block(rows: Sequence[Row], *, space: float = 0.0) -> _Block:
    whole = height_of(rows, TEXT_WIDTH)
    return _Block(rows, whole if whole < _WHOLE else least_height_of(rows[:3], TEXT_WIDTH), space)


class _Setting:
    """Turns an outline into rows."""

    def __init__(self, outline: Outline, facts: FicheFacts, images: Mapping[str, bytes]) -> None:
        self.outline = outline
        self.facts = facts
        self.images = images
        self.words: Words = words_of(facts.language)
        self.direction = RTL if facts.language == "ar" else LTR

    def marginalia(self) -> Marginalia:
        words, facts = self.words, self.facts
        made = words.say("made_on", date=day_in_words(facts.at.date(), facts.language))
        foot = (
            (words.say("record"), self.direction),
            (facts.record_id, LTR),
            ("·", LTR),
            (words.say("version"), self.direction),
            (facts.version, LTR),
            ("·", LTR),
            (made, self.direction),
        )
        head_end = self.form_title()
        marked = training_marks(words) if facts.is_training else {}
        return Marginalia(self.direction, self.outline.title, head_end, foot, words.say("page"), **marked)

    def form_title(self) -> str:
        return self.words.forms.get(self.outline.form_id, self.outline.form_title)

    def story(self) -> Iterator[Flowable]:
        yield from self.head()
        for section in self.outline.sections:
            yield from self.section(section)

    def head(self) -> Iterator[Flowable]:
        programme = self.facts.programme or self.words.say("programme")
        yield TextFlow(programme, OVERLINE, direction=self.direction, base=self.direction)
        yield Spacer(0, LARGE)
        yield TextFlow(self.outline.title or self.form_title(), TITLE, direction=self.direction)
        for name in self.outline.subtitles:
            yield Spacer(0, HAIR)
            yield TextFlow(name, SUBTITLE, direction=self.direction)
        yield Spacer(0, SPACE)
        day = self.outline.verified_on
        verified = self.words.say("verified_on", date=day) if day else self.words.say("not_verified")
        line = f"{self.form_title()}  ·  {verified}"
        yield TextFlow(line, BODY, direction=self.direction, base=self.direction)
        yield Spacer(0, WIDE)

    def section(self, section: Section) -> Iterator[Flowable]:
        """Set a section; its heading stays with what comes first."""
        blocks = [block for item in section.items for block in self.blocks(item)]
        heading = [Heading(section.title, self.direction)] if section.title else []
        need = height_of(heading, TEXT_WIDTH)
        for block in blocks:
            yield CondPageBreak(need + block.need)
            yield from heading
            yield from block.rows
            if block.space:
                yield Spacer(0, block.space)
            need, heading = 0.0, []

    def blocks(self, item: Entry | Cards) -> Iterator[_Block]:
        if isinstance(item, Entry):
            row = self.row(item)
            yield _Block([row], row.least_height(TEXT_WIDTH))
        elif _is_table(item):
            yield self.table(item)
        else:
            for place, card in enumerate(item.cards, 1):
                yield self.card(f"{item.label} {place}", card)

    def row(self, entry: Entry, *, indent: float = 0.0) -> EntryRow | PictureRow:
        if entry.kind in PICTURES:
            picture = picture_named(entry.value, self.images)
            instead = self.words.say("image_unreadable" if entry.value in self.images else "image_missing")
            return PictureRow(entry.label, picture, direction=self.direction, instead=instead, indent=indent)
        base = LTR if entry.kind is Kind.LINK else None
        return EntryRow(entry.label, entry.value, direction=self.direction, base=base, indent=indent)

    def card(self, title: str, card: Card) -> _Block:
        rows = [self.row(entry, indent=CARD_INDENT) for entry in card.entries]
        return _block([CardTitle(title, self.direction), *rows], space=SMALL)

    def table(self, cards: Cards) -> _Block:
        labels = _columns(cards)
        cells = [[_answer(card, label) for label in labels] for card in cards.cards]
        shares = _shares(labels, cells)
        rows = [GridRow(row, shares, direction=self.direction) for row in cells]
        return _block([GridRow(labels, shares, direction=self.direction, style=LABEL), *rows], space=SMALL)

    def panel(self) -> SignaturePanel:
        signed = [entry for entry in self.outline.signatory if entry.kind is Kind.SIGNATURE]
        picture = picture_named(signed[0].value, self.images) if signed else None
        texts = [entry.value for entry in self.outline.signatory if entry.kind is not Kind.SIGNATURE]
        moment = drawn_at(self.images.get(signed[0].value, b"")) if signed else None
        if moment is not None:
            texts.append(self.words.say("drawn_on", moment=moment_in_words(moment, self.facts.language)))
        if not self.outline.signatory:
            texts = [self.words.say("not_signed")]
        return SignaturePanel(
            self.words.say("signature"),
            texts,
            picture,
            seal_title=self.words.say("seal"),
            direction=self.direction,
        )


def _columns(cards: Cards) -> list[str]:
    return list(dict.fromkeys(entry.label for card in cards.cards for entry in card.entries))


def _is_table(cards: Cards) -> bool:
    """Whether a repeat is small enough for a table: several of them, few questions, short answers."""
    entries = [entry for card in cards.cards for entry in card.entries]
    is_plain = not any(entry.kind in PICTURES or len(entry.value) > _TABLE_CELL for entry in entries)
    return len(cards.cards) > 1 and is_plain and 1 < len(_columns(cards)) <= _TABLE_COLUMNS


def _answer(card: Card, label: str) -> str:
    return next((entry.value for entry in card.entries if entry.label == label), "")


def _shares(labels: list[str], cells: list[list[str]]) -> list[float]:
    """Share the width of a table by what stands in its columns, so that none is squeezed."""
    longest = [
        max(len(label) * 0.9, *(len(row[column]) for row in cells), 6) ** 0.7
        for column, label in enumerate(labels)
    ]
    return [one / sum(longest) for one in longest]
