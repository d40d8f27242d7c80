"""`fieldapp workspace recover-key`, `passphrase` and `new-recovery-key`: what opens a workspace, lost or changed."""

from pathlib import Path

import click

from fieldapp.base.clock import SystemClock
from fieldapp.base.files import write_unseen
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import (
    NEW_PASSPHRASE_FILE,
    PASSPHRASE_FILE,
    secret_from,
    typed_passphrase,
    workspace_folder,
)
from fieldapp.store import KeyChange, read_marker
from fieldapp.usecases.change_passphrase import change_passphrase, draw_recovery_key, replace_recovery_key
from fieldapp.usecases.recover_workspace import recover_workspace

RECOVERY_FILE = "FIELDAPP_RECOVERY_FILE"
"""Environment variable naming a file whose first line is the recovery key."""
_STICKS = "Les copies sur clé USB gardent ce qui les ouvrait le jour où elles ont été faites."
_MODE = 0o600


def register(workspace: click.Group) -> None:
    """Hang the commands on `fieldapp workspace`."""
    _register_recover(workspace)
    _register_passphrase(workspace)
    _register_new_key(workspace)


def _register_recover(workspace: click.Group) -> None:
    @command(workspace, "recover-key")
    def recover() -> Answer:
        """Choisir une nouvelle phrase secrète à l'aide de la clé de secours.

        Sans invite : la clé de secours se lit dans le fichier que nomme FIELDAPP_RECOVERY_FILE, la nouvelle phrase
        dans celui de FIELDAPP_NEW_PASSPHRASE_FILE.
        """
        folder = workspace_folder()
        secret = secret_from(RECOVERY_FILE, "Clé de secours")
        change = recover_workspace(folder, recovery_secret=secret, passphrase=_new_passphrase())
        first = (
            "Nouvelle phrase secrète enregistrée ; l'ancienne n'ouvre plus. La clé de secours reste la même."
        )
        return _changed(folder, change, [first])


def _register_passphrase(workspace: click.Group) -> None:
    @command(workspace, "passphrase")
    def passphrase() -> Answer:
        """Changer la phrase secrète ; les sauvegardes de l'espace suivent.

        Sans invite : l'ancienne se lit dans le fichier que nomme FIELDAPP_PASSPHRASE_FILE, la nouvelle dans celui de
        FIELDAPP_NEW_PASSPHRASE_FILE.
        """
        folder = workspace_folder()
        old = secret_from(PASSPHRASE_FILE, "Phrase secrète actuelle")
        new = secret_from(NEW_PASSPHRASE_FILE, "Nouvelle phrase secrète", confirm=True)
        change = change_passphrase(folder, old=old, new=new)
        return _changed(folder, change, ["Phrase secrète changée ; l'ancienne n'ouvre plus.", _STICKS])


def _register_new_key(workspace: click.Group) -> None:
    @command(workspace, "new-recovery-key")
    @click.option(
        "--sheet",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Écrire aussi la feuille à imprimer (PDF).",
    )
    @click.option(
        "--yes", is_flag=True, help="Révoquer l'ancienne clé sans demander si la nouvelle est notée."
    )
    def new_key(sheet: Path | None, *, yes: bool) -> Answer:
        """Faire une nouvelle clé de secours ; l'ancienne n'ouvre plus, aussitôt que la nouvelle est notée."""
        folder = workspace_folder()
        phrase = typed_passphrase(confirm=False)
        drawn = draw_recovery_key()
        if sheet is not None:
            write_sheet(sheet, folder, drawn.secret)
        if not yes:
            click.echo(f"Nouvelle clé de secours : {drawn.secret}", err=True)
            click.confirm("Est-elle notée et rangée ailleurs que cet ordinateur ?", abort=True, err=True)
        change = replace_recovery_key(folder, passphrase=phrase, recipient=drawn.recipient)
        lines = ["Nouvelle clé de secours enregistrée ; l'ancienne n'ouvre plus.", _STICKS]
        if yes:
            lines += ["À imprimer et à mettre sous clé ; elle ne sera plus montrée :", f"  {drawn.secret}"]
        return _changed(folder, change, lines, recovery_secret=drawn.secret, sheet=str(sheet or ""))


def write_sheet(path: Path, folder: Path, secret: str) -> None:
    """Write the page that a recovery key is kept on, for its owner alone to read."""
    from fieldapp.exports.recovery_sheet import RecoverySheet, render_recovery_sheet

    language = str(click.get_current_context().find_root().params.get("language") or "fr")
    sheet = RecoverySheet(secret, read_marker(folder).name, made_at=SystemClock().now(), language=language)
    write_unseen(path, render_recovery_sheet(sheet), mode=_MODE)


def _new_passphrase() -> str:
    """Return the new passphrase; where only one file of a passphrase is named, that is it."""
    if secret := secret_from(NEW_PASSPHRASE_FILE):
        return secret
    return typed_passphrase(confirm=True)


def _changed(folder: Path, change: KeyChange, lines: list[str], **more: str) -> Answer:
    left = [path.name for path in change.left]
    if left:
        lines = [*lines, f"Ces sauvegardes gardent ce qui les ouvrait : {', '.join(left)}."]
    return Answer(lines, {"workspace": str(folder), "backups_left": left, **more})
