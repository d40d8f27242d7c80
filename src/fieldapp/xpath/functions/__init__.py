"""The function library: one table, drawn from small ones by theme. What is not in it does not exist in a form."""

from collections.abc import Mapping

from fieldapp.xpath.functions import (
    chance,
    dates,
    geometry,
    logic,
    nodesets,
    numbers,
    selects,
    signed,
    strings,
    totals,
)
from fieldapp.xpath.functions.table import Function

FUNCTIONS: Mapping[str, Function] = {
    function.name: function
    for theme in (chance, dates, geometry, logic, nodesets, numbers, selects, signed, strings, totals)
    for function in theme.FUNCTIONS
}
"""Every function, by the name a form writes."""
