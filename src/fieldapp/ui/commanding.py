"""Hears the keys that mean the same everywhere: the map of the keys, the palette, the letters on the buttons."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from fieldapp.records.selection import Selection
from fieldapp.ui.commands import Command, commands_of, lines_of, matching, plain
from fieldapp.ui.fitting import DialogFitter
from fieldapp.ui.key_tips import KeyTips
from fieldapp.ui.listed import Listed
from fieldapp.ui.pages.forms_page import FormsPage
from fieldapp.ui.pages.palette_dialog import PaletteDialog
from fieldapp.ui.pages.records_page import RecordsPage
from fieldapp.ui.shortcuts import Place, bind

if TYPE_CHECKING:
    from fieldapp.ui.main_window import MainWindow

_MOST_RECORDS = 8
"""Records shown among the lines; the list shows all."""


class Commander(QObject):
    """Serves one window, with a workspace or without."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._menus: list[QMenu] = []
        self.dialog: PaletteDialog | None = None
        self.tips = KeyTips(self)
        self.fitter = DialogFitter(self)
        window.stack.currentChanged.connect(lambda _: self.tips.hide_letters())
        bind("keys", window, self.show_keys)
        bind("palette", window, self.show_palette)

    def show_keys(self) -> None:
        """Show the map of the keys, those of this page first; once more, the help."""
        page, current = self._window.help, self._window.stack.currentWidget()
        if current is page and page.shows_keys:
            page.show_help()
            return
        page.show_keys(self.place_of(current))
        if current is not page:
            self._window.turner.turn_to(page)

    def place_of(self, page: QWidget | None) -> Place:
        """Return which keys a page obeys."""
        window = self._window
        if page is not None and page is window.fill:
            return Place.FILL
        if isinstance(page, RecordsPage):
            return Place.LIST
        return Place.REPORT if isinstance(page, FormsPage) else Place.ASIDE

    def show_palette(self) -> None:
        """Ask what to do."""
        covered = self._window.centralWidget()
        if covered is None or not covered.isVisible():  # locked
            return
        self._drop_menus()
        commands = self.commands()
        self.dialog = PaletteDialog(lambda typed: self._answer(commands, typed), self._window)
        self.dialog.open()
        self.dialog.line.setFocus()

    def commands(self) -> list[Command]:
        """Return all that can be done now: what the page does first."""
        window, current = self._window, self._window.stack.currentWidget()
        found = [] if current is None else list(commands_of(current, self.tr("Cette page")))
        found += self._of_record(current)
        if window.desk is not None and current is not window.welcome:
            found += self._of_workspace()
        found += commands_of(window.band, self.tr("Application"))
        return list({command.words: command for command in reversed(found)}.values())[::-1]

    def _answer(self, commands: list[Command], typed: str) -> list[Command]:
        return matching(commands, typed) + self._records(typed.strip())

    def _of_record(self, page: QWidget | None) -> list[Command]:
        """Return what can be done with the record that is marked in the list."""
        if not isinstance(page, RecordsPage):
            return []
        row = page.current_row()
        if row is None:
            return []
        menu = self._menu()
        page.record_actions.fill(menu, row.record)
        return lines_of(menu, "", row.record.title or self.tr("Fiche sans nom"))

    def _of_workspace(self) -> list[Command]:
        window = self._window
        assert window.desk is not None
        assert window.space is not None
        news = [
            Command(
                self.tr("Nouvelle fiche : {form}").format(form=title),
                self._leaving(partial(window.start_record, form_id)),
                self.tr("Formulaires"),
                "plus",
            )
            for form_id, title in window.desk.forms().items()
        ]
        pages = [
            Command(words, self._leaving(show), self.tr("Pages"))
            for words, show in (
                (self.tr("Accueil"), window.show_home),
                (self.tr("Fiches"), window.show_records),
                (self.tr("Envoyer"), window.show_send),
            )
        ]
        rows = [
            Command(
                f"{row.title.text()} › {plain(row.button.text())}",
                self._in_space(row.button.click),
                self.tr("Espace de travail"),
            )
            for row in window.space.rows.values()
        ]
        return [*news, *pages, *rows]

    def _records(self, typed: str) -> list[Command]:
        window = self._window
        if not typed or window.desk is None or window.stack.currentWidget() is window.welcome:
            return []
        listed = Listed(window.desk.workspace)
        rows = listed.rows(
            listed.find(Selection(query=typed), limit=_MOST_RECORDS), language=window.desk.language
        )
        return [
            Command(
                row.record.title or self.tr("Fiche sans nom"),
                self._leaving(partial(window.open_record, row.record.record_id)),
                row.form_title,
                "file-text",
            )
            for row in rows.values()
        ]

    def _in_space(self, act: Callable[[], object]) -> Callable[[], object]:
        """Do something on the page of the workspace: what it opens stands beside its row."""

        def done() -> None:
            self._window.show_space()
            act()

        return done

    def _leaving(self, act: Callable[[], object]) -> Callable[[], object]:
        """Close the fiche on the screen before; where the disk refuses an answer, stay."""

        def done() -> None:
            window = self._window
            if window.fill is not None and window.stack.currentWidget() is window.fill:
                window.fill.close_record()
                if window.stack.currentWidget() is window.fill:
                    return
            act()

        return done

    def _menu(self) -> QMenu:
        made = QMenu(self._window)
        self._menus.append(made)
        return made

    def _drop_menus(self) -> None:
        for menu in self._menus:
            menu.deleteLater()
        self._menus = []
