"""A form session that a script drives: it does one step and tells what can be seen; it compares nothing."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from fieldapp.base.clock import Clock
from fieldapp.base.ids import Ids
from fieldapp.engine import Effects, FormSession
from fieldapp.forms.definition import FormDefinition

Seen = Mapping[str, Any]
OK, REQUIRED, CONSTRAINT, TYPE = "ok", "required", "constraint", "type"
_DECLARATION = re.compile(r"^<\?xml[^>]*\?>\s*")


def act(session: FormSession, facts: Mapping[str, Any]) -> Effects | None:
    """Do what a step says that moves the answers; none for any other step.

    Raises:
        KnownError: `engine.…`, when the session cannot do it.
    """
    match facts:
        case {"set": str(reference), "value": value}:
            return session.answer(reference, text_of(value))
        case {"add_repeat": str(reference)}:
            return session.add_repeat(reference)
        case {"remove_repeat": str(reference)}:
            return session.remove_repeat(reference)
        case {"set_language": str(name)}:
            return session.set_language(name)
    return None


def text_of(value: object) -> str:
    """Return the answer that a JSON value stands for: null is blank, true is `true`."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


class ScriptSession:
    """One form being tried out."""

    def __init__(
        self, definition: FormDefinition, *, clock: Clock, ids: Ids, instance: bytes | None = None
    ) -> None:
        """Open the form: a new instance, or a saved one."""
        self._definition = definition
        self._clock = clock
        self._ids = ids
        self.session = self._opened(instance)

    def _opened(self, instance: bytes | None = None, *, is_edit: bool = False) -> FormSession:
        return FormSession(
            self._definition, instance=instance, clock=self._clock, ids=self._ids, is_edit=is_edit
        )

    def do(self, operation: str, facts: Mapping[str, Any]) -> Seen:
        """Do one step and tell what can be seen of it.

        Raises:
            KnownError: The step cannot be done; a path without a place, a language the form does not have.
        """
        return _DOING[operation](self, facts)

    def _set(self, facts: Mapping[str, Any]) -> Seen:
        reference = facts["set"]
        act(self.session, {"set": reference, "value": facts.get("value", facts.get("file"))})
        return {"result": self._violation(reference) or OK}

    def _act(self, facts: Mapping[str, Any]) -> Seen:
        act(self.session, facts)
        return {}

    def _finalize(self, _facts: Mapping[str, Any]) -> Seen:
        self.session.finalise()
        return {}

    def _new(self, _facts: Mapping[str, Any]) -> Seen:
        self.session = self._opened()
        return {}

    def _reopen(self, _facts: Mapping[str, Any]) -> Seen:
        self.session = self._opened(self.session.instance_xml())
        return {}

    def _edit(self, _facts: Mapping[str, Any]) -> Seen:
        self.session = self._opened(self.session.instance_xml(), is_edit=True)
        return {}

    def _restore(self, facts: Mapping[str, Any]) -> Seen:
        self.session = self._opened(facts["restore_instance"].encode())
        return {}

    def _value(self, facts: Mapping[str, Any]) -> Seen:
        reference = facts["expect_value"]
        if self.session.exists(reference):
            return {"exists": True, "value": self.session.in_play(reference)}
        node, _, attribute = reference.partition("/@")
        if attribute and self.session.exists(node):
            return {"exists": True, "value": self.session.attribute(node, attribute)}
        return {"exists": False, "value": None}

    def _relevant(self, facts: Mapping[str, Any]) -> Seen:
        reference = facts["expect_relevant"]
        return {
            "relevant": self.session.is_relevant(reference),
            "readonly": self.session.is_readonly(reference),
            "required": self.session.is_required(reference),
            "violation": self._violation(reference) or None,
        }

    def _violation(self, reference: str) -> str:
        violation = self.session.violation(reference)
        return violation.kind if violation is not None else ""

    def _choices(self, facts: Mapping[str, Any]) -> Seen:
        choices = self.session.choices(facts["expect_choices"])
        return {"values": [each.value for each in choices], "labels": [each.label for each in choices]}

    def _count(self, facts: Mapping[str, Any]) -> Seen:
        return {"count": len(self.session.repeat_references(facts["expect_repeat_count"]))}

    def _validation(self, _facts: Mapping[str, Any]) -> Seen:
        first = next(iter(self.session.violations()), None)
        if first is None:
            return {"outcome": OK, "path": ""}
        return {"outcome": REQUIRED if first.kind == REQUIRED else CONSTRAINT, "path": first.reference}

    def _label(self, facts: Mapping[str, Any]) -> Seen:
        reference = facts["expect_label"]
        return {"label": self.session.label(reference), "hint": self.session.hint(reference)}

    def _attribute(self, facts: Mapping[str, Any]) -> Seen:
        return {"value": self.session.attribute(facts["expect_attribute"], facts["name"])}

    def _xml(self, _facts: Mapping[str, Any]) -> Seen:
        return {"xml": _DECLARATION.sub("", self.session.instance_xml().decode())}

    def _load_error(self, _facts: Mapping[str, Any]) -> Seen:
        """Tell which rules fail as soon as the form is opened: what other programs refuse a form for."""
        return {"load_error": sorted(self.session.faults())}


_DOING: Mapping[str, Callable[[ScriptSession, Mapping[str, Any]], Seen]] = {
    "set": ScriptSession._set,
    "add_repeat": ScriptSession._act,
    "remove_repeat": ScriptSession._act,
    "set_language": ScriptSession._act,
    "finalize": ScriptSession._finalize,
    "new_instance": ScriptSession._new,
    "roundtrip_instance": ScriptSession._reopen,
    "edit_instance": ScriptSession._edit,
    "restore_instance": ScriptSession._restore,
    "expect_value": ScriptSession._value,
    "expect_relevant": ScriptSession._relevant,
    "expect_choices": ScriptSession._choices,
    "expect_repeat_count": ScriptSession._count,
    "expect_validation": ScriptSession._validation,
    "expect_label": ScriptSession._label,
    "expect_attribute": ScriptSession._attribute,
    "expect_instance_xml": ScriptSession._xml,
    "expect_load_error": ScriptSession._load_error,
}
