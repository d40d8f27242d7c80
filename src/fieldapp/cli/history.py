"""`fieldapp record history` and `reopen`: what happened to a fiche, and why a finished one is changed again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.cli.answer import Answer, colon, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.records.history import Comparison, HistoryEvent, HistoryLine, RecordHistory, Said
from fieldapp.records.history import compare as compare_moments
from fieldapp.usecases.finalise_record import reopen_record
from fieldapp.usecases.print_history import HistoryJob, collect_history, write_history


def register(record: click.Group) -> None:
    """Hang the commands on `fieldapp record`."""
    _register_reopen(record)

    @command(record, "history")
    @click.argument("record_id", metavar="ID")
    @click.option(
        "--compare",
        nargs=2,
        type=click.IntRange(0),
        metavar="N N",
        help="Mettre côte à côte deux moments, par les numéros de l'historique ; 0 est le début, puis la fin.",
    )
    @click.option("--all", "is_all", is_flag=True, help="Dans la comparaison, aussi ce qui est pareil.")
    @click.option("--pdf", "target", type=click.Path(path_type=Path, dir_okay=False), help="L'écrire en PDF.")
    def history(
        record_id: str, target: Path | None, *, compare: tuple[int, int] | None, is_all: bool
    ) -> Answer:
        """Montrer tout ce qui a changé dans une fiche : quoi, quand, par qui, pourquoi.

        Les mots sont ceux de la langue choisie par --language, devant la commande.
        """
        language = click.get_current_context().find_root().params.get("language") or "fr"
        with opened_workspace() as opened:
            job = collect_history(opened, record_id, language=language)
        data = _data(job.history)
        if compare is not None:
            job = _compared(job, *compare, is_all=is_all)
            data = _compared_data(job.compared)
        if target is not None:
            write_history(job, target)
        told = list(_lines(job.history) if job.compared is None else _sides(job.compared, language))
        lines = told if target is None else [f"Historique écrit : {target}"]
        return Answer(lines, data | {"path": str(target) if target is not None else None})


def _compared(job: HistoryJob, first: int, last: int, *, is_all: bool) -> HistoryJob:
    compared = compare_moments(job.history, first, last, is_all=is_all)
    if compared is None:
        raise KnownError("history.no_such_moments", first=first, last=last)
    return replace(job, compared=compared)


def _sides(compared: Comparison | None, language: str) -> Iterator[str]:
    from fieldapp.exports.history_words import HistoryWords

    if compared is None:
        return
    words = HistoryWords(language)
    yield f"{words.moment(compared.first)}  |  {words.moment(compared.last)}"
    for line in compared.lines:
        old, new = words.sides(line)
        section = f"{line.section} › " if line.section else ""
        yield f"{section}{line.name}{colon(language)}{old or '–'}  |  {new or '–'}"


def _compared_data(compared: Comparison | None) -> dict[str, object]:
    if compared is None:
        return {}
    first = compared.first.number if compared.first else 0
    lines = [_line(line) for line in compared.lines]
    return {"first": first, "last": compared.last.number, "is_all": compared.is_all, "lines": lines}


def _register_reopen(record: click.Group) -> None:
    @command(record, "reopen")
    @click.argument("record_id", metavar="ID")
    @click.option(
        "--reason",
        required=True,
        help="Pourquoi ; reste pour toujours dans l'historique : n'y nommez personne.",
    )
    def reopen(record_id: str, reason: str) -> Answer:
        """Rouvrir une fiche complète pour la corriger, avec un motif."""
        with opened_workspace() as opened:
            again = reopen_record(opened, record_id, reason=reason).record
        lines = [f"Fiche rouverte : {again.title or again.record_id}"]
        return Answer(lines, {"record_id": again.record_id, "status": str(again.status)})


def _lines(history: RecordHistory) -> Iterator[str]:
    from fieldapp.exports.history_words import HistoryWords

    words = HistoryWords(history.language)
    between = colon(history.language)
    yield f"{history.title} ({words.say('form', form=history.form_title, version=history.form_version)})"
    for event in history.events:
        reason = f" ({words.say('reason')}{between}{event.reason})" if event.reason else ""
        yield f"{event.number}. {words.when(event)}  {words.what(event)}, {words.who(event)}{reason}"
        if event.clock:
            yield f"   {words.say('clock')}{between}{words.say('clock_doubted')}"
        for line in event.lines:
            yield f"   {_told(line, words.before(line), words.after(line), between=between)}"
    if history.former:
        yield f"{words.say('former')}{between.rstrip()}"
        for line in history.former:
            yield f"   {_told(line, '', words.after(line), between=between)}"


def _told(line: HistoryLine, old: str, new: str, *, between: str) -> str:
    section = f"{line.section} › " if line.section else ""
    return f"{section}{line.name}{between}{f'{old} → {new}' if old else new}"


def _data(history: RecordHistory) -> dict[str, object]:
    return {
        "record_id": history.record_id,
        "title": history.title,
        "form_id": history.form_id,
        "form_version": history.form_version,
        "language": history.language,
        "erased": history.erased,
        "events": [_event(event) for event in history.events],
        "former": [_line(line) for line in history.former],
    }


def _event(event: HistoryEvent) -> dict[str, object]:
    return {
        "number": event.number,
        "what": event.what,
        "at": event.at,
        "actor": event.actor,
        "reason": event.reason,
        "form_version": event.form_version,
        "version_before": event.version_before,
        "clock": event.clock,
        "change_id": event.change_id,
        "is_pending": event.is_pending,
        "lines": [_line(line) for line in event.lines],
    }


def _line(line: HistoryLine) -> dict[str, object]:
    return {
        "path": line.path,
        "section": line.section,
        "place": line.place,
        "label": line.label,
        "kind": str(line.kind),
        "old": _said(line.old),
        "new": _said(line.new),
        "is_erased": line.is_erased,
        "is_former": line.is_former,
    }


def _said(said: Said) -> dict[str, object]:
    return {"value": said.value, "words": said.words, "is_file": said.is_file}
