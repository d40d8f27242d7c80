"""Choices kept from one reading to the next are those of a session opened afresh."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.counting import steps
from tests.engine.sessions import session, state
from tests.engine.xforms import xform
from tests.forms.tables import form

FORM = form("""
| survey |
| | type               | name  | label::fr | label::ar | choice_filter | calculation |
| | text               | nom   | Nom       | الاسم     |               |             |
| | select_one pays    | pays  | Pays      | البلد     |               |             |
| | select_one ville   | ville | Ville     | المدينة   | pays = ${pays} and rive != 'z' |             |
| | select_one rue     | rue   | Rue       | الزنقة    | pays = ${pays} and ville = ${ville} |        |
| | select_multiple avec | tous | Tous     | الكل      |               |             |
| | calculate          | dit   |           |           |               | concat(jr:choice-name(${pays}, '${pays}'), jr:choice-name(${ville}, '${ville}')) |
| | calculate          | long  |           |           |               | count(instance('rue')/root/item[ville = ${ville}]) |
| choices |
| | list_name | name | label::fr | label::ar | pays | ville | rive |
| | pays      | ma   | Maroc     | المغرب    |      |       |      |
| | pays      | fr   | France    | فرنسا     |      |       |      |
| | avec      | ma   | Maroc     | المغرب    |      |       |      |
| | avec      | fr   | France de ${nom} | فرنسا |   |       |      |
| | ville     | fes  | Fès       | فاس       | ma   |       | n    |
| | ville     | sla  | Salé      | سلا       | ma   |       | z    |
| | ville     | pau  | Pau       | بو        | fr   |       | n    |
| | rue       | r1   | Une       | الأولى    | ma   | fes   |      |
| | rue       | r2   | Deux      | الثانية   | ma   | fes   |      |
| | rue       | r3   | Trois     | الثالثة   | fr   | pau   |      |
""")  # noqa: E501 - a table is read across

VALUES = {
    "nom": ["", "Ali"],
    "pays": ["", "ma", "fr"],
    "ville": ["", "fes", "sla", "pau"],
    "rue": ["", "r1", "r3"],
    "tous": ["", "ma", "ma fr"],
}


def shown(opened):
    return {name: opened.choices(f"/essai/{name}") for name in VALUES}


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_choices_are_those_of_a_fresh_session_whatever_was_answered_in_whatever_language(data):
    opened = session(FORM)
    for _ in range(data.draw(st.integers(1, 12))):
        name = data.draw(st.sampled_from([*VALUES, "language"]))
        if name == "language":
            opened.set_language(data.draw(st.sampled_from(["fr", "ar"])))
        else:
            opened.answer(f"/essai/{name}", data.draw(st.sampled_from(VALUES[name])))
        shown(opened)
    fresh = session(FORM, answers=opened.answers())
    fresh.set_language(opened.language)
    assert shown(fresh) == shown(opened)
    assert state(fresh) == state(opened)


def test_a_label_with_an_answer_follows_it():
    opened = session(FORM)
    assert opened.choices("/essai/tous")[1].label == "France de "
    opened.answer("/essai/nom", "Ali")
    assert opened.choices("/essai/tous")[1].label == "France de Ali"


def test_what_is_given_out_may_be_changed_without_harm():
    opened = session(FORM)
    opened.choices("/essai/tous").clear()
    assert len(opened.choices("/essai/tous")) == 2


def towns(count):
    """Open a form with that many towns in ten regions, and look once at those of one."""
    rows = "\n".join(f"| | ville | v{number} | V{number} | r{number % 10} |" for number in range(count))
    opened = session(f"""
| survey |
| | type             | name   | label | choice_filter | calculation |
| | text             | region | R     |               |             |
| | select_one ville | ville  | V     | region = ${{region}} and name != 'v1' |       |
| | select_one ville | toutes | T     |               |             |
| | calculate        | nom    |       |               | jr:choice-name(${{toutes}}, '${{toutes}}') |
| | calculate        | aussi  |       |               | instance('ville')/root/item[name = ${{toutes}}]/label |
| choices |
| | list_name | name | label | region |
{rows}
""")
    opened.answer("/essai/region", "r1")
    opened.answer("/essai/toutes", "v1")
    opened.choices("/essai/ville")
    opened.choices("/essai/toutes")
    return opened


def test_a_choice_costs_the_same_in_a_short_list_and_in_a_long_one():
    few, many = towns(20), towns(400)
    assert steps(lambda: many.answer("/essai/toutes", "v7")) == steps(
        lambda: few.answer("/essai/toutes", "v7")
    )
    assert steps(lambda: many.choices("/essai/toutes")) == steps(lambda: few.choices("/essai/toutes"))


def test_a_filter_costs_what_it_lets_through():
    few, many = towns(20), towns(400)
    for opened in (few, many):
        opened.answer("/essai/region", "r2")
    a_row = steps(lambda: few.choices("/essai/ville")) / 2
    assert steps(lambda: many.choices("/essai/ville")) <= 40 * a_row


def test_the_name_of_a_choice_follows_the_answer_in_its_label():
    opened = session("""
| survey |
| | type            | name | label | calculation |
| | text            | nom  | N     |             |
| | select_one qui  | qui  | Q     |             |
| | calculate       | dit  |       | jr:choice-name(${qui}, '${qui}') |
| choices |
| | list_name | name | label |
| | qui       | moi  | Moi, ${nom} |
""")
    opened.answer("/essai/qui", "moi")
    opened.answer("/essai/nom", "Ali")
    assert opened.value("/essai/dit") == "Moi, Ali"


def test_a_filter_that_reads_translations_follows_the_language():
    opened = session(
        xform(
            "<q/>",
            '<itext><translation lang="fr" default="true()"><text id="a"><value>un</value></text><text id="b">'
            '<value>deux</value></text></translation><translation lang="en"><text id="a"><value>one</value></text>'
            '<text id="b"><value>un</value></text></translation></itext>'
            '<instance id="c"><root><item><id>a</id></item><item><id>b</id></item></root></instance>',
            body="<select1 ref=\"/data/q\"><itemset nodeset=\"instance('c')/root/item[jr:itext(id) = 'un']\">"
            '<value ref="id"/><label ref="id"/></itemset></select1>',
        )
    )
    before = [each.value for each in opened.choices("/data/q")]
    opened.set_language("en")
    assert (before, [each.value for each in opened.choices("/data/q")]) == (["a"], ["b"])


def test_several_choices_are_kept_where_their_filter_cannot_be_worked_out():
    opened = session(
        xform(
            "<p>(</p><q/>",
            '<instance id="c"><root><item><id>a</id></item><item><id>b</id></item></root></instance>',
            body='<select ref="/data/q"><itemset nodeset="instance(\'c\')/root/item[regex(id, /data/p)]">'
            '<value ref="id"/><label ref="id"/></itemset></select>',
        )
    )
    opened.answer("/data/q", "b a")
    assert opened.value("/data/q") == "b a"
    assert "/data/q choices" in opened.faults()


CASCADE = """
| survey |
| | type | name | label | relevant | choice_filter |
| | text | jeu | Jeu | | |
| | text | vu | Vu | | |
| | begin group | g | G | ${jeu} != 'non' | |
| | select_one pays | pays | Pays | | |
| | select_one ville | ville | Ville | ${vu} != 'non' | pays = ${pays} |
| | end group | | | | |
| choices |
| | list_name | name | label | pays |
| | pays | ma | Maroc | |
| | pays | fr | France | |
| | ville | rba | Rabat | ma |
| | ville | lyo | Lyon | fr |
"""


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ([("jeu", "non"), ("jeu", "oui")], "rba"),
        ([("vu", "non"), ("vu", "oui")], "rba"),
        ([("vu", "non"), ("g/pays", "fr")], "rba"),
        ([("vu", "non"), ("g/pays", "fr"), ("vu", "oui")], ""),
        ([("vu", "non"), ("g/pays", "fr"), ("g/pays", "ma"), ("vu", "oui")], "rba"),
        ([("g/pays", "fr")], ""),
    ],
)
def test_a_choice_sleeps_while_out_of_play_and_goes_when_it_comes_back_to_another_list(answers, kept):
    opened = session(CASCADE)
    for name, value in [("g/pays", "ma"), ("g/ville", "rba"), *answers]:
        opened.answer(f"/essai/{name}", value)
    assert opened.value("/essai/g/ville") == kept


def test_a_choice_sleeps_with_the_one_above_it_though_each_is_relevant_by_its_own_rule():
    rows = "".join(f"<item><id>{n}</id><of>{n}</of></item>" for n in "uv")
    select = """<select1 ref="/data/{}"><itemset nodeset="instance('l')/root/item{}"><value ref="id"/></itemset>
        </select1>"""
    opened = session(
        xform(
            "<told/><on/><above/><below/>",
            f'<instance id="l"><root>{rows}</root></instance>',
            '<bind nodeset="/data/above" relevant="/data/on != 0"/>',
            '<bind nodeset="/data/below" relevant="/data/on != 0"/>',
            '<bind nodeset="/data/told" calculate="/data/below"/>',
            body='<input ref="/data/on"/>'
            + select.format("above", "")
            + select.format("below", "[of = /data/above]"),
        )
    )
    for name, value in [("on", "1"), ("above", "u"), ("below", "u"), ("on", "0"), ("on", "1")]:
        opened.answer(f"/data/{name}", value)
    assert opened.value("/data/below") == "u"


def test_choices_that_are_answers_of_a_repeat_follow_them():
    opened = session(
        xform(
            "<r><id/><name/></r><q/>",
            body='<repeat nodeset="/data/r"><input ref="/data/r/id"/><input ref="/data/r/name"/></repeat>'
            '<select1 ref="/data/q"><itemset nodeset="/data/r"><value ref="id"/><label ref="name"/></itemset>'
            "</select1>",
        )
    )
    shown_then = []
    for value, label in [("a", "A"), ("b", "B")]:
        opened.answer("/data/r[1]/id", value)
        opened.answer("/data/r[1]/name", label)
        shown_then += [(each.value, each.label) for each in opened.choices("/data/q")]
    assert shown_then == [("a", "A"), ("b", "B")]
