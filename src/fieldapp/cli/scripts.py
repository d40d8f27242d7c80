"""`fieldapp form run`: tries a form out with a script, so that its author need not click through it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from fieldapp.base.clock import FixedClock
from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence, sentence_of
from fieldapp.cli.answer import UNREADABLE, Answer, colon, command, plain, refusal
from fieldapp.usecases.run_script import ScriptReport, run_script
from fieldapp.usecases.script_steps import ScriptProblems

_HELP = """Essayer un formulaire avec un script, sans cliquer : chaque étape est faite, chaque attente vérifiée.

Le script a une étape par ligne, un objet JSON dont la première clé dit quoi faire. Les chemins sont absolus, avec
des positions à partir de 1 pour les parties qui se répètent : /data/site[2]/nom. Ils commencent par /data, ou par ce
que dit la colonne « name » de la feuille « settings », et nomment les groupes. Les fichiers joints (CSV, GeoJSON) sont
cherchés à côté du formulaire.

\b
Par exemple
  {"set": "/data/identite/age", "value": "17"}
  {"expect_relevant": "/data/identite/tuteur", "relevant": true}
  {"set": "/data/identite/tuteur", "value": "Amal"}
  {"expect_validation": true, "outcome": "ok"}

\b
Faire
  {"set": CHEMIN, "value": TEXTE}            répondre ; "result": "ok", "constraint", "required" ou "type" dit ce
                                             qui doit en résulter (« ok » vaut aussi pour un type faux)
  {"add_repeat": "/data/site[2]"}            ajouter ; le chemin est celui du nouvel exemplaire
  {"remove_repeat": "/data/site[1]"}         retirer
  {"set_language": "Français (fr)"}          changer la langue du formulaire
  {"new_instance": true}                     recommencer une fiche vide
  {"roundtrip_instance": true}               enregistrer et rouvrir
  {"restore_instance": XML}                  ouvrir une fiche enregistrée
  {"edit_instance": true}                    rouvrir pour corriger
  {"finalize": true}                         terminer

\b
Attendre
  {"expect_value": CHEMIN, "value": TEXTE}   la valeur ; uuid:* vaut pour tout identifiant
  {"expect_relevant": CHEMIN, "relevant": true, "readonly": false, "required": true, "violation": "constraint"}
                                             au moins l'une de ces quatre clés
  {"expect_choices": CHEMIN, "values": […], "labels": […]}
  {"expect_repeat_count": CHEMIN, "count": 2}
  {"expect_validation": true, "outcome": "ok", "constraint" ou "required"}
  {"expect_label": CHEMIN, "label": TEXTE, "hint": TEXTE}
  {"expect_attribute": CHEMIN, "name": NOM, "value": TEXTE}
  {"expect_instance_xml": XML}               l'instance entière
  {"expect_load_error": true}                le formulaire doit être refusé
  "raises": true                             dans une étape : elle doit échouer

\b
Code de sortie
  0  tout est comme attendu
  1  quelque chose diffère ; chaque différence est dite avec sa ligne
  2  le formulaire ou le script ne se lit pas
"""


def register(form: click.Group) -> None:
    """Hang the command on the family of forms."""

    @command(form, "run", help=_HELP, short_help="Essayer un formulaire avec un script.")
    @click.argument("file", type=click.Path(path_type=Path), metavar="FORM")
    @click.argument("script", type=click.Path(path_type=Path), metavar="SCRIPT.jsonl")
    @click.option(
        "--now",
        type=click.DateTime(),
        metavar="DATE",
        help="Le moment où le script se joue, pour today() et now() : 2026-05-31, ou 2026-05-31T14:30:00.",
    )
    def run(file: Path, script: Path, now: datetime | None) -> Answer:
        language = click.get_current_context().find_root().params["language"]
        clock = FixedClock(now.astimezone()) if now is not None else None
        try:
            return _told(run_script(file, script, clock=clock), file, script, language=language)
        except ScriptProblems as error:
            return _unreadable(error, language)
        except KnownError as error:
            return replace(refusal(error, language), exit_code=UNREADABLE)


def _told(report: ScriptReport, form: Path, script: Path, *, language: str) -> Answer:
    failed = [
        _line_data(each.line, each.code, each.facts, language=language) | {"step": each.step}
        for each in report.differences
    ]
    faults = [
        {"rule": rule, "error": error.code, "sentence": sentence_of(error, language)}
        for rule, error in report.faults.items()
    ]
    counts = {"steps": report.steps, "expectations": report.expectations, "failed": report.failed}
    code = "script.differs" if failed else "script.kept"
    lines = [str(each["sentence"]) for each in failed]
    lines += [
        sentence("script.fault", {"rule": each["rule"], "why": each["sentence"]}, language) for each in faults
    ]
    lines.append(sentence(code, {**counts, "script": str(script)}, language))
    data = {"form": str(form), "script": str(script), **counts, "differences": failed, "faults": faults}
    return Answer(lines, data, is_refused=bool(failed))


def _unreadable(error: ScriptProblems, language: str) -> Answer:
    problems = [_line_data(each.line, each.code, each.facts, language=language) for each in error.problems]
    lines = [sentence_of(error, language), *(str(each["sentence"]) for each in problems)]
    data = {"error": error.code, "facts": plain(error.facts), "problems": problems, "sentence": lines[0]}
    return Answer(lines, data, is_refused=True, exit_code=UNREADABLE)


def _line_data(line: int, code: str, facts: Mapping[str, object], *, language: str) -> dict[str, object]:
    place = sentence("place.row", {"place": line}, language)
    return {
        "line": line,
        "code": code,
        "facts": plain(facts),
        "sentence": f"{place}{colon(language)}{sentence(code, facts, language)}",
    }
