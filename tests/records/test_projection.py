"""What may travel to ANAPEC: decided by the form's policy and by consent, also when either changes."""

from dataclasses import replace

import pytest

from fieldapp.forms.definition import Bind, ExportPolicy, FormDefinition, Privacy
from fieldapp.records.change import Change, ChangeField, Op
from fieldapp.records.merge import FieldState
from fieldapp.records.projection import may_travel, plan_stream, travelling_answers

CONTACT = "contacts/contact[u1]"
BINDS = {
    "/fiche/nom": Bind("/fiche/nom", privacy=Privacy.PUBLIC),
    "/fiche/note": Bind("/fiche/note", privacy=Privacy.SENSITIVE),
    "/fiche/score": Bind("/fiche/score", privacy=Privacy.INTERNAL),
    "/fiche/contacts/contact": Bind(
        "/fiche/contacts/contact", privacy=Privacy.CONSENT, consent="/fiche/contacts/contact/accord"
    ),
    "/fiche/contacts/contact/tel": Bind(
        "/fiche/contacts/contact/tel", privacy=Privacy.CONSENT, consent="/fiche/contacts/contact/accord"
    ),
}
FICHE = FormDefinition(
    "fiche", "1", "Fiche", (), "", ExportPolicy.FULL, "/fiche", body=(), binds=BINDS, xform=b""
)
ANSWERS = {
    "nom": "AMAPPE",
    "note": "secret",
    "score": "2",
    f"{CONTACT}/@present": "1",
    f"{CONTACT}/tel": "+212600000000",
    f"{CONTACT}/accord": "oui",
}
REFUSED = ANSWERS | {f"{CONTACT}/accord": "non"}


def change(paths, values=ANSWERS):
    fields = tuple(ChangeField(path, None, values.get(path), (), "00", "") for path in sorted(paths))
    return Change("d", 1, "c1", "", "a", "r", "fiche", "1", Op.CREATE, "", "", fields)


def held(*paths, value="AMAPPE"):
    """What the audience holds after one change, `c0`."""
    return dict.fromkeys(paths, FieldState(("c0",), value, is_conflict=False, choices=(value,)))


@pytest.mark.parametrize(
    ("path", "with_consent", "without"),
    [
        ("nom", True, True),
        ("score", True, True),
        ("note", False, False),
        (f"{CONTACT}/tel", True, False),
        (f"{CONTACT}/@present", True, False),
        (f"{CONTACT}/accord", True, False),
    ],
)
def test_each_level_of_privacy(path, with_consent, without):
    assert may_travel(FICHE, ANSWERS, path) is with_consent
    assert may_travel(FICHE, REFUSED, path) is without


@pytest.mark.parametrize("policy", [ExportPolicy.AGGREGATE, ExportPolicy.LOCAL])
def test_interviews_never_travel_as_rows(policy):
    form = replace(FICHE, export_policy=policy)
    assert travelling_answers(form, ANSWERS) == {}
    assert plan_stream(form, change(ANSWERS), ANSWERS, {}).own == ()


def test_a_consent_in_another_repeat_instance_does_not_count():
    other = REFUSED | {"contacts/contact[u2]/accord": "oui"}
    assert not may_travel(FICHE, other, f"{CONTACT}/tel")


def test_a_first_change_carries_what_is_allowed():
    plan = plan_stream(FICHE, change(REFUSED), REFUSED, {})
    assert [field.path for field in plan.own] == ["nom", "score"]
    assert plan.publish == plan.withdraw == ()


def test_consent_given_later_publishes_the_values_then_current():
    plan = plan_stream(FICHE, change([f"{CONTACT}/accord"]), ANSWERS, held("nom", "score"))
    assert [field.path for field in plan.own] == [f"{CONTACT}/accord"]
    assert [field.path for field in plan.publish] == [f"{CONTACT}/@present", f"{CONTACT}/tel"]


def test_consent_withdrawn_takes_the_values_back():
    sent = held(*travelling_answers(FICHE, ANSWERS))
    plan = plan_stream(FICHE, change([f"{CONTACT}/accord"], REFUSED), REFUSED, sent)
    assert [field.path for field in plan.withdraw] == sorted(
        f"{CONTACT}/{name}" for name in ("@present", "accord", "tel")
    )
    assert plan.own == ()


def test_a_value_removed_together_with_its_consent_is_taken_back():
    sent = held(*travelling_answers(FICHE, ANSWERS))
    plan = plan_stream(
        FICHE, change(sent, {"nom": "AMAPPE", "score": "2"}), {"nom": "AMAPPE", "score": "2"}, sent
    )
    assert [field.path for field in plan.withdraw] == sorted(
        f"{CONTACT}/{name}" for name in ("@present", "accord", "tel")
    )
    assert [field.path for field in plan.own] == ["nom", "score"]


def test_an_answer_emptied_travels_as_blank():
    plan = plan_stream(FICHE, change(["nom"], {}), {}, held("nom"))
    assert [(field.path, field.parents) for field in plan.own] == [("nom", ("c0",))]


def test_a_value_that_comes_back_follows_its_taking_away():
    plan = plan_stream(FICHE, change([f"{CONTACT}/accord"]), ANSWERS, held(f"{CONTACT}/tel", value=None))
    (back,) = (field for field in plan.publish if field.path.endswith("/tel"))
    assert back.parents == ("c0",)


def test_a_value_never_consented_to_does_not_leave_as_the_old_one():
    fields = (ChangeField(f"{CONTACT}/tel", "+212600000009", "+212600000000", (), "00", ""),)
    plan = plan_stream(FICHE, replace(change([]), fields=fields), ANSWERS, held("nom", "score"))
    assert f"{CONTACT}/tel" not in {field.path for field in plan.own}
    assert f"{CONTACT}/tel" in {field.path for field in plan.publish}
