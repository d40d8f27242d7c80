"""Chance that always falls the same way: shares kept exactly, and sentences drawn so that they come back late."""

import hashlib
import random
import re
from dataclasses import dataclass


class Dice(random.Random):
    """Seeded by a name, so that a table that grows changes no other record."""

    def __init__(self, name):
        super().__init__(int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]))

    def some(self, values, least, most):
        """Return a few values, in the order they came in."""
        values = list(values)
        chosen = set(self.sample(range(len(values)), min(len(values), self.randint(least, most))))
        return [value for place, value in enumerate(values) if place in chosen]

    def weighted(self, weights):
        """Return one key, by weight."""
        return self.choices(list(weights), list(weights.values()))[0]

    def is_so(self, chance):
        """Whether something happens that happens as often as this."""
        return self.random() < chance


def shares(weights, total, name):
    """Return `total` values in a mixed order, each as often as its weight says, by the largest remainder."""
    whole = sum(weights.values())
    exact = {value: total * weight / whole for value, weight in weights.items()}
    counts = {value: int(number) for value, number in exact.items()}
    by_rest = sorted(exact, key=lambda value: counts[value] - exact[value])
    for value in by_rest[: total - sum(counts.values())]:
        counts[value] += 1
    found = [value for value, count in counts.items() for _ in range(count)]
    Dice(name).shuffle(found)
    return found


@dataclass(frozen=True)
class Sentence:
    """Something that somebody may say, and what must hold for whoever says it."""

    text: str
    needs: frozenset = frozenset()
    details: tuple = ()
    """What follows the needs after semicolons."""


def sentence_of(text):
    """Read a sentence with its needs in brackets before it; see `words/salarie.toml`."""
    found = re.match(r"\[([^\]]*)\] (.*)", text, re.DOTALL)
    if found is None:
        return Sentence(text)
    needs, *details = found[1].split(";")
    return Sentence(found[2], frozenset(needs.split()), tuple(detail.strip() for detail in details))


class Deck:
    """Sentences in a mixed order; when all were drawn, they are mixed again, or there are none left."""

    def __init__(self, sentences, name, *, is_endless=True):
        self._sentences = [sentence_of(one) if isinstance(one, str) else Sentence(one) for one in sentences]
        self._dice, self._left = Dice(name), []
        self._is_endless = is_endless
        self._mix()

    def _mix(self):
        self._left = self._dice.sample(self._sentences, len(self._sentences))

    def take(self, holds=frozenset(), fits=lambda _: True):
        """Return the next sentence that this person may say and that fits; none when there is none."""
        for is_again in (False, True):
            if is_again:
                if not self._is_endless:
                    return None
                self._mix()
            found = next((one for one in self._left if one.needs <= holds and fits(one)), None)
            if found is not None:
                self._left.remove(found)
                return found
        return None

    def draw(self, holds=frozenset()):
        """Return the next text that this person may say; blank when there is none."""
        found = self.take(holds)
        return "" if found is None else found.text


class Decks:
    """One deck for each key of a table of sentences."""

    def __init__(self, table, name, *, is_endless=True):
        self._decks = {
            key: Deck(sentences, f"{name}/{key}", is_endless=is_endless) for key, sentences in table.items()
        }

    def draw(self, key, holds=frozenset()):
        """Return the next text under a key that this person may say; blank when there is none."""
        return self._decks[key].draw(holds) if key in self._decks else ""

    def take(self, key, holds, fits):
        """Return the next sentence under a key that this person may say and that fits."""
        return self._decks[key].take(holds, fits)
