"""A saved instance comes back byte for byte, but for what changed.

1. Opened and written again without an answer, any instance of the form is the same bytes.
2. After an answer, only the text of that question is another.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from fieldapp.base.errors import KnownError
from fieldapp.forms import FormProblems
from tests.engine.sessions import session
from tests.engine.xforms import xform

FORM = xform(
    '<a/><g><b/><c/></g><r jr:template=""><x/><q><y/></q></r><meta><instanceID/></meta>',
    '<bind nodeset="/data/g/c" relevant="/data/a != \'non\'"/>',
    '<bind nodeset="/data/meta/instanceID" jr:preload="uid"/>',
    body='<input ref="/data/a"/><input ref="/data/g/b"/><input ref="/data/g/c"/>'
    '<repeat nodeset="/data/r"><input ref="/data/r/x"/><repeat nodeset="/data/r/q"><input ref="/data/r/q/y"/>'
    "</repeat></repeat>",
)


def rewritten(xml):
    return session(FORM, instance=xml.encode()).instance_xml().decode()


@pytest.mark.parametrize(
    "xml",
    [
        "<data id='essai'  version='1' ><a>x</a></data>\n",
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<!-- de Collect -->\n<data id="essai"><a/></data>',
        "<data><a>1</a><autre n='1'>\n <sien/>texte<!-- là --> </autre><g><b>é&#233;&amp;<![CDATA[<]]></b></g></data>",
        '<data xmlns:orx="http://openrosa.org/xforms"><orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>',
        '<data><meta xmlns="http://openrosa.org/xforms"><instanceID>u:1</instanceID><audit/></meta><?pi oui?></data>',
        "<data><r><x>1</x></r>\n<r><x>2</x><q><y/></q></r><!--c--></data>",
        "\N{ZERO WIDTH NO-BREAK SPACE}<data/>",
    ],
)
def test_nothing_changes_without_an_answer(xml):
    assert rewritten(xml) == xml


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252", "UTF-16", "utf-8-sig"])
def test_other_encodings_stay(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><data><a>été</a></data>'.encode(
        encoding
    )
    opened = session(FORM, instance=xml)
    assert opened.value("/data/a") == "été"
    assert opened.instance_xml() == xml


def test_the_order_of_bytes_stays():
    xml = "\N{ZERO WIDTH NO-BREAK SPACE}<data><a>é</a></data>".encode("utf-16-be")
    assert session(FORM, instance=xml).instance_xml() == xml


def test_a_letter_that_an_encoding_lacks_is_written_as_a_number():
    opened = session(FORM, instance=b'<?xml version="1.0" encoding="ISO-8859-1"?><data><a/></data>')
    opened.answer("/data/a", "ع")
    assert opened.instance_xml().endswith(b"<data><a>&#1593;</a></data>")


def test_an_answer_changes_its_own_text_only():
    opened = session(FORM, instance=b"<data><!--1--><a v='2'>x<!--3--></a> <z/><g  ><b/></g></data>")
    opened.answer("/data/a", "<y>")
    opened.answer("/data/g/b", "z")
    assert (
        opened.instance_xml() == b"<data><!--1--><a v='2'>&lt;y&gt;<!--3--></a> <z/><g  ><b>z</b></g></data>"
    )


def test_what_the_file_lacked_is_written_where_the_form_has_it():
    opened = session(FORM, instance=b"<data><a/>\n<meta/>\n</data>")
    opened.answer("/data/g/b", "z")
    opened.add_repeat("/data/r")
    xml = opened.instance_xml().decode()
    assert xml == "<data><a/><g><b>z</b><c/></g><r><x/><q><y/></q></r>\n<meta/>\n</data>"


def test_what_becomes_irrelevant_is_left_out_and_comes_back():
    xml = b"<data><a/><g> <b/> <c k='1'>deux</c> </g></data>"
    opened = session(FORM, instance=xml)
    opened.answer("/data/a", "non")
    assert opened.instance_xml() == b"<data><a>non</a><g> <b/>  </g></data>"
    opened.answer("/data/a", "")
    assert opened.instance_xml() == xml


def test_repeat_instances_keep_their_bytes_when_others_come_and_go():
    opened = session(FORM, instance=b"<data><r><x>1</x></r>\n<r><x  >2</x></r>\n<r><x>3</x><u/></r></data>")
    opened.remove_repeat("/data/r[1]")
    opened.add_repeat("/data/r[2]")
    opened.answer("/data/r[2]/x", "n")
    assert opened.instance_xml() == (
        b"<data>\n<r><x  >2</x></r><r><x>n</x><q><y/></q></r>\n<r><x>3</x><u/></r></data>"
    )


def test_an_answer_of_the_wrong_type_that_a_file_brings_stays_in_it():
    form = xform("<n/>", '<bind nodeset="/data/n" type="int"/>', body='<input ref="/data/n"/>')
    opened = session(form, instance=b"<data><n>douze</n></data>")
    assert opened.violation("/data/n").kind == "type"
    assert opened.instance_xml() == b"<data><n>douze</n></data>"
    opened.answer("/data/n", "treize")
    assert opened.instance_xml() == b"<data><n></n></data>"


def test_a_number_that_is_written_otherwise_stays_as_it_is():
    form = xform("<n/>", '<bind nodeset="/data/n" type="int"/>', body='<input ref="/data/n"/>')
    opened = session(form, instance=b"<data><n>2.9</n></data>")
    assert (opened.value("/data/n"), opened.instance_xml()) == ("2", b"<data><n>2.9</n></data>")


def test_the_instance_of_another_form_is_refused():
    with pytest.raises(KnownError, match=r"engine\.other_instance"):
        session(FORM, instance=b"<autre/>")


@pytest.mark.parametrize("xml", [b"", b"<data>", b'<!DOCTYPE d [<!ENTITY e "x">]><data>&e;</data>'])
def test_what_is_no_safe_xml_is_refused(xml):
    with pytest.raises(FormProblems):
        session(FORM, instance=xml)


BLANKS = st.sampled_from(["", " ", "\n  ", "\t"])
ASIDES = st.sampled_from(
    ["", "<!-- c -->", "<?p i?>", "<autre/>", "<u:x xmlns:u='urn:u' u:k=\"1\">t</u:x>", "\r\n"]
)
TEXTS = st.sampled_from(
    ["", "x", "é&amp;", "<![CDATA[a<b]]>", "&#x41;", " deux mots ", "\r\n", "\N{WAVING HAND SIGN}"]
)
ATTRIBUTES = st.sampled_from(["", " k='1'", ' k = "&quot;"', " xml:lang='fr'", "  "])


@st.composite
def elements(draw, name, inside=None):
    """Write an element, its end tag spelled one way or the other."""
    content = draw(TEXTS) if inside is None else draw(inside)
    tag = f"{name}{draw(ATTRIBUTES)}"
    return f"<{tag}/>" if not content and draw(st.booleans()) else f"<{tag}>{content}</{name}{draw(BLANKS)}>"


def rows(*strategies):
    """Write some of several elements in their order, with what others may put between them."""
    piece = [st.one_of(st.just(""), each) for each in strategies]
    between = st.tuples(BLANKS, ASIDES).map("".join)
    return st.tuples(*[part for each in piece for part in (between, each)], between).map("".join)


INSTANCES = st.lists(elements("r", rows(elements("x"), elements("q", rows(elements("y"))))), max_size=3)
DOCUMENTS = st.tuples(
    st.sampled_from(["", '<?xml version="1.0"?>\n', "<!-- avant -->"]),
    elements(
        "data",
        rows(
            elements("a"),
            elements("g", rows(elements("b"), elements("c"))),
            INSTANCES.map("\n".join),
            elements("meta", rows(elements("instanceID"))),
        ),
    ),
    st.sampled_from(["", "\n", "<!-- après -->"]),
).map("".join)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_any_instance_comes_back_as_it_was(xml):
    assert rewritten(xml) == xml


@settings(max_examples=80, deadline=None)
@given(DOCUMENTS)
def test_an_answer_that_is_taken_back_leaves_what_other_programs_wrote(xml):
    opened = session(FORM, instance=xml.encode())
    first = opened.value("/data/a")
    opened.answer("/data/a", "autre")
    assert "<a" in opened.instance_xml().decode()
    opened.answer("/data/a", first)
    assert opened.instance_xml().decode() == xml


def test_what_looks_like_an_attribute_inside_another_one_stays():
    form = xform(
        '<a id=""/><b/>', '<bind nodeset="/data/a/@id" calculate="/data/b"/>', body='<input ref="/data/b"/>'
    )
    saved = """<data id="essai" version="1"><a note=" id='1'" id="2">x</a><b>5</b></data>"""
    opened = session(form, instance=saved.encode())
    assert opened.instance_xml().decode() == saved.replace('id="2"', 'id="5"')


@pytest.mark.parametrize(
    "saved",
    [
        "<a>xmlns:orx=</a>",
        '<a/><other xmlns:orx="http://openrosa.org/xforms"/>',
        '<a xmlns:orx="urn:other">1</a>',
    ],
)
def test_a_prefix_is_declared_where_the_file_does_not(saved):
    form = xform(
        "<a/><orx:x><orx:y/></orx:x>",
        '<bind nodeset="/data/orx:x/orx:y" calculate="string(/data/a)"/>',
        body='<input ref="/data/a"/>',
    )
    opened = session(form, instance=f'<data id="essai" version="1">{saved}</data>'.encode())
    opened.answer("/data/a", "oui")
    written = etree.fromstring(opened.instance_xml())
    assert written.findtext(".//{http://openrosa.org/xforms}y") == "oui"


def test_of_a_node_that_a_file_holds_twice_the_first_is_asked_and_read():
    form = xform("<a/><b/>", '<bind nodeset="/data/b" calculate="/data/a"/>', body='<input ref="/data/a"/>')
    opened = session(form, instance=b'<data id="essai" version="1"><a>1</a><a>2</a></data>')
    assert (opened.value("/data/a"), opened.value("/data/b"), opened.answers()["a"]) == ("1", "1", "1")
