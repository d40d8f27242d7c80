"""Chance: identifiers, random numbers, shuffles that a seed repeats."""

import math

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.problems import XPathError
from fieldapp.xpath.values import number_from_text

MAX_UUID_LENGTH = 10_000
"""Characters that `uuid(length)` gives at most."""

_MODULUS = 2_147_483_647
_MULTIPLIER = 16_807
"""Park and Miller's generator, which the ODK specification names so that every client shuffles alike."""
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _uuid(context: Context, length: float = math.nan) -> str:
    if math.isnan(length):
        return context.env.ids.uuid4()
    if length > MAX_UUID_LENGTH:
        raise XPathError("xpath.too_long", limit=MAX_UUID_LENGTH)
    chars: list[str] = []
    while len(chars) < length:
        number = context.env.ids.seed()
        for _ in range(8):
            number, place = divmod(number, len(_ALPHABET))
            chars.append(_ALPHABET[place])
    return "".join(chars[: int(length)])


def _random(context: Context) -> float:
    return (context.env.ids.seed() % (1 << 53)) / (1 << 53)


def _randomize(context: Context, nodes: list[Node], seed: Value | None = None) -> list[Node]:
    """Shuffle (Fisher and Yates); the same seed gives the same order."""
    state = _state(context.env.ids.seed() if seed is None else _seed(context, seed))
    shuffled = list(nodes)
    for last in range(len(shuffled) - 1, 0, -1):
        state = state * _MULTIPLIER % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (last + 1))
        shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
    return shuffled


def _seed(context: Context, seed: Value) -> int:
    number = number_from_text(seed, context.env) if isinstance(seed, str) else seed
    if isinstance(number, list):
        number = number_from_text(number[0].value() if number else "", context.env)
    if math.isnan(number):
        raise XPathError("xpath.bad_seed")
    return 0 if math.isinf(number) else int(number)


def _state(seed: int) -> int:
    state = int(math.fmod(seed, _MODULUS))
    return state + _MODULUS - 1 if state <= 0 else state


FUNCTIONS = (
    Function("uuid", "number?", Kind.TEXT, _uuid, with_context=True, is_volatile=True),
    Function("random", "", Kind.NUMBER, _random, with_context=True, is_volatile=True),
    Function("randomize", "nodes value?", Kind.NODES, _randomize, with_context=True, is_volatile=True),
)
