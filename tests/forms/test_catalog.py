from fieldapp.forms import load_form
from fieldapp.forms.catalog import shipped


def test_a_shipped_form_stands_in_a_folder_of_its_name(tmp_path):
    (tmp_path / "fiche").mkdir()
    (tmp_path / "fiche" / "fiche.xlsx").write_bytes(b"")
    (tmp_path / "listes").mkdir()
    assert [each.form_id for each in shipped(tmp_path)] == ["fiche"]


def test_no_folder_ships_nothing(tmp_path):
    assert shipped(tmp_path / "absent") == []


def test_every_shipped_form_is_accepted():
    assert {load_form(each.path).form_id for each in shipped()} == {each.form_id for each in shipped()}
