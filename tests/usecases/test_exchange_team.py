"""A team exchanges through a folder: what is finalised reaches everybody, nothing wins silently, nothing disappears."""

import shutil

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.store import TRAINING_PASSPHRASE, stream_to
from fieldapp.usecases.exchange_team import choose_folder
from fieldapp.usecases.export_fiche import Audience, collect_fiche, write_fiche
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.record_history import record_history
from tests.usecases.teams import AMINA, FORM, Person, make_people, open_team


@pytest.fixture(scope="session")
def made_team(tmp_path_factory):
    return make_people(tmp_path_factory.mktemp("equipe"))


@pytest.fixture
def team(made_team, tmp_path):
    opened = open_team(made_team, tmp_path)
    yield opened
    for person in opened.people:
        person.workspace.close()


def test_a_finalised_record_reaches_everybody_under_its_author(team):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.amina.exchange()
    done = team.lead.exchange()
    assert [(one.name, one.record_ids) for one in done.received] == [(AMINA, (record_id,))]
    team.brahim.exchange()
    for person in (team.lead, team.brahim):
        record = person.workspace.records.get(record_id)
        assert (record.title, record.is_draft) == ("AMPF", False)
        assert person.answers(record_id) == {"nom": "AMPF", "ville": "Rabat"}
        assert person.workspace.records.beside(record_id)["titre"] == "AMPF / Rabat"
        names = {actor.actor_id: actor.name for actor in person.workspace.people.actors()}
        assert names[record.author_id] == AMINA
        assert person.workspace.check() == 1


def test_a_draft_stays_where_it_is_written(team):
    record_id = team.amina.write(nom="AMPF")
    team.round()
    team.amina.begin(record_id, ville="Salé, en cours")
    draft = team.amina.begin(team.amina.write(nom="Autre"), ville="pas encore")
    team.round()
    assert team.lead.answers(record_id) == {"nom": "AMPF"}
    assert team.lead.answers(draft.record.record_id) == {"nom": "Autre"}


def test_a_second_exchange_changes_nothing_and_writes_nothing(team):
    team.amina.write(nom="AMPF")
    team.round(2)
    before, files = [person.counts() for person in team.people], team.files()
    team.round()
    assert [person.counts() for person in team.people] == before
    assert team.files() == files


def test_files_that_were_answered_leave_the_folder(team):
    team.amina.write(nom="AMPF")
    team.round(3)
    assert team.files() == []
    position = team.amina.workspace.streams.position(stream_to(team.lead.workspace.device.device_id))
    assert not position.is_pending


def test_two_values_of_one_answer_are_both_kept_and_listed_everywhere(team):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.round()
    team.amina.edit(record_id, ville="Salé")
    team.brahim.edit(record_id, ville="Témara")
    team.round(2)
    for person in team.people:
        state = person.state(record_id)["ville"]
        assert (state.is_conflict, state.value, set(state.choices)) == (True, "Rabat", {"Salé", "Témara"})
        assert [one.path for one in person.workspace.exchange.conflicts.list()] == ["ville"]
    assert team.lead.exchange().conflicts == 1


def test_who_sees_the_agreed_value_alone_overrules_nobody(team):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.round()
    team.amina.edit(record_id, ville="Salé")
    team.brahim.edit(record_id, ville="Témara")
    team.round(2)
    team.lead.edit(record_id, ville="Kénitra")
    assert set(team.lead.state(record_id)["ville"].choices) == {"Salé", "Témara", "Kénitra"}


def test_additions_to_a_choice_of_several_are_both_kept_without_a_conflict(team):
    record_id = team.amina.write(nom="AMPF")
    team.round()
    team.amina.edit(record_id, services="emploi")
    team.brahim.edit(record_id, services="sante")
    team.round(2)
    assert [person.answers(record_id)["services"] for person in team.people] == ["emploi sante"] * 3


def test_a_draft_under_way_keeps_its_answers_and_undoes_nobody(team):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.round()
    opened = team.brahim.begin(record_id, nom="AMPF Rabat")
    team.amina.edit(record_id, ville="Salé")
    team.round()
    assert team.brahim.workspace.draft_answers(record_id)["nom"] == "AMPF Rabat"
    team.brahim._finish(opened, {})  # the session was open all the time: it still shows Rabat
    team.round(2)
    expected = {"nom": "AMPF Rabat", "ville": "Salé"}
    assert [person.answers(record_id) for person in team.people] == [expected] * 3


def test_a_draft_of_the_same_answer_stands_beside_what_came(team):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.round()
    team.brahim.begin(record_id, ville="Témara")
    team.amina.edit(record_id, ville="Salé")
    team.round()
    team.brahim.finish(record_id)
    team.round(2)
    for person in team.people:
        assert set(person.state(record_id)["ville"].choices) == {"Salé", "Témara"}


def test_who_saw_what_came_and_changes_it_replaces_it(team):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.round()
    team.brahim.begin(record_id, nom="A")
    team.amina.edit(record_id, ville="Salé")
    team.round()
    team.brahim.finish(record_id, ville="Témara")
    team.round(2)
    assert [person.answers(record_id)["ville"] for person in team.people] == ["Témara"] * 3


def test_a_lost_file_is_made_again(team):
    record_id = team.amina.write(nom="AMPF")
    team.amina.exchange()
    for path in team.folder.iterdir():
        path.unlink()
    team.amina.edit(record_id, ville="Salé")
    team.round()
    assert team.lead.answers(record_id) == {"nom": "AMPF", "ville": "Salé"}


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-200], lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:]]
)
def test_a_damaged_file_is_refused_and_made_again(team, damage):
    record_id = team.amina.write(nom="AMPF")
    team.amina.exchange()
    (path,) = team.folder.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    before = team.lead.counts()
    done = team.lead.exchange()
    assert [one.name for one in done.refused] == [path.name]
    assert team.lead.counts() == before
    team.amina.exchange()
    team.lead.exchange()
    assert team.lead.answers(record_id) == {"nom": "AMPF"}


def test_files_of_another_team_and_of_no_team_are_left_alone(team, made_team, tmp_path):
    other = open_team(made_team, tmp_path / "autre")
    other.amina.write(nom="Ailleurs")
    other.amina.exchange()
    for path in other.folder.iterdir():
        shutil.copy(path, team.folder / path.name)
    (team.folder / "AF_P0001_000001.zip.age").write_bytes(b"not a bundle at all")
    (team.folder / "notes.txt").write_text("autre chose")
    before = team.lead.counts()
    team.lead.workspace.vault.put("team-authority", team.amina.workspace.vault.get("seal-certificate"))
    done = team.lead.exchange()
    assert {one.error.code for one in done.refused} == {"bundle.unknown_signer", "bundle.not_a_bundle"}
    assert team.lead.counts() == before
    assert "notes.txt" in team.files()
    for person in other.people:
        person.workspace.close()


def test_an_agent_takes_nothing_that_is_for_another(team):
    team.lead.write(nom="AMPF")
    team.lead.exchange()
    (mine, other) = sorted(team.folder.iterdir())
    mine.unlink()
    done = team.amina.exchange()
    assert (done.for_others, done.received) == (1, [])
    assert other.exists()


def test_no_file_bears_a_name_of_anybody(team):
    team.amina.write(nom="AMPF")
    team.amina.exchange()
    assert not [name for name in team.files() if "mina" in name.lower() or "fictive" in name.lower()]


def test_a_folder_that_is_not_there_is_told(team):
    shutil.rmtree(team.folder)
    with pytest.raises(KnownError, match=r"team\.folder_missing"):
        team.amina.exchange()
    with pytest.raises(KnownError, match=r"team\.folder_inside"):
        choose_folder(team.amina.workspace, team.amina.workspace.folder)


def test_a_restored_agent_gets_back_what_was_lost(team, tmp_path):
    first = team.amina.write(nom="Première")
    team.round(2)
    team.amina.workspace.close()
    saved = shutil.copytree(team.amina.at, tmp_path / "sauvegarde")
    team.amina.workspace = open_workspace(team.amina.at, passphrase=TRAINING_PASSPHRASE)
    second = team.amina.write(nom="Deuxième")
    team.round(2)
    team.amina.workspace.close()
    team.amina = Person(open_workspace(saved, passphrase=TRAINING_PASSPHRASE), saved)
    team.amina.workspace.people.begin_epoch(team.amina.workspace.ids.uuid4())
    third = team.amina.write(nom="Troisième")
    team.round(3)
    for person in team.people:
        assert {first, second, third} <= person.records()
        person.workspace.check()


def test_a_copied_agent_is_found_out_and_nothing_of_it_is_lost(team, tmp_path):
    team.amina.workspace.close()
    copy = shutil.copytree(team.amina.at, tmp_path / "copie")
    team.amina.workspace = open_workspace(team.amina.at, passphrase=TRAINING_PASSPHRASE)
    twin = Person(open_workspace(copy, passphrase=TRAINING_PASSPHRASE), copy)
    one, two = team.amina.write(nom="Une"), twin.write(nom="Deux")
    team.round(2)
    twin.exchange()
    team.lead.exchange()
    twin.exchange()
    twin.exchange()
    team.lead.exchange()
    assert {one, two} <= team.lead.records()
    twin.workspace.close()


def test_what_was_computed_from_answers_that_others_replaced_is_computed_anew(team):
    record_id = team.amina.write(nom="AMPF", ville="Rabat")
    team.round()
    opened = team.brahim.begin(record_id, nom="AMPF 2")
    team.amina.edit(record_id, ville="Salé")
    team.round()
    team.brahim._finish(opened, {})
    assert team.brahim.workspace.records.beside(record_id)["titre"] == "AMPF 2 / Salé"
    team.round()
    assert team.lead.workspace.records.beside(record_id)["titre"] == "AMPF 2 / Salé"


def test_a_received_record_is_found_told_and_printed_as_any_other(team, tmp_path):
    record_id = team.amina.write(nom="Associâtion Trouvée", ville="Rabat")
    team.amina.edit(record_id, ville="Salé")
    team.amina.exchange()
    team.lead.exchange()
    workspace = team.lead.workspace
    assert [one.record_id for one in workspace.records.list(query="association")] == [record_id]
    told = record_history(workspace, record_id)
    assert [(event.what, event.actor) for event in told.events] == [("create", AMINA), ("edit", AMINA)]
    job = collect_fiche(workspace, record_id, language="fr", audience=Audience.LOCAL)
    written = write_fiche(job, tmp_path / "fiche.pdf")
    assert written.path.read_bytes().startswith(b"%PDF")


def test_a_photo_travels_with_the_answer_that_names_it(team):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
    digest = team.amina.workspace.attachments.add(picture, "image/png", extension="png")
    record_id = team.amina.write(nom="AMPF", photo=f"{digest}.png")
    team.amina.workspace.attachments.add(b"\x89PNG\r\n\x1a\n not named", "image/png", extension="png")
    team.round()
    for person in (team.lead, team.brahim):
        assert person.workspace.attachments.get(person.answers(record_id)["photo"]).data == picture
        assert person.workspace._opened.db.table("attachment").count == 1


def test_a_form_that_is_missing_is_named_and_its_records_wait_for_it(team):
    newer = load_form_bytes(FORM.xform.replace(b'version="1"', b'version="2"'), name="visite.xml")
    team.amina.workspace.forms.install(newer, source=b"v2", name="visite2.xlsx")
    record_id = team.amina.write(nom="AMPF")
    team.amina.exchange()
    done = team.lead.exchange()
    assert (done.missing_forms, done.waiting, done.received) == ((("visite", "2"),), 1, [])
    team.amina.exchange()
    team.lead.workspace.forms.install(newer, source=b"v2", name="visite2.xlsx")
    done = team.lead.exchange()
    assert (done.missing_forms, done.waiting) == ((), 0)
    assert team.lead.answers(record_id) == {"nom": "AMPF"}


def test_a_deletion_reaches_everybody_and_stands_against_an_edit(team):
    first, second = team.amina.write(nom="Un"), team.amina.write(nom="Deux", ville="Rabat")
    team.round()
    team.amina.workspace.trash(first, reason="doublon")
    team.amina.workspace.trash(second, reason="doublon")
    team.brahim.edit(second, ville="Salé")
    team.round(2)
    for person in team.people:
        assert person.workspace.records.get(first).trashed_at
        assert person.state(second)["ville"].is_conflict
    assert {person.workspace.records.get(second).trashed_at for person in (team.lead, team.brahim)} == {None}
