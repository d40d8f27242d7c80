"""`fieldapp record export` and `import`: records as ODK submissions, in XML or in tables."""

from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence_of
from fieldapp.cli.answer import Answer, command, plain
from fieldapp.cli.opening import opened_workspace
from fieldapp.usecases.export_submissions import export_instances, export_tables
from fieldapp.usecases.import_submissions import (
    Imported,
    Outcome,
    Wishes,
    import_submissions,
    import_tables,
)

_MANY = 1_000_000


def register(record: click.Group) -> None:
    """Hang the commands on `fieldapp record`."""
    _register_export(record)
    _register_import(record)


def _register_export(record: click.Group) -> None:
    @command(record, "export")
    @click.argument("record_ids", nargs=-1, metavar="[ID]…")
    @click.option("--form", "form_id", help="Toutes les fiches de ce formulaire, au lieu d'identifiants.")
    @click.option(
        "--output",
        required=True,
        type=click.Path(path_type=Path, file_okay=False),
        help="Le dossier où écrire.",
    )
    @click.option("--as", "shape", type=click.Choice(["xml", "csv"]), default="xml", show_default=True)
    def export(record_ids: tuple[str, ...], form_id: str | None, output: Path, shape: str) -> Answer:
        """Écrire des fiches comme les outils ODK les lisent : XML avec ses fichiers, ou tableaux CSV.

        Ce qui est écrit n'est plus chiffré : gardez-le en lieu sûr, ou effacez-le après usage.
        """
        if bool(record_ids) == bool(form_id):
            raise click.UsageError("Donnez des identifiants, ou --form.")
        with opened_workspace() as opened:
            ids = record_ids or [one.record_id for one in opened.records.list(form_id=form_id, limit=_MANY)]
            write = export_instances if shape == "xml" else export_tables
            written = write(opened, list(ids), output)
        lines = [f"{len(ids)} fiche(s) écrite(s) en clair dans {output}."]
        return Answer(lines, {"records": len(ids), "files": [str(path) for path in written]})


def _register_import(record: click.Group) -> None:
    @command(record, "import")
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
    @click.option("--form", "form_id", help="Le formulaire des tableaux CSV.")
    @click.option(
        "--give-up-unplaced",
        is_flag=True,
        help="Laisser de côté les réponses sans question dans le formulaire.",
    )
    @click.option("--finalise", is_flag=True, help="Terminer aussitôt les fiches où rien ne manque.")
    def import_(
        paths: tuple[Path, ...], form_id: str | None, *, give_up_unplaced: bool, finalise: bool
    ) -> Answer:
        """Prendre des saisies faites avec ODK Collect, Central ou Kobo : fichiers ou dossiers XML, ou tableaux CSV.

        Chaque saisie devient un brouillon, une seule fois, même si elle est lue de nouveau.
        """
        wishes = Wishes(gives_up_unplaced=give_up_unplaced, finalises=finalise)
        with opened_workspace() as opened:
            if form_id is not None:
                done = import_tables(opened, form_id, paths, wishes)
            else:
                done = import_submissions(opened, paths, wishes)
        return _told(done)


def _told(done: list[Imported]) -> Answer:
    language = click.get_current_context().find_root().params.get("language") or "fr"
    counts = {outcome: sum(one.outcome is outcome for one in done) for outcome in Outcome}
    taken, known, refused = counts[Outcome.TAKEN], counts[Outcome.KNOWN], counts[Outcome.REFUSED]
    lines = [f"{taken} prise(s), {known} déjà là, {refused} refusée(s)."]
    for one in done:
        if one.refusal is not None:
            lines += [f"- {one.source} : {sentence_of(one.refusal, language)}"]
        if one.missing_files:
            lines += [f"- {one.source} : fichiers absents : {', '.join(one.missing_files)}"]
    data = {"taken": taken, "known": known, "refused": refused, "submissions": [_data(one) for one in done]}
    return Answer(lines, data, is_refused=refused > 0)


def _data(one: Imported) -> dict[str, object]:
    return {
        "source": one.source,
        "outcome": str(one.outcome),
        "record_id": one.record_id,
        "title": one.title,
        "error": one.refusal.code if one.refusal is not None else None,
        "facts": plain(one.refusal.facts) if isinstance(one.refusal, KnownError) else {},
        "missing_files": list(one.missing_files),
        "unplaced": list(one.unplaced),
        "finalised": one.is_finalised,
    }
