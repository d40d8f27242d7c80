"""Dates, times and moments: typed first, picked from a calendar if the person prefers."""

from datetime import timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction
from typing_extensions import override

from fieldapp.ui.icons import icon
from fieldapp.ui.live import keep
from fieldapp.ui.theme import Size
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.text import LineWidget
from fieldapp.ui.widgets.typed import (
    shown_date,
    shown_moment,
    shown_time,
    stored_date,
    stored_moment,
    stored_time,
)


def local_offset(day: str) -> timedelta:
    """Return how far this computer's zone is from UTC on a day (`YYYY-MM-DD`), or today."""
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    moment = QDateTime(date, QTime(12, 0)) if date.isValid() else QDateTime.currentDateTime()
    return timedelta(seconds=moment.offsetFromUtc())


class DateWidget(LineWidget):
    """A day."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.setMaximumWidth(Size.NARROW)
        self._pick = QAction(self)
        self._line.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self._pick.triggered.connect(self._on_pick)
        keep(self, self._say)

    def _say(self) -> None:
        self._line.setPlaceholderText(self._example())
        self._pick.setIcon(icon("calendar", "quiet"))
        self._pick.setText(self.tr("Choisir dans le calendrier"))
        self._pick.setToolTip(self._pick.text())

    def _example(self) -> str:
        if "year" in self.asked.appearance:
            return self.tr("aaaa")
        return self.tr("mm/aaaa") if "month-year" in self.asked.appearance else self.tr("jj/mm/aaaa")

    @override
    def shown(self, value: str) -> str:
        return shown_date(value, self.asked.appearance)

    @override
    def stored(self, text: str) -> str:
        return stored_date(text)

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        super().set_locked(is_locked=is_locked)
        self._pick.setEnabled(not is_locked)

    def _on_pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale())
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = QDate.fromString(self._value[:10], Qt.DateFormat.ISODate)
        calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        calendar.activated.connect(lambda chosen: self._on_day(chosen, menu))
        calendar.clicked.connect(lambda chosen: self._on_day(chosen, menu))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._line.mapToGlobal(self._line.rect().bottomLeft()))
        calendar.setFocus()

    def _on_day(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        self._line.setText(self._with_day(day.toString(Qt.DateFormat.ISODate)))
        self._line.setFocus()
        self.commit()

    def _with_day(self, day: str) -> str:
        return shown_date(day, self.asked.appearance)


class MomentWidget(DateWidget):
    """A day and an hour."""

    @override
    def _example(self) -> str:
        return self.tr("jj/mm/aaaa hh:mm")

    @override
    def shown(self, value: str) -> str:
        return shown_moment(value)

    @override
    def stored(self, text: str) -> str:
        return stored_moment(text, offset=local_offset(stored_date(text.strip().partition(" ")[0])))

    @override
    def _with_day(self, day: str) -> str:
        written = self._line.text().partition(" ")[2] or "12:00"
        return f"{shown_date(day)} {written}"


class TimeWidget(LineWidget):
    """An hour of the day."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.setMaximumWidth(Size.NARROW)
        keep(self, lambda: self._line.setPlaceholderText(self.tr("hh:mm")))

    @override
    def shown(self, value: str) -> str:
        return shown_time(value)

    @override
    def stored(self, text: str) -> str:
        return stored_time(text, offset=local_offset(""))


__all__ = ["DateWidget", "MomentWidget", "TimeWidget", "local_offset"]
