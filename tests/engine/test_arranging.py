import pytest

from fieldapp.base.errors import KnownError
from fieldapp.base.ids import SystemIds
from fieldapp.engine import Edit, arranging
from fieldapp.engine.arranging import copied_instance, moved_instance
from tests.engine.sessions import inverse, session, survey

SITE = "/essai/site"
FORM = survey(
    "begin repeat | site | Site",
    "text | ville | Ville",
    "image | photo | Photo",
    "calculate | rang | | | position(..)",
    "begin repeat | porte | Porte",
    "text | rue | Rue",
    "end repeat |",
    "end repeat |",
)


@pytest.fixture
def towns():
    """Three sites, the second with two doors and a photo."""
    opened = session(FORM)
    for place, town in enumerate(("Salé", "Rabat", "Oujda"), 1):
        if place > 1:
            opened.add_repeat(SITE)
        opened.answer(f"{SITE}[{place}]/ville", town)
    while len(opened.repeat_references(f"{SITE}[2]/porte")) < 2:
        opened.add_repeat(f"{SITE}[2]/porte")
    opened.answer(f"{SITE}[2]/porte[2]/rue", "Rue 2")
    opened.answer(f"{SITE}[2]/photo", "abc.jpg")
    return opened


def order(opened):
    return [opened.value(f"{each}/ville") for each in opened.repeat_references(SITE)]


@pytest.mark.parametrize(
    ("place", "way", "expected"),
    [
        (1, 1, ["Rabat", "Salé", "Oujda"]),
        (2, 1, ["Salé", "Oujda", "Rabat"]),
        (2, -1, ["Rabat", "Salé", "Oujda"]),
        (3, -1, ["Salé", "Oujda", "Rabat"]),
        (1, -1, ["Salé", "Rabat", "Oujda"]),
        (3, 1, ["Salé", "Rabat", "Oujda"]),
    ],
)
def test_an_instance_changes_places_with_its_neighbour_and_not_beyond_the_ends(towns, place, way, expected):
    towns.apply(moved_instance(towns, f"{SITE}[{place}]", way))
    assert order(towns) == expected


def test_moving_is_one_rank_and_keeps_the_identity_so_that_a_merge_sees_one_field(towns):
    path = towns.path_of(f"{SITE}[1]")
    effects = towns.apply(moved_instance(towns, f"{SITE}[1]", 1))
    assert [edit.path for edit in effects.edits] == [f"{path}/@rank"]
    assert towns.path_of(f"{SITE}[2]") == path
    assert towns.value(f"{SITE}[2]/rang") == "2"


def test_moving_is_undone_and_survives_reopening(towns):
    effects = towns.apply(moved_instance(towns, f"{SITE}[3]", -1))
    assert order(session(FORM, answers=towns.answers())) == ["Salé", "Oujda", "Rabat"]
    towns.apply(inverse(effects))
    assert order(towns) == ["Salé", "Rabat", "Oujda"]


def test_instances_that_a_merge_gave_one_rank_are_ranked_anew(towns):
    first = towns.answers()[f"{towns.path_of(f'{SITE}[1]')}/@rank"]
    towns.apply([Edit(f"{towns.path_of(each)}/@rank", None, first) for each in towns.repeat_references(SITE)])
    before = order(towns)
    towns.apply(moved_instance(towns, f"{SITE}[3]", -1))
    assert order(towns) == [before[0], before[2], before[1]]
    edits, _ = copied_instance(towns, f"{SITE}[1]", SystemIds().uuid7)
    towns.apply(edits)
    assert order(towns) == [before[0], before[0], before[2], before[1]]


def test_a_copy_stands_right_after_with_its_answers_and_identities_of_its_own(towns):
    edits, path = copied_instance(towns, f"{SITE}[2]", SystemIds().uuid7)
    towns.apply(edits)
    assert order(towns) == ["Salé", "Rabat", "Rabat", "Oujda"]
    assert towns.path_of(f"{SITE}[3]") == path
    assert towns.value(f"{SITE}[3]/porte[2]/rue") == "Rue 2"
    paths = [towns.path_of(f"{SITE}[{n}]/porte[{m}]") for n in (2, 3) for m in (1, 2)]
    assert len({each.rpartition("[")[2] for each in paths}) == 4


def test_a_copy_leaves_files_and_works_out_its_own(towns):
    edits, _ = copied_instance(towns, f"{SITE}[2]", SystemIds().uuid7)
    towns.apply(edits)
    assert towns.value(f"{SITE}[3]/photo") == ""
    assert towns.value(f"{SITE}[3]/rang") == "3"


def test_a_copy_is_undone_whole(towns):
    before = towns.answers()
    edits, _ = copied_instance(towns, f"{SITE}[2]", SystemIds().uuid7)
    towns.apply(inverse(towns.apply(edits)))
    assert towns.answers() == before


def test_there_are_never_more_than_a_form_may_have(towns, monkeypatch):
    monkeypatch.setattr(arranging, "MAX_INSTANCES", 3)
    with pytest.raises(KnownError, match="too_many"):
        copied_instance(towns, f"{SITE}[1]", SystemIds().uuid7)
