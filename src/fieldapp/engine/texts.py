"""Shows labels, hints, messages and choices in the session's language, with the values they mention."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from fieldapp.engine.cells import Cell, cell_of
from fieldapp.engine.choices import Choices
from fieldapp.engine.effects import Choice
from fieldapp.forms.definition import FormDefinition, Text, TextPart
from fieldapp.xpath import (
    Context,
    Environment,
    Expression,
    Node,
    XPathError,
    XPathProblems,
    compile_expression,
)

T = TypeVar("T")


class Texts:
    """The texts of one session."""

    def __init__(self, definition: FormDefinition, env: Environment) -> None:
        self._definition = definition
        self._env = env
        self._paths: dict[str, Expression] = {}
        """The paths that `jr:choice-name()` names."""
        self._choices = Choices(
            env,
            definition.model.texts,
            show=self.show,
            itext=self.itext,
            translated=definition.model.official_lists,
        )
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

    def in_language(self, name: str, look: Callable[[], T]) -> T:
        """Look at words in another language, and be back in the present one whatever happens."""
        before, self._env.language = self._env.language, name
        try:
            return look()
        finally:
            self._env.language = before

    def itext(self, text_id: str) -> str:
        """Return what `jr:itext()` gives; an unknown id gives itself."""
        text = self._definition.model.texts.get(text_id)
        if text is None:
            return text_id
        return self.show(text, Context(self._env.root, self._env))

    def choices(self, cell: Cell) -> list[Choice]:
        """Return the choices of a select as they are now."""
        return self._choices.of(cell)

    def values(self, cell: Cell) -> Sequence[str]:
        """Return the values of the choices alone."""
        return self._choices.values(cell)

    def choice_name(self, value: str, reference: str, node: Node) -> str:
        """Return what `jr:choice-name()` gives: the label of a value of the select at a path."""
        path = self._paths.get(reference)
        if path is None:
            path = self._paths[reference] = self._compiled(reference)
        found = path.nodes(Context(node, self._env))
        cell = cell_of(found[0]) if found else None
        return self._choices.label_of(cell, value) if cell is not None else ""

    def _compiled(self, reference: str) -> Expression:
        try:
            return compile_expression(reference, namespaces=self._definition.model.namespaces)
        except XPathProblems as error:
            raise XPathError(error.code, **error.facts) from error
