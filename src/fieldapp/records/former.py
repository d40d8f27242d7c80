"""Former answers: what a record holds at places that its form has no more. Kept, shown, printed; never sent.

An upgrade leaves a lost answer at its own path, so that its history and its merges stay what they were and a later
version that asks again finds it. Where the path still exists but cannot hold the answer (its choice is gone), the
answer goes to `@former/<version>/<path>`.
"""

from collections.abc import Mapping
from urllib.parse import quote, unquote

from fieldapp.forms.definition import FormDefinition
from fieldapp.forms.rules import NodeSpec

FORM_VERSION = "@form_version"
"""Path of the edit by which a draft step says that the record went over to another version of its form."""
_FORMER = "@former/"
_PLACES = ("@present", "@rank")


def former_path(version: str, path: str) -> str:
    """Return where an answer is kept that its own path can hold no more."""
    return path if path.startswith(_FORMER) else f"{_FORMER}{quote(version, safe='')}/{path}"


def read_former(path: str) -> tuple[str, str]:
    """Return the version and the path that a kept answer comes from; blank and the path itself for any other."""
    if not path.startswith(_FORMER):
        return "", path
    version, _, own = path.removeprefix(_FORMER).partition("/")
    return unquote(version), own


def has_place(definition: FormDefinition, path: str) -> bool:
    """Whether a record path stands somewhere in a form, each repeat instance in a repeat.

    A definition without a model (one that nobody can fill) is taken to have a place for everything but what is kept
    as former.
    """
    if path.startswith("@") and "/" in path:
        return False
    if not definition.model.specs:
        return path != FORM_VERSION
    spec = spec_of(definition, path)
    return spec is not None


def spec_of(definition: FormDefinition, path: str) -> NodeSpec | None:
    """Return the node of a form at which a record path stands; of `@present` and `@rank`, their repeat."""
    spec = definition.model.specs.get(definition.root)
    steps = path.split("/")
    is_place = steps[-1] in _PLACES
    for step in steps[:-1] if is_place else steps:
        if spec is None:
            return None
        name, opening, _ = step.partition("[")
        spec = spec.attributes.get(name) if name.startswith("@") else spec.children.get(name)
        if spec is not None and spec.is_repeat is not bool(opening):
            return None
    if spec is None or (is_place and not spec.is_repeat):
        return None
    return spec if is_place or spec.is_leaf else None


def former_answers(definition: FormDefinition, answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers for which a form has no place."""
    return {
        path: value
        for path, value in answers.items()
        if path != FORM_VERSION and not has_place(definition, path)
    }
