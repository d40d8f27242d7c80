import pytest

from fieldapp.forms import FormProblems, load_form_bytes
from fieldapp.forms.rules import RuleKind

XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>
 <instance><data id="essai"><a/><b/><r jr:template=""><c>1</c></r></data></instance>{extra}
 {binds}</model></h:head><h:body><input ref="/data/a"/><input bind="bb"/>
 <group ref="/data/r"><label>R</label><repeat nodeset="/data/r"><input ref="/data/r/c"/></repeat></group>{body}
 </h:body></h:html>"""
BIND_B = '<bind id="bb" nodeset="/data/b" type="int"/>'


def xform(binds=BIND_B, body="", extra=""):
    return load_form_bytes(XFORM.format(binds=binds, body=body, extra=extra).encode(), name="f.xml")


def refused(**parts):
    with pytest.raises(FormProblems) as caught:
        xform(**parts)
    return [problem.code for problem in caught.value.problems]


def test_a_control_may_name_its_bind():
    assert [question.nodeset for question in xform().questions()][:2] == ["/data/a", "/data/b"]


def test_a_template_is_no_instance_of_its_repeat():
    form = xform()
    assert form.model.instance.child("r") is None
    assert form.model.specs["/data/r"].template.child("c").text == "1"


def test_the_repeat_takes_the_label_of_its_group():
    (repeat,) = xform().repeats()
    assert repeat.label.by_language[""][0].literal == "R"


def test_all_expressions_are_compiled_and_all_problems_told():
    binds = BIND_B + '<bind nodeset="/data/a" relevant="foo(" constraint="bar(1)"/>'
    assert len(refused(binds=binds)) == 2


def test_a_circle_by_raw_paths_is_refused():
    binds = '<bind nodeset="/data/a" calculate="/data/b"/><bind id="bb" nodeset="/data/b" calculate="../a"/>'
    assert refused(binds=binds) == ["form.cycle"]


def test_rules_come_after_what_they_read():
    binds = (
        '<bind nodeset="/data/a" calculate="/data/b + 1"/><bind id="bb" nodeset="/data/b" calculate="1 + 1"/>'
    )
    specs = xform(binds=binds).model.specs
    assert specs["/data/b"].rules[RuleKind.CALCULATE].order < specs["/data/a"].rules[RuleKind.CALCULATE].order


def test_a_control_without_a_node_is_left_out_and_said():
    definition = xform(body='<input ref="/data/zz"/><group ref="/data/g"><input ref="/data/a"/></group>')
    assert [problem.code for problem in definition.warnings] == ["form.unbound_control"] * 2
    assert [control.nodeset for control in definition.controls()][-2:] == ["", "/data/a"]


def test_a_control_without_a_node_is_left_out_wherever_it_stands():
    body = '<group><group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/z"/></repeat></group></group>'
    definition = xform(body=body)
    assert definition.model.specs["/data/r"].control.children == ()
    assert "/data/r/z" not in [control.nodeset for control in definition.controls()]


def test_a_question_about_a_group_has_no_node_to_fill():
    definition = xform(body='<input ref="/data"/>')
    assert [problem.code for problem in definition.warnings] == ["form.unbound_control"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"extra": '<submission method="pigeon"/>'}, "form.unknown_submission_method"),
        ({"body": '<upload ref="/data/a" mediatype=".jpg"/>'}, "form.unknown_media_type"),
        (
            {"binds": """<bind nodeset="/data/a" calculate="jr:choice-name('x', '/data/zz')"/>"""},
            "form.choice_name_of_no_select",
        ),
        (
            {"binds": """<bind nodeset="/data/a" calculate="jr:choice-name('x', ' /data/b ')"/>"""},
            "form.choice_name_of_no_select",
        ),
    ],
)
def test_what_no_program_could_do_is_refused(parts, code):
    assert refused(**parts) == [code]


@pytest.mark.parametrize("mediatype", ["image/*", "*/*", "application/pdf", "image/png,image/jpeg", ""])
def test_media_types_are_those_of_files(mediatype):
    question = f'<upload ref="/data/a" mediatype="{mediatype}"/>'
    assert "form.unknown_media_type" not in {problem.code for problem in xform(body=question).warnings}


def test_an_action_for_an_unknown_event_is_refused():
    assert refused(extra='<setvalue ref="/data/a" event="odk-jamais"/>') == ["form.unknown_event"]


def test_a_missing_file_is_named():
    assert refused(extra='<instance id="x" src="jr://file-csv/communes.csv"/>') == ["form.missing_file"]


def test_files_beside_a_form_become_instances(tmp_path):
    from fieldapp.forms import load_form

    extra = '<instance id="x" src="jr://file-csv/communes.csv"/>'
    (tmp_path / "f.xml").write_text(XFORM.format(binds=BIND_B, body="", extra=extra), encoding="utf-8")
    (tmp_path / "communes.csv").write_text("name,label\nrba,Rabat\n", encoding="utf-8")
    (item,) = load_form(tmp_path / "f.xml").model.secondary["x"].children
    assert [child.text for child in item.children] == ["rba", "Rabat"]


def test_two_binds_of_one_node_are_one():
    binds = BIND_B + '<bind nodeset="/data/a" type="int"/><bind nodeset="/data/a" calculate="1 + 1"/>'
    bind = xform(binds=binds).bind("/data/a")
    assert (bind.type, bind.calculate.text) == ("int", "1 + 1")
