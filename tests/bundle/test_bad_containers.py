"""Bad bundles, group "container": ZIPs and manifests that no writer of ours makes."""

import json

import pytest

from fieldapp.bundle import limits
from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.manifest import MANIFEST, SYNC
from fieldapp.bundle.seal import seal
from tests.bundle.opening import open_as_centre, refusal
from tests.bundle.samples import AT
from tests.bundle.tamper import Raw, raw_zip

HASH = "0" * 64
MODE_LINK, MODE_PROGRAM = 0o120777, 0o100755


def zipped(opened):
    return [Raw(name, data) for name, data in sorted(opened.entries.items())]


def refused_zip(people, data):
    return refusal(people, SealedBundle(seal(data, people.recipients)))


EXTRA_ENTRIES = {
    "parent": ("bundle.name_parent", Raw("data/../../evil.csv", b"x")),
    "absolute": ("bundle.name_absolute", Raw("/etc/cron.d/evil", b"x")),
    "backslash": ("bundle.name_backslash", Raw("data\\evil.csv", b"x")),
    "drive": ("bundle.name_drive", Raw("C:evil.csv", b"x")),
    "link": ("bundle.entry_link", Raw("data/link.csv", b"/etc/passwd", mode=MODE_LINK)),
    "same_name": ("bundle.name_twice", Raw("data/change.csv", b"x")),
    "same_name_by_case": ("bundle.name_case", Raw("data/CHANGE.csv", b"x")),
    "executable_name": ("bundle.entry_executable", Raw(f"files/{HASH}.exe", b"MZ")),
    "executable_mode": ("bundle.entry_executable", Raw("data/run.csv", b"x", mode=MODE_PROGRAM)),
    "folder": ("bundle.unlisted_entry", Raw("data/", b"")),
    "odd_name": ("bundle.unlisted_entry", Raw("notes.html", b"x")),
    "unlisted": ("bundle.unlisted_entry", Raw("data/extra.csv", b"x")),
    "encrypted": ("bundle.bad_zip", Raw("data/extra.csv", b"x", flags=1)),
    "other_method": ("bundle.bad_zip", Raw("data/extra.csv", b"x", method=12)),
    "overlap": ("bundle.bad_zip", Raw("data/extra.csv", b"x", shift=-10)),
    "claims_two_gigabytes": ("bundle.bomb", Raw("data/extra.csv", b"x", size=2**31)),
    "bomb": ("bundle.bomb", Raw("data/extra.csv", bytes(8 * limits.MIB))),
}


@pytest.mark.parametrize(("code", "entry"), EXTRA_ENTRIES.values(), ids=EXTRA_ENTRIES)
def test_an_entry_that_does_not_belong_is_refused(people, opened, code, entry):
    assert refused_zip(people, raw_zip([*zipped(opened), entry])) == code


ZIPS = {
    "comment": ("bundle.bad_zip", lambda entries: raw_zip(entries, comment=b"hello")),
    "tail": ("bundle.bad_zip", lambda entries: raw_zip(entries, tail=b"\0" * 30)),
    "cut": ("bundle.bad_zip", lambda entries: raw_zip(entries)[:-200]),
    "prefix": ("bundle.bad_zip", lambda entries: b"PK" + raw_zip(entries)),
    "wrong_count": ("bundle.bad_zip", lambda entries: raw_zip(entries, count=3)),
    "no_entry": ("bundle.no_manifest", lambda entries: raw_zip([])),
    "not_a_zip": ("bundle.bad_zip", lambda entries: b"hello"),
    "no_manifest": (
        "bundle.no_manifest",
        lambda entries: raw_zip([e for e in entries if e.name != MANIFEST]),
    ),
    "crc": ("bundle.bad_zip", lambda entries: raw_zip([lying(e, crc=7) for e in entries])),
    "lying_small": ("bundle.lying_size", lambda entries: raw_zip([lying(e, size=10) for e in entries])),
    "lying_large": ("bundle.lying_size", lambda entries: raw_zip([lying(e, size=900_000) for e in entries])),
}


def lying(entry, **facts):
    return Raw(entry.name, entry.data, **facts) if entry.name == MANIFEST else entry


@pytest.mark.parametrize(("code", "build"), ZIPS.values(), ids=ZIPS)
def test_a_zip_out_of_shape_is_refused(people, opened, code, build):
    assert refused_zip(people, build(zipped(opened))) == code


def test_too_many_entries_are_refused(people, opened):
    many = [Raw(f"data/t{number}.csv", b"", method=0) for number in range(limits.ENTRIES)]
    assert refused_zip(people, raw_zip([*zipped(opened), *many])) == "bundle.too_many_entries"


def test_a_size_that_grows_while_reading_is_refused(people, opened):
    """What is inflated is counted: an entry that claims less than it holds stops there."""
    entries = [
        Raw(e.name, e.data * 1000, size=len(e.data)) if e.name == MANIFEST else e for e in zipped(opened)
    ]
    assert refused_zip(people, raw_zip(entries)) == "bundle.lying_size"


RAW_MANIFESTS = {
    "not_json": ("bundle.manifest_json", b"{"),
    "not_utf8": ("bundle.manifest_json", b'{"a": "\xe9"}'),
    "not_an_object": ("bundle.manifest_json", b"[]"),
    "very_deep": ("bundle.manifest_json", b"[" * 100_000),
    "duplicate_key": ("bundle.manifest_duplicate_key", b'{"resources": [], "resources": []}'),
    "nan": ("bundle.manifest_nan", b'{"resources": NaN}'),
    "infinity": ("bundle.manifest_nan", b'{"resources": [-Infinity]}'),
    "huge": ("bundle.manifest_too_large", b'"%s"' % b"0123456789".join(b"%d" % n for n in range(80_000))),
    "no_resources": ("bundle.manifest_field", b"{}"),
    "many_digits": ("bundle.manifest_json", b'{"resources": ' + b"9" * 5000 + b"}"),
}


@pytest.mark.parametrize(("code", "manifest"), RAW_MANIFESTS.values(), ids=RAW_MANIFESTS)
def test_a_manifest_that_is_not_sound_json_is_refused(people, opened, code, manifest):
    opened.entries[MANIFEST] = manifest
    assert refusal(people, opened.seal(people.recipients)) == code


def resource(manifest, path):
    return next(one for one in manifest["resources"] if one["path"] == path)


def parent_path(manifest):
    manifest["resources"][0]["path"] = "data/../../etc/passwd"


def absolute_path(manifest):
    manifest["resources"][0]["path"] = "/etc/passwd"


def address(manifest):
    manifest["resources"][0]["path"] = "http://example.org/x.csv"


def twice(manifest):
    manifest["resources"].append(dict(manifest["resources"][0]))


def no_hash(manifest):
    del manifest["resources"][0]["hash"]


def md5(manifest):
    manifest["resources"][0]["hash"] = "0" * 32


def size_as_text(manifest):
    manifest["resources"][0]["bytes"] = "12"


def size_as_truth(manifest):
    manifest["resources"][0]["bytes"] = True


def resource_as_text(manifest):
    manifest["resources"][0] = "data/change.csv"


def two_paths(manifest):
    manifest["resources"][0]["path"] = ["data/a.csv", "data/b.csv"]


def known_table_otherwise(manifest):
    resource(manifest, "data/change.csv")["schema"]["fields"][0]["type"] = "string"


def renamed_table(manifest):
    resource(manifest, "data/change.csv")["name"] = "changes"


def unknown_type(manifest):
    resource(manifest, "data/fiche.csv")["schema"]["fields"][3]["type"] = "geojson"


def no_columns(manifest):
    resource(manifest, "data/fiche.csv")["schema"]["fields"] = []


def column_twice(manifest):
    fields = resource(manifest, "data/fiche.csv")["schema"]["fields"]
    fields[4]["name"] = fields[3]["name"]


def odd_foreign_key(manifest):
    resource(manifest, "data/fiche.csv")["schema"]["foreignKeys"] = [{"fields": ["KEY", "FORM_VERSION"]}]


def foreign_key_of_no_column(manifest):
    resource(manifest, "data/fiche-sites-site.csv")["schema"]["foreignKeys"][0]["fields"] = ["ELSEWHERE"]


MANIFESTS = [
    ("bundle.resource_path", parent_path),
    ("bundle.resource_path", absolute_path),
    ("bundle.resource_path", address),
    ("bundle.resource_twice", twice),
    ("bundle.manifest_field", no_hash),
    ("bundle.manifest_field", md5),
    ("bundle.manifest_field", size_as_text),
    ("bundle.manifest_field", size_as_truth),
    ("bundle.manifest_field", resource_as_text),
    ("bundle.manifest_field", two_paths),
    ("bundle.schema_differs", known_table_otherwise),
    ("bundle.manifest_field", renamed_table),
    ("bundle.manifest_field", unknown_type),
    ("bundle.manifest_field", no_columns),
    ("bundle.manifest_field", column_twice),
    ("bundle.manifest_field", odd_foreign_key),
    ("bundle.manifest_field", foreign_key_of_no_column),
]


@pytest.mark.parametrize(("code", "edit"), MANIFESTS, ids=lambda case: getattr(case, "__name__", case))
def test_a_manifest_that_lists_nonsense_is_refused_even_when_signed(people, opened, code, edit):
    manifest = opened.manifest
    edit(manifest)
    opened.put_manifest(manifest)
    opened.sign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == code


def test_a_declared_file_that_is_absent_is_refused(people, opened):
    del opened.entries["LISEZMOI.txt"]
    opened.resign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == "bundle.file_missing"


def test_an_attachment_whose_name_is_not_its_hash_is_refused(people, opened):
    name = next(name for name in opened.entries if name.startswith("files/"))
    opened.entries[name] += b"another photo"
    opened.resign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == "bundle.attachment_name"


VERSIONS = {
    "other_format": ("bundle.other_format", {"format": "org.openrosa"}),
    "future_major": ("bundle.other_major", {"format_version": "2.0"}),
    "future_minor": ("bundle.newer_minor", {"format_version": "1.1"}),
    "no_version": ("bundle.manifest_field", {"format_version": 1}),
    "other_kind": ("bundle.wrong_kind", {"kind": "receipt"}),
    "unknown_kind": ("bundle.wrong_kind", {"kind": "everything"}),
    "number_as_text": ("bundle.manifest_field", {"bundle_no": "42"}),
    "truth_as_number": ("bundle.manifest_field", {"bundle_no": True}),
    "negative": ("bundle.manifest_field", {"seq_from": -1}),
    "device_is_no_uuid": ("bundle.manifest_field", {"device_id": "' OR 1=1 --"}),
    "missing": ("bundle.manifest_field", {"prev_manifest_sha256": ...}),
    "forms_as_list": ("bundle.manifest_field", {"form_versions": ["fiche"]}),
    "actors_as_text": ("bundle.manifest_field", {"actors": ["actor-1"]}),
    "absurd_span": ("bundle.absurd_span", {"seq_from": 1, "seq_to": 10**12}),
    "span_backwards": ("bundle.absurd_span", {"seq_from": 40, "seq_to": 12}),
    "not_numbered": ("bundle.absurd_span", {"bundle_no": 0}),
}


@pytest.mark.parametrize(("code", "members"), VERSIONS.values(), ids=VERSIONS)
def test_a_header_we_cannot_follow_is_refused(people, opened, code, members):
    opened.sync(**members)
    opened.resign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == code


def test_unknown_members_of_the_manifest_are_kept(people, opened):
    opened.sync(weather="sunny")
    manifest = opened.manifest | {"contributors": [{"title": "BIT"}]}
    opened.put_manifest(manifest)
    opened.resign(people.laptop, at=AT)
    kept = open_as_centre(people, opened.seal(people.recipients)).manifest
    assert (kept[SYNC]["weather"], kept["contributors"]) == ("sunny", [{"title": "BIT"}])


def test_the_first_failing_check_speaks(people, opened):
    """A bundle wrong in every way is refused for its signature before its digests, version or tables."""
    opened.sync(format_version="9.9")
    opened.put_csv("change", ["nonsense"])
    assert refusal(people, opened.seal(people.recipients)) == "bundle.signature_broken"
    opened.sign(people.laptop, at=AT)
    assert refusal(people, opened.seal(people.recipients)) == "bundle.size_differs"


def test_the_manifest_is_json_for_people(opened):
    assert json.loads(opened.entries[MANIFEST])["$schema"].endswith("/2.0/datapackage.json")
