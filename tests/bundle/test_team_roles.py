"""Who may sign what depends on the circle: within a team a laptop answers, towards a centre it never may."""

import pytest

from fieldapp.bundle.content import FIELD_KINDS, Kind
from fieldapp.bundle.reader import CENTRE_ROLES, TEAM_ROLES
from fieldapp.signing.certificates import Role


@pytest.mark.parametrize("kind", [Kind.RECEIPT, Kind.REFERENCE, Kind.ENROLMENT])
def test_towards_a_centre_only_the_centre_answers(kind):
    assert set(CENTRE_ROLES[kind]) == {Role.CENTRAL}


def test_within_a_team_nobody_speaks_for_the_centre():
    assert Kind.REFERENCE not in TEAM_ROLES
    assert Role.CENTRAL not in {role for kind in (*FIELD_KINDS, Kind.RECEIPT) for role in TEAM_ROLES[kind]}
    assert set(TEAM_ROLES[Kind.ENROLMENT]) == {Role.LEAD}
