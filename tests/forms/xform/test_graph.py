"""Who reads whom: rules stand after what they read, and a form in which all read all is refused."""

import pytest

from fieldapp.forms import FormProblems, load_form_bytes
from fieldapp.forms.rules import RuleKind

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
<h:title>t</h:title><model><instance><data id="a"><g>{nodes}</g></data></instance>{binds}</model></h:head>
<h:body/></h:html>"""


def read(rules):
    """Read a form in which each question of one group has a rule; `rules` gives it by number, as XML."""
    nodes = "".join(f"<q{number}/>" for number in range(len(rules)))
    binds = [f'<bind nodeset="/data/g/q{number}" {rule}/>' for number, rule in enumerate(rules)]
    return load_form_bytes(FORM.format(nodes=nodes, binds="".join(binds)).encode(), name="f.xml")


def chain(length):
    return [f'calculate="../q{number + 1} + 1"' for number in range(length - 1)] + [""]


def rule(definition, number):
    return definition.model.specs[f"/data/g/q{number}"].rules[RuleKind.CALCULATE]


def test_a_rule_stands_after_all_it_reads():
    definition = read(chain(2_000))
    orders = [rule(definition, number).order for number in range(1_999)]
    assert orders == sorted(orders, reverse=True)


def test_a_node_knows_its_readers_and_no_others():
    readers = read(chain(5)).model.specs["/data/g/q3"].readers
    assert [each.rule.target.name for each in readers] == ["q2"]


def test_a_circle_of_thousands_is_named_whole():
    with pytest.raises(FormProblems) as refused:
        read([*chain(3_000)[:-1], 'calculate="../q0"'])
    assert len(refused.value.problems[0].facts["circle"]) == 3_001


def test_a_form_in_which_all_read_all_is_refused():
    with pytest.raises(FormProblems) as refused:
        read([f'relevant="count(../*) &gt; {number}"' for number in range(1_000)])
    assert [each.code for each in refused.value.problems] == ["form.too_many_reads"]


def test_few_rules_may_read_everything():
    definition = read(['calculate="count(//q1)"', *[""] * 3_000])
    assert len(rule(definition, 0).reads) > 3_000
