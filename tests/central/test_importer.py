"""One sealed file in one transaction: sequence, repetition, repair, conflict, and refusals that leave nothing."""

from dataclasses import replace

import pytest

from fieldapp.base.clock import FixedClock
from fieldapp.bundle.content import Kind, ReceiptStatus
from fieldapp.central import ImportStatus, schema
from fieldapp.records.change import Op
from fieldapp.signing.certificates import Role
from tests.central.laptops import IDS, Laptop, new_centre
from tests.central.looks import content, merged_state, rows, values


def send(centre, sealed):
    return centre.import_data(sealed.data, name=sealed.name)


def test_a_bundle_is_applied_and_acknowledged(any_centre):
    laptop = Laptop().enrol(any_centre)
    record_id = laptop.create({"nom": "AMPF", "ville": "Rabat", "annee": "1999"})
    result = send(any_centre, laptop.bundle())
    receipt = laptop.open(result.receipt)
    assert (result.status, result.new_count, result.record_count) == (ImportStatus.APPLIED, 1, 1)
    assert (receipt.status, receipt.ack_seq, receipt.need_from_seq) == (ReceiptStatus.APPLIED, 1, 2)
    assert values(any_centre, record_id) == {"nom": "AMPF", "ville": "Rabat", "annee": "1999"}


def test_the_same_file_again_gets_the_same_receipt_and_changes_nothing(any_centre):
    laptop = Laptop().enrol(any_centre)
    laptop.create({"nom": "AMPF"})
    sealed = laptop.bundle()
    first = send(any_centre, sealed)
    before = content(any_centre)
    second = send(any_centre, sealed)
    assert (second.status, second.receipt) == (ImportStatus.SAME, first.receipt)
    assert content(any_centre) == before


def test_a_delta_after_a_receipt_is_applied(any_centre):
    laptop = Laptop().enrol(any_centre)
    record_id = laptop.create({"nom": "AMPF"})
    send(any_centre, laptop.bundle())
    laptop.change(record_id, {"nom": "AMPF Rabat"})
    result = send(any_centre, laptop.bundle(seq_from=2))
    assert (result.new_count, values(any_centre, record_id)) == (1, {"nom": "AMPF Rabat"})


def test_an_overlap_of_the_same_content_is_known_and_not_applied_twice(centre, laptop):
    record_id = laptop.create({"nom": "AMPF"})
    send(centre, laptop.bundle())
    laptop.change(record_id, {"ville": "Fès"})
    result = send(centre, laptop.bundle())
    assert (result.new_count, result.known_count) == (1, 1)
    assert len(rows(centre, schema.change)) == 2


def test_a_lost_stick_is_repaired_by_the_next_bundle(centre, laptop):
    record_id = laptop.create({"nom": "AMPF"})
    laptop.bundle()
    laptop.change(record_id, {"nom": "ALCS"})
    result = send(centre, laptop.bundle())
    assert (result.bundle_no, result.new_count, values(centre, record_id)) == (2, 2, {"nom": "ALCS"})


def test_a_late_stick_brings_nothing_new_and_is_acknowledged_as_far_as_we_are(centre, laptop):
    record_id = laptop.create({"nom": "AMPF"})
    late = laptop.bundle()
    laptop.change(record_id, {"nom": "ALCS"})
    send(centre, laptop.bundle())
    result = send(centre, late)
    assert (result.status, result.new_count, result.known_count) == (ImportStatus.APPLIED, 0, 1)
    assert laptop.open(result.receipt).ack_seq == 2


def test_a_gap_is_refused_and_its_receipt_names_what_is_missing(any_centre):
    laptop = Laptop().enrol(any_centre)
    record_id = laptop.create({"nom": "AMPF"})
    send(any_centre, laptop.bundle())
    laptop.change(record_id, {"ville": "Fès"})
    laptop.change(record_id, {"ville": "Oujda"})
    before = content(any_centre)
    result = send(any_centre, laptop.bundle(seq_from=3))
    receipt = laptop.open(result.receipt)
    assert (result.code, result.facts["need_from"], result.facts["need_to"]) == ("bundle.gap", 2, 2)
    assert (receipt.status, receipt.ack_seq, receipt.need_from_seq) == (ReceiptStatus.GAP, 1, 2)
    assert content(any_centre) == before


def test_a_gap_before_anything_came_needs_the_first_change(centre, laptop):
    laptop.create({"nom": "AMPF"})
    laptop.create({"nom": "ALCS"})
    receipt = laptop.open(send(centre, laptop.bundle(seq_from=2)).receipt)
    assert (receipt.status, receipt.need_from_seq) == (ReceiptStatus.GAP, 1)


def test_after_a_gap_the_full_bundle_is_applied_with_a_later_receipt(centre, laptop):
    laptop.create({"nom": "AMPF"})
    laptop.create({"nom": "ALCS"})
    refused = laptop.open(send(centre, laptop.bundle(seq_from=2)).receipt)
    applied = laptop.open(send(centre, laptop.bundle()).receipt)
    assert applied.receipt_no > refused.receipt_no
    assert applied.status is ReceiptStatus.APPLIED


def test_a_cloned_laptop_is_a_fork(any_centre):
    laptop = Laptop().enrol(any_centre)
    laptop.create({"nom": "AMPF"})
    clone = laptop.clone()
    laptop.create({"nom": "ALCS"})
    clone.create({"nom": "Caritas"})
    clone.next_no = 5  # its sticks number 2 to 4 were lost
    send(any_centre, laptop.bundle())
    before = content(any_centre)
    result = send(any_centre, clone.bundle())
    assert (result.code, result.facts["seq"]) == ("bundle.fork", 2)
    assert clone.open(result.receipt).status is ReceiptStatus.FORK
    assert content(any_centre) == before


def test_the_same_number_with_other_content_is_a_fork(centre, laptop):
    laptop.create({"nom": "AMPF"})
    clone = laptop.clone()
    send(centre, laptop.bundle())
    clone.create({"nom": "ALCS"})
    assert send(centre, clone.bundle()).code == "bundle.fork"


def test_a_bundle_that_follows_another_than_we_have_is_refused(centre, laptop):
    laptop.create({"nom": "AMPF"})
    send(centre, laptop.bundle())
    laptop.create({"nom": "ALCS"})
    before = content(centre)
    result = send(centre, laptop.bundle(prev_manifest_sha256="a" * 64))
    assert (result.code, laptop.open(result.receipt).status) == ("bundle.wrong_previous", ReceiptStatus.FORK)
    assert content(centre) == before


def test_a_late_bundle_must_be_the_one_that_the_next_one_named(centre, laptop):
    laptop.create({"nom": "AMPF"})
    clone = laptop.clone()
    laptop.bundle()
    send(centre, laptop.bundle())
    assert send(centre, clone.bundle()).code == "bundle.wrong_previous"


def test_a_new_epoch_with_a_full_export_cures_a_fork(centre, laptop):
    record_id = laptop.create({"nom": "AMPF"})
    send(centre, laptop.bundle())
    cured = laptop.clone()
    cured.epoch, cured.prev, cured.next_no = IDS.uuid4(), "0" * 64, 1
    cured.change(record_id, {"nom": "ALCS"})
    result = send(centre, cured.bundle(kind=Kind.FULL))
    assert (result.status, result.new_count, result.known_count) == (ImportStatus.APPLIED, 1, 1)
    assert values(centre, record_id) == {"nom": "ALCS"}


def test_a_laptop_restored_from_an_old_backup_is_found(centre, laptop):
    laptop.create({"nom": "AMPF"})
    backup = laptop.clone()
    laptop.create({"nom": "ALCS"})
    send(centre, laptop.bundle())
    backup.create({"nom": "Caritas"})
    assert send(centre, backup.bundle()).code == "bundle.fork"


def test_two_agents_on_one_field_are_a_conflict_that_both_receipts_show(any_centre):
    ana, ben = Laptop().enrol(any_centre), Laptop().enrol(any_centre)
    record_id = ana.create({"nom": "AMPF", "ville": "Rabat"})
    send(any_centre, ana.bundle())
    ben.records = {record_id: dict(ana.records[record_id])}
    ana.change(record_id, {"ville": "Salé"})
    ben.change(record_id, {"ville": "Témara"})
    send(any_centre, ana.bundle())
    result = send(any_centre, ben.bundle())
    heads = ben.open(result.receipt).conflicts
    assert (result.conflict_count, values(any_centre, record_id)["ville"]) == (1, "Rabat")
    assert {(head.value, head.agreed_value) for head in heads} == {("Salé", "Rabat"), ("Témara", "Rabat")}
    assert any_centre.status().conflict_count == 1


def test_the_first_agent_learns_of_a_conflict_with_the_next_receipt(centre):
    ana, ben = Laptop().enrol(centre), Laptop().enrol(centre)
    record_id = ana.create({"ville": "Rabat"})
    ben.records = {record_id: dict(ana.records[record_id])}
    ana.change(record_id, {"ville": "Salé"})
    ben.change(record_id, {"ville": "Témara"})
    send(centre, ana.bundle())
    send(centre, ben.bundle())
    ana.create({"nom": "ALCS"})
    assert len(ana.open(send(centre, ana.bundle()).receipt).conflicts) == 2


def test_the_same_correction_by_two_agents_is_no_conflict(centre):
    ana, ben = Laptop().enrol(centre), Laptop().enrol(centre)
    record_id = ana.create({"ville": "Rabat"})
    ben.records = {record_id: dict(ana.records[record_id])}
    ana.change(record_id, {"ville": "Salé"})
    ben.change(record_id, {"ville": "Salé"})
    send(centre, ana.bundle())
    assert send(centre, ben.bundle()).conflict_count == 0
    assert values(centre, record_id) == {"ville": "Salé"}


def test_a_change_whose_parent_is_unknown_waits_and_is_applied_when_it_comes(any_centre):
    ana, ben = Laptop().enrol(any_centre), Laptop().enrol(any_centre)
    record_id = ana.create({"ville": "Rabat"})
    ana.change(record_id, {"ville": "Salé"})
    ben.records = {record_id: dict(ana.records[record_id])}
    ben.change(record_id, {"ville": "Témara"})
    waiting = send(any_centre, ben.bundle())
    item = ben.open(waiting.receipt).items[0]
    assert (waiting.quarantine_count, item.code) == (1, "change.unknown_record")
    assert ben.open(waiting.receipt).status is ReceiptStatus.PARTIAL
    send(any_centre, ana.bundle())
    assert values(any_centre, record_id) == {"ville": "Témara"}
    assert any_centre.status().quarantine_count == 0


def test_a_bad_value_waits_with_its_followers_while_the_rest_is_applied(any_centre):
    laptop = Laptop().enrol(any_centre)
    good, bad = laptop.create({"nom": "AMPF"}), laptop.create({"nom": "ALCS", "annee": "douze"})
    laptop.change(bad, {"ville": "Fès"})
    result = send(any_centre, laptop.bundle())
    items = {item.code: item for item in laptop.open(result.receipt).items}
    assert (result.status, result.quarantine_count) == (ImportStatus.APPLIED, 2)
    assert (items["value.wrong_type"].path, items["value.wrong_type"].value) == ("annee", "douze")
    assert "Corrigez" in items["value.wrong_type"].advice_fr
    assert (values(any_centre, good), values(any_centre, bad)) == ({"nom": "AMPF"}, {})


def test_characters_no_database_keeps_wait_in_quarantine(any_centre):
    laptop = Laptop().enrol(any_centre)
    record_id = laptop.create({"nom": "AM\x00PF"})
    laptop.change(record_id, {"ville": "Fès"}, old="\u202e")
    result = send(any_centre, laptop.bundle())
    items = laptop.open(result.receipt).items
    assert (result.quarantine_count, {item.code for item in items}) == (2, {"value.forbidden_characters"})
    assert items[0].value == "AM\x00PF"


def test_a_relayed_change_is_applied_once_whichever_way_it_comes(centre):
    agent, lead = Laptop().enrol(centre), Laptop().enrol(centre, role=Role.LEAD)
    record_id = agent.create({"nom": "AMPF"})
    lead.carry(agent.stream[0])
    assert send(centre, lead.bundle()).new_count == 1
    assert send(centre, agent.bundle()).known_count == 1
    assert values(centre, record_id) == {"nom": "AMPF"}


def test_a_relayed_change_with_another_value_refuses_the_bundle(centre):
    agent, lead = Laptop().enrol(centre), Laptop().enrol(centre, role=Role.LEAD)
    record_id = agent.create({"nom": "AMPF"})
    send(centre, agent.bundle())
    forged = lead.change(record_id, {"nom": "XXXX"}, op=Op.CREATE, parents={}, device_id=agent.device_id)
    lead.stream[-1] = replace(forged, change_id=agent.stream[0].change_id)
    before = content(centre)
    assert send(centre, lead.bundle()).code == "bundle.change_differs"
    assert content(centre) == before


def test_a_withdrawal_takes_the_value_out_of_the_history(any_centre):
    laptop = Laptop().enrol(any_centre)
    record_id = laptop.create({"nom": "AMPF", "ville": "Rabat"})
    laptop.change(record_id, {"ville": None}, op=Op.WITHDRAW)
    send(any_centre, laptop.bundle())
    everything = str(content(any_centre))
    assert values(any_centre, record_id) == {"nom": "AMPF"}
    assert "Rabat" not in everything
    assert "AMPF" in everything


def test_an_erasure_that_comes_later_takes_the_value_out_as_well(centre, laptop):
    record_id = laptop.create({"nom": "AMPF", "ville": "Rabat"})
    first = laptop.bundle()
    send(centre, first)
    laptop.change(record_id, {"ville": None}, op=Op.ERASE)
    send(centre, laptop.bundle(seq_from=2))
    assert "Rabat" not in str(content(centre))
    assert send(centre, first).status is ImportStatus.SAME


def test_a_value_in_quarantine_that_is_erased_leaves_the_quarantine(centre, laptop):
    record_id = laptop.create({"nom": "AMPF", "telephone": "12 34 56"})
    assert send(centre, laptop.bundle()).quarantine_count == 1
    laptop.change(record_id, {"telephone": None}, op=Op.ERASE)
    assert send(centre, laptop.bundle(seq_from=2)).quarantine_count == 0
    assert "12 34 56" not in str(content(centre))
    assert values(centre, record_id) == {"nom": "AMPF"}


def test_a_deleted_record_is_counted_no_more_and_a_restored_one_is(centre, laptop):
    record_id = laptop.create({"nom": "AMPF"})
    laptop.change(record_id, {"nom": None}, op=Op.DELETE)
    send(centre, laptop.bundle())
    assert centre.status().records_by_form == {}
    laptop.change(record_id, {"nom": "AMPF"}, op=Op.RESTORE)
    send(centre, laptop.bundle())
    assert centre.status().records_by_form == {"essai": 1}


def test_several_selections_merge_as_a_set(centre):
    ana, ben = Laptop().enrol(centre), Laptop().enrol(centre)
    record_id = ana.create({"services": "emploi"})
    ben.records = {record_id: dict(ana.records[record_id])}
    ana.change(record_id, {"services": "emploi sante"})
    ben.change(record_id, {"services": "emploi droit"})
    send(centre, ana.bundle())
    assert send(centre, ben.bundle()).conflict_count == 0
    assert set(values(centre, record_id)["services"].split()) == {"emploi", "sante", "droit"}


def test_a_bundle_of_another_centre_is_refused(centre, laptop, tmp_path):
    elsewhere = new_centre(f"sqlite:///{tmp_path}/other.sqlite", tmp_path / "other")
    stranger = Laptop().enrol(elsewhere)
    stranger.create({"nom": "AMPF"})
    before = content(centre)
    assert send(centre, stranger.bundle()).code == "age.not_for_us"
    assert content(centre) == before


def test_a_training_laptop_is_refused_by_a_real_centre(centre, tmp_path):
    training = new_centre(f"sqlite:///{tmp_path}/t.sqlite", tmp_path / "t", training=True)
    trainee = Laptop().enrol(training)
    trainee.create({"nom": "AMPF"})
    trainee.enrolment = replace(trainee.enrolment, central_recipient=centre.keys.age_recipient)
    assert send(centre, trainee.bundle()).code == "bundle.unknown_signer"


def test_a_laptop_with_a_good_certificate_that_is_not_enrolled_here_is_refused(centre, laptop, tmp_path):
    (tmp_path / "twin").mkdir()
    (tmp_path / "keys").rename(tmp_path / "twin" / "keys")
    twin = new_centre(f"sqlite:///{tmp_path}/twin.sqlite", tmp_path / "twin")
    laptop.create({"nom": "AMPF"})
    result = send(twin, laptop.bundle())
    assert (result.code, result.receipt) == ("central.not_enrolled", None)


def test_a_stolen_laptop_is_refused_once_its_certificate_is_revoked(any_centre):
    laptop = Laptop().enrol(any_centre)
    laptop.create({"nom": "AMPF"})
    any_centre.revoke(laptop.enrolment.device_code)
    before = content(any_centre)
    result = send(any_centre, laptop.bundle())
    assert (result.code, result.receipt) == ("bundle.signer_revoked", None)
    assert content(any_centre) == before


def test_a_team_bundle_is_not_for_the_agency(centre, laptop):
    laptop.create({"nom": "AMPF"})
    result = send(centre, laptop.bundle(stream="equipe:lead-1"))
    assert (result.code, laptop.open(result.receipt).status) == (
        "central.wrong_stream",
        ReceiptStatus.REFUSED,
    )


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: b"", "bundle.empty"),
        (lambda data: data[: len(data) // 2], "age.damaged"),
        (lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:], "age.damaged"),
    ],
)
def test_a_damaged_file_is_refused_and_nothing_changes(centre, laptop, damage, code):
    laptop.create({"nom": "AMPF"})
    before = content(centre)
    result = centre.import_data(damage(laptop.bundle().data))
    assert (result.status, result.code) == (ImportStatus.REFUSED, code)
    assert content(centre) == before


def test_an_attached_photo_is_kept_once(centre, laptop, photo):
    record_id = laptop.create({"nom": "AMPF"})
    pictures = [replace(photo, record_id=record_id, path=path) for path in ("nom", "")]
    send(centre, laptop.bundle(attachments=pictures))
    send(centre, laptop.bundle(attachments=pictures))
    assert rows(centre, schema.attachment, "sha256", "content") == [(photo.sha256, photo.data)]
    assert {path for _, path, _ in rows(centre, schema.attachment_use)} == {"nom", schema.WHOLE_RECORD}


def test_an_unknown_form_waits_until_the_centre_has_it(centre, laptop, tmp_path, other_form):
    record_id = laptop.create({"titre": "Essai"}, form_id="autre")
    result = send(centre, laptop.bundle(forms={("autre", "1"): other_form}))
    assert laptop.open(result.receipt).items[0].code == "change.unknown_form"
    new_centre(centre.url, tmp_path, forms=[other_form])
    assert values(centre, record_id) == {"titre": "Essai"}
    assert centre.status().quarantine_count == 0


def test_an_empty_bundle_is_received(centre, laptop):
    laptop.create({"nom": "AMPF"})
    send(centre, laptop.bundle())
    result = send(centre, laptop.bundle(seq_from=2))
    assert (result.status, result.new_count, laptop.open(result.receipt).ack_seq) == (
        ImportStatus.APPLIED,
        0,
        1,
    )


def test_the_order_of_two_bundles_changes_nothing(tmp_path):
    centres = [new_centre(f"sqlite:///{tmp_path}/{name}.sqlite", tmp_path) for name in "ab"]
    ana, ben = Laptop().enrol(centres[0]), Laptop().enrol(centres[0])
    for laptop in (ana, ben):
        centres[1].enrol(laptop.request().data)
    record_id = ana.create({"ville": "Rabat"})
    ben.records = {record_id: dict(ana.records[record_id])}
    ben.change(record_id, {"ville": "Fès"})
    sealed = [ana.bundle(), ben.bundle()]
    for centre, order in zip(centres, (sealed, sealed[::-1]), strict=True):
        assert not any(send(centre, one).is_refused for one in order)
    assert merged_state(centres[0]) == merged_state(centres[1])


def test_a_certificate_that_ran_out_is_refused(centre, laptop):
    laptop.create({"nom": "AMPF"})
    later = replace(centre, clock=FixedClock(centre.clock.now().replace(year=2030)))
    assert send(later, laptop.bundle()).code == "bundle.signer_expired"
