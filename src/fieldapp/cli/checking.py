"""`fieldapp workspace check` and `bundle verify`: whether every line is as it was written, here and in a bundle."""

from pathlib import Path

import click

from fieldapp.base.files import read_bytes
from fieldapp.base.sentences import sentence, sentence_of
from fieldapp.bundle.limits import OUTER_BYTES
from fieldapp.cli.answer import Answer, command, plain
from fieldapp.cli.backups import losses_data, losses_line
from fieldapp.cli.clock import clock_data, clock_lines
from fieldapp.cli.opening import opened_workspace
from fieldapp.store.verifying import verify
from fieldapp.usecases.back_up import count_losses
from fieldapp.usecases.judge_clock import judge_clock
from fieldapp.usecases.verify_bundle import verify_bundle


def register(workspace: click.Group, bundle: click.Group) -> None:
    """Hang the commands on their families."""
    _register_check(workspace)
    _register_verify(bundle)


def _register_check(workspace: click.Group) -> None:
    @command(workspace, "check")
    def check() -> Answer:
        """Vérifier que le fichier, son journal et ce qui y est joint sont entiers ; dire ce qui n'existe qu'ici."""
        language = _language()
        with opened_workspace() as opened:
            verified = verify(opened)
            records = opened.records.count()
            losses = count_losses(opened)
            clock = judge_clock(opened)
        counted = {"changes": verified.changes, "files": verified.files, "erased": verified.erased}
        findings = [
            plain(one.facts) | {"code": one.code, "sentence": sentence_of(one, language)}
            for one in verified.findings
        ]
        lines = [sentence("check.fine", counted | {"erased": verified.erased or ""}, language)]
        if findings:
            lines = [sentence("check.found", {"count": len(findings)}, language)]
            lines += [f"- {one['sentence']}" for one in findings]
        if clock.doubt or clock.events:
            lines += clock_lines(clock)
        data = {"records": records, **counted, "findings": findings, "only_here": losses_data(losses)}
        data |= {"clock": clock_data(clock)}
        return Answer([*lines, losses_line(losses)], data, is_refused=bool(findings))


def _register_verify(bundle: click.Group) -> None:
    @command(bundle, "verify")
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
    def check_bundle(file: Path) -> Answer:
        """Vérifier un envoi fait ici : sa signature, ses empreintes, et qu'il dit ce que dit le journal."""
        with opened_workspace() as opened:
            seen = verify_bundle(opened, read_bytes(file, limit=OUTER_BYTES))
        facts = {"number": seen.bundle_no, "changes": seen.changes, "erased": seen.erased or ""}
        lines = [sentence("check.bundle_fine", facts, _language())]
        return Answer(lines, {"bundle_no": seen.bundle_no, "changes": seen.changes, "erased": seen.erased})


def _language() -> str:
    return click.get_current_context().find_root().params.get("language") or "fr"
