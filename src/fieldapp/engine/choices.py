"""The choices of selects, and which of them are worked out once a session: those that no answer can change."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.base.collector import collection_paused
from fieldapp.engine.cells import Cell
from fieldapp.engine.effects import Choice
from fieldapp.engine.tree import nodes_named
from fieldapp.forms.definition import Itemset, Question, Text, language_code
from fieldapp.forms.official_lists import column_in
from fieldapp.xpath import Context, Environment, Node


@dataclass(slots=True)
class _Fixed:
    """The rows of an itemset without filter, and what was made of them so far."""

    rows: Sequence[Node]
    values: tuple[str, ...]
    by_value: Mapping[str, Node]
    """The first row of each value."""
    shown: list[Choice] | None = None
    language: str = ""
    """In which they are shown."""


class Choices:
    """The choices of one session."""

    def __init__(
        self,
        env: Environment,
        texts: Mapping[str, Text],
        *,
        show: Callable[[Text, Context], str],
        itext: Callable[[str], str],
        translated: Container[str] = (),
    ) -> None:
        self._env = env
        self._texts = texts
        self._show = show
        self._itext = itext
        self._translated = translated
        """The lists whose rows hold a label for other languages too."""
        self._fixed: dict[int, _Fixed] = {}
        """By the identity of the itemset, which the form keeps."""
        self._has_outputs: bool | None = None
        self._shows_pictures = any(text.media for text in texts.values())
        self._made: dict[int, dict[Node, Choice]] = {}
        """By itemset: the choice of each row shown before, where neither it nor its words depend on an answer."""
        self._made_in = ""
        """The language they are in."""

    def of(self, cell: Cell) -> list[Choice]:
        """Return the choices of a select as they are now."""
        itemset = _itemset(cell)
        if itemset is None:
            return []
        if itemset.nodeset is None:
            return [
                Choice(each.value, self._show(each.label, cell.context), self._picture(each.label))
                for each in itemset.static
            ]
        fixed = self._fixed_of(itemset, cell)
        if fixed is None:
            return self._shown(itemset.nodeset.nodes(cell.context), itemset)
        if fixed.shown is None or fixed.language != self._env.language:
            shown = self._shown(fixed.rows, itemset)
            if self._has_answers(itemset):
                return shown
            fixed.shown, fixed.language = shown, self._env.language
        return fixed.shown.copy()

    def values(self, cell: Cell) -> Sequence[str]:
        """Return the values of the choices alone."""
        itemset = _itemset(cell)
        if itemset is None:
            return ()
        if itemset.nodeset is None:
            return [each.value for each in itemset.static]
        fixed = self._fixed_of(itemset, cell)
        if fixed is not None:
            return fixed.values
        return [_value(row, itemset) for row in itemset.nodeset.nodes(cell.context)]

    def label_of(self, cell: Cell, value: str) -> str:
        """Return the label of the choice with a value; blank when it is not offered."""
        itemset = _itemset(cell)
        if itemset is None or not value:
            return ""
        if itemset.nodeset is None:
            found = next((each for each in itemset.static if each.value == value), None)
            return self._show(found.label, cell.context) if found is not None else ""
        fixed = self._fixed_of(itemset, cell)
        if fixed is not None:
            row = fixed.by_value.get(value)
        else:
            rows = itemset.nodeset.nodes(cell.context)
            row = next((row for row in rows if _value(row, itemset) == value), None)
        return self._label(row, itemset) if row is not None else ""

    def _fixed_of(self, itemset: Itemset, cell: Cell) -> _Fixed | None:
        """Return the rows of an itemset that reads no answer and asks neither clock, chance nor language."""
        fixed = self._fixed.get(id(itemset))
        if fixed is None and itemset.nodeset is not None:
            footprint = itemset.nodeset.footprint
            if footprint.spots or footprint.is_volatile or footprint.uses_language:
                return None
            with collection_paused():
                rows = itemset.nodeset.nodes(cell.context)
                values = tuple([_value(row, itemset) for row in rows])
                by_value = dict(zip(reversed(values), reversed(rows), strict=True))
            fixed = self._fixed[id(itemset)] = _Fixed(rows, values, by_value)
        return fixed

    def _shown(self, rows: Sequence[Node], itemset: Itemset) -> list[Choice]:
        with collection_paused():
            if self._has_answers(itemset) or any(row.state is not None for row in rows):
                return [self._choice(row, itemset) for row in rows]
            made = self._made_of(itemset)
            for row in rows:
                if row not in made:
                    made[row] = self._choice(row, itemset)
            return [made[row] for row in rows]

    def _choice(self, row: Node, itemset: Itemset) -> Choice:
        value, label = _value(row, itemset), self._label(row, itemset)
        if not (itemset.label_is_itext and self._shows_pictures):
            return Choice(value, label)
        found = row.child(itemset.label_ref)
        text = self._texts.get(found.value()) if found is not None else None
        return Choice(value, label, self._picture(text) if text is not None else "")

    def _picture(self, text: Text) -> str:
        """Return the picture of a label in the language spoken, or in the first that has one."""
        if not text.media:
            return ""
        spoken = (text.media.get(self._env.language, {}), *text.media.values())
        names = (media.get("image") or media.get("big-image") for media in spoken)
        return next((name for name in names if name), "")

    def _made_of(self, itemset: Itemset) -> dict[Node, Choice]:
        if self._made_in != self._env.language:
            self._made.clear()
            self._made_in = self._env.language
        return self._made.setdefault(id(itemset), {})

    def _label(self, row: Node, itemset: Itemset) -> str:
        if itemset.label_expression is not None:
            label = itemset.label_expression.string(Context(row, self._env))
        else:
            found = row.child(self._spoken(itemset)) or row.child(itemset.label_ref)
            label = found.value() if found is not None else ""
        return self._itext(label) if itemset.label_is_itext else label

    def _spoken(self, itemset: Itemset) -> str:
        """Return the column that holds the labels of the language spoken, of a list that has one for each."""
        if itemset.list_name not in self._translated:
            return itemset.label_ref
        return column_in(itemset.label_ref, language_code(self._env.language))

    def _has_answers(self, itemset: Itemset) -> bool:
        """Whether labels may hold answers: those of an expression, or of the translations where any does."""
        if itemset.label_expression is not None:
            return True
        if itemset.label_is_itext and self._has_outputs is None:
            self._has_outputs = any(map(_has_output, self._texts.values()))
        return itemset.label_is_itext and bool(self._has_outputs)


def _has_output(text: Text) -> bool:
    return any(part.output is not None for parts in text.by_language.values() for part in parts)


def _value(row: Node, itemset: Itemset) -> str:
    found = row.child(itemset.value_ref) or _at(row, itemset.value_ref)
    return found.value() if found is not None else ""


def _at(row: Node, path: str) -> Node | None:
    """Return what stands at a path under a row: `lieu/code`, `./code`, `@code`; most values are in a child."""
    found: Node | None = row
    for step in path.split("/"):
        if found is not None and step != ".":
            found = next(iter(nodes_named(found, step)), None)
    return found if path != "" else None


def _itemset(cell: Cell) -> Itemset | None:
    control = cell.spec.control
    return control.itemset if isinstance(control, Question) else None
