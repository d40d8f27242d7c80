"""The form session: what the window, the documents and the commands hold while a form is filled."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from fieldapp.base.clock import Clock, SystemClock
from fieldapp.base.collector import collection_paused
from fieldapp.base.errors import KnownError
from fieldapp.base.ids import Ids, SystemIds
from fieldapp.engine.cells import Cell
from fieldapp.engine.controls import cell_at, hint_of, live_controls, violation_at
from fieldapp.engine.drafts import computed_values, relevant_answers, stored_answers
from fieldapp.engine.edits import put
from fieldapp.engine.effects import Choice, Edit, Effects, LiveControl, Violation
from fieldapp.engine.identity import meta_cell
from fieldapp.engine.instance_xml import write_instance
from fieldapp.engine.live import LiveForm
from fieldapp.engine.opening import begin, new_tree, read_saved, resume, secondary_of
from fieldapp.engine.types import whole_characters
from fieldapp.forms.definition import FormDefinition, Group, Repeat, Text
from fieldapp.forms.record_lists import Served
from fieldapp.forms.xform.setvalues import REVALIDATE

T = TypeVar("T")
_NO_RECORDS: Served = {}


class FormSession:
    """One form being filled. Every action returns its `Effects`; nothing else changes, nobody is called back."""

    @collection_paused()
    def __init__(
        self,
        definition: FormDefinition,
        *,
        instance: bytes | None = None,
        is_edit: bool = False,
        answers: Mapping[str, str] | None = None,
        last_saved: bytes | None = None,
        records: Served = _NO_RECORDS,
        clock: Clock | None = None,
        ids: Ids | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> None:
        """Open a new form, or one that was begun.

        Args:
            definition: The form.
            instance: A saved ODK instance to go on with; `instance_xml` then changes only what changed.
            is_edit: Whether it was submitted and is corrected: it gets a new instanceID, and the one it had as
                deprecatedID.
            answers: The stored values of a draft, by record path, as `answers()` gave them.
            last_saved: The instance saved last, for a form that takes defaults from it.
            records: The lists that the workspace serves: records by form id, official lists by file name.
            clock: The time.
            ids: Identifiers of new repeat instances, and randomness.
            metadata: `deviceid`, `username`… for the preloads.

        Raises:
            FormProblems: The instance is not XML.
            KnownError: `engine.other_instance`: it belongs to another form.
        """
        self.definition = definition
        self._saved = None if instance is None else read_saved(definition, instance)
        self._live = LiveForm(
            definition,
            new_tree(definition) if self._saved is None else self._saved.root,
            secondary=secondary_of(definition, last_saved, records),
            clock=clock or SystemClock(),
            ids=ids or SystemIds(),
            metadata=metadata or {},
        )
        is_new = answers is None and self._saved is None
        self.opening: Effects = (
            begin(self._live) if is_new else resume(self._live, answers, self._saved, is_edit=is_edit)
        )
        """What opening itself set: preloads, defaults, first repeat instances. A new draft begins with its edits."""

    def answer(self, reference: str, value: str) -> Effects:
        """Set one value and report everything that moved. Never refuses a value: a wrong one is flagged.

        Raises:
            KnownError: `engine.unknown_reference`, `engine.not_a_question` for a group or repeat.
        """
        cell = self._live.tree.get(reference)
        if not cell.spec.is_leaf:
            raise KnownError("engine.not_a_question", reference=reference)
        self._live.answer(cell, whole_characters(value))
        return self._live.finish()

    def add_repeat(self, reference: str) -> Effects:
        """Add an instance of a repeat: last, or at the position that the reference ends with."""
        parent, spec = self._live.tree.range_of(reference)
        step = reference.rpartition("/")[2]
        position = step.partition("[")[2].rstrip("]")
        self._live.add_instance(parent, spec, position=int(position) if position.isdecimal() else 0)
        return self._live.finish()

    def remove_repeat(self, reference: str) -> Effects:
        """Remove the repeat instance at a reference such as `/fiche/sites/site[2]`."""
        cell = self._live.tree.get(reference)
        if not cell.spec.is_repeat:
            raise KnownError("engine.not_a_repeat", reference=reference)
        self._live.remove_instance(cell)
        return self._live.finish()

    def set_language(self, name: str) -> Effects:
        """Show the form in another of its languages.

        Raises:
            KnownError: `engine.unknown_language`.
        """
        if name not in self.definition.languages:
            raise KnownError("engine.unknown_language", language=name, known=list(self.definition.languages))
        self._live.speak(name)
        return self._live.finish()

    def apply(self, edits: Iterable[Edit]) -> Effects:
        """Set stored values by path, whatever they are: undo, redo, and what a merge brings."""
        wanted = list(edits)
        return self._live.quietly(lambda: put(self._live, wanted))

    def finalise(self) -> Effects:
        """Stamp what is stamped at the end (`end`, and what the form sets then); the other answers stay as they are."""
        self._live.stamp_end()
        self._live.actions.fire(REVALIDATE)
        return self._live.finish()

    @property
    def language(self) -> str:
        """Name of the form language shown; blank for a form without translations."""
        return self._live.env.language

    def value(self, reference: str) -> str:
        """Return the stored value, dormant or not, wrong or not; blank if there is none."""
        return self._cell(reference).stored

    def exists(self, reference: str) -> bool:
        """Whether the node is there: a repeat instance may be gone."""
        return self._live.tree.find(reference) is not None

    def leaves(self) -> Iterator[str]:
        """Walk the references of all nodes that hold a value, in the order of the form, relevant or not."""
        cells = self._live.tree.cells()
        return (cell.reference for cell in cells if cell.spec.is_leaf and not cell.spec.is_attribute)

    def in_play(self, reference: str) -> str:
        """Return what expressions, documents and the instance see: blank where irrelevant or of a wrong type."""
        node = self._cell(reference).node
        return node.text if node.relevant else ""

    def attribute(self, reference: str, name: str) -> str:
        """Return the value of a node's attribute; blank without one."""
        found = self._cell(reference).node.attributes.get(name)
        return found.text if found is not None else ""

    def is_relevant(self, reference: str) -> bool:
        """Whether the node is in play."""
        return self._cell(reference).node.relevant

    def is_required(self, reference: str) -> bool:
        """Whether a blank answer would be a violation."""
        return self._cell(reference).is_required

    def is_readonly(self, reference: str) -> bool:
        """Whether the question, or a group around it, may only be read."""
        cell: Cell | None = self._cell(reference)
        while cell is not None:
            if cell.own_readonly:
                return True
            cell = cell.parent
        return False

    def violation(self, reference: str) -> Violation | None:
        """Return the violation that holds for a question, if any."""
        return violation_at(self._cell(reference), self._live.texts)

    def violations(self) -> tuple[Violation, ...]:
        """Return all violations in the order of the form; irrelevant questions have none."""
        found = (violation_at(cell, self._live.texts) for cell in self._live.tree.cells() if cell.violation)
        return tuple(violation for violation in found if violation is not None)

    def faults(self) -> dict[str, KnownError]:
        """Return the rules that could not be worked out (`nodeset kind` -> why); they count as blank or unchanged."""
        return {f"{nodeset} {kind}": error for (nodeset, kind), error in self._live.rules.faults.items()}

    def choices(self, reference: str) -> list[Choice]:
        """Return the choices of a select as they are now; none for another question."""
        return self._live.texts.choices(self._cell(reference))

    def label(self, reference: str) -> str:
        """Return the label of a question, group or repeat in the session's language."""
        cell = self._cell(reference)
        return self._live.texts.show(cell.spec.control.label, cell.context) if cell.spec.control else ""

    def hint(self, reference: str) -> str:
        """Return the hint of a question."""
        cell = self._cell(reference)
        return self._live.texts.show(hint_of(cell.spec.control), cell.context)

    def guidance(self, reference: str) -> str:
        """Return the long hint of a question."""
        cell = self._cell(reference)
        return self._live.texts.show_guidance(hint_of(cell.spec.control), cell.context)

    def show(self, text: Text, reference: str = "") -> str:
        """Return any text of the form, seen from a node: the label of a presentation group, say."""
        return self._live.texts.show(text, self._cell(reference or self.definition.root).context)

    def children(self, reference: str = "") -> tuple[LiveControl, ...]:
        """Return the controls that stand under the form, a group, or a repeat instance, relevant or not."""
        if not reference or reference == self.definition.root:
            return live_controls(
                self.definition.body, self._live.tree.get(self.definition.root), self.definition.root
            )
        cell = self._cell(reference)
        control = cell.spec.control
        inside = control.children if isinstance(control, Group | Repeat) else ()
        return live_controls(inside, cell, cell.reference)

    def children_of(self, control: LiveControl) -> tuple[LiveControl, ...]:
        """Return what stands under a live group: also one that binds no node."""
        inside = control.control
        below = inside.children if isinstance(inside, Group) else ()
        return live_controls(below, self._cell(control.reference), control.reference)

    def in_language(self, name: str, look: Callable[[], T]) -> T:
        """Look at words in another of the form's languages; nothing moves."""
        return self._live.texts.in_language(name, look)

    def repeat_references(self, reference: str) -> list[str]:
        """Return the references of a repeat's instances, in order."""
        parent, spec = self._live.tree.range_of(reference)
        return [cell.reference for cell in self._live.tree.instances(parent, spec)]

    def path_of(self, reference: str) -> str:
        """Return the record path of a reference."""
        return self._live.tree.get(reference).path

    def reference_of(self, path: str) -> str:
        """Return the reference of a record path; blank when its repeat instance is not there."""
        cell = self._live.tree.find_path(path)
        return cell.reference if cell is not None else ""

    def answers(self) -> dict[str, str]:
        """Return all stored values by path, dormant ones and preloads included: what a draft must keep."""
        return stored_answers(self._live.tree)

    def final_answers(self) -> dict[str, str]:
        """Return the relevant answers that are not computed: what finalising compares and what travels."""
        return relevant_answers(self._live.tree)

    def computed(self) -> dict[str, str]:
        """Return the relevant calculates and preloads."""
        return computed_values(self._live.tree)

    def instance_name(self) -> str:
        """Return the title the form gives this record; blank if it gives none."""
        cell = self._meta("instanceName")
        return cell.node.text if cell is not None else ""

    def instance_xml(self, *, record_id: str = "") -> bytes:
        """Return the ODK instance, irrelevant parts left out; its instanceID is the record's, if given."""
        cell = self._meta("instanceID")
        instead = {cell.node: f"uuid:{record_id}"} if record_id and cell is not None else {}
        return (
            write_instance(self._live.tree.root, instead)
            if self._saved is None
            else self._saved.write(instead)
        )

    def _meta(self, name: str) -> Cell | None:
        return meta_cell(self._live.tree, self.definition.root, name)

    def _cell(self, reference: str) -> Cell:
        return cell_at(self._live.tree, reference)
