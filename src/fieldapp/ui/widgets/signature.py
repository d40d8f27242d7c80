"""A signature drawn with pen or mouse. A blank pad never counts; a kept one is shown until it is done again."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QDateTime, QLocale, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from fieldapp.base.errors import KnownError
from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.messages import words_of
from fieldapp.ui.parts import button
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import AnswerWidget, Asked
from fieldapp.ui.widgets.picture import encoded

DRAWN = "signature.png"
MOMENT = "Creation Time"
"""Keyword of PNG under which the moment of signing stands in the picture, and so wherever it goes."""
_LEAST_PIXELS = 300
LEAST_INK = 24.0
"""Length of line, in pixels, under which a pad is blank: a slip of the hand signs nothing."""
REST_MS = 1200
"""A hand that rests this long has signed."""
_PRINT = 3
"""Pixels drawn for one on the screen: 288 dots an inch on paper."""
_PEN = 2.2
_MARGIN = 4


class SignaturePad(QWidget):
    """A white sheet that takes ink.

    Signals:
        rested: The hand has stopped long enough to have finished.
    """

    rested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(Size.PAD_WIDTH, Size.PAD_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._strokes: list[list[QPointF]] = []
        self.kept: QImage | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rested)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was drawn that could be a signature."""
        lines = (abs(b.x() - a.x()) + abs(b.y() - a.y()) for s in self._strokes for a, b in pairwise(s))
        return sum(lines) < LEAST_INK

    def wipe(self) -> None:
        """Take a clean sheet."""
        self._rest.stop()
        self._strokes.clear()
        self.kept = None
        self.update()

    def image(self, most: int = 0) -> QImage:
        """Return what was drawn, cut to its ink, at the fineness of print; no wider or higher than so many pixels."""
        image = QImage(self.size() * _PRINT, QImage.Format.Format_ARGB32)
        image.fill(QColor(current_colours().sheet))
        painter = QPainter(image)
        painter.scale(_PRINT, _PRINT)
        self._ink(painter)
        painter.end()
        around = self._path().boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        box = QRectF(around.topLeft() * _PRINT, around.size() * _PRINT).toAlignedRect()
        cut = image.copy(box.intersected(image.rect()))
        if most >= _LEAST_PIXELS and max(cut.width(), cut.height()) > most:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            cut = cut.scaled(most, most, keep, smooth)
        now = QDateTime.currentDateTime()
        cut.setText(MOMENT, now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt.DateFormat.ISODate))
        return cut

    def finish(self) -> None:
        """Say at once that the hand has finished."""
        if self._rest.isActive():
            self._rest.stop()
            self.rested.emit()

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        for stroke in self._strokes:
            path.moveTo(stroke[0])
            for point in stroke[1:]:
                path.lineTo(point)
        return path

    def _ink(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(current_colours().ink), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(self._path())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(
            QColor(colours.accent if self.hasFocus() else colours.line), Space.FOCUS if self.hasFocus() else 1
        )
        painter.setPen(pen)
        painter.setBrush(QColor(colours.sheet))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, Size.RADIUS, Size.RADIUS)
        painter.setPen(QPen(QColor(colours.line), 1, Qt.PenStyle.DotLine))
        foot = self.height() - Space.XL
        painter.drawLine(Space.L, foot, self.width() - Space.L, foot)
        if self.kept is not None:
            self._draw_kept(painter, self.kept)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._ink(painter)

    def _draw_kept(self, painter: QPainter, image: QImage) -> None:
        room = QRectF(self.rect()).adjusted(Space.M, Space.XS, -Space.M, -Space.XS)
        size = image.size() / _PRINT
        if size.width() > room.width() or size.height() > room.height():
            size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.kept is None and event.button() == Qt.MouseButton.LeftButton:
            self._rest.stop()
            self._strokes.append([event.position()])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.kept is None and self._strokes:
            self._strokes[-1].append(event.position())
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._strokes:
            self._rest.start()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()


class SignatureWidget(AnswerWidget):
    """A pad, and the way to start again."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._refusal: KnownError | None = None
        self._pad = SignaturePad()
        self._pad.rested.connect(self.commit)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setProperty("tone", "quiet")
        self._wipe = button("quiet", "rotate-ccw")
        self._wipe.clicked.connect(self._on_wipe)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._wipe)
        holder = QWidget()
        holder.setFixedWidth(Size.PAD_WIDTH)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.XXS)
        inside.addWidget(self._pad)
        inside.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(holder)
        layout.addStretch(1)
        self.lead_focus_to(self._pad)
        keep(self, self._say)

    def _say(self) -> None:
        self._said.setText(self._words())
        self._wipe.setText(self.tr("Recommencer"))
        self._wipe.setVisible(bool(self._value) and self._pad.isEnabled())

    def _words(self) -> str:
        if self._refusal is not None:
            return words_of(self._refusal, QLocale().name().partition("_")[0])
        if not self._value:
            return self.tr("Signer ici, avec le stylet ou la souris")
        kept = self._pad.kept
        at = QDateTime.fromString(kept.text(MOMENT) if kept else "", Qt.DateFormat.ISODate)
        if not at.isValid():
            return self.tr("Signature enregistrée")
        day, hour = at.toString("dd/MM/yyyy"), at.toString("HH:mm")
        return self.tr("Signature tracée le {day} à {hour}").format(day=day, hour=hour)

    @override
    def commit(self) -> None:
        """Keep what was drawn; what the disk refuses stays on the pad, and is tried again at the next commit."""
        if self._pad.kept is not None or self._pad.is_blank or not self.asked.files:
            return
        most = self.asked.parameters.get("max-pixels", "")
        image = self._pad.image(int(most) if most.isdecimal() else 0)
        try:
            answer = self.asked.files.keep(encoded(image, "PNG"), DRAWN)
        except KnownError as refusal:
            self._refusal = refusal
            self._say()
            return
        self._refusal = None
        self._give(answer)
        self._show(answer)

    def _on_wipe(self) -> None:
        self._pad.wipe()
        self._refusal = None
        self._give("")
        self._say()
        self._pad.setFocus()

    @override
    def set_locked(self, *, is_locked: bool) -> None:
        self._pad.setEnabled(not is_locked)
        self._say()

    @override
    def _fields(self) -> Sequence[QWidget]:
        return (self._pad,)

    @override
    def _show(self, value: str) -> None:
        if not value and not self._pad.is_blank and self._pad.kept is None:
            return  # a hand is signing, or the disk has refused: what is repainted around it takes no ink away
        self._pad.wipe()
        data = self.asked.files.fetch(value) if value and self.asked.files else None
        image = QImage.fromData(data) if data else QImage()
        self._pad.kept = image if not image.isNull() else None
        self._say()
