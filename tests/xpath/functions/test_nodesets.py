import pytest

from fieldapp.xpath import Context, Environment, XPathError, compile_expression, parse_tree


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count(/data/sites/site)", 3.0),
        ("count-non-empty(/data/*)", 5.0),
        ("position(/data/sites/site[town = 'Oujda'])", 2.0),
        ("string(indexed-repeat(/data/sites/site/town, /data/sites/site, 2))", "Oujda"),
        ("string(indexed-repeat(/data/sites/site/town, /data/sites/site, 9))", ""),
        ("count(indexed-repeat(/data/sites/site/town, /data/sites, 1))", 3.0),
        ("version()", ""),
        ("string(current()/../size)", "12"),
        ("name(/data/sites)", "sites"),
        ("jr:itext('q1:label')", "q1:label"),
    ],
)
def test_nodes_are_counted_and_found(value, expression, expected):
    assert value(expression) == expected


def test_an_instance_that_is_missing_is_named_with_its_nearest(value):
    with pytest.raises(XPathError) as caught:
        value("count(instance('town')/root/item)")
    assert caught.value.facts == {"name": "town", "nearest": ("towns",)}


def test_nested_repeats_are_named_in_any_order():
    root = parse_tree(b"<d><a><b><c>1</c></b><b><c>2</c></b></a><a><b><c>3</c></b><b><c>4</c></b></a></d>")
    found = compile_expression("indexed-repeat(/d/a/b/c, /d/a/b, 2, /d/a, 2)")
    assert found.string(Context(root, Environment(root=root))) == "4"


def test_the_version_is_that_of_the_instance():
    root = parse_tree(b"<d version='2026-1'/>")
    assert compile_expression("version()").string(Context(root, Environment(root=root))) == "2026-1"
