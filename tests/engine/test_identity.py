import pytest

from tests.engine.sessions import session
from tests.engine.xforms import xform

FORM = xform(
    "<a/><meta><instanceID/></meta>",
    '<bind nodeset="/data/meta/instanceID" jr:preload="uid"/>',
    body='<input ref="/data/a"/>',
)
ORX = xform(
    "<a/><orx:meta><orx:instanceID/></orx:meta>",
    '<bind nodeset="/data/orx:meta/orx:instanceID" jr:preload="uid"/>',
    body='<input ref="/data/a"/>',
)
SENT = b"<data><a>1</a><meta><instanceID>uuid:ancien</instanceID></meta></data>"


def test_an_edit_has_a_new_identity_and_says_the_old_one():
    opened = session(FORM, instance=SENT, is_edit=True)
    assert opened.value("/data/meta/deprecatedID") == "uuid:ancien"
    assert opened.value("/data/meta/instanceID").startswith("uuid:0000")
    assert opened.instance_xml().endswith(
        b"</instanceID><deprecatedID>uuid:ancien</deprecatedID></meta></data>"
    )


def test_going_on_with_an_instance_keeps_its_identity():
    opened = session(FORM, instance=SENT)
    assert opened.value("/data/meta/instanceID") == "uuid:ancien"
    assert not opened.exists("/data/meta/deprecatedID")


def test_a_second_edit_says_the_identity_before_it():
    once = session(FORM, instance=SENT, is_edit=True)
    twice = session(FORM, instance=once.instance_xml(), is_edit=True)
    assert twice.value("/data/meta/deprecatedID") == once.value("/data/meta/instanceID")


@pytest.mark.parametrize("name", ["meta", "o:meta"])
def test_the_metadata_are_found_under_any_prefix(name):
    prefix = name.removesuffix("meta")
    sent = f'<data xmlns:o="http://openrosa.org/xforms"><{name}><{prefix}instanceID>uuid:a</{prefix}instanceID></{name}></data>'
    opened = session(ORX, instance=sent.encode(), is_edit=True)
    assert opened.value("/data/orx:meta/orx:deprecatedID") == "uuid:a"
    assert (
        b'<orx:deprecatedID xmlns:orx="http://openrosa.org/xforms">uuid:a</orx:deprecatedID>'
        in opened.instance_xml()
    )


def test_the_identities_of_a_record_are_no_answers():
    opened = session(FORM, instance=SENT, is_edit=True)
    assert opened.final_answers() == {"a": "1"}


def test_an_edit_fires_no_trigger_and_no_first_load():
    form = xform(
        "<a/><b/><meta><instanceID/></meta>",
        '<setvalue event="odk-instance-first-load" ref="/data/b">premier</setvalue>',
        body='<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/b">changé</setvalue></input>',
    )
    assert session(form, instance=SENT, is_edit=True).value("/data/b") == ""
