"""What was taken back survives in no file: not in earlier documents, not under its answer, not in a late bundle."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from fieldapp.base.files import sha256_hex
from fieldapp.bundle.content import BundleFile
from fieldapp.central import schema
from fieldapp.central.database import sqlite_file
from fieldapp.records.change import Op
from tests.central.laptops import Laptop, new_centre
from tests.central.looks import rows


def document(record_id, words):
    data = b"%PDF-1.7\n" + words.encode()
    return BundleFile(sha256_hex(data), "pdf", "application/pdf", record_id, "", data)


def send(centre, *sealed):
    results = [centre.import_data(one.data, name=one.name) for one in sealed]
    assert not [result.code for result in results if result.is_refused]


def documents(centre):
    """Return the documents held, which are all in use."""
    held = {content[9:].decode() for (content,) in rows(centre, schema.attachment, "content")}
    assert len(rows(centre, schema.attachment_use)) == len(held) == len(rows(centre, schema.document_source))
    return held


@pytest.fixture
def story():
    """Return the two bundles of a laptop that withdrew a value, each with its document, and what made them."""

    def tell(laptop, op=Op.WITHDRAW):
        record_id = laptop.create({"nom": "AMPF", "ville": "Rabat"})
        before = laptop.bundle(attachments=[document(record_id, "Rabat")])
        laptop.change(record_id, {"ville": None}, op=op)
        return record_id, before, laptop.bundle(attachments=[document(record_id, "blank")])

    return tell


@pytest.mark.parametrize("op", [Op.WITHDRAW, Op.ERASE])
def test_a_document_from_before_a_withdrawal_goes_and_the_new_one_stays(any_centre, story, op):
    _, before, after = story(Laptop().enrol(any_centre), op)
    send(any_centre, before, after)
    assert documents(any_centre) == {"blank"}


def test_a_late_bundle_does_not_bring_a_withdrawn_document_back(any_centre, story):
    _, before, after = story(Laptop().enrol(any_centre))
    send(any_centre, after, before, before, after)
    assert documents(any_centre) == {"blank"}


def test_nothing_of_a_withdrawn_document_stays_in_the_file(centre, laptop, story):
    _, before, after = story(laptop)
    send(centre, before)
    assert b"\nRabat" in Path(sqlite_file(centre.url)).read_bytes()
    send(centre, after)
    assert b"Rabat" not in Path(sqlite_file(centre.url)).read_bytes()


def test_a_file_that_a_withdrawn_answer_named_goes_from_there_alone(any_centre, photo):
    laptop = Laptop().enrol(any_centre)
    name = f"{photo.sha256}.png"
    record_id, other_id = laptop.create({"nom": "AMPF", "ville": name}), laptop.create({"ville": name})
    pictures = [replace(photo, record_id=one, path="ville") for one in (record_id, other_id)]
    before = laptop.bundle(attachments=pictures)
    laptop.change(record_id, {"ville": None}, op=Op.WITHDRAW)
    send(any_centre, before, laptop.bundle())
    assert rows(any_centre, schema.attachment_use, "record_id", "path") == [(other_id, "ville")]
    laptop.change(other_id, {"ville": None}, op=Op.ERASE)
    send(any_centre, laptop.bundle())
    assert rows(any_centre, schema.attachment) == []


def test_a_file_that_somebody_else_named_meanwhile_stays(centre, photo):
    ana, ben = Laptop().enrol(centre), Laptop().enrol(centre)
    record_id = ana.create({"nom": "AMPF", "ville": "Rabat"})
    ben.records = {record_id: dict(ana.records[record_id])}
    ben.change(record_id, {"ville": f"{photo.sha256}.png"})
    ana.change(record_id, {"ville": None}, op=Op.WITHDRAW)
    picture = replace(photo, record_id=record_id, path="ville")
    send(centre, ana.bundle(), ben.bundle(attachments=[picture]))
    assert rows(centre, schema.attachment_use) == [(record_id, "ville", photo.sha256)]


def test_a_value_published_again_comes_with_its_file(centre, laptop, photo):
    name = f"{photo.sha256}.png"
    record_id = laptop.create({"nom": "AMPF", "ville": name})
    laptop.change(record_id, {"ville": None}, op=Op.WITHDRAW)
    laptop.change(record_id, {"ville": name}, op=Op.PUBLISH)
    picture = replace(photo, record_id=record_id, path="ville")
    send(centre, laptop.bundle(attachments=[picture, document(record_id, "again")]))
    assert {path for _, path, _ in rows(centre, schema.attachment_use)} == {"ville", schema.WHOLE_RECORD}


def test_another_laptops_document_stays_only_if_it_knew_of_the_withdrawal(tmp_path):
    centres = [new_centre(f"sqlite:///{tmp_path}/{number}.sqlite", tmp_path) for number in range(6)]
    ana, ben = Laptop().enrol(centres[0]), Laptop().enrol(centres[0])
    for centre in centres[1:]:
        assert [centre.enrol(one.request().data) for one in (ana, ben)]
    record_id = ana.create({"nom": "AMPF", "ville": "Rabat"})
    ben.records = {record_id: dict(ana.records[record_id])}
    ana.change(record_id, {"ville": None}, op=Op.WITHDRAW)
    ben.change(record_id, {"nom": "ALCS"})
    sealed = [ana.bundle(), ben.bundle(attachments=[document(record_id, "unaware")])]
    ben.records[record_id]["ville"] = ana.records[record_id]["ville"]
    ben.change(record_id, {"ville": "Oujda"})
    sealed.append(ben.bundle(attachments=[document(record_id, "aware")]))
    for centre, order in zip(centres, permutations(sealed), strict=True):
        send(centre, *order)
        assert documents(centre) == {"aware"}


def test_a_document_of_an_unknown_sender_goes_with_the_first_withdrawal(centre, laptop, story):
    _, before, after = story(laptop)
    send(centre, before)
    with centre.engine.begin() as connection:
        connection.execute(schema.document_source.delete())
    send(centre, after)
    assert documents(centre) == {"blank"}
