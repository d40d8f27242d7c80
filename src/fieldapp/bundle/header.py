"""The `fieldapp:sync` object: a header to JSON and back, each member of its type, the version checked first."""

import re
from collections.abc import Callable, Mapping

from fieldapp.base.errors import KnownError
from fieldapp.bundle import limits
from fieldapp.bundle.content import FIELD_KINDS, FORMAT, FORMAT_VERSION, BundleActor, BundleHeader, Kind
from fieldapp.bundle.manifest import SYNC, Manifest
from fieldapp.bundle.tables import SHA256, TOKEN, UUID

_NUMBER_LIMIT = 2**53
"""Largest number that every JSON reader keeps exact."""
_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})")


def sync_object(header: BundleHeader) -> dict[str, object]:
    """Write a header as JSON members."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "kind": str(header.kind),
        "bundle_id": header.bundle_id,
        "device_id": header.device_id,
        "device_code": header.device_code,
        "device_epoch": header.device_epoch,
        "stream": header.stream,
        "bundle_no": header.bundle_no,
        "prev_manifest_sha256": header.prev_manifest_sha256,
        "seq_from": header.seq_from,
        "seq_to": header.seq_to,
        "last_receipt_no": header.last_receipt_no,
        "reference_version": header.reference_version,
        "form_versions": {form: list(versions) for form, versions in sorted(header.form_versions.items())},
        "app_version": header.app_version,
        "recipient": header.recipient,
        "signer_cert_sha256": header.signer_cert_sha256,
        "actors": [_actor(one) for one in header.actors],
        "personal_data": header.personal_data,
    }


def read_header(manifest: Manifest) -> BundleHeader:
    """Read a header, format and version before all else.

    Raises:
        KnownError: `bundle.other_format`, `bundle.other_major`, `bundle.newer_minor`, `bundle.wrong_kind`,
            `bundle.manifest_field`, `bundle.absurd_span`.
    """
    sync = manifest.get(SYNC)
    if not isinstance(sync, dict) or sync.get("format") != FORMAT:
        raise KnownError("bundle.other_format")
    _check_version(sync.get("format_version"))
    for name, is_sound in _MEMBERS.items():
        if not is_sound(sync.get(name)):
            raise KnownError("bundle.manifest_field", field=name)
    if sync["kind"] not in set(Kind):
        raise KnownError("bundle.wrong_kind", kind=sync["kind"])
    plain = {name: sync[name] for name in _MEMBERS if name not in ("kind", "form_versions", "actors")}
    header = BundleHeader(
        kind=Kind(sync["kind"]),
        form_versions={form: tuple(versions) for form, versions in sync["form_versions"].items()},
        actors=tuple(
            BundleActor(one["actor_id"], one["role"], one.get("name", "")) for one in sync["actors"]
        ),
        **plain,
    )
    _check_span(header)
    return header


def _check_version(version: object) -> None:
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if found is None:
        raise KnownError("bundle.manifest_field", field="format_version")
    major, minor = (int(part) for part in FORMAT_VERSION.split("."))
    if int(found[1]) != major:
        raise KnownError("bundle.other_major", version=version, ours=FORMAT_VERSION)
    if int(found[2]) > minor:
        raise KnownError("bundle.newer_minor", version=version, ours=FORMAT_VERSION)


def _check_span(header: BundleHeader) -> None:
    count = header.seq_to - header.seq_from + 1
    if header.kind in FIELD_KINDS and not (
        0 <= count <= limits.CHANGES and header.seq_from and header.bundle_no
    ):
        raise KnownError("bundle.absurd_span", seq_from=header.seq_from, seq_to=header.seq_to)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= limits.CELL_BYTES


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value < _NUMBER_LIMIT


def _is_cells(accepts: Callable[[str], object] | None, *, or_blank: bool = False) -> Callable[[object], bool]:
    assert accepts is not None
    return lambda value: isinstance(value, str) and bool(accepts(value) or (or_blank and not value))


def _is_versions(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(versions, list) and all(map(_is_text, versions)) for versions in value.values()
    )


def _actor(actor: BundleActor) -> dict[str, str]:
    named = {"name": actor.name} if actor.name else {}
    return {"actor_id": actor.actor_id, "role": actor.role, **named}


def _is_actors(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict)
        and _is_text(one.get("actor_id"))
        and _is_text(one.get("role"))
        and _is_text(one.get("name", ""))
        for one in value
    )


_MEMBERS: dict[str, Callable[[object], bool]] = {
    "kind": _is_text,
    "bundle_id": _is_cells(UUID.accepts),
    "device_id": _is_cells(UUID.accepts),
    "device_code": _is_cells(TOKEN.accepts, or_blank=True),
    "device_epoch": _is_cells(UUID.accepts, or_blank=True),
    "stream": _is_cells(TOKEN.accepts, or_blank=True),
    "bundle_no": _is_number,
    "prev_manifest_sha256": _is_cells(SHA256.accepts),
    "seq_from": _is_number,
    "seq_to": _is_number,
    "last_receipt_no": _is_number,
    "reference_version": _is_number,
    "form_versions": _is_versions,
    "app_version": _is_text,
    "recipient": _is_text,
    "signer_cert_sha256": _is_cells(SHA256.accepts),
    "actors": _is_actors,
    "personal_data": lambda value: isinstance(value, bool),
}
"""Member -> whether its value is of the right type; members we do not know are kept and not looked at."""
