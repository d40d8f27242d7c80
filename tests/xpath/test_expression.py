import pytest

from fieldapp.xpath import Context, XPathError, compile_expression


@pytest.mark.parametrize(
    ("text", "boolean", "string"),
    [("/data/name", True, "Anfa"), ("/data/nothing", False, ""), ("2 - 2", False, "0")],
)
def test_one_expression_gives_every_type(env, root, text, boolean, string):
    expression, context = compile_expression(text), Context(root, env)
    assert (expression.boolean(context), expression.string(context)) == (boolean, string)


def test_only_a_nodeset_gives_nodes(env, root):
    with pytest.raises(XPathError, match=r"xpath\.not_nodes"):
        compile_expression("1 + 1").nodes(Context(root, env))


def test_a_literal_is_known_before_it_is_evaluated():
    assert compile_expression("'a'").constant == "a"
    assert compile_expression("true()").constant is True
    assert compile_expression("/data/a").constant is None
