"""What a run says: about the machine, without naming it, and its figures as a table or as JSON."""

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from tests.benchmarks.measuring import Figure, Result
from tests.benchmarks.site import Site

_HEAD = ("", "n", "ours p50", "p95", "floor p50", "p95", "ratio p50", "p95")


def surroundings(site: Site) -> dict[str, Any]:
    """Return what the figures depend on; to be asked before the first of them."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "system": f"{platform.system()} {platform.machine()}",
        "cpus": os.cpu_count(),
        "python": platform.python_version(),
        "load_before": load,
        "start_pyc": _pyc(site),
        "form": "quick" if site.is_quick else "long",
    }


def _pyc(site: Site) -> str:
    if site.is_quick:
        return "whatever was there"
    return "of every module" if site.keeps_pyc else "none at all"


def table_of(results: Sequence[Result]) -> str:
    """Return the figures as aligned lines; all but the ratios are milliseconds."""
    return aligned([_HEAD, *(_line(result) for result in results)])


def aligned(lines: Sequence[tuple[str, ...]]) -> str:
    """Return cells in columns: the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    aligned = (
        [cell.rjust(width) if place else cell.ljust(width) for place, (cell, width) in enumerate(row)]
        for row in (list(zip(line, widths, strict=True)) for line in lines)
    )
    return "\n".join("  ".join(cells).rstrip() for cells in aligned)


def _line(result: Result) -> tuple[str, ...]:
    figures = (result.ours, result.floor, result.ratio)
    cells = [short(value) for figure in figures for value in (figure.p50, figure.p95)]
    benchmark = result.benchmark
    name = benchmark.name if benchmark.unit == "ms" else f"{benchmark.name}, {benchmark.unit}"
    return (name, str(result.n), *cells)


def short(value: float) -> str:
    """Return a figure with three digits that count, or one behind the point."""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def words_of(around: dict[str, Any]) -> str:
    """Return the surroundings as two lines."""
    load = "" if around["load_before"] is None else f", load before {around['load_before']:.1f}"
    machine = f"{around['system']}, {around['cpus']} CPUs, Python {around['python']}{load}"
    pyc = f".pyc files for the start figures: {around['start_pyc']}"
    return f"{around['date']}, {machine}, {around['form']} form\n{pyc}"


def data_of(around: dict[str, Any], results: Sequence[Result]) -> dict[str, Any]:
    """Return everything for a machine; milliseconds, and ratios of them."""
    return {**around, "results": [_data(result) for result in results]}


def _data(result: Result) -> dict[str, Any]:
    benchmark = result.benchmark
    sides: dict[str, Figure] = {"ours_ms": result.ours, "floor_ms": result.floor, "ratio": result.ratio}
    told = {
        "name": benchmark.name,
        "unit": benchmark.unit,
        "what": benchmark.what,
        "floor": benchmark.floor,
        "n": result.n,
    }
    return told | {side: asdict(figure) for side, figure in sides.items()}
