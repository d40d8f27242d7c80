"""An official list of communes in the day's work: chosen, printed, searched, sent, kept when the list goes."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
from fieldapp.records.selection import Selection
from fieldapp.usecases.export_fiche import Audience, collect_fiche
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.make_bundle import make_bundle
from fieldapp.usecases.official_lists import (
    export_list,
    plan_list,
    put_back,
    standing,
    take_list,
    withdraw_list,
)
from fieldapp.usecases.records import open_record, save_effects, start_record
from fieldapp.usecases.upgrade_draft import Fate, plan_upgrade, upgrade_draft
from tests.usecases.conftest import fill

FIRST = "code,nom_fr,nom_ar\n04.421.01.01,Agdal Riyad,أكدال الرياض\n04.421.01.02,Hassan,حسان\n"
SECOND = "code,nom_fr,nom_ar\n04.421.01.02,Hassan Centre,حسان\n04.421.01.03,Souissi,السويسي\n"
CODE = "/fiche_organisation/sites/site[1]/site_commune_code"


def path_of(tmp_path, text, name="communes.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def listed(workspace, tmp_path):
    take_list(workspace, plan_list(workspace, path_of(tmp_path, FIRST)))
    return workspace


def answer(workspace, opened, reference, value):
    save_effects(workspace, opened, opened.session.answer(reference, value), question=reference)


def filled(workspace):
    """A sample fiche whose first site lies in a commune of the list."""
    opened = open_record(workspace, fill(workspace).record.record_id, language="fr")
    answer(workspace, opened, CODE.replace("commune_code", "region"), "04")
    answer(workspace, opened, CODE.replace("commune_code", "province"), "04.421")
    answer(workspace, opened, CODE, "04.421.01.01")
    return opened


def names(opened):
    return {choice.value: choice.label for choice in opened.session.choices(CODE)}


def printed(workspace, record_id, language):
    outline = collect_fiche(workspace, record_id, language=language, audience=Audience.LOCAL).outline
    return str(outline)


def test_a_plan_says_what_would_change_and_changes_nothing(listed, tmp_path):
    plan = plan_list(listed, path_of(tmp_path, SECOND, "autre.csv"))
    assert (plan.new, plan.gone, plan.renamed, plan.is_same) == (1, 1, 1, False)
    assert standing(listed).present.source_name == "communes.csv"


def test_the_same_list_is_not_taken_again(listed, tmp_path):
    with pytest.raises(KnownError, match=r"official\.same"):
        take_list(listed, plan_list(listed, path_of(tmp_path, FIRST, "copie.csv")))


def test_a_list_without_one_good_row_is_not_taken(workspace, tmp_path):
    plan = plan_list(workspace, path_of(tmp_path, "code,nom\nRabat,Rabat\n"))
    with pytest.raises(KnownError, match=r"commune\.none_good"):
        take_list(workspace, plan)


def test_an_answer_keeps_its_name_when_its_list_goes(listed, tmp_path):
    record_id = filled(listed).record.record_id
    take_list(listed, plan_list(listed, path_of(tmp_path, SECOND, "autre.csv")))
    assert names(open_record(listed, record_id))["04.421.01.01"] == "Agdal Riyad"
    withdraw_list(listed)
    gone, back = withdraw_list(listed)
    assert back is None
    again = open_record(listed, record_id)
    assert (again.session.value(CODE), names(again)) == ("04.421.01.01", {"04.421.01.01": "Agdal Riyad"})
    put_back(listed, gone)
    assert names(open_record(listed, record_id)) == {
        "04.421.01.01": "Agdal Riyad",
        "04.421.01.02": "Hassan",
    }


def test_a_commune_is_printed_in_the_language_of_the_paper_list_or_no_list(listed):
    opened = filled(listed)
    assert finalise_record(listed, opened).is_done
    withdraw_list(listed)
    assert "Agdal Riyad" in printed(listed, opened.record.record_id, "fr")
    assert "أكدال الرياض" in printed(listed, opened.record.record_id, "ar")


def test_a_record_is_found_by_the_name_of_its_commune(listed):
    record_id = filled(listed).record.record_id
    listed.indexing.catch_up()
    found = listed.records.listing.find(Selection(query="Agdal Riyad"))
    assert found == listed.records.listing.find(Selection(query="أكدال"))
    assert found == [listed.records.listing.number_of(record_id)]


def test_a_list_that_comes_late_makes_its_codes_searchable(listed, tmp_path):
    record_id = filled(listed).record.record_id
    listed.indexing.catch_up()
    renamed = FIRST.replace("Agdal Riyad", "Agdal Nouvelle")
    take_list(listed, plan_list(listed, path_of(tmp_path, renamed, "autre.csv")))
    listed.indexing.catch_up()
    number = listed.records.listing.number_of(record_id)
    assert listed.records.listing.find(Selection(query="Nouvelle")) == [number]


def test_the_centre_takes_a_code_of_the_list(enrolled, tmp_path):
    workspace = enrolled.workspace
    take_list(workspace, plan_list(workspace, path_of(tmp_path, FIRST)))
    assert finalise_record(workspace, filled(workspace)).is_done
    made = make_bundle(workspace, enrolled.folder)
    (result,) = enrolled.centre.import_files([made.path])
    assert (result.new_count, result.quarantine_count) == (1, 0)


def test_other_odk_tools_get_the_list_beside_the_form(listed, tmp_path):
    path = export_list(listed, tmp_path)
    assert path.name == "official-communes.csv"
    rows = path.read_text(encoding="utf-8-sig").splitlines()
    assert rows[:2] == [
        "name,label,label_ar,region,province",
        "04.421.01.01,Agdal Riyad,أكدال الرياض,04,04.421",
    ]


WRITTEN = """
| survey |
| | type | name    | label   |
| | text | commune | Commune |
| settings |
| | form_id | version |
| | lieu    | 1       |
"""
CHOSEN = """
| survey |
| | type | name | label | relevant |
| | select_one_from_file official-communes.csv | commune_code | Commune | {is_there} |
| | text | commune | Commune, en toutes lettres | string-length(${commune_code}) = 0 |
| settings |
| | form_id | version |
| | lieu    | 2       |
""".replace("{is_there}", "count(instance('official-communes')/root/item) > 0")


def test_a_draft_begun_before_the_form_had_the_list_keeps_the_commune_it_wrote(listed):
    def install(text):
        listed.forms.install(
            load_form_bytes(text.encode(), name="lieu.md"), source=text.encode(), name="lieu.md"
        )

    install(WRITTEN)
    opened = start_record(listed, "lieu")
    answer(listed, opened, "/data/commune", "Hassan")
    install(CHOSEN)
    assert {one.fate for one in plan_upgrade(listed, opened.record.record_id).passages} == {Fate.KEPT}
    upgraded = upgrade_draft(listed, opened.record.record_id)
    assert (upgraded.session.value("/data/commune"), upgraded.session.is_relevant("/data/commune")) == (
        "Hassan",
        True,
    )
    answer(listed, upgraded, "/data/commune_code", "04.421.01.02")
    assert not upgraded.session.is_relevant("/data/commune")
    assert upgraded.session.value("/data/commune") == "Hassan", "what was written stays beside"
