import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/data/sites/site/people = 4", True),
        ("/data/sites/site/people != 4", True),
        ("/data/sites/site/people > 5", False),
        ("5 > /data/sites/site/people", True),
        ("/data/nothing = ''", False),
        ("/data/nothing != ''", False),
        ("/data/blank = ''", True),
        ("/data/blank > 0", False),
        ("/data/blank <= 0", False),
        ("/data/size = '12'", True),
        ("/data/size = 12.0", True),
        ("/data/sites/site/town = /data/name", False),
        ("/data/sites/site[1]/town = /data/sites/site[3]/town", True),
        ("'10' > '9'", True),
        ("'b' > 'a'", False),
        ("true() = 'anything'", True),
        ("true() = /data/nothing", False),
        ("false() < 1", True),
        ("'12' = 12", True),
        ("1 = 1 = 1", True),
        ("if(1 = 1, 'a', /data/name) = 'a'", True),
        ("if(1 = 1, 12, /data/name) < 13", True),
    ],
)
def test_values_compare_as_xpath_says(value, text, expected):
    assert value(text) is expected
