"""`fieldapp bundle`: make the file for the centre, and take its receipt."""

from pathlib import Path

import click

from fieldapp.base.files import read_bytes
from fieldapp.bundle.limits import OUTER_BYTES
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.usecases.make_bundle import make_bundles
from fieldapp.usecases.receive_receipt import receive_receipt


@click.group()
def bundle() -> None:
    """Les envois au centre et leurs accusés de réception."""


@command(bundle, "make")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Où l'écrire."
)
def make(output: Path) -> Answer:
    """Écrire l'envoi de tout ce que le centre n'a pas encore accusé, en plusieurs fichiers s'il le faut."""
    with opened_workspace() as opened:
        made = make_bundles(opened, output)
    lines, data = [], []
    for written in made:
        header = written.header
        changes = header.seq_to - header.seq_from + 1
        lines.append(f"Envoi n° {header.bundle_no} écrit et relu : {written.path} ({written.size} octets)")
        lines.append(
            f"  modifications {header.seq_from} à {header.seq_to} ({changes}), pour {header.recipient}"
        )
        facts = {"path": str(written.path), "bundle_id": header.bundle_id, "bundle_no": header.bundle_no}
        data.append(facts | {"changes": changes, "bytes": written.size})
    return Answer(lines, data[0] | {"bundles": data})


@command(bundle, "receive")
@click.argument("receipt", type=click.Path(path_type=Path, dir_okay=False))
def receive(receipt: Path) -> Answer:
    """Prendre l'accusé de réception que le centre a rendu."""
    with opened_workspace() as opened:
        content = receive_receipt(opened, read_bytes(receipt, limit=OUTER_BYTES))
    lines = [f"Accusé n° {content.receipt_no} pour l'envoi n° {content.bundle_no} : {content.status}"]
    lines += [f"  reçu par le centre jusqu'à la modification {content.ack_seq}"]
    lines += [f"  {item.code} : {item.advice_fr}" for item in content.items]
    data = {"receipt_no": content.receipt_no, "bundle_no": content.bundle_no, "status": str(content.status)}
    return Answer(lines, data | {"ack_seq": content.ack_seq, "items": len(content.items)})
