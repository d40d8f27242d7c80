"""`fieldapp pdf`: fiches as signed PDFs, and the signatures in a PDF."""

from collections.abc import Sequence
from pathlib import Path

import click
from cryptography.x509 import Certificate

from fieldapp.base.clock import SystemClock
from fieldapp.base.files import read_bytes
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace, typed_passphrase
from fieldapp.signing.identity import Identity, pkcs12_identity
from fieldapp.signing.pades import PdfSignature, verify_pdf
from fieldapp.usecases.export_fiche import Audience, export_fiche
from fieldapp.usecases.laptop_identity import trusted_certificates

LARGEST_PDF = 100 * 1024**2
"""Bytes of a PDF whose signatures we look at."""


@click.group()
def pdf() -> None:
    """Les fiches en PDF signé."""


@command(pdf, "fiche")
@click.argument("record_ids", nargs=-1, required=True, metavar="ID…")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Où les écrire."
)
@click.option(
    "--form-language", type=click.Choice(["fr", "ar", "en"]), default="fr", help="Langue de la fiche."
)
@click.option(
    "--for", "audience", type=click.Choice([str(one) for one in Audience]), default=str(Audience.LOCAL)
)
@click.option("--pkcs12", type=click.Path(path_type=Path, dir_okay=False), help="Signer avec ce certificat.")
def fiche(
    record_ids: Sequence[str], output: Path, form_language: str, audience: str, pkcs12: Path | None
) -> Answer:
    """Écrire des fiches en PDF, scellées par le poste ou par un certificat PKCS#12."""
    identity = _identity(pkcs12)
    paths = []
    with opened_workspace() as opened:
        for record_id in record_ids:
            written = export_fiche(
                opened,
                record_id,
                folder=output,
                language=form_language,
                audience=Audience(audience),
                identity=identity,
            )
            paths.append(str(written))
    return Answer([f"Fiche écrite : {path}" for path in paths], {"paths": paths})


@command(pdf, "verify")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def verify(file: Path) -> Answer:
    """Dire si les signatures d'un PDF tiennent ; avec --workspace, si son centre en répond."""
    data = read_bytes(file, limit=LARGEST_PDF)
    signatures = verify_pdf(data, _roots(), at=SystemClock().now())
    lines = [
        f"{one.signer_name}, {_moment(one)} : "
        + ("intacte" if one.is_intact else "ALTÉRÉE")
        + (", de confiance" if one.is_trusted else ", signataire non vérifié")
        + ("" if one.covers_whole_file else ", ne couvre pas tout le fichier")
        for one in signatures
    ]
    found = [
        {
            "signer": one.signer_name,
            "at": one.at.isoformat() if one.at else None,
            "is_intact": one.is_intact,
            "is_trusted": one.is_trusted,
            "covers_whole_file": one.covers_whole_file,
        }
        for one in signatures
    ]
    is_fine = bool(signatures) and all(one.is_intact and one.covers_whole_file for one in signatures)
    return Answer(lines or ["Ce PDF n'est pas signé."], {"signatures": found}, is_refused=not is_fine)


def _moment(signature: PdfSignature) -> str:
    return f"{signature.at:%d/%m/%Y %H:%M}" if signature.at else "date inconnue"


def _roots() -> tuple[Certificate, ...]:
    """Return whom the workspace trusts; without a workspace, nobody, and signatures are only intact or not."""
    if click.get_current_context().find_root().params.get("workspace") is None:
        return ()
    with opened_workspace() as opened:
        return trusted_certificates(opened)


def _identity(pkcs12: Path | None) -> Identity | None:
    if pkcs12 is None:
        return None
    return pkcs12_identity(read_bytes(pkcs12), typed_passphrase(confirm=False))
