"""Fills a form from facts through the real session, in the order of the form, and writes down the steps it took.

A fact that the form does not ask, a value that it does not offer and an answer that it finds wrong stop the work: the
data set follows the forms, or says where it no longer does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fieldapp.base.clock import FixedClock
from fieldapp.base.ids import DerivedIds
from fieldapp.engine import FormSession
from fieldapp.forms.definition import Group, Question, Repeat

TODAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
"""The day the generator takes for today. Which it is does not matter: only days before it are written down."""


@dataclass(frozen=True, slots=True)
class Ago:
    """A day, told by how many days before today it is; a day to come is negative."""

    days: int

    def on(self, today):
        return (today - timedelta(days=self.days)).date().isoformat()


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of the sample folder that is an answer."""

    path: str


class UnfitError(Exception):
    """Facts do not fit the form."""


class Filler:
    """One record being written down."""

    def __init__(self, definition, *, record_id, days_ago, records):
        day = TODAY - timedelta(days=days_ago)
        self.session = FormSession(
            definition,
            clock=FixedClock(day),
            ids=DerivedIds(record_id),
            metadata={"deviceid": "poste-exemple", "username": "exemple"},
            records=records,
        )
        self.steps = []

    def fill(self, facts):
        left = dict(facts)
        self._walk("", left)
        wrong = [f"{found.reference} ({found.kind})" for found in self.session.violations()]
        if left or wrong:
            raise UnfitError(f"not asked: {sorted(left)}; wrong: {wrong}")
        return self.steps

    def replay(self, steps):
        """Take steps as they stand, and hold what they answer against the form as well."""
        for step in steps:
            if "add_repeat" in step:
                self.session.add_repeat(step["add_repeat"])
                self.steps.append(step)
            elif "days_ago" in step:
                self._answer(step["set"], Ago(step["days_ago"]))
            else:
                self._answer(step["set"], Picture(step["file"]) if "file" in step else step["value"])
        return self.fill({})

    def _walk(self, reference, facts):
        for live in self.session.children(reference):
            name = live.reference.rpartition("/")[2]
            if isinstance(live.control, Repeat):
                self._turns(live.reference, facts.pop(name, ()))
            elif isinstance(live.control, Group):
                self._walk(live.reference, facts)
            elif isinstance(live.control, Question) and name in facts:
                self._answer(live.reference, facts.pop(name), chooses=live.control.itemset is not None)

    def _turns(self, reference, turns):
        for place, turn in enumerate(turns, 1):
            if len(self.session.repeat_references(reference)) < place:
                self.session.add_repeat(reference)
                self.steps.append({"add_repeat": f"{reference}[{place}]"})
            left = dict(turn)
            self._walk(f"{reference}[{place}]", left)
            if left:
                raise UnfitError(f"not asked in {reference}[{place}]: {sorted(left)}")

    def _answer(self, reference, fact, *, chooses=True):
        if fact is None or fact in ("", []):
            return
        if not self.session.is_relevant(reference):
            raise UnfitError(f"{reference} is not asked")
        if isinstance(fact, Ago):
            value, step = fact.on(TODAY), {"days_ago": fact.days}
        elif isinstance(fact, Picture):
            value, step = "exemple.png", {"file": fact.path}
        else:
            value = _text(fact)
            step = {"value": value}
        offered = {choice.value for choice in self.session.choices(reference)} if chooses else ()
        if offered and not set(value.split()) <= offered:
            raise UnfitError(f"{reference}: {value} is not offered")
        self.session.answer(reference, value)
        self.steps.append({"set": reference, **step})


def _text(fact):
    return " ".join(fact) if isinstance(fact, list | tuple) else str(fact)


def tell(facts: Mapping) -> dict:
    """Return the facts without those that are not known."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}
