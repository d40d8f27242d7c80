"""Whatever bytes come, the reader answers with a code: no crash, no hang, nothing believed."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.base.files import sha256_hex
from fieldapp.bundle.content import FIELD_KINDS, SealedBundle
from fieldapp.bundle.manifest import MANIFEST, SIGNATURE
from fieldapp.bundle.reader import open_bundle
from fieldapp.bundle.seal import seal
from tests.bundle.samples import AT, RECIPIENT
from tests.bundle.tamper import Raw, raw_zip

SECONDS = 2.0
"""Of this process, so that a busy machine is not taken for a hang."""
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
"""A failing example is worth its length: it names the bytes that were changed."""
SHORT = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LONG = settings(SHORT, max_examples=2_000)

positions = st.floats(0, 1, exclude_max=True)
edits = st.one_of(
    st.tuples(st.just("set"), positions, st.binary(min_size=1, max_size=4)),
    st.tuples(st.just("cut"), positions, st.binary(max_size=0)),
    st.tuples(st.just("drop"), positions, st.binary(min_size=1, max_size=9)),
    st.tuples(st.just("put"), positions, st.binary(min_size=1, max_size=9)),
)
mutations = st.lists(edits, min_size=1, max_size=4)
text_bytes = st.sampled_from(
    [b'"', b",", b"\r\n", b"\n", b"\\", b"\0", b"{", b"[", b"1e9", b"\xff", b"../", b"NaN"]
)
text_edits = st.lists(
    st.tuples(st.sampled_from(["set", "put"]), positions, text_bytes), min_size=1, max_size=4
)


def mutate(data, changes):
    for kind, where, piece in changes:
        at = int(where * len(data))
        keep = {"set": len(piece), "cut": len(data), "drop": len(piece), "put": 0}[kind]
        put = b"" if kind in ("drop", "cut") else piece
        data = data[:at] + put + data[at + keep :]
    return data


def answer(people, sealed, original):
    """Open it; what opens must be the bundle that was signed, to the byte of its manifest.

    What takes long is opened again: what is slow by itself is slow each time, a collection of garbage is not.
    """
    assert any(seconds_of(people, sealed, original) < SECONDS for _ in range(3))


def seconds_of(people, sealed, original):
    started = time.process_time()
    code = ""
    try:
        opened = open_bundle(
            sealed,
            identities=[people.central_age.secret],
            trust=people.trust,
            recipient=RECIPIENT,
            at=AT,
            kinds=FIELD_KINDS,
        )
        assert opened.manifest_sha256 == original
    except KnownError as error:
        code = error.code
    assert code.partition(".")[0] in ("", "bundle", "age", "change", "signing")
    return time.process_time() - started


def mutated_zip(opened, people, changes):
    data = raw_zip([Raw(name, data) for name, data in sorted(opened.entries.items())])
    return SealedBundle(seal(mutate(data, changes), [people.central_age.recipient]))


@given(mutations)
@SHORT
def test_a_mutated_file_is_answered(people, sealed, changes):
    answer(people, SealedBundle(mutate(sealed.data, changes)), sealed.manifest_sha256)


@given(mutations)
@SHORT
def test_a_mutated_zip_is_answered(people, sealed, opened, changes):
    answer(people, mutated_zip(opened, people, changes), sealed.manifest_sha256)


@given(st.sampled_from([MANIFEST, SIGNATURE]), st.one_of(mutations, text_edits))
@SHORT
def test_a_mutated_manifest_or_signature_is_answered(people, sealed, opened, name, changes):
    before = dict(opened.entries)
    opened.entries[name] = mutate(opened.entries[name], changes)
    answer(people, opened.seal([people.central_age.recipient]), sealed.manifest_sha256)
    opened.entries.update(before)


def signed_nonsense(people, opened, table, changes):
    before = dict(opened.entries)
    opened.entries[f"data/{table}.csv"] = mutate(opened.entries[f"data/{table}.csv"], changes)
    opened.resign(people.laptop, at=AT)
    sealed = opened.seal([people.central_age.recipient])
    manifest_sha256 = sha256_hex(opened.entries[MANIFEST])
    opened.entries.update(before)
    return sealed, manifest_sha256


TABLES = st.sampled_from(["change", "change_field", "attachment", "fiche", "fiche-sites-site"])


@given(TABLES, st.one_of(mutations, text_edits))
@SHORT
def test_a_mutated_table_that_is_signed_anew_is_answered(people, opened, table, changes):
    answer(people, *signed_nonsense(people, opened, table, changes))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@given(mutations)
@LONG
def test_many_mutated_zips_are_answered(people, sealed, opened, changes):
    answer(people, mutated_zip(opened, people, changes), sealed.manifest_sha256)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@given(TABLES, st.one_of(mutations, text_edits))
@LONG
def test_many_mutated_tables_are_answered(people, opened, table, changes):
    answer(people, *signed_nonsense(people, opened, table, changes))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@given(st.one_of(mutations, text_edits))
@LONG
def test_many_mutated_manifests_are_answered(people, opened, changes):
    before = dict(opened.entries)
    opened.entries[MANIFEST] = mutate(opened.entries[MANIFEST], changes)
    opened.sign(people.laptop, at=AT)
    manifest_sha256 = sha256_hex(opened.entries[MANIFEST])
    sealed = opened.seal([people.central_age.recipient])
    opened.entries.update(before)
    answer(people, sealed, manifest_sha256)
