"""What is played on each kind of form: the protocol that all engines follow."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.engine import forms
from tests.benchmarks.engine.forms import Synthetic
from tests.benchmarks.engine.sides import OURS, Peer
from tests.benchmarks.engine.stage import LOADING, Goal, Row, Stage

_UNMEASURED_ANSWERS, _ANSWERS, _BATCH = 10, 100, 10
_FIRST_ANSWERS = 20
_ROUNDS_OF_CHOICES = 50
_MORE_INSTANCES = 10
"""Added to a form that is loaded already."""
_SLOW_LOAD_MS = 30_000
"""Whoever takes longer loads a form once."""
_LARGE = 500_000
"""Bytes of a form that is loaded less often."""
_LAST = 50
"""Of the instances that a side added, those that count: what it costs when many are there."""
_MEMORY = Goal(amount=60, unit="MB")
_LIST_FIRST, _LIST_AFTER = Goal(amount=30), Goal(amount=5)


@dataclass(frozen=True, slots=True)
class Play:
    """A form, and what is done with it."""

    form: Synthetic
    file: Path

    @property
    def _loads(self) -> tuple[int, int]:
        """Unmeasured and measured loads."""
        return (1, 5) if self.file.stat().st_size > _LARGE else (3, 7)

    def load(self, stage: Stage) -> None:
        """Load the form; ours from its compiled definition too, and another session of it."""
        unmeasured, measured = self._loads
        row = stage.row("load", LOADING)
        for _ in range(unmeasured + measured):
            stage.turn("load", self.file, row=row, at_most=_SLOW_LOAD_MS)
        for took in row.samples.values():
            del took[: min(unmeasured, len(took) - 1)]
        compiled, opened = stage.row("load, compiled", LOADING), stage.row("another session", Goal())
        for number in range(unmeasured + measured):
            stage.turn("compiled", self.file, row=compiled if number >= unmeasured else None, only=OURS.name)
        for _ in range(measured):
            stage.turn("open", row=opened, only=OURS.name)
        compiled.samples |= {name: took for name, took in row.samples.items() if name != OURS.name}

    def questions(self, stage: Stage) -> None:
        """Answer questions all over the form, then the one that drives the first calculate."""
        self.load(stage)
        targets = self.form.targets
        row = stage.row("set")
        numbers = range(_UNMEASURED_ANSWERS + _ANSWERS)
        answers = [(targets[k * 37 % len(targets)], str(11 + 13 * k % 800)) for k in numbers]
        for place, batch in enumerate(_batches(answers)):
            stage.turn("set", "value", self.form.last, *batch, row=row if place else None)
        row = stage.row("set first")
        for batch in _batches([(self.form.first, str(100 + k)) for k in range(_FIRST_ANSWERS)]):
            stage.turn("set", "value", self.form.last, *batch, row=row)
        stage.compare()

    def repeat(self, instances: int, stage: Stage) -> None:
        """Add instances and answer in each; then answer in those that are there."""
        self.load(stage)
        there = self.form.instances
        row = stage.row("add")
        line, wanted = f"{self.form.root}/line", there + _MORE_INSTANCES if there else instances
        for number in range(there + 1, wanted + 1):
            stage.turn("add", line, row=row)
            new = f"{line}[{number}]"
            stage.turn("set", "value", self.form.last, f"{new}/qty", number, f"{new}/price", "2.5")
        for took in row.samples.values():
            del took[:-_LAST]
        row = stage.row("set")
        answers = [(f"{line}[{k * 37 % wanted + 1}]/qty", str(50 + k)) for k in range(_ANSWERS)]
        for batch in _batches(answers):
            stage.turn("set", "value", self.form.last, *batch, row=row)
        stage.compare()

    def choices(self, states: int, stage: Stage) -> None:
        """Choose a state, a district, a village; read the next list each time, and a label at the end.

        Each side goes through several rounds before the next one does, as with answers: who is asked for one step
        at a time finds the processor full of the others' work.
        """
        self.load(stage)
        by_state, by_district, named = (
            stage.row(name) for name in ("filter by state", "20 villages", "label look-up")
        )
        for begin in range(0, _ROUNDS_OF_CHOICES, _BATCH):
            for name in stage.names:
                for k in range(begin, begin + _BATCH):
                    self._choose(
                        f"s{k * 7 % states}", k * 11 % 25, stage, (by_state, by_district, named), name
                    )
        stage.compare()

    def _choose(self, state: str, number: int, stage: Stage, rows: tuple[Row, Row, Row], name: str) -> None:
        top, district = self.form.root, f"{state}d{number}"
        by_state, by_district, named = rows
        stage.turn("set", "choices", f"{top}/district", f"{top}/state", state, row=by_state, only=name)
        stage.turn("set", "labels", f"{top}/village", f"{top}/district", district, row=by_district, only=name)
        stage.turn("set", "value", self.form.last, f"{top}/village", f"{district}v3", row=named, only=name)

    def towns(self, stage: Stage) -> None:
        """Open a long list behind a filter: the first time after the form was loaded, and then again."""
        row = stage.row("list opened first", _LIST_FIRST)
        again = stage.row("list opened again", _LIST_AFTER)
        order = ("set", "labels", f"{self.form.root}/town", f"{self.form.root}/region")
        for number in range(self._loads[1]):
            stage.turn("load", self.file)
            stage.turn(*order, f"r{number}", row=row)
        for k in range(_ROUNDS_OF_CHOICES):
            stage.turn(*order, f"r{k * 7 % 100}", row=again)
        stage.compare()


def _batches(answers: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    for begin in range(0, len(answers), _BATCH):
        yield [text for answer in answers[begin : begin + _BATCH] for text in answer]


def memory(form: str, file: Path, peers: Sequence[Peer]) -> Row:
    """Return what one load of a form adds to a fresh process of each engine."""
    row = Row(f"{form} memory, MB", _MEMORY)
    for peer in peers:
        with peer.started() as side:
            before, _ = side.ask("memory")
            side.ask("load", file)
            after, _ = side.ask("memory")
            row.samples[peer.name] = [two - one for one, two in zip(before, after, strict=True)]
    return row


def kept(form: str, file: Path) -> Row:
    """Return what the objects of ours take, without what the allocator holds for later."""
    row = Row(f"{form} objects, MB", _MEMORY)
    with OURS.started() as side:
        row.samples[OURS.name], _ = side.ask("kept", file)
    return row


Playing = Callable[[Play, Stage], None]
LONG: dict[str, Playing] = {
    "flat-1000": Play.questions,
    "deep-1000": Play.questions,
    "flat-5000": Play.questions,
    "deep-5000": Play.questions,
    "repeat-20x500": lambda play, stage: play.repeat(500, stage),
    "repeat-20x500-loaded": lambda play, stage: play.repeat(500, stage),
    "choices-10000": lambda play, stage: play.choices(20, stage),
    "towns-50000": Play.towns,
}
SHORT: dict[str, Playing] = {
    "flat-200": Play.questions,
    "deep-200": Play.questions,
    "repeat-20x20": lambda play, stage: play.repeat(20, stage),
    "repeat-20x20-loaded": lambda play, stage: play.repeat(20, stage),
    "choices-1000": lambda play, stage: play.choices(2, stage),
    "towns-2000": Play.towns,
}


def play(name: str, playing: Playing, peers: Sequence[Peer], *, folder: Path) -> list[Row]:
    """Let engines play a form, each in a fresh process."""
    form = forms.FORMS[name]()
    file = folder / f"{name}.xml"
    file.write_bytes(form.xml())
    with ExitStack() as running:
        stage = Stage(name, [running.enter_context(peer.started()) for peer in peers])
        playing(Play(form, file), stage)
    return stage.rows
