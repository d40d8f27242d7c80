"""Forms of a workspace: every version stays, the same again changes nothing, other content is refused."""

import zlib
from dataclasses import replace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.forms.compiled import read_definition
from fieldapp.store import installed_forms
from tests.store.given import FICHE

TABLE = b"""
| survey |                 |          |              |
|        | type            | name     | label        |
|        | text            | nom      | Nom          |
|        | select_multiple s | services | Services   |
| choices |
|        | list_name       | name     | label        |
|        | s               | emploi   | Emploi       |
| settings |
|        | form_id         | version  |              |
|        | essai           | 2026-1   |              |
"""


def test_a_form_comes_back_as_it_was_installed(folder, reopen):
    definition = load_form_bytes(TABLE, name="essai.md")
    first = reopen()
    first.forms.install(definition, source=TABLE, name="essai.md")
    first.close()
    later = reopen()
    assert later.forms.get("essai").xform == definition.xform
    assert later.forms.get("essai", "2026-1") is later.forms.get("essai")
    assert later.forms.source("essai", "2026-1") == ("essai.md", TABLE)
    assert later.forms.set_paths("essai", "2026-1") == {"services"}


def test_the_version_installed_last_is_the_one_given(workspace):
    newer = replace(FICHE, version="0.9")
    workspace.forms.install(newer, source=b"", name="fiche.xlsx")
    assert workspace.forms.get("fiche") is newer
    assert [form.version for form in workspace.forms.list() if form.form_id == "fiche"] == ["1", "0.9"]


def test_the_same_form_again_changes_nothing(workspace):
    before = workspace.forms.list()
    workspace.forms.install(FICHE, source=b"", name="fiche.xlsx")
    assert workspace.forms.list() == before


def test_other_content_under_the_same_version_is_refused(workspace):
    with pytest.raises(KnownError, match=r"form\.version_taken"):
        workspace.forms.install(replace(FICHE, xform=b"<other/>"), source=b"", name="fiche.xlsx")


def test_the_same_workbook_converted_otherwise_changes_nothing(workspace):
    before = workspace.forms.get("fiche", "1")
    workspace.forms.install(replace(FICHE, xform=b"<other/>"), source=b"workbook", name="fiche.xlsx")
    assert workspace.forms.get("fiche", "1") is before


@pytest.mark.parametrize("ask", [("fiche", "9"), ("autre", None)])
def test_a_form_not_installed_is_said(workspace, ask):
    with pytest.raises(KnownError, match=r"form\.not_installed"):
        workspace.forms.get(*ask)


WITH_A_FILE = b"""
| survey |                                   |       |        |                      |
|        | type                              | name  | label  | image                |
|        | select_one_from_file communes.csv | ville | Ville  | plan.png             |
| settings |
|        | form_id                           | version |
|        | villes                            | 1     |
"""
FILES = {"communes.csv": b"name,label\nrabat,Rabat\n", "plan.png": b"\x89PNG plan"}


def install(workspace, files, table=WITH_A_FILE):
    definition = load_form_bytes(table, name="villes.md", files=files)
    workspace.forms.install(definition, source=table, name="villes.md", files=files)
    return definition


def choices(definition):
    return [(each.value, each.label) for each in FormSession(definition).choices("/data/ville")]


def test_a_form_opens_again_with_the_files_beside_it(reopen):
    first = reopen()
    install(first, FILES)
    first.close()
    later = reopen().forms
    assert choices(later.get("villes")) == [("rabat", "Rabat")]
    assert later.file("villes", "1", "plan.png") == FILES["plan.png"]
    assert dict(later.files("villes", "1")) == FILES


def test_a_file_nobody_installed_is_not_there(workspace):
    install(workspace, FILES)
    assert workspace.forms.file("villes", "1", "autre.png") is None
    assert workspace.forms.file("villes", "2", "plan.png") is None


def test_another_file_under_the_same_version_is_refused_and_nothing_changed(workspace):
    install(workspace, FILES)
    with pytest.raises(KnownError, match=r"form\.version_taken"):
        install(workspace, FILES | {"communes.csv": b"name,label\nfes,F\xc3\xa8s\n", "new.png": b"new"})
    assert dict(workspace.forms.files("villes", "1")) == FILES


def test_files_that_were_missing_are_added_to_the_same_version(workspace):
    install(workspace, {"communes.csv": FILES["communes.csv"]})
    install(workspace, FILES)
    assert dict(workspace.forms.files("villes", "1")) == FILES


def test_two_versions_keep_the_same_file_once(workspace):
    install(workspace, FILES)
    install(workspace, FILES, WITH_A_FILE.replace(b"| 1     |", b"| 2     |"))
    assert dict(workspace.forms.files("villes", "2")) == FILES
    assert workspace._opened.db.table("form_file_content").count == len(FILES)


def test_nothing_of_a_file_lies_in_clear_on_the_disk(workspace, folder):
    install(workspace, FILES | {"secret.csv": b"name,label\n" + b"mot-en-clair," * 1_000})
    workspace.close()
    assert not [path for path in folder.iterdir() if b"mot-en-clair" in path.read_bytes()]


def compiled(workspace):
    """Return the compiled bytes as they are kept, by version."""
    query = "SELECT version, data FROM form_compiled WHERE form_id = 'villes'"
    return dict(workspace._opened.db.execute(query).fetchall())


def test_a_form_compiled_once_is_not_compiled_again(reopen, monkeypatch):
    first = reopen()
    install(first, FILES)
    first.close()
    later = reopen()
    monkeypatch.setattr(installed_forms, "load_form_bytes", None)
    assert choices(later.forms.get("villes")) == [("rabat", "Rabat")]


@pytest.mark.parametrize("spoiled", [b"", b"of another program", None])
def test_compiled_bytes_that_cannot_be_read_are_made_anew_in_silence(reopen, spoiled):
    first = reopen()
    install(first, FILES)
    kept = compiled(first)["1"]
    spoiled = kept[:-9] if spoiled is None else spoiled
    first._opened.db.execute("UPDATE form_compiled SET data = ?", [spoiled])
    first.close()
    later = reopen()
    assert choices(later.forms.get("villes")) == [("rabat", "Rabat")]
    assert read_definition(zlib.decompress(compiled(later)["1"]), files=FILES).form_id == "villes"


def test_a_form_kept_by_an_older_program_is_compiled_when_it_is_opened(reopen):
    first = reopen()
    install(first, FILES)
    first._opened.db.execute("DELETE FROM form_compiled")
    first.close()
    later = reopen()
    later.forms.get("villes")
    assert list(compiled(later)) == ["1"]


def test_a_reader_opens_a_form_that_is_not_compiled_and_writes_nothing(workspace):
    install(workspace, FILES)
    workspace._opened.db.execute("DELETE FROM form_compiled")
    with workspace.reader() as reading:
        assert choices(reading.forms.get("villes")) == [("rabat", "Rabat")]
    assert compiled(workspace) == {}


TITLED = """
| survey |
| | type | name | label |
| | text | nom  | Nom   |
| settings |
| | form_id | version | form_title | namespaces | attribute::fieldapp:title_ar |
| | titre | {version} | {title} | fieldapp="https://fieldapp.ma/xforms" | {arabic} |
"""


def test_a_form_is_named_in_the_language_asked_for_and_an_older_version_takes_the_words_of_a_newer(workspace):
    for version, title, arabic in (("1", "Fiche", ""), ("2", "Fiche neuve", "بطاقة")):
        text = TITLED.format(version=version, title=title, arabic=arabic).encode()
        workspace.forms.install(load_form_bytes(text, name="titre.md"), source=text, name="titre.md")
    arabic, french = workspace.forms.titles("ar"), workspace.forms.titles("fr")
    assert [arabic["titre", version] for version in "12"] == ["بطاقة", "بطاقة"]
    assert [french["titre", version] for version in "12"] == ["Fiche", "Fiche neuve"]
    assert workspace.forms.newest_titles("ar")["titre"] == "بطاقة"


def test_a_form_installed_while_titles_are_read_waits_for_the_next_reading(workspace, monkeypatch):
    titles = workspace.forms.titles

    def titles_and_then_a_form(language):
        known = titles(language)
        text = TITLED.format(version="1", title="Fiche", arabic="").encode()
        workspace.forms.install(load_form_bytes(text, name="titre.md"), source=text, name="titre.md")
        return known

    monkeypatch.setattr(workspace.forms, "titles", titles_and_then_a_form)
    assert "titre" not in workspace.forms.newest_titles("fr")
    monkeypatch.undo()
    assert workspace.forms.newest_titles("fr")["titre"] == "Fiche"
