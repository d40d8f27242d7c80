"""What can be done now, as lines to choose from: the buttons and menus that are seen, the rows of the workspace, forms.

Nothing is listed by hand: a button that somebody adds to a page is here, with the words it bears at that moment.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton, QWidget

from fieldapp.base.folding import bare, words_of
from fieldapp.ui.form.question_view import QuestionView


@dataclass(frozen=True, slots=True)
class Command:
    """One line."""

    words: str
    run: Callable[[], object]
    group: str = ""
    """Where it comes from, in the window's language."""
    sign: str = "chevron-right"


def buttons_of(ground: QWidget) -> list[QAbstractButton]:
    """Return the buttons that can be pressed now, as they stand; those that answer a question are none."""
    return [
        found
        for found in ground.findChildren(QAbstractButton)
        if isinstance(found, QPushButton | QToolButton)
        and found.isVisible()
        and found.isEnabled()
        and name_of(found)
        and not _is_inside(found, ground)
    ]


def name_of(button: QAbstractButton) -> str:
    """Return the words of a button without the sign of its key."""
    return plain(button.accessibleName() or button.text())


def plain(words: str) -> str:
    """Return words without the sign that marks the letter of a key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def commands_of(ground: QWidget, group: str) -> Iterator[Command]:
    """Return what the buttons of a page do, their menus opened."""
    for found in buttons_of(ground):
        menu = found.menu() if isinstance(found, QPushButton | QToolButton) else None
        if menu is None:
            yield Command(name_of(found), found.click, group)
        else:
            yield from _lines(menu, name_of(found), group)


def lines_of(menu: QMenu, head: str, group: str) -> list[Command]:
    """Return the lines of a menu that is filled."""
    return [
        Command(f"{head} › {plain(action.text())}" if head else plain(action.text()), action.trigger, group)
        for action in menu.actions()
        if _is_offered(action)
    ]


def matching(commands: Sequence[Command], typed: str) -> list[Command]:
    """Return the lines that hold every word typed as the beginning of a word, those that begin so first."""
    sought = words_of(typed)
    if not sought:
        return list(commands)
    found = []
    for place, command in enumerate(commands):
        words = words_of(command.words)
        if all(any(_begins(word, part) for word in words) for part in sought):
            found.append((not _begins(words[0], sought[0]), place, command))
    return [command for _, _, command in sorted(found, key=lambda each: each[:2])]


def _begins(word: str, part: str) -> bool:
    return word.startswith(part) or bare(word).startswith(bare(part))


def _lines(menu: QMenu, head: str, group: str) -> list[Command]:
    menu.aboutToShow.emit()  # many are written when they open
    return lines_of(menu, head, group)


def _is_offered(action: QAction) -> bool:
    return bool(action.text()) and action.isEnabled() and action.isVisible() and not action.isSeparator()


def _is_inside(button: QAbstractButton, ground: QWidget) -> bool:
    """Whether a button belongs to the answer of a question, or to a part that Qt made."""
    if button.objectName().startswith("qt_"):
        return True
    part = button.parentWidget()
    while part is not None and part is not ground:
        if isinstance(part, QuestionView) or part.metaObject().className() in _QT_MAKES_THEIRS:
            return True
        part = part.parentWidget()
    return False


_QT_MAKES_THEIRS = frozenset({"QLineEdit", "SearchLine", "QComboBox", "QCalendarWidget", "QScrollBar"})
