"""A number between two bounds: slid in steps, or typed; what is typed beyond them is flagged by the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget
from typing_extensions import override

from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.parts import label
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import Asked
from fieldapp.ui.widgets.number import NumberWidget
from fieldapp.ui.widgets.typed import shown_number

_MOST_STEPS = 10_000
"""More than a slider can be set to; such a range is typed."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The values of a range, from its start to its end, which may be the smaller one."""

    start: Decimal
    end: Decimal
    step: Decimal

    @property
    def count(self) -> int:
        """How many steps lead from the start to the last value."""
        return int(abs(self.end - self.start) / self.step)

    def value(self, number: int) -> str:
        """Return the value after so many steps, as a form stores it."""
        way = self.step if self.end >= self.start else -self.step
        return f"{self.start + number * way:f}"

    def number(self, value: str) -> int:
        """Return the step nearest to a value; 0 for what is no number."""
        try:
            steps = abs(Decimal(value) - self.start) / self.step
        except InvalidOperation:
            return 0
        return min(round(steps), self.count)


def steps_of(asked: Asked) -> Steps | None:
    """Return the values of a range as its form gives them; nothing when they make no sense to slide along."""
    try:
        start, end, step = (Decimal(asked.parameters[name]) for name in ("start", "end", "step"))
    except (KeyError, InvalidOperation):
        return None
    found = Steps(start, end, abs(step))
    return found if found.step and 0 < found.count <= _MOST_STEPS else None


class _Slider(QSlider):
    """A slider that shows when it has the keyboard."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_colours().accent), Space.FOCUS))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)


class RangeWidget(NumberWidget):
    """A field and a slider that say the same; while there is no answer, the slider stands at the start."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._steps = steps_of(asked)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setMinimumHeight(Size.TOUCH)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bounds = label(size="dense", tone="quiet")
        self._line.setMaximumWidth(Size.NARROW // 2)
        self._row.insertWidget(1, self.slider, 4)
        self._row.setSpacing(Space.S)
        self._column.addWidget(self.bounds)
        self.slider.setVisible(self._steps is not None)
        if self._steps is not None:
            self.slider.setRange(0, self._steps.count)
            self.slider.setPageStep(max(1, self._steps.count // 10))
            self.slider.actionTriggered.connect(lambda _: self._on_slid(self.slider.sliderPosition()))
            self.slider.sliderReleased.connect(lambda: self._on_slid(self.slider.sliderPosition()))
        keep(self, self._say)

    def _say(self) -> None:
        if self._steps is None:
            self.bounds.hide()
            return
        point = QLocale().decimalPoint()
        start, end, step = (
            shown_number(f"{each:f}", point=point)
            for each in (self._steps.start, self._steps.end, self._steps.step)
        )
        words = self.tr("De {start} à {end}, par pas de {step}")
        self.bounds.setText(words.format(start=start, end=end, step=step))

    def _on_slid(self, number: int) -> None:
        if self._steps is not None:
            value = self._steps.value(number)
            self._give(value)
            self._line.keep(self.shown(value))

    @override
    def commit(self) -> None:
        super().commit()
        self._follow()

    def _follow(self) -> None:
        if self._steps is not None:
            self.slider.setValue(self._steps.number(self.value) if self.value else 0)

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        super().set_locked(is_locked=is_locked)
        self.slider.setEnabled(not is_locked)

    @override
    def describe(self, name: str, description: str) -> None:
        super().describe(name, f"{self.bounds.text()} {description}".strip())

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._line, self.slider)

    @override
    def _show(self, value: str) -> None:
        super()._show(value)
        self._follow()
