import pytest


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count(/data/sites/site)", 3.0),
        ("count-non-empty(/data/*)", 5.0),
        ("position(/data/sites/site[town = 'Oujda'])", 2.0),
        ("indexed-repeat(/data/sites/site/town, /data/sites/site, 2)", "Oujda"),
        ("indexed-repeat(/data/sites/site/town, /data/sites/site, 9)", ""),
        ("string(current()/../size)", "12"),
        ("name(/data/sites)", "sites"),
        ("jr:itext('q1:label')", "q1:label"),
    ],
)
def test_nodes_are_counted_and_found(value, expression, expected):
    assert value(expression) == expected


def test_an_instance_that_is_missing_is_named_with_its_nearest(value):
    from fieldapp.xpath import XPathError

    with pytest.raises(XPathError) as caught:
        value("count(instance('town')/root/item)")
    assert caught.value.facts == {"name": "town", "nearest": ("towns",)}
