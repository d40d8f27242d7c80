"""Teams on one laptop: a lead and agents, each with a workspace of their own, and a folder between them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from fieldapp.forms import load_form_bytes
from fieldapp.store import TRAINING_PASSPHRASE, Actor, Workspace
from fieldapp.usecases.create_workspace import create_workspace
from fieldapp.usecases.exchange_team import choose_folder, exchange_team
from fieldapp.usecases.finalise_record import finalise_record, reopen_record
from fieldapp.usecases.join_team import admit_member, ask_to_join, create_team, join_team
from fieldapp.usecases.open_workspace import open_workspace
from fieldapp.usecases.records import open_record, save_effects, start_record

LEAD, AMINA, BRAHIM = "Cheffe Fictive", "Amina Fictive", "Brahim Fictif"
FORM = load_form_bytes(
    """
| survey |
| | type | name | label | calculation |
| | text | nom | Nom | |
| | text | ville | Ville | |
| | select_multiple service | services | Services | |
| | image | photo | Photo | |
| | calculate | titre | | concat(${nom}, ' / ', ${ville}) |
| | begin_repeat | site | Site | |
| | text | adresse | Adresse | |
| | end_repeat | | | |
| choices |
| | list_name | name | label |
| | service | emploi | Emploi |
| | service | sante | Santé |
| settings |
| | form_id | version | namespaces | attribute::fieldapp:export_policy | instance_name |
| | visite | 1 | fieldapp="https://fieldapp.ma/xforms" | full | ${nom} |
""".encode(),
    name="visite.md",
)
INTERVIEW = load_form_bytes(
    b"""
| survey |
| | type | name | label |
| | text | parole | Parole |
| settings |
| | form_id | version | namespaces | attribute::fieldapp:export_policy |
| | entretien | 1 | fieldapp="https://fieldapp.ma/xforms" | local |
""",
    name="entretien.md",
)


@dataclass
class Person:
    """Somebody with a workspace."""

    workspace: Workspace
    at: Path

    def write(self, form="visite", **answers):
        """Begin a record and finalise it; return its id."""
        opened = start_record(self.workspace, form)
        return self._finish(opened, answers)

    def edit(self, record_id, **answers):
        """Open a finalised record again, change answers and finalise it."""
        return self._finish(reopen_record(self.workspace, record_id, reason="visite"), answers)

    def begin(self, record_id, **answers):
        """Change answers of a draft and leave it a draft."""
        opened = open_record(self.workspace, record_id)
        if not opened.record.is_draft:
            opened = reopen_record(self.workspace, record_id, reason="visite")
        self._type(opened, answers)
        return opened

    def finish(self, record_id, **answers):
        return self._finish(open_record(self.workspace, record_id), answers)

    def exchange(self):
        return exchange_team(self.workspace)

    def answers(self, record_id):
        """Return the agreed answers outside repeats."""
        agreed = self.workspace.answers(record_id)
        return {path: value for path, value in agreed.items() if "[" not in path}

    def state(self, record_id):
        return self.workspace.changes.state(record_id)

    def records(self):
        return {record.record_id for record in self.workspace.records.list()}

    def counts(self):
        """Return how many rows every table holds."""
        db = self.workspace._opened.db
        names = [name for name in db.table_names() if not name.startswith("search")]
        return {name: db.table(name).count for name in names}

    def reopen(self):
        self.workspace.close()
        self.workspace = open_workspace(self.at, passphrase=TRAINING_PASSPHRASE)

    def _type(self, opened, answers):
        for name, value in answers.items():
            reference = f"/data/{name}"
            save_effects(self.workspace, opened, opened.session.answer(reference, value), question=reference)

    def _finish(self, opened, answers):
        self._type(opened, answers)
        assert finalise_record(self.workspace, opened).is_done
        return opened.record.record_id


@dataclass
class TeamOnDisk:
    """A lead and two agents, and the folder between them."""

    lead: Person
    amina: Person
    brahim: Person
    folder: Path

    @property
    def people(self):
        return (self.lead, self.amina, self.brahim)

    def round(self, times=1):
        """Let everybody exchange in turn: the agents, the lead, the agents again."""
        for _ in range(times):
            for person in (self.amina, self.brahim, self.lead, self.amina, self.brahim):
                person.exchange()

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())


def make_people(folder):
    """Make the three workspaces and their team, and close them: copies of them open sooner."""
    people = {}
    for name, short in ((LEAD, "cheffe"), (AMINA, "amina"), (BRAHIM, "brahim")):
        made = create_workspace(folder / short, passphrase="", actor=Actor("", name), is_training=True)
        for form in (FORM, INTERVIEW):
            made.workspace.forms.install(form, source=b"workbook", name=f"{form.form_id}.xlsx")
        people[short] = made.workspace
    create_team(people["cheffe"])
    for short in ("amina", "brahim"):
        answer = admit_member(people["cheffe"], ask_to_join(people[short]).data)
        join_team(people[short], answer.data)
    for workspace in people.values():
        workspace.close()
    return folder


def open_team(made, folder):
    """Open a copy of the three workspaces beside an empty folder."""
    shared = folder / "echange"
    shared.mkdir(parents=True)
    people = []
    for short in ("cheffe", "amina", "brahim"):
        at = shutil.copytree(made / short, folder / short)
        people.append(Person(open_workspace(at, passphrase=TRAINING_PASSPHRASE), at))
        choose_folder(people[-1].workspace, shared)
    return TeamOnDisk(*people, shared)
