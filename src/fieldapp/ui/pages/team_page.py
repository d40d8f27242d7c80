"""The page of the team: make or join one, exchange through a folder, see what came and what is to be decided."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.parts import BackHeader, as_written, button, card, ground, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import AsidePage


@dataclass(frozen=True, slots=True)
class TeamView:
    """What the page shows of a team."""

    is_member: bool = False
    is_lead: bool = False
    lead_name: str = ""
    own_code: str = ""
    words: tuple[str, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    """Code and name of everybody files are exchanged with."""
    folder: str = ""
    conflicts: int = 0
    to_send: int = 0
    """Changes that somebody of the team has not acknowledged."""


class TeamPage(AsidePage):
    """Three cards: the team, the exchange, what is to be decided.

    Signals:
        create_asked: Begin a team.
        ask_asked: Write the request to a lead.
        join_asked: Open a lead's answer.
        admit_asked: Open somebody's request.
        folder_asked: Choose the folder of the exchange.
        exchange_asked: Exchange now.
        decide_asked: Show what is to be decided.
        refreshed: The page is shown: read anew what it shows.
    """

    create_asked = Signal()
    ask_asked = Signal()
    join_asked = Signal()
    admit_asked = Signal()
    folder_asked = Signal()
    exchange_asked = Signal()
    decide_asked = Signal()
    refreshed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = TeamView()
        self._own_words: tuple[str, ...] = ()
        self._result_words: Callable[[], str] = str
        self.setProperty("ground", "page")
        bar = BackHeader()
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        self.notice = Notice()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.L, 0, Space.XL)
        column.setSpacing(Space.M)
        for part in (self._exchange_card(), self._decide_card(), self._team_card(), self._none_card()):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for each in (bar, self.notice, ground(inside, Size.READING)):
            outer.addWidget(each)
        keep(self, self._say)

    def show_team(self, view: TeamView) -> None:
        """Show how things stand."""
        self._view = view
        self._say()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show the words of the request just written, to be read to the lead."""
        self._own_words = words
        self._say()

    def show_result(self, words: Callable[[], str]) -> None:
        """Say what the last exchange did, in the language of the moment."""
        self._result_words = words
        self._say_result()

    @override
    def refresh(self) -> None:
        """Read again what it shows."""
        self.refreshed.emit()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the next step is."""
        if not self._view.is_member:
            self.ask.setFocus()
        else:
            (self.exchange if self.exchange.isEnabled() else self.folder).setFocus()

    def _exchange_card(self) -> QFrame:
        self._exchange, column = card()
        self._exchange_title = label(size="lead")
        self._folder_text = label()
        self._to_send = label(tone="quiet")
        self._result = label()
        self._result.hide()
        self.exchange = button("primary", "send")
        self.exchange.clicked.connect(self.exchange_asked)
        self.folder = button("", "folder-open")
        self.folder.clicked.connect(self.folder_asked)
        row = QHBoxLayout()
        row.addWidget(self.exchange)
        row.addWidget(self.folder)
        row.addStretch(1)
        for part in (self._exchange_title, self._folder_text, self._to_send):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self._result)
        return self._exchange

    def _decide_card(self) -> QFrame:
        self._decide, column = card()
        self._decide_title = label(size="lead")
        self._decide_text = label()
        self.decide = button("", "eye")
        self.decide.clicked.connect(self.decide_asked)
        for part in (self._decide_title, self._decide_text):
            column.addWidget(part)
        column.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignLeading)
        return self._decide

    def _team_card(self) -> QFrame:
        self._team, column = card()
        self._team_title = label(size="lead")
        self._members = label()
        self._known_by = label(tone="quiet", size="dense")
        self.admit = button("", "plus")
        self.admit.clicked.connect(self.admit_asked)
        for part in (self._team_title, self._members):
            column.addWidget(part)
        column.addWidget(self.admit, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._known_by)
        return self._team

    def _none_card(self) -> QFrame:
        self._none, column = card()
        self._none_title = label(size="lead")
        self._none_text = label()
        self.ask = button("primary", "download")
        self.ask.clicked.connect(self.ask_asked)
        self._own = label(size="lead")
        self._compare = label(tone="quiet")
        self.join = button("", "upload")
        self.join.clicked.connect(self.join_asked)
        self._lead_text = label()
        self.begin = button("", "plus")
        self.begin.clicked.connect(self.create_asked)
        for part in (self._none_title, self._none_text, self.ask, self._own, self._compare, self.join):
            is_button = part in (self.ask, self.join)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading if is_button else Qt.AlignmentFlag(0))
        column.addSpacing(Space.M)
        column.addWidget(self._lead_text)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        return self._none

    def _say(self) -> None:
        view = self._view
        self._title.setText(self.tr("Équipe"))
        for part in (self._exchange, self._team):
            part.setVisible(view.is_member)
        self._none.setVisible(not view.is_member)
        self._decide.setVisible(view.is_member and bool(view.conflicts))
        self._say_exchange(view)
        self._say_result()
        self._say_team(view)
        self._say_none()

    def _say_exchange(self, view: TeamView) -> None:
        self._exchange_title.setText(self.tr("Échanger avec l’équipe"))
        where = self.tr("Dossier d’échange : {folder}").format(folder=as_written(view.folder))
        none = self.tr("Choisissez un dossier que toute l’équipe peut ouvrir, ou une clé USB.")
        self._folder_text.setText(where if view.folder else none)
        waiting = self.tr(
            "%n modification(s) dont l’équipe n’a pas encore accusé réception.", "", view.to_send
        )
        self._to_send.setText(
            waiting if view.to_send else self.tr("L’équipe a reçu tout ce qui est terminé ici.")
        )
        self.exchange.setText(self.tr("Échanger maintenant"))
        self.exchange.setEnabled(bool(view.folder))
        self.folder.setText(self.tr("Choisir le dossier…"))
        self._decide_title.setText(self.tr("%n désaccord(s) à trancher", "", view.conflicts))
        self._decide_text.setText(
            self.tr(
                "Des collègues ont donné des réponses différentes à la même question. Toutes sont gardées ; en "
                "attendant, la dernière réponse commune est imprimée."
            )
        )
        self.decide.setText(self.tr("Voir et trancher…"))

    def _say_result(self) -> None:
        text = self._result_words()
        self._result.setText(text)
        self._result.setVisible(bool(text))

    def _say_team(self, view: TeamView) -> None:
        mine = self.tr("Vous dirigez cette équipe, sous le numéro {code}.")
        theirs = self.tr("Équipe de {name}. Votre numéro : {code}.")
        told = mine if view.is_lead else theirs
        self._team_title.setText(told.format(name=as_written(view.lead_name), code=as_written(view.own_code)))
        members = [f"{as_written(code)}  {as_written(name)}" for code, name in view.members]
        nobody = self.tr("Personne n’a encore rejoint l’équipe.")
        self._members.setText("\n".join(members) or nobody)
        self.admit.setText(self.tr("Admettre un membre…"))
        self.admit.setVisible(view.is_lead)
        known = self.tr("Mots de l’équipe, à comparer de vive voix : {words}")
        self._known_by.setText(known.format(words=" · ".join(view.words)))

    def _say_none(self) -> None:
        self._none_title.setText(self.tr("Rejoindre une équipe"))
        self._none_text.setText(
            self.tr(
                "1. Préparez la demande et remettez le fichier à la personne qui dirige l’équipe. 2. Ouvrez ici le "
                "fichier qu’elle vous rend. Les brouillons restent chez vous ; les fiches terminées sont partagées."
            )
        )
        self.ask.setText(self.tr("Préparer la demande…"))
        self._own.setText(" · ".join(self._own_words))
        self._compare.setText(
            self.tr("Lisez ces huit mots à qui dirige l’équipe : les mêmes doivent s’y afficher.")
        )
        for part in (self._own, self._compare):
            part.setVisible(bool(self._own_words))
        self.join.setText(self.tr("Ouvrir la réponse…"))
        self._lead_text.setText(self.tr("Ou créez une équipe : les autres vous remettront leurs demandes."))
        self.begin.setText(self.tr("Créer une équipe"))
