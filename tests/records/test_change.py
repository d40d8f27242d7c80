"""Digests: they find any altered value, and survive erasure."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.records.change import (
    GENESIS,
    Change,
    ChangeField,
    Op,
    chain_hash,
    check_digests,
    content_hash,
    erased,
    is_erased,
    value_digest,
)

FIELD = ChangeField("identite/nom", None, "AMAPPE", (), "ab" * 16, value_digest("ab" * 16, None, "AMAPPE"))
CHANGE = Change(
    "device",
    1,
    "change",
    "2026-11-22T08:00:00.000Z",
    "actor",
    "record",
    "fiche_organisation",
    "1",
    Op.CREATE,
    "",
    "",
    (FIELD,),
)


def test_a_true_change_passes():
    check_digests(CHANGE)


def test_an_altered_value_is_found():
    with pytest.raises(KnownError, match=r"change\.value_altered"):
        check_digests(replace(CHANGE, fields=(replace(FIELD, new_value="AMAPE"),)))


def test_erasure_keeps_every_hash():
    bare = replace(CHANGE, fields=(erased(FIELD),))
    check_digests(bare)
    assert is_erased(bare.fields[0])
    assert content_hash(bare) == content_hash(CHANGE)


@pytest.mark.parametrize(
    "other", [{"reason": "x"}, {"at": "2026-11-22T08:00:00.001Z"}, {"op": Op.EDIT}, {"record_id": "r"}]
)
def test_every_metadata_is_under_the_hash(other):
    assert content_hash(replace(CHANGE, **other)) != content_hash(CHANGE)


def test_the_chain_depends_on_all_that_came_before():
    first = chain_hash(GENESIS, CHANGE)
    assert chain_hash(first, CHANGE) != chain_hash(GENESIS, CHANGE)


@given(st.text(), st.text(), st.text(alphabet="0123456789abcdef", min_size=2))
def test_a_digest_tells_old_from_new(old, new, salt):
    assert (value_digest(salt, old, new) == value_digest(salt, new, old)) == (old == new)
