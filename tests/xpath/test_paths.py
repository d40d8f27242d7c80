import pytest

from fieldapp.xpath import Context, compile_expression


def texts(nodes):
    return [node.value() for node in nodes]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/data/name", ["Anfa"]),
        ("../size", ["12"]),
        (".", ["Anfa"]),
        ("/data/nothing", []),
        ("../sites/site/town", ["Fes", "Oujda", "Fes"]),
        ("/data/sites/site[2]/town", ["Oujda"]),
        ("/data/sites/site[last()]/people", ["5"]),
        ("/data/sites/site[town = 'Fes']/people", ["3", "5"]),
        ("/data/sites/site[town = 'Fes'][2]/people", ["5"]),
        ("/data/sites/site[people > 3]/town", ["Oujda", "Fes"]),
        ("/data/sites/site[position() = 2]/town", ["Oujda"]),
        ("//people", ["3", "4", "5"]),
        ("//town[1]", ["Fes", "Oujda", "Fes"]),
        ("(//town)[2]", ["Oujda"]),
        ("/data/size | /data/name", ["Anfa", "12"]),
        ("/data/sites/site[3]/preceding-sibling::site[1]/town", ["Oujda"]),
        ("/data/sites/site[1]/following-sibling::*/people", ["4", "5"]),
        ("/data/sites/*/town/../people", ["3", "4", "5"]),
        ("/data/name/text()", ["Anfa"]),
        ("instance('towns')/root/item[name = 'taza']/label", ["Taza"]),
        ("instance('towns')/root/item[region = 'north'][2]/label", ["Taza"]),
        ("instance('towns')/root/item[region = 'north' and name != 'fes']/label", ["Taza"]),
    ],
)
def test_a_path_finds(value, path, expected):
    assert texts(value(path)) == expected


def test_current_inside_a_predicate_is_the_node_that_asks(env, root):
    town = root.child("sites").children[2].child("town")
    earlier = compile_expression("/data/sites/site[town = current()]/people")
    assert texts(earlier.nodes(Context(town, env))) == ["3", "5"]


def test_what_is_not_relevant_is_left_out(value, root):
    root.child("sites").children[1].child("people").relevant = False
    assert value("sum(/data/sites/site/people)") == 8
    assert value("string(/data/sites/site[2]/people)") == ""


def test_positions_count_repeats_that_are_not_relevant(value, root):
    root.child("sites").children[0].relevant = False
    assert texts(value("/data/sites/site[2]/town")) == ["Oujda"]


def test_a_row_added_is_found_by_position_and_by_name(value, root):
    from fieldapp.xpath import parse_tree

    root.child("sites").append(parse_tree(b"<site><town>Taza</town><people>9</people></site>"))
    assert texts(value("/data/sites/site[4]/town")) == ["Taza"]
    assert value("count(/data/sites/site)") == 4


def test_a_filter_over_rows_that_may_change_sees_the_change(value, root):
    filtered = "/data/sites/site[town = /data/name]"
    assert value(filtered) == []
    root.child("sites").children[1].child("town").text = "Anfa"
    assert len(value(filtered)) == 1


def test_a_look_up_takes_any_of_several_values(value):
    assert texts(value("instance('towns')/root/item[label = /data/sites/site/town]/name")) == ["fes", "oujda"]
