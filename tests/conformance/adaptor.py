"""One door to the engine for the conformance suite: `eval_xpath(case)` and `Scenario`, in the shape its README asks.

Thin over the public surface (`fieldapp.forms`, `fieldapp.engine.FormSession`, `fieldapp.xpath`), and importable
without pytest. A form is refused by raising; an operation that the engine lacks gives `{"unsupported": op}`.
"""

import re
from zoneinfo import ZoneInfo

from fieldapp.base.clock import SystemClock
from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from tests.conformance.xpath_adaptor import eval_xpath

__all__ = ["Scenario", "eval_xpath"]

_DECLARATION = re.compile(r"^<\?xml[^>]*\?>\s*")


class _ZonedClock:
    """The time of the machine in the scenario's zone."""

    def __init__(self, zone):
        self._zone = ZoneInfo(zone)

    def now(self):
        return SystemClock().now().astimezone(self._zone)


class Scenario:
    """One form being filled."""

    def __init__(self, form_xml, attachments, tz, edit_instance=None):
        files = {name.rpartition("/")[2]: _bytes(content) for name, content in (attachments or {}).items()}
        self._clock = _ZonedClock(tz)
        self._definition = load_form_bytes(_bytes(form_xml), name="form.xml", files=files)
        self._open(_bytes(edit_instance) if edit_instance else None, is_edit=bool(edit_instance))

    def _open(self, instance=None, *, is_edit=False):
        self._session = FormSession(self._definition, instance=instance, is_edit=is_edit, clock=self._clock)
        for fault in self._session.faults().values():
            raise fault

    def step(self, op, step):
        """Do one step and tell what can be seen."""
        method = _STEPS.get(op)
        return {"unsupported": op} if method is None else method(self, step) or {}

    def _new(self, _step):
        self._open()

    def _roundtrip(self, _step):
        self._open(self._session.instance_xml())

    def _restore(self, step):
        self._open(_bytes(step["restore_instance"]))

    def _edit(self, _step):
        self._open(self._session.instance_xml(), is_edit=True)

    def _set(self, step):
        self._session.answer(step["set"], "" if step["value"] is None else str(step["value"]))
        violation = self._session.violation(step["set"])
        return {"result": violation.kind if violation is not None and violation.kind != "type" else "ok"}

    def _add_repeat(self, step):
        self._session.add_repeat(step["add_repeat"])

    def _remove_repeat(self, step):
        self._session.remove_repeat(step["remove_repeat"])

    def _set_language(self, step):
        self._session.set_language(step["set_language"])

    def _finalize(self, _step):
        self._session.finalise()

    def _value(self, step):
        reference = step["expect_value"].replace("[0]", "")  # so JavaRosa's own tests call the first instance
        if not self._session.exists(reference):
            return {"exists": False, "value": None}
        return {"exists": True, "value": self._session.in_play(reference)}

    def _relevant(self, step):
        reference = step["expect_relevant"]
        violation = self._session.violation(reference)
        return {
            "relevant": self._session.is_relevant(reference),
            "readonly": self._session.is_readonly(reference),
            "required": self._session.is_required(reference),
            "violation": violation.kind if violation else None,
        }

    def _choices(self, step):
        choices = self._session.choices(step["expect_choices"])
        return {"values": [each.value for each in choices], "labels": [each.label for each in choices]}

    def _repeat_count(self, step):
        return {"count": len(self._session.repeat_references(step["expect_repeat_count"]))}

    def _validation(self, _step):
        violation = next(iter(self._session.violations()), None)
        if violation is None:
            return {"outcome": "ok"}
        return {"outcome": "required" if violation.kind == "required" else "constraint"}

    def _label(self, step):
        reference = step["expect_label"]
        return {"label": self._session.label(reference), "hint": self._session.hint(reference)}

    def _attribute(self, step):
        return {"value": self._session.attribute(step["expect_attribute"], step["name"])}

    def _instance_xml(self, _step):
        return {"xml": _DECLARATION.sub("", self._session.instance_xml().decode())}

    def _final(self, step):
        nodes = [
            {
                "path": reference,
                "relevant": self._session.is_relevant(reference),
                "value": self._session.in_play(reference),
            }
            for reference in self._session.leaves()
        ]
        return {"nodes": nodes, **self._instance_xml(step)}


def _bytes(content):
    return content if isinstance(content, bytes) else str(content).encode()


_STEPS = {
    "set": Scenario._set,
    "add_repeat": Scenario._add_repeat,
    "remove_repeat": Scenario._remove_repeat,
    "set_language": Scenario._set_language,
    "new_instance": Scenario._new,
    "roundtrip_instance": Scenario._roundtrip,
    "restore_instance": Scenario._restore,
    "edit_instance": Scenario._edit,
    "finalize": Scenario._finalize,
    "expect_value": Scenario._value,
    "expect_relevant": Scenario._relevant,
    "expect_choices": Scenario._choices,
    "expect_repeat_count": Scenario._repeat_count,
    "expect_validation": Scenario._validation,
    "expect_label": Scenario._label,
    "expect_attribute": Scenario._attribute,
    "expect_instance_xml": Scenario._instance_xml,
    "final": Scenario._final,
}
