"""The form engine: one live filling session over a form definition.

`FormSession` takes an answer and returns `Effects`, all that moved; it has no listeners, no clock and no random
source of its own, and never refuses an answer: a wrong answer is stored and flagged (a `Violation` is a value).
References in the session carry positions (`/fiche/sites/site[2]/ville`); record paths carry the repeat
instance's UUID instead (`sites/site[0197…]/ville`), so that answers keep their place when others come or go.

Where to begin: `session` (the door), `live` (the working parts), `recalculation` (rules wait in a heap by their
order in the form's graph, so an answer costs what it touches), `tree` (nodes, repeat instances, how they are found).

Decided here, where the engines of the ecosystem differ; ODK Web Forms is followed unless data would be lost:

* An answer that is not of its question's type is kept as it was given and flagged `type`; expressions and the
  instance read a blank. A decimal number given to an integer is cut, a date-time given to a date too.
* An answer that a choice filter takes away is cleared at once, and the edit is told, so that undo brings it back.
  What a draft or a merge puts (`apply`) is never cleared.
* Several choices of a `select` stand in the order of their list. A rank loses what is offered no more and takes new
  choices last; one that leaves choices out is kept as it was given.
* A saved instance is written again with its own bytes wherever nothing changed (`saved_xml`); what the form has and
  the file lacks is written once it says something. Texts that are written are composed (Unicode NFC).
* An edit of a submitted instance (`is_edit`) gets a new instanceID, and the one it had as deprecatedID.
* An attribute that a bind or a `setvalue` names is a node like others (`/data/meta/entity/@id`): drafts keep it, the
  instance holds it, and it is no answer of the record.
* What a `repeat_count` takes away comes back, with its identity, when the count asks for as many again in the same
  session: whoever types 15 may stop after the 1. The clients of ODK make blank ones.
* A relevance that looks at its own answer sees it as stored, in play or not. A repeat whose instances ask for one
  more without end stops at a hundred, and is a fault.
* Irrelevant values read as blank and are left out of instance and final answers; they stay stored, and come back.
* Calculations run whether or not they are in play. One that fails (a pattern that is none) leaves its value, and
  stands in `faults()`; filling goes on.
* `setvalue` fired by a changed answer runs after all calculations have settled.
* A calculation that reads its own value is a circle and refused, unless through `once()`; a relevance or a choice
  filter may look at the answer of its own question; a repeat may ask for one instance more.
"""

from fieldapp.engine.effects import Choice, Edit, Effects, LiveControl, Violation
from fieldapp.engine.session import FormSession

__all__ = ["Choice", "Edit", "Effects", "FormSession", "LiveControl", "Violation"]
