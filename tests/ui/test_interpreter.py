"""Guards against a binding that eats the interpreter's own objects: PySide6 6.12.0 aborts on Python before 3.12."""

import sys

from PySide6.QtWidgets import QLabel

CALLS = 500


def test_calls_into_qt_leave_none_alone(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert sys.getrefcount(None) > before - CALLS // 2
