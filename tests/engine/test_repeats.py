import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine import Edit
from tests.engine.sessions import inverse, session, survey
from tests.engine.xforms import xform

SITES = survey(
    "begin repeat | site | Site",
    "text | ville | Ville",
    "integer | places | Places | | | . > 0",
    "calculate | rang | | | position(..)",
    "calculate | double | | | ${places} * 2",
    "end repeat |",
    "calculate | total | | | sum(${places})",
    "calculate | combien | | | count(${site})",
)
FIRST = "site[00000000-0000-7000-8000-000000000001]"


def test_a_form_opens_with_its_first_instance():
    opened = session(SITES)
    assert opened.repeat_references("/essai/site") == ["/essai/site[1]"]
    assert opened.answers()[f"{FIRST}/@present"] == "1"
    assert {edit.path for edit in opened.opening.edits} == set(opened.answers())


def test_an_added_instance_is_a_row_with_a_rank():
    effects = session(SITES).add_repeat("/essai/site")
    (present, rank) = effects.edits
    assert present.path.endswith("/@present")
    assert present.new == "1"
    assert rank.new > "V"
    assert effects.structure == {"/essai"}


def test_an_instance_may_be_put_between_two():
    opened = session(SITES)
    opened.add_repeat("/essai/site")
    opened.answer("/essai/site[2]/ville", "Salé")
    opened.add_repeat("/essai/site[2]")
    assert [opened.value(f"/essai/site[{n}]/ville") for n in (1, 2, 3)] == ["", "", "Salé"]
    assert [opened.value(f"/essai/site[{n}]/rang") for n in (1, 2, 3)] == ["1", "2", "3"]


def test_sums_follow_the_instances():
    opened = session(SITES)
    opened.add_repeat("/essai/site")
    opened.answer("/essai/site[1]/places", "3")
    effects = opened.answer("/essai/site[2]/places", "4")
    assert effects.values == {"/essai/site[2]/places", "/essai/site[2]/double", "/essai/total"}
    assert opened.value("/essai/total") == "7"
    opened.remove_repeat("/essai/site[1]")
    assert (opened.value("/essai/total"), opened.value("/essai/combien")) == ("4", "1")


def test_positions_move_up_when_an_instance_goes():
    opened = session(SITES)
    opened.add_repeat("/essai/site")
    opened.remove_repeat("/essai/site[1]")
    assert opened.value("/essai/site[1]/rang") == "1"


def test_removing_takes_every_value_and_undo_brings_it_back():
    opened = session(SITES)
    opened.answer("/essai/site[1]/ville", "Rabat")
    before = opened.answers()
    effects = opened.remove_repeat("/essai/site[1]")
    assert Edit(f"{FIRST}/ville", "Rabat", None) in effects.edits
    assert not any(path.startswith("site[") for path in opened.answers())
    opened.apply(inverse(effects))
    assert opened.answers() == before


def test_an_undone_instance_stands_where_it_stood():
    opened = session(SITES)
    for number in (1, 2, 3):
        opened.answer(f"/essai/site[{number}]/ville", str(number))
        opened.add_repeat("/essai/site")
    effects = opened.remove_repeat("/essai/site[2]")
    opened.apply(inverse(effects))
    assert [opened.value(f"/essai/site[{n}]/ville") for n in (1, 2, 3)] == ["1", "2", "3"]


def test_a_new_rank_moves_an_instance():
    opened = session(SITES)
    opened.answer("/essai/site[1]/ville", "un")
    opened.add_repeat("/essai/site")
    opened.answer("/essai/site[2]/ville", "deux")
    effects = opened.apply([Edit(f"{FIRST}/@rank", "V", "z")])
    assert effects.structure == {"/essai"}
    assert [opened.value(f"/essai/site[{n}]/ville") for n in (1, 2)] == ["deux", "un"]


COUNTED = survey(
    "integer | n | N |",
    "begin repeat | r | R | ${n}",
    "text | a | A |",
    "end repeat |",
    columns="type | name | label | repeat_count",
)


def test_a_form_may_decide_how_many_there_are():
    opened = session(COUNTED)
    assert opened.repeat_references("/essai/r") == []
    opened.answer("/essai/n", "3")
    assert len(opened.repeat_references("/essai/r")) == 3
    opened.answer("/essai/n", "1")
    assert len(opened.repeat_references("/essai/r")) == 1


def test_what_a_count_took_away_comes_back_when_it_asks_again():
    opened = session(COUNTED)
    opened.answer("/essai/n", "15")
    for place in range(1, 16):
        opened.answer(f"/essai/r[{place}]/a", f"site {place}")
    full = opened.answers()
    taken = opened.answer("/essai/n", "1")
    assert [edit.old for edit in taken.edits if edit.path.endswith("/a")] == [
        f"site {n}" for n in range(15, 1, -1)
    ]
    opened.answer("/essai/n", "15")
    assert opened.answers() == full
    opened.answer("/essai/n", "16")
    assert opened.value("/essai/r[16]/a") == ""


def test_what_an_undo_brought_back_does_not_come_back_twice():
    opened = session(COUNTED)
    opened.answer("/essai/n", "2")
    opened.answer("/essai/r[2]/a", "ici")
    taken = opened.answer("/essai/n", "1")
    opened.apply(inverse(taken))
    assert opened.value("/essai/r[2]/a") == "ici"
    opened.answer("/essai/n", "3")
    assert [opened.value(f"/essai/r[{place}]/a") for place in (1, 2, 3)] == ["", "ici", ""]


def test_a_count_is_kept_within_bounds(monkeypatch):
    monkeypatch.setattr("fieldapp.engine.recalculation.MAX_INSTANCES", 5)
    opened = session(COUNTED)
    opened.answer("/essai/n", "1000000000")
    assert len(opened.repeat_references("/essai/r")) == 5
    assert opened.faults()["/essai/r count"].code == "engine.count_too_large"
    opened.answer("/essai/n", "4")
    assert len(opened.repeat_references("/essai/r")) == 4
    assert opened.faults() == {}


def test_a_count_without_end_is_kept_within_bounds(monkeypatch):
    monkeypatch.setattr("fieldapp.engine.recalculation.MAX_INSTANCES", 5)
    opened = session(COUNTED.replace("${n}", "1 div ${n}"))
    opened.answer("/essai/n", "0")
    assert len(opened.repeat_references("/essai/r")) == 5


NESTED = survey(
    "begin repeat | a | A", "begin repeat | b | B", "integer | n | N", "end repeat |",
    "calculate | s | | | sum(${n})", "end repeat |", "calculate | t | | | sum(${n})",
)  # fmt: skip


def test_repeats_stand_in_repeats():
    opened = session(NESTED)
    opened.add_repeat("/essai/a")
    opened.add_repeat("/essai/a[2]/b")
    opened.answer("/essai/a[1]/b[1]/n", "1")
    opened.answer("/essai/a[2]/b[1]/n", "5")
    assert [opened.value(f"/essai/a[{n}]/s") for n in (1, 2)] == ["1", "5"]
    assert opened.value("/essai/t") == "6"


def test_a_removed_outer_instance_takes_the_inner_ones():
    opened = session(NESTED)
    before = opened.answers()
    effects = opened.remove_repeat("/essai/a[1]")
    assert opened.answers().keys() == {path for path in before if not path.startswith("a[")}
    opened.apply(inverse(effects))
    assert opened.answers() == before


def test_an_irrelevant_repeat_is_kept_but_not_finalised():
    opened = session(
        survey("text | j | J", "begin repeat | r | R | ${j} = 'oui'", "text | a | A", "end repeat |")
    )
    opened.answer("/essai/r[1]/a", "x")
    assert "r[00000000-0000-7000-8000-000000000001]/a" in opened.answers()
    assert opened.final_answers() == {}


def test_what_is_no_repeat_cannot_be_repeated():
    with pytest.raises(KnownError, match=r"engine\.not_a_repeat"):
        session(SITES).add_repeat("/essai/total")


def test_the_live_tree_walks_into_instances():
    opened = session(NESTED)
    (outer,) = opened.children()
    assert outer.reference == "/essai/a"
    (inner,) = opened.children("/essai/a[1]")
    assert inner.reference == "/essai/a[1]/b"
    assert [each.reference for each in opened.children("/essai/a[1]/b[1]")] == ["/essai/a[1]/b[1]/n"]


def test_a_repeat_without_instances_still_has_a_label_and_a_relevance():
    opened = session(
        survey("text | j | J", "begin repeat | r | R ${j} | ${j} = 'oui'", "text | a | A", "end repeat |")
    )
    opened.remove_repeat("/essai/r[1]")
    assert not opened.is_relevant("/essai/r")
    opened.answer("/essai/j", "oui")
    assert opened.is_relevant("/essai/r")
    assert opened.label("/essai/r") == "R oui"


ENDLESS = xform(
    "<r><a/></r><n/>",
    '<bind nodeset="/data/n" calculate="count(/data/r) + 1"/>',
    body='<repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/a"/></repeat>',
)


def test_a_repeat_that_always_wants_one_more_stops_and_is_a_fault():
    opened = session(ENDLESS)
    assert list(opened.faults()) == ["/data/r count"]
    assert 50 < len(opened.repeat_references("/data/r")) <= 101


BARE = xform(
    "<o><n>2</n><r><a/></r></o>",
    body='<repeat nodeset="/data/o"><input ref="/data/o/n"/>'
    '<repeat nodeset="/data/o/r" jr:count="n"><input ref="/data/o/r/a"/></repeat></repeat>',
)


def test_a_count_may_name_what_stands_beside_its_repeat():
    opened = session(BARE)
    assert len(opened.repeat_references("/data/o[1]/r")) == 2
    opened.answer("/data/o[1]/n", "3")
    assert len(opened.repeat_references("/data/o[1]/r")) == 3


def fixed(instances):
    return xform(
        instances,
        body='<repeat nodeset="/data/r" jr:noAddRemove="true()"><input ref="/data/r/a"/></repeat>',
    )


@pytest.mark.parametrize(
    ("instances", "count"),
    [
        ("<r><a/></r><r><a/></r>", 2),
        ("<r jr:template=''><a/></r>", 1),
        ("<r jr:template=''><a/></r><r><a/></r><r><a/></r>", 2),
    ],
)
def test_a_fixed_repeat_has_what_the_form_gives_it_and_one_at_least(instances, count):
    opened = session(fixed(instances))
    assert len(opened.repeat_references("/data/r")) == count
    assert not opened.children()[0].control.may_change


def test_a_fixed_repeat_that_a_saved_instance_lacks_comes_back_blank():
    form = fixed("<r><a>1</a></r><r><a>2</a></r>")
    opened = session(form, instance=b"<data><r><a>9</a></r></data>")
    assert [opened.value(f"/data/r[{n}]/a") for n in (1, 2)] == ["9", ""]


@pytest.mark.parametrize(
    ("attribute", "may_change"),
    [
        ('jr:noAddRemove="false()"', True),
        ("", True),
        ('jr:noAddRemove="true()"', False),
        ('jr:count="2"', False),
    ],
)
def test_a_person_changes_the_number_unless_the_form_decides(attribute, may_change):
    form = xform(
        "<r><a/></r>", body=f'<repeat nodeset="/data/r" {attribute}><input ref="/data/r/a"/></repeat>'
    )
    assert next(form.repeats()).may_change is may_change


def test_a_repeat_without_instances_can_be_shown_though_its_relevance_cannot_be_worked_out():
    form = xform(
        '<p>(</p><r jr:template=""><q/></r>',
        '<bind nodeset="/data/r" relevant="regex(\'x\', /data/p)"/>',
        body='<group ref="/data/r"><label>R</label><repeat nodeset="/data/r"><input ref="/data/r/q"/></repeat></group>',
    )
    assert session(form).is_relevant("/data/r")
