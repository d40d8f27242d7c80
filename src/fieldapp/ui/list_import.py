"""Takes a list that somebody already has into the workspace, when a person asks; and takes it back."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.messages import words_of
from fieldapp.ui.pages.list_page import Choices, ListPage
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.turning import PageTurner

if TYPE_CHECKING:
    from fieldapp.directory.lists import PeopleList
    from fieldapp.forms.definition import FormDefinition, Text

FORM = "fiche_organisation"
"""What a list of organisations fills."""
_LARGEST = 64 * 1024 * 1024


class ListErrand(QObject):
    """Serves the row of lists on the page of the workspace, and the page it leads to."""

    def __init__(self, desk: Desk, errands: Errands, space: WorkspacePage, turner: PageTurner) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self._turner = turner
        self._people: PeopleList | None = None
        self.page = ListPage()
        turner.add(self.page)
        self.page.plan_asked.connect(self.plan)
        self.page.make_asked.connect(self.make)
        space.add_row(
            "list",
            "file-text",
            title=lambda: self.tr("Liste d’organisations"),
            words=lambda: self.tr(
                "Un tableau Excel ou CSV que vous avez déjà devient des brouillons de fiches."
            ),
            act=lambda: self.tr("Choisir…"),
            run=self.choose,
        )

    def choose(self) -> None:
        """Let the person choose a file, and read it."""
        kinds = self.tr("Tableaux (*.xlsx *.xlsm *.csv);;Tous les fichiers (*)")
        title = self.tr("Choisir une liste d’organisations")
        path = self._errands.choose_file(title, kinds)
        if path is None:
            return
        from fieldapp.directory.lists import read_list

        self._errands.run(
            self.tr("Lecture de la liste…"),
            lambda _progress, _stop: read_list(read_bytes(path, limit=_LARGEST), name=path.name),
            self.show,
        )

    def show(self, people: "PeopleList") -> None:
        """Show what was read, with a question proposed for each column."""
        from fieldapp.usecases.import_list import propose

        workspace = self._desk.workspace
        definition = workspace.forms.get(FORM)
        proposed = {column: one.nodeset for column, one in propose(workspace, FORM, people).items()}
        self._people = people
        self.page.language = self._desk.language
        choices = _questions(definition, self._desk.language)
        texts = [pair for pair in choices if _is_free(definition, pair[0])]
        self.page.show_list(people, choices, proposed, texts)
        self._turner.turn_to(self.page)

    def plan(self) -> None:
        """Look in a thread at what each row gives."""
        people, mapping, rest_into = self._people, self.page.mapping(), self.page.rest_into()
        if people is None:
            return

        def look() -> Any:
            from fieldapp.usecases.import_list import plan_list

            with self._desk.workspace.reader() as reading:
                return plan_list(reading, FORM, people, mapping=mapping, rest_into=rest_into)

        self._errands.run(self.tr("Lecture des lignes…"), lambda _p, _s: look(), self.page.show_plan)

    def make(self) -> None:
        """Make drafts of the rows that are ticked, and offer to take them back."""
        from fieldapp.usecases.import_list import carry_out

        plan = self.page.plan()
        if plan is None:
            return
        try:
            made = carry_out(self._desk.workspace, plan, self.page.lines())
        except KnownError as error:
            self.page.notice.say("problem", words_of(error, self._desk.language))
            return
        self.page.forget_plan()
        words = self.tr("%n brouillon(s) fait(s). Ils sont dans la liste des fiches.", "", len(made))
        self.page.notice.say("done", words, action=self.tr("Annuler"), act=self.undo)

    def undo(self) -> None:
        """Put the drafts of that list in the trash, but for those in which somebody wrote."""
        from fieldapp.usecases.import_list import undo_list

        try:
            trashed, kept = undo_list(self._desk.workspace, FORM)
        except KnownError as error:
            self.page.notice.say("problem", words_of(error, self._desk.language))
            return
        words = self.tr("%n brouillon(s) mis à la corbeille.", "", trashed)
        if kept:
            words += " " + self.tr("%n gardé(s) : on y a écrit depuis.", "", kept)
        self.page.notice.say("progress", words)


def _questions(definition: "FormDefinition", language: str) -> Choices:
    """Return the questions that a cell can answer, in the form's words in a language."""
    from fieldapp.directory.columns import answerable
    from fieldapp.usecases.records import form_language

    spoken = form_language(definition, language)
    return [(one.nodeset, _words(one.label, spoken) or one.name) for one in answerable(definition)]


def _words(text: "Text", language: str) -> str:
    parts = text.by_language.get(language) or text.by_language.get("") or ()
    return "".join(part.literal for part in parts)


def _is_free(definition: "FormDefinition", nodeset: str) -> bool:
    """Whether a question takes many lines of text."""
    control = definition.model.specs[nodeset].control
    return "multiline" in getattr(control, "appearance", ())
