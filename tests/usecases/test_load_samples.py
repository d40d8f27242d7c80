"""The invented mission goes into training alone, once, whole, and its days are counted from today."""

from datetime import timedelta

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.records.record import Status
from fieldapp.store import Actor
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.load_samples import count_missing, load_samples, mission_samples

PERSON = Actor("", "Agente Fictive")


@pytest.fixture(scope="module")
def samples():
    return mission_samples()


@pytest.fixture(scope="module")
def one_of_each(samples):
    """One sample a form."""
    return tuple({sample.form_id: sample for sample in samples}.values())


@pytest.fixture(scope="module")
def training(tmp_path_factory, one_of_each):
    folder = tmp_path_factory.mktemp("samples") / "espace"
    made = create_workspace(folder, passphrase="", actor=PERSON, is_training=True).workspace
    made.first = list(load_samples(made, one_of_each))
    yield made
    made.close()


def test_every_sample_is_a_complete_record(training, one_of_each):
    assert all(training.first)
    assert {training.records.get(one.record_id).status for one in one_of_each} == {Status.FINALISED}
    assert all(training.records.get(one.record_id).title for one in one_of_each)


def test_a_second_time_gives_nothing_twice(training, one_of_each):
    before = training.records.count()
    assert not any(load_samples(training, one_of_each))
    assert (training.records.count(), count_missing(training, one_of_each)) == (before, 0)


def test_days_are_counted_from_today(training, one_of_each):
    fiche = next(one for one in one_of_each if one.form_id == "fiche_organisation")
    day = training.clock.now().date() - timedelta(days=fiche.days_ago)
    answers = training.answers(fiche.record_id)
    checked = next(value for path, value in answers.items() if path.endswith("date_verification"))
    assert checked == day.isoformat()


def test_whoever_loads_them_gets_the_same(training, one_of_each, tmp_path):
    other = create_workspace(tmp_path / "autre", passphrase="", actor=PERSON, is_training=True).workspace
    assert all(load_samples(other, one_of_each[:3]))
    for one in one_of_each[:3]:
        assert other.draft_answers(one.record_id) == training.draft_answers(one.record_id)
    other.close()


def test_nothing_invented_stands_among_real_records(tmp_path, one_of_each):
    real = create_workspace(
        tmp_path / "vrai", passphrase="sept girafes lisent au lit", actor=PERSON, is_training=False
    ).workspace
    with pytest.raises(KnownError, match=r"samples\.not_training"):
        next(load_samples(real, one_of_each))
    assert real.records.count() == 0
    real.close()


@pytest.mark.slow
def test_the_whole_mission_is_loaded(samples, tmp_path):
    workspace = create_workspace(tmp_path / "tout", passphrase="", actor=PERSON, is_training=True).workspace
    assert all(load_samples(workspace, samples))
    assert workspace.records.count() == len(samples)
    assert workspace.records.count(status=Status.DRAFT) == 0
    assert workspace.check() == len(samples)
    workspace.close()
