"""What stands around a question's own words: the same in a second language beside, and why it is asked, on demand."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp.engine import Choice
from fieldapp.forms.definition import language_code
from fieldapp.forms.styling import has_marks, styled_html
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.words import choices_in_words
from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.parts import button, lead
from fieldapp.ui.shortcuts import hint_of
from fieldapp.ui.theme import Space

_MOST_CHOICES = 60
"""Longer lists are looked for by typing in one language; naming each twice would hide what is looked for."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def is_right_to_left(language: str) -> bool:
    """Whether a form's language, such as `العربية (ar)`, is written from the right."""
    return language_code(language) in _RIGHT_TO_LEFT


class BesideLabel(QLabel):
    """The label and hint of a question in a second language, in the direction of that language."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_words(self, reader: FormReader, reference: str, language: str) -> None:
        """Write them; a dash where the form lacks that language."""
        label, hint = reader.in_language(language, lambda: (reader.label(reference), reader.hint(reference)))
        if label == reader.label(reference):
            label, hint = ("—" if label else ""), ""
        is_rtl = is_right_to_left(language)
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        words = f"<b>{styled_html(label)}</b>" if label else ""
        if hint:
            words += f'<br><span style="color:{current_colours().quiet}">{styled_html(hint)}</span>'
        direction = "rtl" if is_rtl else "ltr"
        self.setText(f'<div dir="{direction}">{words}</div>' if words else "")
        self.setVisible(bool(words))


def choices_beside(reader: FormReader, reference: str, language: str) -> list[Choice]:
    """Return the choices of a select, each in both languages where they differ and the list is no long one."""
    own = choices_in_words(reader, reference)
    if not language or len(own) > _MOST_CHOICES:
        return own
    other = reader.in_language(language, lambda: choices_in_words(reader, reference))
    second = {choice.value: choice.label for choice in other}
    return [replace(choice, label=_both(choice.label, second.get(choice.value, ""))) for choice in own]


def _both(label: str, other: str) -> str:
    """Write two labels so that neither turns the other round."""
    return f"\u2068{label}\u2069 · \u2068{other}\u2069" if other and other != label else label


class GuidanceView(QWidget):
    """Why a question is asked, behind a line that discloses it; screen readers are told it with the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked = button("link", "circle-question-mark")
        self._asked.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # Tab goes from answer to answer; a key discloses it
        self._asked.clicked.connect(self.toggle)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("kind", "guidance")
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addWidget(self._asked, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._words)
        keep(self, self._say)

    @property
    def is_open(self) -> bool:
        """Whether it is disclosed."""
        return not self._words.isHidden()

    def set_words(self, text: str) -> None:
        """Hold these words; without any it is not there."""
        is_rich = has_marks(text)
        self._words.setTextFormat(Qt.TextFormat.RichText if is_rich else Qt.TextFormat.PlainText)
        self._words.setText(styled_html(text) if is_rich else text)
        lead(self._words)
        self.setVisible(bool(text))

    def toggle(self) -> None:
        """Disclose it, or put it away."""
        self._words.setVisible(self._words.isHidden())
        self._say()

    def _say(self) -> None:
        self._asked.setText(
            self.tr("Replier l’explication") if self.is_open else self.tr("Pourquoi cette question ?")
        )
        self._asked.setToolTip(hint_of("guidance"))
        lead(self._words)
