"""Making, opening, enrolling, looking: the door of the centre."""

import stat
from dataclasses import replace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.central import default_keys_dir, open_centre, schema
from fieldapp.central.centre import init_centre
from fieldapp.signing.certificates import Role, certificate_from_pem, name_of, role_of
from tests.central.laptops import FORM, NOW, FixedClock, Laptop, new_centre
from tests.central.looks import rows


def refusal(work, *arguments, **options):
    with pytest.raises(KnownError) as caught:
        work(*arguments, **options)
    return caught.value.code


def test_only_the_owner_may_read_the_keys_and_the_file(centre, tmp_path):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in centre.keys_dir.iterdir()}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(centre.keys_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "central.sqlite").stat().st_mode) == 0o600


def test_making_a_centre_again_changes_nothing(any_url, tmp_path):
    first = new_centre(any_url, tmp_path)
    second = new_centre(any_url, tmp_path)
    assert (second.row_counts(), second.keys.age_recipient) == (first.row_counts(), first.keys.age_recipient)


def test_a_real_centre_does_not_become_a_training_one(centre, tmp_path):
    assert refusal(new_centre, centre.url, tmp_path, training=True) == "central.other_kind"


def test_a_training_centre_says_so_everywhere(tmp_path):
    centre = new_centre(f"sqlite:///{tmp_path}/t.sqlite", tmp_path, training=True)
    authority = certificate_from_pem(rows(centre, schema.authority, "certificate")[0][0])
    assert (centre.status().is_training, centre.status().recipient) == (True, "formation-2026")
    assert "FORMATION" in name_of(authority)


def test_keys_of_another_centre_are_refused(centre, tmp_path):
    other = new_centre(f"sqlite:///{tmp_path}/other.sqlite", tmp_path / "other")
    assert refusal(open_centre, centre.url, other.keys_dir) == "central.keys_mismatch"


def test_keys_that_others_may_read_are_refused(centre):
    (centre.keys_dir / "central.key.pem").chmod(0o644)
    assert refusal(open_centre, centre.url, centre.keys_dir) == "central.keys_exposed"


def test_keys_that_are_not_there_are_missed(centre, tmp_path):
    assert refusal(open_centre, centre.url, tmp_path / "nowhere") == "central.keys_not_found"


def test_half_a_key_folder_is_not_completed_in_silence(centre, tmp_path):
    (centre.keys_dir / "central.age.txt").unlink()
    other = f"sqlite:///{tmp_path}/other.sqlite"
    assert refusal(new_centre, other, tmp_path) == "central.keys_incomplete"


def test_a_database_that_does_not_answer_leaves_no_keys_behind(tmp_path):
    assert refusal(new_centre, f"postgresql:///x?host={tmp_path}", tmp_path) == "central.not_reachable"
    assert not (tmp_path / "keys").exists()


def test_import_needs_no_authority_key_but_enrolment_does(centre, laptop):
    (centre.keys_dir / "authority.key.pem").unlink()
    laptop.create({"nom": "AMPF"})
    reopened = open_centre(centre.url, centre.keys_dir, clock=FixedClock(NOW))
    assert not reopened.import_data(laptop.bundle().data).is_refused
    assert refusal(reopened.enrol, Laptop().request().data) == "central.authority_offline"


def test_keys_lie_beside_a_sqlite_file_and_must_be_named_for_a_server(tmp_path):
    assert default_keys_dir(f"sqlite:///{tmp_path}/a.sqlite") == tmp_path / "a-keys"
    assert default_keys_dir("postgresql://host/name") is None


def test_laptops_get_codes_in_turn_and_the_role_the_centre_decides(any_centre):
    first, second = Laptop().enrol(any_centre), Laptop().enrol(any_centre, role=Role.LEAD)
    codes = [one.enrolment.device_code for one in (first, second)]
    roles = [role_of(one.identity.certificate) for one in (first, second)]
    assert (codes, roles) == (["P0001", "P0002"], [Role.POSTE, Role.LEAD])


def test_the_same_request_gets_the_same_answer(any_centre):
    laptop = Laptop()
    first, second = any_centre.enrol(laptop.request().data), any_centre.enrol(laptop.request().data)
    assert (first.data, first.is_again, second.is_again) == (second.data, False, True)


def test_new_keys_under_a_known_device_are_refused(centre, laptop):
    impostor = Laptop(device_id=laptop.device_id)
    assert refusal(centre.enrol, impostor.request().data) == "central.device_known"


def test_the_words_are_those_of_the_request(centre):
    laptop = Laptop()
    request = laptop.request().data
    assert centre.request_words(request) == centre.enrol(request).words
    assert len(centre.request_words(request)) == 8


def test_a_damaged_request_enrols_nobody(centre):
    data = Laptop().request().data
    refused = refusal(centre.enrol, data[:-40] + bytes(40))
    assert refused.startswith("bundle.")
    assert rows(centre, schema.device) == []


def test_the_receipt_of_an_unknown_bundle_is_refused(centre):
    assert refusal(centre.receipt_for, "nothing") == "central.unknown_bundle"


def test_the_newest_receipt_of_each_laptop_is_given(centre, laptop):
    laptop.create({"nom": "AMPF"})
    results = [centre.import_data(laptop.bundle().data) for _ in range(2)]
    assert centre.latest_receipts() == [results[1].receipt]
    assert centre.receipt_for(results[0].bundle_id) == results[0].receipt


def test_status_counts_what_there_is(any_centre):
    laptop = Laptop().enrol(any_centre)
    laptop.create({"nom": "AMPF"})
    laptop.create({"nom": "ALCS", "annee": "douze"})
    any_centre.import_data(laptop.bundle().data)
    status = any_centre.status()
    device = status.devices[0]
    assert (status.records_by_form, status.change_count, status.quarantine_count) == ({"essai": 1}, 1, 1)
    assert (device.device_code, device.last_bundle_no, device.last_seq) == ("P0001", 1, 2)


def test_an_unknown_laptop_cannot_be_revoked(centre):
    assert refusal(centre.revoke, "P0099") == "central.unknown_device"


def test_the_escrow_reaches_the_laptops(tmp_path, laptop):
    url, escrow = f"sqlite:///{tmp_path}/e.sqlite", laptop.age.recipient
    clock = FixedClock(NOW)
    centre = init_centre(
        url, tmp_path / "e", training=False, forms=[FORM], escrow_recipient=escrow, clock=clock
    )
    assert Laptop().enrol(centre).enrolment.escrow_recipient == escrow


def test_a_file_that_cannot_be_read_is_refused_by_itself(centre, laptop, tmp_path):
    laptop.create({"nom": "AMPF"})
    good = tmp_path / "good.age"
    good.write_bytes(laptop.bundle().data)
    results = centre.import_files([tmp_path / "missing.age", good])
    assert [result.code for result in results] == ["file.not_found", ""]


def test_a_centre_does_not_show_its_password(centre):
    assert "hush" not in repr(replace(centre, url="postgresql://ana:hush@host/name"))
