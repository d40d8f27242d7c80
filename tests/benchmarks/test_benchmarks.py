"""Every benchmark still runs, and finds something: its short form, on one fiche. No claim about time."""

import json

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.catalogue import BENCHMARKS
from tests.benchmarks.measuring import Figure, Result, measure
from tests.benchmarks.report import table_of
from tests.benchmarks.site import Site

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # nor is that our warning


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return Site(tmp_path_factory.mktemp("site"), is_quick=True)


@pytest.mark.parametrize("name", BENCHMARKS)
def test_the_short_form_gives_positive_figures(site, name):
    result = measure(BENCHMARKS[name], site)
    figures = (result.ours, result.floor, result.ratio)
    assert all(value > 0 for figure in figures for value in (figure.p50, figure.p95))


def test_a_ratio_is_ours_over_floor_and_columns_stand_under_their_heads():
    benchmark = next(iter(BENCHMARKS.values()))
    lines = table_of([Result(benchmark, 3, Figure(9.0, 20.0), Figure(3.0, 4.0))]).splitlines()
    assert lines[1].split() == [benchmark.name, "3", "9.00", "20.0", "3.00", "4.00", "3.00", "5.00"]
    assert len({line.index(column) for line, column in zip(lines, ("n", "3"), strict=True)}) == 1


def test_an_unknown_name_is_refused_with_the_names_there_are(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["no-such-figure"])
    assert ended.value.code == 2
    assert "form-stored" in capsys.readouterr().err


def test_the_figures_can_be_read_by_a_machine(capsys, monkeypatch):
    monkeypatch.setattr("tests.benchmarks.__main__._measured", lambda _site, _names: [])
    monkeypatch.setattr("tests.benchmarks.engine.run.run", lambda _folder, _forms, is_quick: ([], []))
    assert main(["--json", "--quick"]) == 0
    assert json.loads(capsys.readouterr().out)["results"] == []
