import pytest

from fieldapp.base.errors import KnownError
from fieldapp.xpath import NodeKind, parse_tree


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


def test_both_ways_of_reading_find_the_same_elements():
    xml = b"<d><a>1<!-- c -->2</a><b k='v'><c/></b>\n<a/></d>"
    plain, whole = parse_tree(xml), parse_tree(xml, keep_mixed=True)
    assert [(node.tag, node.text) for node in plain.walk() if not node.children] == [
        (node.tag, node.text) for node in whole.walk() if not node.children
    ]
