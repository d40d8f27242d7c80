"""What one file carries of a stream: as much as is not too heavy, one change at least; the next goes on from there."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.store import stream_to
from fieldapp.usecases import bundle_share
from fieldapp.usecases.bundle_share import BYTES_LIMIT, first_share
from fieldapp.usecases.make_bundle import make_bundles
from fieldapp.usecases.receive_receipt import receive_receipt
from tests.usecases.conftest import finalised
from tests.usecases.teams import make_people, open_team


def files_of(bringing):
    """Return pairs as `first_share` takes them, and what weighs each."""
    return list(enumerate(bringing, start=1)), dict


@given(
    st.lists(st.dictionaries(st.sampled_from("abcdef"), st.just(BYTES_LIMIT // 2), max_size=3), min_size=1)
)
def test_shares_carry_on_from_one_another_and_none_is_too_heavy(bringing):
    changes, weigh = files_of(bringing)
    shares = []
    while changes:
        share = first_share(changes, weigh)
        shares.append(share)
        changes = changes[len(share) :]
    assert [number for share in shares for number, _ in share] == list(range(1, len(bringing) + 1))
    for share in shares:
        carried = {name: size for _, brought in share for name, size in brought.items()}
        assert len(share) == 1 or sum(carried.values()) <= BYTES_LIMIT


def test_a_file_that_many_changes_name_weighs_once():
    changes, weigh = files_of([{"a": BYTES_LIMIT - 1}] * 50)
    assert first_share(changes, weigh) == changes


@pytest.fixture
def several(enrolled, monkeypatch):
    """Three fiches, and files that carry no more than the attachments of one."""
    for sample in ("amappe", "caritas", "amappe"):
        finalised(enrolled.workspace, sample)
    monkeypatch.setattr(bundle_share, "FILES_LIMIT", 1)
    enrolled.made = make_bundles(enrolled.workspace, enrolled.folder)
    return enrolled


def test_too_much_for_one_file_goes_into_consecutive_ones(several):
    headers = [written.header for written in several.made]
    assert [header.bundle_no for header in headers] == list(range(1, len(headers) + 1))
    assert len(headers) >= 2
    assert (headers[0].seq_from, headers[-1].seq_to) == (1, 3)
    assert all(later.seq_from == former.seq_to + 1 for former, later in itertools.pairwise(headers))
    assert [str(header.kind) for header in headers] == ["full"] + ["delta"] * (len(headers) - 1)


def test_the_centre_takes_them_one_after_the_other_and_nothing_waits_any_more(several):
    results = several.centre.import_files([written.path for written in several.made])
    assert [str(result.status) for result in results] == ["applied"] * len(several.made)
    for written in several.made:
        receive_receipt(several.workspace, several.centre.receipt_for(written.header.bundle_id).data)
    assert not several.workspace.streams.position("anapec").is_pending


def test_a_file_that_got_lost_is_made_again_by_the_next(several):
    late = several.centre.import_data(several.made[-1].path.read_bytes())
    assert (str(late.status), late.code) == ("refused", "bundle.gap")
    again = make_bundles(several.workspace, several.folder)
    results = several.centre.import_files([written.path for written in again])
    assert [str(result.status) for result in results] == ["applied"] * len(again)


def test_a_team_exchanges_what_is_too_much_for_one_file(tmp_path, monkeypatch):
    team = open_team(make_people(tmp_path / "made"), tmp_path)
    monkeypatch.setattr(bundle_share, "CHANGES_LIMIT", 2)
    written = {team.amina.write(nom=f"Visite {number}") for number in range(5)}
    team.round(times=4)
    to_lead = team.amina.workspace.outbox.bundles(stream_to(team.lead.workspace.device.device_id))
    assert [(sent.seq_from, sent.seq_to) for sent in to_lead] == [(1, 2), (3, 4), (5, 5)]
    assert written <= team.lead.records() & team.brahim.records()
    for person in team.people:
        person.workspace.close()
