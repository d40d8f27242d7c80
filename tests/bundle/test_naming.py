"""Names of tables and columns: stable, readable where they can be, never two for one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.bundle.manifest import _PATH
from fieldapp.bundle.naming import column_name, is_form_table, table_name
from fieldapp.bundle.tables import KNOWN

names = st.from_regex(r"[A-Za-z_é][A-Za-z0-9_.\-é]{0,30}", fullmatch=True)
paths = st.lists(names, min_size=1, max_size=4).map("/".join)


@given(st.sets(paths, min_size=2, max_size=12))
@settings(max_examples=150, deadline=None)
def test_columns_never_collide_even_without_regard_to_case(found):
    assert len({column_name(path).casefold() for path in found}) == len(found)


@given(st.sets(st.tuples(names, st.just("") | paths), min_size=2, max_size=12))
@settings(max_examples=150, deadline=None)
def test_tables_never_collide_and_are_fit_for_a_file_name(found):
    tables = {table_name(form, repeat) for form, repeat in found}
    assert len(tables) == len(found)
    assert all(_PATH.fullmatch(f"data/{name}.csv") and name == name.lower() for name in tables)


@given(names, st.just("") | paths)
@settings(max_examples=100, deadline=None)
def test_a_forms_tables_are_recognised(form, repeat):
    assert is_form_table(table_name(form, repeat), form)


@pytest.mark.parametrize(
    ("path", "column"),
    [
        ("identite/nom", "identite/nom"),
        ("key", r"key~[0-9a-f]{8}"),
        ("Nom", r"Nom~[0-9a-f]{8}"),
        ("a" * 70, r"a{54}~\w{8}"),
    ],
)
def test_a_column_is_its_path_where_it_can_be(path, column):
    assert re.fullmatch(column, column_name(path))


@pytest.mark.parametrize("form_id", [*KNOWN, "hsds_organization"])
def test_a_form_cannot_take_the_name_of_a_known_table(form_id):
    assert table_name(form_id) not in KNOWN
    assert not table_name(form_id).startswith("hsds-")


def test_a_repeats_table_shows_where_it_stands():
    assert table_name("fiche_organisation", "sites/site") == "fiche_organisation-sites-site"
