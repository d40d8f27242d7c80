import pytest
from lxml import etree

from tests.engine.sessions import session, survey

TABLE = survey(
    "text | a | A", "text | b | B | ${a} = 'oui'", "begin repeat | r | R", "text | c | C", "end repeat |"
)


def leaves(xml):
    return {element.tag: element.text for element in etree.fromstring(xml).iter() if len(element) == 0}


def test_what_is_irrelevant_is_left_out():
    opened = session(TABLE)
    opened.answer("/essai/b", "dormant")
    assert "b" not in leaves(opened.instance_xml())


def test_the_instance_id_is_that_of_the_record():
    xml = session(TABLE).instance_xml(record_id="0197-abc")
    assert leaves(xml)["instanceID"] == "uuid:0197-abc"


def test_special_characters_survive():
    opened = session(TABLE)
    opened.answer("/essai/a", "<é & 'ع'>")
    assert leaves(opened.instance_xml())["a"] == "<é & 'ع'>"


def test_a_saved_instance_opens_as_it_was():
    opened = session(TABLE)
    opened.answer("/essai/a", "oui")
    opened.answer("/essai/b", "x")
    opened.add_repeat("/essai/r")
    opened.answer("/essai/r[2]/c", "deux")
    again = session(opened.definition, instance=opened.instance_xml())
    assert again.instance_xml() == opened.instance_xml()
    assert again.value("/essai/r[2]/c") == "deux"


def test_the_root_carries_form_id_and_version():
    root = etree.fromstring(session(TABLE).instance_xml())
    assert (root.get("id"), root.get("version")) == ("essai", "1")


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a\x0bb", "a\ufffdb"), ("\x00", "\ufffd"), ("\uffff", "\ufffd"), ("a\r\nb", "a\r\nb")],
)
def test_characters_that_no_xml_can_hold_are_replaced_and_all_others_come_back(given, kept):
    opened = session(survey("text | q | Q | | | |"))
    opened.answer("/essai/q", given)
    again = session(opened.definition, instance=opened.instance_xml())
    assert (opened.value("/essai/q"), again.value("/essai/q")) == (kept, kept)


def test_characters_that_a_calculation_makes_never_spoil_an_instance():
    opened = session(survey("calculate | q | | | base64-decode('AA==') | |"))
    assert etree.fromstring(opened.instance_xml()).findtext("q") == "\ufffd"
