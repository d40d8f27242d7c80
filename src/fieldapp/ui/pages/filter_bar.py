"""One line between the search box and the list: what restricts the list, in which order it is, how much was found."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QPushButton
from typing_extensions import override

from fieldapp.records.record import Status
from fieldapp.records.selection import Order, Selection
from fieldapp.store.listing.indexing import AT_ONCE
from fieldapp.ui.flow import FlowLayout
from fieldapp.ui.live import keep
from fieldapp.ui.parts import button, label
from fieldapp.ui.review.words import ReviewWords
from fieldapp.ui.theme import Size, Space

if TYPE_CHECKING:
    from fieldapp.ui.seeking import Behind
    from fieldapp.usecases.list_records import Offered

_CLEARING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class FilterButton(QPushButton):
    """One filter: says what it is about, and what was chosen; Delete lets it go.

    Signals:
        chosen: Emitted with the code chosen; blank for all.
    """

    chosen = Signal(str)

    def __init__(self, *, can_be_blank: bool = True) -> None:
        super().__init__()
        self.setProperty("kind", "filter")
        self.setProperty("opens", "menu")
        self.setMinimumWidth(Size.TOUCH)
        self._name, self._every = "", ""
        self._options: Mapping[str, str] = {}
        self._can_be_blank = can_be_blank
        self.value = ""
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def offer(self, options: Mapping[str, str]) -> None:
        """Say what can be chosen: names by code."""
        self._options = options
        self._show()

    def say(self, name: str, every: str = "") -> None:
        """Write what it is about (with the letter of its key), and what choosing nothing is called."""
        self._name, self._every = name, every
        self._show()

    def set_value(self, value: str) -> None:
        """Show a choice without telling anybody."""
        self.value = value
        self._show()

    def choose(self, value: str) -> None:
        """Choose, as from the menu."""
        self.set_value(value)
        self.chosen.emit(value)

    def actions_offered(self) -> list[QAction]:
        """Return the lines of its menu as they would show now."""
        self._fill()
        return [action for action in self._menu.actions() if not action.isSeparator()]

    def _fill(self) -> None:
        self._menu.clear()
        if self._can_be_blank:
            self._add("", self._every)
            self._menu.addSeparator()
        for value, name in self._options.items():
            self._add(value, name)

    def _add(self, value: str, name: str) -> None:
        action = self._menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value == self.value)
        action.triggered.connect(partial(self.choose, value))

    def _show(self) -> None:
        plain = self._name.replace("&", "")
        chosen = self._options.get(self.value, self.value)
        words = self.tr("{name} : {value}")
        short = self.fontMetrics().elidedText(chosen, Qt.TextElideMode.ElideRight, Size.FILTER_VALUE)
        self.setText(short.replace("&", "&&") if chosen else self._name)
        self.setShortcut(
            QKeySequence.mnemonic(self._name)
        )  # also while its name gives way to what was chosen
        self.setAccessibleName(words.format(name=plain, value=chosen) if chosen else plain)
        self.setToolTip(words.format(name=plain, value=chosen) if chosen else "")
        _mark(self, is_active=bool(self.value) and self._can_be_blank)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEARING and self.value and self._can_be_blank:
            self.choose("")
            return
        super().keyPressEvent(event)


class FilterToggle(QPushButton):
    """A filter that is on or off."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "filter")
        self.setCheckable(True)
        self.toggled.connect(lambda is_on: _mark(self, is_active=is_on))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEARING or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.setChecked(event.key() not in _CLEARING and not self.isChecked())
            return
        super().keyPressEvent(event)


class FilterBar(QFrame):
    """Holds the filters; who shows the list asks for the selection they make.

    Signals:
        changed: A filter or the order is another one.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "filters")
        self.wanted = Selection()
        self._behind: Behind | None = None
        self._count: tuple[int, bool] = (0, True)
        self.form, self.state, self.review, self.region, self.author = (FilterButton() for _ in range(5))
        self._words = ReviewWords(self)
        self.stale, self.incomplete = FilterToggle(), FilterToggle()
        self.order = FilterButton(can_be_blank=False)
        self.clear = button("link")
        self.clear.clicked.connect(self.clear_filters)
        self.count = label(tone="quiet", is_wrapped=False)
        self.count.setMinimumWidth(Space.XXL)
        row = FlowLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.XS)
        for part in (
            self.form,
            self.state,
            self.review,
            self.region,
            self.author,
            self.stale,
            self.incomplete,
            self.clear,
        ):
            row.addWidget(part)
        row.break_here()
        row.addWidget(self.count)
        row.addWidget(self.order)
        self._connect()
        keep(self, self._say)

    def _connect(self) -> None:
        self.form.chosen.connect(lambda value: self._want(form_id=value))
        self.state.chosen.connect(lambda value: self._want(status=Status(value) if value else None))
        self.review.chosen.connect(lambda value: self._want(review=value))
        self.region.chosen.connect(lambda value: self._want(region=value))
        self.author.chosen.connect(lambda value: self._want(author_id=value))
        self.stale.toggled.connect(lambda is_on: self._want(is_stale=is_on))
        self.incomplete.toggled.connect(lambda is_on: self._want(is_incomplete=is_on))
        self.order.chosen.connect(self._on_order)

    def selection(self, query: str, *, is_arabic_first: bool) -> Selection:
        """Return what is asked for, with the words typed."""
        return replace(self.wanted, query=query, is_arabic_first=is_arabic_first)

    def offer(self, offered: "Offered") -> None:
        """Show the filters that divide what there is; one that was chosen stays."""
        for each, options in (
            (self.form, offered.forms),
            (self.region, offered.regions),
            (self.author, offered.authors),
        ):
            each.offer(options)
            each.setVisible(len(options) > 1 or bool(each.value))
        self.review.setVisible(offered.is_reviewed or bool(self.review.value))

    def clear_filters(self) -> None:
        """Let every filter go; the order stays."""
        if self.wanted.is_filtered:
            self.wanted = self.wanted.without_filters()
            self._show_wanted()
            self.changed.emit()

    def restrict_to(self, selection: Selection) -> None:
        """Take over what another page asks for; the order stays."""
        wanted = self.wanted
        asked = replace(selection, query="", order=wanted.order, is_reversed=wanted.is_reversed)
        if asked != wanted:
            self.wanted = asked
            self._show_wanted()
            self.changed.emit()

    def order_by(self, order: Order) -> None:
        """Order by a column; again turns it round, once more takes the order away."""
        if self.wanted.order is not order:
            self._want(order=order, is_reversed=False)
        elif not self.wanted.is_reversed:
            self._want(is_reversed=True)
        else:
            self._want(order=None, is_reversed=False)

    def say_count(self, count: int, *, is_whole: bool) -> None:
        """Say how many were found, once that is known."""
        self._count = (count, is_whole)
        self._say_count()

    def say_behind(self, behind: "Behind") -> None:
        """Say what the list does not know yet."""
        self._behind = behind
        self._say_count()

    def _want(self, **asked: object) -> None:
        wanted = replace(self.wanted, **asked)  # type: ignore[arg-type]
        if wanted != self.wanted:
            self.wanted = wanted
            self._show_wanted()
            self.changed.emit()

    def _on_order(self, value: str) -> None:
        name, _, turned = value.partition(" ")
        self._want(order=Order(name) if name else None, is_reversed=bool(turned))

    def _show_wanted(self) -> None:
        """Show what is wanted on every part, without telling anybody."""
        wanted = self.wanted
        self.form.set_value(wanted.form_id)
        self.state.set_value(str(wanted.status or ""))
        self.review.set_value(wanted.review)
        self.region.set_value(wanted.region)
        self.author.set_value(wanted.author_id)
        for toggle, is_on in ((self.stale, wanted.is_stale), (self.incomplete, wanted.is_incomplete)):
            toggle.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            toggle.setChecked(is_on)
            toggle.blockSignals(False)  # noqa: FBT003 - Qt's own signature
            _mark(toggle, is_active=is_on)
        self.order.set_value(f"{wanted.order or ''}{' -' if wanted.is_reversed else ''}")
        self.clear.setVisible(wanted.is_filtered)

    def _say(self) -> None:
        self.form.say(self.tr("&Formulaire"), self.tr("Tous les formulaires"))
        self.state.say(self.tr("É&tat"), self.tr("Brouillons et fiches complètes"))
        self.state.offer(
            {str(Status.DRAFT): self.tr("Brouillons"), str(Status.FINALISED): self.tr("Complètes")}
        )
        self.review.say(self.tr("Va&lidation"), self.tr("Toutes les étapes"))
        self.review.offer(self._words.filters())
        self.region.say(self.tr("&Région"), self.tr("Toutes les régions"))
        self.author.say(self.tr("&Saisie par"), self.tr("Toutes les personnes"))
        self._say_toggle(
            self.stale,
            self.tr("À re&vérifier"),
            self.tr("Fiches qui n’ont pas été vérifiées depuis douze mois"),
        )
        self._say_toggle(
            self.incomplete,
            self.tr("À com&pléter"),
            self.tr("Brouillons où une réponse manque ou ne convient pas"),
        )
        self.order.say(self.tr("Tr&i"))
        self.order.offer(
            {
                "": self.tr("Les plus récentes"),
                "touched -": self.tr("Les plus anciennes"),
                "title": self.tr("Nom, de A à Z"),
                "title -": self.tr("Nom, de Z à A"),
                "form": self.tr("Formulaire"),
                "state": self.tr("État"),
                "region": self.tr("Région"),
            }
        )
        self.clear.setText(self.tr("&Effacer les filtres"))
        self._show_wanted()
        self._say_count()

    @staticmethod
    def _say_toggle(toggle: FilterToggle, words: str, hint: str) -> None:
        toggle.setText(words)
        toggle.setAccessibleDescription(hint)
        toggle.setToolTip(hint)

    def _say_count(self) -> None:
        count, is_whole = self._count
        said = self.tr("%Ln fiche(s)", "", count) if is_whole else self.tr("Recherche…")
        doubt = self._doubt()
        self.count.setText(f"{said} · {doubt}" if doubt else said)
        self.count.setToolTip(doubt)

    def _doubt(self) -> str:
        """Say what the number found does not count yet."""
        if self._behind is None:
            return ""
        if self._behind.unread > AT_ONCE:  # so few are indexed before the next look
            return self.tr("%Ln autre(s) en préparation", "", self._behind.unread)
        if self._behind.uncounted and self.wanted.is_incomplete:
            return self.tr("%Ln brouillon(s) à examiner", "", self._behind.uncounted)
        return ""


def _mark(part: QPushButton, *, is_active: bool) -> None:
    """Let a part look chosen, or not."""
    if part.property("is_active") != is_active:
        part.setProperty("is_active", is_active)
        part.style().unpolish(part)
        part.style().polish(part)
