"""Our engine as a side of its figures: a process of its own that reads orders, one a line, and times itself.

The orders are those of all sides (see `sides`), and three more: `compiled FILE` opens the form from its compiled
definition, `open` begins another session of the same form, `kept FILE` tells what a form that is open keeps.
"""

import gc
import sys
import tracemalloc
from pathlib import Path
from time import perf_counter

from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.forms.compiled import dump_definition, read_definition

_STATM = Path("/proc/self/statm")
_PAGE = 4096
_MEGABYTE = 1e6


class Ours:
    """The form that is open."""

    def __init__(self):
        self.session = None
        self.definition = None
        self.compiled = {}

    def load(self, file):
        """Open a form from its source."""
        data = Path(file).read_bytes()
        self.session = self.definition = None
        began = perf_counter()
        self.definition = load_form_bytes(data, name="form.xml")
        self.session = FormSession(self.definition)
        return _since(began)

    def open_compiled(self, file):
        """Open a form from what was kept of it when it was read; that it is read first is not counted."""
        if file not in self.compiled:
            self.compiled[file] = dump_definition(load_form_bytes(Path(file).read_bytes(), name="form.xml"))
        data = self.compiled[file]
        self.session = self.definition = None
        began = perf_counter()
        self.definition = read_definition(data)
        self.session = FormSession(self.definition)
        return _since(began)

    def open_again(self):
        """Begin another session of the form that is there."""
        self.session = None
        began = perf_counter()
        self.session = FormSession(self.definition)
        return _since(began)

    def answer(self, look, path, *answers):
        """Answer questions; after each, look at a value or at the choices of a question."""
        took, seen = [], ""
        seeing = self.session.value if look == "value" else lambda each: len(self.session.choices(each))
        for reference, value in zip(answers[::2], answers[1::2], strict=True):
            began = perf_counter()
            self.session.answer(reference, value)
            seen = seeing(path)
            took.append(_since(began))
        return f"{' '.join(took)}\t{seen}"

    def add(self, reference):
        """Add a repeat instance."""
        began = perf_counter()
        self.session.add_repeat(reference)
        return _since(began)

    def memory(self):
        """Tell what the process holds, in megabytes; nothing where the system does not say."""
        gc.collect()
        return int(_STATM.read_text().split()[1]) * _PAGE / _MEGABYTE if _STATM.exists() else ""

    def kept(self, file):
        """Tell what the objects of one open form take, in megabytes."""
        gc.collect()
        tracemalloc.start()
        self.load(file)
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return held / _MEGABYTE


ORDERS = {
    "load": Ours.load,
    "compiled": Ours.open_compiled,
    "open": Ours.open_again,
    "set": Ours.answer,
    "add": Ours.add,
    "memory": Ours.memory,
    "kept": Ours.kept,
}


def _since(began):
    return str(1000 * (perf_counter() - began))


def main():
    """Do what is asked until nothing is asked any more."""
    ours = Ours()
    for line in sys.stdin:
        order, *fields = line.rstrip("\n").split("\t")
        sys.stdout.write(f"{ORDERS[order](ours, *fields)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
