"""A form installed from a file: with what lies beside it, and only after all that is wrong was said."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.central import init_centre
from fieldapp.engine import FormSession
from fieldapp.forms import FormProblems
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.install_form import install_form, read_form
from fieldapp.usecases.make_bundle import collect_bundle, keep_bundle, seal_bundle
from fieldapp.usecases.records import save_effects, start_record

FORM = """
| survey |                                   |       |        |          |
|        | type                              | name  | label  | image    |
|        | select_one_from_file communes.csv | ville | Ville  | plan.png |
| settings |
|        | form_id                           | version |
|        | villes                            | 1     |
"""

FOR_CENTRE = """
| survey |
|        | type                              | name  | label | bind::fieldapp:privacy |
|        | select_one_from_file communes.csv | ville | Ville | public                 |
| settings |
|        | form_id | version | attribute::fieldapp:export_policy | namespaces                            |
|        | villes  | 1       | full                              | fieldapp="https://fieldapp.ma/xforms" |
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "villes.md"
    path.write_text(FORM, encoding="utf-8")
    (tmp_path / "communes.csv").write_text("name,label\nrabat,Rabat\n", encoding="utf-8")
    (tmp_path / "autre.csv").write_text("name\nsecret\n", encoding="utf-8")
    (tmp_path / "villes-media").mkdir()
    (tmp_path / "villes-media" / "plan.png").write_bytes(b"PNG")
    return path


def test_a_form_is_installed_with_the_files_it_uses_and_no_other(workspace, path):
    install_form(workspace, read_form(path))
    assert set(workspace.forms.files("villes", "1")) == {"communes.csv", "plan.png"}
    assert workspace.forms.source("villes", "1") == ("villes.md", FORM.encode())
    session = FormSession(workspace.forms.get("villes"))
    assert [choice.label for choice in session.choices("/data/ville")] == ["Rabat"]


def test_a_picture_that_is_not_there_is_a_warning_only(workspace, path):
    (path.parent / "villes-media" / "plan.png").unlink()
    read = read_form(path)
    assert [(each.code, each.facts) for each in read.problems] == [
        ("form.missing_media", {"file": "plan.png"})
    ]
    install_form(workspace, read)
    assert workspace.forms.latest("villes") == "1"


def test_every_problem_is_said_and_nothing_installed(workspace, path):
    path.write_text(FORM.replace("communes.csv | ville", "absent.csv | 1ville"), encoding="utf-8")
    read = read_form(path)
    assert read.definition is None
    assert read.problems
    with pytest.raises(FormProblems):
        install_form(workspace, read)
    assert "villes" not in {form.form_id for form in workspace.forms.list()}


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(KnownError, match=r"file\.not_found"):
        read_form(tmp_path / "absent.xlsx")


def test_the_centre_takes_in_records_of_a_form_without_having_its_files(workspace, path, tmp_path):
    path.write_text(FOR_CENTRE, encoding="utf-8")
    form = read_form(path)
    install_form(workspace, form)
    database = f"sqlite:///{tmp_path / 'central.db'}"
    centre = init_centre(database, tmp_path / "cles", training=True, forms=[form.definition])
    receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)
    opened = start_record(workspace, "villes")
    save_effects(workspace, opened, opened.session.answer("/data/ville", "rabat"), question="/data/ville")
    assert finalise_record(workspace, opened).is_done
    kept = keep_bundle(workspace, seal_bundle(collect_bundle(workspace), tmp_path / "envois"))
    (result,) = centre.import_files([kept.path])
    assert (result.code, result.new_count, result.quarantine_count) == ("", 1, 0)
