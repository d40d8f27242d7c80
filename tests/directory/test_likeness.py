"""Two are like for what tells an organisation from others, never for being associations."""

import pytest

from fieldapp.directory.likeness import Known, Likenesses, Reason

THERE = [
    Known(
        "1", ("Association Al Amal pour les migrants", "جمعية الأمل للمهاجرين"), frozenset({"+212522000001"})
    ),
    Known("2", ("Fondation Orient-Occident", "FOO")),
]


@pytest.mark.parametrize(
    ("names", "numbers", "like"),
    [
        (("Assoc. AL AMAL pour migrants",), (), ("1", Reason.NAME)),
        (("الجمعية الأمل للمهاجرين",), (), ("1", Reason.NAME)),
        (("Tout autre chose",), ("+212522000001",), ("1", Reason.NUMBER)),
        (("FOO",), (), ("2", Reason.NAME)),
        (("Association Nour pour les femmes",), (), None),
        (("Association",), (), None),
        ((), (), None),
    ],
)
def test_the_nearest_is_told_with_its_reason(names, numbers, like):
    found = Likenesses(THERE).nearest(Known("x", names, frozenset(numbers)))
    assert (found and (found.key, found.reason)) == like
