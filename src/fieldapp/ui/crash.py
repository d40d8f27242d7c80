"""The last net: what nobody foresaw is said calmly and written to a log that holds no answer."""

import logging
import os
import sys
import threading
import traceback
from functools import partial
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from fieldapp.base.errors import BugError, FieldappError

_FILE_MODE = 0o600
_LARGEST_LOG = 512 * 1024
"""Bytes of the technical log before it turns over; one older copy is kept."""


class _OwnLog(RotatingFileHandler):
    """A log that its owner alone may read."""

    @override
    def _open(self) -> TextIOWrapper:
        opened = open(  # noqa: SIM115 - the handler closes it
            self.baseFilename, self.mode, encoding=self.encoding, opener=partial(os.open, mode=_FILE_MODE)
        )
        assert isinstance(opened, TextIOWrapper)
        return opened


class CrashNet(QObject):
    """Stands where Python would print a traceback.

    Signals:
        caught: Emitted with a `FieldappError`; from whatever thread, it arrives on the window's.
    """

    caught = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = log_file
        self._log = logging.getLogger("fieldapp.crash")

    def stretch(self) -> None:
        """Catch from now on."""
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        handler = _OwnLog(self.log_file, maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._log.addHandler(handler)
        self._log.propagate = False
        sys.excepthook = self.catch
        threading.excepthook = lambda caught: self.catch(
            caught.exc_type, caught.exc_value, caught.exc_traceback
        )

    def catch(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what can be told without an answer, then say it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        self._log.error("%s", without_answers(kind, error, trace))
        known = (
            error if isinstance(error, FieldappError) else BugError("ui.unexpected", log=str(self.log_file))
        )
        self.caught.emit(known)


def without_answers(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> str:
    """Describe an error by its type and places alone: the message of a foreign error may hold what someone answered."""
    what = f"{kind.__name__} {error}" if isinstance(error, FieldappError) else kind.__name__
    places = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    return "\n".join([what, *places])
