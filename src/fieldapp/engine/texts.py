"""Shows labels, hints, messages and choices in the session's language, with the values they mention."""

from collections.abc import Mapping, Sequence

from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.effects import Choice
from fieldapp.forms.definition import FormDefinition, Itemset, Question, Text, TextPart
from fieldapp.xpath import Context, Environment, Node, compile_expression


class Texts:
    """The texts of one session."""

    def __init__(self, definition: FormDefinition, env: Environment) -> None:
        self._definition = definition
        self._env = env
        env.itext = self.itext
        env.choice_name = self.choice_name

    def show(self, text: Text, context: Context) -> str:
        """Return a text in the session's language, or in the form's default one where it has none."""
        return self._join(self._pick(text.by_language), context)

    def show_guidance(self, text: Text, context: Context) -> str:
        """Return the long form of a hint."""
        return self._join(self._pick(text.guidance), context)

    def _pick(self, by_language: Mapping[str, tuple[TextPart, ...]]) -> Sequence[TextPart]:
        for language in (self._env.language, self._definition.default_language, ""):
            if language in by_language:
                return by_language[language]
        return next(iter(by_language.values()), ())

    def _join(self, parts: Sequence[TextPart], context: Context) -> str:
        shown = (part.literal if part.output is None else part.output.string(context) for part in parts)
        return "".join(shown)

    def itext(self, text_id: str) -> str:
        """Return what `jr:itext()` gives; an unknown id gives itself."""
        text = self._definition.model.texts.get(text_id)
        if text is None:
            return text_id
        return self.show(text, Context(self._env.root, self._env))

    def choices(self, cell: Cell) -> list[Choice]:
        """Return the choices of a select as they are now."""
        itemset = _itemset(cell)
        if itemset is None:
            return []
        if itemset.nodeset is None:
            return [Choice(each.value, self.show(each.label, cell.context)) for each in itemset.static]
        rows = itemset.nodeset.nodes(cell.context)
        return [Choice(value_of(row, itemset), self._row_label(row, itemset)) for row in rows]

    def values(self, cell: Cell) -> list[str]:
        """Return the values of the choices alone."""
        itemset = _itemset(cell)
        if itemset is None:
            return []
        if itemset.nodeset is None:
            return [each.value for each in itemset.static]
        return [value_of(row, itemset) for row in itemset.nodeset.nodes(cell.context)]

    def choice_name(self, value: str, reference: str, node: Node) -> str:
        """Return what `jr:choice-name()` gives: the label of a value of the select at a path."""
        found = compile_expression(reference).nodes(Context(node, self._env))
        cell = cell_of(found[0]) if found else None
        if cell is None:
            return ""
        return next((choice.label for choice in self.choices(cell) if choice.value == value), "")

    def _row_label(self, row: Node, itemset: Itemset) -> str:
        if itemset.label_expression is not None:
            label = itemset.label_expression.string(Context(row, self._env))
        else:
            found = row.child(itemset.label_ref)
            label = found.value() if found is not None else ""
        return self.itext(label) if itemset.label_is_itext else label


def value_of(row: Node, itemset: Itemset) -> str:
    """Return the value that choosing a row gives."""
    found = row.child(itemset.value_ref)
    return found.value() if found is not None else ""


def _itemset(cell: Cell) -> Itemset | None:
    control = cell.spec.control
    return control.itemset if isinstance(control, Question) else None
