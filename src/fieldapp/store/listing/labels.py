"""What a form says about answers that the list needs: labels of choices, where the region and the last check stand."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from fieldapp.forms.definition import FormDefinition, Itemset, Question, Text

REGION = "region"
"""A question of this name, or ending in it after an underscore, says where a record belongs."""
CHECKED_ON = "date_verification"
"""The question that says when a fiche was last held against reality."""
_REGION_ENDS = (f"/{REGION}", f"_{REGION}")
_CHOOSES_SEVERAL = frozenset({"select", "rank"})
_CHOOSES = _CHOOSES_SEVERAL | {"select1"}
_Names = Mapping[str, tuple[str, ...]]
"""The labels of each value, in every language."""
OfficialNames = Callable[[str, str], Sequence[str]]
"""Gives the names of a code of an official list."""


def _no_names(_list: str, _code: str) -> Sequence[str]:
    return ()


class Labels:
    """One form, as the list looks at it; its lists of choices are read when the first answer names one."""

    def __init__(self, definition: FormDefinition, official: OfficialNames = _no_names) -> None:
        self.definition = definition
        self._official = official
        asked = tuple(definition.questions())
        self._chosen = {question.nodeset: question for question in asked if question.kind in _CHOOSES}
        self._lists: dict[str, _Names] = {}
        self._noted: dict[str, bool] = {}
        self.has_checks = any(_name(question.nodeset) == CHECKED_ON for question in asked)
        """Whether the form asks when its record was last checked; one that does not never grows stale."""

    def of(self, path: str, value: str) -> list[str]:
        """Return the labels of the choices that an answer names, in every language of the form."""
        question = self._chosen.get(self.definition.nodeset_of(path))
        if question is None or question.itemset is None:
            return []
        values = value.split() if question.kind in _CHOOSES_SEVERAL else [value]
        listed = self.definition.model.official_lists.get(question.itemset.list_name)
        if listed is not None:
            return [name for each in values for name in self._official(listed, each)]
        names = self._names(question)
        return [label for each in values for label in names.get(each, ())]

    def is_noted(self, path: str) -> bool:
        """Whether the program notes the value by itself: times, device, identity; nobody looks for those."""
        nodeset = self.definition.nodeset_of(path)
        known = self._noted.get(nodeset)
        if known is None:
            is_identity = path.startswith("meta/") and not path.endswith("instanceName")
            known = self._noted[nodeset] = is_identity or bool(self.definition.bind(nodeset).preload)
        return known

    def region(self, answers: Mapping[str, str]) -> str:
        """Return the region of a record: the first answer outside repeats, else the first inside; blank without."""
        found = [path for path in answers if _is_region(path)]
        outside = [path for path in found if "[" not in path]
        return next((answers[path] for path in outside or found), "")

    def region_names(self, language: str) -> dict[str, str]:
        """Return the names of the regions that the form offers, in one of its languages or else in the default one."""
        for question in self._chosen.values():
            if _is_region(question.nodeset) and question.itemset is not None:
                order = (language, self.definition.default_language, "")
                return {
                    value: next((names[each] for each in order if names.get(each)), value)
                    for value, names in _choices(question.itemset, self.definition)
                }
        return {}

    def _names(self, question: Question) -> _Names:
        itemset = question.itemset
        assert itemset is not None
        key = itemset.list_name or question.nodeset
        names = self._lists.get(key)
        if names is None:
            pairs = _choices(itemset, self.definition)
            names = self._lists[key] = {value: tuple(dict.fromkeys(texts.values())) for value, texts in pairs}
        return names


def checked_on(answers: Mapping[str, str]) -> str:
    """Return the day of the last check that a record tells of; blank without."""
    found = (
        value[:10]
        for path, value in answers.items()
        if path.endswith(CHECKED_ON) and _name(path) == CHECKED_ON
    )
    return max(found, default="")


def _choices(itemset: Itemset, definition: FormDefinition) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each choice of a list: its value, its label by language; the blank language stands for all."""
    for choice in itemset.static:
        yield choice.value, _written(choice.label)
    rows = definition.model.secondary.get(itemset.list_name)
    for row in rows.children if rows is not None else ():
        value, label = row.child(itemset.value_ref), row.child(itemset.label_ref)
        if value is not None and label is not None:
            text = definition.model.texts.get(label.value()) if itemset.label_is_itext else None
            yield value.value(), {"": label.value()} if text is None else _written(text)


def _written(text: Text) -> Mapping[str, str]:
    return {language: "".join(part.literal for part in parts) for language, parts in text.by_language.items()}


def _is_region(path: str) -> bool:
    return path.endswith(_REGION_ENDS) or path == REGION


def _name(path: str) -> str:
    return path.rpartition("/")[2]
