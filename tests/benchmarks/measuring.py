"""How a figure is taken: ours and its floor in turns, on the same data, in the same run."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import ceil
from time import perf_counter

from tests.benchmarks.site import Site

Seconds = Callable[[], float]
"""Does the work once and returns how long the part that counts took."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What is measured, and the least that any program must do for it."""

    ours: Seconds
    floor: Seconds


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One figure."""

    name: str
    what: str
    floor: str
    rounds: int
    """Rounds of the long form; the short form does one."""
    begin: Callable[[Site], AbstractContextManager[Pair]]
    """Prepares the data, which is not measured."""
    unit: str = "ms"
    """What a thousandth of what is returned is called: a figure that is no time says so."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds of one side."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found for one benchmark."""

    benchmark: Benchmark
    n: int
    ours: Figure
    floor: Figure

    @property
    def ratio(self) -> Figure:
        """Ours over floor: of the medians, and of the 95th percentiles."""
        return Figure(self.ours.p50 / self.floor.p50, self.ours.p95 / self.floor.p95)


def timed(act: Callable[[], object]) -> float:
    """Do it and return the seconds it took."""
    began = perf_counter()
    act()
    return perf_counter() - began


def measure(benchmark: Benchmark, site: Site) -> Result:
    """Take one figure; the long form lets both sides warm up once, and lets them begin in turns."""
    rounds = 1 if site.is_quick else benchmark.rounds
    ours: list[float] = []
    floor: list[float] = []
    with benchmark.begin(site) as pair:
        if not site.is_quick:
            pair.ours(), pair.floor()
        for number in range(rounds):
            sides = [(pair.ours, ours), (pair.floor, floor)]
            for act, kept in reversed(sides) if number % 2 else sides:
                kept.append(act())
    return Result(benchmark, rounds, _figure(ours), _figure(floor))


def _figure(seconds: list[float]) -> Figure:
    return Figure(_percentile(seconds, 50), _percentile(seconds, 95))


def _percentile(seconds: list[float], percent: int) -> float:
    """Return the nearest-rank percentile, in milliseconds: a value that was really seen."""
    return 1000 * sorted(seconds)[ceil(percent / 100 * len(seconds)) - 1]
