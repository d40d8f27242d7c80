"""Makes pictures of every page from a training workspace, to be looked at one by one.

Run as `python -m fieldapp.ui.screenshots FOLDER [--language fr ar en] [--look light dark] [--size 1366x768]`.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.ui.desk import Desk
    from fieldapp.ui.main_window import MainWindow

FORM = "fiche_organisation"
_SETTLE_MS = 120
"""Time given to layouts and fonts before a picture is taken."""


def main(arguments: list[str] | None = None) -> int:
    """Read the arguments and make the pictures."""
    parser = argparse.ArgumentParser(prog="fieldapp.ui.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", nargs="+", default=["fr", "ar", "en"], choices=["fr", "ar", "en"])
    parser.add_argument("--look", nargs="+", default=["light"], choices=["light", "dark"])
    parser.add_argument("--size", nargs="+", default=["1366x768"])
    given = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        made = make_pictures(
            given.folder, Path(scratch), languages=given.language, looks=given.look, sizes=given.size
        )
    for path in made:
        sys.stdout.write(f"{path}\n")
    return 0


def make_pictures(
    folder: Path, scratch: Path, *, languages: Iterable[str], looks: Iterable[str], sizes: Iterable[str]
) -> list[Path]:
    """Fill a training workspace and take the pictures; returns where they are."""
    from fieldapp.ui.app import make_application
    from fieldapp.ui.desk import create_desk
    from fieldapp.ui.i18n import Speech
    from fieldapp.ui.main_window import MainWindow
    from fieldapp.ui.stylesheet import dress

    folder.mkdir(parents=True, exist_ok=True)
    app = make_application(["fieldapp"], scratch, is_dark=False)
    window = MainWindow()
    speech = Speech(app)
    desk, _ = create_desk(
        scratch / "espace", passphrase="", name="Agente Fictive", is_training=True, language="fr"
    )
    records = _fill(desk)
    window.enter(desk)
    window.show()
    made = []
    for look in looks:
        dress(app, scratch, is_dark=look == "dark")
        for language in languages:
            speech.speak(language)
            window.set_language(language)
            for size in sizes:
                window.resize(*(int(side) for side in size.split("x")))
                album = _Album(window, folder, f"{language}-{look}-{size}")
                made += album.take(records)
    window.close()
    return made


def _fill(desk: "Desk") -> dict[str, str]:
    """Fill the sample fiches and one that is begun; returns their record ids by what they show."""
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
    begun = desk.start(FORM)
    for reference, value in _BEGUN.items():
        desk.save(begun, begun.session.answer(f"/{FORM}/{reference}", value), reference)
    return {**records, "begun": begun.record.record_id}


_BEGUN = {
    "identite/nom": "Association Fictive d’Accueil",
    "identite/nom_ar": "جمعية الاستقبال (مثال)",
    "identite/type_organisation": "association_marocaine",
    "identite/association_migrants": "non",
    "identite/annee_creation": "1850",
    "sites/site[1]/site_intitule": "Siège",
    "sites/site[1]/site_region": "04",
    "publics/categories_beneficiaires": "refugie_hcr demandeur_asile",
}


_WRONG = """
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


class _Album:
    """Walks through the pages of one window and keeps a picture of each."""

    def __init__(self, window: "MainWindow", folder: Path, name: str) -> None:
        self._window = window
        self._folder = folder
        self._name = name
        self._made: list[Path] = []

    def take(self, records: dict[str, str]) -> list[Path]:
        """Take every page."""
        window = self._window
        assert window.records is not None
        assert window.fill is not None
        self._welcome()
        window.show_records()
        self._keep("2-list")
        window.open_record(records["begun"])
        self._sections()
        window.fill.finish.click()
        self._keep("4-finish")
        window.open_record(records["complete"])
        window.fill.reopen_bar.ask()
        self._keep("5-complete")
        window.show_send()
        self._keep("6-send")
        self._forms()
        self._space(records["complete"])
        window.show_records()
        return self._made

    def _welcome(self) -> None:
        from fieldapp.ui.known import KnownSpace

        welcome = self._window.welcome
        self._window.stack.setCurrentWidget(welcome)
        welcome.show_known([])
        self._keep("0-create")
        moment = datetime(2026, 3, 2, 17, 40, tzinfo=UTC)
        welcome.show_known(
            [
                KnownSpace(
                    Path("/espaces/rabat"),
                    "Agente Fictive",
                    is_training=False,
                    organisation="agente · Rabat",
                    used_at=moment,
                ),
                KnownSpace(Path("/espaces/oujda"), "Oujda 2026", is_training=False, used_at=moment),
                KnownSpace(Path("/espaces/essai"), "Agente Fictive", is_training=True, used_at=moment),
            ]
        )
        self._keep("0-open")
        welcome.show_recovery("AGE-SECRET-KEY-1EXEMPLEEXEMPLEEXEMPLEEXEMPLEEXEMPLEEXEMPLEEXEMPLE")
        self._keep("1-recovery")

    def _forms(self) -> None:
        from fieldapp.usecases.install_form import read_form

        assert self._window.forms is not None
        self._window.show_forms()
        self._keep("7-forms")
        with tempfile.TemporaryDirectory() as scratch:
            wrong = Path(scratch) / "menages.md"
            wrong.write_text(_WRONG, encoding="utf-8")
            self._window.forms.show_read(read_form(wrong))
        self._keep("8-form-problems")

    def _space(self, record_id: str) -> None:
        """Take the pages of the workspace as a whole, and those that an action on a record leads to."""
        assert self._window.space is not None
        assert self._window.records is not None
        self._window.show_space()
        self._keep("9-space")
        for page, row in (("10-trash", "trash"), ("11-team", "team")):
            self._window.show_space()
            self._window.space.rows[row].button.click()
            self._keep(page)
        self._window.show_records()
        self._window.records.record_actions.run("history", record_id)
        self._keep("12-history")

    def _sections(self) -> None:
        assert self._window.fill is not None
        area = self._window.fill.area
        assert area is not None
        for number in (0, 1, 5, 13):
            area.show_section(number)
            self._keep(f"3-section-{number:02}")

    def _keep(self, page: str) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(_SETTLE_MS)
        path = self._folder / f"{page}-{self._name}.png"
        self._window.grab().save(str(path))
        self._made.append(path)


if __name__ == "__main__":
    sys.exit(main())
