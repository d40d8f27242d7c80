"""Whatever a person does with answers and consents: the audience holds exactly what may travel, and never saw more."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.records.merge import answers_of, merge_record
from fieldapp.records.projection import travelling_answers
from tests.store.given import CONTACT, FICHE

PATHS = ["nom", "note", "services", f"{CONTACT}/@present", f"{CONTACT}/tel"]
CONSENT = f"{CONTACT}/accord"
REVISIONS = st.lists(
    st.fixed_dictionaries(
        {CONSENT: st.sampled_from(["", "oui", "non"])},
        optional={path: st.sampled_from(["", "1", "2", "3"]) for path in PATHS},
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(revisions=REVISIONS, binned=st.sets(st.integers(0, 5)))
def test_the_audience_holds_what_may_travel_and_never_saw_more(workspace, revisions, binned):
    record = workspace.start_draft(FICHE).record_id
    before = workspace.streams.position("anapec").last_seq
    allowed = set()
    for number, answers in enumerate(revisions):
        workspace.finalise(record, definition=FICHE, final_answers=answers, beside={}, title="")
        if number in binned:
            workspace.trash(record, reason="essai")
            workspace.restore(record)
        workspace.reopen(record, reason="visite")
        allowed |= set(travelling_answers(FICHE, workspace.answers(record)).items())
    sent = [change for _, change in workspace.streams.changes_since("anapec", before)]
    state = merge_record(sent, stream=True, set_paths=FICHE.set_paths())
    assert not any(field.is_conflict for field in state.values())
    assert answers_of(state) == travelling_answers(FICHE, workspace.answers(record))
    seen = {(field.path, value) for change in sent for field in change.fields for value in _values(field)}
    assert seen <= allowed


def _values(field):
    return [value for value in (field.old_value, field.new_value) if value is not None]
