"""`fieldapp record import-list`: draft fiches of a list that somebody already has, looked at before they are made."""

from collections.abc import Mapping
from pathlib import Path

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.base.sentences import sentence
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.directory.columns import answerable
from fieldapp.directory.lists import read_list
from fieldapp.forms.definition import FormDefinition
from fieldapp.usecases.import_list import ListPlan, PlannedRow, carry_out, plan_list, propose, undo_list

FORM = "fiche_organisation"
MOST_BYTES = 64 * 1024 * 1024


def register(record: click.Group) -> None:
    """Hang the commands on `fieldapp record`."""
    _register_import(record)
    _register_undo(record)


def _register_import(record: click.Group) -> None:
    @command(record, "import-list")
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
    @click.option("--form", "form_id", default=FORM, show_default=True, help="Le formulaire à remplir.")
    @click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="COLONNE=QUESTION",
        help="La question d'une colonne ; vide pour aucune.",
    )
    @click.option("--rest", default="", help="La question de texte qui recueille tout le reste.")
    @click.option("--preview", is_flag=True, help="Montrer ce qui serait fait, et s'arrêter là.")
    @click.option(
        "--skip-likely", is_flag=True, help="Laisser les lignes qui ressemblent à une fiche déjà là."
    )
    def import_list(
        file: Path, form_id: str, columns: tuple[str, ...], rest: str, *, preview: bool, skip_likely: bool
    ) -> Answer:
        """Faire des brouillons d'une liste d'organisations (.xlsx ou CSV) : un par ligne."""
        people = read_list(read_bytes(file, limit=MOST_BYTES), name=file.name)
        with opened_workspace() as opened:
            definition = opened.forms.get(form_id)
            proposed = {column: one.nodeset for column, one in propose(opened, form_id, people).items()}
            mapping = proposed | _chosen(columns, people.columns, definition)
            plan = plan_list(
                opened, form_id, people, mapping=mapping, rest_into=_nodeset(rest, definition) if rest else ""
            )
            lines = [row.line for row in plan.rows if not (skip_likely and row.like is not None)]
            made = [] if preview else carry_out(opened, plan, lines)
        return _told(plan, mapping, made=made, is_preview=preview)


def _register_undo(record: click.Group) -> None:
    @command(record, "undo-list")
    @click.option("--form", "form_id", default=FORM, show_default=True, help="Le formulaire de la liste.")
    def undo(form_id: str) -> Answer:
        """Mettre à la corbeille les brouillons de la dernière liste prise, sauf ceux où l'on a écrit depuis."""
        with opened_workspace() as opened:
            trashed, kept = undo_list(opened, form_id)
        lines = [f"{trashed} brouillon(s) mis à la corbeille, {kept} gardé(s) : on y a écrit depuis."]
        return Answer(lines, {"trashed": trashed, "kept": kept})


def _chosen(written: tuple[str, ...], columns: tuple[str, ...], definition: FormDefinition) -> dict[str, str]:
    found = {}
    for pair in written:
        column, _, question = pair.rpartition("=")
        if column not in columns:
            raise click.UsageError(f"Colonne inconnue : {column}. Colonnes : {', '.join(columns)}.")
        found[column] = _nodeset(question, definition) if question else ""
    return found


def _nodeset(question: str, definition: FormDefinition) -> str:
    found = next((one.nodeset for one in answerable(definition) if question in (one.name, one.nodeset)), None)
    if found is None:
        raise KnownError("list.unknown_question", questions=[question])
    return found


def _told(plan: ListPlan, mapping: Mapping[str, str], *, made: list[str], is_preview: bool) -> Answer:
    language = click.get_current_context().find_root().params.get("language") or "fr"
    likely = sum(row.like is not None for row in plan.rows)
    first = f"{len(plan.rows)} ligne(s) lue(s)" if is_preview else f"{len(made)} brouillon(s) fait(s)"
    lines = [f"{first} ; {likely} ressemble(nt) à une fiche déjà là."]
    lines += [
        f"  {column} → {nodeset.rpartition('/')[2] or '(laissée)'}" for column, nodeset in mapping.items()
    ]
    for row in plan.rows:
        for note in row.notes:
            said = sentence(note.code, {"text": note.cell}, language)
            lines += [f"- ligne {row.line}, {note.column} : {said}"]
        if row.like is not None:
            lines += [f"- ligne {row.line}, {row.title} : ressemble à {row.like.key} ({row.like.score} %)"]
    data = {"mapping": dict(mapping), "rows": [_data(row) for row in plan.rows], "made": made}
    return Answer(lines, data)


def _data(row: PlannedRow) -> dict[str, object]:
    like = row.like
    return {
        "line": row.line,
        "title": row.title,
        "answers": dict(row.answers),
        "notes": [{"column": note.column, "code": note.code, "cell": note.cell} for note in row.notes],
        "like": None if like is None else {"key": like.key, "reason": str(like.reason), "score": like.score},
    }
