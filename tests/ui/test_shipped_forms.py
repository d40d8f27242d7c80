"""Every shipped form is filled in the real window by keyboard alone, from a new record to a finished one."""

import pytest

from fieldapp.base.paths import resources, shipped_forms
from tests.ui.typist import Typist, answers_of, begin

SHORT = "veille_projet"
SCRIPTS = {script.parent.name: script for script in sorted(shipped_forms().glob("*/essai.jsonl"))}
SCRIPTS["fiche_organisation"] = resources() / "samples" / "fiches" / "amappe.json"
LINKED = {"fiche_mesure": "entretien_association", SHORT: "fiche_organisation"}
"""Forms that ask for a record of another form."""


def as_meant(session, answers):
    """Return answers as sets of words: the record keeps choices in the form's order, and 0 as 0.0 in a place."""
    return {
        ref: set(value.replace("0.0", "0").split()) for ref, value in answers.items() if session.exists(ref)
    }


@pytest.mark.parametrize("code", ["fr", "ar"])
@pytest.mark.parametrize(
    "name", [name if name == SHORT else pytest.param(name, marks=pytest.mark.slow) for name in SCRIPTS]
)
def test_a_form_filled_by_keyboard_holds_what_was_typed_and_finishes(window, name, code):
    if name in LINKED:
        window.desk.note_left(window.desk.start(LINKED[name]))
    window.language_chosen.emit(code)
    begin(window, name)
    typist = Typist(window, answers_of(SCRIPTS[name]))
    typist.fill()
    assert typist.finish() == []
    kept = window.desk.open(window.fill.bridge.opened.record.record_id)
    assert not kept.record.is_draft
    held = {reference: kept.session.value(reference) for reference in typist.given}
    assert as_meant(kept.session, held) == as_meant(kept.session, typist.given)
    missed = typist.answers.keys() - typist.given.keys()
    assert [reference for reference in missed if kept.session.is_relevant(reference)] == []
