"""`fieldapp bundle inspect`: what stands in a file, for a person and as JSON, without importing anything."""

from dataclasses import asdict
from pathlib import Path

import click

from fieldapp.base.files import read_bytes
from fieldapp.base.sentences import sentence
from fieldapp.bundle.content import Kind
from fieldapp.bundle.limits import OUTER_BYTES
from fieldapp.cli.answer import Answer, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.usecases.inspect_bundle import BundleInside, inspect_bundle


def register(bundle: click.Group) -> None:
    """Hang the command on its family."""

    @command(bundle, "inspect")
    @click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
    def inspect(file: Path) -> Answer:
        """Dire ce que contient un envoi, un accusé ou une inscription, sans rien en importer."""
        with opened_workspace() as opened:
            inside = inspect_bundle(opened, read_bytes(file, limit=OUTER_BYTES))
        return Answer(_lines(inside), _data(inside))


def _lines(inside: BundleInside) -> list[str]:
    language = click.get_current_context().find_root().params.get("language") or "fr"

    def say(code: str, **facts: object) -> str:
        return sentence(f"inspect.{code}", facts, language)

    header, receipt = inside.header, inside.receipt
    facts = {"number": header.bundle_no, "name": inside.signer_name, "device": header.device_code or "—"}
    lines = [say("sound")]
    if receipt is not None:
        facts |= {"bundle": receipt.bundle_no, "until": receipt.ack_seq, "items": len(receipt.items) or ""}
        lines.append(say(f"receipt_{receipt.status}", **facts))
        advice = {item.code: item.advice_ar if language == "ar" else item.advice_fr for item in receipt.items}
        lines += [f"  - {code} : {words}" for code, words in advice.items()]
    elif header.kind in (Kind.FULL, Kind.DELTA):
        facts |= {"recipient": header.recipient, "since": header.seq_from, "until": header.seq_to}
        lines.append(say("changes", **facts, changes=header.seq_to - header.seq_from + 1))
    else:
        lines.append(say(str(header.kind).replace("-", "_"), **facts))
    lines += [] if inside.is_encrypted else [say("plain")]
    lines += [
        say("record", form=one.form_id, title=one.title or one.record_id, changes=one.changes)
        for one in inside.records
    ]
    if inside.files:
        lines.append(say("files", count=len(inside.files), size=sum(one.size for one in inside.files)))
    if inside.erased:
        lines.append(say("erased", count=inside.erased))
    return lines


def _data(inside: BundleInside) -> dict[str, object]:
    data = asdict(inside)
    header: dict[str, object] = data.pop("header")
    return header | data
