"""A path that finds its one node at once finds what walking finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import Context, Environment, Node, compile_expression, parse_tree

PATHS = [
    "/data/a",
    "/data/g/b",
    "/data/g/c",
    "/data/r/x",
    "../a",
    "../g/b",
    "../../a",
    "../r/x",
    ".",
    "..",
    "../nothing",
]
WRAPPED = [
    "{0}",
    "string({0})",
    "number({0})",
    "coalesce({0}, 7) + 1",
    "{0} > 3",
    "{0} != 3",
    "{0} = 'x'",
    "count({0})",
]
TEXTS = ["", "2", "5", "x", "2026-03-15", " 4 "]

trees = st.lists(
    st.tuples(st.sampled_from(["a", "g", "r", "r"]), st.lists(st.sampled_from("bcx"), max_size=3)), max_size=6
)


def tree_of(data, drawn):
    """Make a tree; some of its nodes are out of play."""
    root = Node("data")
    for tag, below in drawn:
        node = root.append(Node(tag))
        for each in below:
            node.append(Node(each, data.draw(st.sampled_from(TEXTS))))
        if not below:
            node.text = data.draw(st.sampled_from(TEXTS))
    for node in root.walk():
        node.relevant = data.draw(st.booleans()) or node is root
    return root.copy() if data.draw(st.booleans()) else root


def alone(root):
    """Return the nodes that have their path for themselves."""
    by_path = {}
    for node in root.walk():
        names = [each.tag for each in (node, *node.ancestors()) if each.tag]
        by_path.setdefault("/" + "/".join(reversed(names)), []).append(node)
    return {path: nodes[0] for path, nodes in by_path.items() if len(nodes) == 1}


@given(st.data(), trees)
@settings(max_examples=150, deadline=None)
def test_what_is_found_at_once_is_what_walking_finds(data, drawn):
    root = tree_of(data, drawn)
    walking, knowing = Environment(root), Environment(root)
    knowing.singles = alone(root)
    node = data.draw(st.sampled_from(list(root.walk())))
    path, wrapped = data.draw(st.sampled_from(PATHS)), data.draw(st.sampled_from(WRAPPED))
    quick = compile_expression(wrapped.format(path))
    slow = compile_expression(wrapped.format(f"({path})[true()]"))
    for _ in range(2):
        assert repr(quick.evaluate(Context(node, knowing))) == repr(slow.evaluate(Context(node, walking)))
        assert repr(quick.evaluate(Context(node, walking))) == repr(slow.evaluate(Context(node, walking)))
        node.text = data.draw(st.sampled_from(TEXTS))


def test_a_number_is_read_again_once_the_text_is_another():
    root = parse_tree(b"<data><a>12</a></data>")
    context = Context(root, Environment(root))
    a = compile_expression("/data/a")
    assert a.number(context) == 12
    root.children[0].text = "13"
    assert a.number(context) == 13
