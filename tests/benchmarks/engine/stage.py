"""Where engines play the same form in turns: what each took is kept by row, and what each saw is compared."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from tests.benchmarks.engine.sides import PeerError, Side

BUDGET_MS = 60_000
"""What one engine may take for one form; one that is over it is asked no more, and its row says so."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What ours should reach: a share of what JavaRosa takes in the same run, or an amount."""

    share: float = 0.0
    amount: float = 0.0
    unit: str = "ms"

    def __str__(self) -> str:
        """Write it for the table."""
        if self.share:
            return f"≤ {self.share:g} ×"
        return f"≤ {self.amount:g} {self.unit}" if self.amount else ""


LOADING, ANSWERING = Goal(1.0), Goal(0.5)


@dataclass(slots=True)
class Row:
    """One figure of one form: what every side took."""

    name: str
    goal: Goal
    samples: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    notes: list[str] = field(default_factory=list)

    def percentile(self, side: str, percent: int) -> float | None:
        """Return the nearest-rank percentile of a side: a value that was really seen."""
        samples = sorted(self.samples.get(side, ()))
        return samples[ceil(percent / 100 * len(samples)) - 1] if samples else None

    def ratio(self, ours: str, other: str, percent: int = 50) -> float | None:
        """Return ours over another's."""
        one, two = self.percentile(ours, percent), self.percentile(other, percent)
        return one / two if one is not None and two else None


class Stage:
    """The engines that play one form."""

    def __init__(self, form: str, sides: Sequence[Side]) -> None:
        self.form = form
        self.rows: list[Row] = []
        self.seen: dict[str, str] = {}
        """What each side saw last."""
        self._sides = sides
        self._turns = 0
        self._spent: dict[str, float] = defaultdict(float)
        self._notes: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The engines, by name."""
        return tuple(side.name for side in self._sides)

    def row(self, name: str, goal: Goal = ANSWERING) -> Row:
        """Begin another figure."""
        self.rows.append(Row(f"{self.form} {name}", goal))
        return self.rows[-1]

    def turn(
        self, *order: object, row: Row | None = None, only: str = "", at_most: float = BUDGET_MS
    ) -> None:
        """Let every side do an order; the one that begins changes each time.

        Args:
            order: What to do.
            row: Where to keep what it took.
            only: The one side to ask.
            at_most: Milliseconds; a side that took longer for this row does not do it again.
        """
        self._turns += 1
        for side in reversed(self._sides) if self._turns % 2 else self._sides:
            slowest = max(row.samples.get(side.name, [0]), default=0) if row is not None else 0
            if side.name not in self._notes and only in ("", side.name) and slowest <= at_most:
                self._ask(side, order, row)

    def _ask(self, side: Side, order: Sequence[object], row: Row | None) -> None:
        try:
            took, self.seen[side.name] = side.ask(*order)
        except PeerError as error:
            self._notes[side.name] = str(error)
            return
        if row is not None:
            row.samples[side.name] += took
        self._spent[side.name] += sum(took)
        if self._spent[side.name] > BUDGET_MS:
            self._notes[side.name] = f"{side.name}: stopped after {BUDGET_MS / 1000:g} s"

    def compare(self) -> None:
        """Note where the sides saw different things, and who stopped; to be asked when all have played."""
        names = [side.name for side in self._sides if side.name not in self._notes]
        playing = {name: self.seen[name] for name in names if name in self.seen}
        if len({_plain(seen) for seen in playing.values()}) > 1:
            said = ", ".join(f"{name} {seen}" for name, seen in playing.items())
            self.rows[-1].notes.append(f"values differ: {said}")
        self.rows[-1].notes += self._notes.values()


def _plain(seen: str) -> str | float:
    """Return a value as it is compared: numbers as numbers, to twelve digits."""
    try:
        return float(f"{float(seen):.12g}")
    except ValueError:
        return seen
