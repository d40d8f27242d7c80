from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath import Node, document_of

tags = st.sampled_from("abc")
deeds = st.lists(
    st.tuples(st.sampled_from(["append", "insert", "remove", "copy"]), tags, st.integers(0, 20)), max_size=30
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
        elif deed == "copy":
            parent = parent.copy()
        elif parent.children:
            parent.remove(parent.children[place % len(parent.children)])
        for each in "abc":
            expected = [child for child in parent.children if child.tag == each]
            assert list(parent.named(each)) == expected
            assert parent.only(each) in (None, *expected[:1])
            assert parent.only(each) is None or len(expected) == 1


def test_a_root_made_by_hand_gets_a_document():
    root = Node("data")
    assert document_of(root) is document_of(root) is root.parent


def test_what_is_shown_of_a_node_holds_no_answer():
    assert "secret" not in repr(Node("name", "secret"))
