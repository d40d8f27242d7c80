"""A list that somebody has becomes draft fiches: proposed, looked at, made in one act, taken back in one act."""

from pathlib import Path

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.directory.likeness import Reason
from fieldapp.directory.lists import read_list
from fieldapp.records.record import Status
from fieldapp.usecases import official_lists
from fieldapp.usecases.import_list import carry_out, plan_list, propose, undo_list
from fieldapp.usecases.records import open_record, save_effects
from tests.shipped import definition_of

FICHE = "fiche_organisation"
SOURCE = Path(__file__).parents[2] / "forms" / FICHE / f"{FICHE}.xlsx"
LIST = """Liste du ministère,,,,
Association,Adresse,Région,Tél,Remarque
Association Al Amal,12 rue de Fès,Rabat-Salé-Kénitra,537000001,reçue en mai
Fondation Nour,,Mars,à demander,
ASSOC AL AMAL,,,,encore elle
"""


@pytest.fixture(scope="module")
def fiche():
    return definition_of(FICHE)


@pytest.fixture
def ready(workspace, fiche):
    try:
        workspace.forms.get(FICHE, fiche.version)
    except KnownError:
        workspace.forms.install(fiche, source=SOURCE.read_bytes(), name=SOURCE.name)
    return workspace


@pytest.fixture
def people():
    return read_list(LIST.encode(), name="liste.csv")


def planned(workspace, people, **more):
    mapping = {column: one.nodeset for column, one in propose(workspace, FICHE, people).items()}
    return plan_list(workspace, FICHE, people, mapping=mapping, **more)


def by_name(answers):
    return {path.rpartition("/")[2]: value for path, value in answers.items()}


COMMUNES = "code,nom_fr,nom_ar\n04.421.01.02,Hassan,حسان\n04.441.01.01,Souissi,السويسي\n04.421.01.03,SOUISSI,السويسي\n"
WITH_COMMUNE = """Association,Région,Commune
Amal,Rabat-Salé-Kénitra,HASSAN
Nour,Rabat-Salé-Kénitra,حسان
Fajr,Rabat-Salé-Kénitra,Souissi
Ufuq,,Hassan
"""


def communes_of(ready):
    plan = planned(ready, read_list(WITH_COMMUNE.encode(), name="liste.csv"))
    answers = [by_name(row.answers) for row in plan.rows]
    return [(each.get("site_commune_code", ""), each.get("site_commune", "")) for each in answers]


def test_a_commune_is_taken_as_it_is_written(ready):
    assert communes_of(ready) == [("", "HASSAN"), ("", "حسان"), ("", "Souissi"), ("", "Hassan")]


def test_a_commune_of_the_official_list_is_chosen_where_its_region_is_known(ready, tmp_path):
    path = tmp_path / "communes.csv"
    path.write_text(COMMUNES, encoding="utf-8")
    official_lists.take_list(ready, official_lists.plan_list(ready, path))
    assert communes_of(ready) == [
        ("04.421.01.02", ""),
        ("04.421.01.02", ""),
        ("", "Souissi"),
        ("", "Hassan"),
    ]


def test_each_row_is_a_draft_with_its_site_and_its_contact(ready, people):
    plan = planned(ready, people)
    (made, *_) = carry_out(ready, plan, [3])
    record = ready.records.get(made)
    assert (record.status, record.title) == (Status.DRAFT, "Association Al Amal")
    found = by_name(ready.draft_answers(made))
    assert found["site_adresse"] == "12 rue de Fès"
    assert found["contact_telephone"] == "+212537000001"
    assert found["site_region"] == "04"
    assert open_record(ready, made).session.value(f"/{FICHE}/sites/site[1]/site_region") == "04"


def test_nothing_is_made_by_looking(ready, people):
    planned(ready, people)
    assert ready.records.count() == 0


def test_what_is_not_understood_is_told_by_row_and_column(ready, people):
    notes = {(row.line, note.column, note.code) for row in planned(ready, people).rows for note in row.notes}
    assert notes == {(4, "Région", "list.unknown_choice"), (4, "Tél", "list.not_a_phone")}


def test_what_no_question_takes_is_kept_where_the_person_says(ready, people, fiche):
    rest_into = next(one.nodeset for one in fiche.questions() if one.name == "mission")
    rows = planned(ready, people, rest_into=rest_into).rows
    assert by_name(rows[0].answers)["mission"] == "Remarque : reçue en mai"
    assert by_name(rows[1].answers)["mission"] == "Région : Mars\nTél : à demander"


def test_a_row_like_one_above_it_or_like_a_fiche_says_so(ready, people):
    plan = planned(ready, people)
    assert [(row.like and (row.like.key, row.like.reason)) for row in plan.rows] == [
        None,
        None,
        ("line:3", Reason.NAME),
    ]
    (made,) = carry_out(ready, plan, [3])
    assert planned(ready, people).rows[0].like.key == made


def test_the_choice_of_columns_is_remembered(ready, people, fiche):
    mission = next(one.nodeset for one in fiche.questions() if one.name == "mission")
    mapping = {column: one.nodeset for column, one in propose(ready, FICHE, people).items()}
    carry_out(ready, plan_list(ready, FICHE, people, mapping=mapping | {"Remarque": mission}), [3])
    assert propose(ready, FICHE, people)["Remarque"].nodeset == mission


def test_undoing_leaves_what_somebody_wrote_in(ready, people):
    first, second = carry_out(ready, planned(ready, people), [3, 4])
    opened = open_record(ready, second)
    reference = f"/{FICHE}/identite/sigle"
    save_effects(ready, opened, opened.session.answer(reference, "FN"), question=reference)
    assert undo_list(ready, FICHE) == (1, 1)
    assert ready.records.get(first).trashed_at is not None
    assert ready.records.get(second).trashed_at is None
    with pytest.raises(KnownError, match=r"list\.nothing_to_undo"):
        undo_list(ready, FICHE)


@pytest.mark.parametrize(
    ("mapping", "code"), [({}, "list.nothing_mapped"), ({"Association": "/x/y"}, "list.unknown_question")]
)
def test_a_plan_without_sense_is_refused(ready, people, mapping, code):
    with pytest.raises(KnownError) as refusal:
        plan_list(ready, FICHE, people, mapping=mapping)
    assert refusal.value.code == code
