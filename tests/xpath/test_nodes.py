import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.xpath import Node, NodeKind, document_of, parse_tree

tags = st.sampled_from("abc")
deeds = st.lists(
    st.tuples(st.sampled_from(["append", "insert", "remove"]), tags, st.integers(0, 20)), max_size=30
)


@given(deeds)
@settings(max_examples=100, deadline=None)
def test_children_are_found_by_name_whatever_came_and_went(deeds):
    parent = Node("data")
    for deed, tag, place in deeds:
        if deed == "append":
            parent.append(Node(tag))
        elif deed == "insert":
            parent.insert(place, Node(tag))
        elif parent.children:
            parent.remove(parent.children[place % len(parent.children)])
        for each in "abc":
            assert list(parent.named(each)) == [child for child in parent.children if child.tag == each]


def test_a_tree_is_read_with_its_attributes_and_prefixes():
    xml = b'<data id="f" xmlns:orx="urn:orx" orx:kind="k"><orx:meta><orx:id>1</orx:id></orx:meta></data>'
    root = parse_tree(xml)
    assert (root.attributes["id"].text, root.attributes["orx:kind"].namespace) == ("f", "urn:orx")
    assert root.child("orx:meta").child("orx:id").value() == "1"
    assert root.parent.kind is NodeKind.DOCUMENT


def test_indentation_is_no_text():
    assert parse_tree(b"<data>\n  <a>1</a>\n</data>").value() == "1"


def test_mixed_text_is_kept_when_asked():
    root = parse_tree(b"<p>one<b>two</b>three<!-- no --></p>", keep_mixed=True)
    assert root.value() == "onetwothree"
    assert [node.kind.name for node in root.all_children()] == ["TEXT", "ELEMENT", "TEXT", "COMMENT"]


def test_text_that_is_no_xml_is_refused():
    with pytest.raises(KnownError, match=r"xpath\.bad_xml"):
        parse_tree(b"<data>")


def test_entities_stay_unread():
    xml = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d><a>&x;</a></d>'
    assert parse_tree(xml).value() == ""


def test_a_root_made_by_hand_gets_a_document():
    root = Node("data")
    assert document_of(root) is document_of(root) is root.parent


def test_what_is_shown_of_a_node_holds_no_answer():
    assert "secret" not in repr(Node("name", "secret"))
