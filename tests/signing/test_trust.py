from datetime import timedelta

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.signing.certificates import Role, Subject, make_authority, self_signed
from fieldapp.signing.trust import TrustStore
from tests.signing.conftest import AT, DEVICE, enrolled


@pytest.mark.parametrize("role", list(Role))
def test_a_certificate_of_a_known_authority_says_who_and_in_which_role(authority, trust, role):
    signer = trust.check(enrolled(authority, role=role).certificate, AT)
    assert (signer.device_id, signer.role) == (DEVICE, role)


def test_another_authority_of_the_same_name_is_unknown(trust):
    stranger = enrolled(make_authority("AC fieldapp 2026", at=AT))
    with pytest.raises(KnownError, match=r"bundle\.unknown_signer"):
        trust.check(stranger.certificate, AT)


def test_a_self_signed_seal_is_unknown_even_when_it_is_given_as_authority(laptop, trust):
    seal = self_signed(laptop.key, Subject(DEVICE, "Poste", Role.CENTRAL), at=AT)
    for store in (trust, TrustStore((seal,))):
        with pytest.raises(KnownError, match=r"bundle\.unknown_signer"):
            store.check(seal, AT)


def test_the_authority_itself_may_not_sign_bundles(authority, trust):
    with pytest.raises(KnownError, match=r"bundle\.unknown_signer"):
        trust.check(authority.certificate, AT)


@pytest.mark.parametrize("moment", [AT + timedelta(days=366), AT - timedelta(days=2)])
def test_a_certificate_counts_only_while_it_is_valid(laptop, trust, moment):
    with pytest.raises(KnownError, match=r"bundle\.signer_expired"):
        trust.check(laptop.certificate, moment)


def test_a_clock_that_is_some_hours_late_is_forgiven(laptop, trust):
    assert trust.check(laptop.certificate, AT - timedelta(hours=20)).device_id == DEVICE


def test_a_revoked_serial_counts_no_more(authority, laptop):
    store = TrustStore((authority.certificate,), frozenset({laptop.certificate.serial_number}))
    with pytest.raises(KnownError, match=r"bundle\.signer_revoked"):
        store.check(laptop.certificate, AT)


def test_an_old_and_a_new_authority_are_believed_side_by_side(authority, laptop):
    new = make_authority("AC fieldapp 2030", at=AT)
    store = TrustStore((new.certificate, authority.certificate))
    assert store.check(laptop.certificate, AT).device_id == DEVICE
    assert store.check(enrolled(new).certificate, AT).device_id == DEVICE
