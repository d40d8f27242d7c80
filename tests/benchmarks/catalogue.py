"""All benchmarks, in the order of a day's work."""

from tests.benchmarks import (
    bundling,
    centre,
    encrypting,
    filling,
    opening,
    page,
    printing,
    searching,
    starting,
    travelling,
)
from tests.benchmarks.measuring import Benchmark

BENCHMARKS: dict[str, Benchmark] = {
    each.name: each
    for theme in (
        starting,
        opening,
        filling,
        page,
        encrypting,
        searching,
        printing,
        travelling,
        bundling,
        centre,
    )
    for each in theme.BENCHMARKS
}
