"""A bundle comes out whole, the same each time, and says what it was given."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.bundle import limits, packing
from fieldapp.bundle.content import SealedBundle, StreamedChange
from fieldapp.bundle.manifest import SIGNATURE
from fieldapp.bundle.writer import check_own
from tests.bundle.opening import open_as_centre
from tests.bundle.samples import (
    AT,
    PHOTO,
    RECORD,
    change,
    content,
    definition,
    header,
    photo,
    with_header,
    write,
)
from tests.bundle.tamper import Opened


def test_what_was_written_is_read_back(people, sealed):
    bundle = open_as_centre(people, SealedBundle(sealed.data))
    assert bundle.changes == content().changes
    assert bundle.header == replace(
        header(), form_versions={"fiche": ("2026112201",)}, signer_cert_sha256=bundle.signer.key_id
    )


def test_attachments_and_tables_are_read_back(people, sealed):
    bundle = open_as_centre(people, SealedBundle(sealed.data))
    (row,) = bundle.attachments
    assert (row.record_id, row.path, row.size) == (RECORD, "identite/photo", len(PHOTO))
    assert bundle.read_attachment(row.sha256) == PHOTO
    assert [one["KEY"] for one in bundle.table("fiche")] == [record.record_id for record in content().records]
    assert (bundle.count("change"), bundle.count("nothing"), list(bundle.table("nothing"))) == (2, 0, [])


def test_the_name_on_the_stick_carries_a_code_and_a_number(sealed):
    assert sealed.name == "AF_P0007_000042.zip.age"


def test_the_same_content_gives_the_same_bytes_but_for_the_signature(people, sealed):
    again = write(people, at=AT + timedelta(days=3))
    first, second = (Opened.of(one.data, people.central_age.secret).entries for one in (sealed, again))
    assert first.pop(SIGNATURE) != second.pop(SIGNATURE)
    assert first == second
    assert again.manifest_sha256 == sealed.manifest_sha256


def test_every_recipient_opens_it_alone(people, sealed):
    for age in (people.central_age, people.escrow_age, people.laptop_age):
        assert Opened.of(sealed.data, age.secret).entries


def test_the_laptop_verifies_what_it_wrote(people, sealed):
    opened = check_own(
        SealedBundle(sealed.data),
        written=sealed,
        identities=[people.laptop_age.secret],
        trust=people.trust,
        at=AT,
    )
    assert opened.manifest_sha256 == sealed.manifest_sha256


def test_another_bundle_in_the_place_of_the_written_one_is_noticed(people, sealed):
    other = write(people, with_header(bundle_no=43))
    with pytest.raises(KnownError, match=r"bundle\.other_content"):
        check_own(
            SealedBundle(other.data),
            written=sealed,
            identities=[people.laptop_age.secret],
            trust=people.trust,
            at=AT,
        )


def test_progress_runs_from_little_to_all(people):
    seen = []
    write(people, progress=lambda done, total: seen.append((done, total)))
    done = [one for one, _ in seen]
    assert done == sorted(done)
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("after", [0, 1, 5, 9])
def test_a_cancelled_bundle_is_not_there(people, after):
    asked = iter([*[False] * after, *[True] * 100])
    with pytest.raises(KnownError, match=r"bundle\.cancelled"):
        write(people, is_cancelled=lambda: next(asked))


def test_a_bundle_without_changes_says_so(people):
    empty = replace(content(), header=header(seq_from=13, seq_to=12), changes=(), records=(), attachments=())
    assert open_as_centre(people, write(people, empty)).changes == ()


def test_two_answers_may_show_one_photo(people):
    twice = replace(
        content(), attachments=(photo(), replace(photo(), record_id=content().records[1].record_id))
    )
    assert len(open_as_centre(people, write(people, twice)).attachments) == 2


def test_a_file_that_is_not_what_it_says_is_not_carried(people):
    with pytest.raises(KnownError, match=r"bundle\.attachment_type"):
        write(people, replace(content(), attachments=(replace(photo(), media_type="application/pdf"),)))


def test_nasty_values_arrive_to_the_letter(people):
    nasty = '=1+1,"a"\r\nb\0\u202ec\\d e\u0301 \U0001d15e'
    sample = content()
    streamed = StreamedChange(11, change(1, RECORD, {"identite/nom": nasty}))
    bundle = open_as_centre(people, write(people, replace(sample, changes=(streamed, sample.changes[1]))))
    assert bundle.changes[0].change.fields[0].new_value == nasty


def test_what_one_bundle_cannot_carry_is_refused_when_written(people, monkeypatch):
    monkeypatch.setattr(limits, "CHANGES", 1)
    with pytest.raises(KnownError, match=r"bundle\.content_too_large"):
        write(people)


@pytest.mark.parametrize("limit", ["ENTRIES", "UNPACKED_BYTES", "OUTER_BYTES", "MANIFEST_BYTES"])
def test_what_one_file_cannot_hold_is_refused_when_written(people, monkeypatch, limit):
    monkeypatch.setattr(limits, limit, 10)
    with pytest.raises(KnownError, match=r"bundle\.content_too_large"):
        write(people)


@pytest.mark.parametrize(
    "wrong",
    [
        with_header(seq_from=10),
        replace(content(), changes=content().changes[::-1]),
        replace(content(), definitions={("autre", "1"): definition()}),
    ],
)
def test_a_callers_mistake_is_a_bug(people, wrong):
    with pytest.raises(BugError):
        write(people, wrong)


def test_nothing_is_written_to_disk(people, monkeypatch):
    packing._read_me()

    def refuse(*args, **facts):
        raise AssertionError("a file was opened")

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("io.open", refuse)
    monkeypatch.setattr("os.open", refuse)
    assert open_as_centre(people, write(people)).changes
