"""Exchanges with the team when a person asks: reading and sealing in a thread, taking in and noting here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fieldapp.base.errors import KnownError
from fieldapp.base.files import read_bytes, write_atomically
from fieldapp.ui.desk import Desk
from fieldapp.ui.errands import Errands
from fieldapp.ui.messages import words_of
from fieldapp.ui.pages.team_dialogs import ConflictsDialog, WordsDialog
from fieldapp.ui.pages.team_page import TeamPage, TeamView
from fieldapp.ui.pages.workspace_page import WorkspacePage
from fieldapp.ui.parts import as_written
from fieldapp.ui.turning import PageTurner

if TYPE_CHECKING:
    from fieldapp.store import Workspace
    from fieldapp.usecases.exchange_team import Exchanged
    from fieldapp.usecases.resolve_conflict import Head, OpenConflict

_LARGEST = 1024 * 1024
"""Bytes of a request or an answer that we are ready to read."""


class TeamErrand(QObject):
    """Serves the row of the team on the page of the workspace, and the page it leads to.

    Signals:
        changed: Records may be others than a page shows: something was taken in, or decided.
    """

    changed = Signal()

    def __init__(self, desk: Desk, errands: Errands, space: WorkspacePage, turner: PageTurner) -> None:
        super().__init__(errands)
        self._desk = desk
        self._errands = errands
        self.page = TeamPage()
        self.dialog: WordsDialog | ConflictsDialog | None = None
        turner.add(self.page)
        page = self.page
        for signal, act in (
            (page.create_asked, self.create),
            (page.ask_asked, self.ask),
            (page.join_asked, self.join),
            (page.admit_asked, self.admit),
            (page.folder_asked, self.choose_folder),
            (page.exchange_asked, self.exchange),
            (page.decide_asked, self.show_conflicts),
            (page.refreshed, self.refresh),
        ):
            signal.connect(act)
        self._row = space.add_row(
            "team",
            "inbox",
            title=lambda: self.tr("Équipe"),
            words=lambda: self.tr(
                "Partager les fiches terminées avec des collègues, par un dossier ou une clé USB."
            ),
            act=lambda: self.tr("Ouvrir…"),
            run=lambda: turner.turn_to(self.page),
        )
        space.refreshed.connect(self._tell_row)
        self._next: Callable[[], None] | None = None
        errands.ended.connect(self._go_on)

    def refresh(self) -> None:
        """Show how things stand."""
        self.page.show_team(_view(self._desk.workspace))

    def create(self) -> None:
        """Begin a team."""
        from fieldapp.usecases.join_team import create_team

        if self._try(lambda: create_team(self._desk.workspace)) is not None:
            self.refresh()
            self.page.focus_first()

    def ask(self) -> None:
        """Write the request to a lead into a folder."""
        from fieldapp.usecases.join_team import ask_to_join

        made = self._try(lambda: ask_to_join(self._desk.workspace))
        if made is None:
            return
        folder = self._errands.choose_folder(self.tr("Où enregistrer la demande"))
        if folder is not None and self._try(lambda: _write(folder / made.name, made.data)):
            self.page.show_words(made.words)
            self._done(self.tr("Demande enregistrée : {name}").format(name=as_written(made.name)))

    def admit(self) -> None:
        """Admit somebody, once the words were compared."""
        from fieldapp.usecases.join_team import read_request

        data = self._read(self.tr("Ouvrir la demande d’un membre"), self.tr("Demandes (*.zip)"))
        asks = self._try(lambda: read_request(self._desk.workspace, data)) if data is not None else None
        if asks is not None:
            told = self.tr("{name} demande à rejoindre l’équipe.").format(name=as_written(asks.name))
            self._compare(told, asks.words, lambda: self._admit(data or b"", asks.name))

    def join(self) -> None:
        """Join a team, once the words were compared."""
        from fieldapp.usecases.join_team import join_team, read_invitation

        data = self._read(self.tr("Ouvrir la réponse de l’équipe"), self.tr("Réponses (*.zip)"))
        invited = self._try(lambda: read_invitation(self._desk.workspace, data)) if data is not None else None
        if invited is None:
            return

        def join() -> None:
            if self._try(lambda: join_team(self._desk.workspace, data or b"")) is not None:
                told = self.tr("Vous êtes dans l’équipe de {name}.")
                self._done(told.format(name=as_written(invited.lead_name)))
                self.page.focus_first()

        told = self.tr("{name} vous accueille dans son équipe.").format(name=as_written(invited.lead_name))
        self._compare(told, invited.words, join)

    def choose_folder(self) -> None:
        """Choose the folder of the exchange, once for all."""
        from fieldapp.usecases.exchange_team import choose_folder

        folder = self._errands.choose_folder(self.tr("Choisir le dossier d’échange"))
        if folder is not None and self._try(lambda: choose_folder(self._desk.workspace, folder)) is not None:
            self.refresh()
            self.page.focus_first()

    def exchange(self) -> None:
        """Read in a thread what lies in the folder, then take it in."""
        from fieldapp.usecases.exchange_team import exchange_folder
        from fieldapp.usecases.read_team_files import read_folder

        folder = self._try(lambda: exchange_folder(self._desk.workspace))
        if folder is None:
            return

        def read(progress: Callable[[int, int], None], stop: Callable[[], bool]) -> Any:
            with self._desk.workspace.reader() as reading:
                return read_folder(reading, folder, progress=progress, is_cancelled=stop)

        self._errands.run(
            self.tr("Lecture du dossier d’échange…"), read, lambda found: self._take(found, folder)
        )

    def show_conflicts(self) -> None:
        """Show what is to be decided."""
        self.dialog = ConflictsDialog(self._conflicts(), self._errands.window)
        self.dialog.decided.connect(self._decide)
        self.dialog.finished.connect(self.refresh)
        self.dialog.open()

    def _go_on(self) -> None:
        """Take the next step of an exchange, once the job before it has gone."""
        step, self._next = self._next, None
        if step is not None:
            step()

    def _take(self, found: Any, folder: Path) -> None:
        from fieldapp.usecases.exchange_team import take_in

        done = self._try(lambda: take_in(self._desk.workspace, found))
        if done is not None:
            self.changed.emit()
            self._next = lambda: self._seal(folder, done)

    def _seal(self, folder: Path, done: "Exchanged") -> None:
        """Write in a thread what the others lack, then note it."""
        from fieldapp.usecases.exchange_team import keep_sealed, seal_waiting

        def seal(progress: Callable[[int, int], None], stop: Callable[[], bool]) -> Any:
            with self._desk.workspace.reader() as reading:
                return seal_waiting(reading, folder, progress=progress, is_cancelled=stop)

        def note(written: Any) -> None:
            keep_sealed(self._desk.workspace, written, done)
            if written:  # what was too much for one file goes on in the next
                self._next = lambda: self._seal(folder, done)
                return
            self.page.show_result(lambda: self._told(done))
            self.refresh()

        self._errands.run(self.tr("Préparation des fichiers pour l’équipe…"), seal, note)

    def _told(self, done: "Exchanged") -> str:
        lines = [
            self.tr("%n fiche(s) reçue(s) de {name}", "", len(one.record_ids)).format(
                name=as_written(one.name)
            )
            for one in done.received
        ]
        lines += [
            self.tr("%n fiche(s) laissée(s) pour {name}", "", one.records).format(name=as_written(one.name))
            for one in done.sent
        ]
        install = self.tr("À installer pour recevoir la suite : formulaire {form}, version {version}")
        lines += [
            install.format(form=as_written(form), version=as_written(version))
            for form, version in done.missing_forms
        ]
        if done.to_review:
            lines += [
                self.tr("%n fiche(s) à revoir : des réponses ne vont plus ensemble", "", done.to_review)
            ]
        lines += [
            f"{as_written(one.name)} : {words_of(one.error, self._desk.language)}" for one in done.refused
        ]
        return "\n".join(lines) or self.tr("Rien de nouveau.")

    def _admit(self, data: bytes, name: str) -> None:
        from fieldapp.usecases.join_team import admit_member

        made = self._try(lambda: admit_member(self._desk.workspace, data))
        if made is None:
            return
        folder = self._errands.choose_folder(self.tr("Où enregistrer la réponse"))
        if folder is not None and self._try(lambda: _write(folder / made.name, made.data)):
            words = self.tr("{name} est dans l’équipe. Remettez-lui ce fichier : {file}")
            self._done(words.format(name=as_written(name), file=as_written(made.name)))
        self.refresh()

    def _decide(self, conflict: "OpenConflict", head: "Head", reason: str) -> None:
        from fieldapp.usecases.resolve_conflict import resolve_conflict

        workspace = self._desk.workspace
        self._try(
            lambda: resolve_conflict(
                workspace, conflict.record_id, conflict.path, value=head.value, reason=reason
            )
        )
        self.changed.emit()
        if isinstance(self.dialog, ConflictsDialog):
            self.dialog.fill(self._conflicts())

    def _conflicts(self) -> "list[OpenConflict]":
        from fieldapp.usecases.resolve_conflict import list_conflicts

        return list_conflicts(self._desk.workspace, language=self._desk.language)

    def _compare(self, told: str, words: tuple[str, ...], agree: Callable[[], None]) -> None:
        self.dialog = WordsDialog(told, words, self._errands.window)
        self.dialog.accepted.connect(agree)
        self.dialog.open()

    def _tell_row(self) -> None:
        count = len(self._desk.workspace.exchange.conflicts.list())
        self._row.say(self.tr("%n désaccord(s) à trancher", "", count) if count else "")

    def _read(self, title: str, kinds: str) -> bytes | None:
        path = self._errands.choose_file(title, kinds)
        return self._try(lambda: read_bytes(path, limit=_LARGEST)) if path is not None else None

    def _try(self, action: Callable[[], Any]) -> Any:
        try:
            return action()
        except KnownError as error:
            self.page.notice.say("problem", words_of(error, self._desk.language))
            return None

    def _done(self, words: str) -> None:
        self.page.notice.say("done", words)
        self.refresh()


def _view(workspace: "Workspace") -> TeamView:
    """Say how things stand."""
    from fieldapp.usecases.exchange_team import waiting_for_team
    from fieldapp.usecases.join_team import team_words

    exchange = workspace.exchange
    membership, peers = exchange.team.membership, exchange.team.peers()
    if membership is None:
        return TeamView()
    is_lead = exchange.team.is_lead
    return TeamView(
        is_member=True,
        is_lead=is_lead,
        lead_name="" if is_lead else peers[0].name,
        own_code=membership.own_code,
        words=team_words(workspace),
        members=tuple((peer.code, peer.name) for peer in peers),
        folder=membership.folder,
        conflicts=len(exchange.conflicts.list()),
        to_send=waiting_for_team(workspace),
    )


def _write(path: Path, data: bytes) -> bool:
    write_atomically(path, data)
    return True
