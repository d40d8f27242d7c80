"""Installs the forms that ship with the program into a workspace, where records keep the version they began with."""

from fieldapp.base.files import read_bytes
from fieldapp.forms import load_form
from fieldapp.forms.catalog import shipped
from fieldapp.store import Workspace


def install_shipped_forms(workspace: Workspace) -> tuple[str, ...]:
    """Install every shipped form whose workbook is not in the workspace yet; return the ids of the new ones.

    A workbook that is already there, byte for byte, is not converted again: opening stays quick.
    """
    known = {
        (form.form_id, workspace.forms.source(form.form_id, form.version)[1])
        for form in workspace.forms.list()
    }
    installed = []
    for form in shipped():
        source = read_bytes(form.path)
        if (form.form_id, source) in known:
            continue
        workspace.forms.install(load_form(form.path), source=source, name=form.path.name)
        installed.append(form.form_id)
    return tuple(installed)
