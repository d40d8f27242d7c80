"""`fieldapp form outline`: prints a form so that it can be read aloud before anybody fills it."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from fieldapp.base.sentences import LANGUAGES, sentence
from fieldapp.cli.answer import Answer, command
from fieldapp.forms import FormDefinition, load_form
from fieldapp.forms.definition import language_code
from fieldapp.usecases.outline_form import OutlineEntry, outline_form

_HELP = """Montrer un formulaire comme il se lit à voix haute : sections, questions numérotées, choix, conditions.

Dans les conditions, un nombre entre crochets est le numéro d’une question. Les longues listes sont coupées, sauf
avec --all.
"""
_CHOICES_SHOWN = 12
"""Choices of one question that are printed unless all are asked for."""
_FEW = 3
"""That many more are printed too, rather than counted."""
_INDENT = "   "
_KINDS = {
    "string": "place.outline_text",
    "one": "place.outline_one",
    "many": "place.outline_many",
    "rank": "place.outline_rank",
    "record": "place.outline_record",
    "official": "place.outline_official",
    "int": "place.outline_integer",
    "decimal": "place.outline_decimal",
    "date": "place.outline_date",
    "geopoint": "place.outline_place",
    "file": "place.outline_file",
    "tick": "place.outline_tick",
}


def register(form: click.Group) -> None:
    """Hang the command on the family of forms."""

    @command(form, "outline", help=_HELP, short_help="Montrer un formulaire comme il se lit à voix haute.")
    @click.argument("file", type=click.Path(path_type=Path), metavar="FORM")
    @click.option(
        "--in",
        "spoken",
        type=click.Choice(LANGUAGES),
        help="Langue du formulaire ; sinon celle de --language.",
    )
    @click.option("--all", "is_whole", is_flag=True, help="Montrer tous les choix des longues listes.")
    def outline(file: Path, spoken: str | None, *, is_whole: bool) -> Answer:
        language = click.get_current_context().find_root().params["language"]
        definition = load_form(file)
        wanted = spoken or language
        entries = outline_form(definition, _name_in(definition, wanted))
        shown = (
            len(max((each.choices for each in entries), key=len, default=())) if is_whole else _CHOICES_SHOWN
        )
        lines = [definition.title_in(wanted), ""]
        lines += [line for entry in entries for line in _lines(entry, wanted, shown=shown)]
        data = {"form_id": definition.form_id, "version": definition.version, "language": wanted}
        return Answer(lines, {**data, "entries": [asdict(entry) for entry in entries]})


def _name_in(definition: FormDefinition, code: str) -> str:
    """Return the form's own name of a language, or its default one."""
    names = {language_code(name): name for name in definition.languages}
    return names.get(code, definition.default_language)


def _lines(entry: OutlineEntry, language: str, *, shown: int) -> Iterator[str]:
    indent = _INDENT * entry.depth
    if entry.kind in ("section", "repeat"):
        yield ""
        mark = f" ({sentence('place.outline_repeat', {}, language)})" if entry.kind == "repeat" else ""
        yield f"{indent}{entry.label}{mark}"
    else:
        number = f"{entry.number}. " if entry.number else ""
        yield f"{indent}{number}{entry.label}{_answer(entry, language)}"
    below = indent + _INDENT
    shown = len(entry.choices) if len(entry.choices) <= shown + _FEW else shown
    if entry.condition:
        yield below + sentence("place.outline_condition", {"condition": entry.condition}, language)
    if entry.hint:
        yield f"{below}({entry.hint})"
    yield from (f"{below}- {choice}" for choice in entry.choices[:shown])
    left = len(entry.choices) - shown
    if left > 0:
        yield below + sentence("place.outline_more", {"count": left}, language)
    if entry.refusal:
        yield below + sentence("place.outline_refusal", {"message": entry.refusal}, language)


def _answer(entry: OutlineEntry, language: str) -> str:
    """Say what is to be answered, and whether it must be."""
    said = [sentence(_KINDS[entry.kind], {}, language)] if entry.kind in _KINDS else []
    if entry.is_required:
        said.append(sentence("place.outline_required", {}, language))
    joined = ("، " if language == "ar" else ", ").join(said)
    return f" [{joined}]" if joined else ""
