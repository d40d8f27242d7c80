"""Opening a form: from the XForm kept in the workspace, from the workbook its authors write, and for a new record."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

from lxml import etree

from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.usecases.records import start_record
from tests.benchmarks.bare import open_bare
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import FORM, Site


@contextmanager
def _from_xform(site: Site) -> Iterator[Pair]:
    xform = site.definition.xform
    yield Pair(
        lambda: timed(lambda: FormSession(load_form_bytes(xform, name="form.xml"))),
        lambda: timed(lambda: etree.fromstring(xform)),
    )


@contextmanager
def _from_workbook(site: Site) -> Iterator[Pair]:
    from pyxform.xls2xform import convert

    def floor() -> None:
        converted = convert(site.workbook, file_type=".xlsx", validate=False, pretty_print=False)
        etree.fromstring(str(converted.xform).encode())

    yield Pair(
        lambda: timed(lambda: FormSession(load_form_bytes(site.workbook, name=f"{FORM}.xlsx"))),
        lambda: timed(floor),
    )


@contextmanager
def _first(site: Site) -> Iterator[Pair]:
    """Each round takes the next of the shipped forms, as the first record of a day does."""
    with site.workspace() as workspace:
        forms = cycle([form.form_id for form in workspace.forms.list()])
        xforms = cycle([workspace.forms.get(form.form_id).xform for form in workspace.forms.list()])

        def ours() -> float:
            form_id = next(forms)
            workspace.forms._read.clear()
            return timed(lambda: start_record(workspace, form_id))

        yield Pair(ours, lambda: timed(lambda: etree.fromstring(next(xforms))))


@contextmanager
def _again(site: Site) -> Iterator[Pair]:
    """Each round takes the next of the shipped forms, all of which were opened before."""
    with site.workspace() as workspace:
        forms = cycle([form.form_id for form in workspace.forms.list()])
        for form in workspace.forms.list():
            workspace.forms.get(form.form_id)
        bare = open_bare(site.new_path("bare.db"))
        bare.execute("CREATE TABLE draft (answers TEXT)")
        row = ""

        def ours() -> float:
            nonlocal row
            form_id, begun = next(forms), []
            took = timed(lambda: begun.append(start_record(workspace, form_id)))
            row = json.dumps(begun[0].session.answers())
            return took

        yield Pair(ours, lambda: timed(lambda: bare.execute("INSERT INTO draft VALUES (?)", [row])))
        bare.close()


BENCHMARKS = (
    Benchmark(
        "form-stored",
        "XForm bytes → session that can be asked",
        "lxml parses the same XForm",
        30,
        _from_xform,
    ),
    Benchmark(
        "form-workbook",
        "workbook bytes → checked, converted, session that can be asked",
        "pyxform converts the same workbook, lxml parses what it made",
        10,
        _from_workbook,
    ),
    Benchmark(
        "form-first",
        "a shipped form read from the workspace → new record kept, session that can be asked",
        "lxml parses the same XForm",
        44,
        _first,
    ),
    Benchmark(
        "form-again",
        "the same, of a form that was opened before",
        "the first answers as one row committed to a bare file",
        44,
        _again,
    ),
)
