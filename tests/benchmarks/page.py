"""The fill page as a person waits for it: opened, typed in, turned, and an instance of a repeat added and opened."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from fieldapp.forms import FormDefinition
from fieldapp.store import Workspace
from fieldapp.ui.desk import Desk
from fieldapp.ui.pages.fill_page import FillPage
from fieldapp.ui.record_actions import RecordActions
from fieldapp.ui.stylesheet import dress
from fieldapp.usecases.records import start_record
from tests.benchmarks.fill_forms import FIELDS, broad_repeat, long_form
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import Site

INSTANCES, _QUICK_INSTANCES = 200, 3
_SEEN = 25
"""Questions a bare page builds beside ours: one section of the long forms."""
_REPEAT = "/data/menage/membre"
_SIZE = (1366, 768)


def _application(site: Site) -> None:
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    if not app.styleSheet():
        dress(app, site.folder)


class _Filling:
    """The page with one record of a form."""

    def __init__(self, workspace: Workspace, form: tuple[FormDefinition, bytes], instances: int = 0) -> None:
        definition, source = form
        workspace.forms.install(definition, source=source, name=f"{definition.form_id}.md")
        opened = start_record(workspace, definition.form_id)
        self.desk = Desk(workspace)
        for _ in range(instances - 1):
            self.desk.save(opened, opened.session.add_repeat(_REPEAT), _REPEAT)
        self.record_id = opened.record.record_id
        self.page = FillPage(self.desk, RecordActions())
        self.page.resize(*_SIZE)
        self.page.show()

    def open(self) -> None:
        """Open the record until it is painted."""
        self.page.show_record(self.desk.open(self.record_id))
        QApplication.processEvents()

    def end(self) -> None:
        """Keep what is being written, and let the page go before its workspace is closed."""
        self.page.leave()
        self.page.hide()
        self.page.deleteLater()
        QApplication.sendPostedEvents(self.page, QEvent.Type.DeferredDelete)

    def go(self, reference: str) -> None:
        """Put the keyboard on a question."""
        assert self.page.area is not None
        assert self.page.area.go_to(reference)
        self.page.activateWindow()
        QApplication.processEvents()


def _press(key: int, text: str = "") -> None:
    target = QApplication.focusWidget()
    assert target is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    QApplication.processEvents()


class _Bare:
    """A scrolled column of labels and lines, dressed alike: the least that Qt shows of so many questions."""

    def __init__(self) -> None:
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.resize(*_SIZE)
        self.scroll.show()
        self.fill(0)

    def fill(self, count: int) -> None:
        """Show a fresh column of so many questions."""
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.lines: list[QLineEdit] = []
        self.scroll.setWidget(inside)
        self.add(count)

    def add(self, count: int) -> None:
        """Show so many more."""
        for number in range(count):
            line = QLineEdit()
            self.lines.append(line)
            self.column.addWidget(QLabel(f"Question {number + 1} de la fiche"))
            self.column.addWidget(line)
        QApplication.processEvents()

    def focus(self) -> None:
        """Put the keyboard on the first line."""
        self.lines[0].setFocus()
        self.scroll.activateWindow()
        QApplication.processEvents()


def _opening(count: int, *, is_parted: bool) -> Callable[[Site], object]:
    @contextmanager
    def begin(site: Site) -> Iterator[Pair]:
        _application(site)
        with site.workspace() as workspace:
            form = long_form(60 if site.is_quick else count, is_parted=is_parted)
            filling, bare = _Filling(workspace, form), _Bare()
            yield Pair(lambda: timed(filling.open), lambda: timed(lambda: bare.fill(_SEEN)))
            filling.end()

    return begin


@contextmanager
def _typing(site: Site) -> Iterator[Pair]:
    """One letter after the other into the middle of a form of a thousand questions in one section."""
    _application(site)
    with site.workspace() as workspace:
        form = long_form(60 if site.is_quick else 1_000, is_parted=False)
        filling, bare = _Filling(workspace, form), _Bare()
        filling.open()
        bare.fill(_SEEN)
        letters = cycle("écouter puis orienter ")

        def ours() -> float:
            filling.go(f"{form[0].root}/q30")
            return timed(lambda: _press(0, next(letters)))

        def floor() -> float:
            bare.focus()
            return timed(lambda: _press(0, "e"))

        yield Pair(ours, floor)
        filling.end()


@contextmanager
def _leaving(site: Site) -> Iterator[Pair]:
    """Tab: the answer is committed, what it moved is painted, and the next question has the keyboard."""
    _application(site)
    with site.workspace() as workspace:
        form = long_form(60 if site.is_quick else 1_000, is_parted=False)
        filling, bare = _Filling(workspace, form), _Bare()
        filling.open()
        bare.fill(_SEEN)
        letters = cycle("abcdef")

        def ours() -> float:
            filling.go(f"{form[0].root}/q48")
            _press(0, next(letters))
            return timed(lambda: _press(Qt.Key.Key_Tab))

        def floor() -> float:
            bare.focus()
            return timed(lambda: _press(Qt.Key.Key_Tab))

        yield Pair(ours, floor)
        filling.end()


def _in_repeat(act: Callable[[_Filling], float]) -> Callable[[Site], object]:
    @contextmanager
    def begin(site: Site) -> Iterator[Pair]:
        _application(site)
        with site.workspace() as workspace:
            count = _QUICK_INSTANCES if site.is_quick else INSTANCES
            filling, bare = _Filling(workspace, broad_repeat(), count), _Bare()
            filling.open()
            yield Pair(lambda: act(filling), lambda: timed(lambda: bare.fill(FIELDS)))
            filling.end()

    return begin


def _open_repeat(filling: _Filling) -> float:
    return timed(filling.open)


def _add_instance(filling: _Filling) -> float:
    """One more; it is removed again, uncounted, so that each round finds as many."""
    area = filling.page.area
    assert area is not None

    def add() -> None:
        area.arrange("instance_add", _REPEAT)
        QApplication.processEvents()

    took = timed(add)
    filling.page.undo()
    QApplication.processEvents()
    return took


_places = cycle((3, 2, 1))


def _open_instance(filling: _Filling) -> float:
    """Another than the one before, by its first question."""
    place = next(_places)
    return timed(lambda: filling.go(f"{_REPEAT}[{place}]/q0"))


def _remove_first(filling: _Filling) -> float:
    area = filling.page.area
    assert area is not None

    def remove() -> None:
        area.arrange("instance_remove", f"{_REPEAT}[1]")
        QApplication.processEvents()

    took = timed(remove)
    filling.page.undo()
    QApplication.processEvents()
    return took


def _edit_instance(filling: _Filling) -> float:
    filling.go(f"{_REPEAT}[2]/q0")
    _press(0, "a")
    return timed(lambda: _press(Qt.Key.Key_Tab))


_COLUMN = f"a bare column of {_SEEN} labels and lines is shown"
_INSTANCE = f"a bare column of {FIELDS} labels and lines is shown"
BENCHMARKS = (
    Benchmark("fill-open-300", "record of 300 questions opened", _COLUMN, 15, _opening(300, is_parted=True)),
    Benchmark(
        "fill-open-1000", "record of 1,000 questions opened", _COLUMN, 15, _opening(1_000, is_parted=True)
    ),
    Benchmark(
        "fill-open-1000-in-one", "the same in a single section", _COLUMN, 10, _opening(1_000, is_parted=False)
    ),
    Benchmark("fill-key", "a letter typed among 1,000 → painted", "a letter in a bare line", 200, _typing),
    Benchmark("fill-tab", "an answer left → committed, painted", "Tab among bare lines", 60, _leaving),
    Benchmark("repeat-open", "record of 200 × 30 opened", _INSTANCE, 10, _in_repeat(_open_repeat)),
    Benchmark("repeat-add", "one more of 200 × 30", _INSTANCE, 20, _in_repeat(_add_instance)),
    Benchmark("repeat-unfold", "another instance opened", _INSTANCE, 20, _in_repeat(_open_instance)),
    Benchmark("repeat-edit", "an answer in it left → committed", _INSTANCE, 40, _in_repeat(_edit_instance)),
    Benchmark("repeat-remove", "the first of them removed", _INSTANCE, 10, _in_repeat(_remove_first)),
)
