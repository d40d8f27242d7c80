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
        if (
            part.text() and part.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
            if isinstance(part, QToolButton)
            else part.text()
        ):
            hint = part.minimumSizeHint() if isinstance(part, QPushButton) else part.sizeHint()
            if hint.width() > part.width() or hint.height() > part.height() or not _is_inside(part):
                found.append((type(part).__name__, part.text()[:60]))
    for head in visible(top, QHeaderView):
        if head.orientation() == Qt.Orientation.Horizontal:
            found += [
                ("header", str(head.model().headerData(place, head.orientation())))
                for place in range(head.count())
                if not head.isSectionHidden(place) and head.sectionSizeHint(place) > head.sectionSize(place)
            ]
    return found


def _fits_label(part):
    if part.toolTip() and type(part) is not QLabel:  # shortened by itself, and the whole of it is told
        return True
    if part.wordWrap():
        return part.heightForWidth(part.width()) <= part.height() + 1 and _is_inside(part)
    return part.sizeHint().width() <= part.width() + 1 and _is_inside(part)


def _is_inside(part):
    """Whether nothing between a part and what scrolls cuts it off."""
    above, rect = part.parentWidget(), QRect(part.rect())
    inner = part
    while above is not None and not isinstance(above.parentWidget(), QAbstractScrollArea):
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
        if len(WORD.findall(re.sub(r"<[^>]*>", " ", text))) >= A_SENTENCE and not ARABIC.search(text)
    ]


def unmirrored(top):
    """Return what does not read from the right, but should."""
    wrong = Qt.LayoutDirection.LeftToRight
    return [
        type(part).__name__
        for part in visible(top, QWidget)
        if part.layoutDirection() == wrong and isinstance(part, QLabel | QAbstractButton)
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
