"""Where a record stands on its way to its validation, where this person may move it, and as what."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from fieldapp.records.review import Role
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.parts import as_written, button, label
from fieldapp.ui.review.words import SIGNS, ReviewWords
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.usecases.review_record import ReviewView


class StateBox(QWidget):
    """Says it in words, with one button a move.

    Signals:
        move_asked: Carries the `ReviewState` to move the record to.
        role_chosen: Carries the `Role`.
    """

    move_asked = Signal(object)
    role_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: ReviewView | None = None
        self._words = ReviewWords(self)
        self.moves: list[QPushButton] = []
        self._sign = QLabel()
        self.state = label()
        self.state.setProperty("weight", "strong")
        self._told = label(tone="quiet", size="dense")
        self.role = button("link")
        self._roles = QMenu(self.role)
        self._roles.aboutToShow.connect(self._fill_roles)
        self.role.setMenu(self._roles)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self._sign)
        row.addWidget(self.state, 1)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(Space.XXS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addLayout(self._buttons)
        column.addWidget(self.role, 0, Qt.AlignmentFlag.AlignLeading)
        keep(self, self._say)

    def show_view(self, view: "ReviewView") -> None:
        """Show where a record stands."""
        self._view = view
        self._say()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard comes by, from top to bottom."""
        return [*self.moves, self.role]

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        sign, colour = SIGNS[view.review.state]
        self._sign.setPixmap(pixmap(sign, colour, Size.ICON_LARGE, widget=self))
        self.state.setText(self._words.state(view.review.state))
        told = self._about(view)
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))
        self.role.setText(self.tr("Votre rôle : {role}").format(role=self._words.role(view.role)))
        for gone in self.moves:
            self._buttons.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.moves = [self._move(view, number) for number in range(len(view.allowed))]

    def _about(self, view: "ReviewView") -> list[str]:
        told = []
        if view.review.has_lapsed:
            words = self.tr("Était « {state} » ; une réponse a changé depuis.")
            told.append(words.format(state=self._words.state(view.review.last)))
        elif view.moves:
            told.append(self.tr("par {name}").format(name=as_written(view.moves[-1].name)))
        if view.review.is_disputed:
            told.append(self.tr("Deux personnes l’ont fait avancer en même temps : la prochaine décide."))
        if not view.can_comment:
            told.append(self.tr("Les autres la verront quand elle aura été terminée une fois."))
        return told

    def _move(self, view: "ReviewView", number: int) -> QPushButton:
        after = view.allowed[number]
        made = button("", SIGNS[after][0])
        made.setText(self._words.act(after))
        made.clicked.connect(partial(self.move_asked.emit, after))
        self._buttons.addWidget(made)
        return made

    def _fill_roles(self) -> None:
        self._roles.clear()
        for role in Role:
            act = self._roles.addAction(self._words.role(role))
            act.setCheckable(True)
            act.setChecked(self._view is not None and role is self._view.role)
            act.triggered.connect(partial(self._choose, role))

    def _choose(self, role: Role) -> None:
        QTimer.singleShot(0, partial(self.role_chosen.emit, role))  # once the menu is gone
