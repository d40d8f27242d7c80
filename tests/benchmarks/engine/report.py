"""What the engines' figures look like: a table side by side, or JSON. No verdict: the goal stands beside the ratio."""

from collections.abc import Sequence
from typing import Any

from tests.benchmarks.engine.sides import JAVAROSA, OURS
from tests.benchmarks.engine.stage import Row
from tests.benchmarks.report import aligned, short


def table_of(rows: Sequence[Row], peers: Sequence[str]) -> str:
    """Return the rows as aligned lines: milliseconds, and ours over each peer."""
    head = ["", "goal", "n", "ours p50", "p95"]
    for name in peers:
        head += [name, *(["p95", "ratio", "p95"] if name == JAVAROSA else ["ratio"])]
    lines = [tuple(head), *(_line(row, peers) for row in rows)]
    notes = [f"{row.name}: {note}" for row in rows for note in row.notes]
    return "\n".join([aligned(lines), *notes])


def _line(row: Row, peers: Sequence[str]) -> tuple[str, ...]:
    ours = OURS.name
    cells = [row.name, str(row.goal), str(len(row.samples[ours]))]
    cells += [_cell(row.percentile(ours, percent)) for percent in (50, 95)]
    for name in peers:
        cells.append(_cell(row.percentile(name, 50)))
        if name == JAVAROSA:
            cells.append(_cell(row.percentile(name, 95)))
        cells.append(_cell(row.ratio(ours, name)))
        if name == JAVAROSA:
            cells.append(_cell(row.ratio(ours, name, 95)))
    return tuple(cells)


def _cell(value: float | None) -> str:
    return "-" if value is None else short(value)


def data_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the rows for a machine."""
    return [_data(row) for row in rows]


def _data(row: Row) -> dict[str, Any]:
    sides = {
        name: {"n": len(took), "p50": row.percentile(name, 50), "p95": row.percentile(name, 95)}
        for name, took in row.samples.items()
    }
    ratios = {name: row.ratio(OURS.name, name) for name in row.samples if name != OURS.name}
    return {"name": row.name, "goal": str(row.goal), "sides": sides, "ratios": ratios, "notes": row.notes}
