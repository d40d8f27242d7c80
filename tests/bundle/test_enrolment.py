"""Enrolment: one file out, eight words compared aloud, one file back; nothing in it can be swapped unseen."""

from dataclasses import replace

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.bundle.content import FIELD_KINDS, Enrolment, EnrolmentRequest, SealedBundle
from fieldapp.bundle.enrolment import (
    authority_words,
    open_enrolment,
    open_request,
    request_words,
    write_enrolment,
    write_request,
)
from fieldapp.bundle.reader import FirstContact, open_bundle
from fieldapp.signing.certificates import (
    Role,
    Subject,
    certificate_to_pem,
    issue,
    make_authority,
    make_request,
    request_from_pem,
    request_to_pem,
    self_signed,
)
from fieldapp.signing.identity import Identity
from fieldapp.signing.keys import new_age_identity, new_signing_key
from tests.bundle.samples import AT, LAPTOP, OTHER_LAPTOP, bundle_id
from tests.bundle.tamper import Opened


def applicant(device_id=LAPTOP, name="Poste d'Oujda"):
    key, subject = new_signing_key(), Subject(device_id, name, Role.POSTE)
    request = EnrolmentRequest(
        device_id=device_id,
        device_name=name,
        actor_id="actor-1",
        actor_name="Amina وجدة",
        age_recipient=new_age_identity().recipient,
        request_pem=request_to_pem(make_request(key, subject)).decode(),
    )
    return request, Identity(self_signed(key, subject, at=AT), key)


def asked(request, identity):
    return write_request(request, identity=identity, bundle_id=bundle_id(1), at=AT)


def enrolment(people, request, **facts):
    wanted = request_from_pem(request.request_pem.encode())
    certificate = issue(people.authority, wanted, role=Role.POSTE, at=AT, days=365)
    defaults = {
        "device_id": request.device_id,
        "device_code": "P0007",
        "certificate_pem": certificate_to_pem(certificate).decode(),
        "central_name": "central-2026",
        "central_recipient": people.central_age.recipient,
        "escrow_recipient": people.escrow_age.recipient,
        "authorities_pem": (certificate_to_pem(people.authority.certificate).decode(),),
    }
    return Enrolment(**(defaults | facts))


def answered(people, what, identity=None):
    return write_enrolment(what, identity=identity or people.central, bundle_id=bundle_id(2), at=AT)


def refused(request, sealed):
    with pytest.raises(KnownError) as caught:
        open_enrolment(SealedBundle(sealed.data), request=request, at=AT)
    return caught.value.code


def test_a_request_arrives_with_the_words_the_laptop_shows():
    request, identity = applicant()
    sealed = asked(request, identity)
    verified = open_request(SealedBundle(sealed.data), at=AT)
    assert (verified.request, verified.words) == (request, request_words(request))
    assert (sealed.name, len(verified.words)) == ("AF_DEMANDE_00000007.zip", 8)


def test_any_other_request_has_other_words():
    request, _ = applicant()
    other = replace(request, age_recipient=new_age_identity().recipient)
    assert request_words(request) != request_words(other)


def request_refused(request, identity):
    with pytest.raises(KnownError) as caught:
        open_request(SealedBundle(asked(request, identity).data), at=AT)
    return caught.value.code


def test_a_request_signed_by_another_key_is_refused():
    request, _ = applicant()
    _, thief = applicant()
    assert request_refused(request, thief) == "bundle.request_damaged"


def test_a_request_for_another_device_than_its_certificate_is_refused():
    request, _ = applicant()
    _, other = applicant(OTHER_LAPTOP)
    assert request_refused(request, other) == "bundle.device_differs"


def test_a_request_without_a_sound_age_recipient_is_refused():
    request, identity = applicant()
    assert (
        request_refused(replace(request, age_recipient="age1nothing"), identity) == "bundle.request_damaged"
    )


def test_a_request_with_a_broken_certificate_request_is_refused():
    request, identity = applicant()
    assert request_refused(replace(request, request_pem="nonsense"), identity) == "signing.bad_request"


def test_a_changed_request_is_refused():
    request, identity = applicant()
    opened = Opened.of(asked(request, identity).data)
    opened.edit_csv("request", "actor-1", "actor-2")
    with pytest.raises(KnownError, match=r"bundle\.hash_differs"):
        open_request(opened.seal(()), at=AT)


def test_the_answer_makes_the_laptop_a_member(people):
    request, _ = applicant()
    what = enrolment(people, request)
    sealed = answered(people, what)
    verified = open_enrolment(SealedBundle(sealed.data), request=request, at=AT)
    assert (verified.enrolment, sealed.name) == (what, "AF_INSCRIPTION_P0007.zip")
    assert verified.authority_words == authority_words(what.authorities_pem)


def test_an_answer_without_escrow_is_taken(people):
    request, _ = applicant()
    sealed = answered(people, enrolment(people, request, escrow_recipient=""))
    assert open_enrolment(SealedBundle(sealed.data), request=request, at=AT).enrolment.escrow_recipient == ""


def test_an_answer_to_another_laptop_is_refused(people):
    request, _ = applicant()
    other, _ = applicant(OTHER_LAPTOP)
    assert refused(request, answered(people, enrolment(people, other))) == "bundle.other_recipient"


def test_an_answer_with_anothers_certificate_is_refused(people):
    request, _ = applicant()
    same_device, _ = applicant()
    assert refused(request, answered(people, enrolment(people, same_device))) == "bundle.enrolment_damaged"


def test_an_answer_signed_by_a_laptop_is_refused(people):
    request, _ = applicant()
    assert (
        refused(request, answered(people, enrolment(people, request), people.other_laptop))
        == "bundle.wrong_role"
    )


def test_an_answer_signed_outside_the_authority_it_brings_is_refused(people):
    request, _ = applicant()
    stranger = certificate_to_pem(make_authority("Autre", at=AT).certificate).decode()
    what = enrolment(people, request, authorities_pem=(stranger,))
    assert refused(request, answered(people, what)) == "bundle.unknown_signer"


def test_an_answer_under_another_authority_has_other_words(people):
    ours = (certificate_to_pem(people.authority.certificate).decode(),)
    theirs = (certificate_to_pem(make_authority("Autorité d'essai", at=AT).certificate).decode(),)
    assert authority_words(ours) != authority_words(theirs)


def test_an_answer_with_a_false_recipient_is_refused(people):
    request, _ = applicant()
    what = enrolment(people, request, central_recipient="age1nothing")
    assert refused(request, answered(people, what)) == "bundle.enrolment_damaged"


def test_first_contact_never_opens_field_data(people, sealed):
    with pytest.raises(BugError):
        open_bundle(
            SealedBundle(sealed.data),
            identities=(),
            trust=FirstContact.HOLDER,
            recipient="centre",
            at=AT,
            kinds=FIELD_KINDS,
        )
