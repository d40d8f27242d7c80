"""`fieldapp workspace purge`: erasure on request, shown first and confirmed twice."""

import click

from fieldapp.base.clock import moment_from_text
from fieldapp.base.errors import KnownError
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.store import Workspace
from fieldapp.usecases.ended_interview import paths_before_the_end
from fieldapp.usecases.erase_record import (
    Erasable,
    Erasure,
    Finished,
    Preview,
    Reason,
    confirmation_word,
    erasable_answers,
    erase_record,
    finish_erasures,
    preview_erasure,
)

_REASONS = {
    "demande": Reason.REQUEST,
    "consentement": Reason.CONSENT,
    "erreur": Reason.MISTAKE,
    "duree": Reason.EXPIRED,
    "autorite": Reason.AUTHORITY,
}


def register(workspace: click.Group) -> None:
    """Hang the command on `fieldapp workspace`."""

    @command(workspace, "purge")
    @click.argument("record", metavar="FICHE")
    @click.option(
        "--path",
        "paths",
        multiple=True,
        help="Une réponse, ou ce qui la contient ; répétable. Sans elle, la fiche entière.",
    )
    @click.option(
        "--before-refusal",
        is_flag=True,
        help="Les réponses données avant que l'entretien soit refusé ou s'arrête ; la raison du refus reste.",
    )
    @click.option("--reason", type=click.Choice(list(_REASONS)), help="Pourquoi ; le journal le garde.")
    @click.option("--preview", is_flag=True, help="Montrer ce qui serait effacé, et s'arrêter là.")
    @click.option("--yes", is_flag=True, help="Ne pas poser la seconde question.")
    @click.option("--yes-really", is_flag=True, help="Ne pas faire taper le mot de confirmation.")
    def purge(
        record: str,
        paths: tuple[str, ...],
        reason: str | None,
        *,
        before_refusal: bool,
        preview: bool,
        yes: bool,
        yes_really: bool,
    ) -> Answer:
        """Effacer une fiche pour toujours, ou certaines de ses réponses (loi 09-08).

        FICHE est son identifiant. Rien ne revient d'un effacement : une fiche inutile se met à la corbeille.
        """
        reason = reason or ("consentement" if before_refusal else None)
        if not preview and reason is None:
            context = click.get_current_context()
            raise click.MissingParameter(ctx=context, param=_parameter(context, "reason"))
        with opened_workspace() as opened:
            spoken = str(click.get_current_context().find_root().params.get("language") or "fr")
            if before_refusal:
                paths = tuple(sorted({*paths, *paths_before_the_end(opened, record)}))
            seen = preview_erasure(opened, record, paths=paths, language=spoken)
            if preview or reason is None:
                return _previewed(seen, () if paths else erasable_answers(opened, record))
            word = confirmation_word(record) if yes_really else _typed(seen)
            if not yes:
                click.confirm("Effacer maintenant, pour toujours ?", abort=True, err=True)
            return _purged(opened, seen, reason=_REASONS[reason], word=word)


def _parameter(context: click.Context, name: str) -> click.Parameter:
    return next(one for one in context.command.params if one.name == name)


def _typed(seen: Preview) -> str:
    click.echo("\n".join(_lines(seen)), err=True)
    typed: str = click.prompt(f"Pour confirmer, tapez {seen.word} ou le titre de la fiche", err=True)
    return typed


def _purged(opened: Workspace, seen: Preview, *, reason: Reason, word: str) -> Answer:
    erasure = erase_record(opened, seen.record.record_id, paths=seen.paths, reason=reason, confirmation=word)
    try:
        finished = finish_erasures(opened)
    except KnownError as refusal:
        return _unfinished(seen, erasure, refusal)
    lines = [f"Effacé : {erasure.erased} valeurs du journal, et tout ce qui en dépendait."]
    lines += [f"Copies récrites sans elles : {len(finished.rewritten)}."]
    lines += [f"Copie abîmée, supprimée : {place}" for place in finished.dropped]
    lines += [
        f"Copie qui n'a pas pu être récrite ; le programme réessaiera : {place}" for place in finished.left
    ]
    return Answer([*lines, *_beyond(seen)], _data(seen) | _done(erasure, finished))


def _day(at: str) -> str:
    return f"{moment_from_text(at).astimezone():%d/%m/%Y}"


def _unfinished(seen: Preview, erasure: Erasure, refusal: KnownError) -> Answer:
    lines = [
        "Les valeurs sont effacées du fichier ; ses pages libres et ses sauvegardes n'ont pas pu être récrites"
        f" ({refusal.code}). Le programme le fera à la prochaine ouverture.",
    ]
    return Answer(
        lines,
        _data(seen) | {"erased": erasure.erased, "finished": False, "why": refusal.code},
        is_refused=True,
    )


def _previewed(seen: Preview, answers: "tuple[Erasable, ...] | list[Erasable]") -> Answer:
    lines = [f"{one.label} : --path '{one.path}'" for one in answers]
    named = {"title": seen.record.title}
    listed = [{"path": one.path, "label": one.label} for one in answers]
    return Answer([*_lines(seen), *lines], _data(seen) | named | {"answers_by_path": listed})


def _lines(seen: Preview) -> list[str]:
    reach, what = seen.reach, "La fiche entière" if not seen.paths else f"{len(seen.paths)} réponse(s)"
    name = seen.record.title or seen.record.record_id
    return [
        f"{what} : « {name} » ({seen.form_title})",
        f"Réponses : {reach.answers} ; valeurs du journal : {reach.revisions} ; étapes de saisie : {reach.steps}",
        f"Fichiers joints : {reach.files} ; documents PDF : {reach.documents}",
        f"Sauvegardes à récrire : {seen.copies}",
        *_beyond(seen),
    ]


def _beyond(seen: Preview) -> list[str]:
    """Say what an erasure here does not reach by itself."""
    lines = []
    if seen.has_travelled:
        lines += [f"Déjà envoyé ({len(seen.reach.sent)} envois) : le prochain envoi dit au centre d'effacer."]
    if seen.last_copy is not None:
        place, day = seen.last_copy.place, _day(seen.last_copy.at)
        lines += [f"Hors d'atteinte : la copie du {day}, {place}. Effacez-la ou remplacez-la."]
    if seen.reach.reasons:
        lines += [
            f"{seen.reach.reasons} motif(s) du journal citent une de ces valeurs ; un motif ne s'efface pas."
        ]
    return lines


def _data(seen: Preview) -> dict[str, object]:
    reach, copy = seen.reach, seen.last_copy
    return {
        "record": seen.record.record_id,
        "whole": not seen.paths,
        "paths": list(seen.paths),
        "answers": reach.answers,
        "revisions": reach.revisions,
        "steps": reach.steps,
        "files": reach.files,
        "documents": reach.documents,
        "reasons_kept": reach.reasons,
        "sent": list(reach.sent),
        "copies": seen.copies,
        "last_copy": {"at": copy.at, "place": copy.place} if copy else None,
        "word": seen.word,
    }


def _done(erasure: Erasure, finished: Finished) -> dict[str, object]:
    return {
        "erased": erasure.erased,
        "reason": erasure.reason,
        "at": erasure.at,
        "finished": finished.is_done,
        "rewritten": [str(place) for place in finished.rewritten],
        "dropped": [str(place) for place in finished.dropped],
        "left": [str(place) for place in finished.left],
    }
