import pytest

from fieldapp.xpath import Context, Environment, compile_expression, parse_tree

TREE = b"<r><a><b/><c><d/></c></a><e id='1' k='2'><f/><g/></e></r>"


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("ancestor::*", ["r", "a", "c"]),
        ("ancestor::*[1]", ["c"]),
        ("ancestor-or-self::*", ["r", "a", "c", "d"]),
        ("preceding::*", ["b"]),
        ("following::*", ["e", "f", "g"]),
        ("../../following-sibling::*", ["e"]),
        ("/r/e/@*", ["id", "k"]),
        ("/r/e/@k", ["k"]),
        ("/r/descendant::*[last()]", ["g"]),
        ("/r/e/*[2] | /r/a", ["a", "g"]),
        ("/r/*/*/..", ["a", "e"]),
        ("/r/e/f/preceding::*[1]", ["d"]),
        ("/r/a//self::d", ["d"]),
    ],
)
def test_each_axis_goes_its_way_and_gives_document_order(path, names):
    root = parse_tree(TREE)
    context = Context(root.child("a").child("c").child("d"), Environment(root=root))
    assert [node.name for node in compile_expression(path).nodes(context)] == names


def test_a_prefix_stands_for_its_namespace():
    root = parse_tree(b"<r xmlns:o='http://openrosa.org/xforms'><o:meta/><meta/></r>")
    context = Context(root, Environment(root=root))
    assert len(compile_expression("/r/orx:meta").nodes(context)) == 1
    assert len(compile_expression("/r/orx:*").nodes(context)) == 1
    assert len(compile_expression("/r/meta").nodes(context)) == 1
