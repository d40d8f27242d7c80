"""`fieldapp bundle inspect`: what stands in a file, for a person and as JSON, without importing anything."""

from dataclasses import asdict
from pathlib import Path

import click

from fieldapp.base.files import read_bytes
from fieldapp.base.sentences import sentence
from fieldapp.bundle.content import Kind, ReceiptStatus
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


_ANSWERS = {
    ReceiptStatus.APPLIED: "inspect.receipt_applied",
    ReceiptStatus.PARTIAL: "inspect.receipt_partial",
    ReceiptStatus.GAP: "inspect.receipt_gap",
    ReceiptStatus.FORK: "inspect.receipt_fork",
    ReceiptStatus.REFUSED: "inspect.receipt_refused",
}
_OTHERS = {
    Kind.REFERENCE: "inspect.reference",
    Kind.ENROLMENT_REQUEST: "inspect.enrolment_request",
    Kind.ENROLMENT: "inspect.enrolment",
}


def _lines(inside: BundleInside) -> list[str]:
    language = click.get_current_context().find_root().params.get("language") or "fr"
    lines = [sentence("inspect.sound", {}, language), _head(inside, language)]
    if inside.receipt is not None:
        items = inside.receipt.items
        advice = {item.code: item.advice_ar if language == "ar" else item.advice_fr for item in items}
        lines += [f"  - {code} : {words}" for code, words in advice.items()]
    if not inside.is_encrypted:
        lines.append(sentence("inspect.plain", {}, language))
    for one in inside.records:
        facts = {"form": one.form_id, "title": one.title or one.record_id, "changes": one.changes}
        lines.append(f"  - {sentence('inspect.record', facts, language)}")
    if inside.files:
        size = sum(one.size for one in inside.files)
        lines.append(sentence("inspect.files", {"count": len(inside.files), "size": size}, language))
    if inside.erased:
        lines.append(sentence("inspect.erased", {"count": inside.erased}, language))
    return lines


def _head(inside: BundleInside, language: str) -> str:
    """Say in one sentence what kind of file it is, from whom and for whom."""
    header, receipt = inside.header, inside.receipt
    facts = {"number": header.bundle_no, "name": inside.signer_name, "device": header.device_code or "—"}
    if receipt is not None:
        facts |= {"bundle": receipt.bundle_no, "until": receipt.ack_seq, "items": len(receipt.items) or ""}
        return sentence(_ANSWERS[receipt.status], facts, language)
    if header.kind in _OTHERS:
        return sentence(_OTHERS[header.kind], facts, language)
    facts |= {"recipient": header.recipient, "since": header.seq_from, "until": header.seq_to}
    return sentence("inspect.changes", facts | {"changes": header.seq_to - header.seq_from + 1}, language)


def _data(inside: BundleInside) -> dict[str, object]:
    data = asdict(inside)
    header: dict[str, object] = data.pop("header")
    return header | data
