"""Places on the Earth: distance along points, area inside them, whether a point lies within."""

from fieldapp.xpath.functions.table import Function

FUNCTIONS: tuple[Function, ...] = ()
