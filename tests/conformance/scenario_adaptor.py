"""Drives a form session through one public scenario, in the shape the conformance suite asks."""

import re
from zoneinfo import ZoneInfo

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.forms.rules import NodeSpec

_OPERATIONS_OF_A_WHOLE = frozenset(
    {"new_instance", "roundtrip_instance", "restore_instance", "edit_instance"}
)


class _ZonedClock:
    def __init__(self, zone):
        self._zone = ZoneInfo(zone)

    def now(self):
        return SystemClock().now().astimezone(self._zone)


def _files(attachments):
    """The attachments by file name; the suite names them by their `jr://` source."""
    return {name.rpartition("/")[2]: _bytes(content) for name, content in attachments.items()}


def _bytes(content):
    return content if isinstance(content, bytes) else str(content).encode()


class Scenario:
    """One form being filled; the operations are those of the suite's README."""

    def __init__(self, form_xml, attachments, tz, edit_instance=None):
        self._clock = _ZonedClock(tz)
        self._definition = load_form_bytes(form_xml.encode(), name="form.xml", files=_files(attachments))
        self._open(edit_instance.encode() if edit_instance else None)

    def _open(self, instance=None):
        self._session = FormSession(self._definition, instance=instance, clock=self._clock, ids=SystemIds())
        for fault in self._session.faults().values():
            raise fault

    def step(self, op, step):
        """Do one step and tell what can be seen."""
        if op in _OPERATIONS_OF_A_WHOLE:
            return self._whole(op, step)
        method = getattr(self, f"_{op}", None)
        return {"unsupported": op} if method is None else method(step) or {}

    def _whole(self, op, step):
        instance = {
            "new_instance": None,
            "restore_instance": str(step.get("restore_instance", "")).encode(),
        }.get(op, self._session.instance_xml() if op != "new_instance" else None)
        self._open(instance)
        return {}

    def _set(self, step):
        reference = step["set"]
        self._session.answer(reference, step["value"])
        violation = self._session.violation(reference)
        return {"result": "constraint" if violation is not None and violation.kind == "constraint" else "ok"}

    def _add_repeat(self, step):
        self._session.add_repeat(step["add_repeat"])

    def _remove_repeat(self, step):
        self._session.remove_repeat(step["remove_repeat"])

    def _set_language(self, step):
        self._session.set_language(step["set_language"])

    def _finalize(self, step):
        self._session.finalise()

    def _expect_value(self, step):
        reference = step["expect_value"]
        if not self._exists(reference):
            return {"exists": False, "value": None}
        return {"exists": True, "value": self._read(reference)}

    def _read(self, reference):
        """What an expression would read: nothing of an irrelevant node, nor of an answer of the wrong type."""
        violation = self._session.violation(reference)
        is_wrong = violation is not None and violation.kind == "type"
        return "" if is_wrong or not self._session.is_relevant(reference) else self._session.value(reference)

    def _exists(self, reference):
        return self._session._live.tree.find(reference) is not None

    def _expect_relevant(self, step):
        reference = step["expect_relevant"]
        violation = self._session.violation(reference)
        return {
            "relevant": self._session.is_relevant(reference),
            "readonly": self._session.is_readonly(reference),
            "required": self._session.is_required(reference),
            "violation": violation.kind if violation else None,
        }

    def _expect_choices(self, step):
        choices = self._session.choices(step["expect_choices"])
        return {"values": [each.value for each in choices], "labels": [each.label for each in choices]}

    def _expect_repeat_count(self, step):
        return {"count": len(self._session.repeat_references(step["expect_repeat_count"]))}

    def _expect_validation(self, step):
        violations = self._session.violations()
        kinds = ["required" if each.kind == "required" else "constraint" for each in violations]
        return {"outcome": kinds[0] if kinds else "ok"}

    def _expect_label(self, step):
        reference = step["expect_label"]
        return {"label": self._session.label(reference), "hint": self._session.hint(reference)}

    def _expect_instance_xml(self, step):
        return {"xml": self._xml()}

    def _xml(self):
        return re.sub(r"^<\?xml[^>]*\?>\n", "", self._session.instance_xml().decode())

    def _expect_attribute(self, step):
        node = self._session._live.tree.get(step["expect_attribute"]).node
        return {"value": node.attributes[step["name"]].text}

    def _final(self, step):
        nodes = [
            {"path": cell.reference, "relevant": cell.node.relevant, "value": cell.node.text}
            for cell in self._session._live.tree.cells()
            if NodeSpec.is_leaf.fget(cell.spec)
        ]
        return {"nodes": nodes, "xml": self._xml()}
