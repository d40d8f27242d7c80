"""Where controls stand: under the group around them, or where their node is when the body puts them elsewhere."""

import pytest

from tests.engine.sessions import session
from tests.engine.xforms import xform

GROUP = '<group ref="/data/g"><input ref="/data/g/b"/>%s</group>'
REPEAT = '<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/c"/>%s</repeat></group>'
INSTANCE = "<a/><g><b/></g><r><c/></r>"


def references(opened, above=""):
    return [child.reference for child in opened.children(above)]


@pytest.mark.parametrize("above", ["/data/g", "/data/r[1]"])
def test_a_control_stands_under_the_group_around_it_or_where_its_node_is(above):
    opened = session(xform(INSTANCE, body=(GROUP + REPEAT) % (('<input ref="/data/a"/>',) * 2)))
    assert references(opened, above)[-1] == "/data/a"
    assert references(opened, above)[0].startswith(f"{above}/")


def test_a_repeat_written_inside_a_group_that_its_node_is_not_in_can_be_added_to():
    opened = session(xform(INSTANCE, body=GROUP % (REPEAT % "")))
    opened.add_repeat(references(opened, "/data/g")[-1])
    assert references(opened, "/data/r[2]") == ["/data/r[2]/c"]


def test_a_question_without_a_node_is_in_no_list():
    opened = session(xform(INSTANCE, body=REPEAT % '<input ref="/data/r/zz"/>'))
    assert references(opened, "/data/r[1]") == ["/data/r[1]/c"]
