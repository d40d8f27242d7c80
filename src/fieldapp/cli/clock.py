"""`fieldapp workspace clock`: what is doubtful about the computer's clock, and a person's word about it."""

from datetime import datetime

import click

from fieldapp.base.clock import moment_from_text, utc_text
from fieldapp.base.clock_guard import Doubt
from fieldapp.base.errors import KnownError
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.usecases.judge_clock import ClockReport, begin_mission, judge_clock, settle_clock

_WORDS = {
    Doubt.NONE: "L'horloge de cet ordinateur est plausible : {now}.",
    Doubt.BEFORE_PROGRAM: "L'horloge indique le {now} : ce programme n'existait pas encore. Réglez-la.",
    Doubt.BEFORE_MISSION: "L'horloge indique le {now}, avant le début de la mission ({begins}). Réglez-la, ou corrigez"
    " ce début par --mission-begins.",
    Doubt.BACKWARD: "L'horloge indique le {now}, mais la dernière réponse est du {last}. Réglez-la ; si la date est"
    " juste maintenant, dites-le par --settle.",
    Doubt.AHEAD: "L'horloge indique le {now} : elle a avancé d'un coup depuis le {last}. Réglez-la ; si la date est"
    " juste, dites-le par --settle.",
}


def register(workspace: click.Group) -> None:
    """Hang the command on `fieldapp workspace`."""

    @command(workspace, "clock")
    @click.option("--settle", is_flag=True, help="Dire que la date de l'ordinateur est juste maintenant.")
    @click.option(
        "--mission-begins",
        "begins",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="AAAA-MM-JJ",
        help="Le jour où la mission commence : ce qui est daté d'avant est douteux.",
    )
    def clock(begins: datetime | None, *, settle: bool) -> Answer:
        """Dire si l'horloge de l'ordinateur est plausible, et ce qui porte une date douteuse."""
        with opened_workspace() as opened:
            if begins is not None:
                begin_mission(opened, begins.date())
            if settle:
                if not judge_clock(opened).can_be_settled and judge_clock(opened).doubt:
                    raise KnownError("clock.not_settled", doubt=str(judge_clock(opened).doubt))
                settle_clock(opened)
            report = judge_clock(opened)
        return Answer(clock_lines(report), clock_data(report))


def clock_lines(report: ClockReport) -> list[str]:
    """Say what is doubtful."""
    facts = {
        "now": f"{report.now:%d/%m/%Y %H:%M}",
        "last": f"{report.last.astimezone():%d/%m/%Y %H:%M}" if report.last else "?",
        "begins": f"{report.mission_begins.astimezone():%d/%m/%Y}" if report.mission_begins else "?",
    }
    lines = [_WORDS[report.doubt].format(**facts)]
    for each in report.events:
        first, last = (f"{moment_from_text(at).astimezone():%d/%m/%Y}" for at in (each.first, each.last))
        dates = first if first == last else f"{first} à {last}"
        lines += [
            f"{each.events} réponses ou actes portent une date douteuse ({dates}), dans {each.records} fiches."
            " Leur ordre est juste."
        ]
    return lines


def clock_data(report: ClockReport) -> dict[str, object]:
    """Say it for programs."""
    return {
        "doubt": str(report.doubt),
        "now": utc_text(report.now),
        "last_event": utc_text(report.last) if report.last else None,
        "mission_begins": utc_text(report.mission_begins) if report.mission_begins else None,
        "doubtful_events": [
            {
                "doubt": str(each.clock),
                "events": each.events,
                "records": each.records,
                "first": each.first,
                "last": each.last,
            }
            for each in report.events
        ],
    }
