"""The form engine: one live filling session over a form definition.

`FormSession` takes an answer and returns `Effects`, all that moved; it has no listeners, no clock and no random
source of its own, and never refuses an answer: a wrong answer is stored and flagged (a `Violation` is a value).
References in the session carry positions (`/fiche/sites/site[2]/ville`); record paths carry the repeat
instance's UUID instead (`sites/site[0197…]/ville`), so that answers keep their place when others come or go.
"""

from fieldapp.engine.effects import Choice, Edit, Effects, LiveControl, Violation
from fieldapp.engine.session import FormSession

__all__ = ["Choice", "Edit", "Effects", "FormSession", "LiveControl", "Violation"]
