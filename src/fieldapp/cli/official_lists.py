"""`fieldapp list`: the official list of communes, looked at, taken, taken back, shown and written out."""

from pathlib import Path

import click

from fieldapp.base.sentences import sentence
from fieldapp.cli.answer import Answer, colon, command, plain
from fieldapp.cli.opening import opened_workspace
from fieldapp.directory.communes import RowProblem
from fieldapp.store import OfficialAct, OfficialList
from fieldapp.usecases.official_lists import (
    CommunePlan,
    export_list,
    plan_list,
    standing,
    take_list,
    withdraw_list,
)

MOST_SHOWN = 50
"""Problems that are said one by one to people; programs get all of them."""
_ACTS = {"taken": "official.act_taken", "withdrawn": "official.act_withdrawn"}


@click.group(name="list")
def official_list() -> None:
    """La liste officielle des communes : la prendre, la retirer, la montrer, l'écrire."""


def register() -> click.Group:
    """Hang the commands on `fieldapp list`, and return it."""
    _register_import()
    command(official_list, "undo", short_help="Retirer la liste en vigueur.")(_undo)
    command(official_list, "show", short_help="Dire quelle liste est en vigueur.")(_show)
    _register_export()
    return official_list


def _register_import() -> None:
    @command(official_list, "import", short_help="Prendre une liste de communes (CSV).")
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
    @click.option("--preview", is_flag=True, help="Montrer ce qui serait fait, et s'arrêter là.")
    @click.option("--skip-bad", is_flag=True, help="Prendre les lignes justes, laisser les autres de côté.")
    def import_list(file: Path, *, preview: bool, skip_bad: bool) -> Answer:
        """Prendre une liste de communes : un CSV, colonnes « code » (RR.PPP.CC.NN), « nom_fr » et « nom_ar »."""
        with opened_workspace() as opened:
            plan = plan_list(opened, file)
            stops = bool(plan.listed.left_out) and not skip_bad
            taken = None if preview or stops else take_list(opened, plan)
        return _told(plan, taken, stops=stops and not preview)


def _undo() -> Answer:
    """Retirer la liste en vigueur : la précédente revient ; les fiches gardent leurs réponses et les noms choisis."""
    language = _language()
    with opened_workspace() as opened:
        gone, back = withdraw_list(opened)
    lines = [sentence("official.withdrawn", {"file": gone.source_name}, language), _in_force(back)]
    return Answer(lines, {"withdrawn": _list_data(gone), "in_force": _list_data(back)})


def _show() -> Answer:
    """Dire quelle liste est en vigueur, et ce qui a été fait des listes."""
    language = _language()
    with opened_workspace() as opened:
        found = standing(opened)
        names = {actor.actor_id: actor.name for actor in opened.people.actors()}
    lines = [_in_force(found.present)]
    for act in found.acts:
        facts = {"at": act.moment.at[:10], "who": names.get(act.actor_id, ""), "file": act.listed.source_name}
        lines.append("- " + sentence(_ACTS[act.kind], {**facts, "count": act.listed.entries}, language))
    data = {"in_force": _list_data(found.present), "acts": [_act_data(act) for act in found.acts]}
    return Answer(lines, data)


def _register_export() -> None:
    @command(official_list, "export", short_help="L'écrire pour d'autres outils ODK.")
    @click.option(
        "--output",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        help="Le dossier du formulaire.",
    )
    def export(output: Path) -> Answer:
        """Écrire la liste en vigueur sous le nom qu'un formulaire cite, pour Collect ou Kobo."""
        with opened_workspace() as opened:
            path = export_list(opened, output)
        return Answer([str(path)], {"path": str(path)})


def _told(plan: CommunePlan, taken: OfficialList | None, *, stops: bool) -> Answer:
    language = _language()
    counts = {"count": len(plan.listed.communes), "new": plan.new, "gone": plan.gone, "renamed": plan.renamed}
    code = "official.taken" if taken is not None else "official.preview"
    lines = [sentence(code, {"file": plan.listed.name, **counts}, language)]
    problems = plan.listed.worst_first()
    lines += [f"- {_problem_line(one, language)}" for one in problems[:MOST_SHOWN]]
    if len(problems) > MOST_SHOWN:
        lines.append(sentence("official.more_problems", {"count": len(problems) - MOST_SHOWN}, language))
    if stops:
        lines.append(sentence("official.refused", {"count": plan.listed.left_out}, language))
    data: dict[str, object] = {
        **counts,
        "left_out": plan.listed.left_out,
        "problems": [_problem_data(one, language) for one in problems],
        "taken": _list_data(taken),
    }
    return Answer(lines, data, is_refused=stops)


def _problem_line(one: RowProblem, language: str) -> str:
    where = sentence("place.row", {"place": one.line}, language)
    return f"{where}{colon(language)}{sentence(one.code, one.facts, language)}"


def _problem_data(one: RowProblem, language: str) -> dict[str, object]:
    return {
        "line": one.line,
        "code": one.code,
        "facts": plain(one.facts),
        "is_left_out": one.is_left_out,
        "sentence": sentence(one.code, one.facts, language),
    }


def _in_force(found: OfficialList | None) -> str:
    if found is None:
        return sentence("official.none_in_force", {}, _language())
    return sentence("official.in_force", {"file": found.source_name, "count": found.entries}, _language())


def _list_data(found: OfficialList | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "file": found.source_name,
        "sha256": found.sha256,
        "entries": found.entries,
        "number": found.number,
    }


def _act_data(act: OfficialAct) -> dict[str, object]:
    moment = {"at": act.moment.at, "clock": str(act.moment.clock), "actor_id": act.actor_id}
    return {**moment, "kind": act.kind, "list": _list_data(act.listed)}


def _language() -> str:
    return str(click.get_current_context().find_root().params.get("language") or "fr")
