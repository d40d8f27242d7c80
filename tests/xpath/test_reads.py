import pytest

from fieldapp.xpath import Reads, compile_expression

HERE = "/data/sites/site/town"


def reads(text):
    return compile_expression(text).reads(HERE)


@pytest.mark.parametrize(
    ("text", "nodesets"),
    [
        ("/data/name = 'a' and ../people > 3", {"/data/name", "/data/sites/site/people"}),
        (".", {HERE}),
        ("current()/../people", {"/data/sites/site/people"}),
        ("sum(/data/sites/site[town = current()]/people)", {HERE, "/data/sites/site/people"}),
        ("../@id", {"/data/sites/site/@id"}),
        ("position(..)", {"/data/sites/site"}),
        ("/data/name/text()", {"/data/name"}),
        ("(/data/a | /data/b)[c]/d", {f"/data/{end}" for end in ("a", "b", "a/c", "b/c", "a/d", "b/d")}),
        ("string-length()", {HERE}),
        ("'text' = 12", set()),
        ("indexed-repeat(/data/r/x, /data/r, 2)", {"/data/r/x", "/data/r"}),
    ],
)
def test_the_nodesets_an_expression_reads_are_known(text, nodesets):
    assert reads(text).nodesets == nodesets


def test_a_choice_filter_reads_its_instance_and_the_answers_it_names():
    found = reads("instance('towns')/root/item[region = /data/region and name = current()/../people]")
    assert found == Reads(
        nodesets=frozenset({"/data/region", "/data/sites/site/people"}), instances=frozenset({"towns"})
    )


@pytest.mark.parametrize(
    ("text", "subtrees"),
    [
        ("//town", {""}),
        ("/data/*", {"/data"}),
        ("/data/sites//town", {"/data/sites"}),
        ("../../*/x", {"/data/sites"}),
    ],
)
def test_what_cannot_be_known_exactly_is_a_subtree(text, subtrees):
    assert reads(text).subtrees == subtrees


@pytest.mark.parametrize("text", ["now()", "/data/a + random()", "if(1, uuid(), 2)", "today() > ."])
def test_the_clock_and_chance_are_volatile(text):
    assert reads(text).is_volatile


def test_positions_and_languages_are_told():
    assert reads("position(..) = 1").uses_position
    assert reads("jr:itext('a')").uses_language
    assert not reads("/data/a").uses_position


def test_a_sum_of_many_terms_tells_them_all():
    paths = {f"/data/q{number}" for number in range(990)}
    assert reads(" + ".join(paths)).nodesets == paths


def test_a_table_looked_up_is_an_instance():
    assert reads("pulldata('communes', 'name', 'code', /data/code)").instances == {"communes"}
