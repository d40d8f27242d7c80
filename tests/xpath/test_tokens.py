import pytest

from fieldapp.xpath.problems import XPathProblems
from fieldapp.xpath.tokens import TokenKind, tokens_of


def kinds(text):
    return [(token.kind.value, token.text) for token in tokens_of(text)[:-1]]


def test_a_star_is_a_step_or_an_operator_by_what_stands_before_it():
    assert kinds("* * *") == [("name", "*"), ("operator", "*"), ("name", "*")]


def test_words_are_operators_only_behind_an_operand():
    assert kinds("div div mod") == [("name", "div"), ("operator", "div"), ("name", "mod")]


def test_a_hyphen_belongs_to_a_name_that_it_touches():
    assert kinds("a-b - c") == [("name", "a-b"), ("operator", "-"), ("name", "c")]


def test_a_word_operator_may_touch_a_number():
    assert kinds("1or1") == [("number", "1"), ("operator", "or"), ("number", "1")]


def test_names_may_be_arabic():
    assert kinds("بيانات/الاسم")[0] == ("name", "بيانات")


@pytest.mark.parametrize("path", ["/data/group/age", "../age", "../../orx:meta/name", "/بيانات/الاسم"])
def test_a_path_of_names_alone_is_one_token(path):
    assert kinds(f"{path} + 1") == [("path", path), ("operator", "+"), ("number", "1")]


@pytest.mark.parametrize(
    "text", ["/data/row[1]", "/data/node()", "/data//age", "/data/@id", "/data/child::age"]
)
def test_a_path_with_more_than_names_comes_in_pieces(text):
    assert "path" not in [kind for kind, _ in kinds(text)]


def test_each_token_knows_its_place():
    assert [(token.offset, token.length) for token in tokens_of("a  + 'bc'")] == [
        (0, 1),
        (3, 1),
        (5, 4),
        (9, 1),
    ]


@pytest.mark.parametrize(
    ("text", "code", "offset"), [("1 + 'ab", "xpath.unclosed_text", 4), ("a ; b", "xpath.bad_character", 2)]
)
def test_what_is_no_token_is_pointed_at(text, code, offset):
    with pytest.raises(XPathProblems) as caught:
        tokens_of(text)
    assert [(each.code, each.offset) for each in caught.value.problems] == [(code, offset)]


def test_the_last_token_is_the_end():
    assert tokens_of("")[-1].kind is TokenKind.END
