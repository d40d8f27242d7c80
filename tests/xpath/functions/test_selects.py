import pytest

from fieldapp.xpath import Context, Environment, XPathError, compile_expression


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("selected(/data/kinds, 'club')", True),
        ("selected(/data/kinds, 'clu')", False),
        ("selected(/data/blank, 'club')", False),
        ("selected(/data/blank, '')", True),
        ("selected-at(/data/kinds, 1)", "club"),
        ("selected-at(/data/kinds, 2)", ""),
        ("count-selected(/data/kinds)", 2.0),
        ("count-selected(/data/blank)", 0.0),
    ],
)
def test_an_answer_of_several_choices_is_taken_apart(value, expression, expected):
    assert value(expression) == expected


def test_a_choice_is_named_by_what_the_engine_knows(root):
    env = Environment(root=root, choice_name=lambda value, reference, node: f"{value} of {reference}")
    label = compile_expression("jr:choice-name('club', '/data/kinds')")
    assert label.string(Context(root, env)) == "club of /data/kinds"


def test_a_table_is_asked_by_its_four_words(root):
    env = Environment(root=root, lookup=lambda *words: " ".join(words))
    found = compile_expression("pulldata('communes', 'name', 'code', /data/size)")
    assert found.string(Context(root, env)) == "communes name code 12"


def test_a_table_nobody_gave_is_said_to_be_missing(value):
    with pytest.raises(XPathError, match=r"xpath\.unknown_table"):
        value("pulldata('communes', 'name', 'code', '1')")
