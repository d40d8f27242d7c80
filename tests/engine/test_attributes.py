from fieldapp.forms import load_form_bytes
from tests.engine.sessions import session
from tests.engine.xforms import xform

ENTITY = xform(
    '<arbre><espece/></arbre><meta><instanceID/><entity dataset="arbres" id="" create="1"><label/></entity></meta>',
    '<bind nodeset="/data/arbre/espece" type="string"/>',
    '<bind nodeset="/data/meta/entity/@id" type="string"/>',
    '<bind nodeset="/data/meta/entity/@create" calculate="if(/data/arbre/espece = \'\', 0, 1)"/>',
    '<bind nodeset="/data/meta/entity/label" calculate="/data/arbre/espece"/>',
    '<setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" value="uuid()"/>',
    body='<input ref="/data/arbre/espece"/>',
)
REPEATED = xform(
    '<lieu><nom/><carte code="x"/></lieu>',
    '<bind nodeset="/data/lieu/carte/@code" calculate="../../nom" relevant="../../nom != \'zz\'"/>',
    '<bind nodeset="/data/codes" calculate="join(\' \', /data/lieu/carte/@code)"/>',
    after="<codes/>",
    body='<repeat nodeset="/data/lieu"><input ref="/data/lieu/nom"/></repeat>',
)


def test_an_action_gives_an_attribute_its_value():
    opened = session(ENTITY)
    assert opened.attribute("/data/meta/entity", "id").startswith("00000000-")
    assert opened.attribute("/data/meta/entity", "dataset") == "arbres"


def test_a_calculation_gives_an_attribute_its_value():
    opened = session(ENTITY)
    assert opened.attribute("/data/meta/entity", "create") == "0"
    opened.answer("/data/arbre/espece", "arganier")
    assert opened.attribute("/data/meta/entity", "create") == "1"
    assert b'create="1"><label>arganier</label>' in opened.instance_xml()


def test_a_draft_keeps_the_attributes_that_were_set_once():
    opened = session(ENTITY)
    again = session(ENTITY, answers=opened.answers())
    assert again.attribute("/data/meta/entity", "id") == opened.attribute("/data/meta/entity", "id")


def test_an_attribute_is_no_answer_of_the_record():
    opened = session(ENTITY)
    opened.answer("/data/arbre/espece", "arganier")
    assert not any("@id" in path or "@create" in path for path in opened.final_answers() | opened.computed())


def test_attributes_in_a_repeat_are_those_of_their_instance():
    opened = session(REPEATED)
    opened.add_repeat("/data/lieu")
    opened.answer("/data/lieu[2]/nom", "b")
    opened.answer("/data/lieu[1]/nom", "a")
    assert [opened.attribute(f"/data/lieu[{n}]/carte", "code") for n in (1, 2)] == ["a", "b"]
    assert opened.value("/data/lieu[2]/carte/@code") == "b"
    assert opened.value("/data/codes") == "a b"


def test_an_attribute_is_left_alone_when_nothing_names_it():
    definition = load_form_bytes(REPEATED.xform.replace(b'code="x"', b'code="x" teinte="vert"'), name="a.xml")
    assert session(definition).attribute("/data/lieu[1]/carte", "teinte") == "vert"


RELEVANT = xform(
    '<a/><b k="1" jr:x="2" u="3"/>',
    '<bind nodeset="/data/b/@k" relevant="/data/a = \'oui\'"/>',
    '<bind nodeset="/data/b/@jr:x" calculate="concat(/data/a, /data/@version)"/>',
    body='<input ref="/data/a"/><input ref="/data/b"/>',
)


def test_an_attribute_out_of_play_is_left_out():
    opened = session(RELEVANT)
    assert b'<b jr:x="1" u="3"/>' in opened.instance_xml()
    opened.answer("/data/a", "oui")
    assert b'<b k="1" jr:x="oui1" u="3"/>' in opened.instance_xml()


def test_an_attribute_of_a_saved_instance_is_changed_where_it_stands():
    saved = b"<data version='1' xmlns:jr='http://openrosa.org/javarosa'><b  u='3'  k = '1' jr:x='2'><!--c--></b></data>"
    opened = session(RELEVANT, instance=saved)
    assert opened.instance_xml() == saved.replace(b"  k = '1' jr:x='2'", b' jr:x="1"')
    opened.answer("/data/a", "oui")
    assert b"<b  u='3'  k = '1' jr:x=\"oui1\"><!--c--></b>" in opened.instance_xml()


def test_an_attribute_that_a_saved_instance_lacks_is_added_once_it_says_something():
    opened = session(ENTITY, instance=b"<data><meta><entity/></meta></data>")
    assert b'<entity create="0"/>' in opened.instance_xml()
