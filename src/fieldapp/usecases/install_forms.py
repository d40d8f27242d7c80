"""Installs the forms that ship with the program into a workspace, where records keep the version they began with."""

from functools import cache
from pathlib import Path

from fieldapp.base.files import read_bytes, sha256_hex
from fieldapp.forms.catalog import ShippedForm, shipped
from fieldapp.store import Workspace
from fieldapp.usecases.install_form import ReadForm, install_form, read_form


def install_shipped_forms(workspace: Workspace) -> tuple[str, ...]:
    """Install every shipped form whose workbook is not in the workspace yet; return the ids of the new ones.

    A workbook that is already there, byte for byte, is not converted again: opening stays quick.
    """
    installed = []
    for form in shipped():
        if not _is_there(workspace, form):
            install_form(workspace, read_shipped(form))
            installed.append(form.form_id)
    return tuple(installed)


def read_shipped(form: ShippedForm) -> ReadForm:
    """Read the workbook of a shipped form, with all that is wrong with it."""
    return _read(form.path, sha256_hex(read_bytes(form.path)))


@cache
def _read(path: Path, _sha256: str) -> ReadForm:
    """Read a workbook once a run of the program, however many workspaces and centres are made of it."""
    return read_form(path)


def _is_there(workspace: Workspace, form: ShippedForm) -> bool:
    source = read_bytes(form.path)
    versions = (one.version for one in workspace.forms.list() if one.form_id == form.form_id)
    return any(workspace.forms.source(form.form_id, version)[1] == source for version in versions)
