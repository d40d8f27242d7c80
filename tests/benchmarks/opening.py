"""Opening a form: from the XForm kept in the workspace, and from the workbook its authors write."""

from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
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
)
