"""Turns the tokens of `theme` into Qt's style sheet and dresses the application."""

from pathlib import Path
from string import Template

from PySide6.QtWidgets import QApplication

from fieldapp.base.files import write_atomically
from fieldapp.ui.icons import drawing
from fieldapp.ui.look import font, palette_of
from fieldapp.ui.theme import DARK, LIGHT, SEMIBOLD, Colours, Size, Space, Type, colour_names, measures

_FOCUS_FRAME = 3
"""Pixels that Qt keeps around the text of a cell for its focus frame."""


def dress(app: QApplication, marks: Path, *, is_dark: bool = False) -> None:
    """Give the whole application its look; `marks` is a folder for the drawings Qt takes only from files."""
    colours = DARK if is_dark else LIGHT
    if not app.styleSheet():  # once: every widget is polished anew
        app.setStyle("Fusion")
    app.setFont(font(Type.BODY))
    app.setPalette(palette_of(colours))
    app.setStyleSheet(sheet(colours, marks))


def sheet(colours: Colours, marks: Path) -> str:
    """Return the style sheet of one set of colours."""
    names = {name: getattr(colours, name) for name in colour_names()}
    sizes = {
        name.lower(): f"{value}px" for scale in (Space, Type, Size) for name, value in measures(scale).items()
    }
    radio = Size.INDICATOR // 2
    dot = {
        "round": f"{radio}px",
        "dot": f"{Size.INDICATOR - 2 * Space.XXS - Space.FOCUS}px",
        "dot_line": f"{Space.XXS + Space.HAIR}px",
        "inset": f"{Space.XS - Space.HAIR}px",
        "pad_y": f"{Space.XXS - Space.HAIR}px",
        "pad_x": f"{Space.S - Space.HAIR}px",
        "cell": f"{Space.M - _FOCUS_FRAME}px",
        "semibold": str(SEMIBOLD),
        "field_inside": f"{Size.FIELD - 2 * (Space.XXS + Space.HAIR)}px",
    }
    return Template(_SHEET).substitute({**names, **sizes, **dot, **_marks(colours, marks)})


def _marks(colours: Colours, folder: Path) -> dict[str, str]:
    places = {}
    for name, colour in (("check", colours.on_accent), ("chevron-down", colours.quiet)):
        place = folder / f"{name}-{colour.removeprefix('#')}.svg"
        if not place.exists():
            write_atomically(place, drawing(name, colour))
        places[name.replace("-", "_")] = place.as_posix()
    return places


_SHEET = """
QWidget { color: $text; }
QMainWindow, QWidget[ground="page"], QScrollArea[ground="page"] { background: $page; }
QWidget[ground="surface"], QScrollArea[ground="surface"] { background: $surface; }
QFrame[kind="header"] { background: $surface; border: none; border-bottom: $hair solid $hairline; }
QFrame[kind="side"] { background: $surface; border: none; }
QFrame[kind="card"] { background: $surface; border: $hair solid $hairline; border-radius: $radius; }
QFrame[kind="inset"] { background: $page; border: $hair solid $hairline; border-radius: $radius; }
QFrame[kind="line"] { background: $hairline; border: none; max-height: $hair; min-height: $hair; }
QFrame[kind="upright"] { background: $hairline; border: none; max-width: $hair; min-width: $hair; }
QFrame[notice="progress"] { background: $progress_soft; border: none; border-radius: $radius; }
QFrame[notice="attention"] { background: $attention_soft; border: none; border-radius: $radius; }
QFrame[notice="problem"] { background: $problem_soft; border: none; border-radius: $radius; }
QFrame[notice="done"] { background: $done_soft; border: none; border-radius: $radius; }
QFrame[kind="band"] { border-radius: 0; }

QLabel[tone="quiet"] { color: $quiet; }
QLabel[tone="strong"] { color: $strong; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="problem"] { color: $problem; }
QLabel[tone="done"] { color: $done; }
QLabel[tone="attention"] { color: $attention; }
QLabel[scale="small"] { font-size: $small; }
QLabel[scale="dense"] { font-size: $dense; }
QLabel[scale="lead"] { font-size: $lead; font-weight: $semibold; }
QLabel[scale="title"] { font-size: $title; font-weight: $semibold; }
QLabel[scale="display"] { font-size: $display; font-weight: $semibold; }
QLabel[kind="key"] { background: $page; border: $hair solid $hairline; border-radius: $radius;
  padding: $s; font-size: $lead; }
QLabel[weight="strong"] { font-weight: $semibold; }

QPushButton, QToolButton {
  background: $surface; border: $hair solid $line; border-radius: $radius; color: $text;
  padding: $xxs $s; min-height: $l; outline: none; }
QPushButton:hover, QToolButton:hover { background: $sunken; }
QPushButton:focus, QToolButton:focus { border: $focus solid $accent; padding: $pad_y $pad_x; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; border-color: $hairline; background: $page; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: $semibold; }
QPushButton[kind="primary"]:hover { background: $accent_strong; }
QPushButton[kind="primary"]:focus { border: $focus solid $text; }
QPushButton[kind="primary"]:disabled { background: $sunken; border-color: $hairline; color: $quiet; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border: $hair solid transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $sunken; }
QToolButton[kind="quiet"]:checked { background: $accent_soft; border-color: $accent; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: $focus solid $accent; }
QPushButton[kind="row"] { background: transparent; border: $hair solid $hairline; padding: 0; text-align: left; }
QPushButton[kind="row"]:hover { background: $sunken; }
QPushButton[kind="row"]:focus { border: $focus solid $accent; padding: 0; }
QPushButton[kind="link"] {
  background: transparent; border: $hair solid transparent; color: $accent; padding: $xxs; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: $focus solid $accent; padding: $pad_y; }
QFrame[kind="filters"] { background: $surface; border: none; border-bottom: $hair solid $hairline; }
QPushButton[kind="filter"] { background: $surface; border: $hair solid $hairline; color: $strong; padding: $xxs $s; }
QPushButton[kind="filter"]:hover { background: $sunken; }
QPushButton[kind="filter"][is_active="true"] { background: $accent_soft; border-color: $accent; color: $text; }
QPushButton[kind="filter"]:focus { border: $focus solid $accent; padding: $pad_y $pad_x; }
QPushButton[opens="menu"] { padding: $xxs $l; }
QPushButton[opens="menu"]:focus { padding: $pad_y $l; }
QToolButton { padding: $xxs; }
QToolButton:focus { padding: $pad_y; }
QLineEdit QToolButton, QLineEdit QToolButton:focus, QLineEdit QToolButton:hover {
  min-height: 0; padding: 0; border: none; background: transparent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[opens="menu"]::menu-indicator { image: url($chevron_down); width: $icon; height: $icon;
  subcontrol-origin: padding; subcontrol-position: center right; margin: 0 $xxs; }

QLineEdit, QPlainTextEdit, QComboBox {
  background: $surface; border: $hair solid $line; border-radius: $radius; color: $text;
  padding: $xxs $xs; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { min-height: $field_inside; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: $focus solid $accent; padding: $pad_y $inset; }
QLineEdit:read-only, QPlainTextEdit:read-only, QLineEdit:disabled, QComboBox:disabled {
  background: $sunken; border-color: $hairline; color: $text; }
QLineEdit[state="problem"], QPlainTextEdit[state="problem"], QComboBox[state="problem"] { border-color: $problem; }
QComboBox::drop-down { border: none; width: $l; }
QComboBox::down-arrow { image: url($chevron_down); width: $icon; height: $icon; }
QComboBox QAbstractItemView, QListView[kind="popup"] {
  background: $surface; border: $hair solid $line; outline: none; padding: $xxs;
  selection-background-color: $accent_soft; selection-color: $text; }

QRadioButton, QCheckBox { spacing: $xs; padding: $xxs; border: $focus solid transparent; border-radius: $radius;
  outline: none; }
QRadioButton:focus, QCheckBox:focus { border-color: $accent; }
QRadioButton:hover, QCheckBox:hover { background: $sunken; }
QRadioButton::indicator, QCheckBox::indicator, QListView::indicator {
  width: $icon; height: $icon; background: $surface; border: $hair solid $line; }
QRadioButton::indicator { border-radius: $round; }
QCheckBox::indicator, QListView::indicator { border-radius: $xxs; }
QRadioButton::indicator:checked {
  width: $xs; height: $xs; border: $dot_line solid $accent; border-radius: $round; background: $on_accent; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent; border-color: $accent; image: url($check); }
QRadioButton:disabled, QCheckBox:disabled { color: $text; }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: $faint; }

QListView, QTableView, QTreeView { background: $surface; border: none; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QListView, QTableView, QTreeView, QTextBrowser { border: $focus solid transparent; }
QListView:focus, QTableView:focus, QTreeView:focus, QTextBrowser:focus { border: $focus solid $accent; }
QListView[kind="choices"] { border: $hair solid $line; border-radius: $radius; padding: $xxs; }
QListView[kind="choices"]:focus { border: $focus solid $accent; padding: $pad_y; }
QListView[kind="choices"]::item { min-height: $touch; border-radius: $xxs; padding: 0 $xxs; }
QListView[kind="choices"]::item:selected { background: $accent_soft; color: $text; }
QListWidget[kind="navigator"], QListWidget[kind="problems"] {
  background: transparent; border: $focus solid transparent; border-radius: $radius; }
QListWidget[kind="navigator"]:focus, QListWidget[kind="problems"]:focus { border-color: $accent; }
QListWidget[kind="navigator"]::item { min-height: $touch; border-radius: $radius; padding: $xxs $xs; }
QListWidget[kind="navigator"]::item:hover, QListWidget[kind="problems"]::item:hover { background: $sunken; }
QListWidget[kind="navigator"]::item:selected { background: $accent_soft; color: $text; }
QListWidget[kind="problems"]::item { border-bottom: $hair solid $hairline; padding: $xs $xxs; }
QListWidget[kind="problems"]::item:selected { background: $problem_soft; color: $text; border-radius: $xxs; }
QListWidget[kind="report"] { border: $focus solid $hairline; border-radius: $radius; }
QListWidget[kind="report"]:focus { border-color: $accent; }
QTableView[kind="counts"] { border: $focus solid transparent; border-radius: $radius; }
QTableView[kind="counts"]:focus { border-color: $accent; }
QTableView[kind="counts"]::item { padding: 0 $xs; border-bottom: $hair solid $hairline; }
QTableView[kind="counts"]::item:selected { background: $accent_soft; color: $text; }
QTableView[kind="counts"] QHeaderView::section { background: $surface; padding: $xxs $xs; }
QTableView[kind="records"]::item { padding: 0 $cell; border-bottom: $hair solid $hairline; }
QTableView[kind="records"]::item:selected { background: $accent_soft; color: $text; }
QTableView[kind="roster"] { border: $focus solid $hairline; border-radius: $radius; }
QTableView[kind="roster"]:focus { border-color: $accent; }
QTableView[kind="roster"]::item { padding: 0 $cell; border-bottom: $hair solid $hairline; }
QTableView[kind="roster"]::item:selected { background: $accent_soft; color: $text; }
QStackedWidget[reading="large"] QLabel, QStackedWidget[reading="large"] QLineEdit,
QStackedWidget[reading="large"] QPlainTextEdit, QStackedWidget[reading="large"] QRadioButton,
QStackedWidget[reading="large"] QCheckBox, QStackedWidget[reading="large"] QComboBox,
QStackedWidget[reading="large"] QListView { font-size: $lead; }
QStackedWidget[reading="large"] QLabel[weight="strong"], QStackedWidget[reading="large"] QLabel[scale="title"] {
  font-size: $title; }
QHeaderView { background: $page; }
QHeaderView::section { background: $page; color: $quiet; border: none; border-bottom: $hair solid $hairline;
  padding: $xs $m; font-size: $small; font-weight: $semibold; }

QTextBrowser[kind="help"] { background: $surface; border: $focus solid $hairline; border-radius: $radius;
  padding: $m; color: $text; }
QTextBrowser[kind="help"]:focus { border-color: $accent; }
QFrame[kind="palette"] { background: $surface; border: $hair solid $line; border-radius: $radius; }
QListWidget[kind="palette"] { background: transparent; border: none; outline: none; }
QLabel[kind="tip"] { background: $text; color: $surface; border-radius: $xxs; padding: 0 $xxs;
  font-size: $small; font-weight: $semibold; }
QMenu { background: $surface; border: $hair solid $line; padding: $xxs; }
QMenu::item { padding: $xs $l $xs $s; border-radius: $xxs; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: $hair; background: $hairline; margin: $xxs $xs; }
QMenu::icon { padding-left: $xs; }
QToolTip { background: $text; color: $surface; border: none; padding: $xxs $xs; }

QProgressBar { background: $sunken; border: none; border-radius: $xxs; max-height: $xs; min-height: $xs; }
QProgressBar::chunk { background: $accent; border-radius: $xxs; }
QScrollBar:vertical { background: transparent; width: $s; margin: 0; }
QScrollBar::handle:vertical { background: $faint; border-radius: $xxs; min-height: $xl; margin: $focus; }
QScrollBar:horizontal { background: transparent; height: $s; margin: 0; }
QScrollBar::handle:horizontal { background: $faint; border-radius: $xxs; min-width: $xl; margin: $focus; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListView[kind="popup"]::item { min-height: $touch; border-radius: $xxs; padding: 0 $xxs; }
QListView[kind="popup"]::item:selected { background: $accent_soft; color: $text; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { border: none; color: $text; font-weight: $semibold; padding: $xxs $xs; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
"""
