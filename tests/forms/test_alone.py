"""A form is read without its files where they are not: its questions stand, its outside lists do not."""

import pytest

from fieldapp.forms import FormProblems, load_form_bytes
from fieldapp.forms.alone import load_form_alone

FORM = b"""
| survey |
|        | type                             | name | label |
|        | select_one_from_file villes.csv  | a    | A     |
|        | select_one_from_file regions.xml  | b    | B     |
|        | select_one_from_file v.geojson   | c    | C     |
|        | select_one oui                   | d    | D     |
| choices |
|        | list_name | name | label |
|        | oui       | oui  | Oui   |
"""
FILES = {
    "villes.csv": b"name,label\nrabat,Rabat\n",
    "regions.xml": b"<root><item><name>rabat</name><label>Rabat</label></item></root>",
    "v.geojson": b'{"features": [{"geometry": {"type": "Point", "coordinates": [-6.8, 34]},'
    b' "properties": {"id": "r", "title": "R"}}]}',
}


@pytest.fixture
def xform():
    return load_form_bytes(FORM, name="f.md", files=FILES).xform


def test_all_the_form_says_itself_is_read(xform):
    alone = load_form_alone(xform, name="f.xml")
    assert [question.name for question in alone.questions()] == ["a", "b", "c", "d"]
    assert set(alone.model.secondary) == {"oui"}


def test_what_is_wrong_with_the_form_itself_is_still_said(xform):
    with pytest.raises(FormProblems, match=r"form\.problems"):
        load_form_alone(
            xform.replace(b'nodeset="/data/a"', b'nodeset="/data/a" relevant="a +"'), name="f.xml"
        )
