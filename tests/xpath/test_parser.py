import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.xpath.parser import AXES, MAX_DEPTH, parse
from fieldapp.xpath.problems import XPathProblems
from fieldapp.xpath.syntax import Call, Filter, Literal, Negation, Number, Operation, Path, Step, to_text

names = st.from_regex(r"[a-z][a-z0-9_-]{0,5}", fullmatch=True)
numbers = st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,3})?", fullmatch=True).map(
    lambda text: Number(float(text), text)
)
literals = st.text(st.characters(exclude_characters="'", exclude_categories=["Cs"]), max_size=6).map(Literal)


def composed(inner):
    steps = st.builds(
        Step,
        st.sampled_from(sorted(AXES)),
        names | st.sampled_from(["*", "node()", "text()"]),
        st.lists(inner, max_size=1).map(tuple),
    )
    some_steps = st.lists(steps, min_size=1, max_size=3).map(tuple)
    pair = st.tuples(inner, inner)
    calls = st.builds(
        Call, names.filter(lambda name: name not in _KINDS), st.lists(inner, max_size=3).map(tuple)
    )
    return st.one_of(
        st.builds(Negation, inner),
        st.builds(Operation, st.sampled_from(["+", "-", "*", "div", "mod", "=", "!=", "<", ">="]), pair),
        st.builds(Operation, st.sampled_from(["or", "and", "|"]), pair).map(flat),
        calls,
        st.builds(lambda steps: Path(None, steps), some_steps),
        st.builds(lambda steps: Path(None, steps, is_absolute=True), some_steps),
        st.builds(Path, calls, some_steps),
        st.builds(Filter, calls, st.lists(inner, min_size=1, max_size=2).map(tuple)),
    )


_KINDS = {"node", "text", "comment", "processing-instruction"}


def flat(operation):
    """Write `(a or b) or c` as the parser does: one row."""
    first, *others = operation.operands
    if isinstance(first, Operation) and first.operator == operation.operator:
        return Operation(operation.operator, (*first.operands, *others))
    return operation


trees = st.recursive(numbers | literals, composed, max_leaves=12)


@given(trees)
@settings(max_examples=300, deadline=None)
def test_what_is_written_out_is_read_back_as_the_same_tree(tree):
    assert parse(to_text(tree)) == tree


@given(st.text(alphabet="ab12 +-*/()[]'\"=<>!|,.@:$", max_size=20))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_with_a_place_inside_it(text):
    assert all(0 <= problem.offset <= len(text) for problem in problems_of(text))


def problems_of(text):
    try:
        parse(text)
    except XPathProblems as caught:
        return caught.problems
    return ()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("1 + 2 * 3", "1 + 2 * 3"),
        ("(1 + 2) * 3", "(1 + 2) * 3"),
        ("1 - 2 - 3", "1 - 2 - 3"),
        ("1 - (2 - 3)", "1 - (2 - 3)"),
        ("a or b and c", "child::a or child::b and child::c"),
        ("-a|b", "-child::a | child::b"),
        ("../@id", "parent::node()/attribute::id"),
        ("//a", "/descendant-or-self::node()/child::a"),
        ("(a)[1]", "(child::a)[1]"),
    ],
)
def test_operators_bind_as_xpath_says(text, meaning):
    assert to_text(parse(text)) == meaning


@pytest.mark.parametrize("path", ["/data/a", "../a", "../../x:a/b-1", "../a[1]/b", "current()/../a"])
def test_blanks_inside_a_path_mean_nothing(path):
    assert parse(path.replace("/", " / ")) == parse(path)


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("1 +", "xpath.unfinished", 3),
        ("(1", "xpath.unclosed_bracket", 0),
        ("", "xpath.unfinished", 0),
        ("a b", "xpath.missing_operator", 2),
        ("/data/", "xpath.unfinished", 6),
        ("count(1 2)", "xpath.missing_operator", 8),
        ("chld::a", "xpath.unknown_axis", 0),
    ],
)
def test_a_mistake_of_syntax_is_pointed_at(text, code, offset):
    with pytest.raises(XPathProblems) as caught:
        parse(text)
    assert [(each.code, each.offset) for each in caught.value.problems] == [(code, offset)]


def test_an_axis_misspelt_is_offered_its_nearest():
    with pytest.raises(XPathProblems) as caught:
        parse("chld::a")
    assert caught.value.problems[0].facts["nearest"][0] == "child"


def test_nesting_beyond_the_limit_is_refused_in_words():
    with pytest.raises(XPathProblems) as caught:
        parse("(" * (MAX_DEPTH + 1) + "1" + ")" * (MAX_DEPTH + 1))
    assert caught.value.problems[0].code == "xpath.too_deep"
