"""Rows are found by their keys as trying each row finds them, however odd the rows are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import Context, Environment, Node, compile_expression, parse_tree

cells = st.lists(
    st.tuples(st.sampled_from(["name", "region", "kind", "x"]), st.sampled_from(["", "a", "b"])), max_size=5
)
PREDICATES = [
    "name = 'a'",
    "name = 'a' and region = 'b'",
    "region = /data/region and kind = 'b' and x != 'a'",
    "name = 'a' and (region = 'b' and kind = 'a')",
    "name = 'a' and name = 'b'",
    "name = 'a' and position() = 1",
    "name = /data/nothing and kind = 'a'",
]


def row_xml(row):
    return "<item>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in row) + "</item>"


@given(st.lists(cells, max_size=8), st.sampled_from(PREDICATES), st.sampled_from(["a", "b"]))
@settings(max_examples=150, deadline=None)
def test_a_look_up_finds_what_trying_every_row_finds(rows, predicate, region):
    table = parse_tree(f"<root>{''.join(map(row_xml, rows))}</root>".encode())
    root = Node("data")
    root.append(Node("region", region))
    context = Context(root, Environment(root, {"rows": table}))
    found = compile_expression(f"instance('rows')/root/item[{predicate}]").nodes(context)
    tried = compile_expression(f"instance('rows')/root/item[true()][{predicate}]").nodes(context)
    assert found == tried
