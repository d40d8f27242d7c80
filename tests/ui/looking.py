"""What a person with other eyes, other fingers or another script would stumble over on a page."""

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from fieldapp.ui.pages.elided_label import ElidedLabel

SPOKEN = {
    getattr(QAccessible.Role, name)
    for name in [
        "Button",
        "CheckBox",
        "RadioButton",
        "EditableText",
        "ComboBox",
        "List",
        "Table",
        "Tree",
        "SpinBox",
        "ListItem",
        "ButtonMenu",
        "ButtonDropDown",
        "Slider",
        "Link",
        "PageTab",
    ]
}
ARABIC = re.compile(r"[\u0600-\u06FF]")
WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
OURS_NOT = re.compile("<[^>]*>|[\u2066-\u2068][^\u2069]*\u2069")
"""Marks of styling, and names set apart from the sentence around them."""
A_SENTENCE = 3
"""Words from which something is said, and is no name."""


def nameless(top):
    """Return what a screen reader meets without a name."""
    return list(_nameless(QAccessible.queryAccessibleInterface(top), 0))


def _nameless(node, depth):
    if node is None or not node.isValid() or depth > 30:
        return
    state = node.state()
    if state.invisible:
        return
    if node.role() in SPOKEN and not node.text(QAccessible.Text.Name).strip():
        thing = node.object()
        within = thing.parent() if thing is not None else None
        yield (
            node.role().name,
            thing.metaObject().className() if thing is not None else "",
            within.metaObject().className() if within is not None else "",
        )
    for place in range(min(node.childCount(), 60)):
        yield from _nameless(node.child(place), depth + 1)


def visible(top, kind):
    return [part for part in top.findChildren(kind) if part.isVisible() and part.window() is top.window()]


def clipped(top):
    """Return the words of which a part cannot be read."""
    found = []
    for part in visible(top, QLabel):
        if part.text() and part.pixmap().isNull() and not _fits_label(part):
            found.append((type(part).__name__, part.text()[:60]))
    for part in visible(top, QAbstractButton):
        if _shows_words(part) and not _fits_button(part):
            found.append((type(part).__name__, part.text()[:60]))
    for head in visible(top, QHeaderView):
        if head.orientation() == Qt.Orientation.Horizontal:
            found += [("header", text) for text in _cut_heads(head)]
    return found


def _cut_heads(head):
    for place in range(head.count()):
        text = str(head.model().headerData(place, head.orientation()) or "")
        if not head.isSectionHidden(place) and head.fontMetrics().horizontalAdvance(text) > head.sectionSize(
            place
        ):
            yield text


def _fits_label(part):
    if isinstance(part, ElidedLabel):  # shortened by itself, and the whole of it is told
        return True
    if part.wordWrap():
        return part.heightForWidth(part.width()) <= part.height() + 1 and _is_inside(part)
    return part.sizeHint().width() <= part.width() + 1 and _is_inside(part)


def _shows_words(part):
    is_sign = (
        isinstance(part, QToolButton) and part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    return bool(part.text()) and not is_sign


def _fits_button(part):
    hint = part.minimumSizeHint() if isinstance(part, QPushButton) else part.sizeHint()
    letters = part.fontMetrics().tightBoundingRect(part.text()).height()
    return hint.width() <= part.width() and letters <= part.height() and _is_inside(part)


def _is_inside(part):
    """Whether nothing between a part and what scrolls cuts it off."""
    above, rect = part.parentWidget(), QRect(part.rect())
    inner = part
    while not inner.isWindow() and not isinstance(above.parentWidget(), QAbstractScrollArea):
        rect = QRect(inner.mapToParent(rect.topLeft()), rect.size())
        if not above.rect().adjusted(-1, -1, 1, 1).contains(rect):
            return False
        inner, above = above, above.parentWidget()
    return True


def foreign(top):
    """Return what an Arabic page says in Latin letters alone."""
    said = [(part, part.text()) for kind in (QLabel, QAbstractButton) for part in visible(top, kind)]
    said += [(part, part.placeholderText()) for part in visible(top, QLineEdit)]
    said += [(part, part.toolTip()) for part in visible(top, QWidget)]
    said += [(part, part.accessibleDescription()) for part in visible(top, QWidget)]
    return [
        (type(part).__name__, text[:80])
        for part, text in said
        if len(WORD.findall(OURS_NOT.sub(" ", text))) >= A_SENTENCE and not ARABIC.search(text)
    ]


def unmirrored(top):
    """Return what does not read from the right, but should."""
    wrong = Qt.LayoutDirection.LeftToRight
    return [
        type(part).__name__
        for part in visible(top, QWidget)
        if part.layoutDirection() == wrong
        and isinstance(part, QLabel | QAbstractButton)
        and not isinstance(part.parentWidget(), QLineEdit)  # numbers and dates are written from the left
    ]


def unmarked(top, known):
    """Return kinds of widgets on which one does not see that they have the keyboard; each kind is looked at once."""
    found = []
    for part in visible(top, QWidget):
        kind = (part.metaObject().className(), part.property("kind"), part.property("opens"))
        takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if kind in known or not takes or not part.isEnabled() or part.visibleRegion().isEmpty():
            continue
        known.add(kind)
        part.clearFocus()
        before = part.grab().toImage()
        part.setFocus()
        if part.hasFocus() and part.grab().toImage() == before:
            found.append(kind)
    return found
