"""Bad bundles at the centre's door: each refused by its code, every row of every table as it was."""

import pytest

from fieldapp.bundle.manifest import MANIFEST, SIGNATURE
from fieldapp.bundle.seal import seal
from fieldapp.central import ImportStatus
from tests.bundle.tamper import Opened, Raw, raw_zip
from tests.central.laptops import NOW, Laptop, new_centre
from tests.central.looks import content


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """A centre that holds one record, a laptop with a second bundle, and a stranger."""
    folder = tmp_path_factory.mktemp("scene")
    centre = new_centre(f"sqlite:///{folder}/c.sqlite", folder)
    laptop, stranger = Laptop().enrol(centre), Laptop().enrol(centre)
    record_id = laptop.create({"nom": "AMPF"})
    centre.import_data(laptop.bundle().data)
    laptop.change(record_id, {"ville": "Rabat"})
    return centre, laptop, stranger, laptop.bundle(keep=False).data


@pytest.fixture
def opened(scene):
    _, laptop, _, data = scene
    return Opened.of(data, laptop.age.secret)


def check_refused(centre, data, code):
    before = content(centre)
    result = centre.import_data(data)
    assert (result.status, result.code) == (ImportStatus.REFUSED, code)
    assert content(centre) == before


def recipients(laptop):
    return [laptop.enrolment.central_recipient, laptop.age.recipient]


FILES = {
    "empty": ("bundle.empty", lambda data: b""),
    "truncated": ("age.damaged", lambda data: data[: len(data) // 2]),
    "a byte changed": ("age.damaged", lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]),
    "bytes appended": ("age.damaged", lambda data: data + b"more"),
}


@pytest.mark.parametrize(("code", "spoil"), FILES.values(), ids=FILES)
def test_a_spoilt_file_changes_nothing(scene, code, spoil):
    check_refused(scene[0], spoil(scene[3]), code)


def test_a_plain_zip_changes_nothing(scene, opened):
    data = raw_zip([Raw(name, one) for name, one in sorted(opened.entries.items())])
    check_refused(scene[0], data, "bundle.not_encrypted")


CONTAINERS = {
    "climbing out": ("bundle.name_parent", lambda one: one | {"../x": b""}),
    "an executable": ("bundle.entry_executable", lambda one: one | {"virus.exe": b"MZ"}),
    "no manifest": ("bundle.no_manifest", lambda one: {k: v for k, v in one.items() if k != MANIFEST}),
    "no signature": ("bundle.no_signature", lambda one: {k: v for k, v in one.items() if k != SIGNATURE}),
    "bad JSON": ("bundle.manifest_json", lambda one: one | {MANIFEST: b"{"}),
    "a table changed": (
        "bundle.hash_differs",
        lambda one: one | {"data/change.csv": one["data/change.csv"][::-1]},
    ),
    "a manifest changed": (
        "bundle.signature_broken",
        lambda one: one | {MANIFEST: one[MANIFEST].replace(b"P0001", b"P0002")},
    ),
}


@pytest.mark.parametrize(("code", "change"), CONTAINERS.values(), ids=CONTAINERS)
def test_a_spoilt_container_changes_nothing(scene, opened, code, change):
    opened.entries = change(opened.entries)
    check_refused(scene[0], opened.seal(recipients(scene[1])).data, code)


SIGNED = {
    "another recipient": ("bundle.other_recipient", lambda one: one.sync(recipient="central-1999")),
    "a future major": ("bundle.other_major", lambda one: one.sync(format_version="2.0")),
    "a future minor": ("bundle.newer_minor", lambda one: one.sync(format_version="1.9")),
    "another format": ("bundle.other_format", lambda one: one.sync(format="org.example")),
    "another kind": ("bundle.wrong_kind", lambda one: one.sync(kind="receipt")),
    "a wrong type": ("bundle.manifest_field", lambda one: one.sync(bundle_no="two")),
    "no epoch": ("bundle.manifest_field", lambda one: one.sync(device_epoch="")),
    "an absurd span": ("bundle.absurd_span", lambda one: one.sync(seq_to=10**9)),
    "a gap in numbers": ("bundle.stream_gap", lambda one: one.sync(seq_from=2, seq_to=3)),
    "30 February": ("bundle.bad_date", lambda one: one.edit_csv("change", "2026-11-22", "2026-02-30", row=2)),
    "an unknown op": ("bundle.unknown_op", lambda one: one.edit_csv("change", ",edit,", ",drop,", row=2)),
    "SQL as an id": (
        "bundle.bad_id",
        lambda one: one.edit_csv("change", "agent-1", "x'; DROP TABLE change;--"),
    ),
    "a value altered": ("change.value_altered", lambda one: one.edit_csv("change_field", "AMPF", "AMPG")),
    "columns swapped": ("bundle.csv_header", lambda one: one.edit_csv("change", "seq", "qes", row=0)),
    "a short row": ("bundle.csv_columns", lambda one: one.put_csv("change", [*one.csv("change"), "3"])),
}


@pytest.mark.parametrize(("code", "change"), SIGNED.values(), ids=SIGNED)
def test_a_bundle_signed_over_nonsense_changes_nothing(scene, opened, code, change):
    centre, laptop, *_ = scene
    change(opened)
    opened.resign(laptop.identity, at=NOW)
    check_refused(centre, opened.seal(recipients(laptop)).data, code)


def test_a_bundle_signed_by_another_laptop_changes_nothing(scene, opened):
    centre, laptop, stranger, _ = scene
    opened.resign(stranger.identity, at=NOW)
    check_refused(centre, opened.seal(recipients(laptop)).data, "bundle.device_differs")


def test_a_bundle_sealed_to_someone_else_changes_nothing(scene, opened):
    centre, _, stranger, _ = scene
    check_refused(centre, opened.seal([stranger.age.recipient]).data, "age.not_for_us")


def test_another_laptops_change_needs_the_role_of_a_lead(scene):
    centre, laptop, stranger, _ = scene
    stranger.carry(laptop.stream[0])
    check_refused(centre, stranger.bundle(keep=False).data, "bundle.foreign_change")


def test_what_is_no_zip_inside_changes_nothing(scene):
    centre, laptop, *_ = scene
    check_refused(centre, seal(b"no zip at all", recipients(laptop)), "bundle.bad_zip")


def test_the_untouched_bundle_is_applied_after_all_that(scene):
    assert scene[0].import_data(scene[3]).status is ImportStatus.APPLIED
