"""Reads the trees of a form: the primary instance with its repeat templates, and the secondary instances."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from fieldapp.forms.external import LAST_SAVED, Files, file_name, read_external
from fieldapp.forms.official_lists import listed_official
from fieldapp.forms.parts import Bind, Control, Repeat
from fieldapp.forms.record_lists import listed_form
from fieldapp.forms.rules import NodeSpec
from fieldapp.forms.xml import JAVAROSA, OPENROSA, children_named
from fieldapp.xpath import Node, parse_tree


def primary_root(model: etree._Element) -> etree._Element | None:
    """Return the root element of the primary instance: the first instance of the model."""
    for instance in children_named(model, "instance")[:1]:
        for root in instance:
            return root
    return None


def copy_tree(source: Node) -> Node:
    """Copy a node and all below it, its attributes too: a form may give them values."""
    return source.copy()


def ensure_instance_id(root: Node) -> str:
    """Give the instance a place for its instanceID where the form forgot it, and return its nodeset."""
    meta = next((child for child in root.children if child.name == "meta"), None)
    if meta is None:
        meta = root.append(Node("meta", namespace=OPENROSA, prefix="orx"))
    found = next((child for child in meta.children if child.name == "instanceID"), None)
    if found is None:
        found = meta.append(Node("instanceID", namespace=meta.namespace, prefix=meta.prefix))
    return f"/{root.tag}/{meta.tag}/{found.tag}"


def foresee_deprecated_id(specs: dict[str, NodeSpec]) -> None:
    """Let the instance hold a deprecatedID, which an edit gives it; few forms write the place for it themselves."""
    own = next((spec for spec in specs.values() if spec.name in ("instanceID", "orx:instanceID")), None)
    if own is None or own.parent is None:
        return
    nodeset = own.nodeset.removesuffix("instanceID") + "deprecatedID"
    if nodeset not in specs:
        bind = Bind(nodeset, preload="uid:deprecated")
        spec = NodeSpec(nodeset, nodeset.rpartition("/")[2], own.parent, bind, order=own.order)
        specs[nodeset] = own.parent.children[spec.name] = spec


def split_templates(
    root: Node, repeats: frozenset[str], fixed: frozenset[str] = frozenset()
) -> dict[str, Node]:
    """Take the templates out of the instance and return one for each repeat, by nodeset.

    A repeat without `jr:template` is copied from its first instance; one whose number is fixed has at least one.
    """
    templates: dict[str, Node] = {}
    todo = [(root, "/" + root.tag)]
    while todo:
        node, nodeset = todo.pop()
        for child in list(node.children):
            below = f"{nodeset}/{child.tag}"
            if below in repeats:
                is_marked = _take_mark(child)
                if is_marked and (below not in fixed or len(node.named(child.tag)) > 1):
                    node.remove(child)
                if is_marked or below not in templates:
                    templates[below] = copy_tree(child)
            todo += [(child, below)] if child.children else []
    for nodeset, template in templates.items():
        _drop_templates(template, nodeset, repeats)
    return templates


def _drop_templates(node: Node, nodeset: str, repeats: frozenset[str]) -> None:
    for child in list(node.children):
        below = f"{nodeset}/{child.tag}"
        if below in repeats and _take_mark(child):
            node.remove(child)
        else:
            _drop_templates(child, below, repeats)


def _take_mark(node: Node) -> bool:
    """Whether a node is a template; the mark itself is of no more use and goes."""
    marks = [
        name
        for name, value in node.attributes.items()
        if (value.namespace, value.name) == (JAVAROSA, "template")
    ]
    if marks:
        node.attributes = {name: value for name, value in node.attributes.items() if name not in marks}
    return bool(marks)


def build_specs(
    root: Node, binds: Mapping[str, Bind], controls: Mapping[str, Control], *, acted_on: Iterable[str] = ()
) -> dict[str, NodeSpec]:
    """Lay out one spec for every nodeset of the instance, templates included, in document order.

    Attributes have one where a bind or an action names them.
    """
    specs: dict[str, NodeSpec] = {}

    def spec_of(nodeset: str, parent: NodeSpec | None) -> NodeSpec:
        spec = specs.get(nodeset)
        if spec is None:
            bind = binds.get(nodeset) or Bind(nodeset)
            spec = NodeSpec(nodeset, nodeset.rpartition("/")[2], parent, bind, order=0)
            spec.control = controls.get(nodeset)
            specs[nodeset] = spec
            if parent is not None:
                parent.children[spec.name] = spec
        return spec

    top = spec_of("/" + root.tag, None)
    todo = deque([(root, top)])
    while todo:
        node, spec = todo.popleft()
        todo.extend((child, spec_of(f"{spec.nodeset}/{child.tag}", spec)) for child in node.children)
    for nodeset in [each for each in (*binds, *acted_on) if "/@" in each]:
        above, _, name = nodeset.rpartition("/")
        if above in specs:
            bind = binds.get(nodeset) or Bind(nodeset)
            specs[above].attributes[name] = NodeSpec(nodeset, name, specs[above], bind, order=0)
    ordered = list(top.walk())
    for order, spec in enumerate(ordered):
        spec.order = order
    return {spec.nodeset: spec for spec in ordered}


def place_templates(specs: Mapping[str, NodeSpec], templates: Mapping[str, Node], root: Node) -> None:
    """Give each repeat the tree that its new instances are copied from."""
    for nodeset, template in templates.items():
        repeat = specs[nodeset]
        repeat.is_repeat = True
        if repeat.parent is not None:
            repeat.parent.repeats.append(repeat)
        repeat.template = template
        for spec in repeat.walk():
            spec.in_repeat = True
    for nodeset in templates:
        repeat = specs[nodeset]
        if (
            isinstance(repeat.control, Repeat)
            and repeat.control.count
            and repeat.parent
            and not repeat.parent.in_repeat
        ):
            repeat.initial = tuple(copy_tree(node) for node in _at(root, nodeset))


def _at(root: Node, nodeset: str) -> list[Node]:
    nodes = [root]
    for step in nodeset.split("/")[2:]:
        nodes = [child for node in nodes for child in node.named(step)]
    return nodes


def last_saved_ids(model: etree._Element) -> frozenset[str]:
    """Return the ids of the secondary instances that stand for the record saved last."""
    instances = children_named(model, "instance")[1:]
    return frozenset(each.get("id", "") for each in instances if each.get("src") == LAST_SAVED)


def record_lists(model: etree._Element) -> dict[str, str]:
    """Return the forms whose records stand in secondary instances, by the id of the instance."""
    return _listed(model, listed_form)


def official_lists(model: etree._Element) -> dict[str, str]:
    """Return the official lists that stand in secondary instances, by the id of the instance."""
    return _listed(model, listed_official)


def _listed(model: etree._Element, name_in: Callable[[str], str | None]) -> dict[str, str]:
    named = {each: name_in(file_name(source)) for each, source in external_sources(model).items()}
    return {each: name for each, name in named.items() if name is not None}


def secondary_instances(model: etree._Element, files: Files) -> tuple[dict[str, Node], dict[str, str]]:
    """Return the secondary instances by id, and the files that are missing, by the id of their instance."""
    outside, missing = read_sources(external_sources(model), files)
    found: dict[str, Node] = {}
    for instance in children_named(model, "instance")[1:]:
        instance_id, root = instance.get("id"), next(iter(instance), None)
        tree = parse_tree(root) if root is not None else outside.get(instance_id or "")
        if instance_id and tree is not None:
            found[instance_id] = tree
    return found, missing


def external_sources(model: etree._Element) -> dict[str, str]:
    """Return where the secondary instances come from that the form does not hold itself, by id."""
    instances = children_named(model, "instance")[1:]
    outside = [(each.get("id"), each.get("src", "")) for each in instances if not len(each)]
    return {instance_id or source: source for instance_id, source in outside if source}


def read_sources(sources: Mapping[str, str], files: Files) -> tuple[dict[str, Node], dict[str, str]]:
    """Return the instances that files beside a form hold, and the files that are missing, both by id."""
    found: dict[str, Node] = {}
    missing: dict[str, str] = {}
    for instance_id, source in sources.items():
        tree = read_external(source, files)
        if tree is None:
            missing[instance_id] = file_name(source)
        else:
            found[instance_id] = tree
    return found, missing
