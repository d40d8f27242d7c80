"""The page of the official list of communes: which one is in force, what another one says, row by row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.base.sentences import sentence
from fieldapp.ui.live import keep
from fieldapp.ui.notices import Notice
from fieldapp.ui.parts import BackHeader, as_written, button, card, ground, label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.turning import AsidePage

if TYPE_CHECKING:
    from fieldapp.directory.communes import RowProblem
    from fieldapp.usecases.official_lists import CommunePlan, Standing

MOST_SHOWN = 500
"""Rows with a problem that are listed: who has more mends the file, not the rows."""


class CommunesPage(AsidePage):
    """Shows the list in force, and one that was read.

    Signals:
        file_asked: The person wants to look at a list.
        take_asked: The list that was looked at is to be taken.
        withdraw_asked: The list in force is to go.
    """

    file_asked = Signal()
    take_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._plan: CommunePlan | None = None
        self.setProperty("ground", "page")
        bar = BackHeader()
        bar.back_asked.connect(self.closed)
        self._back, self._title = bar.back, bar.title
        self.take = button("primary", "check")
        self.take.clicked.connect(self.take_asked)
        bar.row.addWidget(self.take)
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self.notice):
            column.addWidget(part)
        column.addWidget(ground(self._build_cards(), Size.REPORT), 1)
        keep(self, self._say)

    def _build_cards(self) -> QWidget:
        frame, present = card()
        self._present_title, self._present = label(size="lead"), label()
        self._use, self._shape = label(tone="quiet"), label(tone="quiet", size="dense")
        self.choose, self.withdraw = button("", "folder-open"), button("quiet", "undo-2")
        self.choose.clicked.connect(self.file_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.withdraw)
        buttons.addStretch(1)
        for part in (self._present_title, self._present, self._use, self._shape):
            present.addWidget(part)
        present.addLayout(buttons)
        self.preview, read = card()
        self._read_title, self.counts, self.left_out = label(size="lead"), label(), label(tone="attention")
        self.problems = QListWidget()
        self.problems.setMinimumHeight(Size.LIST)
        self.problems.setWordWrap(True)
        self.problems.setSpacing(Space.XXS)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (self._read_title, self.counts, self.left_out, self.problems):
            read.addWidget(widget)
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, Space.L, 0, Space.XL)
        stack.setSpacing(Space.M)
        stack.addWidget(frame)
        stack.addWidget(self.preview)
        stack.addStretch(1)
        return inside

    def show_standing(self, standing: "Standing") -> None:
        """Show which list is in force."""
        self._standing = standing
        self._say()

    def show_plan(self, plan: "CommunePlan | None") -> None:
        """Show what a list says; nothing once it was taken."""
        self._plan = plan
        self.problems.setCurrentRow(-1)
        self._say()
        if plan is not None:
            (self.take if self.take.isEnabled() else self.choose).setFocus()

    def plan(self) -> "CommunePlan | None":
        """Return the list that was looked at."""
        return self._plan

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the next step is."""
        self.choose.setFocus()

    def _say(self) -> None:
        self._title.setText(self.tr("Liste des communes"))
        self._present_title.setText(self.tr("En vigueur"))
        self._use.setText(
            self.tr(
                "Là où un formulaire demande une commune, on la choisit alors dans la liste, sous sa région et sa "
                "province. Sans liste, ou si elle n’y est pas, on écrit son nom."
            )
        )
        self._shape.setText(
            self.tr("Il faut un fichier CSV avec les colonnes {columns} ; le code s’écrit {code}.").format(
                columns=as_written("code, nom_fr, nom_ar"), code=as_written("RR.PPP.CC.NN")
            )
        )
        self.choose.setText(self.tr("Choisir un fichier…"))
        self.withdraw.setText(self.tr("Retirer cette liste"))
        self._say_present()
        self._say_read()

    def _say_present(self) -> None:
        present = self._standing.present if self._standing is not None else None
        self.withdraw.setVisible(present is not None)
        if present is None:
            self._present.setText(self.tr("Aucune liste : la commune s’écrit en toutes lettres."))
            return
        since = self._standing.since if self._standing is not None else None
        words = self.tr("« {file} », prise le {date} : %n commune(s).", "", present.entries)
        date = since.moment.at[:10] if since is not None else ""
        day = "/".join(reversed(date.split("-")))
        self._present.setText(words.format(file=as_written(present.source_name), date=as_written(day)))

    def _say_read(self) -> None:
        plan = self._plan
        self.preview.setVisible(plan is not None)
        count = len(plan.listed.communes) if plan is not None else 0
        self.take.setEnabled(plan is not None and count > 0 and not plan.is_same)
        self.take.setVisible(plan is not None)
        self.take.setText(self.tr("Prendre %n commune(s)", "", count))
        if plan is None:
            return
        self._read_title.setText(self.tr("Dans « {file} »").format(file=as_written(plan.listed.name)))
        told = [self.tr("%n commune(s) à prendre.", "", count)]
        if plan.is_same:
            told = [self.tr("Cette liste dit la même chose que celle en vigueur : rien n’est à prendre.")]
        elif plan.present is not None:
            told.append(self.tr("%n nouvelle(s).", "", plan.new))
            told.append(self.tr("%n renommée(s).", "", plan.renamed))
            told.append(self.tr("%n n’y sont plus ; qui les a choisies les garde.", "", plan.gone))
        self.counts.setText(" ".join(told))
        left_out = plan.listed.left_out
        self.left_out.setText(self.tr("%n ligne(s) à corriger, laissée(s) de côté :", "", left_out))
        self.left_out.setVisible(left_out > 0)
        self.problems.setVisible(bool(plan.listed.problems))
        self.problems.setAccessibleName(self.tr("Remarques sur les lignes"))
        self.problems.clear()
        self.problems.addItems([self._told(one) for one in plan.listed.worst_first()[:MOST_SHOWN]])

    def _told(self, one: "RowProblem") -> str:
        words = sentence(one.code, one.facts, QLocale().name().partition("_")[0])
        return self.tr("Ligne {line} : {words}").format(line=one.line, words=words)
