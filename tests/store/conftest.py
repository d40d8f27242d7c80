"""Workspaces made from one template: a folder, the open workspace, a draft in it."""

import shutil

import pytest

from fieldapp.store import TRAINING_PASSPHRASE, Actor, create_workspace, opening
from fieldapp.store.keys.keyfile import read_key
from tests.store.given import FICHE, INTERVIEW, CountingIds, TickingClock


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """Return a closed training workspace to copy."""
    folder = tmp_path_factory.mktemp("template") / "equipe"
    workspace = create_workspace(
        folder,
        passphrase=TRAINING_PASSPHRASE,
        recovery_recipients=(),
        actor=Actor("", "Salma Idrissi", "agent", "Association"),
        is_training=True,
        clock=TickingClock(),
        ids=CountingIds(),
    )
    for form in (FICHE, INTERVIEW):
        workspace.forms.install(form, source=b"workbook", name=f"{form.form_id}.xlsx")
    workspace.close()
    return folder


@pytest.fixture
def folder(template, tmp_path):
    """Return a fresh copy of the template's folder."""
    return shutil.copytree(template, tmp_path / "equipe")


@pytest.fixture(scope="session")
def key(template):
    """Return the template's key, unwrapped once."""
    return read_key(template, TRAINING_PASSPHRASE)


@pytest.fixture
def reopen(folder, key):
    """Return what opens the folder; everything opened is closed at the end."""
    opened = []

    def open_it(where=folder):
        ids = CountingIds(start=1_000 * (len(opened) + 1))
        workspace = opening._open(where, lambda: key, clock=TickingClock(), ids=ids)
        for form in (FICHE, INTERVIEW):
            workspace.forms.install(form, source=b"workbook", name=f"{form.form_id}.xlsx")
        opened.append(workspace)
        return workspace

    yield open_it
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(reopen):
    return reopen()


@pytest.fixture
def draft(workspace):
    """Return the id of a draft just begun."""
    return workspace.start_draft(FICHE).record_id
