"""Forms of a workspace: every version stays, the same again changes nothing, other content is refused."""

from dataclasses import replace

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms import load_form_bytes
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


@pytest.mark.parametrize("ask", [("fiche", "9"), ("autre", None)])
def test_a_form_not_installed_is_said(workspace, ask):
    with pytest.raises(KnownError, match=r"form\.not_installed"):
        workspace.forms.get(*ask)
