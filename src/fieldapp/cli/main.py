"""The root of the commands: `fieldapp [--workspace DIR] COMMAND …`."""

from pathlib import Path

import click

from fieldapp import __version__
from fieldapp.base.sentences import LANGUAGES
from fieldapp.cli.wording import Root, dress


@click.group(cls=Root)
@click.version_option(__version__, prog_name="fieldapp", help="Montrer la version.")
@click.option(
    "--workspace", type=click.Path(path_type=Path, file_okay=False), help="Le dossier de l'espace de travail."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="fr", help="La langue des explications.")
def main(workspace: Path | None, language: str) -> None:
    """Fiches de terrain hors ligne. Sans commande, la fenêtre s'ouvre."""


def _register() -> None:
    """Hang every family of commands on the root; each module imports its heavy rooms only when it runs."""
    from fieldapp.cli import (
        backups,
        bundles,
        checking,
        clock,
        demo,
        forms,
        history,
        inspecting,
        keys,
        lists,
        official_lists,
        pdfs,
        purging,
        records,
        reviews,
        status,
        submissions,
        team,
        trash,
        upgrades,
        workspaces,
    )

    main.add_command(official_lists.register())
    for family in (workspaces.workspace, forms.form, records.record, pdfs.pdf, bundles.bundle, team.team):
        main.add_command(family)
    backups.register(workspaces.workspace)
    clock.register(workspaces.workspace)
    trash.register(records.record)
    keys.register(workspaces.workspace)
    status.register(workspaces.workspace)
    purging.register(workspaces.workspace)
    history.register(records.record)
    lists.register(records.record)
    reviews.register(main, records.record)
    submissions.register(records.record)
    demo.register(main)
    checking.register(workspaces.workspace, bundles.bundle)
    inspecting.register(bundles.bundle)
    upgrades.register(records.record)
    dress(main)


_register()
