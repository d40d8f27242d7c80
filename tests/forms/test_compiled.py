"""A definition written as data and read again says and does the same."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms.compiled import dump_definition, read_definition
from tests.forms.tables import form

TABLE = """
| survey |
| | type | name | label | relevant |
| | integer | age | Age | |
| | text | job | Job | ${age} > 15 |
"""


def test_a_definition_comes_back_equal():
    definition = form(TABLE)
    assert read_definition(dump_definition(definition)) == definition


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"job", b"jab", 1),
        lambda data: data.replace(b"form 1", b"form 0", 1),
        lambda data: b"\x80" + data,
    ],
)
def test_damaged_or_older_data_is_refused(spoil):
    with pytest.raises(KnownError) as refused:
        read_definition(spoil(dump_definition(form(TABLE))))
    assert refused.value.code == "form.compiled_outdated"
