"""Nothing of a training workspace can be taken for real: each way out of it, and what meets it there."""

import json
import shutil
from types import SimpleNamespace

import pytest
from pypdfium2 import PdfDocument

from fieldapp.base.errors import KnownError
from fieldapp.base.sentences import sentence
from fieldapp.central import init_centre
from fieldapp.directory.lists import read_list
from fieldapp.store import TRAINING_PASSPHRASE, Actor
from fieldapp.store.marker import MARKER
from fieldapp.usecases.back_up import write_copy
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.export_fiche import Audience, export_fiche
from fieldapp.usecases.export_submissions import export_instances, export_tables
from fieldapp.usecases.import_list import plan_list, propose
from fieldapp.usecases.import_submissions import Outcome, Wishes, import_submissions, import_tables
from fieldapp.usecases.join_team import admit_member, ask_to_join, create_team
from fieldapp.usecases.laptop_identity import keep_enrolment
from fieldapp.usecases.make_bundle import collect_bundle, make_bundle
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.print_history import collect_history, write_history
from fieldapp.usecases.restore_workspace import restore_workspace
from tests.usecases.conftest import FORM, PERSON, finalised, made_workspace

__all__ = ["made_workspace"]
PHRASE = "une phrase assez longue"
SAID = {"fr": "rien de ce qui est écrit ici n'est réel", "ar": "تدريب", "en": "nothing written here is real"}


@pytest.fixture(scope="module")
def training(made_workspace, tmp_path_factory):
    """A training workspace with a finalised fiche."""
    folder = shutil.copytree(made_workspace, tmp_path_factory.mktemp("training") / "poste")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    record_id = finalised(workspace).record.record_id
    yield SimpleNamespace(workspace=workspace, record_id=record_id)
    workspace.close()


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A real workspace."""
    folder = tmp_path_factory.mktemp("real") / "poste"
    made = create_workspace(folder, passphrase=PHRASE, actor=Actor("", "Agente"), is_training=False)
    yield made.workspace
    made.workspace.close()


@pytest.fixture
def centre(tmp_path):
    """A real centre."""
    return init_centre(f"sqlite:///{tmp_path / 'c.db'}", tmp_path / "cles", training=False)


@pytest.fixture
def training_centre(tmp_path):
    return init_centre(f"sqlite:///{tmp_path / 'f.db'}", tmp_path / "cles-f", training=True)


def pages(path):
    document = PdfDocument(path)
    return [document[number].get_textpage().get_text_bounded() for number in range(len(document))]


@pytest.mark.parametrize(
    ("language", "audience"), [("fr", Audience.ANAPEC), ("ar", Audience.LOCAL), ("en", Audience.LOCAL)]
)
def test_every_page_of_a_pdf_says_that_it_is_training(training, tmp_path, language, audience):
    path = export_fiche(
        training.workspace, training.record_id, folder=tmp_path, language=language, audience=audience
    )
    assert path.name.startswith("ENTRAINEMENT_")
    # letters of Arabic are drawn joined: what a reader takes out of them is their plain form or their joined one
    wanted = SAID[language] if language != "ar" else ("تدريب", "ﺗﺪرﯾﺐ", "ﺗﺪﺭﻳﺐ")
    for text in pages(path):
        assert any(words in text for words in ([wanted] if isinstance(wanted, str) else wanted))


def test_the_history_that_is_printed_says_so_too(training, tmp_path):
    job = collect_history(training.workspace, training.record_id, language="fr")
    assert job.file_name.startswith("ENTRAINEMENT_")
    written = write_history(job, tmp_path / job.file_name)
    assert all(SAID["fr"] in text for text in pages(written))


def test_a_real_pdf_says_nothing_of_it(real, tmp_path):
    record_id = finalised(real).record.record_id
    path = export_fiche(real, record_id, folder=tmp_path, language="fr", audience=Audience.LOCAL)
    assert not path.name.startswith("ENTRAINEMENT_")
    assert not any("raînement" in text or "ENTRAÎNEMENT" in text for text in pages(path))


def test_a_real_centre_does_not_enrol_a_training_workspace(training, centre):
    request = request_enrolment(training.workspace)
    assert "FORMATION" in request.name
    for ask in (centre.request_words, centre.enrol):
        with pytest.raises(KnownError, match=r"enrolment\.training_differs"):
            ask(request.data)


def test_a_training_centre_does_not_enrol_a_real_workspace(real, training_centre):
    with pytest.raises(KnownError, match=r"enrolment\.training_differs"):
        training_centre.enrol(request_enrolment(real).data)


def forged(workspace, centre):
    """What a centre that does not look at who asks would answer."""
    from fieldapp.bundle.content import SealedBundle
    from fieldapp.bundle.enrolment import CENTRE, TRAINING_CENTRE, open_request
    from fieldapp.central.database import transaction
    from fieldapp.central.enrolling import enrol_device
    from fieldapp.central.keyring import load_authority
    from fieldapp.signing.certificates import Role

    at = centre.clock.now()
    recipient = TRAINING_CENTRE if workspace.is_training else CENTRE
    sealed = SealedBundle(request_enrolment(workspace).data)
    verified = open_request(sealed, at=at, recipient=recipient)
    with transaction(centre.engine, writes=True) as connection:
        return enrol_device(
            connection,
            verified,
            authority=load_authority(centre.keys_dir),
            identity=centre.keys.identity,
            role=Role.POSTE,
            bundle_id=centre.ids.uuid7(),
            at=at,
        ).data


def test_neither_takes_the_answer_of_a_centre_of_the_other_kind(training, real, centre, training_centre):
    for workspace, other in ((training.workspace, centre), (real, training_centre)):
        with pytest.raises(KnownError, match=r"enrolment\.training_differs"):
            receive_enrolment(workspace, forged(workspace, other))


def linked(workspace, centre):
    """Link a workspace with a centre of the other kind, as an older program let it."""
    from fieldapp.bundle.content import SealedBundle
    from fieldapp.bundle.enrolment import open_enrolment
    from fieldapp.usecases.enrolment import own_request

    answer = SealedBundle(forged(workspace, centre))
    opened = open_enrolment(answer, request=own_request(workspace), at=workspace.clock.now())
    keep_enrolment(workspace, opened.enrolment)


def test_a_bundle_of_training_is_not_made_for_a_real_centre(made_workspace, tmp_path, centre):
    folder = shutil.copytree(made_workspace, tmp_path / "poste")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    linked(workspace, centre)
    finalised(workspace)
    with pytest.raises(KnownError, match=r"enrolment\.training_differs"):
        collect_bundle(workspace)
    workspace.close()


def test_a_bundle_of_training_is_never_imported_by_a_real_centre(
    made_workspace, tmp_path, centre, training_centre
):
    folder = shutil.copytree(made_workspace, tmp_path / "poste")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    receive_enrolment(workspace, training_centre.enrol(request_enrolment(workspace).data).data)
    finalised(workspace)
    written = make_bundle(workspace, tmp_path)
    before = centre.row_counts()
    (result,) = centre.import_files([written.path])
    assert (result.status.name, result.new_count) == ("REFUSED", 0)
    assert centre.row_counts()["change"] == before["change"] == 0
    workspace.close()


def test_submissions_of_training_are_refused_by_a_real_workspace(training, real, tmp_path):
    export_instances(training.workspace, [training.record_id], tmp_path)
    wishes = Wishes(gives_up_unplaced=True)
    (done,) = import_submissions(real, [tmp_path], wishes)
    assert (done.outcome, done.refusal.code) == (Outcome.REFUSED, "submission.training")


def test_tables_of_training_are_refused_by_a_real_workspace(training, real, tmp_path):
    written = export_tables(training.workspace, [training.record_id], tmp_path)
    before = real.records.count()
    with pytest.raises(KnownError, match=r"submission\.training"):
        import_tables(real, FORM, written, Wishes(gives_up_unplaced=True))
    assert real.records.count() == before


def test_a_table_of_training_is_no_list_of_organisations_either(training, real, tmp_path):
    written = export_tables(training.workspace, [training.record_id], tmp_path)
    table = next(path for path in written if path.name == f"{FORM}.csv")
    people = read_list(table.read_bytes(), name=table.name)
    assert propose(training.workspace, FORM, people)
    for ask in (propose, lambda *given: plan_list(*given, mapping={})):
        with pytest.raises(KnownError, match=r"submission\.training"):
            ask(real, FORM, people)


@pytest.mark.parametrize("shape", ["xml", "csv"])
def test_another_training_workspace_takes_them(training, made_workspace, tmp_path, shape):
    folder = shutil.copytree(made_workspace, tmp_path / "poste")
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    write = export_instances if shape == "xml" else export_tables
    written = write(training.workspace, [training.record_id], tmp_path / "sortie")
    wishes = Wishes()
    done = (
        import_submissions(workspace, written, wishes)
        if shape == "xml"
        else import_tables(workspace, FORM, written, wishes)
    )
    assert [one.outcome for one in done] == [Outcome.TAKEN]
    before, after = (each.answers(training.record_id) for each in (training.workspace, training.workspace))
    assert before == after
    assert workspace.records.get(training.record_id).title == training.workspace.records.list()[0].title
    workspace.close()


def test_a_team_is_of_one_kind(training, real):
    create_team(real)
    with pytest.raises(KnownError, match=r"team\.training_differs"):
        admit_member(real, ask_to_join(training.workspace).data)


def test_a_copy_on_a_stick_opens_as_training_whatever_its_marker_says(training, tmp_path):
    copied = write_copy(training.workspace, tmp_path).copy.path
    marker = json.loads((copied / MARKER).read_text(encoding="utf-8"))
    (copied / MARKER).write_text(json.dumps(marker | {"is_training": False}), encoding="utf-8")
    workspace = open_workspace(copied, passphrase=TRAINING_PASSPHRASE)
    assert workspace.is_training
    workspace.close()
    assert json.loads((copied / MARKER).read_text(encoding="utf-8"))["is_training"]


def test_a_backup_of_training_never_takes_the_place_of_a_real_workspace(training, tmp_path):
    copied = write_copy(training.workspace, tmp_path / "cle").copy.path
    folder = tmp_path / "poste"
    create_workspace(folder, passphrase=PHRASE, actor=PERSON, is_training=False).workspace.close()
    with pytest.raises(KnownError):
        restore_workspace(folder, copied, passphrase=TRAINING_PASSPHRASE)
    again = open_workspace(folder, passphrase=PHRASE)
    assert not again.is_training
    again.close()


def test_a_backup_put_back_where_nothing_was_is_training_still(training, tmp_path):
    copied = write_copy(training.workspace, tmp_path / "cle").copy.path
    restore_workspace(tmp_path / "ailleurs", copied, passphrase=TRAINING_PASSPHRASE)
    workspace = open_workspace(tmp_path / "ailleurs", passphrase=TRAINING_PASSPHRASE)
    assert workspace.is_training
    workspace.close()


@pytest.mark.parametrize(
    "code", ["enrolment.training_differs", "submission.training", "team.training_differs"]
)
def test_each_refusal_is_said(code):
    assert all(sentence(code, {}, language) for language in ("fr", "ar", "en"))
