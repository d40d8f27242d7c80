"""Chance: identifiers, random numbers, shuffles that a seed repeats."""

import hashlib
import math

from fieldapp.xpath.closures import Kind
from fieldapp.xpath.context import Context, Value
from fieldapp.xpath.functions.table import Function
from fieldapp.xpath.nodes import Node
from fieldapp.xpath.problems import XPathError
from fieldapp.xpath.values import to_number, to_text

MAX_UUID_LENGTH = 10_000
"""Characters that `uuid(length)` gives at most."""

_MODULUS = 2_147_483_647
_MULTIPLIER = 16_807
"""Park and Miller's generator, which the ODK specification names so that every client shuffles alike."""
_LARGEST = (1 << 63) - 1
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
    """Shuffle (Fisher and Yates, from within); the same seed gives the same order on every ODK client."""
    state = _state(context.env.ids.seed() if seed is None else _seed(context, seed))
    shuffled: list[Node] = []
    for place, node in enumerate(nodes):
        state = state * _MULTIPLIER % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (place + 1))
        if other == place:
            shuffled.append(node)
        else:
            shuffled.append(shuffled[other])
            shuffled[other] = node
    return shuffled


def _seed(context: Context, seed: Value) -> int:
    """Make a whole number of a seed, as Java would; of a text that is no number, from its digest."""
    number = to_number(seed, context.env)
    if math.isinf(number):
        return _LARGEST if number > 0 else -_LARGEST - 1
    if not math.isnan(number):
        return int(number)
    text = to_text(seed)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True) if text else 0


def _state(seed: int) -> int:
    state = abs(seed) % _MODULUS * (-1 if seed < 0 else 1)
    return state + _MODULUS - 1 if state <= 0 else state


FUNCTIONS = (
    Function("uuid", "number?", Kind.TEXT, _uuid, with_context=True, is_volatile=True),
    Function("random", "", Kind.NUMBER, _random, with_context=True, is_volatile=True),
    Function("randomize", "nodes value?", Kind.NODES, _randomize, with_context=True, is_volatile=True),
)
