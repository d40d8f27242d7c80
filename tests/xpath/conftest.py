"""A small form's instance, its secondary instance, and a clock that stands still."""

from datetime import datetime

import pytest

from fieldapp.base.clock import FixedClock
from fieldapp.xpath import Context, Environment, compile_expression, parse_tree

FORM = b"""<data>
  <name>Anfa</name><size>12</size><kinds>nursery club</kinds><blank/><born>2019-02-28</born>
  <sites><site><town>Fes</town><people>3</people></site>
         <site><town>Oujda</town><people>4</people></site>
         <site><town>Fes</town><people>5</people></site></sites>
</data>"""

TOWNS = b"""<root>
  <item><name>fes</name><label>Fes</label><region>north</region></item>
  <item><name>oujda</name><label>Oujda</label><region>east</region></item>
  <item><name>taza</name><label>Taza</label><region>north</region></item>
</root>"""


@pytest.fixture
def root():
    return parse_tree(FORM)


@pytest.fixture
def env(root):
    moment = datetime.fromisoformat("2026-03-15T10:20:30+01:00")
    return Environment(root=root, instances={"towns": parse_tree(TOWNS)}, clock=FixedClock(moment))


@pytest.fixture
def value(env, root):
    """Evaluate an expression at the form's first question."""
    context = Context(root.child("name"), env)
    return lambda text: compile_expression(text).evaluate(context)


@pytest.fixture
def text(env, root):
    """Evaluate an expression as a text at the form's first question."""
    context = Context(root.child("name"), env)
    return lambda written: compile_expression(written).string(context)
