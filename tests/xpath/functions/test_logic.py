import pytest


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("if(/data/size > 10, 'large', 'small')", "large"),
        ("coalesce(/data/blank, /data/name)", "Anfa"),
        ("coalesce(/data/blank * 2, 'none')", "none"),
        ("coalesce(/data/blank, '')", ""),
        ("once('other')", "Anfa"),
    ],
)
def test_choices_are_made(value, text, expression, expected):
    assert text(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("boolean-from-string('true')", True),
        ("boolean-from-string('yes')", False),
        ("checklist(1, 2, 1 = 1, 1 = 2)", True),
        ("checklist(-1, 1, 1 = 1, 2 = 2)", False),
        ("weighted-checklist(3, 4, 1 = 1, 3, 1 = 2, 5)", True),
        ("not(/data/blank = '')", False),
    ],
)
def test_truths_are_told(value, expression, expected):
    assert value(expression) is expected
