"""The headings of Central, Briefcase and Kobo name the same questions."""

import pytest

from fieldapp.submissions.headings import Heading, base_of, read_headings
from tests.forms.tables import form

READ = form(
    """
| survey |
|  | type                    | name    | label  | calculation |
|  | begin_group             | lieux   | Lieux  |             |
|  | text                    | nom     | Nom    |             |
|  | geopoint                | lieu    | Lieu   |             |
|  | select_multiple langues | langues | Langue |             |
|  | calculate               | total   |        | 1           |
|  | end_group               |         |        |             |
|  | begin_repeat            | site    | Site   |             |
|  | text                    | ville   | Ville  |             |
|  | end_repeat              |         |        |             |
| choices |
|  | list_name | name | label |
|  | langues   | fr   | F     |
"""
)
NOM, LIEU = "/essai/lieux/nom", "/essai/lieux/lieu"


@pytest.mark.parametrize("column", ["nom", "lieux-nom", "lieux/nom", "lieux:nom"])
def test_a_question_is_named_by_its_path_or_alone(column):
    assert read_headings([column], READ, READ.root).answers == {column: Heading(NOM)}


@pytest.mark.parametrize(
    ("column", "part"), [("lieux-lieu-Latitude", 0), ("_lieu_longitude", 1), ("lieux/lieu-Accuracy", 3)]
)
def test_a_place_comes_in_parts(column, part):
    assert read_headings([column], READ, READ.root).answers == {column: Heading(LIEU, part=part)}


def test_a_choice_has_a_column_of_its_own():
    found = read_headings(["lieux/langues/fr"], READ, READ.root).answers
    assert found == {"lieux/langues/fr": Heading("/essai/lieux/langues", choice="fr")}


@pytest.mark.parametrize(
    "column", ["_id", "SubmissionDate", "formhub/uuid", "total", "lieux-total", "__version__"]
)
def test_what_nobody_answered_is_no_unknown_column(column):
    found = read_headings([column], READ, READ.root)
    assert (found.answers, found.unknown) == ({}, ())


def test_any_other_column_is_unknown():
    assert read_headings(["age", "ville"], READ, READ.root).unknown == ("age", "ville")


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("essai.csv", "/essai"),
        ("essai-site.csv", "/essai/site"),
        ("site.csv", "/essai/site"),
        ("parasite.csv", "/essai"),
    ],
)
def test_the_end_of_a_name_says_which_repeat_a_table_is_of(name, base):
    assert base_of(name, READ) == base
