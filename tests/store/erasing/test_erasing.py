"""Erasing: nothing of the values is left in any file of the folder, and everything else is as it was."""

import shutil
from dataclasses import replace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine.effects import Edit
from fieldapp.records.change import ChangeField, Op, check_digests, is_erased, value_digest
from fieldapp.records.erasure import Reason
from fieldapp.records.former import former_path
from fieldapp.store import restore_copy
from fieldapp.store.erasing.finishing import finish_erasures
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.records import open_record, start_record, undo_step
from tests.store.given import CountingIds, TickingClock
from tests.store.pages import traces
from tests.store.planting import (
    OTHER,
    SECRET,
    answer,
    answer_of_centre,
    filled,
    install,
    keep_document,
    path_of,
    planted,
)


@pytest.fixture
def workspace(reopen):
    opened = reopen()
    install(opened)
    return opened


def erase(workspace, record_id, *paths):
    return workspace.erasing.erase(
        record_id, paths=paths, reason=Reason.REQUEST, actor_id=workspace.actor.actor_id
    )


def erase_all(workspace, record_id, *paths):
    """Erase, and finish it."""
    erasure = erase(workspace, record_id, *paths)
    assert finish_erasures(workspace).is_done
    return erasure


def index_words(workspace):
    db = workspace._opened.db
    db.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'search', 'row')")
    words = {row[0] for row in db.execute("SELECT term FROM temp.word")}
    db.execute("DROP TABLE temp.word")
    return words


def test_a_secret_is_in_no_byte_of_the_folder_after_its_record_is_erased(workspace, folder, key):
    kept = filled(workspace)
    record = planted(workspace)
    assert (
        len(traces(folder, key, SECRET)) >= 6
    )  # in the file, the log and both backups, as it is and in the index
    erase_all(workspace, record)
    assert traces(folder, key, SECRET) == []
    assert not [word for word in index_words(workspace) if "zqx" in word]
    assert workspace.answers(kept)["nom"] == OTHER
    assert workspace.check() == workspace.changes.count()


def test_a_copy_set_aside_is_reached_too(workspace, folder, key, reopen):
    record = planted(workspace)
    backup = workspace.backups.list()[-1].path
    workspace.close()
    restore_copy(folder, backup, lambda _: key, clock=TickingClock(), ids=CountingIds(start=7_000))
    again = reopen()
    erase_all(again, record)
    again.close()
    assert traces(folder, key, SECRET) == []
    assert len(list((folder / "set-aside").iterdir())) == 1


def test_chosen_answers_go_and_the_others_stay(workspace, folder, key):
    record = filled(workspace, "AMAPPE", tel=SECRET)
    tel = path_of(workspace, record, "tel")
    before = workspace.answers(record)
    erase_all(workspace, record, tel)
    assert traces(folder, key, SECRET) == []
    assert workspace.answers(record) == {path: value for path, value in before.items() if path != tel}
    assert workspace.records.get(record).title == "AMAPPE"


def test_a_title_and_what_is_computed_of_an_erased_answer_are_made_again(workspace, folder, key):
    record = filled(workspace, SECRET)
    erase_all(workspace, record, "nom")
    assert traces(folder, key, SECRET) == []
    assert workspace.records.get(record).title == ""
    assert workspace.records.beside(record)["carte"] == " - Rabat"
    assert [one.record_id for one in workspace.records.list(query="rabat")] == [record]


def test_everything_in_a_repeat_instance_goes_with_it(workspace):
    record = filled(workspace, tel=SECRET)
    instance = path_of(workspace, record, "tel").rpartition("/")[0]
    erase_all(workspace, record, instance)
    assert not [path for path in workspace.answers(record) if path.startswith("contact")]
    assert not open_record(workspace, record).session.exists("/data/contact[1]")


def test_a_draft_that_was_never_finalised_is_erased_and_journaled(workspace, folder, key):
    opened = start_record(workspace, "essai")
    answer(workspace, opened, "nom", SECRET)
    workspace.backups.make()
    record = opened.record.record_id
    erase_all(workspace, record)
    assert traces(folder, key, SECRET) == []
    assert [change.op for change in workspace.changes.of_record(record)] == [Op.ERASE]
    assert workspace.streams.changes_since("anapec", 0) == []


def test_undo_goes_on_over_an_erased_step(workspace):
    opened = start_record(workspace, "essai")
    answer(workspace, opened, "ville", "Rabat")
    answer(workspace, opened, "nom", SECRET)
    answer(workspace, opened, "ville", "Salé")
    erase(workspace, opened.record.record_id, "nom")
    again = open_record(workspace, opened.record.record_id)
    assert again.session.value("/data/nom") == ""
    for expected in ("Rabat", "Rabat", ""):
        undo_step(workspace, again)
        assert again.session.value("/data/ville") == expected
    assert not workspace.drafts.can_undo(opened.record.record_id)


def test_the_journal_says_that_and_why_and_no_value(workspace):
    record = filled(workspace, tel=SECRET)
    tel = path_of(workspace, record, "tel")
    erase(workspace, record, tel)
    change = next(one for one in workspace.changes.of_record(record) if one.op is Op.ERASE)
    assert (change.reason, [field.path for field in change.fields]) == ("demande de la personne", [tel])
    assert {(field.old_value, field.new_value) for field in change.fields} == {(None, None)}
    assert workspace.erasing.count().values == 1
    check_digests(change)


def test_a_value_given_again_later_stands(workspace):
    record = filled(workspace, tel=SECRET)
    tel = path_of(workspace, record, "tel")
    erase(workspace, record, tel)
    opened = reopen_record(workspace, record, reason="nouvel accord")
    answer(workspace, opened, "contact[1]/tel", "0600000001")
    assert finalise_record(workspace, opened).is_done
    assert workspace.answers(record)[tel] == "0600000001"
    assert SECRET not in repr(workspace.changes.of_record(record))


def test_the_next_bundle_says_to_erase_and_carries_no_value(workspace):
    record = filled(workspace, tel=SECRET)
    sent = workspace.streams.position("anapec").last_seq
    erase(workspace, record, path_of(workspace, record, "tel"))
    (_, told), *others = workspace.streams.changes_since("anapec", sent)
    assert (told.op, others) == (Op.ERASE, [])
    assert SECRET not in repr(workspace.streams.changes_since("anapec", 0))
    assert told.fields[0].parents


def test_an_erased_consent_takes_along_what_travelled_by_it(workspace):
    record = filled(workspace, tel=SECRET)
    sent = workspace.streams.position("anapec").last_seq
    erase(workspace, record, path_of(workspace, record, "accord"))
    told = [change for _, change in workspace.streams.changes_since("anapec", sent)]
    assert [(change.op, change.fields[0].path.rpartition("/")[2]) for change in told] == [
        (Op.ERASE, "accord"),
        (Op.WITHDRAW, "tel"),
    ]
    assert workspace.answers(record)[path_of(workspace, record, "tel")] == SECRET


def test_a_file_that_another_record_names_stays_and_is_no_longer_called_after_anybody(workspace):
    photo = workspace.attachments.add(b"photo", "image/png", extension="png", name="Amel.png")
    alone = workspace.attachments.add(b"seule", "image/png", extension="png")
    record = filled(workspace, "un", photo=f"{photo}.png")
    lonely = filled(workspace, "deux", photo=f"{alone}.png")
    filled(workspace, "trois", photo=f"{photo}.png")
    assert workspace.erasing.reach(record).files == 0
    assert workspace.erasing.reach(lonely, ["photo"]).files == 1
    erase(workspace, record)
    erase(workspace, lonely, "photo")
    assert (photo in workspace.attachments, alone in workspace.attachments) == (True, False)
    assert workspace.attachments.facts(photo).name == ""


def test_documents_of_the_record_go_whatever_is_erased_of_it(workspace):
    record = filled(workspace, tel=SECRET)
    other = filled(workspace)
    sha256, kept = keep_document(workspace, record, SECRET), keep_document(workspace, other, "autre")
    before = workspace.records.get(record).revision
    erase(workspace, record, path_of(workspace, record, "tel"))
    assert (sha256 in workspace.attachments, kept in workspace.attachments) == (False, True)
    assert workspace.records.get(record).revision == before + 1


def test_what_an_erasure_takes_is_said_before(workspace):
    record = planted(workspace)
    reach = workspace.erasing.reach(record, [path_of(workspace, record, "tel")])
    assert (reach.answers, reach.revisions, reach.documents, reach.reasons) == (1, 2, 1, 0)
    assert (reach.sent, reach.steps) == (("AF_P0001_000001.zip.age",), 2)
    assert workspace.answers(record)


def test_a_reason_in_the_chain_that_tells_a_value_is_counted_and_stays(workspace):
    record = filled(workspace, tel=SECRET)
    opened = reopen_record(workspace, record, reason=f"le numéro {SECRET} est faux")
    answer(workspace, opened, "ville", "Salé")
    assert finalise_record(workspace, opened).is_done
    assert workspace.erasing.reach(record).reasons == 1
    erase(workspace, record)
    assert workspace.check() == workspace.changes.count()


def test_an_erased_record_is_a_tombstone_that_does_not_come_back(workspace):
    record = planted(workspace)
    erase(workspace, record)
    stone = workspace.erasing.done.tombstone(record)
    assert (stone.reason, stone.is_whole) == (Reason.REQUEST, True)
    assert [one.record_id for one in workspace.records.list(trashed=True)] == [record]
    assert workspace.records.get(record).title == ""
    for act in (lambda: workspace.restore(record), lambda: erase(workspace, record)):
        with pytest.raises(KnownError, match=r"record\.erased"):
            act()


def test_a_trashed_record_comes_back_without_what_was_erased_of_it(workspace):
    record = filled(workspace, tel=SECRET)
    tel = path_of(workspace, record, "tel")
    workspace.trash(record, reason="doublon")
    erase(workspace, record, tel)
    workspace.restore(record)
    assert tel not in workspace.answers(record)
    assert workspace.answers(record)["nom"] == OTHER
    assert SECRET not in repr(workspace.changes.of_record(record))


def test_an_answer_that_is_not_there_is_said_and_nothing_is_erased(workspace):
    record = filled(workspace)
    with pytest.raises(KnownError, match=r"erasure\.no_such_answer"):
        erase(workspace, record, "nom", "nulle/part")
    assert workspace.erasing.count().values == 0
    assert not workspace.erasing.done.known()


def test_what_another_device_erased_is_erased_here_and_what_was_typed_since_stands(workspace):
    """Another device's change arrives as it does in a team: in the journal, without a place in this chain."""
    record = filled(workspace, tel=SECRET)
    tel = path_of(workspace, record, "tel")
    change = erase(workspace, record, tel)
    opened = reopen_record(workspace, record, reason="suite")
    answer(workspace, opened, "contact[1]/tel", "0611111111")
    for _ in range(2):  # again after an older backup was put back: the team sends everything anew
        made = workspace.erasing.obey(change.change_id)
    assert made.erasure_id == change.change_id
    assert made.erasure_id in {one.erasure_id for one in workspace.erasing.done.pending()}
    assert workspace.draft_answers(record)[tel] == "0611111111"


def test_what_a_newer_form_left_of_an_answer_goes_when_another_device_erases_the_answer(workspace):
    record = filled(workspace, tel=SECRET)
    tel = path_of(workspace, record, "tel")
    (seen,) = workspace.changes.of_record(record)
    reopen_record(workspace, record, reason="suite")
    kept = Edit(former_path("1", tel), None, SECRET)
    workspace.drafts.append(record, [kept], actor_id=workspace.actor.actor_id)
    digest = value_digest("00", None, None)
    gone = ChangeField(tel, None, None, (seen.change_id,), "00", digest)
    change = replace(
        seen, device_id="other", seq=1, change_id=workspace.ids.uuid7(), op=Op.ERASE, fields=(gone,)
    )
    with workspace.transaction():
        workspace.changes.receive(change)
    workspace.erasing.obey(change.change_id)
    assert SECRET not in repr(workspace.drafts.steps(record))
    assert SECRET not in repr(workspace.changes.of_record(record))


@pytest.mark.parametrize("where", ["older", "stick"])
def test_an_older_backup_that_is_restored_is_erased_again(workspace, folder, key, reopen, tmp_path, where):
    record = planted(workspace)
    stick = shutil.copytree(workspace.backups.list()[0].path, tmp_path / "cle")
    erase_all(workspace, record)
    backup = workspace.backups.list()[-1].path if where == "older" else stick
    workspace.close()
    restore_copy(folder, backup, lambda _: key, clock=TickingClock(), ids=CountingIds(start=7_000))
    again = reopen()
    assert again.erasing.done.tombstone(record) is not None
    assert finish_erasures(again).is_done
    assert again.check() == again.changes.count()
    again.close()
    assert traces(folder, key, SECRET) == []


def test_a_damaged_workspace_is_erased_again_of_what_its_backups_know(
    workspace, folder, key, reopen, tmp_path
):
    record = planted(workspace)
    stick = shutil.copytree(workspace.backups.list()[0].path, tmp_path / "cle")
    erase_all(workspace, record)
    workspace.close()
    (folder / "fiches.db").write_bytes(b"\0" * 8_192)
    restore_copy(folder, stick, lambda _: key, clock=TickingClock(), ids=CountingIds(start=7_000))
    assert reopen().erasing.done.tombstone(record) is not None


def test_receipts_are_emptied_of_the_value_and_of_advice_that_tells_it(workspace):
    record = filled(workspace, tel=SECRET)
    tel = path_of(workspace, record, "tel")
    answer_of_centre(workspace, record, tel, SECRET)
    answer_of_centre(workspace, record, "ville", "Rabat")
    erase(workspace, record, tel)
    first, second = workspace.outbox.receipts()
    assert (first.items[0].value, first.items[0].advice_fr, first.conflicts[0].value) == ("", "", None)
    assert second.items[0].value == "Rabat"


def test_every_erased_value_keeps_its_digest(workspace):
    record = planted(workspace)
    before = {(c.change_id, f.path): f.digest for c in workspace.changes.of_record(record) for f in c.fields}
    erase(workspace, record)
    after = {(c.change_id, f.path): f for c in workspace.changes.of_record(record) for f in c.fields}
    assert all(after[place].digest == digest and is_erased(after[place]) for place, digest in before.items())
