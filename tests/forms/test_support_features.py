"""Each feature that the table calls supported is seen at work in a form."""

import pytest

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.engine import FormSession
from fieldapp.forms import load_form_bytes
from fieldapp.forms.support import Area, Support, feature, names

COLUMNS = "type | name | label | relevant | calculation | choice_filter | repeat_count | default | trigger"
HEAD = f"| survey |\n| | {COLUMNS} |\n"
CHOICES = "| choices |\n| | list_name | name | label | p |\n| | l | a | A | x |\n| | l | b | B | y |\n"
FILES = {
    "f.csv": b"name,label\na,A\n",
    "g.xml": b"<root><item><name>a</name><label>A</label></item></root>",
    "h.geojson": b'{"features": [{"id": "a", "geometry": {"type": "Point", "coordinates": [1, 2]},'
    b' "properties": {"title": "A"}}]}',
}


def session(*rows, more=CHOICES, head=HEAD):
    table = head + "".join(f"| | {row} |\n" for row in rows) + more
    definition = load_form_bytes(table.encode(), name="f.md", files=FILES)
    return FormSession(definition, clock=SystemClock(), ids=SystemIds())


def values(opened, reference):
    return [choice.value for choice in opened.choices(reference)]


def groups():
    opened = session("begin group | g | G", "text | a | A", "end group |")
    opened.answer("/data/g/a", "x")
    assert opened.value("/data/g/a") == "x"


def nested_repeats():
    opened = session(
        "begin repeat | r | R", "begin repeat | s | S", "text | a | A", "end repeat |", "end repeat |"
    )
    opened.add_repeat("/data/r")
    opened.add_repeat("/data/r[2]/s")
    opened.answer("/data/r[2]/s[1]/a", "x")
    assert (opened.value("/data/r[2]/s[1]/a"), opened.value("/data/r[1]/s[1]/a")) == ("x", "")


def repeat_count():
    opened = session("integer | n | N", "begin repeat | r | R | | | | ${n}", "text | a | A", "end repeat |")
    opened.answer("/data/n", "3")
    assert len(opened.repeat_references("/data/r")) == 3


def or_other():
    opened = session("select_one l or_other | q | Q")
    opened.answer("/data/q", "other")
    assert opened.is_relevant("/data/q_other")


def randomize():
    head = "| survey |\n| | type | name | label | parameters |\n"
    opened = session("select_one l | q | Q | randomize=true seed=42", head=head)
    assert sorted(values(opened, "/data/q")) == ["a", "b"]


def choice_filter():
    opened = session("text | t | T", "select_one l | q | Q | | | p = ${t}")
    opened.answer("/data/t", "y")
    assert values(opened, "/data/q") == ["b"]


def select_from_repeat():
    opened = session("begin repeat | r | R", "text | n | N", "end repeat |", "select_one ${n} | q | Q")
    opened.answer("/data/r[1]/n", "Ali")
    assert [choice.label for choice in opened.choices("/data/q")] == ["Ali"]


def files_beside():
    opened = session(
        "select_one_from_file f.csv | a | A",
        "select_one_from_file g.xml | b | B",
        "select_one_from_file h.geojson | c | C",
    )
    assert [values(opened, f"/data/{name}") for name in "abc"] == [["a"], ["a"], ["a"]]


def search():
    head = "| survey |\n| | type | name | label | appearance |\n"
    opened = session(
        "select_one s | q | Q | search('f')",
        head=head,
        more="| choices |\n| | list_name | name | label |\n| | s | name | label |\n",
    )
    assert values(opened, "/data/q") == ["a"]


def pulldata():
    opened = session("text | t | T", "calculate | c | | | pulldata('f', 'label', 'name', ${t})")
    opened.answer("/data/t", "a")
    assert opened.value("/data/c") == "A"


def last_saved():
    opened = session("text | t | T | | | | | ${last-saved#t}")
    assert opened.value("/data/t") == ""


def dynamic_default():
    assert session("integer | n | N | | | | | 1 + 1").value("/data/n") == "2"


def trigger():
    opened = session("text | a | A", "calculate | b | | | 1 + 1 | | | | ${a}")
    before = opened.value("/data/b")
    opened.answer("/data/a", "x")
    assert (before, opened.value("/data/b")) == ("", "2")


def several_languages():
    head = "| survey |\n| | type | name | label::fr | label::ar |\n"
    opened = session(
        "text | a | Nom | الاسم", head=head, more="| settings |\n| | default_language |\n| | fr |\n"
    )
    before = opened.label("/data/a")
    opened.set_language("ar")
    assert (before, opened.label("/data/a")) == ("Nom", "الاسم")


def references_in_labels():
    opened = session("text | a | A", "note | n | Bonjour ${a} !")
    opened.answer("/data/a", "Ali")
    assert opened.label("/data/n") == "Bonjour Ali !"


def messages():
    head = "| survey |\n| | type | name | label | required | required_message | constraint | constraint_message |\n"
    opened = session("integer | a | A | yes | Il la faut | . > 1 | Trop peu", head=head)
    missing = opened.violation("/data/a").message
    opened.answer("/data/a", "1")
    assert (missing, opened.violation("/data/a").message) == ("Il la faut", "Trop peu")


def instance_name():
    opened = session("text | a | A", more="| settings |\n| | instance_name |\n| | concat('Fiche ', ${a}) |\n")
    opened.answer("/data/a", "1")
    assert opened.instance_name() == "Fiche 1"


def custom_bind():
    opened = session("text | a | A | x", head="| survey |\n| | type | name | label | bind::mien |\n")
    assert opened.definition.bind("/data/a").custom == {"mien": "x"}


SEEN = {
    "groups": groups,
    "nested repeats": nested_repeats,
    "repeat_count": repeat_count,
    "or_other": or_other,
    "randomize": randomize,
    "choice_filter": choice_filter,
    "select from repeat": select_from_repeat,
    "CSV, XML, GeoJSON beside the form": files_beside,
    "search()": search,
    "pulldata()": pulldata,
    "last-saved": last_saved,
    "dynamic default": dynamic_default,
    "setvalue": dynamic_default,
    "trigger": trigger,
    "several languages": several_languages,
    "${} in labels": references_in_labels,
    "required and constraint messages": messages,
    "instance_name": instance_name,
    "custom bind attributes": custom_bind,
}
SHOWN_BY_THE_WINDOW = {"styling in labels"}


@pytest.mark.parametrize("name", SEEN)
def test_a_supported_feature_works(name):
    SEEN[name]()


def test_every_supported_feature_is_seen():
    supported = {name for name in names(Area.FEATURE) if feature(Area.FEATURE, name).support is Support.FULL}
    assert supported == SEEN.keys() | SHOWN_BY_THE_WINDOW
