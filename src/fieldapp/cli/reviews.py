"""`fieldapp review` and `fieldapp record comment`: where a fiche stands, who moves it on, what is said of it."""

import sys
from collections.abc import Iterator

import click

from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.records.aside import RECORD_PATH
from fieldapp.records.review import ReviewState, Role
from fieldapp.usecases.comment_record import answer, comment, mark_read, settle
from fieldapp.usecases.review_record import (
    ReviewView,
    ToldThread,
    choose_role,
    look_at_review,
    move_review,
    own_role,
)

_STATES = {
    ReviewState.NONE: "à vérifier",
    ReviewState.VERIFIED: "vérifiée",
    ReviewState.SUBMITTED: "soumise",
    ReviewState.COMMENTED: "renvoyée avec des commentaires",
    ReviewState.VALIDATED_BIT: "validée par le BIT",
    ReviewState.VALIDATED_ANAPEC: "validée par l'ANAPEC",
}
_ROLES = {
    Role.AGENT: "agent",
    Role.VERIFIER: "vérificateur ou vérificatrice",
    Role.LEAD: "responsable",
    Role.BIT: "BIT",
    Role.ANAPEC: "ANAPEC",
}


@click.group()
def review() -> None:
    """La validation des fiches : où elles en sont, qui les fait avancer."""


def register(root: click.Group, record: click.Group) -> None:
    """Hang `review` on the root, and `comment` on `fieldapp record`."""
    root.add_command(review)
    _register_comment(record)


@command(review, "show")
@click.argument("record_id", metavar="ID")
@click.option("--read", is_flag=True, help="Noter que les commentaires ont été lus ici.")
def show(record_id: str, *, read: bool) -> Answer:
    """Montrer où en est une fiche, ce que vous pouvez en faire et ce qui en est dit."""
    with opened_workspace() as opened:
        view = look_at_review(opened, record_id, language=_language())
        if read:
            mark_read(opened, record_id)
    return Answer(list(_lines(view)), _data(view))


@command(review, "move")
@click.argument("record_id", metavar="ID")
@click.argument("state", type=click.Choice([str(each) for each in ReviewState][1:]), metavar="STATE")
def move(record_id: str, state: str) -> Answer:
    """Faire avancer une fiche, ou la renvoyer (« commented »), selon votre rôle.

    STATE : verified, submitted, commented, validated_bit, validated_anapec.
    """
    with opened_workspace() as opened:
        change = move_review(opened, record_id, ReviewState(state))
    lines = [f"Fiche {_STATES[ReviewState(state)]}."]
    return Answer(lines, {"record_id": record_id, "state": state, "change_id": change.change_id})


@command(review, "role")
@click.argument("role", type=click.Choice([str(each) for each in Role]), required=False, metavar="[ROLE]")
def role_(role: str | None) -> Answer:
    """Dire votre rôle, ou en changer : agent, verifier, lead, bit ou anapec."""
    with opened_workspace() as opened:
        if role is not None:
            choose_role(opened, Role(role))
        now = own_role(opened)
    return Answer([f"Votre rôle : {_ROLES[now]}."], {"role": str(now)})


def _register_comment(record: click.Group) -> None:
    @command(record, "comment")
    @click.argument("record_id", metavar="ID")
    @click.argument("text", default="", metavar="[TEXTE]")
    @click.option("--question", default="", metavar="CHEMIN", help="La question ; sinon, toute la fiche.")
    @click.option("--answer", "answered", default="", metavar="COMMENTAIRE", help="Répondre à celui-ci.")
    @click.option("--settle", "settled", default="", metavar="COMMENTAIRE", help="Régler celui-ci.")
    def comment_(record_id: str, text: str, *, question: str, answered: str, settled: str) -> Answer:
        """Commenter une fiche ou une de ses questions, répondre à un commentaire, le régler.

        TEXTE « - » se lit sur l'entrée. Les commentaires vont à l'équipe, jamais à l'ANAPEC.
        """
        if bool(answered) + bool(settled) + bool(question) > 1:
            raise click.UsageError("Un seul de ces choix : --question, --answer, --settle.")
        said = sys.stdin.read() if text == "-" else text
        with opened_workspace() as opened:
            if settled:
                if said.strip():
                    answer(opened, record_id, settled, said)
                change = settle(opened, record_id, settled)
            elif answered:
                change = answer(opened, record_id, answered, said)
            else:
                change = comment(opened, record_id, said, path=question or RECORD_PATH)
        line = "Commentaire réglé." if settled else "Commentaire gardé ; l'équipe l'aura au prochain échange."
        return Answer([line], {"record_id": record_id, "change_id": change.change_id})


def _language() -> str:
    return str(click.get_current_context().find_root().params.get("language") or "fr")


def _lines(view: ReviewView) -> Iterator[str]:
    review_ = view.review
    yield f"{view.title or '(sans nom)'} : {_STATES[review_.state]}"
    if review_.has_lapsed:
        yield f"  Elle était {_STATES[review_.last]} ; une réponse a changé depuis."
    if review_.is_disputed:
        yield "  Deux personnes l'ont fait avancer en même temps : la prochaine décide."
    for moved in view.moves:
        yield f"  {moved.at}  {_STATES[moved.after] if moved.after else '?'}, {moved.name or '?'}"
    if view.allowed:
        yield f"Vous pouvez : {', '.join(map(str, view.allowed))}"
    for thread in view.threads:
        yield from _told(thread)


def _told(thread: ToldThread) -> Iterator[str]:
    state = "réglé" if thread.is_settled else "ouvert"
    yield f"[{thread.thread_id}] {thread.question or 'Toute la fiche'} ({state})"
    if thread.was:
        yield f"  La réponse était : {thread.was}"
    for remark in thread.remarks:
        new = " (nouveau)" if remark.is_unread else ""
        yield f"  {remark.at}  {remark.name or '?'} : {remark.text or 'réglé'}{new}"


def _data(view: ReviewView) -> dict[str, object]:
    return {
        "record_id": view.record_id,
        "title": view.title,
        "state": str(view.review.state),
        "last": str(view.review.last),
        "has_lapsed": view.review.has_lapsed,
        "is_disputed": view.review.is_disputed,
        "role": str(view.role),
        "allowed": [str(each) for each in view.allowed],
        "open": view.open_threads,
        "unread": view.unread,
        "moves": [
            {
                "change_id": one.change_id,
                "name": one.name,
                "at": one.at,
                "before": str(one.before),
                "after": str(one.after) if one.after else None,
            }
            for one in view.moves
        ],
        "comments": [_thread(one) for one in view.threads],
    }


def _thread(thread: ToldThread) -> dict[str, object]:
    return {
        "comment": thread.thread_id,
        "question": None if thread.path == RECORD_PATH else thread.path,
        "label": thread.question,
        "was": thread.was,
        "is_settled": thread.is_settled,
        "remarks": [
            {
                "change_id": one.change_id,
                "name": one.name,
                "at": one.at,
                "text": one.text,
                "is_own": one.is_own,
                "is_unread": one.is_unread,
            }
            for one in thread.remarks
        ],
    }
