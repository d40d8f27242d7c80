"""One question on the screen: its words above, its answer, then help, then what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldapp.engine import LiveControl, Violation
from fieldapp.forms.definition import Question
from fieldapp.forms.parts import Itemset
from fieldapp.forms.record_lists import listed_form
from fieldapp.forms.styling import has_marks, plain_words, styled_html
from fieldapp.ui.form.error_row import ErrorRow, error_words
from fieldapp.ui.form.question_words import BesideLabel, GuidanceView, choices_beside
from fieldapp.ui.form.reader import FormReader
from fieldapp.ui.form.words import choices_in_words, label_words
from fieldapp.ui.icons import pixmap
from fieldapp.ui.live import keep
from fieldapp.ui.look import current_colours
from fieldapp.ui.parts import lead
from fieldapp.ui.theme import Size, Space
from fieldapp.ui.widgets.answer import Files, asked_of
from fieldapp.ui.widgets.catalogue import widget_for
from fieldapp.ui.widgets.label_picture import LabelPicture, picture_name
from fieldapp.ui.widgets.notes import ShownWidget

REQUIRED_SIGN = "*"
_CHOSEN = frozenset({"select1", "select", "rank"})


class QuestionView(QWidget):
    """Paints one question and reports its answer; the rules are read from the session, never known here.

    Signals:
        answered: Emitted with the reference and the value.
    """

    answered = Signal(str, str)

    def __init__(
        self,
        live: LiveControl,
        reader: FormReader,
        files: Files,
        parent: QWidget | None = None,
        *,
        second_language: str = "",
    ) -> None:
        super().__init__(parent)
        assert isinstance(live.control, Question)
        self.reference = live.reference
        self._reader = reader
        self._files = files
        self._text = live.control.label
        self._picture: LabelPicture | None = None
        self._is_locked = False
        self._offers_nothing = False
        self._lists_records = _are_records(live.control.itemset)
        self._error_text = ""
        bind = reader.definition.bind(live.control.nodeset)
        self.is_note = live.control.kind == "input" and bind.readonly is not None and not bind.is_computed
        asked = asked_of(live.control, bind, files)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        if not self.is_note:
            self._label.setProperty("weight", "strong")
        self.widget = widget_for(asked, is_computed=bind.is_computed or self.is_note)
        self.widget.answered.connect(lambda value: self.answered.emit(self.reference, value))
        self._label.setBuddy(self.widget)
        self._second_language = second_language
        self._beside: BesideLabel | None = None
        self._hint: QLabel | None = None
        self._guidance: GuidanceView | None = None
        self._error: ErrorRow | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.XXS)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.M)
        self._head.addWidget(self._label, 1)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self.widget)
        self.paint_choices()
        self.paint_value()
        self.paint_rules()
        keep(self, self.paint_words)

    def paint_value(self) -> None:
        """Show the answer."""
        self.widget.set_value(self._shown_value())

    def paint_choices(self) -> None:
        """Offer the choices there are now."""
        choices = choices_beside(self._reader, self.reference, self._second_language)
        self.widget.set_choices(choices)
        offers_nothing = not choices and self.widget.asked.kind in _CHOSEN
        if offers_nothing != self._offers_nothing:
            self._offers_nothing = offers_nothing
            self.paint_words()

    def paint_rules(self) -> None:
        """Show or hide, lock or open."""
        self.setVisible(self._reader.is_relevant(self.reference))
        self.widget.set_locked(is_locked=self._is_locked or self._reader.is_readonly(self.reference))

    def paint_words(self) -> None:
        """Write label, hint and required sign in the session's language."""
        label = styled_html(self._reader.label(self.reference))
        if self.is_required:
            colour = current_colours().problem
            label = f'{label}&nbsp;<span style="color:{colour}">{REQUIRED_SIGN}</span>'
        self._label.setText(label)
        self._label.setVisible(bool(label))
        lead(self._label)
        self._paint_picture()
        self._paint_beside()
        hint = self._help()
        if hint and self._hint is None:
            self._hint = QLabel()
            self._hint.setProperty("tone", "quiet")
            self._hint.setWordWrap(True)
            self._layout.insertWidget(self._layout.indexOf(self.widget) + 1, self._hint)
        if self._hint is not None:
            is_rich = has_marks(hint)
            self._hint.setTextFormat(Qt.TextFormat.RichText if is_rich else Qt.TextFormat.PlainText)
            self._hint.setText(styled_html(hint) if is_rich else hint)
            self._hint.setVisible(bool(hint))
            lead(self._hint)
        self._paint_guidance()
        if isinstance(self.widget, ShownWidget):
            self.paint_value()
        self._describe()

    def show_beside(self, language: str) -> None:
        """Show the question in a second language too, beside its own; blank for one language."""
        if language != self._second_language:
            self._second_language = language
            self.paint_words()
            self.paint_choices()

    def add_mark(self, mark: QWidget) -> None:
        """Put a small sign at the end of the question's words, such as one that tells of a comment."""
        self._head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)

    def toggle_guidance(self) -> None:
        """Disclose why the question is asked, or put that away."""
        if self._guidance is not None:
            self._guidance.toggle()

    def set_locked(self, *, is_locked: bool) -> None:
        """Let the whole record be read only."""
        self._is_locked = is_locked
        self.paint_rules()

    def show_error(self, violation: Violation | None) -> None:
        """Write what is wrong under the answer, or take it away."""
        text = "" if violation is None else error_words(violation, self.widget.asked.type)
        if text == self._error_text:
            return
        self._error_text = text
        if self._error is None:
            self._error = ErrorRow(self)
            self._layout.addWidget(self._error)
        self._error.show_words(text)
        self.widget.set_state("problem" if text else "")
        self._describe()

    @property
    def error(self) -> str:
        """What is written under the answer now."""
        return self._error_text

    @property
    def is_required(self) -> bool:
        """Whether the form asks for an answer, and one can be given."""
        return not self.is_note and self._reader.is_required(self.reference)

    @property
    def is_answered_here(self) -> bool:
        """Whether it is more than words or a sum to read."""
        return not isinstance(self.widget, ShownWidget)

    @property
    def title(self) -> str:
        """The words of the question."""
        return label_words(self._reader, self.reference)

    def _help(self) -> str:
        """Return why there is nothing to choose, and the hint, below each other."""
        words = [self._reader.hint(self.reference)]
        if self._offers_nothing and self._lists_records:
            words.insert(0, self.tr("Aucune fiche à choisir sur cet ordinateur pour l’instant."))
        elif self._offers_nothing:
            waits = self.tr(
                "Rien à choisir pour l’instant : répondez d’abord aux questions dont la liste dépend."
            )
            words.insert(0, waits)
        return "\n".join(text for text in words if text)

    def _paint_beside(self) -> None:
        language = self._second_language
        is_wanted = bool(language) and language != self._reader.language
        if is_wanted and self._beside is None:
            self._beside = BesideLabel(self)
            self._head.insertWidget(1, self._beside, 1)
        if self._beside is not None and is_wanted:
            self._beside.show_words(self._reader, self.reference, language)
        elif self._beside is not None:
            self._beside.hide()

    def _paint_guidance(self) -> None:
        guidance = self._reader.guidance(self.reference)
        if guidance and self._guidance is None:
            self._guidance = GuidanceView(self)
            after = self._hint or self.widget
            self._layout.insertWidget(self._layout.indexOf(after) + 1, self._guidance)
        if self._guidance is not None:
            self._guidance.set_words(guidance)

    def _paint_picture(self) -> None:
        """Show the picture of the label in the session's language, if the form has one and its file is here."""
        default = self._reader.definition.default_language
        name = picture_name(self._text, self._reader.language, default)
        if name and self._picture is None:
            self._picture = LabelPicture(self)
            self._layout.insertWidget(1, self._picture)
        if self._picture is not None:
            self._picture.show_data(self._files.beside(name) if name else None)

    def _describe(self) -> None:
        comma = "، " if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else ", "
        name = self.title + (comma + self.tr("réponse nécessaire") if self.is_required else "")
        parts = [
            plain_words(self._help()),
            plain_words(self._reader.guidance(self.reference)),
            self._error_text,
        ]
        self.widget.describe(name, " ".join(part for part in parts if part))

    def _shown_value(self) -> str:
        value = self._reader.value(self.reference)
        if not isinstance(self.widget, ShownWidget):
            return value
        labels = {choice.value: choice.label for choice in choices_in_words(self._reader, self.reference)}
        return " · ".join(labels.get(name, name) for name in value.split()) if labels else value


def _error_row(words: QLabel, *, beside: QWidget) -> QWidget:
    """Return the row below an answer in which these words say what is wrong."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.XXS)
    sign = QLabel()
    keep(sign, lambda: sign.setPixmap(pixmap("circle-alert", "problem", Size.ICON, widget=beside)))
    words.setProperty("tone", "problem")
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return row


def _are_records(itemset: Itemset | None) -> bool:
    """Whether the choices are records of the workspace."""
    return itemset is not None and listed_form(f"{itemset.list_name}.csv") is not None
