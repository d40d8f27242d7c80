"""The live state of one node: what the engine knows beside its text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.forms.rules import NodeSpec, Reader
from fieldapp.xpath import Context, Node

if TYPE_CHECKING:
    from fieldapp.engine.tasks import Task


@dataclass(slots=True, eq=False, repr=False)
class Cell:
    """State of one node of the primary instance; it hangs in `Node.state`."""

    node: Node
    spec: NodeSpec
    serial: int
    """Unique in its session; makes the key of a pending rule."""
    context: Context
    fixed: str = ""
    """Its reference where no position is in it; blank in a repeat."""
    own_relevant: bool = True
    """What its own rule says; `Node.relevant` counts the ancestors too."""
    is_required: bool = False
    own_readonly: bool = False
    wrong: str = ""
    """An answer that is not of the question's type: kept and flagged, while expressions read a blank."""
    violation: str = ""
    """Kind of the violation that holds now, or blank."""
    uuid: str = ""
    """Of a repeat instance."""
    rank: str = ""
    position: int = 1
    """Of a repeat instance, among its siblings, from 1."""
    tasks: "tuple[Task, ...] | None" = None
    """Its rules, ready to be worked out; made when they are first needed."""
    links: "tuple[Task, ...] | None" = None
    """The rules that read this cell and stand at one place only; found when they are first needed."""
    spreads: tuple[Reader, ...] = ()
    """Those that stand at several places; known once `links` are."""

    def __repr__(self) -> str:
        """Where it stands, never the answer."""
        return f"<cell {self.reference}>"

    @property
    def parent(self) -> "Cell | None":
        """The cell above; none for the root."""
        node = self.node.parent
        state = node.state if node is not None else None
        return state if isinstance(state, Cell) else None

    @property
    def stored(self) -> str:
        """The answer as it was given, wrong or not."""
        return self.wrong or self.node.text

    @property
    def reference(self) -> str:
        """Absolute path with positions: how the session's callers name this node."""
        spec = self.spec
        if not spec.in_repeat:
            return spec.nodeset
        parent = self.parent
        above = parent.reference if parent else ""
        return f"{above}/{spec.name}[{self.position}]" if spec.is_repeat else f"{above}/{spec.name}"

    @property
    def path(self) -> str:
        """Record path with repeat UUIDs, relative to the root; blank for the root itself."""
        spec, parent = self.spec, self.parent
        if parent is None:
            return ""
        if not spec.in_repeat:
            return "/".join(spec.nodeset.split("/")[2:])
        step = f"{spec.name}[{self.uuid}]" if spec.is_repeat else spec.name
        above = parent.path
        return f"{above}/{step}" if above else step


def cell_of(node: Node) -> Cell | None:
    """Return the cell of a node; none for a node that the form does not know."""
    state = node.state
    return state if isinstance(state, Cell) else None
