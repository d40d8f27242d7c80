"""`fieldapp-central`: make a centre, enrol laptops, import bundles, look, answer.

Exit codes: 0 done, 1 refused with reasons, 2 wrong call.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.base.errors import KnownError
from fieldapp.base.files import write_atomically
from fieldapp.base.sentences import LANGUAGES, sentence_of
from fieldapp.central_cli.speaking import Answer, say

if TYPE_CHECKING:
    from fieldapp.central import Centre, ImportResult, ReceiptFile

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_MISSING_DATABASE = "Indiquez la base : --database URL (ou FIELDAPP_CENTRAL_DATABASE)."
_MISSING_KEYS = "Indiquez le dossier des clés : --keys DIR (ou FIELDAPP_CENTRAL_KEYS)."


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands before the command."""

    database: str | None
    keys: Path | None
    language: str

    def keys_dir(self, url: str) -> Path:
        """Return the key folder that was named, or the one beside a SQLite file."""
        from fieldapp.central import default_keys_dir

        folder = self.keys or default_keys_dir(url)
        if folder is None:
            raise click.UsageError(_MISSING_KEYS)
        return folder

    def centre(self) -> "Centre":
        """Open the centre that was named."""
        from fieldapp.central import open_centre

        if not self.database:
            raise click.UsageError(_MISSING_DATABASE)
        return open_centre(self.database, self.keys_dir(self.database))


@click.group()
@click.option("--database", envvar="FIELDAPP_CENTRAL_DATABASE", help="URL de la base du centre.")
@click.option("--keys", type=_FOLDER, envvar="FIELDAPP_CENTRAL_KEYS", help="Dossier des clés du centre.")
@click.option("--language", type=click.Choice(LANGUAGES), default="fr", help="Langue des phrases.")
@click.pass_context
def main(context: click.Context, *, database: str | None, keys: Path | None, language: str) -> None:
    """Le centre de fieldapp : base, inscriptions, imports, accusés de réception."""
    context.obj = Settings(database, keys, language)


def _command(name: str) -> Callable[[Callable[..., Answer]], click.Command]:
    """Make a command that can answer in JSON and whose refusals become sentences and exit code 1."""

    def register(work: Callable[..., Answer]) -> click.Command:
        @functools.wraps(work)
        def run(*, as_json: bool, **options: Any) -> None:
            settings = click.get_current_context().find_object(Settings)
            assert settings is not None
            say(lambda: work(settings, **options), as_json=as_json, language=settings.language)

        flag = click.option("--json", "as_json", is_flag=True, help="Répondre en JSON.")
        return main.command(name)(flag(run))

    return register


@_command("init")
@click.argument("url")
@click.option("--keys", "keys_dir", type=_FOLDER, help="Dossier des clés ; à côté d'un fichier SQLite sinon.")
@click.option(
    "--training", is_flag=True, help="Centre de formation : aucun centre réel n’accepte ses ordinateurs."
)
@click.option("--escrow", default="", help="Destinataire age (age1…) du séquestre hors ligne.")
@click.option("--form", "forms", type=_FILE, multiple=True, help="Formulaire en plus de ceux du programme.")
def init(
    settings: Settings,
    *,
    url: str,
    keys_dir: Path | None,
    training: bool,
    escrow: str,
    forms: tuple[Path, ...],
) -> Answer:
    """Crée le centre dans la base URL, ou met à jour celui qui s'y trouve."""
    from fieldapp.central import init_centre
    from fieldapp.central.centre import shipped_definitions
    from fieldapp.central.database import shown
    from fieldapp.central.report import status_lines
    from fieldapp.forms import load_form

    folder = keys_dir or settings.keys_dir(url)
    definitions = [*shipped_definitions(), *map(load_form, forms)]
    centre = init_centre(url, folder, training=training, forms=definitions, escrow_recipient=escrow)
    status = centre.status()
    facts = {"database": shown(url), "keys": str(folder), "recipient": status.recipient, "training": training}
    lines = [*status_lines(status, settings.language), str(folder)]
    return Answer({**facts, "authority_words": list(centre.authority_words())}, lines)


@_command("enrol")
@click.argument("request", type=_FILE)
@click.option("--output", type=_FOLDER, default=Path(), help="Dossier du fichier d'inscription.")
@click.option(
    "--role", type=click.Choice(["poste", "lead"]), default="poste", help="Rôle dans le certificat."
)
@click.option("--yes", is_flag=True, help="Les huit mots ont été vérifiés ; ne pas demander.")
def enrol(settings: Settings, *, request: Path, output: Path, role: str, yes: bool) -> Answer:
    """Répond à une demande d'inscription, après comparaison des huit mots par téléphone."""
    from fieldapp.central.centre import read_request
    from fieldapp.signing.certificates import Role

    centre, data = settings.centre(), read_request(request)
    words = centre.request_words(data)
    if not yes:
        click.echo(" ".join(words), err=True)
        click.confirm("Ces huit mots sont-ils ceux de l’écran de l’ordinateur ?", abort=True, err=True)
    answer = centre.enrol(data, role=Role(role))
    path = output / answer.name
    write_atomically(path, answer.data)
    facts = {
        "device_code": answer.device_code,
        "words": list(words),
        "file": str(path),
        "again": answer.is_again,
    }
    facts["authority_words"] = list(centre.authority_words())
    return Answer(facts, [f"{answer.device_code}: {' '.join(words)}", str(path)])


@_command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--receipts",
    type=_FOLDER,
    help="Dossier des accusés de réception ; à côté de la base SQLite, sinon de chaque fichier.",
)
def import_(settings: Settings, *, files: tuple[Path, ...], receipts: Path | None) -> Answer:
    """Importe des fichiers d’envoi, chacun en entier ou pas du tout, et écrit chaque accusé de réception."""
    from fieldapp.central import default_receipts_dir
    from fieldapp.central.report import import_sentence

    centre = settings.centre()
    results = centre.import_files(files)
    folders = [receipts or default_receipts_dir(centre.url, file) for file in files]
    written = [_try_receipt(*one, settings.language) for one in zip(results, folders, strict=True)]
    sentences = [import_sentence(result, settings.language) for result in results]
    facts = [_facts(*one) for one in zip(results, written, sentences, strict=True)]
    is_refused = any(result.is_refused for result in results) or any(one.error for one in written)
    lines = [*sentences, *(one.line(settings.language) for one in written if one.line(settings.language))]
    return Answer({"results": facts}, lines, is_refused=is_refused)


@_command("status")
def status(settings: Settings) -> Answer:
    """Montre fiches, modifications, discussions, quarantaine, ordinateurs et derniers envois."""
    from dataclasses import asdict

    from fieldapp.central.report import status_lines

    found = settings.centre().status()
    return Answer(asdict(found), status_lines(found, settings.language))


@_command("receipt")
@click.argument("bundle_ids", nargs=-1)
@click.option("--output", type=_FOLDER, required=True, help="Dossier où écrire les accusés de réception.")
def receipt(settings: Settings, *, bundle_ids: tuple[str, ...], output: Path) -> Answer:
    """Écrit l’accusé de réception des envois nommés, même refusés, ou le dernier de chaque ordinateur."""
    centre = settings.centre()
    named = [one for bundle_id in bundle_ids for one in centre.receipts_for(bundle_id)]
    found = named if bundle_ids else centre.latest_receipts()
    written = [_write_receipt(one, output) for one in found]
    return Answer({"files": written}, written)


@dataclass(frozen=True, slots=True)
class _Written:
    """Where a receipt was written, or why it could not be; both blank when there is none."""

    path: str = ""
    error: str = ""

    def line(self, language: str) -> str:
        """Say it to people."""
        from fieldapp.central.report import receipt_sentence

        return receipt_sentence(self.path, language) if self.path else self.error


def _try_receipt(result: "ImportResult", folder: Path, language: str) -> _Written:
    """Write a receipt; when the disk will not have it, it is kept in the database and the other files go on."""
    if result.receipt is None:
        return _Written()
    try:
        return _Written(_write_receipt(result.receipt, folder))
    except KnownError as error:
        return _Written(error=sentence_of(error, language))


def _write_receipt(found: "ReceiptFile", folder: Path) -> str:
    path = folder / found.name
    write_atomically(path, found.data)
    return str(path)


def _facts(result: "ImportResult", written: _Written, sentence: str) -> dict[str, object]:
    names = (
        "name", "code", "bundle_id", "device_code", "bundle_no", "seq_from", "seq_to", "new_count",
        "known_count", "record_count", "quarantine_count", "conflict_count",
    )  # fmt: skip
    facts = {name: getattr(result, name) for name in names}
    facts |= {"status": str(result.status), "facts": dict(result.facts), "sentence": sentence}
    return facts | {"receipt": written.path, "receipt_error": written.error}
