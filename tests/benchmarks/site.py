"""The place of work: a training workspace with the sample fiches, enrolled with a centre, made once for a run.

Each benchmark works on a copy of its own, so that none changes what the next one finds.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from fieldapp.base.clock import SystemClock
from fieldapp.base.files import read_bytes
from fieldapp.base.ids import SystemIds
from fieldapp.base.paths import resources
from fieldapp.central import Centre, init_centre, open_centre
from fieldapp.forms import FormDefinition
from fieldapp.forms.catalog import shipped
from fieldapp.store import TRAINING_PASSPHRASE, Actor, Workspace, opening
from fieldapp.store.keys.keyfile import read_key
from fieldapp.usecases.attachments import attach_file
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.enrolment import receive_enrolment, request_enrolment
from fieldapp.usecases.finalise_record import finalise_record
from fieldapp.usecases.make_bundle import BundleJob, collect_bundle, seal_bundle
from fieldapp.usecases.records import OpenRecord, start_record
from fieldapp.usecases.replay_steps import Step, read_steps

FORM = "fiche_organisation"
SAMPLES = resources() / "samples"
_QUICK_SAMPLES = ("soleterre",)
_PERSON = Actor("", "Agente Fictive", "agent_communautaire", "Organisation fictive")


@dataclass(frozen=True)
class Site:
    """Where the benchmarks of a run find their data and their room on the disk."""

    folder: Path
    is_quick: bool
    keeps_pyc: bool = True
    """Whether a start finds what the start before it compiled, as on a laptop in use."""

    @cached_property
    def samples(self) -> dict[str, list[Step]]:
        """The steps of the sample fiches, by name; one fiche in the short form."""
        paths = sorted((SAMPLES / "fiches").glob("*.json"))
        return {p.stem: read_steps(p) for p in paths if not self.is_quick or p.stem in _QUICK_SAMPLES}

    @cached_property
    def workbook(self) -> bytes:
        """The shipped form as its authors write it."""
        return read_bytes(next(form.path for form in shipped() if form.form_id == FORM))

    @cached_property
    def definition(self) -> FormDefinition:
        """The shipped form, read."""
        with self.workspace() as workspace:
            return workspace.forms.get(FORM)

    @cached_property
    def made(self) -> Path:
        """The folder of the workspace that is copied: every sample finalised, enrolled, closed."""
        place = self.folder / "made"
        made = create_workspace(place, passphrase="", actor=_PERSON, is_training=True)
        workspace = made.workspace
        try:
            for steps in self.samples.values():
                assert finalise_record(workspace, filled(workspace, steps)).is_done
            self._enrol(workspace)
        finally:
            workspace.close()
        return place

    def _enrol(self, workspace: Workspace) -> None:
        forms = [workspace.forms.get(FORM)]
        centre = init_centre(self._url(self._centre_file), self._keys, training=True, forms=forms)
        receive_enrolment(workspace, centre.enrol(request_enrolment(workspace).data).data)

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """Open a copy of the workspace, with all that was filled in."""
        place, key = self.copy_of_workspace(), self.key
        workspace = opening._open(place, lambda: key, clock=SystemClock(), ids=SystemIds())
        try:
            yield workspace
        finally:
            workspace.close()

    @cached_property
    def key(self) -> bytes:
        """The key of every copy, unwrapped once: that is slow on purpose."""
        return read_key(self.made, TRAINING_PASSPHRASE)

    @cached_property
    def bundle(self) -> tuple[BundleJob, bytes]:
        """A bundle of everything, as it stands on the stick, and what it was made of."""
        with self.workspace() as workspace:
            job = collect_bundle(workspace)
        return job, seal_bundle(job, self.folder).path.read_bytes()

    def copy_of_workspace(self) -> Path:
        """Return the folder of a copy that nobody has opened."""
        return Path(shutil.copytree(self.made, self.new_path("workspace")))

    def centre(self) -> tuple[Centre, Path]:
        """Open a copy of the centre as it stood before any import; its database file as well."""
        assert self.made
        file = self.new_path("central.db")
        shutil.copy(self._centre_file, file)
        return open_centre(self._url(file), self._keys), file

    def new_path(self, name: str) -> Path:
        """Return a path of this run that nothing stands at."""
        free = (self.folder / f"{number}-{name}" for number in count(1))
        return next(path for path in free if not path.exists())

    @property
    def _centre_file(self) -> Path:
        return self.folder / "centre.db"

    @property
    def _keys(self) -> Path:
        return self.folder / "centre-keys"

    @staticmethod
    def _url(file: Path) -> str:
        return f"sqlite:///{file}"


def filled(workspace: Workspace, steps: list[Step]) -> OpenRecord:
    """Return a draft with everything a sample says, kept in one commit: quicker to prepare than step by step."""
    opened = start_record(workspace, FORM, language="fr")
    edits = [edit for step in steps for edit in taken(workspace, opened, step).edits]
    title = opened.session.instance_name()
    workspace.drafts.append(
        opened.record.record_id, edits, actor_id=workspace.actor.actor_id, question="", title=title
    )
    return opened


def taken(workspace: Workspace, opened: OpenRecord, step: Step) -> Any:
    """Give one step to the session alone and return its effects."""
    if "add_repeat" in step:
        return opened.session.add_repeat(step["add_repeat"])
    value = step.get("value")
    if value is None:
        value = attach_file(workspace, read_bytes(SAMPLES / step["file"]), name=step["file"])
    return opened.session.answer(step["set"], value)
