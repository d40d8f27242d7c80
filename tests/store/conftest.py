"""A small form, a clock that moves by itself, counted ids, and workspaces made from one template."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from fieldapp.forms.definition import Bind, ExportPolicy, FormDefinition, Privacy, Question, Text
from fieldapp.store import TRAINING_PASSPHRASE, Actor, create_workspace, open_workspace

CONTACT = "contacts/contact[u1]"
BINDS = {
    "/fiche/nom": Bind("/fiche/nom", privacy=Privacy.PUBLIC),
    "/fiche/note": Bind("/fiche/note", privacy=Privacy.SENSITIVE),
    "/fiche/contacts/contact/tel": Bind(
        "/fiche/contacts/contact/tel", privacy=Privacy.CONSENT, consent="/fiche/contacts/contact/accord"
    ),
}
SERVICES = Question("/fiche/services", "select", Text(), Text())
FICHE = FormDefinition(
    form_id="fiche",
    version="1",
    title="Fiche",
    languages=(),
    default_language="",
    export_policy=ExportPolicy.FULL,
    root="/fiche",
    body=(SERVICES,),
    binds=BINDS,
    xform=b"<xform/>",
)
INTERVIEW = replace(FICHE, form_id="entretien", export_policy=ExportPolicy.LOCAL)


class TickingClock:
    """Moves one second at each look."""

    def __init__(self):
        self._seconds = count()

    def now(self):
        return datetime(2026, 3, 1, 9, 0, tzinfo=UTC) + timedelta(seconds=next(self._seconds))


class CountingIds:
    """Identifiers that can be foretold."""

    def __init__(self, start=1):
        self._numbers = count(start)

    def uuid7(self):
        return f"00000000-0000-7000-8000-{next(self._numbers):012d}"

    def uuid4(self):
        return f"00000000-0000-4000-8000-{next(self._numbers):012d}"

    def salt(self):
        return f"{next(self._numbers):032x}"

    def seed(self):
        return next(self._numbers)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """Return a closed training workspace to copy: wrapping its key is slow on purpose."""
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


@pytest.fixture
def reopen(folder):
    """Return what opens the folder; everything opened is closed at the end."""
    opened = []

    def open_it(where=folder):
        ids = CountingIds(start=1_000 * (len(opened) + 1))
        workspace = open_workspace(where, passphrase=TRAINING_PASSPHRASE, clock=TickingClock(), ids=ids)
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
