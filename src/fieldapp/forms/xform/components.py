"""Strongly connected components of the rules: what a rule needs comes out before it, a circle comes out whole."""

from collections.abc import Iterator, Mapping

from fieldapp.forms.rules import Rule

Needs = Mapping[int, list[Rule]]
"""id of a rule -> the rules it reads the outcome of."""


def components(rules: list[Rule], needs: Needs) -> Iterator[list[Rule]]:
    """Yield the components, those a rule needs before the rule itself (Tarjan 1972, without recursion)."""
    search = _Search(needs)
    for rule in rules:
        if id(rule) not in search.index:
            yield from search.from_rule(rule)


class _Search:
    """The state of one search."""

    def __init__(self, needs: Needs) -> None:
        self.index: dict[int, int] = {}
        self._needs = needs
        self._low: dict[int, int] = {}
        self._stack: list[Rule] = []
        self._on_stack: set[int] = set()

    def from_rule(self, start: Rule) -> Iterator[list[Rule]]:
        """Yield the components that are met from one rule on."""
        work = [(start, self._enter(start))]
        while work:
            rule, remaining = work[-1]
            other = self._next_unseen(rule, remaining)
            if other is not None:
                work.append((other, self._enter(other)))
                continue
            work.pop()
            if work:
                self._lower(work[-1][0], self._low[id(rule)])
            if self._low[id(rule)] == self.index[id(rule)]:
                yield self._pop(rule)

    def _enter(self, rule: Rule) -> Iterator[Rule]:
        self.index[id(rule)] = self._low[id(rule)] = len(self.index)
        self._stack.append(rule)
        self._on_stack.add(id(rule))
        return iter(self._needs[id(rule)])

    def _next_unseen(self, rule: Rule, remaining: Iterator[Rule]) -> Rule | None:
        for other in remaining:
            if id(other) not in self.index:
                return other
            if id(other) in self._on_stack:
                self._lower(rule, self.index[id(other)])
        return None

    def _lower(self, rule: Rule, value: int) -> None:
        self._low[id(rule)] = min(self._low[id(rule)], value)

    def _pop(self, rule: Rule) -> list[Rule]:
        component: list[Rule] = []
        while not component or component[-1] is not rule:
            component.append(self._stack.pop())
            self._on_stack.discard(id(component[-1]))
        return component[::-1]
