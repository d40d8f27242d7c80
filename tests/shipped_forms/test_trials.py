"""The script beside each form tries it out: its skips, its refusals and its sums, until it can be finished."""

from datetime import UTC, datetime

import pytest

from fieldapp.base.clock import FixedClock
from fieldapp.usecases.run_script import run_script
from tests.shipped_forms.conftest import form_folders

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("folder", form_folders(), ids=lambda folder: folder.name)
def test_a_form_does_what_its_script_expects(folder):
    form, script = folder / f"{folder.name}.xlsx", folder / "essai.jsonl"
    report = run_script(form, script, clock=FixedClock(NOON))
    assert (report.differences, dict(report.faults)) == ((), {})
    assert report.expectations > 5
