"""A record goes to the centre from the laptop that began it, whoever corrected it; nothing of a team leaks there."""

from types import SimpleNamespace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.reader import open_bundle
from fieldapp.central import init_centre
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.laptop_identity import age_identity, centre_of
from fieldapp.usecases.make_bundle import collect_bundle, make_bundle
from fieldapp.usecases.receive_receipt import receive_receipt
from tests.usecases.teams import FORM, make_people, open_team


@pytest.fixture(scope="module")
def made_team(tmp_path_factory):
    return make_people(tmp_path_factory.mktemp("equipe"))


@pytest.fixture
def team(made_team, tmp_path):
    opened = open_team(made_team, tmp_path)
    yield opened
    for person in opened.people:
        person.workspace.close()


@pytest.fixture
def centre(team, tmp_path):
    """A training centre with which the lead and Amina are enrolled."""
    made = init_centre(
        f"sqlite:///{tmp_path / 'central.db'}", tmp_path / "cles", training=True, forms=(FORM,)
    )
    for person in (team.lead, team.amina):
        answer = made.enrol(request_enrolment(person.workspace).data)
        receive_enrolment(person.workspace, answer.data)
    return SimpleNamespace(made=made, folder=tmp_path / "envois")


def sent(person, centre):
    written = make_bundle(person.workspace, centre.folder / person.at.name)
    (result,) = centre.made.import_files([written.path])
    receive_receipt(person.workspace, centre.made.receipt_for(written.header.bundle_id).data)
    return written, result


def every_row(person, written):
    bundle = open_bundle(
        SealedBundle(written.path.read_bytes()),
        identities=[age_identity(person.workspace).secret],
        trust=centre_of(person.workspace).trust,
        recipient=written.header.recipient,
        at=person.workspace.clock.now(),
    )
    return "\n".join(str(row) for name in bundle.tables for row in bundle.table(name))


def test_what_a_lead_received_and_corrected_is_not_sent_by_the_lead(team, centre):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.amina.write("entretien", parole="Une parole confiée")
    team.round()
    with pytest.raises(KnownError, match=r"bundle\.nothing_to_send"):
        collect_bundle(team.lead.workspace)
    team.lead.edit(record_id, ville="Salé")
    with pytest.raises(KnownError, match=r"bundle\.nothing_to_send"):
        collect_bundle(team.lead.workspace)
    team.lead.write(nom="À moi")
    written, result = sent(team.lead, centre)
    rows = every_row(team.lead, written)
    assert (result.record_count, result.quarantine_count) == (1, 0)
    assert "À moi" in rows
    assert not [word for word in ("AMPF", "Salé", "confiée", record_id) if word in rows]


def test_an_interview_reaches_the_team_and_never_the_centre(team, centre):
    record_id = team.amina.write("entretien", parole="Une parole confiée")
    team.amina.write(nom="AMPF")
    team.round()
    assert team.lead.answers(record_id) == {"parole": "Une parole confiée"}
    assert "confiée" not in every_row(team.amina, sent(team.amina, centre)[0])


def test_a_correction_reaches_the_centre_from_the_laptop_that_began_the_record(team, centre):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    sent(team.amina, centre)
    team.round()
    team.lead.edit(record_id, ville="Salé")
    team.round()
    written, result = sent(team.amina, centre)
    assert (result.quarantine_count, result.conflict_count) == (0, 0)
    assert "Salé" in every_row(team.amina, written)
    team.amina.edit(record_id, nom="AMPF Rabat")
    _, result = sent(team.amina, centre)
    assert (result.quarantine_count, result.conflict_count) == (0, 0)


def test_what_is_erased_by_its_author_is_erased_with_everybody(team):
    from fieldapp.records.erasure import Reason

    record_id = team.amina.write(nom="AMPF", ville="Un secret à effacer")
    team.round()
    team.brahim.begin(record_id, nom="En cours")
    team.amina.workspace.erasing.erase(
        record_id, paths=["ville"], reason=next(iter(Reason)), actor_id=team.amina.workspace.actor.actor_id
    )
    team.round(2)
    for person in team.people:
        told = str([person.workspace.changes.of_record(record_id), person.workspace.draft_answers(record_id)])
        assert "secret" not in told
        assert person.workspace.check()
    assert team.brahim.workspace.draft_answers(record_id)["nom"] == "En cours"


def test_what_a_colleague_wrote_before_learning_of_an_erasure_can_be_erased_too(team):
    from fieldapp.records.erasure import Reason

    amina = team.amina.workspace
    record_id = team.amina.write(nom="AMPF")
    team.round()
    amina.erasing.erase(record_id, reason=Reason.REQUEST, actor_id=amina.actor.actor_id)
    with pytest.raises(KnownError, match=r"record\.erased"):
        amina.erasing.erase(record_id, reason=Reason.REQUEST, actor_id=amina.actor.actor_id)
    team.brahim.edit(record_id, ville="Un secret à effacer")
    team.round(2)
    assert team.amina.answers(record_id) == {"ville": "Un secret à effacer"}
    amina.trash(record_id, reason="erreur")
    amina.restore(record_id)
    assert team.amina.answers(record_id) == {"ville": "Un secret à effacer"}
    amina.erasing.erase(record_id, reason=Reason.REQUEST, actor_id=amina.actor.actor_id)
    team.round(2)
    for person in team.people:
        assert "secret" not in str(person.workspace.changes.of_record(record_id))
        assert person.workspace.check()


def test_a_photo_that_comes_together_with_its_erasure_is_not_kept(team):
    from fieldapp.records.erasure import Reason

    amina = team.amina.workspace
    digest = amina.attachments.add(b"\x89PNG\r\n\x1a\n photo", "image/png", extension="png")
    record_id = team.amina.write(nom="AMPF", photo=f"{digest}.png")
    team.amina.exchange()
    team.lead.exchange()
    amina.erasing.erase(record_id, reason=Reason.REQUEST, actor_id=amina.actor.actor_id)
    team.amina.exchange()
    team.lead.exchange()
    team.brahim.exchange()
    assert [person.workspace._opened.db.table("attachment").count for person in team.people] == [0, 0, 0]
