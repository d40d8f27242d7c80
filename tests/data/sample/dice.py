"""Chance that always falls the same way: shares kept exactly, and sentences drawn so that they come back late."""

import hashlib
import random


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


class Deck:
    """Sentences in a mixed order; when all were drawn, they are mixed again, or there are none left."""

    def __init__(self, sentences, name, *, is_endless=True):
        self._sentences, self._dice, self._left = list(sentences), Dice(name), []
        self._is_endless = is_endless
        self._mix()

    def _mix(self):
        self._left = self._dice.sample(self._sentences, len(self._sentences))

    def draw(self):
        if not self._left:
            if not self._is_endless:
                return ""
            self._mix()
        return self._left.pop()


class Decks:
    """One deck for each key of a table of sentences."""

    def __init__(self, table, name, *, is_endless=True):
        self._decks = {
            key: Deck(sentences, f"{name}/{key}", is_endless=is_endless) for key, sentences in table.items()
        }

    def draw(self, *keys):
        """Return a sentence of the first of these keys that has one; blank when none has."""
        for key in keys:
            if key in self._decks and (found := self._decks[key].draw()):
                return found
        return ""
