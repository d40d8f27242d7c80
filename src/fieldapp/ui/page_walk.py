"""Goes through every page and dialog of a window, one after the other: for the pictures, and for tests of them all."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from fieldapp.ui.files import FileChooser
from fieldapp.ui.known import KnownSpace
from fieldapp.ui.pages.lock_page import LockPage
from fieldapp.ui.turning import AsidePage

if TYPE_CHECKING:
    from fieldapp.ui.desk import Desk
    from fieldapp.ui.main_window import MainWindow

FORM = "fiche_organisation"
Visit = Callable[[str, QWidget], object]
"""Called with the name of a page and what is to be looked at: the window, or a dialog before it."""

_WORKS = frozenset({"copy", "verify", "shown", "pdf", "trash_page"})
"""Rows and actions that do something at once instead of showing something."""
_TEAM_LIST = (
    "Association;Ville;Téléphone\nAssociation Al Amal (exemple);Rabat;0537000001\nFondation Nour;Fès;\n"
)

WRONG_FORM = """
| survey |
|        | type             | name   | label                  | relevant       | calculation             |
|        | integer          | revenu | Revenu du ménage       |                |                         |
|        | text             | detail | Détail de ce revenu    | ${reveneu} > 0 |                         |
|        | select_one viles | ville  | Ville                  | ${revenu} > (3 |                         |
|        | calculate        | total  |                        |                | summ(${revenu}, 3) * 12 |
| choices |
|        | list_name | name  | label |
|        | villes    | rabat | Rabat |
| settings |
|        | form_id | version |
|        | menages | 1       |
"""
"""A form in which an author slipped four times."""

BEGUN = {
    "identite/nom": "Association Fictive d’Accueil",
    "identite/nom_ar": "جمعية الاستقبال (مثال)",
    "identite/type_organisation": "association_marocaine",
    "identite/association_migrants": "non",
    "identite/annee_creation": "1850",
    "sites/site[1]/site_intitule": "Siège",
    "sites/site[1]/site_region": "04",
    "publics/categories_beneficiaires": "refugie_hcr demandeur_asile",
}


class LaidReady(FileChooser):
    """Answers the questions about files with what was laid ready, and with nothing after that."""

    def __init__(self) -> None:
        self.answers: list[Path] = []

    @override
    def save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        return self._next()

    @override
    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        return self._next()

    @override
    def open(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        return self._next()

    @override
    def show(self, path: Path) -> None:
        """Show nothing."""

    def _next(self) -> Path | None:
        return self.answers.pop(0) if self.answers else None


def fill_samples(desk: "Desk") -> dict[str, str]:
    """Fill the sample fiches, one that is begun and one put aside; returns their record ids by what they show."""
    from fieldapp.base.paths import resources
    from fieldapp.usecases.finalise_record import finalise_record
    from fieldapp.usecases.replay_steps import read_steps, replay_steps

    samples = resources() / "samples"
    records = {}
    for file in sorted((samples / "fiches").glob("*.json")):
        opened = desk.start(FORM)
        replay_steps(desk.workspace, opened, read_steps(file), files=samples)
        finalise_record(desk.workspace, opened)
        records["complete"] = opened.record.record_id
    for kind in ("aside", "begun"):
        begun = desk.start(FORM)
        for reference, value in BEGUN.items():
            desk.save(begun, begun.session.answer(f"/{FORM}/{reference}", value), reference)
        records[kind] = begun.record.record_id
    desk.trash(records["aside"], reason="Saisie deux fois")
    return records


class PageWalk:
    """Walks through the pages of one window."""

    def __init__(
        self, window: "MainWindow", records: dict[str, str], *, scratch: Path, chooser: LaidReady
    ) -> None:
        self._window = window
        self._records = records
        self._scratch = scratch
        self._chooser = chooser

    def go(self, visit: Visit) -> None:
        """Visit every page, then every dialog; ends on the page one comes home to."""
        for name, shown in self._pages():
            visit(name, shown)

    def _pages(self) -> Iterator[tuple[str, QWidget]]:
        window = self._window
        window.show_home()
        yield from self._welcome()
        window.show_home()
        wait_for(window)
        yield "02-home", window
        yield from self._list()
        yield from self._fill()
        window.show_send()
        yield "06-send", window
        yield from self._forms()
        yield from self._help()
        yield from self._rows()
        yield from self._record_actions()
        yield from self._covered()
        window.show_home()

    def _welcome(self) -> Iterator[tuple[str, QWidget]]:
        window, welcome = self._window, self._window.welcome
        window.stack.setCurrentWidget(welcome)
        welcome.show_known([])
        yield from self._wizard()
        moment = datetime(2026, 3, 2, 17, 40, tzinfo=UTC)
        spaces = (
            ("Agente Fictive", "agente · Rabat", False),
            ("Oujda 2026", "", False),
            ("Agente Fictive", "", True),
        )
        welcome.show_known(
            [
                KnownSpace(
                    Path(f"/espaces/{name}"), name, is_training=training, organisation=role, used_at=moment
                )
                for name, role, training in spaces
            ]
        )
        yield "00-open", window

    def _wizard(self) -> Iterator[tuple[str, QWidget]]:
        window, wizard = self._window, self._window.welcome.wizard
        wizard.kind.real.setChecked(True)
        wizard.person.name.line.setText("Agente Fictive")
        for name in ("language", "kind", "person", "phrase"):
            yield f"00-create-{wizard.at}-{name}", window
            for field in (wizard.phrase.phrase, wizard.phrase.again):
                field.line.setText("quatre mots sans rapport")
            wizard.proceed()
        yield "01-recovery", window
        wizard.forget()

    def _list(self) -> Iterator[tuple[str, QWidget]]:
        window = self._window
        assert window.records is not None
        window.show_records()
        wait_for(window)
        yield "03-list", window
        window.records.search.setText("qqqq")
        QTest.qWait(_TYPED_MS)
        yield "03-nothing-found", window
        window.records.clear()
        QTest.qWait(_TYPED_MS)

    def _fill(self) -> Iterator[tuple[str, QWidget]]:
        window = self._window
        assert window.fill is not None
        window.open_record(self._records["begun"])
        assert window.fill.area is not None
        for number in (0, 1, 5, 13):
            window.fill.area.show_section(number)
            yield f"04-section-{number:02}", window
        window.fill.finish.click()
        yield "05-finish", window
        window.commander.show_palette()
        dialog = window.commander.dialog
        assert dialog is not None
        yield "05-palette", dialog
        dialog.reject()
        window.open_record(self._records["complete"])
        window.fill.reopen_bar.ask()
        yield "05-complete", window
        window.fill.close_record()

    def _forms(self) -> Iterator[tuple[str, QWidget]]:
        from fieldapp.usecases.install_form import read_form

        window = self._window
        assert window.forms is not None
        window.show_forms()
        yield "07-forms", window
        wrong = self._scratch / "menages.md"
        wrong.write_text(WRONG_FORM, encoding="utf-8")
        window.forms.show_read(read_form(wrong))
        yield "08-form-problems", window

    def _help(self) -> Iterator[tuple[str, QWidget]]:
        window = self._window
        window.help.show_help()
        window.show_help()
        yield "09-help", window
        window.commander.show_keys()
        yield "09-keys", window

    def _rows(self) -> Iterator[tuple[str, QWidget]]:
        """Visit the page of the workspace, and whatever its rows show."""
        window = self._window
        assert window.space is not None
        window.show_space()
        yield "10-space", window
        people = self._scratch / "organisations.csv"
        people.write_text(_TEAM_LIST, encoding="utf-8")
        for key, row in window.space.rows.items():
            if key not in _WORKS:
                window.show_space()
                self._chooser.answers = [people] if key == "list" else []
                row.button.click()
                yield from self._opened(f"11-{key}")

    def _record_actions(self) -> Iterator[tuple[str, QWidget]]:
        """Visit whatever an action on a record shows."""
        window = self._window
        assert window.records is not None
        assert window.desk is not None
        actions = window.records.record_actions
        record = window.desk.workspace.records.get(self._records["complete"])
        for key in actions.keys(record):
            if key not in _WORKS:
                window.show_records()
                actions.run(key, record.record_id)
                yield from self._opened(f"12-{key}")

    def _opened(self, name: str) -> Iterator[tuple[str, QWidget]]:
        """Visit what a button opened, if anything, and close it again."""
        window = self._window
        wait_for(window)
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif dialog is not None:
            yield name, dialog
            dialog.close()
        elif window.fill is not None and window.stack.currentWidget() is window.fill:
            yield name, window
            window.fill.close_record()
        elif isinstance(window.stack.currentWidget(), AsidePage) and window.stack.currentWidget() not in (
            window.space,
            window.records,
        ):
            yield name, window

    def _covered(self) -> Iterator[tuple[str, QWidget]]:
        window, covered = self._window, self._window.centralWidget()
        assert covered is not None
        page = LockPage(window)
        page.cover("Agente Fictive", asks_phrase=True)
        covered.hide()
        yield "13-locked", window
        covered.show()
        page.hide()
        page.deleteLater()


_TYPED_MS = 200
"""What is typed is searched for once typing has paused."""
_LONGEST_MS = 5_000


def wait_for(window: "MainWindow") -> None:
    """Wait until what a page reads in a thread is on it."""
    for _ in range(_LONGEST_MS // _STEP_MS):
        QTest.qWait(_STEP_MS)
        if window.errands is None or window.errands.job is None:
            return


_STEP_MS = 40
