"""All benchmarks, in the order of a day's work."""

from tests.benchmarks import centre, encrypting, filling, opening, printing, searching, starting, travelling
from tests.benchmarks.measuring import Benchmark

BENCHMARKS: dict[str, Benchmark] = {
    each.name: each
    for theme in (starting, opening, filling, encrypting, searching, printing, travelling, centre)
    for each in theme.BENCHMARKS
}
