"""What a form makes of answers: its title and its calculates, worked out anew when an answer behind them is erased."""

from collections.abc import Mapping

from fieldapp.base.clock import Clock
from fieldapp.engine import FormSession
from fieldapp.forms.definition import FormDefinition


def rederived(
    definition: FormDefinition, answers: Mapping[str, str], *, clock: Clock
) -> tuple[str, dict[str, str]]:
    """Return the title and the computed values that a form gives stored answers."""
    session = FormSession(definition, answers=dict(answers), clock=clock)
    return session.instance_name(), session.computed()
